"""Runs a wizard at the terminal and keeps what was answered."""

from collections.abc import Mapping
from typing import Any

from portone_guide.needs.flow import walk
from portone_guide.needs.question import Answer, Flow, never
from portone_guide.rules.book import RuleBook
from portone_guide.shell import words
from portone_guide.shell.exits import CommandError
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.typed_line import command_line
from portone_guide.terminal.prompts import TerminalAsker


def interview(
    command: str, flow: Flow, book: RuleBook, given: Mapping[str, Any], keeper: PlanKeeper, *, again: bool
) -> dict[str, Answer]:
    """Ask what is open (or everything ``again``) and return all answers; each is kept in the plan as it comes.

    :raises CommandError: interrupted; the answers so far are kept, and the way on is told.
    """
    asked = {question.id for question in flow if question.ask_if is not never}
    before = dict(given)
    start = {name: answer for name, answer in before.items() if not (again and name in asked)}
    latest: dict[str, Answer] = dict(start)

    def keep(answers: dict[str, Answer]) -> None:
        latest.clear()
        latest.update(answers)
        keeper.keep_answers({name: answer for name, answer in answers.items() if name in asked}, asked)

    asker = TerminalAsker()
    asker.say(words.welcome(None if keeper.no_save else keeper.path.name))
    try:
        return walk(flow, start, book, asker, keep=keep, remembered=before if again else None)
    except (KeyboardInterrupt, EOFError):
        raise CommandError("interrupted", *way_on(command, flow, latest, keeper)) from None


def way_on(command: str, flow: Flow, answers: Mapping[str, Answer], keeper: PlanKeeper) -> list[str]:
    """Say how to go on after an interruption: by the plan, or by flags where nothing was kept."""
    if keeper.kept:
        return words.way_on_by_plan(keeper.path.name, f"portone-guide {command}")
    return words.way_on_by_flags(command_line(command, flow, answers, "--ask"))
