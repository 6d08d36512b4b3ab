"""A reminder as JSON."""

from typing import Literal, TypedDict

from portone_guide.road.answer import Waited
from portone_guide.rules.json_types import DayText


class MailReport(TypedDict):
    """``waiting STEP --mail --json``: a mail that asks after a step, ready to send; ``due`` null: no source says."""

    schema_version: Literal[1]
    step: str
    since: DayText
    due: DayText | None
    mail: str


def mail_report(entry: Waited, text: str) -> MailReport:
    """Return a reminder as one JSON object."""
    due = entry.due.isoformat() if entry.due else None
    return {"schema_version": 1, "step": entry.step.name, "since": entry.since.isoformat(), "due": due, "mail": text}
