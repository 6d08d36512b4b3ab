"""The road of a plan: which steps it has, and what becomes of the plan when one of them is marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.requirements import requirements_from
from portone_guide.plan.model import Plan
from portone_guide.road.answer import CHOICE, Progress, RoadStep
from portone_guide.road.progress import progress
from portone_guide.road.states import day_kept, names_kept
from portone_guide.road.steps import road, whole_road, with_preparation
from portone_guide.rules.book import RuleBook


def known_gateways(book: RuleBook, plan: Plan) -> tuple[str, ...]:
    """Return the chosen gateways of a plan that the rule files have."""
    return tuple(name for name in plan.chosen if name in book.pg_methods.gateways)


def steps_of(book: RuleBook, plan: Plan, today: date) -> tuple[RoadStep, ...]:
    """Return the steps of a plan, those of each of its gateways among them.

    :raises AnswerError: it has an answer that can't be understood.
    """
    gateways = known_gateways(book, plan)
    if not gateways:
        return with_preparation(book, road(book, {}))
    return whole_road(book, gateways, requirements_from(plan.answers, book, today))


def progress_of(book: RuleBook, plan: Plan, today: date) -> Progress:
    """Return how far a plan has come; see :func:`steps_of`."""
    steps = steps_of(book, plan, today)
    return progress(steps, plan.done, plan.waiting, today, chosen=bool(known_gateways(book, plan)))


def marked(
    plan: Plan, step: RoadStep, steps: Sequence[RoadStep], *, done: date | None = None, waiting: date | None = None
) -> Plan:
    """Return the plan with a step done on a day, or waited for since one, or neither; the other steps stay.

    Who takes back the choice of gateways has none.
    """
    plan = plan._replace(
        done=_marked(plan.done, step, steps, done), waiting=_marked(plan.waiting, step, steps, waiting)
    )
    return plan._replace(chosen=()) if step.id == CHOICE and done is None else plan


def with_choice(book: RuleBook, plan: Plan, gateways: tuple[str, ...], day: date) -> Plan:
    """Return the plan with these gateways chosen on a day; none: the choice is taken back.

    What was done with a gateway stays its own, and is not taken for done with another one. A choice that stays the same
    keeps its day.

    :raises AnswerError: the plan has an answer that can't be understood.
    """
    steps = steps_of(book, plan, day)
    if not gateways:
        return marked(plan, steps[0], steps)
    done = dict(_by_own_names(plan.done, steps))
    day = done.get(CHOICE, day) if set(gateways) == set(plan.chosen) else day
    waiting = dict(_by_own_names(plan.waiting, steps))
    answers = {name: answer for name, answer in plan.answers.items() if name != GATEWAY.id}
    return plan._replace(answers=answers, chosen=gateways, done={**done, CHOICE: day}, waiting=waiting)


def _by_own_names(kept: Mapping[str, date], steps: Iterable[RoadStep]) -> Iterator[tuple[str, date]]:
    """Yield days kept; what was kept without a gateway comes under the names of those that were signed with."""
    shared = {name: [step for step in steps if step.lane and name in names_kept(step)] for name in kept}
    for name, day in kept.items():
        for new in [step.name for step in shared[name]] or [name]:
            yield new, day


def _marked(kept: Mapping[str, date], step: RoadStep, steps: Iterable[RoadStep], day: date | None) -> dict[str, date]:
    """Return the days kept with that of one step; a day that held for others, too, stays theirs."""
    names = set(names_kept(step))
    theirs = {
        other.name: held
        for other in steps
        if other.key != step.key and names & kept.keys() & set(names_kept(other)) and (held := day_kept(other, kept))
    }
    others = {name: held for name, held in kept.items() if name not in names}
    return {**others, **theirs, **({step.name: day} if day else {})}
