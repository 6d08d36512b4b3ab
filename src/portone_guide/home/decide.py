"""Where a merchant stands on the road: done, next, and what should have happened by now."""

from collections.abc import Sequence
from datetime import date

from portone_guide.gateways.hosting import Hosted, through_host
from portone_guide.gateways.references import references
from portone_guide.home.answer import DatedStep, RoadStep, Standing
from portone_guide.needs.places import place_of
from portone_guide.plan.model import Plan
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import WAITING_ON


def standing(book: RuleBook, plan: Plan, today: date, *, plan_exists: bool) -> Standing:
    """Return where the plan says that the merchant stands."""
    steps, gateways = book.roadmap.steps, book.pg_methods.gateways
    done = tuple(DatedStep(name, step, plan.done[name]) for name, step in steps.items() if name in plan.done)
    ahead = tuple(RoadStep(name, step) for name, step in steps.items() if name not in plan.done)
    upcoming = ahead[0] if ahead else None
    host = _host(book, plan)
    return Standing(
        plan_exists=plan_exists,
        chosen=plan.chosen,
        chosen_names=tuple(gateways[name].name for name in plan.chosen if name in gateways),
        stages=book.roadmap.stages,
        stage=upcoming.step.stage if upcoming else "operate",
        done=done,
        next=upcoming,
        later=ahead[1:],
        overdue=_overdue(done, upcoming, today) if upcoming else None,
        named=references(book, sources=host.sources if host else (), on=today),
        host=host,
    )


def _host(book: RuleBook, plan: Plan) -> Hosted | None:
    """Return how the shop of the plan signs through the company that hosts it; None also where that is not known."""
    place = place_of(plan.answers, book)
    return through_host(book, place.platform, place.builder) if place else None


def _overdue(done: Sequence[DatedStep], upcoming: RoadStep, today: date) -> DatedStep | None:
    """Return the next step if it waits on others and its longest time is over.

    The clock of a step starts the day the step before it was done.
    """
    step = upcoming.step
    if not done or step.actor not in WAITING_ON or not step.days:
        return None
    from portone_guide.rules.business_days import add_business_days

    due = add_business_days(max(entry.on for entry in done), step.days.max)
    return DatedStep(upcoming.id, step, due) if due < today else None
