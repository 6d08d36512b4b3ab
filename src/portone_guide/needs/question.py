"""Questions as data."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from portone_guide.needs.answers import Answers
from portone_guide.rules.book import RuleBook

Answer = str | list[str]

UNKNOWN_LABEL = "모르겠어요"


class Option(NamedTuple):
    """Something to pick: the value that a flag would have, and what a person reads."""

    value: str
    label: str


class Question(NamedTuple):
    """One screen. ``options`` are the things to pick, or the rows to fill in for ``amounts``.

    ``one`` picks one option, ``many`` any number of them, ``amount`` is a number, ``amounts`` a number a row.
    Leaving a question open is always possible: it widens the result and picks nothing.
    """

    id: str
    text: str
    explain: str
    kind: Literal["one", "many", "amount", "amounts"]
    options: Callable[[Answers, RuleBook], tuple[Option, ...]] = lambda answers, book: ()
    ask_if: Callable[[Answers, RuleBook], bool] = lambda answers, book: True
    unit: str = "원"
    check: Callable[[str], Any] | None = None


Flow = tuple[Question, ...]
