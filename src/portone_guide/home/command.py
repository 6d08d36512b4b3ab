"""``portone-guide`` alone shows where the merchant stands; ``done`` and ``undo`` keep what is finished."""

from datetime import date
from typing import Annotated

import typer

from portone_guide.home.words import NOT_KEPT, unknown_step
from portone_guide.needs.near_names import nearest
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import day, load_rules, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Json, Plain, PlanPath
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.terminal.show import View


def show_home(keeper: PlanKeeper, book: RuleBook, view: View, *, json: bool) -> None:
    """Show where the merchant stands on the road."""
    from portone_guide.home.decide import standing

    plan = keeper.read()
    answer = standing(book, plan, date.today(), plan_exists=keeper.exists())
    if json:
        from portone_guide.home.report import home_report

        show_json(home_report(answer))
        return
    from portone_guide.home.screen import home_page
    from portone_guide.shell.showing import show_answer

    show_answer(home_page(answer), view, keeper.flags)


def done(
    step: Annotated[str, typer.Argument(metavar="STEP", help="끝낸 단계의 이름")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="끝낸 날 (기본: 오늘)")] = None,
    plan: PlanPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """끝낸 단계를 계획 파일에 적고 다음에 할 일을 보여 줍니다."""
    _mark(step, day(on, "--on"), plan, json=json, plain=plain)


def undo(
    step: Annotated[str, typer.Argument(metavar="STEP", help="되돌릴 단계의 이름")],
    plan: PlanPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """끝냈다고 적은 단계를 되돌립니다."""
    _mark(step, None, plan, json=json, plain=plain)


def _mark(step: str, on: date | None, plan: str | None, *, json: bool, plain: bool) -> None:
    """Keep a step as done on a day, or as not done (None), and show the road.

    :raises CommandError: there is no such step, or the plan file can't be used or written.
    """
    book = load_rules(None)
    steps = book.roadmap.steps
    if step not in steps:
        raise CommandError("wrong_value", *unknown_step(step, nearest(step, steps, alike=0.4), steps))
    keeper = PlanKeeper(plan)
    keeper.change(lambda kept: kept.with_done(step, on))
    if not keeper.kept:
        raise CommandError("plan_not_written", NOT_KEPT)
    show_home(keeper, book, View(plain), json=json)
