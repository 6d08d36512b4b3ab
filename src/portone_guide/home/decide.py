"""Where a merchant stands on the road: done, next, and what should have happened by now."""

from datetime import date

from portone_guide.gateways.hosting import Hosted, through_host
from portone_guide.gateways.references import references
from portone_guide.home.answer import DatedStep, Standing
from portone_guide.needs.places import place_of
from portone_guide.plan.model import Plan
from portone_guide.road.of_plan import known_gateways, progress_of
from portone_guide.rules.book import RuleBook


def standing(book: RuleBook, plan: Plan, today: date, *, plan_exists: bool) -> Standing:
    """Return where the plan says that the merchant stands.

    :raises AnswerError: the plan has an answer that can't be understood.
    """
    gateways = known_gateways(book, plan)
    found = progress_of(book, plan, today)
    host = _host(book, plan)
    ready = {step.key for step in (found.now, *found.also) if step}
    return Standing(
        plan_exists=plan_exists,
        chosen=plan.chosen,
        chosen_names=tuple(book.pg_methods.gateways[name].name for name in gateways),
        stages=book.roadmap.stages,
        stage=found.now.stage if found.now else "operate",
        done=tuple(DatedStep(step, found.days[step.key]) for step in found.steps if step.key in found.days),
        next=found.now,
        also=found.also,
        later=tuple(step for step in found.steps if found.states[step.key] == "open" and step.key not in ready),
        waited=found.waited,
        named=references(book, gateways=gateways, sources=host.sources if host else (), on=today),
        host=host,
    )


def _host(book: RuleBook, plan: Plan) -> Hosted | None:
    """Return how the shop of the plan signs through the company that hosts it; None also where that is not known."""
    place = place_of(plan.answers, book)
    return through_host(book, place.platform, place.builder) if place else None
