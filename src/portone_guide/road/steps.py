"""The road of one merchant: general steps and those of each chosen gateway, and which must follow which."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from portone_guide.gateways.scope import audience, concerns
from portone_guide.gateways.shares import shares
from portone_guide.gateways.signing import months_to_wait
from portone_guide.needs.requirements import Requirements
from portone_guide.road.answer import RoadStep, StepKey
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
    """Return the road of a gateway that wants the shop open for some months."""
    steps = [step._replace(later=True) for step in _chained(lane, opened)]
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


def whole_road(book: RuleBook, gateways: Sequence[str], requirements: Requirements) -> tuple[RoadStep, ...]:
    """Return all steps of a merchant, from the choice on.

    The application waits for the site that is reviewed; trying the payment page waits for the choice alone.
    """
    found = shares(book, requirements, gateways)
    versions = {name: share.version for name, share in found.of.items()}
    waits = months_to_wait(book, requirements, {name: share.needs for name, share in found.of.items()})
    asked = {
        name: requirements.asking(share.needs) if share.needs else requirements for name, share in found.of.items()
    }
    return with_preparation(book, road(book, asked, versions, waits))


def with_preparation(book: RuleBook, rest: Iterable[RoadStep]) -> tuple[RoadStep, ...]:
    """Return a road with the steps that come before it; see :func:`whole_road`."""
    names = [name for name, step in book.roadmap.steps.items() if step.stage == "prepare"]
    made = _Maker(book.roadmap.steps)
    prepared = _chained([made.step(name) for name in names], ())
    first, last = prepared[:1], prepared[-1:]
    tied = [step if step.after else step._replace(after=_keys(last if step.applies else first)) for step in rest]
    return (*prepared, *tied)


def _keys(steps: Iterable[RoadStep]) -> tuple[StepKey, ...]:
    return tuple(step.key for step in steps)


class _Maker:
    """Makes road steps of rows."""

    def __init__(self, general: Mapping[str, Step]) -> None:
        self._general = general

    def shared(self, names: Iterable[str], contracts: Mapping[str, GatewayContract]) -> list[RoadStep]:
        """Return shared steps, each followed by what a gateway adds in the test stage."""
        found = []
        for name in names:
            found.append(self.step(name))
            if self._general[name].stage == "test":
                for gateway, contract in contracts.items():
                    found += [self._own(row, gateway) for row in contract.steps if _anchor(row) == name]
        return found

    def general_lane(self, names: Iterable[str]) -> list[RoadStep]:
        """Return the road where no gateway is chosen."""
        return [self.step(name) for name in names]

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
                found.append(self.step(name, gateway, contract))
            follow(name)
        for name in [name for name in rows if name not in tests]:
            follow(name)
        return sorted(found, key=lambda step: get_args(RoadStage).index(step.stage))

    def whole_lane(
        self, first: Sequence[str], rest: Sequence[str], gateway: str, contract: GatewayContract
    ) -> list[RoadStep]:
        """Return one gateway's road with an application of its own."""
        applied = [self.step(name, gateway, contract) for name in first]
        return [*applied, *self.lane(rest, first, gateway, contract)]

    def step(self, name: str, lane: str | None = None, contract: GatewayContract | None = None) -> RoadStep:
        """Return a general step, as it is at one gateway."""
        step = self._general[name]
        own = contract.days.get(name) if contract else None
        return RoadStep(
            id=name,
            lane=lane,
            own=own is not None,
            general=name,
            stage=step.stage,
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
            short=step.name,
            command=step.command,
        )

    def _own(self, row: GatewayStep, gateway: str) -> RoadStep:
        replaced = self._general.get(row.replaces or "")
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
            short=row.name,
            command=replaced.command if replaced else None,
        )


def _anchor(row: GatewayStep) -> str:
    return row.replaces or row.after or ""


def _chained(steps: Sequence[RoadStep], before: tuple[StepKey, ...]) -> list[RoadStep]:
    chained = []
    for step in steps:
        chained.append(step._replace(after=before))
        before = (step.key,)
    return chained
