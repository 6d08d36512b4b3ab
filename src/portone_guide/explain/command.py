"""``portone-guide explain WORD``: what a word on the screens means, and who says so."""

from typing import Annotated, Final

import typer

from portone_guide.explain.decide import explained
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.words import problem_lines
from portone_guide.shell.context import format_of, load_rules, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import Format, Json, Plain, Rules
from portone_guide.terminal.out import say
from portone_guide.terminal.show import show, written

_FORMATS: Final = ("md", "json")


def explain(
    word: Annotated[
        str | None, typer.Argument(metavar="[WORD]", help="낱말: MID, 빌링키, webhook ... (없으면 모두)")
    ] = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
    format_: Format = None,
) -> None:
    """화면에 나오는 낱말의 뜻을 출처와 함께 보입니다."""
    shape = format_of(format_, _FORMATS, json=json)
    try:
        found = explained(load_rules(rules), word)
    except WrongValueError as error:
        raise CommandError("wrong_value", *problem_lines(error.problem)) from None
    if shape == "json":
        from portone_guide.explain.report import explain_report

        show_json(explain_report(found))
        return
    from portone_guide.explain.screen import explained_screen

    screen = explained_screen(found)
    if shape == "md":
        say(written(screen, "md"))
    else:
        show(screen, plain=plain)
