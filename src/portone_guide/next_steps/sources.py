"""Which pages an answer rests on, and where they disagree about it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from portone_guide.next_steps.answer import NextSteps


class _Sourced(Protocol):
    @property
    def source(self) -> str: ...


class _Disputable(Protocol):
    @property
    def conflict(self) -> str | None: ...


def sources_of(answer: NextSteps) -> Iterator[str]:
    """Yield the ids of the pages, in the order in which the answer tells what they say."""
    for step in answer.steps:
        yield from step.sources
    yield from (*answer.test_console.sources, *answer.live_console.sources)
    for entry in answer.channels:
        for module in entry.modules:
            yield from _of(module.test, module.live_fields, module.live_differences)
        yield from _of(entry.money_by_method, entry.untestable, filter(None, [entry.money]))
    for contract in answer.contracts.values():
        yield from _of(contract.settlement, contract.notes, contract.demands.values())
        yield from _of(filter(None, [contract.card_review_progress]))
    for limits in answer.limits.values():
        for limit in limits:
            yield from limit.sources
    yield from _of(answer.quick.values(), (paper for _, paper in answer.papers))
    if answer.insurance:
        yield from _of([answer.insurance.rule], answer.insurance.rule.rules)
    yield from _of((held.rule for held in answer.reserves.values()), answer.looks)
    for _, item in answer.opening:
        yield from item.sources
    for shown in answer.samples:
        yield from shown.sample.sources
    for caution in answer.cautions:
        yield from caution.what.sources


def channel_disputes(answer: NextSteps) -> Iterator[str]:
    """Yield the ids of what pages say differently about the channels that are told."""
    for entry in answer.channels:
        for module in entry.modules:
            yield from _disputed(module.test, module.live_fields)
        yield from _disputed(entry.money_by_method, entry.untestable, filter(None, [entry.money]))
    yield from _disputed(answer.untestable)


def _disputed(*groups: Iterable[_Disputable]) -> Iterator[str]:
    for rows in groups:
        yield from filter(None, (row.conflict for row in rows))


def _of(*groups: Iterable[_Sourced]) -> Iterator[str]:
    for rows in groups:
        for row in rows:
            yield row.source
