"""Where the pages disagree on which the road rests: what its rows name, and what is said of its places."""

from collections.abc import Iterator

from portone_guide.gateways.demands import demand_disputes
from portone_guide.gateways.disputes import disputed, disputes_at
from portone_guide.gateways.scope import audience
from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.case import Case
from portone_guide.next_steps.sources import channel_disputes
from portone_guide.rules.models.source import Place

_ON_THE_ROAD: tuple[Place, ...] = ("support", "platform", "contract", "channels", "code")


def disputes_of(case: Case, answer: NextSteps) -> tuple[str, ...]:
    """Return the ids of the disputes, those of rows first, then by gateway with what it carries."""
    answers = case.wishes.requirements
    placed: list[str] = []
    for gateway, carrier in case.carriers.items():
        merchant = case.customer(gateway)._replace(versions=tuple(carrier.versions))
        placed += disputes_at(case.book, _ON_THE_ROAD, merchant)
    general = disputes_at(case.book, _ON_THE_ROAD, audience(answers, case.versions, case.needs), general=True)
    return disputed(case.book, (*_by_rows(case, answer), *placed, *general), answer.gateways)


def _by_rows(case: Case, answer: NextSteps) -> Iterator[str | None]:
    coverage = case.found.coverage
    for share in case.found.of.values():
        for _, finding in share.findings:
            yield from finding.conflicts
    lacking = [need for need in case.needs if not case.found.carried(need)]
    for gateway, share in case.found.of.items():
        yield from coverage.disputes(gateway, share.version, share.needs)
        for version in case.found.allowed:
            yield from coverage.disputes(gateway, version, lacking)
    for caution in answer.cautions:
        yield from caution.what.conflicts
    steps = case.book.roadmap.steps
    yield from (steps[step.general].conflict for step in answer.steps if step.general in steps)
    yield from demand_disputes(case.book, answer.gateways)
    yield from channel_disputes(answer)
    yield from (limit.conflict for limits in answer.limits.values() for limit in limits)
    yield from (paper.conflict for _, paper in answer.papers)
