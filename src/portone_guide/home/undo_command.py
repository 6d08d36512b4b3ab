"""``portone-guide undo STEP``: this step is not finished after all."""

from typing import Annotated

import typer

from portone_guide.home.command import mark
from portone_guide.shell.context import Plain
from portone_guide.shell.plan_file import PlanPath

app = typer.Typer(rich_markup_mode=None)


@app.command()
def undo(
    step: Annotated[str, typer.Argument(metavar="STEP", help="되돌릴 단계의 이름")],
    plan: PlanPath = None,
    plain: Plain = False,
) -> None:
    """끝냈다고 적은 단계를 되돌립니다."""
    mark(step, None, plan, plain=plain)
