"""The shapes of the answer to "which gateway?"."""

from typing import Literal, NamedTuple

from portone_guide.gateways.pricing import Amount, CostLine, Pricing
from portone_guide.gateways.support import Finding
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.models.fields import PortOneVersion

RejectionCode = Literal[
    "not_supported",
    "unknown",
    "portone_version",
    "easy_pay_contract",
    "platform",
    "goods",
    "industry",
    "refused_industry",
    "signup_fee",
    "open_before_review",
]
Confidence = Literal["confirmed", "disputed"]


class Reason(NamedTuple):
    """Why: one Korean sentence with what it rests on."""

    text: str
    code: str = ""
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


class Cost(NamedTuple):
    """What a gateway costs. ``monthly`` and ``first_year`` are None as soon as one part of them is unknown.

    ``monthly`` and ``signup`` are before VAT; ``first_year`` is sign-up and twelve months, with VAT.
    ``known`` is the sum of the parts that are known, before VAT, for a screen that names the rest.
    """

    lines: tuple[CostLine, ...]
    signup: int | None
    signup_pricing: Pricing
    monthly: Amount | None
    known: Amount | None
    first_year: Amount | None


class Qualified(NamedTuple):
    """A gateway that covers every need."""

    gateway: str
    version: PortOneVersion
    versions: tuple[PortOneVersion, ...]
    modules: tuple[str, ...]
    findings: tuple[tuple[Need, Finding], ...]
    confidence: Confidence
    cost: Cost
    reasons: tuple[Reason, ...]
    unknowns: tuple[Reason, ...]
    conflicts: tuple[str, ...]
    sources: tuple[str, ...]


class Rejected(NamedTuple):
    """A gateway that does not, with every reason."""

    gateway: str
    reasons: tuple[Reason, ...]


class Combination(NamedTuple):
    """A set of contracts that covers every need; which carries which; what it saves against one contract."""

    gateways: tuple[str, ...]
    assignment: tuple[tuple[Need, str], ...]
    version: PortOneVersion
    confidence: Confidence
    monthly: Amount | None
    signup: int | None
    first_year: Amount | None
    unknowns: tuple[Reason, ...]
    conflicts: tuple[str, ...]
    saves_first_year: int | None = None


class Selection(NamedTuple):
    """The whole answer."""

    requirements: Requirements
    qualified: tuple[Qualified, ...]
    rejected: tuple[Rejected, ...]
    combinations: tuple[Combination, ...]
    portone_plan: int | None
    warnings: tuple[Reason, ...]
    sources: tuple[str, ...]

    @property
    def recommended(self) -> Qualified | None:
        """The first that rests on no disputed page; the first at all where every one does."""
        confirmed = (entry for entry in self.qualified if entry.confidence == "confirmed")
        return next(confirmed, self.qualified[0] if self.qualified else None)

    @property
    def ahead_of_recommended(self) -> tuple[Qualified, ...]:
        """Those that would come before it, were their pages not disputed."""
        best = self.recommended
        return self.qualified[: self.qualified.index(best)] if best else ()
