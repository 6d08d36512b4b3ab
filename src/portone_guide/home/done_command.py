"""``portone-guide done STEP``: this step is finished."""

from typing import Annotated

import typer

from portone_guide.home.command import mark
from portone_guide.shell.context import Plain, day
from portone_guide.shell.plan_file import PlanPath

app = typer.Typer(rich_markup_mode=None)


@app.command()
def done(
    step: Annotated[str, typer.Argument(metavar="STEP", help="끝낸 단계의 이름")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="끝낸 날 (기본: 오늘)")] = None,
    plan: PlanPath = None,
    plain: Plain = False,
) -> None:
    """끝낸 단계를 계획 파일에 적고 다음에 할 일을 보여 줍니다."""
    mark(step, day(on), plan, plain=plain)
