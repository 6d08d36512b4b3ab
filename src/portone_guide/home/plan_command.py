"""``portone-guide plan show|set|edit|reset``: what is kept, changing it, and starting over."""

import os
from pathlib import Path
from typing import Annotated

import typer

from portone_guide.home.change_command import edit, set_
from portone_guide.home.words import NOBODY_TO_ASK, begun_anew, no_plan, not_moved, set_aside_question
from portone_guide.plan.file import LockError, PlanError
from portone_guide.rules.os_words import why_not
from portone_guide.shell.command import group_of
from portone_guide.shell.context import show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Json, PlanPath
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.terminal.out import say


def show(plan: PlanPath = None, json: Json = False) -> None:
    """계획 파일에 적힌 것을 보여 줍니다."""
    keeper = PlanKeeper(plan)
    kept = keeper.read()
    if json:
        from portone_guide.home.report import plan_report

        show_json(plan_report(kept))
    elif keeper.exists():
        from portone_guide.plan.store import plan_text

        say(plan_text(kept))
    else:
        say(no_plan(keeper.path, keeper.flags) + "\n")


def reset(
    plan: PlanPath = None,
    yes: Annotated[bool, typer.Option("--yes", help="묻지 않고 새로 시작합니다.")] = False,
    json: Json = False,
) -> None:
    """새로 시작합니다. 지금 파일은 지우지 않고 다른 이름으로 남겨 둡니다."""
    from portone_guide.plan.store import set_aside
    from portone_guide.shell.context import asking_allowed

    keeper = PlanKeeper(plan)
    if not os.path.lexists(keeper.path):
        _show_begun(None, no_plan(keeper.path, keeper.flags), json=json)
        return
    if not yes:
        if not asking_allowed():
            raise CommandError("needs_answers", NOBODY_TO_ASK, flag="--yes")
        if not typer.confirm(set_aside_question(keeper.path), err=True):
            _show_begun(None, "", json=json)
            return
    try:
        kept = set_aside(keeper.path)
    except PlanError as error:
        raise keeper.unusable(error.problems) from None
    except (OSError, LockError) as error:
        why = why_not(error)
        raise CommandError("plan_not_written", not_moved(keeper.path, why)) from None
    _show_begun(kept, begun_anew(kept), json=json)


def _show_begun(kept: Path | None, said: str, *, json: bool) -> None:
    """Say under which name the plan was set aside; None: there was none, or it stays."""
    if json:
        from portone_guide.home.report import reset_report

        show_json(reset_report(kept))
    elif said:
        say(said + "\n")


plan = group_of("계획 파일을 보거나 고치거나 새로 시작합니다.", show=show, set=set_, edit=edit, reset=reset)
