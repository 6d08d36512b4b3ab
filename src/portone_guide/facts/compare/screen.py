"""Gateways side by side: a column for each gateway or module."""

from collections.abc import Iterator

from portone_guide.facts.compare.answer import SideBySide
from portone_guide.facts.compare.legend_screen import rates_line, state_legend
from portone_guide.facts.compare.section_screen import SectionWriter
from portone_guide.facts.rate_screen import age_line, rate_notes, rate_pages
from portone_guide.facts.rate_words import COLUMN_NAMES, rate_text
from portone_guide.facts.support_words import ROLE_NAMES, STATE_WORDS, versions_text
from portone_guide.terminal.blocks import Block, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened


def compare_screen(compared: SideBySide, width: int | None) -> Screen:
    """Return the comparison; ``width`` None: never split a table."""
    return tuple(_blocks(compared, width))


def _blocks(compared: SideBySide, width: int | None) -> Iterator[Block]:
    names = ", ".join(row.facts.name for row in compared.gateways)
    yield Heading(f"{names} ({compared.basis.on} 기준)")
    if len(compared.gateways) == 1:
        yield Text("한 곳만 적었습니다: 비교할 곳을 더 적으면 나란히 보입니다.")
    yield rates_line(compared.basis)
    yield from age_line(compared.pages, compared.basis.on)
    yield Text("")
    yield from blocks_that_fit(_basics(compared), width)
    yield Text("")
    yield from rate_notes(compared.gateways)
    yield Heading("결제 모듈")
    yield from blocks_that_fit(_modules(compared, width), width)
    if any(module.portone_conflict for module in compared.modules.values()):
        yield Text("* 포트원 버전의 지원 여부가 출처끼리 어긋남", "warn")
    sections = [SectionWriter(section, compared, width) for section in compared.sections]
    for section in sections:
        yield from section.blocks()
    yield Text("")
    yield from state_legend(cell for section in sections for cell in section.told())
    yield from rate_pages(compared.gateways, compared.pages, compared.basis.on)
    yield Heading("다음에 할 일")
    for row in compared.gateways:
        yield Command(f"portone-guide rules show {row.gateway}", f"{row.facts.name}의 모든 사실과 출처")


def _basics(compared: SideBySide) -> Table:
    gateways = [row.facts for row in compared.gateways]
    columns = (Column(""), *(Column(facts.name, right=True) for facts in gateways))
    rows = [
        ("종류", *(ROLE_NAMES[facts.role] for facts in gateways)),
        ("상점아이디 이름", *(facts.merchant_id_label or STATE_WORDS["unknown"] for facts in gateways)),
    ]
    for name, title in COLUMN_NAMES.items():
        rows.append((title, *(rate_text(row.rates[name], signup=name == "signup") for row in compared.gateways)))
    return Table(columns, tuple(rows))


def _modules(compared: SideBySide, width: int | None) -> Table:
    columns = (Column("모듈"), Column("이름"), Column("포트원"), Column("V1 코드"), Column("V2 코드"))
    limit = 16 if width and 80 <= width < 110 else 36
    rows = []
    for name, module in compared.modules.items():
        versions = versions_text(module.portone) + ("*" if module.portone_conflict else "")
        rows.append((name, shortened(module.name, limit), versions, module.v1_code or "-", module.v2_code or "-"))
    return Table(columns, tuple(rows))
