"""The shapes of the answer to "which gateway?"."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from portone_guide.gateways.countries import Buyers
from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.pricing import Amount, CostLine, Held, LeftOut, Pricing, Recurring, left_out
from portone_guide.gateways.references import References
from portone_guide.needs.amounts import Part
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.models.fee import PlatformPlan
from portone_guide.rules.models.fields import PortOneVersion

RejectionCode = Literal[
    "not_supported",
    "unknown",
    "portone_version",
    "easy_pay_contract",
    "platform",
    "goods",
    "business",
    "industry",
    "refused_industry",
    "signup_fee",
    "open_before_review",
]
"""The kinds of reasons for which a gateway is left out."""
RecommendationCode = Literal[
    "only", "cheapest", "lowest_known_rates", "lowest_rates_partly", "lowest_rates", "fewest_contracts"
]
"""Why one gateway is recommended, or a set of contracts."""
Confidence = Literal["confirmed", "disputed"]
Standing = Literal["confirmed", "partly_unknown", "rates_disputed", "disputed"]


def counted(lines: Iterable[CostLine]) -> tuple[CostLine, ...]:
    """Return the parts that a sum can hold, if only what of them can be said in won."""
    return tuple(line for line in lines if line.monthly or line.won_part)


def missing(lines: Iterable[CostLine]) -> tuple[CostLine, ...]:
    """Return the parts that a sum leaves out, all or some of each: no page has the fee, or nobody said what is sold."""
    return tuple(line for line in lines if not line.monthly)


class Cost(NamedTuple):
    """What a gateway costs. ``monthly`` and ``first_year`` are None as soon as one part of them is not known.

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
        return left_out(self.lines, self.signup.recurring)


class Qualified(NamedTuple):
    """A gateway that covers every need. ``notes`` are those of its modules that concern this merchant.

    ``conflicts`` are what it rests on that it fits, and its rates; ``details`` are disputes about what else is said
    of what it carries.
    """

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
    notes: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """How far the pages carry it: all of it, all but some figures, or with pages that disagree."""
        if self.confidence == "disputed":
            return "disputed"
        if self.conflicts:
            return "rates_disputed"
        return "partly_unknown" if self.unknowns else "confirmed"

    @property
    def waits(self) -> bool:
        """Whether it wants another gateway selling before it can be signed with."""
        return any(reason.kind == "sign_later" for reason in self.reasons)


class Rejected(NamedTuple):
    """A gateway that does not, with every reason."""

    gateway: str
    reasons: tuple[Reason, ...]

    @property
    def may_fit(self) -> bool:
        """Whether nothing speaks against it but what no page says: asking may settle it."""
        return all(reason.kind == "unknown" for reason in self.reasons)


class Combination(NamedTuple):
    """A set of contracts that covers every need; which carries which; what it saves against one contract.

    ``details`` are disputes about what else is said of what its gateways carry.
    ``asks`` are the conditions, reviews, limits and standing fees of each gateway for what it carries. ``later`` are
    those that can't be signed with today, and ``order`` says why. ``spares`` are the conflicts on which what is
    recommended rests and the set does not. ``recurring`` and ``holds`` are those of all its gateways.
    """

    gateways: tuple[str, ...]
    assignment: tuple[tuple[Need, str], ...]
    version: PortOneVersion
    confidence: Confidence
    lines: tuple[CostLine, ...]
    monthly: Amount | None
    known: Amount | None
    signup: int | None
    first_year: Amount | None
    unknowns: tuple[Reason, ...]
    conflicts: tuple[str, ...]
    asks: tuple[tuple[str, Reason], ...] = ()
    later: tuple[str, ...] = ()
    order: Reason | None = None
    spares: tuple[str, ...] = ()
    saves_first_year: int | None = None
    recurring: tuple[Recurring, ...] = ()
    holds: tuple[Held, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The foreign money that no total has in it, because no exchange rate was given."""
        return left_out(self.lines, self.recurring)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All that is said about the set, but for what is not known."""
        return (*filter(None, (self.order,)), *(reason for _, reason in self.asks))


class Crossing(NamedTuple):
    """From ``start`` a month on, ``cheaper`` costs surely less in the first year than ``than``.

    Up to ``until`` it is surely the other way round; None: never surely. Between the two their ranges overlap.
    ``beyond_tier``: so much is sold there that another sales tier's rates would hold.
    """

    cheaper: str
    than: str
    start: int
    until: int | None
    beyond_tier: bool


class BreakEven(NamedTuple):
    """How the order of the best gateways changes as more is sold.

    ``parts`` are what is sold; the others that were asked for (``left_out``) are in no figure. All given amounts
    grow by one factor; ``now`` is their sum a month, None where none was given. ``levels`` are first-year costs
    with VAT, in the order of ``gateways``, at some amounts a month; empty where something is left out.
    """

    gateways: tuple[str, ...]
    parts: tuple[CostLine, ...]
    left_out: tuple[CostLine, ...]
    unit: Literal["krw", "payments"]
    now: int | None
    crossings: tuple[Crossing, ...]
    levels: tuple[tuple[int, tuple[Amount, ...]], ...]


class Selection(NamedTuple):
    """The whole answer: gateways that fit, the best first; those left out; sets of contracts; what to know.

    ``by_cost`` tells whether sales or payments were given for all that is asked for, so that gateways are compared
    by what they cost; ``partly`` whether they were given for some of it only.
    ``recommended`` is None where no gateway qualifies: then ``why_recommended`` is about the first set, None where
    there is none either. ``portone_plan`` is PortOne's own monthly fee in won before VAT, None where it is not known;
    ``platform_plan`` by what it goes on the merchant's platform. ``host``: how the shop signs
    through the company that hosts it, None: it does not. ``buyers`` are those of the countries that were named.
    ``disputes`` are those that are about no gateway.
    ``named`` has all that the answer names, ``needs`` the names of the needs.
    """

    requirements: Requirements
    needs: Mapping[Need, NamedNeed]
    qualified: tuple[Qualified, ...]
    rejected: tuple[Rejected, ...]
    combinations: tuple[Combination, ...]
    by_cost: bool
    partly: bool
    recommended: Qualified | None
    why_recommended: Reason | None
    break_even: BreakEven | None
    portone_plan: int | None
    disputes: tuple[str, ...]
    platform_plan: PlatformPlan | None
    host: Hosted | None
    buyers: tuple[Buyers, ...]
    warnings: tuple[Reason, ...]
    sources: tuple[str, ...]
    named: References

    def given(self, part: Part) -> bool:
        """Whether sales or a number of payments were given for a part."""
        return part in self.requirements.sales or part in self.requirements.payments

    @property
    def contracts(self) -> tuple[str, ...]:
        """The gateways to sign with: the recommended one, or the first set; none where nothing covers the needs."""
        if self.recommended:
            return (self.recommended.gateway,)
        return self.combinations[0].gateways if self.combinations else ()

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The pages of what is recommended, else of the whole answer."""
        return self.recommended.sources if self.recommended else self.sources

    @property
    def ahead_of_recommended(self) -> tuple[Qualified, ...]:
        """Those that would come before it, were their pages not disputed or could they be signed with today."""
        return self.qualified[: self.qualified.index(self.recommended)] if self.recommended else ()
