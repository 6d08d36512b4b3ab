"""What the commands answer to a plan."""

from datetime import date

from portone_guide.checklist.questions import SITE, site_of
from portone_guide.home.decide import standing
from portone_guide.needs.places import hosted_place
from portone_guide.needs.question import Answer, texts_of
from portone_guide.needs.questions import GATEWAY, GOODS, PAYMENTS, PLATFORM
from portone_guide.next_steps.questions import NEXT_STEPS, OPEN_BY, START
from portone_guide.next_steps.wishes import Wishes
from portone_guide.plan.model import Plan
from portone_guide.report.answer import Whole
from portone_guide.road.of_plan import progress_of
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import parse, read_flow


def whole(book: RuleBook, plan: Plan, on: date, *, plan_exists: bool) -> Whole:
    """Return what every command answers to a plan.

    :raises CommandError: the plan has an answer that can't be understood.
    """
    from portone_guide.checklist.decide import checklist
    from portone_guide.next_steps.decide import next_steps
    from portone_guide.rules.business_days import add_business_days
    from portone_guide.select_pg.decide import select

    known = _known(plan)
    answers = parse(known, book, on)
    pays = any(texts_of(known, question.id) for question in PAYMENTS)
    described = pays or any(texts_of(known, question.id) for question in (GOODS, PLATFORM))
    road = None
    if plan.chosen:
        wishes = Wishes(answers, read_flow(NEXT_STEPS, known, book), on, plan.done, plan.waiting, plan.chosen)
        road = next_steps(book, wishes, add_business_days)
    ahead = progress_of(book, plan, on)
    site = site_of(read_flow(SITE, known, book), answers)
    return Whole(
        standing(book, plan, on, plan_exists=plan_exists),
        select(book, answers) if pays or hosted_place(known, book) else None,
        checklist(book, site, plan.checklist)._replace(ahead=ahead) if described or plan.checklist else None,
        road,
        known,
    )


def _known(plan: Plan) -> dict[str, Answer]:
    """Return the plan's answers as flags give them, with what it keeps elsewhere: whom, and the days."""
    known: dict[str, Answer] = {
        name: answer if isinstance(answer, str) else list(answer) for name, answer in plan.answers.items()
    }
    days = {START.id: plan.start, OPEN_BY.id: plan.open_by}
    return {
        **known,
        GATEWAY.id: list(plan.chosen),
        **{name: day.isoformat() for name, day in days.items() if day},
    }
