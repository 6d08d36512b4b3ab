"""Reads a site page by page until what is looked for was read, or a bound is reached."""

from collections.abc import Callable
from typing import NamedTuple

from portone_guide.inspect_site.decide import Looked
from portone_guide.inspect_site.eyes import Browser, Eyes
from portone_guide.inspect_site.link_signs import named
from portone_guide.inspect_site.route import Route, kind_of_page
from portone_guide.rules.models.site_sign import SiteSignsFile, Target
from portone_guide.site.page import Page

_FOLDED = 30

Progress = Callable[[str, int], None]
"""Told of each page before it is read: its address, and how many were read."""


class Bounds(NamedTuple):
    """How much is read: pages, and whether there is time left."""

    pages: int
    left: Callable[[], float]


class Walk:
    """One look at a site: what was read of it so far."""

    def __init__(self, eyes: Eyes, file: SiteSignsFile, bounds: Bounds, tell: Progress) -> None:
        self._eyes = eyes
        self._file = file
        self._bounds = bounds
        self._tell = tell
        self.asked: dict[str, Page] = {}
        self.what: dict[str, Target] = {}
        self.stopped: str | None = None

    def take(self, url: str, kind: Target | None) -> Page:
        """Read a page for something."""
        self._tell(url, len(self.asked))
        page = self._eyes.read(url, kind, first=kind not in self.what.values())
        self.asked[self._eyes.home if not self.asked else url] = page
        if kind is not None:
            self.what[url] = kind
        return page

    def follow(self) -> None:
        """Read what the pages lead to, as far as it is worth it."""
        route = Route(self._file)
        while (following := route.next_page(self.asked, self.what)) is not None:
            if len(self.asked) >= self._bounds.pages:
                self.stopped = "most_pages"
                return
            if self._bounds.left() <= 0:
                self.stopped = "time"
                return
            self.take(*following)

    def take_saved(self, saved: tuple[str, ...]) -> None:
        """Read the saved pages of a folder that no link led to, each for what its name or title says."""
        for url in saved:
            if url not in self.asked and len(self.asked) < self._bounds.pages:
                page = self.take(url, None)
                kind = kind_of_page(page, self._file)
                if kind is not None:
                    self.what[url] = kind

    def press_through(self, *, pay: bool) -> None:
        """Press on from a product to the page where one pays, and open policies that a program opens."""
        front = next(iter(self.asked.values()))
        if front.how == "file" or len(self.asked) >= self._bounds.pages:
            return
        orders = [url for url, kind in self.what.items() if kind == "order" and self.asked[url].read]
        goods = [url for url, kind in self.what.items() if kind == "product" and self.asked[url].read]
        policies: tuple[Target, ...] = ("terms", "privacy")
        closed = [name for name in policies if self._only_pressed(front, name)]
        folded = self._folded(front)
        if not (folded or (goods and not orders) or (orders and pay) or closed):
            return
        browser = self._eyes.browser()
        if browser is None:
            return
        if folded:
            browser.read(front.url)
            if (page := browser.press(folded)) is not None and page.read and page.url == front.url:
                self.asked[self._eyes.home] = page
        for name in closed:
            self._press_policy(browser, front, name)
        if goods and not orders:
            self._press_order(browser, goods[0], pay=pay)
        elif orders and pay:
            browser.read(self.asked[orders[0]].url)
            if (page := browser.press(self._file.pay_words)) is not None:
                self.asked[orders[0]] = page

    def _folded(self, front: Page) -> tuple[str, ...]:
        """Return the words of buttons that unfold the shop's own data."""
        hidden = sum(len(line.text) for line in front.lines if line.shown != "yes" and line.place == "footer")
        if hidden < _FOLDED:
            return ()
        told = [link.text for link in front.links if link.url is None and link.shown == "yes"]
        return tuple(text for text in told if named(text, self._file.toggles))[:1]

    def _only_pressed(self, front: Page, name: Target) -> bool:
        links = [link for link in front.links if named(link.text, self._file.goals[name].words)]
        return bool(links) and all(link.url is None for link in links) and any(link.shown == "yes" for link in links)

    def _press_policy(self, browser: Browser, front: Page, name: Target) -> None:
        browser.read(front.url)
        page = browser.press(self._file.goals[name].words)
        if page is not None and page.read:
            key = page.url if page.url not in self.asked else f"{page.url}#{name}"
            self.asked[key] = page._replace(url=key)
            self.what[key] = name

    def _press_order(self, browser: Browser, product: str, *, pay: bool) -> None:
        """Go from a product to the order page; what pays at once is kept and stopped by the browser itself."""
        before = browser.read(self.asked[product].url)
        page = browser.press(self._file.goals["order"].words)
        if page is None or not page.read:
            return
        if page.url == before.url:
            self.asked[product] = page
            return
        if pay and (after := browser.press(self._file.pay_words)) is not None:
            page = after if after.url == page.url else page
        self.asked[page.url] = page
        self.what[page.url] = "order"


def look(
    eyes: Eyes,
    file: SiteSignsFile,
    bounds: Bounds,
    tell: Progress,
    *,
    target: str,
    read_at: str,
    order: str | None = None,
    pay: bool = False,
    saved: tuple[str, ...] = (),
) -> Looked:
    """Return what was read of a site.

    ``order`` is an order page to look at, ``pay``: its button is pressed; ``saved`` are the pages of a folder.
    """
    walk = Walk(eyes, file, bounds, tell)
    front = walk.take(eyes.home, None)
    if order is not None:
        walk.take(order, "order")
    if front.read:
        walk.follow()
        walk.take_saved(saved)
        walk.press_through(pay=pay)
    return Looked(target, read_at, walk.asked, walk.what, walk.stopped)
