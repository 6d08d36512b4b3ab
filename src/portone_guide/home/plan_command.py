"""``portone-guide plan show|reset``: what is kept, and starting over."""

from typing import Annotated

import typer

from portone_guide.shell.command import group_of
from portone_guide.shell.context import Json, show_json
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import PlanKeeper, PlanPath


def show(plan: PlanPath = None, json: Json = False) -> None:
    """계획 파일에 적힌 것을 보여 줍니다."""
    from portone_guide.plan.store import plan_text, plan_value

    keeper = PlanKeeper(plan)
    kept = keeper.read()
    if json:
        show_json({"schema_version": 1, **plan_value(kept)})
    elif keeper.path.exists():
        print(plan_text(kept), end="")
    else:
        print(f"계획 파일이 없습니다: {keeper.path}. 시작하기: portone-guide select-pg")


def reset(
    plan: PlanPath = None,
    yes: Annotated[bool, typer.Option("--yes", help="묻지 않고 새로 시작합니다.")] = False,
) -> None:
    """새로 시작합니다. 지금 파일은 지우지 않고 다른 이름으로 남겨 둡니다."""
    from portone_guide.plan.store import set_aside
    from portone_guide.shell.context import asking_allowed

    keeper = PlanKeeper(plan)
    if not keeper.path.exists():
        print(f"계획 파일이 없습니다: {keeper.path}. 시작하기: portone-guide select-pg")
        return
    if not yes:
        if not asking_allowed():
            raise CommandError(Exit.NEEDS_ANSWERS, "새로 시작할지 물어볼 터미널이 없습니다: --yes를 적으세요.")
        if not typer.confirm(f"{keeper.path}을(를) 옆에 남겨 두고 새로 시작할까요?", err=True):
            return
    try:
        kept = set_aside(keeper.path)
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(Exit.BAD_PLAN, f"{keeper.path}을(를) 옮기지 못했습니다: {why}") from None
    print(f"새로 시작합니다. 앞의 계획은 {kept}에 남겼습니다.")


plan = group_of("계획 파일을 보거나 새로 시작합니다.", show=show, reset=reset)
