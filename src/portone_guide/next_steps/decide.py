"""Everything that a merchant needs from the choice to the first live payment, gathered from every rule file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.gateways.missing_facts import missing_facts, whom_to_ask
from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.next_steps.channels import GatewayChannels, channels_of, modules_for
from portone_guide.next_steps.goal import Goal, goal_of
from portone_guide.next_steps.insurance import InsuranceNeed, insurance_needs
from portone_guide.next_steps.papers import Business, card_review_looks, opening_items, papers
from portone_guide.next_steps.road import RoadStep, road
from portone_guide.next_steps.schedule import AddDays, Schedule, backward, forward
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import (
    CardReviewLook,
    ContractDocument,
    GatewayContract,
    OpeningItem,
    SettlementCycle,
)
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.term import QuickOpening
from portone_guide.samples.decide import Choice, Language, NoSample, Sample, samples_for


class Wishes(NamedTuple):
    """What the merchant said. ``start`` and ``open_by`` None: dates are counted from ``today``."""

    gateways: tuple[str, ...]
    needs: Requirements
    business: Business
    today: date
    start: date | None = None
    open_by: date | None = None
    done: Mapping[str, date] = {}
    language: Language | None = None
    monthly_sales: int | None = None
    cycle: SettlementCycle | None = None


class Unknown(NamedTuple):
    """Something that no source says, and where to ask; ``gateway`` None: it concerns the whole road."""

    gateway: str | None
    what: str
    ask: tuple[str, ...]


class Caution(NamedTuple):
    """Something that can keep the merchant from opening."""

    gateway: str | None
    text: str
    sources: tuple[str, ...]


class NextSteps(NamedTuple):
    """The whole answer."""

    wishes: Wishes
    version: PortOneVersion
    version_given: bool
    steps: tuple[RoadStep, ...]
    schedule: Schedule
    goal: Goal | None
    channels: tuple[GatewayChannels, ...]
    contracts: Mapping[str, GatewayContract]
    quick: Mapping[str, QuickOpening]
    papers: tuple[tuple[str, ContractDocument], ...]
    insurance: tuple[InsuranceNeed, ...]
    looks: tuple[CardReviewLook, ...]
    opening: tuple[tuple[str, OpeningItem], ...]
    samples: tuple[Sample, ...]
    no_samples: tuple[NoSample, ...]
    unknowns: tuple[Unknown, ...]
    cautions: tuple[Caution, ...]
    sources: tuple[str, ...]


def next_steps(book: RuleBook, wishes: Wishes, add: AddDays) -> NextSteps:
    """Return the road of a merchant with its dates and facts; ``add`` adds business days."""
    version = wishes.needs.portone or _version_for(book, wishes.gateways)
    steps = road(book, wishes.gateways, wishes.needs)
    start = wishes.start or wishes.today
    if wishes.open_by and not wishes.start:
        schedule = backward(steps, wishes.open_by, wishes.done, add)
    else:
        schedule = forward(steps, start, wishes.done, wishes.today, add)
    goal = goal_of(steps, wishes.open_by, wishes.done, wishes.today, add) if wishes.open_by else None
    needs = wishes.needs.needs()
    channels = tuple(
        channels_of(book, gateway, _own_needs(book, wishes.gateways, gateway, needs, version), (version,))
        for gateway in wishes.gateways
    )
    samples: list[Sample] = []
    without: list[NoSample] = []
    for gateway in wishes.gateways:
        shown = _own_needs(book, wishes.gateways, gateway, needs, version)
        shown = shown or (_first_need(book, gateway, version) if not needs else ())
        modules = modules_for(book, gateway, shown, (version,))
        found, missing = samples_for(book, Choice(gateway, modules, shown, version, wishes.language))
        samples += found
        without += missing
    unknowns = (*_unknowns(book, wishes, steps, channels), *_unsampled(book, without))
    answer = NextSteps(
        wishes=wishes,
        version=version,
        version_given=wishes.needs.portone is not None,
        steps=steps,
        schedule=schedule,
        goal=goal,
        channels=channels,
        contracts={name: book.contracts.gateways.get(name, GatewayContract()) for name in wishes.gateways},
        quick={name: row for name in wishes.gateways if (row := book.terms.quick_opening.get(name))},
        papers=papers(book.contracts, wishes.business, wishes.gateways),
        insurance=insurance_needs(book.contracts.insurance, wishes.monthly_sales, wishes.cycle)
        if wishes.monthly_sales
        else (),
        looks=card_review_looks(book.contracts, {need.style or "window" for need in needs}),
        opening=tuple(
            (name, item)
            for name, item in opening_items(book.contracts, (version,))
            if wishes.needs.asks_for(item.concerns)
        ),
        samples=tuple(samples),
        no_samples=tuple(without),
        unknowns=unknowns,
        cautions=tuple(_cautions(book, wishes, needs, version)),
        sources=(),
    )
    return answer._replace(sources=tuple(dict.fromkeys(_sources(book, answer))))


def carried(book: RuleBook, gateway: str, needs: Iterable[Need], version: PortOneVersion) -> tuple[Need, ...]:
    """Return the needs that a gateway is not known to lack."""
    table = SupportTable(book.pg_methods)
    return tuple(
        need
        for need in needs
        if any(table.find(name, version, need).supported == "yes" for name in table.modules_of[gateway])
    )


def _own_needs(
    book: RuleBook, chosen: Iterable[str], gateway: str, needs: Iterable[Need], version: PortOneVersion
) -> tuple[Need, ...]:
    """Return the needs that one gateway of a set carries: a brand that is chosen itself comes from nowhere else."""
    brands = {book.pg_methods.gateways[name].brand for name in chosen if name != gateway} - {None}
    return tuple(need for need in carried(book, gateway, needs, version) if need.brand not in brands)


def _version_for(book: RuleBook, gateways: Iterable[str]) -> PortOneVersion:
    """Return V2, unless a gateway has no module there: a shop uses one version."""
    modules = book.pg_methods.modules.values()
    for gateway in gateways:
        if not any("v2" in module.portone for module in modules if module.gateway == gateway):
            return "v1"
    return "v2"


def _first_need(book: RuleBook, gateway: str, version: PortOneVersion) -> tuple[Need, ...]:
    """Return what most merchants begin with, where nothing was asked for: the first documented call."""
    for name, module in book.pg_methods.modules.items():
        if module.gateway == gateway and version in module.portone:
            for row in book.code_samples.samples.get(name, ()):
                if row.portone == version:
                    return (Need(row.type, next(iter(row.methods))),)
    return ()


def _unknowns(
    book: RuleBook, wishes: Wishes, steps: Iterable[RoadStep], channels: Iterable[GatewayChannels]
) -> Iterator[Unknown]:
    shown = {(entry.gateway, row.module) for entry in channels for row in entry.modules}
    open_steps = [
        step.title for step in steps if step.days is None and step.actor in {"gateway", "card_issuers", "portone"}
    ]
    if open_steps:
        ask = tuple(text for name in wishes.gateways for text in whom_to_ask(book, name))
        yield Unknown(None, f"걸리는 시간: {', '.join(dict.fromkeys(open_steps))}", ask)
    for missing in missing_facts(book):
        if missing.gateway not in wishes.gateways or missing.fact == "sample":
            continue
        if missing.module is None or (missing.gateway, missing.module) in shown:
            module = f" ({book.pg_methods.modules[missing.module].name})" if missing.module else ""
            yield Unknown(missing.gateway, missing.what + module, whom_to_ask(book, missing.gateway))


def _unsampled(book: RuleBook, without: Iterable[NoSample]) -> Iterator[Unknown]:
    for entry in without:
        label = entry.need.label(book.pg_methods)
        what = f"포트원 {entry.portone.upper()} {label}의 코드 예시 (개발자센터의 연동 안내를 함께 보세요)"
        yield Unknown(entry.gateway, what, whom_to_ask(book, entry.gateway))


def _cautions(book: RuleBook, wishes: Wishes, needs: tuple[Need, ...], version: PortOneVersion) -> Iterator[Caution]:
    for need in needs:
        if wishes.gateways and not any(carried(book, gateway, (need,), version) for gateway in wishes.gateways):
            label = need.label(book.pg_methods)
            yield Caution(None, f"{label}: 고른 곳이 포트원 {version.upper()}에서 지원한다는 출처가 없습니다", ())
    answers = wishes.needs
    for gateway in wishes.gateways:
        for row in book.terms.conditions.get(gateway, ()):
            if row.goods in {None, answers.goods} and row.platform in {None, answers.platform}:
                yield Caution(gateway, row.text, (row.source,))


def _sources(book: RuleBook, answer: NextSteps) -> Iterator[str]:
    for step in answer.steps:
        yield from step.sources
    yield from (*book.channels.test_console.sources, *book.channels.live_console.sources)
    for entry in answer.channels:
        for module in entry.modules:
            yield from (row.source for row in module.test)
            yield from (row.source for row in module.live_fields)
            yield from (note.source for note in module.live_differences)
        yield from (row.source for row in entry.money_by_method)
        yield from (row.source for row in entry.untestable)
        if entry.money:
            yield entry.money.source
    for contract in answer.contracts.values():
        yield from (row.source for row in contract.settlement)
        yield from (note.source for note in contract.notes)
        if contract.card_review_progress:
            yield contract.card_review_progress.source
    yield from (row.source for row in answer.quick.values())
    yield from (row.source for _, row in answer.papers)
    insurance = book.contracts.insurance
    yield from (insurance.source, *(row.source for row in insurance.rules))
    yield from (row.source for row in answer.looks)
    for _, item in answer.opening:
        yield from item.sources
    for sample in answer.samples:
        yield from sample.sources
    for caution in answer.cautions:
        yield from caution.sources
