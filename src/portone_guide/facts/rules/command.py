"""``portone-guide rules``: check the rule files, and see the facts with their sources."""

from typing import TYPE_CHECKING, Annotated

import typer

from portone_guide.facts.rules.drift.command import drift, snapshot
from portone_guide.facts.rules.keeper_command import fmt, new
from portone_guide.rules.errors import RuleFileError
from portone_guide.shell.command import group_of
from portone_guide.shell.context import day, gateway_id, load_rules, show_json
from portone_guide.shell.exits import Exit
from portone_guide.shell.flags import AsOf, Json, Plain, Rules

if TYPE_CHECKING:
    from portone_guide.terminal.blocks import Screen

_GATEWAY = "결제대행사: tosspayments, kcp ... (이름도 됨)"


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...]", help="기본 파일 대신 넣어 볼 규칙 파일이나 폴더: 종류는 kind로 알아봅니다."
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,  # taken for the sake of scripts: one line is as plain as can be
) -> int:
    """규칙 파일의 잘못을 한 번에 모두 찾습니다.

    잘못이 있으면 '파일:줄:칸: 무엇이 잘못이고 무엇을 적을지'를 한 줄에 하나씩 보이고 4로 끝납니다.
    """
    from portone_guide.facts.rules.check_decide import check as check_files

    checked = check_files(files or ())
    if json:
        from portone_guide.facts.rules.check_report import check_report

        show_json(check_report(checked))
        return Exit.BAD_RULES if checked.problems else Exit.OK
    if checked.counts is None:
        raise RuleFileError(list(checked.problems))
    from portone_guide.facts.rules.words import passed_text
    from portone_guide.terminal.out import say

    say(passed_text(checked, checked.counts) + "\n")
    return Exit.OK


def show(
    gateway: Annotated[str, typer.Argument(metavar="GATEWAY", help=_GATEWAY)],
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """한 결제대행사에 대해 규칙 파일이 말하는 모든 것을 출처와 함께 보입니다."""
    from portone_guide.facts.rules.show_decide import gateway_facts

    on = day(as_of)
    book = load_rules(rules)
    answer = gateway_facts(book, gateway_id(gateway, book.pg_methods), on)
    if json:
        from portone_guide.facts.rules.show_report import gateway_report

        show_json(gateway_report(answer))
        return
    from portone_guide.facts.rules.show_screen import gateway_screen

    _show(gateway_screen(answer), plain=plain)


def sources(as_of: AsOf = None, rules: Rules = None, json: Json = False, plain: Plain = False) -> None:
    """모든 출처를 그 내용의 날, 지난 날수와 함께 보입니다: 180일이 넘으면 '오래됨'."""
    from portone_guide.facts.rules.sources_decide import sources as every_source

    on = day(as_of)
    answer = every_source(load_rules(rules), on)
    if json:
        from portone_guide.facts.rules.sources_report import source_list_report

        show_json(source_list_report(answer))
        return
    from portone_guide.facts.rules.sources_screen import sources_screen

    _show(sources_screen(answer), plain=plain)


def conflicts(
    gateway: Annotated[str | None, typer.Argument(metavar="[GATEWAY]", help=_GATEWAY)] = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """출처끼리 어긋나는 곳을 두 쪽의 말과 고른 쪽, 까닭과 함께 보입니다."""
    from portone_guide.facts.rules.conflicts_decide import conflicts as found_conflicts

    book = load_rules(rules)
    answer = found_conflicts(book, gateway_id(gateway, book.pg_methods) if gateway else None)
    if json:
        from portone_guide.facts.rules.conflicts_report import conflicts_report

        show_json(conflicts_report(answer))
        return
    from portone_guide.facts.rules.conflicts_screen import conflicts_screen

    _show(conflicts_screen(answer), plain=plain)


def _show(screen: "Screen", *, plain: bool) -> None:
    from portone_guide.terminal.show import show as show_screen

    show_screen(screen, plain=plain)


rules = group_of(
    "규칙 파일을 점검하고, 사실을 출처와 함께 보입니다.",
    check=check,
    show=show,
    sources=sources,
    conflicts=conflicts,
    snapshot=snapshot,
    drift=drift,
    new=new,
    fmt=fmt,
)
