"""``portone-guide compare``: gateways side by side."""

from typing import Annotated

import typer

from portone_guide.facts.questions import TIER_OF_RATES
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import day, gateway_id, load_rules, parse, show_json
from portone_guide.shell.flags import AsOf, Json, Plain, Rules


@asking(TIER_OF_RATES)
def compare(
    given: Given,
    gateways: Annotated[
        list[str] | None,
        typer.Argument(metavar="[GATEWAY...]", help="비교할 결제대행사 2~4곳: tosspayments kcp ... (이름도 됨)"),
    ] = None,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """결제대행사를 나란히 비교합니다: 결제수단, 연동방식, 모듈, 포트원 버전, 요율, 가입비.

    이름을 주지 않으면 일반 결제대행사를 모두 한눈에 보입니다.
    """
    from portone_guide.facts.compare.decide import overview, side_by_side
    from portone_guide.facts.rate_table import rate_basis

    on = day(as_of)
    book = load_rules(rules)
    named = [gateway_id(name, book.pg_methods) for name in gateways or ()]
    basis = rate_basis(book, parse(given, book, on).tier, on, tier_given="tier" in given)
    if json:
        from portone_guide.facts.compare.report import compare_report

        show_json(compare_report(side_by_side(book, named, basis)))
        return
    from portone_guide.terminal.show import show
    from portone_guide.terminal.split_table import terminal_width

    width = None if plain else terminal_width()
    if named:
        from portone_guide.facts.compare.screen import compare_screen

        show(compare_screen(side_by_side(book, named, basis), width), plain=plain)
    else:
        from portone_guide.facts.compare.overview_screen import overview_screen

        show(overview_screen(overview(book, basis), width), plain=plain)
