"""``portone-guide plan set|edit``: answers of the plan are given anew, one by one; the rest of it stays."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from portone_guide.home import change_words as words
from portone_guide.home.words import NOT_KEPT
from portone_guide.shell.context import asking_allowed, load_rules, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Json, PlanPath
from portone_guide.shell.kept_questions import kept_questions
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.terminal.out import say, tell

if TYPE_CHECKING:
    from portone_guide.home.plan_change import ChangedAnswer
    from portone_guide.needs.question import Answer, Flow
    from portone_guide.rules.book import RuleBook


def set_(
    context: typer.Context,
    pairs: Annotated[
        list[str] | None, typer.Argument(metavar="KEY=VALUE...", help="tier=micro, 결제수단은 card,transfer처럼")
    ] = None,
    plan: PlanPath = None,
    json: Json = False,
) -> None:
    """계획에 적힌 답을 고칩니다. 키와 값은 플래그와 같고 우리말 이름도 됩니다.

    모두 읽을 수 있을 때만 적습니다. 새 답과 함께 쓸 수 없게 된 답은 빼고 알려 줍니다.
    """
    from portone_guide.home.plan_change import kept_answers
    from portone_guide.needs.typed_answers import UnknownKeyError, korean_name, typed_answers

    if not pairs:
        raise CommandError("wrong_usage", *words.no_pair(""))
    book, keeper = load_rules(None), PlanKeeper(plan)
    flow = kept_questions(context, book)
    try:
        given = typed_answers(pairs, flow, kept_answers(keeper.sound(book)), book)
    except UnknownKeyError as error:
        if error.near is None:
            raise CommandError("wrong_value", *words.no_pair(error.text)) from None
        keys = (question.id for question in flow)
        raise CommandError("wrong_value", *words.no_key(error.text, error.near, keys)) from None
    changed = _changed(keeper, flow, given, book)
    if json:
        from portone_guide.home.change_report import change_report

        show_json(change_report(changed))
        return
    names = {question.id: korean_name(question) for question in flow}
    for line in words.change_lines(changed, names, given) or [words.NOTHING_CHANGED]:
        say(f"{line}\n")


def edit(context: typer.Context, plan: PlanPath = None) -> None:
    """계획에 적힌 답 가운데 하나를 골라 다시 답합니다. 나머지는 그대로 둡니다."""
    from portone_guide.home.plan_change import kept_answers
    from portone_guide.needs.flow import BACK, PartlyAnswered, summary
    from portone_guide.needs.question import Option
    from portone_guide.terminal.prompts import TerminalAsker

    book, keeper, asker = load_rules(None), PlanKeeper(plan), TerminalAsker()
    flow = tuple(question for question in kept_questions(context, book) if question.text)
    by_id = {question.id: question for question in flow}
    while True:
        known = kept_answers(keeper.sound(book))
        lines = summary(flow, known, book)
        if not lines:
            line = " ".join(["portone-guide select-pg", *keeper.flags])
            raise CommandError("needs_answers", f"{words.NOTHING_TO_EDIT} {line}")
        if not asking_allowed():
            raise CommandError("needs_answers", words.NOBODY_TO_ASK, words.NO_PAIR_HINT)
        with _told_when_left(keeper):
            picked = asker.choose(words.WHICH, [*lines, Option("", words.ENOUGH)])
            if not picked:
                return
            question = by_id[picked]
            try:
                answer = asker.ask(question, question.options(known, book), known[picked], (1, 1), returns=True)
            except PartlyAnswered as left:
                _changed(keeper, flow, left.answers, book)
                raise
            if answer == BACK:
                continue
            changed = _changed(keeper, flow, {picked: answer}, book)
        dropped = [entry for entry in changed if entry.key != picked]
        names = {question.id: question.text for question in flow}
        for told in words.change_lines(dropped, names, [picked]):
            tell(told)


def _changed(
    keeper: PlanKeeper, flow: "Flow", given: Mapping[str, "Answer"], book: "RuleBook"
) -> "tuple[ChangedAnswer, ...]":
    """Keep answers, and return what is another one now.

    :raises CommandError: one can't be understood, or nothing can be written; the plan stays as it is.
    """
    from portone_guide.home.plan_change import changes, with_changes

    before = keeper.read()
    with _told_by_key():
        keeper.change(lambda plan: with_changes(plan, flow, given, book, date.today()))
    if not keeper.kept:
        raise CommandError("plan_not_written", NOT_KEPT)
    return changes(before, keeper.read())


@contextmanager
def _told_by_key() -> Iterator[None]:
    """Tell an answer that can't be understood with its key."""
    from portone_guide.needs.reading import AnswerError
    from portone_guide.needs.words import problem_lines

    try:
        yield
    except AnswerError as error:
        first, *more = problem_lines(error.problem)
        raise CommandError("wrong_value", f"{error.question.id}: {first}", *more) from None


@contextmanager
def _told_when_left(keeper: PlanKeeper) -> Iterator[None]:
    """Tell a person who went away how to go on."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        line = " ".join(["portone-guide plan edit", *keeper.flags])
        raise CommandError("interrupted", *words.broken_off(keeper.path.name, line)) from None
