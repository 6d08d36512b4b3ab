"""The answer of ``go-live verify``: what the first real payment shows."""

from datetime import date
from typing import NamedTuple

from portone_guide.needs.reason import Reason
from portone_guide.plan.model import Evidence, EvidenceState
from portone_guide.remote.payment import Problem
from portone_guide.rules.models.fields import PortOneVersion


class Contracted(NamedTuple):
    """What the merchant says that the payment has to be; nothing where it is open."""

    gateways: tuple[str, ...] = ()
    merchant_id: str | None = None
    amount: int | None = None


class Check(NamedTuple):
    """One thing that was looked at; ``text`` and ``url`` are of its row."""

    id: str
    text: str
    url: str
    state: EvidenceState
    why: Reason


class Asked(NamedTuple):
    """Which payment was asked for, of which version, on which day.

    ``line`` is the command that does it again, ``done`` the one that notes the step as done.
    """

    payment_id: str
    portone: PortOneVersion
    day: date
    line: str
    done: str


class Verified(NamedTuple):
    """What a payment shows on a day; ``problem``: why nothing of it could be learned, None: it could."""

    payment_id: str
    portone: PortOneVersion
    day: date
    line: str
    done: str
    problem: Problem | None
    checks: tuple[Check, ...]

    @property
    def fails(self) -> tuple[Check, ...]:
        """What is not as it has to be."""
        return tuple(check for check in self.checks if check.state == "fail")

    @property
    def unknowns(self) -> tuple[Check, ...]:
        """What could not be told."""
        return tuple(check for check in self.checks if check.state == "unknown")

    @property
    def evidence(self) -> Evidence:
        """What the plan keeps of it: states and the day."""
        return Evidence(self.day, {check.id: check.state for check in self.checks})
