"""Reads a site page by page until what is looked for was read, or a bound is reached."""

from collections.abc import Callable

from portone_guide.inspect_site.decide import Looked
from portone_guide.inspect_site.route import next_page
from portone_guide.rules.models.site_sign import SiteSignsFile, Target
from portone_guide.site.page import Page
from portone_guide.site.reader import Reader

Progress = Callable[[str, int], None]
"""Told of each page before it is read: its address, and how many were read."""


class Bounds:
    """How much is read: pages, and whether there is time left."""

    def __init__(self, pages: int, left: Callable[[], float]) -> None:
        self.pages = pages
        self.left = left


def look(
    reader: Reader,
    file: SiteSignsFile,
    bounds: Bounds,
    tell: Progress,
    *,
    target: str,
    read_at: str,
    order: str | None = None,
) -> Looked:
    """Return what was read of a site; ``order`` is an order page to look at."""
    tell(reader.home, 0)
    asked: dict[str, Page] = {reader.home: reader.read(reader.home)}
    what: dict[str, Target] = {}
    stopped: str | None = None
    if order is not None:
        asked[order] = reader.read(order)
        what[order] = "order"
    while (following := next_page(asked, what, file)) is not None and asked[reader.home].read:
        if len(asked) >= bounds.pages:
            stopped = "most_pages"
            break
        if bounds.left() <= 0:
            stopped = "time"
            break
        url, kind = following
        tell(url, len(asked))
        asked[url] = reader.read(url)
        what[url] = kind
    return Looked(target, read_at, asked, what, stopped)
