"""Rates as a table: every gateway, one sales tier, one day."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from portone_guide.facts.rate_table import RateRow
from portone_guide.facts.rate_words import RATE_STATES, charge_text, fee_key_name, rate_text, vat_factor, vat_text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import SalesTier
from portone_guide.terminal.blocks import Block, Bullets, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened, terminal_width

COLUMN_NAMES = {
    "card": "카드",
    "billing": "정기·수기",
    "signup": "가입비",
    "transfer": "계좌이체",
    "virtual_account": "가상계좌",
    "mobile.physical": "휴대폰 실물",
    "mobile.web_content": "휴대폰 웹",
    "mobile.app_content": "휴대폰 앱",
    "gift_certificate": "상품권",
    "overseas_card": "해외카드",
    "own_money": "자체 결제수단",
}
_MEANINGS = {
    "unknown": "출처에 요율이 없음",
    "not_supported": "지원하지 않음",
    "no_wallet": "자체 결제수단을 안내한 출처가 없음",
}
_SORTS = {
    "card": "카드 요율",
    "billing": "정기·수기 요율",
    "transfer": "계좌이체 요율",
    "virtual_account": "가상계좌 요금(건당 요금 먼저, 비율 요금은 그 뒤)",
    "mobile": "휴대폰 실물 요율",
    "signup": "가입비",
    "name": "이름",
}


class FeeView(NamedTuple):
    """What was asked for: the rows in their order, and what the screen says about them."""

    book: RuleBook
    rows: tuple[RateRow, ...]
    tier: SalesTier
    tier_given: bool
    on: date
    sort: str
    with_vat: bool


def fees_screen(view: FeeView, width: int | None) -> Screen:
    """Return the table and what to know of it; ``width`` None: never split."""
    return tuple(_blocks(view, width))


def _blocks(view: FeeView, width: int | None) -> Iterator[Block]:
    tier = view.book.fees.tiers[view.tier].name
    default = "" if view.tier_given else " (기본값. 다른 구간은 --tier)"
    yield Heading(f"결제대행사 요율 - 매출 구간 {tier}, {view.on} 기준")
    yield Text(f"매출 구간: {tier}{default}. 구간은 카드 요율에만 해당하고, 매출이 없는 새 사업자는 일반입니다.")
    yield Text(vat_text(view.book, view.with_vat))
    yield Text(f"순서: {_SORTS[view.sort]} 낮은 순, 모르는 곳은 뒤" if view.sort != "name" else "순서: 이름", "dim")
    yield Text("")
    yield from blocks_that_fit(_table(view, width), width)
    yield Text("")
    yield from rate_notes(view.book, view.rows, with_vat=view.with_vat)
    yield from fee_sources(view.book, view.rows)
    yield Heading("다음에 할 일")
    yield Command(
        "portone-guide rules show 결제대행사", "표에 없는 요율(휴대폰 정기결제, 해외 현지 결제수단, 본인인증)"
    )
    yield Command("portone-guide select-pg", "내 매출로 비용을 비교하려면")


def _table(view: FeeView, width: int | None) -> Table:
    factor = vat_factor(view.book, view.with_vat)
    columns = (Column("결제대행사"), *(Column(title, right=True) for title in COLUMN_NAMES.values()))
    rows = tuple(
        (
            shortened(view.book.pg_methods.gateways[row.gateway].name, label_width(width)),
            *(rate_text(row.rates[name], factor, signup=name == "signup") for name in COLUMN_NAMES),
        )
        for row in view.rows
    )
    return Table(columns, rows)


def rate_notes(book: RuleBook, rows: Iterable[RateRow], *, with_vat: bool = False) -> Iterator[Block]:
    """Yield what the words in a table of rates mean, and the terms behind its ranges."""
    rows = tuple(rows)
    states = {rate.state for row in rows for rate in row.rates.values()}
    said = [f"{word}: {_MEANINGS[state]}." for state, word in RATE_STATES.items() if state in states]
    if said:
        yield Text(" ".join(said), "dim")
    yield Text("휴대폰 결제의 요율은 파는 것에 따라 다름: 실물, 웹 콘텐츠, 앱(모바일) 콘텐츠.", "dim")
    if any(book.pg_methods.gateways[row.gateway].brand for row in rows):
        yield Text("간편결제사의 '카드'는 그 간편결제 안에서 카드로 낼 때의 요율임.", "dim")
    if any(rate.disputed for row in rows for rate in row.rates.values()):
        yield Text("* 출처끼리 어긋나는 값: portone-guide rules conflicts 결제대행사", "warn")
    terms = list(_terms(book, rows, vat_factor(book, with_vat)))
    if terms:
        yield Heading("조건에 따라 다른 요율")
        yield Bullets(tuple(terms))


def _terms(book: RuleBook, rows: Iterable[RateRow], factor: Decimal) -> Iterator[tuple[str, str]]:
    """Say what each of several charges in one cell is for; content columns that agree are told once."""
    for row in rows:
        told: dict[str, list[str]] = {}
        for name, rate in row.rates.items():
            if len(rate.charges) > 1 or any(condition for _, condition, _ in rate.charges):
                parts = [
                    f"{condition or fee_key_name(key, book)} {charge_text(charge, factor, signup=name == 'signup')}"
                    for key, condition, charge in rate.charges
                ]
                told.setdefault(", ".join(parts), []).append(COLUMN_NAMES[name])
        for text, names in told.items():
            yield f"{book.pg_methods.gateways[row.gateway].name} - {', '.join(names)}", text


def fee_sources(book: RuleBook, rows: Iterable[RateRow]) -> Iterator[Block]:
    """Yield the pages that the rates come from."""
    names = dict.fromkeys(source for row in rows for rate in row.rates.values() for source in rate.sources)
    if not names:
        yield Text("이 날짜에 알려진 요율이 없습니다: 요율을 처음 본 날보다 앞선 날짜인지 확인하세요.", "warn")
        return
    yield Heading("출처")
    found = (book.sources.sources[name] for name in names)
    yield Bullets(tuple((f"{source.title} ({source.checked} 확인)", source.url) for source in found))


def label_width(width: int | None) -> int:
    """Return how wide a gateway's name may be."""
    return 200 if width is None else max(8, min(24, width // 3))


def fees_json(view: FeeView) -> dict[str, Any]:
    """Return the table as one JSON object; rates are given both before and with VAT."""
    from portone_guide.facts import report as json_facts

    factor = vat_factor(view.book, True)
    used = [source for row in view.rows for rate in row.rates.values() for source in rate.sources]
    return {
        "schema_version": json_facts.SCHEMA_VERSION,
        "as_of": view.on.isoformat(),
        "tier": view.tier,
        "sort": view.sort,
        "vat_percent": str(view.book.fees.vat.rate.high),
        "gateways": [
            {
                "gateway": row.gateway,
                "name": view.book.pg_methods.gateways[row.gateway].name,
                "rates": json_facts.rates_json(row, factor),
            }
            for row in view.rows
        ],
        "sources": json_facts.sources_json(used, view.book, view.on),
    }


def show_fees(view: FeeView, *, plain: bool) -> None:
    """Print the rates in the width of the terminal."""
    from portone_guide.terminal.show import show

    show(fees_screen(view, None if plain else terminal_width()), plain=plain)
