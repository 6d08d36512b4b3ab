"""What a command knows when it begins: what its flags say, and the plan's answers to what they don't."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from portone_guide.needs.kept_answers import combined
from portone_guide.needs.question import Answer, Flow
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import read
from portone_guide.plan.model import Plan
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import told_by_flag
from portone_guide.shell.plan_file import PlanKeeper

DAYS: Final = frozenset({"start", "open_by"})
"""The questions whose answers a plan has as days of its own."""


def answers_of(stored: Mapping[str, str | Sequence[str]]) -> dict[str, Any]:
    """Return the answers that a plan has, as flags give them."""
    return {name: answer if isinstance(answer, str) else list(answer) for name, answer in stored.items()}


def settled_answers(plan: Plan) -> dict[str, Any]:
    """Return what a plan has as its choice and its days, as answers to the questions for them."""
    chosen = {GATEWAY.id: list(plan.chosen)} if plan.chosen else {}
    days = (("start", plan.start), ("open_by", plan.open_by))
    return {**{name: day.isoformat() for name, day in days if day}, **chosen}


def remembered_answers(plan: Plan, command: str, flow: Flow) -> dict[str, Any]:
    """Return what a plan knows of a command's questions: its answers, and whom was chosen and the days if asked.

    What was answered before the questions were broken off is newer than the choice and the days that it may change.
    """
    answers, settled = answers_of(plan.answers), settled_answers(plan)
    broken_off = command in plan.asking
    # of the days, one direction takes the place of the other
    if (broken_off and DAYS & answers.keys()) or not {question.id for question in flow} >= DAYS:
        settled = {name: answer for name, answer in settled.items() if name not in DAYS}
    return {**settled, **answers} if broken_off else {**answers, **settled}


def known_answers(
    flow: Flow, kept: Mapping[str, Answer], given: Mapping[str, Answer], keeper: PlanKeeper, book: RuleBook
) -> dict[str, Any]:
    """Return the answers given, and those kept in the plan for what was not given; all can be understood.

    :raises CommandError: an answer can't be; it is told by its flag, or by its place in the plan file.
    """
    if kept:
        keeper.judged(flow, kept, book)
    with told_by_flag():
        return combined(flow, kept, given, book)


def keep_flags(
    keeper: PlanKeeper,
    flow: Flow,
    given: Mapping[str, Answer],
    book: RuleBook,
    more: Callable[[Plan], Plan] = lambda plan: plan,
) -> None:
    """Keep what flags answered, with a change ``more``; whom to sign with is kept as the choice.

    :raises CommandError: an answer can't be understood beside what the plan has by now.
    """
    from portone_guide.road.of_plan import with_choice

    answers = {name: answer for name, answer in given.items() if name != GATEWAY.id}
    with told_by_flag():
        named = read((GATEWAY,), given, book).of(GATEWAY)

    def change(plan: Plan) -> Plan:
        answered = with_answers(plan, flow, answers, book) if answers else plan
        return more(with_choice(book, answered, named, date.today()) if named else answered)

    keeper.change(change)


def with_answers(plan: Plan, flow: Flow, given: Mapping[str, Answer], book: RuleBook) -> Plan:
    """Return the plan with answers given now; what it has and can't stand beside them goes.

    :raises CommandError: an answer given now can't be understood beside what the plan has by now.
    """
    with told_by_flag():
        known = combined(flow, answers_of(plan.answers), given, book)
    return plan.with_answers(known, plan.answers.keys() - known.keys())
