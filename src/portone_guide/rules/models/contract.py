"""The shape of ``contracts.yaml``: how the road differs by gateway, what to hand in, what insurance costs."""

from typing import Literal, NamedTuple

from portone_guide.rules.models.fields import (
    AnchorId,
    ConcernId,
    ConflictId,
    DayCount,
    Demand,
    GatewayId,
    Id,
    IndustryId,
    IntegrationStyle,
    MonthCount,
    OfGateways,
    PortOneVersion,
    Rate,
    SourceId,
    StepId,
    Supported,
    Text,
    Url,
    Whole,
)
from portone_guide.rules.models.roadmap import Actor, Days, RoadStage
from portone_guide.rules.models.scope import Scope, ScopedNote

BusinessKind = Literal["sole", "corporation", "foreign_representative", "overseas"]
SettlementCycle = Literal["daily", "four_a_month", "two_a_month", "once_a_month"]


class GatewayStep(NamedTuple):
    """A step of one gateway: it follows the general step ``after``, or stands in for ``replaces``.

    It concerns only those who ask for one of ``concerns`` (payment types, methods), and the PortOne versions of
    ``portone``, where those are named. ``name`` is what people call it in short.
    """

    id: Id
    stage: RoadStage
    title: Text
    actor: Actor
    what: Text
    sources: tuple[SourceId, ...]
    name: Text | None = None
    concerns: tuple[ConcernId, ...] = ()
    portone: tuple[PortOneVersion, ...] = ()
    after: AnchorId | None = None
    replaces: AnchorId | None = None
    where: Text | None = None
    prepare: tuple[Text, ...] = ()
    days: Days | None = None
    next: Text | None = None


class SourcedDays(NamedTuple):
    """Business days of a general step at one gateway."""

    min: DayCount
    max: DayCount
    source: SourceId
    text: Text | None = None


class ProgressPage(NamedTuple):
    """Where the card companies' review of a gateway can be looked up."""

    where: Text
    source: SourceId
    url: Url | None = None


class Settlement(NamedTuple):
    """When a gateway pays out."""

    cycle: Text
    source: SourceId
    method: Text | None = None
    scope: Scope = Scope()


class Demanded(NamedTuple):
    """Whether a gateway asks for something; ``why`` is what its page says, for an answer that isn't a plain yes."""

    asked: Supported
    source: SourceId
    why: Text | None = None
    conflict: ConflictId | None = None


class Reserve(NamedTuple):
    """Money that a gateway holds back of each payment, or of what it pays out, and gives back later."""

    rate: Rate
    of: Literal["payments", "settlement"]
    length: Text
    source: SourceId
    days: DayCount | None = None
    months: MonthCount | None = None


class GatewayContract(NamedTuple):
    """One gateway's own road. ``days`` is by the id of a general step.

    What ``demands`` does not name, no page of the gateway says.
    """

    steps: tuple[GatewayStep, ...] = ()
    days: dict[StepId, SourcedDays] = {}  # noqa: RUF012
    card_review_progress: ProgressPage | None = None
    settlement: tuple[Settlement, ...] = ()
    notes: tuple[ScopedNote, ...] = ()
    demands: dict[Demand, Demanded] = {}  # noqa: RUF012
    reserve: Reserve | None = None


class ContractDocument(NamedTuple):
    """A document to hand in; no ``kinds`` or ``gateways``: everybody.

    ``demand`` is what it is handed in for: where no gateway asks for that, it is not handed in.
    """

    name: Text
    source: SourceId
    kinds: tuple[BusinessKind, ...] = ()
    gateways: tuple[GatewayId, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    note: Text | None = None
    conflict: ConflictId | None = None
    scope: Scope = Scope()
    demand: Demand = "paper_contract"


class Insurance(NamedTuple):
    """Guarantee insurance: premium percent of the insured sum a year; the monthly cap is the sum times ``caps``."""

    premium_rate: Rate
    caps: dict[SettlementCycle, Whole]
    source: SourceId
    rules: tuple[ScopedNote, ...] = ()


class CardReviewLook(NamedTuple):
    """What card companies look at, by integration style."""

    style: IntegrationStyle
    what: Text
    source: SourceId
    scope: Scope = Scope()


class OpeningItem(NamedTuple):
    """One thing to check before opening; ``demand`` as in :class:`ContractDocument`, none: it waits for nothing."""

    portone: tuple[PortOneVersion, ...]
    title: Text
    why: Text
    how: Text
    sources: tuple[SourceId, ...]
    scope: Scope = Scope()
    demand: Demand | None = None


class ContractsFile(NamedTuple):
    """``contracts.yaml``."""

    kind: Literal["contracts"]
    documents: dict[Id, ContractDocument]
    insurance: Insurance
    card_review: tuple[CardReviewLook, ...]
    opening: dict[Id, OpeningItem]
    gateways: OfGateways[dict[GatewayId, GatewayContract]] = {}  # noqa: RUF012 - never changed
