"""The answer of ``next-steps``: the road with its dates, and what each part of it wants. Faces take this alone."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from portone_guide.gateways.cautions import Caution
from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.references import References
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.next_steps.wishes import Wishes
from portone_guide.road.answer import Progress, RoadStep, State, StepKey
from portone_guide.rules.models.channel import (
    ConsolePath,
    LiveDifference,
    LiveField,
    TestChannel,
    TestMoneyRow,
    Untestable,
)
from portone_guide.rules.models.contract import (
    CardReviewLook,
    ContractDocument,
    GatewayContract,
    Insurance,
    OpeningItem,
    Reserve,
    SettlementCycle,
)
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.roadmap import RoadStage
from portone_guide.rules.models.source import Note
from portone_guide.rules.models.term import AmountLimit, QuickOpening
from portone_guide.samples.answer import Sample

_THIS: Final = "portone-guide next-steps"
Verdict = Literal["past", "tight", "possible"]


def stage_of(step: RoadStep) -> RoadStage:
    """Return the stage under which a step is told: opening is the end of going live."""
    return "live" if step.stage in {"prepare", "operate"} else step.stage  # type: ignore[return-value]


def other_command(step: RoadStep) -> str | None:
    """Return the command that helps with a step, but not this one, which has said it all."""
    return None if step.command == _THIS else step.command


class StepDates(NamedTuple):
    """When a step runs.

    Forward, ``start`` and ``end`` are the earliest days, ``*_latest`` the latest ones (None: nobody says).
    Backward, ``start`` and ``end`` are the days that leave each step its longest known time, ``*_latest`` the
    very last days. ``open_ended``: a step whose time nobody tells lies between here and the known day.
    """

    state: State
    start: date | None = None
    end: date | None = None
    start_latest: date | None = None
    end_latest: date | None = None
    open_ended: bool = False
    overdue: date | None = None


class Schedule(NamedTuple):
    """Dates by step. ``backward`` tells which way they were counted."""

    dates: Mapping[StepKey, StepDates]
    backward: bool

    def of(self, step: RoadStep) -> StepDates:
        """Return the dates of a step."""
        return self.dates[step.key]


class Goal(NamedTuple):
    """A wished opening day.

    ``apply_by`` leaves every step the longest time that a source gives, ``apply_latest`` the shortest: after it
    the day can't be met. ``step`` is the first step of the contract that is still open (None: all are over).
    ``unknown`` are the titles of steps whose time nobody tells: they make it earlier still.
    """

    open_by: date
    step: RoadStep | None
    apply_by: date | None
    apply_latest: date | None
    unknown: tuple[str, ...]
    earliest_opening: date | None
    verdict: Verdict


class ModuleChannels(NamedTuple):
    """What the pages say of one module's channels in these PortOne versions; empty: they say nothing."""

    module: str
    portone: tuple[PortOneVersion, ...]
    test: tuple[TestChannel, ...]
    live_fields: tuple[LiveField, ...]
    live_differences: tuple[LiveDifference, ...]


class GatewayChannels(NamedTuple):
    """The channels of one gateway, used in a PortOne version for a reason.

    ``money`` None: no page says what test mode does with the money.
    """

    gateway: str
    version: PortOneVersion
    why: Reason
    modules: tuple[ModuleChannels, ...]
    money: TestMoneyRow | None
    money_by_method: tuple[TestMoneyRow, ...]
    untestable: tuple[Untestable, ...]


class InsuranceNeed(NamedTuple):
    """What a month of sales asks for under one settlement cycle; all money in won, a premium is for one year.

    The monthly cap is the insured sum times ``multiple``; the insured sum is the least whole won whose cap
    covers the sales.
    """

    cycle: SettlementCycle
    multiple: int
    insured_sum: int
    monthly_cap: int
    premium_min: int
    premium_max: int


class Insured(NamedTuple):
    """Guarantee insurance: its rule, and what the monthly sales (won) ask for; empty: they were not said."""

    rule: Insurance
    monthly_sales: int | None
    needs: tuple[InsuranceNeed, ...]


class Reserved(NamedTuple):
    """Money that a gateway holds back, in won; None: sales were not said, or no page says for how long."""

    rule: Reserve
    monthly_sales: int | None
    monthly: int | None
    most: int | None


class ShownSample(NamedTuple):
    """A sample, and what it takes money for."""

    sample: Sample
    need: NamedNeed


class CodeChange(NamedTuple):
    """What changes in the code of one module on the day of opening."""

    module: str
    what: Reason


class Unknown(NamedTuple):
    """Something that no source says, to be asked of a gateway; ``gateway`` None: of each on the road."""

    gateway: str | None
    what: Reason


class NextSteps(NamedTuple):
    """The whole answer. Mappings are by gateway, but ``method_names``; papers and opening items come with their ids.

    ``gateways`` are those to sign with, in the order of signing.

    ``insurance`` None: none of the gateways wants it. ``untestable`` is what no gateway's test mode can show,
    ``quick_excludes`` what no quick opening lets sell. ``versions`` are PortOne's on the road: one wherever one will
    do. ``ahead`` is what comes next.
    ``host``: the shop signs through the company that hosts it, so that there is no road.
    """

    wishes: Wishes
    gateways: tuple[str, ...]
    versions: tuple[PortOneVersion, ...]
    steps: tuple[RoadStep, ...]
    schedule: Schedule
    goal: Goal | None
    test_console: ConsolePath
    live_console: ConsolePath
    channels: tuple[GatewayChannels, ...]
    untestable: tuple[Untestable, ...]
    contracts: Mapping[str, GatewayContract]
    limits: Mapping[str, tuple[AmountLimit, ...]]
    quick: Mapping[str, QuickOpening]
    quick_excludes: tuple[Note, ...]
    papers: tuple[tuple[str, ContractDocument], ...]
    insurance: Insured | None
    reserves: Mapping[str, Reserved]
    looks: tuple[CardReviewLook, ...]
    opening: tuple[tuple[str, OpeningItem], ...]
    samples: tuple[ShownSample, ...]
    code_changes: tuple[CodeChange, ...]
    unknowns: tuple[Unknown, ...]
    cautions: tuple[Caution, ...]
    disputes: tuple[str, ...]
    sources: tuple[str, ...]
    named: References
    method_names: Mapping[str, str]
    ahead: Progress
    host: Hosted | None = None

    @property
    def opens(self) -> RoadStep:
        """The last step until the shop is open."""
        return [step for step in self.steps if not step.later][-1]

    @property
    def version(self) -> PortOneVersion:
        """The first of PortOne's versions on the road."""
        return self.versions[0]
