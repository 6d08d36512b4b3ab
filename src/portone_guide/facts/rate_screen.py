"""What stands under a table of rates: what its words mean, the terms behind its ranges, its pages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from portone_guide.facts.answer import Rate, RateColumn, RateRow, SourceAge
from portone_guide.facts.rate_words import COLUMN_NAMES, NO_RATE, charge_text, fee_label
from portone_guide.gateways.page_age import old_pages
from portone_guide.gateways.page_words import old_text, page_line
from portone_guide.terminal.blocks import Block, Bullets, Heading, Text


def rate_notes(rows: Sequence[RateRow], factor: Decimal = Decimal(1)) -> Iterator[Block]:
    """Yield what the words in a table of rates mean, and the terms behind its ranges."""
    states = {rate.state for row in rows for rate in row.rates.values()}
    said = [f"{word}: {meaning}." for state, (word, meaning) in NO_RATE.items() if state in states]
    if said:
        yield Text(" ".join(said), "dim")
    yield Text("휴대폰 결제의 요율은 파는 것에 따라 다름: 실물, 웹 콘텐츠, 앱(모바일) 콘텐츠.", "dim")
    if any(row.facts.brand for row in rows):
        yield Text("간편결제사의 '카드'는 그 간편결제 안에서 카드로 낼 때의 요율임.", "dim")
    if any(rate.conflicts for row in rows for rate in row.rates.values()):
        yield Text("* 출처끼리 어긋나는 값: portone-guide rules conflicts", "warn")
    terms = tuple(_terms(rows, factor))
    if terms:
        yield Heading("조건에 따라 다른 요율")
        yield Bullets(terms)


def _terms(rows: Sequence[RateRow], factor: Decimal) -> Iterator[tuple[str, str]]:
    """Say what each of several charges in one cell is for; content columns that agree are told once."""
    for row in rows:
        told: dict[str, list[str]] = {}
        for column, rate in row.rates.items():
            if len(rate.charges) > 1 or any(entry.condition for entry in rate.charges):
                told.setdefault(_charges(column, rate, factor), []).append(COLUMN_NAMES[column])
        for text, names in told.items():
            yield f"{row.facts.name} - {', '.join(names)}", text


def _charges(column: RateColumn, rate: Rate, factor: Decimal) -> str:
    return ", ".join(
        f"{entry.condition or fee_label(entry.fee)} {charge_text(entry.charge, factor, signup=column == 'signup')}"
        for entry in rate.charges
    )


def rate_pages(rows: Sequence[RateRow], pages: Mapping[str, SourceAge], on: date) -> Iterator[Block]:
    """Yield the pages that the rates come from."""
    names = dict.fromkeys(source for row in rows for source in row.sources)
    if not names:
        yield Text("이 날짜에 알려진 요율이 없습니다: 요율을 처음 본 날보다 앞선 날짜인지 확인하세요.", "warn")
        return
    yield Heading("출처")
    found = (pages[name].source for name in names)
    yield Bullets(tuple(page_line(source, on) for source in found))


def age_line(pages: Mapping[str, SourceAge], on: date) -> Iterator[Block]:
    """Yield one line where pages are too old to rely on."""
    if old := old_pages((age.source for age in pages.values()), on):
        yield Text(old_text(old), "warn")


def name_width(width: int | None) -> int | None:
    """Return how wide a gateway's name may be on a screen; None: as wide as it is."""
    return None if width is None else max(8, min(24, width // 3))
