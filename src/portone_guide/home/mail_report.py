"""A reminder as JSON."""

from typing import Literal, TypedDict

from portone_guide.road.answer import RoadStep, Waited
from portone_guide.rules.json_types import DayText


class MailReport(TypedDict):
    """``waiting STEP --mail --json``: a mail that asks after a step, ready to send.

    ``since`` null: it was not noted that it is waited for; ``due`` null: not known.
    """

    schema_version: Literal[1]
    step: str
    since: DayText | None
    due: DayText | None
    mail: str


def mail_report(step: RoadStep, entry: Waited | None, text: str) -> MailReport:
    """Return a reminder as one JSON object."""
    due = entry.due.isoformat() if entry and entry.due else None
    since = entry.since.isoformat() if entry else None
    return {"schema_version": 1, "step": step.name, "since": since, "due": due, "mail": text}
