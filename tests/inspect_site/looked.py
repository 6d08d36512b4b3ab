"""What tests of ``inspect`` share: a shop looked at as the command does."""

from collections.abc import Mapping

from portone_guide.gateways.scope import Audience
from portone_guide.inspect_site.answer import Inspection
from portone_guide.inspect_site.decide import inspection
from portone_guide.inspect_site.eyes import Eyes, Start
from portone_guide.inspect_site.reading import Bounds, look
from portone_guide.site.addresses import AddressRule
from portone_guide.site.fetching import Fetcher
from portone_guide.site.reader import FileReader, Reader, WebReader
from support import shipped

BOOK = shipped()


def looked(
    reader: Reader,
    *,
    pages: int = 20,
    left: float = 60.0,
    goods: str | None = None,
    start: Start | None = None,
    pay: bool = False,
    always: bool = False,
) -> Inspection:
    """Look at a site with a reader."""
    eyes = Eyes(reader, start, always=always)
    try:
        seen = look(
            eyes,
            BOOK.site_signs,
            Bounds(pages, lambda: left),
            lambda url, count: None,
            target="t",
            read_at="now",
            pay=pay,
        )
    finally:
        eyes.close()
    return inspection(BOOK, seen, Audience(goods=goods), {})


def looked_at_web(url: str, *, mine: bool = True, pages: int = 20, pause: float = 0.0) -> Inspection:
    """Look at a site that is served on this machine."""
    fetcher = Fetcher(AddressRule(private=True), pause=pause)
    reader = WebReader(url, fetcher, BOOK.site_signs, mine=mine)
    try:
        return looked(reader, pages=pages)
    finally:
        reader.close()


def looked_at_text(html: str | bytes, goods: str | None = None) -> Inspection:
    """Look at one saved page."""
    from pathlib import Path

    data = html if isinstance(html, bytes) else html.encode()
    return looked(FileReader(Path(), "-", BOOK.site_signs, data), pages=1, goods=goods)


def states(found: Inspection) -> Mapping[str, str]:
    """Return the states by sign."""
    return {sign.id: sign.state for sign in found.signs}
