"""Everything that a merchant needs from the choice to the first live payment, gathered from every rule file."""

from collections.abc import Iterable

from portone_guide.gateways.cautions import Caution, cautions
from portone_guide.gateways.hosting import Hosted, through_host
from portone_guide.gateways.limits import limits_for
from portone_guide.gateways.references import References, references
from portone_guide.gateways.signing import months_to_wait
from portone_guide.next_steps.answer import NextSteps, Schedule
from portone_guide.next_steps.case import Case, case_of
from portone_guide.next_steps.channels import channels, concerning
from portone_guide.next_steps.code_change import code_changes
from portone_guide.next_steps.disputes import disputes_of
from portone_guide.next_steps.doubts import unknowns
from portone_guide.next_steps.insurance import insured, reserves
from portone_guide.next_steps.papers import card_review_looks, contracts_of, opening_items, papers, quick_openings
from portone_guide.next_steps.sample_choice import samples
from portone_guide.next_steps.schedule import AddDays, goal_of, schedule_of
from portone_guide.next_steps.sources import sources_of
from portone_guide.next_steps.wishes import Wishes
from portone_guide.road.answer import Progress, RoadStep
from portone_guide.road.progress import progress
from portone_guide.road.steps import road, with_preparation
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import method_names


def next_steps(book: RuleBook, wishes: Wishes, add: AddDays) -> NextSteps:
    """Return the road of a merchant with its dates and facts; ``add`` adds business days."""
    case = case_of(book, wishes)
    versions = {name: entry.version for name, entry in case.carriers.items()}
    waits = months_to_wait(book, wishes.requirements, case.shares)
    steps = road(book, {name: case.asking(name) for name in case.gateways}, versions, waits)
    contracts = contracts_of(case)
    concerned = tuple(channels(case))
    shown, without = samples(case)
    answer = NextSteps(
        wishes=wishes,
        gateways=case.gateways,
        versions=case.versions,
        steps=steps,
        schedule=schedule_of(steps, wishes, add),
        goal=goal_of(steps, wishes, add),
        test_console=book.channels.test_console,
        live_console=book.channels.live_console,
        channels=concerned,
        untestable=concerning(book.channels.untestable_everywhere, case.versions, case.needs),
        contracts=contracts,
        limits={name: tuple(limits_for(book, name, case.asking(name))) for name in case.gateways},
        quick=quick_openings(case),
        quick_excludes=book.terms.quick_opening_excludes,
        papers=papers(case),
        insurance=insured(book, case.customers, wishes.said),
        reserves=reserves(contracts, wishes.said),
        looks=tuple(card_review_looks(case)),
        opening=tuple(opening_items(case)),
        samples=shown,
        code_changes=tuple(code_changes(case, concerned)),
        unknowns=tuple(unknowns(case, steps, concerned, without)),
        cautions=tuple(cautions(book, wishes.requirements, case.found)),
        disputes=(),
        sources=(),
        named=references(book),
        method_names=method_names(book.pg_methods),
        ahead=_ahead(book, wishes, steps),
    )
    return _complete(case, answer)


def _ahead(book: RuleBook, wishes: Wishes, steps: Iterable[RoadStep]) -> Progress:
    whole = with_preparation(book, steps)
    return progress(whole, wishes.done, wishes.waiting, wishes.today, chosen=bool(wishes.gateways))


def _complete(case: Case, answer: NextSteps) -> NextSteps:
    """Return the answer with all that it rests on."""
    book = case.book
    answer = answer._replace(disputes=disputes_of(case, answer))
    sources = tuple(dict.fromkeys(sources_of(answer)))
    whole = answer._replace(sources=sources, named=_named(book, answer, sources))
    needs = case.wishes.requirements
    host = through_host(book, needs.platform, needs.builder)
    return _at_host(book, whole, host) if host else whole


def _at_host(book: RuleBook, answer: NextSteps, host: Hosted) -> NextSteps:
    """Return the answer for a shop that signs through the company that hosts it: it has no road here."""
    return answer._replace(
        steps=(),
        schedule=Schedule({}, backward=False),
        goal=None,
        channels=(),
        untestable=(),
        contracts={},
        limits={},
        quick={},
        papers=(),
        looks=(),
        opening=(),
        samples=(),
        code_changes=(),
        unknowns=(),
        cautions=(Caution(None, host.why),),
        disputes=(),
        sources=host.sources,
        named=references(
            book,
            gateways=answer.gateways,
            sources=(*answer.named.pages, *host.sources),
            on=answer.wishes.today,
        ),
        host=host,
    )


def _named(book: RuleBook, answer: NextSteps, sources: tuple[str, ...]) -> References:
    """Return what the answer names; a paper may name gateways that were not chosen."""
    return references(
        book,
        gateways=(*answer.gateways, *(name for _, paper in answer.papers for name in paper.gateways)),
        modules=(row.module for entry in answer.channels for row in entry.modules),
        sources=(*sources, *(row.source for row in answer.untestable)),
        on=answer.wishes.today,
        disputes=answer.disputes,
    )
