"""What the first real payment shows, as JSON."""

from typing import Literal, TypedDict

from portone_guide.go_live.verify_answer import Verified
from portone_guide.go_live.verify_words import why
from portone_guide.plan.model import EvidenceState
from portone_guide.remote.payment import Problem
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.fields import PortOneVersion


class PaymentCheckReport(TypedDict):
    """One thing that was looked at; ``code`` says exactly why it has its state."""

    id: str
    text: str
    state: EvidenceState
    code: str
    why: str
    source: str


class VerifyReport(TypedDict):
    """``go-live verify --json``: what a payment shows."""

    schema_version: Literal[1]
    payment_id: str
    portone: PortOneVersion
    day: DayText
    problem: Problem | None
    """Why nothing could be learned, and every state is ``unknown``; null: the payment was read."""
    checks: list[PaymentCheckReport]


def verify_report(found: Verified) -> VerifyReport:
    """Return what a payment shows as one JSON object."""
    return {
        "schema_version": 1,
        "payment_id": found.payment_id,
        "portone": found.portone,
        "day": found.day.isoformat(),
        "problem": found.problem,
        "checks": [
            {
                "id": check.id,
                "text": check.text,
                "state": check.state,
                "code": check.why.code,
                "why": why(check),
                "source": check.url,
            }
            for check in found.checks
        ],
    }
