"""What buyers of a country pay with, on a screen."""

from collections.abc import Iterator
from typing import Final

from portone_guide.gateways.countries import Buyers, BuyersPay
from portone_guide.gateways.host_screen import HOST_SOURCES
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.needs.words import UNKNOWN_LABEL
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.section_words import SECTIONS
from portone_guide.terminal.blocks import Block, Bullets, Command, Page, Part, Screen, Section, Text

_UNKNOWN: Final = "구매자가 쓰는 결제수단을 말하는 출처가 없어 모릅니다. 해외카드가 되는 곳을 먼저 보고 물어보세요."
_CARD: Final = "해외에서 발행한 카드는 한 나라의 것이 아니라 여기에 적지 않았습니다."


def countries_page(selection: Selection) -> Page:
    """Return the answer to who asks what buyers of countries pay with, and nothing else yet."""
    pages = dict.fromkeys(page for buyers in selection.buyers for page in buyers.sources)
    old = selection.named.old_pages(pages)
    first = [Part((Text(told, "strong" if buyers.methods else "warn"),)) for buyers, told in _lines(selection)]
    first += [Part(tuple(_each(selection, buyers)), rank=8 - number) for number, buyers in enumerate(selection.buyers)]
    first += [Part((Text(_CARD, "dim"),), rank=2)]
    first += [Part((Text(old_text(old), "warn"),), rank=3)] if old else []
    sources = Section(*HOST_SOURCES, (Bullets(page_lines(selection.named, pages)),))
    return Page(tuple(first), (sources,) if pages else (), (_way_on(selection),))


def country_parts(selection: Selection) -> Iterator[Part]:
    """Yield a line a country for the first view of the whole answer."""
    for _, told in _lines(selection):
        yield Part((Text(f"{told} (--section countries)"),), rank=7, repeats=True)


def country_section(selection: Selection) -> Section:
    """Return the section of the countries that were named."""
    blocks = (block for buyers in selection.buyers for block in _each(selection, buyers))
    lines = tuple(Text(told, "strong") for _, told in _lines(selection))
    return Section("countries", SECTIONS["countries"], (*lines, *blocks, Text(_CARD, "dim")))


def _lines(selection: Selection) -> Iterator[tuple[Buyers, str]]:
    for buyers in selection.buyers:
        names = ", ".join(method.name for method in buyers.methods)
        yield buyers, f"{buyers.name} 구매자: {names or f'{UNKNOWN_LABEL} - {_UNKNOWN}'}"


def _each(selection: Selection, buyers: Buyers) -> Screen:
    lines = tuple(_method(selection, method) for method in buyers.methods)
    notes = tuple(note.text for note in buyers.notes)
    found: list[Block] = [Text(f"{buyers.name}에서 쓰는 것과 되는 곳:"), Bullets(lines)] if lines else []
    return (*found, *((Bullets(tuple(f"{buyers.name}: {note}" for note in notes)),) if notes else ()))


def _method(selection: Selection, method: BuyersPay) -> str:
    where = ", ".join(map(selection.named.name, method.gateways)) or "되는 곳이 출처에 없음"
    notes = f" ({', '.join(method.notes)})" if method.notes else ""
    return f"{method.name}{' [고름]' if method.wanted else ''}: {where}{notes}"


def _way_on(selection: Selection) -> Command:
    named = [method.method for buyers in selection.buyers for method in buyers.methods if method.gateways]
    flags = " ".join(f"--overseas {method}" for method in dict.fromkeys(named[:1] or ["card"]))
    countries = " ".join(f"--country {buyers.country}" for buyers in selection.buyers)
    return Command(f"portone-guide select-pg {countries} {flags}", "받을 것을 골라 계약할 곳을 찾으세요")
