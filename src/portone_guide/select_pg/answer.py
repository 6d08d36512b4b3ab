"""The shapes of the answer to "which gateway?"."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from portone_guide.gateways.pricing import Amount, CostLine, Held, LeftOut, Pricing, left_out
from portone_guide.gateways.references import References
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
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
"""The kinds of reasons for which a gateway is left out."""
Confidence = Literal["confirmed", "disputed"]
Standing = Literal["confirmed", "partly_unknown", "disputed"]


class Cost(NamedTuple):
    """What a gateway costs. ``monthly`` and ``first_year`` are None as soon as one part of them is unknown.

    ``monthly`` is the fees on the sales, ``signup`` the sign-up fee with what the contract costs besides
    (``signup.recurring``), both before VAT; ``first_year`` is all of it for twelve months, with VAT.
    ``holds`` is money kept back for a while: it is in no total.
    ``known`` is the sum of the parts that are known, before VAT, for a face that names the rest.
    """

    lines: tuple[CostLine, ...]
    signup: Pricing
    monthly: Amount | None
    known: Amount | None
    first_year: Amount | None
    holds: tuple[Held, ...] = ()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The foreign money that no total has in it, because no exchange rate was given."""
        return left_out(self.lines, self.signup)


class Qualified(NamedTuple):
    """A gateway that covers every need."""

    gateway: str
    version: PortOneVersion
    versions: tuple[PortOneVersion, ...]
    modules: tuple[str, ...]
    confidence: Confidence
    cost: Cost
    reasons: tuple[Reason, ...]
    unknowns: tuple[Reason, ...]
    conflicts: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def standing(self) -> Standing:
        """How far the pages carry it: all of it, all but some figures, or with pages that disagree."""
        if self.confidence == "disputed":
            return "disputed"
        return "partly_unknown" if self.unknowns else "confirmed"


class Rejected(NamedTuple):
    """A gateway that does not, with every reason."""

    gateway: str
    reasons: tuple[Reason, ...]

    @property
    def may_fit(self) -> bool:
        """Whether nothing speaks against it but what no page says: asking may settle it."""
        return all(reason.kind == "unknown" for reason in self.reasons)


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
    """The whole answer: gateways that fit, the best first; those left out; sets of contracts; what to know.

    ``by_cost`` tells whether sales or payments were given, so that gateways are compared by what they cost.
    ``recommended`` is None where no gateway qualifies. ``portone_plan`` is PortOne's own monthly fee in won before
    VAT, None where it is not known. ``named`` has all that the answer names, ``needs`` the names of the needs.
    """

    requirements: Requirements
    needs: Mapping[Need, NamedNeed]
    qualified: tuple[Qualified, ...]
    rejected: tuple[Rejected, ...]
    combinations: tuple[Combination, ...]
    by_cost: bool
    recommended: Qualified | None
    why_recommended: Reason | None
    portone_plan: int | None
    warnings: tuple[Reason, ...]
    sources: tuple[str, ...]
    named: References

    @property
    def ahead_of_recommended(self) -> tuple[Qualified, ...]:
        """Those that would come before it, were their pages not disputed."""
        return self.qualified[: self.qualified.index(self.recommended)] if self.recommended else ()
