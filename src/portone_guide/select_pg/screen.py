"""The answer of ``select-pg``: first what to sign, what it costs and what to beware of, then all of it by sections."""

from collections.abc import Iterator
from typing import Final

from portone_guide.gateways.dispute_words import dispute_line
from portone_guide.gateways.host_screen import host_page
from portone_guide.gateways.page_words import old_text
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.break_even_screen import break_even_blocks
from portone_guide.select_pg.compare_screen import compare_blocks, cost_bars
from portone_guide.select_pg.contracted_screen import contracted_commands
from portone_guide.select_pg.countries_screen import countries_page, country_parts, country_section
from portone_guide.select_pg.detail_screen import about_blocks, carried_lines, sets_blocks
from portone_guide.select_pg.first_words import cost_line, set_cost_line, unknowns_line, using_text
from portone_guide.select_pg.ruled_out_screen import ruled_out_blocks, source_blocks
from portone_guide.select_pg.section_words import SECTIONS
from portone_guide.select_pg.words import portone_plan_text, text_of
from portone_guide.terminal.blocks import Block, Bullets, Command, Page, Part, Section, Text

TITLE: Final = "계약할 결제대행사"
_BEST = 3
_BARS_SHOWN = 8
_WARNINGS_SHOWN = 3
_GENERAL: Final = frozenset({"easy_pay", "tier_review", "one_time_is_window", "flat_billing_rate"})
"""What holds for everybody who sells such things is told after what holds for this merchant."""
_WAY_OUT: Final = "조건을 하나 빼거나, '문의 필요'인 곳에 직접 물어보세요: --section ruled-out"


def selection_page(selection: Selection) -> Page:
    """Return the whole answer: the first view, and the sections that it has."""
    if selection.host:
        return host_page(selection.host, selection.named)
    if selection.buyers and not selection.requirements.methods:
        return countries_page(selection)
    following = Command("portone-guide select-pg --ask", "조건을 바꿔 다시 고르세요")
    if selection.contracts:
        chosen = " ".join(selection.contracts)
        following = Command(f"portone-guide choose {chosen}", "이대로 정했으면 적어 두세요 (다른 곳이면 그 이름으로)")
    old = selection.named.old_pages(selection.rests_on)
    about_pages = (Part((Text(old_text(old), "warn"),), rank=3),) if old else ()
    first = (*_answer(selection), *country_parts(selection), *_beware(selection), *about_pages)
    end = (*contracted_commands(selection.requirements), following)
    return Page(first, tuple(_sections(selection)), end)


def _answer(selection: Selection) -> Iterator[Part]:
    best, why = selection.recommended, selection.why_recommended
    if best and why:
        yield Part((Text(f"추천: {using_text(selection, best)}", "strong"), Text(text_of(why))))
        yield Part((Text(cost_line(best.cost)),), rank=8)
        yield Part(tuple(cost_bars(selection, _BEST)), rank=5, repeats=True)
        if best.unknowns:
            yield Part((Text(unknowns_line(best.unknowns), "dim"),), rank=4, repeats=True)
    elif why:
        first = selection.combinations[0]
        order = (Text(text_of(first.order), "warn"),) if first.order else ()
        yield Part((Text(text_of(why), "strong"), Bullets(tuple(carried_lines(selection, first))), *order))
        yield Part((Text(set_cost_line(first)),), rank=8)
    else:
        yield Part((Text("모든 조건을 만족하는 결제대행사를 출처에서 찾지 못했습니다.", "bad"), Text(_WAY_OUT)))


def _beware(selection: Selection) -> Iterator[Part]:
    """Yield at most three things, the gravest first; each may leave alone where lines are few."""
    told = list(_to_know(selection))
    for number, line in enumerate(told[:_WARNINGS_SHOWN]):
        yield Part((Bullets((line,), "warn"),), rank=8 - number, repeats=True)
    if len(told) > _WARNINGS_SHOWN:
        yield Part(
            (Text(f"그 밖에 알아둘 것 {len(told) - _WARNINGS_SHOWN}가지: --section beware", "dim"),), repeats=True
        )


def _to_know(selection: Selection) -> Iterator[str]:
    """Yield what to know before signing: doubts, what concerns this merchant, what the gateway wants, the rest."""
    best = selection.recommended
    wanted = [reason for reason in best.reasons if reason.code != "supported"] if best else []
    own = [warning for warning in selection.warnings if warning.code not in _GENERAL]
    general = [warning for warning in selection.warnings if warning.code in _GENERAL]
    yield from dict.fromkeys([*_doubts(selection), *map(text_of, [*own, *wanted, *general])])


def _doubts(selection: Selection) -> Iterator[str]:
    best, name = selection.recommended, selection.named.name
    if not best:
        return
    if best.confidence == "disputed":
        yield "출처끼리 어긋나는 곳이 있어 계약 전에 문의하세요 (--section about)"
    ahead = selection.ahead_of_recommended
    if disputed := ", ".join(name(entry.gateway) for entry in ahead if entry.confidence == "disputed"):
        yield f"{disputed}: 순위는 더 높지만 출처끼리 어긋나, 지원하는지 물어본 뒤에 고르세요"
    if later := ", ".join(name(entry.gateway) for entry in ahead if entry.confidence == "confirmed"):
        yield f"{later}: 순위는 더 높지만 일반 PG로 먼저 팔고 있어야 신청할 수 있습니다"


def _sections(selection: Selection) -> Iterator[Section]:
    best = selection.recommended
    if told := tuple(_to_know(selection)):
        yield _section("beware", iter((Bullets(told, "warn"),)))
    if selection.buyers:
        yield country_section(selection)
    if selection.qualified:
        yield _section("compare", compare_blocks(selection))
    yield _section("cost", _costs(selection))
    if best:
        yield _section("about", about_blocks(selection, best))
    if selection.combinations:
        yield _section("sets", sets_blocks(selection))
    if selection.rejected:
        yield _section("ruled-out", ruled_out_blocks(selection))
    yield _section("sources", source_blocks(selection))


def _costs(selection: Selection) -> Iterator[Block]:
    yield from cost_bars(selection, _BARS_SHOWN)
    yield from break_even_blocks(selection)
    sales = bool(selection.requirements.sales)
    yield Text(portone_plan_text(selection.portone_plan, selection.platform_plan, sales=sales))
    if selection.disputes:
        yield Text(dispute_line(selection.named, selection.disputes), "dim")


def _section(name: str, blocks: Iterator[Block]) -> Section:
    return Section(name, SECTIONS[name], tuple(blocks))
