"""Reads a page plainly first, and in a browser where that was not enough."""

from collections.abc import Callable
from typing import Final, Protocol

from portone_guide.rules.models.site_sign import Target
from portone_guide.site.page import Page
from portone_guide.site.reader import Reader

_FILLED_LATER: Final = {"script", "frame", "empty"}
_LITTLE: Final = 600
_MOST: Final = 10


class Browser(Protocol):
    """A browser as far as it is asked."""

    def read(self, url: str) -> Page:
        """Return a page as a person sees it."""

    def press(self, words: tuple[str, ...]) -> Page | None:
        """Press the first button of some words; None: nothing came of it."""

    def close(self) -> None:
        """Close it."""


Start = Callable[[], Browser | None]
"""Starts the browser when it is first needed; None: there is none."""


class Eyes:
    """What reads the pages of a site; ``always``: a browser reads every page that may be read."""

    def __init__(self, plain: Reader, start: Start | None, *, always: bool = False) -> None:
        self._plain = plain
        self._start = start
        self._always = always
        self._browser: Browser | None = None
        self._count = 0

    @property
    def home(self) -> str:
        """The first page of the site."""
        return self._plain.home

    def browser(self) -> Browser | None:
        """Return the browser, started if need be."""
        if self._start is not None:
            start, self._start = self._start, None
            self._browser = start()
        return self._browser

    def read(self, url: str, what: Target | None, *, first: bool) -> Page:
        """Return a page; ``first``: it is the first one that is read for what it is."""
        page = self._plain.read(url)
        if not self._needs(page, what, first=first) or self._count >= _MOST:
            return page
        browser = self.browser()
        if browser is None:
            return page
        self._count += 1
        deep = browser.read(page.url)
        return deep if deep.read or not page.read else page

    def _needs(self, page: Page, what: Target | None, *, first: bool) -> bool:
        if page.how != "static" or page.why_not in {"robots", "other_host", "refused_address", "login", "challenge"}:
            return False
        if page.why_not in _FILLED_LATER or (page.why_not is None and any(hole.why == "frame" for hole in page.holes)):
            return True
        if page.why_not is not None:
            return False
        if self._always:
            return True
        thin = sum(len(line.text) for line in page.seen()) < _LITTLE
        return page.fills and ((first and what in {None, "product", "order"}) or thin)

    def close(self) -> None:
        """Close what is open."""
        if self._browser is not None:
            self._browser.close()
        self._plain.close()
