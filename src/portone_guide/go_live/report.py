"""What ``go-live`` found, as JSON."""

from typing import Literal, TypedDict

from portone_guide.code.files import Skipped
from portone_guide.go_live.answer import Finding, Opening, Question, Scan
from portone_guide.go_live.words import detail
from portone_guide.plan.model import EvidenceState
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.go_live import Level

SCHEMA_VERSION: Literal[1] = 1


class FilesReport(TypedDict):
    """How many files were read, and how many were left out for each reason; a folder left out counts as one."""

    read: int
    skipped: dict[Skipped, int]


class FindingReport(TypedDict):
    """One thing found; ``block``: the shop can't open with it, ``ask``: a person has to look."""

    rule: str
    level: Level
    path: str
    """Relative to ``path`` of the whole, with slashes."""
    line: int
    column: int
    code: str
    """The text there; of a secret only its name and length."""
    detail: str | None
    """What the rule leaves open: which id, which values; null: nothing."""
    why: str
    fix: str
    source: str


class UnreadReport(TypedDict):
    """What could not be read or followed; ``line`` null: a whole file."""

    path: str
    line: int | None
    code: str
    why: str


class AskReport(TypedDict):
    """What code can't show and the merchant has to answer."""

    id: str
    text: str
    source: str


class LookReport(TypedDict):
    """What to look at with the first real payment."""

    id: str
    text: str
    source: str


class VerifiedReport(TypedDict):
    """The states that a look at the first payment showed, by what was looked at, and its day."""

    day: DayText
    states: dict[str, EvidenceState]


class ScanReport(TypedDict):
    """``go-live scan --json``: what the code of a shop shows before it takes real money."""

    schema_version: Literal[1]
    path: str
    portone: list[PortOneVersion]
    """The versions that the payment calls are of."""
    calls: int
    """How many calls open a payment or identity window."""
    files: FilesReport
    findings: list[FindingReport]
    silenced: int
    """How many findings lines in the code put aside."""
    unread: list[UnreadReport]
    asks: list[AskReport]


class OpeningReport(TypedDict):
    """``go-live --json``: the list before opening; ``portone`` null: the plan does not say."""

    schema_version: Literal[1]
    portone: PortOneVersion | None
    gateways: list[str]
    scan: list[str]
    """What ``go-live scan`` looks for, in words."""
    asks: list[AskReport]
    first_payment: list[LookReport]
    verified: VerifiedReport | None
    """What ``go-live verify`` showed last; null: nothing is kept."""


def scan_report(found: Scan) -> ScanReport:
    """Return what was found as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "path": found.path,
        "portone": list(found.versions),
        "calls": found.calls,
        "files": {"read": found.read, "skipped": {reason: count for reason, count in found.skipped.items() if count}},
        "findings": [_finding(one) for one in found.findings],
        "silenced": found.silenced,
        "unread": [
            {"path": one.path, "line": one.line, "code": one.why.code, "why": detail(one.why)} for one in found.unread
        ],
        "asks": [_ask(one) for one in found.asks],
    }


def code_of(found: Finding) -> str:
    """Return the text that is shown; of a secret its name and length."""
    secret = found.detail and found.detail.code.startswith("secret.")
    return detail(found.detail) if secret else found.code


def _finding(found: Finding) -> FindingReport:
    return {
        "rule": found.rule,
        "level": found.level,
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "code": code_of(found),
        "detail": detail(found.detail) or None,
        "why": found.check.why,
        "fix": found.check.fix,
        "source": found.url,
    }


def _ask(question: Question) -> AskReport:
    return {"id": question.id, "text": question.ask.text, "source": question.url}


def opening_report(found: Opening) -> OpeningReport:
    """Return the list before opening as one JSON object."""
    seen = found.verified
    return {
        "schema_version": SCHEMA_VERSION,
        "portone": found.portone,
        "gateways": list(found.gateways),
        "scan": [row.title for row in found.scanned],
        "asks": [_ask(one) for one in found.asks],
        "first_payment": [{"id": one.id, "text": one.check.text, "source": one.url} for one in found.first_payment],
        "verified": {"day": seen.day.isoformat(), "states": dict(seen.states)} if seen else None,
    }
