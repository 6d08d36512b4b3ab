"""Rates as a table: every gateway, one sales tier, one day."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.facts.fees.answer import FeeTable, SortKey
from portone_guide.facts.rate_screen import age_line, name_width, rate_notes, rate_pages
from portone_guide.facts.rate_words import COLUMN_NAMES, DEFAULT_TIER, rate_text, with_vat_text, without_vat_text
from portone_guide.terminal.blocks import Block, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened

_SORTS: Final[Mapping[SortKey, str]] = {
    "card": "카드 요율",
    "billing": "정기·수기 요율",
    "transfer": "계좌이체 요율",
    "virtual_account": "가상계좌 요금(건당 요금 먼저, 비율 요금은 그 뒤)",
    "mobile": "휴대폰 실물 요율",
    "signup": "가입비",
}


def fees_screen(fees: FeeTable, width: int | None) -> Screen:
    """Return the table and what to know of it; ``width`` None: never split."""
    return tuple(_blocks(fees, width))


def _blocks(fees: FeeTable, width: int | None) -> Iterator[Block]:
    basis = fees.basis
    tier = basis.tier_name
    default = "" if basis.tier_given else f" {DEFAULT_TIER}"
    yield Heading(f"결제대행사 요율 - 매출 구간 {tier}, {basis.on} 기준")
    yield Text(f"매출 구간: {tier}{default}. 구간은 카드 요율에만 해당하고, 매출이 없는 새 사업자는 일반입니다.")
    yield Text(with_vat_text(basis.vat) if fees.with_vat else without_vat_text(basis.vat, "--vat"))
    order = "이름" if fees.sort == "name" else f"{_SORTS[fees.sort]} 낮은 순, 모르는 곳은 뒤"
    yield Text(f"순서: {order}", "dim")
    yield from age_line(fees.pages, basis.on)
    yield Text("")
    yield from blocks_that_fit(_table(fees, width), width)
    yield Text("")
    yield from rate_notes(fees.rows, basis.factor(fees.with_vat))
    yield from rate_pages(fees.rows, fees.pages, basis.on)
    yield Heading("다음에 할 일")
    line = f"portone-guide rules show {fees.rows[0].gateway}"
    yield Command(line, "표에 없는 요율(휴대폰 정기결제, 해외 현지 결제수단, 본인인증)을 한 곳씩 보려면")
    yield Command("portone-guide select-pg", "내 매출로 비용을 비교하려면")


def _table(fees: FeeTable, width: int | None) -> Table:
    factor = fees.basis.factor(fees.with_vat)
    columns = (Column("결제대행사"), *(Column(title, right=True) for title in COLUMN_NAMES.values()))
    rows = tuple(
        (
            shortened(row.facts.name, name_width(width)),
            *(rate_text(row.rates[name], factor, signup=name == "signup") for name in COLUMN_NAMES),
        )
        for row in fees.rows
    )
    return Table(columns, rows)
