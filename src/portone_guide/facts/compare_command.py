"""``portone-guide compare``: gateways side by side."""

from typing import Annotated

import typer

from portone_guide.rules.models.method import MethodsFile
from portone_guide.shell.context import AsOf, Json, Plain, Rules, day, load_rules, parse, show_json
from portone_guide.shell.exits import CommandError, Exit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def compare(
    gateways: Annotated[
        list[str] | None,
        typer.Argument(metavar="[GATEWAY...]", help="비교할 결제대행사 2~4곳: tosspayments kcp ... (이름도 됨)"),
    ] = None,
    tier: Annotated[
        str | None,
        typer.Option(metavar="T", help="매출 구간: micro, small_1, small_2, small_3, general (기본: general)"),
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
    level = parse({"tier": tier} if tier else {}, book, on).tier or "general"
    from portone_guide.facts.compare_screen import CompareView, compare_json, show_comparison

    view = CompareView(book, shown, RateTable(book, level, on).rows(shown), level, tier is not None, on)
    if json:
        show_json(compare_json(view))
    elif chosen:
        show_comparison(view, plain=plain)
    else:
        from portone_guide.facts.overview_screen import show_overview

        show_overview(view, plain=plain)


def gateway_id(text: str, file: MethodsFile) -> str:
    """Return the gateway that an argument names.

    :raises CommandError: none, or more than one; the nearest ids are told.
    """
    from portone_guide.gateways.names import UnknownGatewayError, find_gateway

    try:
        return find_gateway(text, file)
    except UnknownGatewayError as error:
        near = ", ".join(f"{name}({file.gateways[name].name})" for name in error.nearest)
        hint = f"혹시 이것인가요: {near}" if near else f"쓸 수 있는 이름: {', '.join(file.gateways)}"
        raise CommandError(Exit.USAGE, f"모르는 결제대행사입니다: '{text}'", hint) from None
