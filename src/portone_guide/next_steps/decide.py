"""Everything that a merchant needs from the choice to the first live payment, gathered from every rule file."""

from portone_guide.gateways.platforms import through_host
from portone_guide.gateways.references import References, references
from portone_guide.needs.reason import Reason
from portone_guide.next_steps.answer import Caution, NextSteps, Schedule
from portone_guide.next_steps.case import Case, case_of
from portone_guide.next_steps.channels import channels, concerning
from portone_guide.next_steps.code_change import code_changes
from portone_guide.next_steps.doubts import cautions, unknowns
from portone_guide.next_steps.insurance import insured
from portone_guide.next_steps.papers import card_review_looks, opening_items, papers
from portone_guide.next_steps.road import road
from portone_guide.next_steps.sample_choice import samples
from portone_guide.next_steps.schedule import AddDays, goal_of, schedule_of
from portone_guide.next_steps.sources import host_sources, sources_of
from portone_guide.next_steps.wishes import Wishes
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import GatewayContract
from portone_guide.rules.vocabulary import method_names


def next_steps(book: RuleBook, wishes: Wishes, add: AddDays) -> NextSteps:
    """Return the road of a merchant with its dates and facts; ``add`` adds business days.

    A shop that signs through the company that hosts it has no road here: its answer says so and nothing else.
    """
    case = case_of(book, wishes)
    host = through_host(book, wishes.requirements.platform)
    answer = _at_host(case, host) if host else _road(case, add)
    known = tuple(dict.fromkeys((*host_sources(answer), *sources_of(answer))))
    shown = tuple(dict.fromkeys(host_sources(answer))) if host else known
    return answer._replace(sources=shown, named=_named(book, answer, known))


def _road(case: Case, add: AddDays) -> NextSteps:
    book, wishes = case.book, case.wishes
    chosen = wishes.gateways
    steps = road(book, chosen, wishes.requirements, {name: carrier.version for name, carrier in case.carriers.items()})
    concerned = tuple(channels(case))
    shown, without = samples(case)
    return _empty(case)._replace(
        steps=steps,
        schedule=schedule_of(steps, wishes, add),
        goal=goal_of(steps, wishes, add),
        channels=concerned,
        untestable=concerning(book.channels.untestable_everywhere, case.versions, case.needs),
        contracts={name: book.contracts.gateways.get(name, GatewayContract()) for name in chosen},
        quick={name: row for name in chosen if (row := book.terms.quick_opening.get(name))},
        quick_excludes=book.terms.quick_opening_excludes,
        papers=papers(book.contracts, wishes.business, chosen),
        looks=card_review_looks(book.contracts, {need.style or "window" for need in case.needs}),
        opening=tuple(
            dict(
                entry
                for version in case.versions
                for entry in opening_items(book.contracts, version, wishes.requirements)
            ).items()
        ),
        samples=shown,
        code_changes=tuple(code_changes(case, concerned)),
        unknowns=tuple(unknowns(case, steps, concerned, without)),
        cautions=tuple(cautions(case)),
    )


def _at_host(case: Case, host: Reason) -> NextSteps:
    """Return the answer for a shop that signs through the company that hosts it."""
    platform = case.wishes.requirements.platform
    notes = case.book.terms.platforms[platform].notes if platform else ()
    return _empty(case)._replace(host=host, host_notes=notes, cautions=(Caution(None, host),))


def _empty(case: Case) -> NextSteps:
    book, wishes = case.book, case.wishes
    return NextSteps(
        wishes=wishes,
        versions=case.versions,
        steps=(),
        schedule=Schedule({}, backward=False),
        goal=None,
        test_console=book.channels.test_console,
        live_console=book.channels.live_console,
        channels=(),
        untestable=(),
        contracts={},
        quick={},
        quick_excludes=(),
        papers=(),
        insurance=insured(book.contracts.insurance, wishes.said),
        looks=(),
        opening=(),
        samples=(),
        code_changes=(),
        unknowns=(),
        cautions=(),
        sources=(),
        named=references(book),
        method_names=method_names(book.pg_methods),
    )


def _named(book: RuleBook, answer: NextSteps, sources: tuple[str, ...]) -> References:
    """Return what the answer names; a paper may name gateways that were not chosen."""
    return references(
        book,
        gateways=(*answer.wishes.gateways, *(name for _, paper in answer.papers for name in paper.gateways)),
        modules=(row.module for entry in answer.channels for row in entry.modules),
        sources=(*sources, *(row.source for row in answer.untestable)),
    )
