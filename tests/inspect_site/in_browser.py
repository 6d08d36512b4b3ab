"""What tests of the browser share: one Chromium for all shops, and each shop looked at in it."""

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

from looked import BOOK, looked
from shop import Site, served

from browser import CHROMIUM
from portone_guide.inspect_site.answer import Inspection
from portone_guide.site.addresses import AddressRule
from portone_guide.site.fetching import Fetcher
from portone_guide.site.reader import WebReader

MISSING = {"not_found", "label_only"}


def browser_of(url: str, rule: AddressRule | None = None) -> Any:
    """Start a browser for a site."""
    from portone_guide.site.browser import BrowserReader

    assert CHROMIUM is not None
    return BrowserReader(url, BOOK.site_signs, rule or AddressRule(private=True), CHROMIUM, sandbox=False)


class Lent:
    """A browser that goes on after one site is done."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self.read = browser.read
        self.press = browser.press

    def close(self) -> None:
        """Leave it open for the next."""

    def ask(self, allows: Callable[[str], bool]) -> None:
        """Let it ask before it goes on to another page."""
        self._browser.allows = allows

    def at(self, home: str) -> "Lent":
        """Point it at another site."""
        self._browser.home, self._browser._end = home, time.monotonic() + 120
        return self


@contextlib.contextmanager
def one_browser() -> Iterator[Lent]:
    """Start the one browser for all."""
    browser = browser_of("http://127.0.0.1/")
    try:
        yield Lent(browser)
    finally:
        browser.close()


def seen(
    name: str, lent: Lent, *, always: bool = False, pay: bool = False, robots: str | None = None
) -> tuple[Inspection, list[str]]:
    """Look at a shop with the help of a browser; what was asked of the server is told beside."""
    site = Site(name)
    if robots is not None:
        site.pages["/robots.txt"] = {"body": robots, "headers": {"Content-Type": "text/plain"}}
    with served(site) as (url, visits):
        fetcher = Fetcher(AddressRule(private=True), pause=0)
        reader = WebReader(url, fetcher, BOOK.site_signs, mine=robots is None)
        lent.ask(reader.allows)
        found = looked(reader, start=lambda: lent.at(url), pay=pay, always=always)
    return found, visits.paths


class Score:
    """How many signs were told right, and the two mistakes that may not be."""

    def __init__(self) -> None:
        self.right = self.all = 0
        self.wrong: list[str] = []
        self.false_missing: list[str] = []
        self.false_found: list[str] = []

    def count(self, name: str, truth: dict[str, str], told: dict[str, str]) -> None:
        """Count a shop."""
        for sign, state in truth.items():
            self.all += 1
            self.right += told[sign] == state
            if told[sign] != state:
                self.wrong.append(f"{name}: {sign} is {state}, told {told[sign]}")
            if told[sign] in MISSING and state == "found":
                self.false_missing.append(f"{name}: {sign}")
            if told[sign] == "found" and state in MISSING:
                self.false_found.append(f"{name}: {sign}")

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"{self.right}/{self.all} right ({self.right / max(1, self.all):.1%}), "
            f"{len(self.false_missing)} false missing, {len(self.false_found)} false found"
        )
