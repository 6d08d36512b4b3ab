"""What becomes of a plan when answers in it are given anew."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.needs.kept_answers import combined
from portone_guide.needs.question import Answer, Flow
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import read
from portone_guide.plan.model import Plan
from portone_guide.road.of_plan import with_choice
from portone_guide.rules.book import RuleBook
from portone_guide.shell.known_answers import DAYS, answers_of, settled_answers


class ChangedAnswer(NamedTuple):
    """What a plan said to a question, and what it says now; None: nothing."""

    key: str
    before: Answer | None
    after: Answer | None


def kept_answers(plan: Plan) -> dict[str, Answer]:
    """Return all that a plan answers, by question, as flags would: whom, and the days, among it."""
    return {**answers_of(plan.answers), **settled_answers(plan)}


def with_changes(plan: Plan, flow: Flow, given: Mapping[str, Answer], book: RuleBook, today: date) -> Plan:
    """Return the plan with answers given anew; what can't stand beside them goes, the rest stays.

    :raises AnswerError: one of them can't be understood.
    """
    known = combined(flow, kept_answers(plan), given, book)
    said = read(flow, known, book)
    by_id = {question.id: question for question in flow}
    days = {name: said.of(by_id[name]) for name in DAYS if name in by_id}
    elsewhere = {*DAYS, *({GATEWAY.id} if GATEWAY.id in given or plan.chosen else ())}
    answers = {name: answer for name, answer in known.items() if name not in elsewhere}
    plan = plan.with_answers(answers, plan.answers.keys() - answers.keys())._replace(**days)
    chosen = said.of(GATEWAY) if GATEWAY.id in given else plan.chosen
    return plan if chosen == plan.chosen else with_choice(book, plan, chosen, today)


def changes(before: Plan, after: Plan) -> tuple[ChangedAnswer, ...]:
    """Return which answers are others than before."""
    old, new = kept_answers(before), kept_answers(after)
    names = dict.fromkeys((*old, *new))
    return tuple(ChangedAnswer(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))
