"""The road of one merchant: general steps and those of each chosen gateway, and which must follow which."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from portone_guide.gateways.scope import audience, concerns
from portone_guide.needs.requirements import Requirements
from portone_guide.next_steps.answer import RoadStep, StepKey
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import GatewayContract, GatewayStep
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.roadmap import Days, RoadStage, Step


def road(
    book: RuleBook,
    asked: Mapping[str, Requirements],
    versions: Mapping[str, PortOneVersion] = MappingProxyType({}),
    waits: Mapping[str, int] = MappingProxyType({}),
) -> tuple[RoadStep, ...]:
    """Return the steps that concern what is asked of each gateway, each after those that it waits for.

    ``versions`` has PortOne's version for each gateway; steps of another one are left out. ``waits`` has the gateways
    that are signed with only after the shop has been open for so many months.

    Building and trying the payment page runs beside the contracts, and each contract beside the others; the
    card companies' review waits for the page and for its own contract, and the opening for everything.
    """
    general = {name: step for name, step in book.roadmap.steps.items() if step.stage != "prepare"}
    test = [name for name, step in general.items() if step.stage == "test"]
    middle = [name for name, step in general.items() if step.stage in {"contract", "review", "live"}]
    last = [name for name, step in general.items() if step.stage == "operate"]
    first, rest = middle[:1], middle[1:]
    made = _Maker(general)
    rests = {name: [step for step in rest if _told(general[step], answers)] for name, answers in asked.items()}
    contracts = {
        name: _concerning(book.contracts.gateways.get(name, GatewayContract()), requirements, versions.get(name))
        for name, requirements in asked.items()
    }
    now = [name for name in asked if name not in waits]
    shared = made.shared(test, contracts)
    start = made.shared(first, contracts)
    lanes = [made.lane(rests[name], first, name, contracts[name]) for name in now] or [made.general_lane(rest)]
    found = [*_chained(shared, ()), *(step._replace(applies=True) for step in _chained(start, ()))]
    ends: list[StepKey] = []
    for lane in lanes:
        chained = _waiting_for_page(_chained(lane, tuple(step.key for step in start[-1:])), shared[-1:])
        found += chained
        ends += [step.key for step in chained[-1:]]
    found += _chained(made.shared(last, contracts), tuple(ends))
    opened = (found[-1].key,)
    for name, months in waits.items():
        found += _later(made.whole_lane(first, rests[name], name, contracts[name]), opened, months)
    return tuple(found)


def _waiting_for_page(lane: list[RoadStep], testing: Sequence[RoadStep]) -> list[RoadStep]:
    """Return a gateway's road whose first review waits for the page that was tried, too."""
    reviewed = next((index for index, step in enumerate(lane) if step.stage in {"review", "live"}), None)
    if reviewed is not None and testing:
        waiting = lane[reviewed]
        lane[reviewed] = waiting._replace(after=(*waiting.after, testing[0].key))
    return lane


def _later(lane: Sequence[RoadStep], opened: tuple[StepKey, ...], months: int) -> list[RoadStep]:
    """Return the road of a gateway that wants the shop open for some months; the plan knows only of the first ones."""
    steps = [step._replace(later=True, general=None) for step in _chained(lane, opened)]
    return [steps[0]._replace(wait_months=months, applies=True), *steps[1:]]


def _told(step: Step, answers: Requirements) -> bool:
    """Tell whether a general step concerns what is asked of a gateway."""
    return concerns(step.scope, audience(answers, (), answers.needs()))


def _concerning(
    contract: GatewayContract, requirements: Requirements, version: PortOneVersion | None
) -> GatewayContract:
    steps = [step for step in contract.steps if requirements.asks_for(step.concerns)]
    return contract._replace(
        steps=tuple(step for step in steps if not step.portone or version is None or version in step.portone)
    )


class _Maker:
    """Makes road steps of rows."""

    def __init__(self, general: Mapping[str, Step]) -> None:
        self._general = general

    def shared(self, names: Iterable[str], contracts: Mapping[str, GatewayContract]) -> list[RoadStep]:
        """Return shared steps, each followed by what a gateway adds in the test stage."""
        found = []
        for name in names:
            found.append(self._step(name, None, None))
            if self._general[name].stage == "test":
                for gateway, contract in contracts.items():
                    found += [self._own(row, gateway) for row in contract.steps if _anchor(row) == name]
        return found

    def general_lane(self, names: Iterable[str]) -> list[RoadStep]:
        """Return the road where no gateway is chosen."""
        return [self._step(name, None, None) for name in names]

    def lane(
        self, names: Sequence[str], first: Sequence[str], gateway: str, contract: GatewayContract
    ) -> list[RoadStep]:
        """Return one gateway's road after the application: general steps with its own in their places.

        What stands in place of a general step that is not among ``names`` is left out as that is.
        """
        tests = {name for name, step in self._general.items() if step.stage == "test"}
        rows: dict[str, list[GatewayStep]] = {}
        for row in contract.steps:
            if row.replaces is None or row.replaces in {*first, *names, *tests}:
                rows.setdefault(_anchor(row), []).append(row)
        found: list[RoadStep] = []

        def follow(name: str) -> None:
            for row in rows.pop(name, []):
                found.append(self._own(row, gateway))
                follow(row.id)

        for name in first:
            follow(name)
        for name in names:
            if not any(row.replaces == name for row in rows.get(name, ())):
                found.append(self._step(name, gateway, contract))
            follow(name)
        for name in [name for name in rows if name not in tests]:
            follow(name)
        return sorted(found, key=lambda step: get_args(RoadStage).index(step.stage))

    def whole_lane(
        self, first: Sequence[str], rest: Sequence[str], gateway: str, contract: GatewayContract
    ) -> list[RoadStep]:
        """Return one gateway's road with an application of its own."""
        applied = [self._step(name, gateway, contract) for name in first]
        return [*applied, *self.lane(rest, first, gateway, contract)]

    def _step(self, name: str, lane: str | None, contract: GatewayContract | None) -> RoadStep:
        step = self._general[name]
        own = contract.days.get(name) if contract else None
        return RoadStep(
            id=name,
            lane=lane,
            own=own is not None,
            general=name,
            stage="live" if step.stage in {"prepare", "operate"} else step.stage,  # type: ignore[arg-type]
            title=step.title,
            actor=step.actor,
            what=step.what,
            sources=tuple(dict.fromkeys((*step.sources, own.source))) if own else step.sources,
            where=step.where,
            prepare=step.prepare,
            days=Days(own.min, own.max) if own else step.days,
            days_text=own.text if own else None,
            next=step.next,
            after=(),
        )

    def _own(self, row: GatewayStep, gateway: str) -> RoadStep:
        return RoadStep(
            id=row.id,
            lane=gateway,
            own=True,
            general=row.replaces,
            stage=row.stage,
            title=row.title,
            actor=row.actor,
            what=row.what,
            sources=row.sources,
            where=row.where,
            prepare=row.prepare,
            days=row.days,
            days_text=None,
            next=row.next,
            after=(),
        )


def _anchor(row: GatewayStep) -> str:
    return row.replaces or row.after or ""


def _chained(steps: Sequence[RoadStep], before: tuple[StepKey, ...]) -> list[RoadStep]:
    chained = []
    for step in steps:
        chained.append(step._replace(after=before))
        before = (step.key,)
    return chained
