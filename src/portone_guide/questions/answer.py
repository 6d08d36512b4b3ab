"""The answer of ``questions``: what commands can be told."""

from typing import Literal, NamedTuple

from portone_guide.needs.question import Option

Kind = Literal["one", "many", "amount", "amounts"]
Asked = Literal["always", "condition", "flag_only"]


class ListedQuestion(NamedTuple):
    """One question, as a program needs it to answer by a flag.

    ``metavar`` None: the flag is a switch that means yes, and ``off`` the one that means no. ``values`` are all that
    the flag takes, in the order in which they are offered; for ``amounts`` the rows. ``condition`` is the name of
    what must hold for it to be asked.
    """

    id: str
    kind: Kind
    flag: str
    off: str | None
    metavar: str | None
    text: str
    explain: str
    help: str
    unit: str
    values: tuple[Option, ...]
    asked: Asked
    condition: str | None


class CommandQuestions(NamedTuple):
    """The questions of one command, in the order in which they are asked."""

    command: str
    questions: tuple[ListedQuestion, ...]
