"""All ordinary gateways at a glance, to choose from."""

from collections.abc import Iterator

from portone_guide.facts.compare_screen import CompareView, state_legend, state_word, versions_text
from portone_guide.facts.comparison import Comparison
from portone_guide.facts.fees_screen import label_width
from portone_guide.facts.rate_words import rate_text, vat_text
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType
from portone_guide.terminal.blocks import Block, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened, terminal_width

_SHOWN: tuple[tuple[str, PaymentType, str, IntegrationStyle | None], ...] = (
    ("정기(결제창)", "billing", "card", "window"),
    ("정기(API)", "billing", "card", "api"),
    ("수기", "key_in", "card", None),
    ("가상계좌", "one_time", "virtual_account", None),
    ("휴대폰", "one_time", "mobile", None),
    ("카카오페이", "one_time", "easy_pay:kakaopay", None),
    ("네이버페이", "one_time", "easy_pay:naverpay", None),
    ("해외카드", "overseas", "card", None),
)


def overview_screen(view: CompareView, width: int | None) -> Screen:
    """Return one row for each gateway; ``width`` None: never split the table."""
    return tuple(_blocks(view, width))


def _blocks(view: CompareView, width: int | None) -> Iterator[Block]:
    yield Heading(f"일반 결제대행사 {len(view.gateways)}곳 한눈에 보기 ({view.on} 기준)")
    yield Text(
        "그곳의 모듈과 포트원 버전 가운데 하나라도 되면 '지원'입니다. 카드로 받는 경우이고, 간편결제는 PG 제휴입니다."
    )
    yield Text(f"요율: {view.tier_text()}. {vat_text(view.book, None)}")
    yield Text("")
    table = _table(view, width)
    yield from blocks_that_fit(table, width)
    yield Text("")
    yield from state_legend(cell for row in table.rows for cell in row[3:])
    yield Heading("다음에 할 일")
    pair = " ".join(view.gateways[:2])
    yield Command(f"portone-guide compare {pair}", "2~4곳을 골라 나란히 비교하려면 (간편결제사, 해외결제사도 됨)")


def _table(view: CompareView, width: int | None) -> Table:
    file = view.book.pg_methods
    facts = Comparison(file, view.gateways)
    columns = (
        Column("결제대행사"),
        Column("명령에 쓰는 이름"),
        Column("포트원"),
        Column("카드", right=True),
        Column("가입비", right=True),
        *(Column(title) for title, *_ in _SHOWN),
    )
    rows = []
    for row in view.rates:
        modules = (module for module in file.modules.values() if module.gateway == row.gateway)
        versions = sorted({version for module in modules for version in module.portone})
        rows.append(
            (
                shortened(file.gateways[row.gateway].name, label_width(width)),
                row.gateway,
                versions_text(versions),
                rate_text(row.rates["card"]),
                rate_text(row.rates["signup"], signup=True),
                *(state_word(facts.best(row.gateway, kind, method, style)) for _, kind, method, style in _SHOWN),
            )
        )
    return Table(columns, tuple(rows))


def show_overview(view: CompareView, *, plain: bool) -> None:
    """Print the overview in the width of the terminal."""
    from portone_guide.terminal.show import show

    show(overview_screen(view, None if plain else terminal_width()), plain=plain)
