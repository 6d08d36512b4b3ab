"""The answers of ``go-live``: what was found in the code, and the list before opening."""

from collections.abc import Mapping
from typing import NamedTuple

from portone_guide.code.files import Skipped
from portone_guide.needs.reason import Reason
from portone_guide.plan.model import Evidence
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.go_live import CodeAsk, CodeCheck, FirstPaymentCheck, Level


class Finding(NamedTuple):
    """One thing found: where, what stands there, and the row that says why it matters.

    ``code`` is the text there; of a secret only its name and length, as a ``detail``. ``detail`` says what a row
    leaves open; ``url`` is the page of the row.
    """

    rule: str
    level: Level
    path: str
    line: int
    column: int
    code: str
    check: CodeCheck
    url: str
    detail: Reason | None = None


class Unread(NamedTuple):
    """Something that could not be read or followed; ``line`` None: a whole file."""

    path: str
    line: int | None
    why: Reason


class Question(NamedTuple):
    """What code can't show."""

    id: str
    ask: CodeAsk
    url: str


class Look(NamedTuple):
    """What to look at with the first real payment."""

    id: str
    check: FirstPaymentCheck
    url: str


class Scan(NamedTuple):
    """What a source tree shows. ``versions`` are those that its payment calls are of; ``silenced`` counts what
    lines in the code put aside.
    """

    path: str
    versions: tuple[PortOneVersion, ...]
    calls: int
    read: int
    skipped: Mapping[Skipped, int]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    asks: tuple[Question, ...]
    silenced: int
    rules: Mapping[str, CodeCheck]
    urls: Mapping[str, str]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """What the shop can't open with."""
        return tuple(found for found in self.findings if found.level == "block")


class Opening(NamedTuple):
    """The list before opening: what ``scan`` looks for, what code can't show, what to look at afterwards.

    ``verified`` is what ``verify`` showed last; None: it was not run, or nothing is kept.
    """

    portone: PortOneVersion | None
    gateways: tuple[str, ...]
    scanned: tuple[CodeCheck, ...]
    asks: tuple[Question, ...]
    first_payment: tuple[Look, ...]
    verified: Evidence | None
