"""How old the content of pages is, and which of an answer's pages are too old to rely on without asking."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from portone_guide.rules.models.source import Source

OLD_AFTER_DAYS: Final = 180


class OldPages(NamedTuple):
    """How many of an answer's pages are old, the day of the oldest content, and their addresses as they come."""

    pages: int
    oldest: date
    urls: tuple[str, ...]


def age_of(page: Source, on: date) -> int:
    """Return the days from a page's content to a day; negative where the content is newer."""
    return (on - page.checked).days


def is_old(page: Source, on: date) -> bool:
    """Tell whether a page's content is older than facts that change with time should be."""
    return age_of(page, on) > OLD_AFTER_DAYS


def old_pages(pages: Iterable[Source], on: date) -> OldPages | None:
    """Return what is old of pages, each once; None: nothing is."""
    each = tuple({page.url: page for page in pages}.values())
    old = [page for page in each if is_old(page, on)]
    if not old:
        return None
    return OldPages(len(each), min(page.checked for page in old), tuple(page.url for page in old))
