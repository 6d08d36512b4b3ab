"""``portone-guide`` alone shows where the merchant stands; ``done`` and ``undo`` keep what is finished."""

from datetime import date
from typing import Annotated

import typer

from portone_guide.needs.near_names import nearest
from portone_guide.needs.words import did_you_mean
from portone_guide.rules.book import RuleBook
from portone_guide.shell.context import Plain, day, load_rules, show_json
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import PlanKeeper, PlanPath


def show_home(keeper: PlanKeeper, book: RuleBook, *, json: bool, plain: bool) -> None:
    """Show where the merchant stands on the road."""
    from portone_guide.home.decide import progress
    from portone_guide.home.screen import home_json, home_screen
    from portone_guide.rules.business_days import add_business_days
    from portone_guide.terminal.show import show

    plan = keeper.read()
    standing = progress(book.roadmap, plan.done, date.today(), add_business_days)
    if json:
        show_json(home_json(plan, standing))
    else:
        show(home_screen(plan, standing, book, plan_exists=keeper.path.exists()), plain=plain)


def done(
    step: Annotated[str, typer.Argument(metavar="STEP", help="끝낸 단계의 이름")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="끝낸 날 (기본: 오늘)")] = None,
    plan: PlanPath = None,
    plain: Plain = False,
) -> None:
    """끝낸 단계를 계획 파일에 적고 다음에 할 일을 보여 줍니다."""
    _mark(step, day(on), plan, plain=plain)


def undo(
    step: Annotated[str, typer.Argument(metavar="STEP", help="되돌릴 단계의 이름")],
    plan: PlanPath = None,
    plain: Plain = False,
) -> None:
    """끝냈다고 적은 단계를 되돌립니다."""
    _mark(step, None, plan, plain=plain)


def _mark(step: str, on: date | None, plan: str | None, *, plain: bool) -> None:
    """Keep a step as done on a day, or as not done (None), and show the road.

    :raises CommandError: there is no such step, or the plan file can't be used or written.
    """
    book = load_rules(None)
    steps = book.roadmap.steps
    if step not in steps:
        hint = did_you_mean(nearest(step, steps, alike=0.4), f"단계: {', '.join(steps)}")
        raise CommandError(Exit.USAGE, f"모르는 단계입니다: '{step}'", hint)
    keeper = PlanKeeper(plan)
    keeper.change(lambda kept: kept.with_done(step, on))
    if not keeper.kept:
        raise CommandError(Exit.BAD_PLAN, "적지 못해 바뀐 것이 없습니다: 쓸 수 있는 폴더에서 하거나 --plan을 적으세요.")
    show_home(keeper, book, json=False, plain=plain)
