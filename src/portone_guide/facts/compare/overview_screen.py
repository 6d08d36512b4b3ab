"""All ordinary gateways at a glance, to choose from."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.facts.answer import Cell
from portone_guide.facts.compare.answer import Glance, GlanceColumn, Overview
from portone_guide.facts.compare.legend_screen import rates_line, state_legend
from portone_guide.facts.rate_screen import age_line, name_width
from portone_guide.facts.rate_words import rate_text
from portone_guide.facts.support_words import state_word, versions_text
from portone_guide.terminal.blocks import Block, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened

_TITLES: Final[Mapping[GlanceColumn, str]] = {
    "billing_window": "정기(결제창)",
    "billing_api": "정기(API)",
    "key_in": "수기",
    "virtual_account": "가상계좌",
    "mobile": "휴대폰",
}
_OVERSEAS: Final = "해외카드"


def overview_screen(overview: Overview, width: int | None) -> Screen:
    """Return one row for each gateway; ``width`` None: never split the table."""
    return tuple(_blocks(overview, width))


def _blocks(overview: Overview, width: int | None) -> Iterator[Block]:
    yield Heading(f"일반 결제대행사 {len(overview.gateways)}곳 한눈에 보기 ({overview.basis.on} 기준)")
    yield Text(
        "그곳의 모듈과 포트원 버전 가운데 하나라도 되면 '지원'입니다. 카드로 받는 경우이고, 간편결제는 PG 제휴입니다."
    )
    yield rates_line(overview.basis)
    yield from age_line(overview.pages, overview.basis.on)
    yield Text("")
    yield from blocks_that_fit(_table(overview, width), width)
    yield Text("")
    yield from state_legend(cell for glance in overview.gateways for cell in _cells(glance))
    yield Heading("다음에 할 일")
    pair = " ".join(glance.rates.gateway for glance in overview.gateways[:2])
    yield Command(f"portone-guide compare {pair}", "2~4곳을 골라 나란히 비교하려면 (간편결제사, 해외결제사도 됨)")


def _table(overview: Overview, width: int | None) -> Table:
    columns = (
        Column("결제대행사"),
        Column("명령에 쓰는 이름"),
        Column("포트원"),
        Column("카드", right=True),
        Column("가입비", right=True),
        *map(Column, (*_TITLES.values(), *overview.gateways[0].brands, _OVERSEAS)),
    )
    return Table(columns, tuple(_row(glance, name_width(width)) for glance in overview.gateways))


def _cells(glance: Glance) -> tuple[Cell, ...]:
    ordinary = (glance.cells[column] for column in _TITLES)
    return (*ordinary, *glance.brands.values(), glance.cells["overseas_card"])


def _row(glance: Glance, width: int | None) -> tuple[str, ...]:
    rates = glance.rates
    return (
        shortened(rates.facts.name, width),
        rates.gateway,
        versions_text(glance.versions),
        rate_text(rates.rates["card"]),
        rate_text(rates.rates["signup"], signup=True),
        *map(state_word, _cells(glance)),
    )
