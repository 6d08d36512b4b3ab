"""``portone-guide compare``: gateways side by side."""

from typing import Annotated

import typer

from portone_guide.facts.questions import TIER_OF_RATES
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import AsOf, Json, Plain, Rules, day, gateway_id, load_rules, parse, show_json


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
    from portone_guide.facts.rate_table import RateTable

    on = day(as_of)
    book = load_rules(rules)
    file = book.pg_methods
    chosen = tuple(dict.fromkeys(gateway_id(name, file) for name in gateways or ()))
    shown = chosen or tuple(name for name, facts in file.gateways.items() if facts.role == "general")
    level = parse(given, book, on).tier or "general"
    from portone_guide.facts.compare_screen import CompareView, compare_json, show_comparison

    view = CompareView(book, shown, RateTable(book, level, on).rows(shown), level, "tier" in given, on)
    if json:
        show_json(compare_json(view))
    elif chosen:
        show_comparison(view, plain=plain)
    else:
        from portone_guide.facts.overview_screen import show_overview

        show_overview(view, plain=plain)
