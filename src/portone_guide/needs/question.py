"""Questions as data: each is declared once, and its flag, its screen and its reading come from that."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar

from portone_guide.needs.words import WON
from portone_guide.rules.book import RuleBook

T_co = TypeVar("T_co", covariant=True)

Answer = str | list[str]
Answers = Mapping[str, str | Sequence[str]]
"""By question id: text, or a list of text, as flags and the plan file write it."""

UNKNOWN: Final = "unknown"
"""모르겠어요: the question was answered, and narrows nothing."""
NONE: Final = "none"
"""없음, as a flag of several values says it."""
YES: Final = "yes"
NO: Final = "no"


class Option(NamedTuple):
    """Something to pick: the value that a flag would have, and what a person reads."""

    value: str
    label: str


class Flag(NamedTuple):
    """How an answer is given on the command line.

    Without a ``metavar`` it is a switch that means yes; ``off`` is then the switch that means no. ``name`` is only
    there where it is not the question's id.
    """

    help: str
    metavar: str | None = None
    name: str | None = None
    off: str | None = None


class Reading(NamedTuple):
    """What an answer is read with: the rule book, and what the questions before it were read as, by id."""

    book: RuleBook
    said: Mapping[str, Any] = {}


def always(answers: Answers, book: RuleBook) -> bool:
    """Asked whatever was answered before."""
    return True


def never(answers: Answers, book: RuleBook) -> bool:
    """Only given by its flag, never asked."""
    return False


class Question(NamedTuple, Generic[T_co]):
    """One question. ``options`` are the things to pick, or the rows to fill in for ``amounts``.

    ``one`` picks one option, ``many`` any number of them, ``amount`` is a number or a day, ``amounts`` a number a
    row. Leaving a question open is always possible: it widens the result and picks nothing. ``read`` makes the
    value of the texts that were answered (none: not answered, or 모르겠어요), ``check`` tells whether one number
    can be read; both raise :class:`portone_guide.needs.reading.WrongValueError`. ``ask_if`` is a function with a
    name: the name is what programs are told of when the question is asked. ``settles`` tells whether the answer
    decides all there is, so that nothing else is asked.
    """

    id: str
    kind: Literal["one", "many", "amount", "amounts"]
    flag: Flag
    read: Callable[[Sequence[str], Reading], T_co]
    text: str = ""
    explain: str = ""
    options: Callable[[Answers, RuleBook], tuple[Option, ...]] = lambda answers, book: ()
    ask_if: Callable[[Answers, RuleBook], bool] = always
    unit: str = WON
    check: Callable[[str], object] | None = None
    settles: Callable[[Answers, RuleBook], bool] = never

    @property
    def flag_name(self) -> str:
        """The flag as it is typed: ``--one-time``."""
        return self.flag.name or flag_of(self.id)


Flow = tuple[Question[Any], ...]


def flag_of(question: str) -> str:
    """Return the flag of a question id."""
    return f"--{question.replace('_', '-')}"


def texts_of(answers: Answers, question: str) -> list[str]:
    """Return what was answered to a question; nothing where it was not, or with 모르겠어요."""
    value = answers.get(question, ())
    if isinstance(value, str):
        return [value] if value not in {"", UNKNOWN} else []
    return [text for text in value if text != UNKNOWN]
