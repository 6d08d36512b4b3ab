"""Where a merchant stands on the road: done, next, and what should have happened by now."""

from datetime import date
from typing import get_args

from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.references import references
from portone_guide.home.answer import DatedStep, Standing
from portone_guide.needs.reason import Reason
from portone_guide.plan.model import Plan
from portone_guide.road.of_plan import known_gateways, progress_of
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PlatformId


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
        named=references(book, gateways=gateways, sources=host.sources if host else ()),
        host=host,
    )


def _host(book: RuleBook, plan: Plan) -> Reason | None:
    """Return why the shop of the plan signs through the company that hosts it; None also where that is not known."""
    platform = plan.answers.get("platform")
    known = next((name for name in get_args(PlatformId) if name == platform), None)
    return through_host(book, known) if known else None
