"""What ``done`` and ``undo`` share: naming a step of the road and keeping its day in the plan."""

from datetime import date

from portone_guide.home.home_command import show_home
from portone_guide.needs.near_names import did_you_mean
from portone_guide.shell.context import load_rules
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import PlanKeeper


def mark(step: str, on: date | None, plan: str | None, *, plain: bool) -> None:
    """Keep a step as done on a day, or as not done (None), and show the road.

    :raises CommandError: there is no such step, or the plan file can't be used or written.
    """
    book = load_rules(None)
    steps = book.roadmap.steps
    if step not in steps:
        hint = did_you_mean(step, steps, f"단계: {', '.join(steps)}", alike=0.4)
        raise CommandError(Exit.USAGE, f"모르는 단계입니다: '{step}'", hint)
    keeper = PlanKeeper(plan)
    keeper.change(lambda kept: kept.with_done(step, on))
    if not keeper.kept:
        raise CommandError(Exit.BAD_PLAN, "적지 못해 바뀐 것이 없습니다: 쓸 수 있는 폴더에서 하거나 --plan을 적으세요.")
    show_home(keeper, book, json=False, plain=plain)
