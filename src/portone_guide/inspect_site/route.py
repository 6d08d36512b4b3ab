"""Which page of a site is read next: those first on which most of what is looked for stands."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from portone_guide.inspect_site.korean_goods import product_links
from portone_guide.inspect_site.link_signs import named
from portone_guide.rules.models.site_sign import SiteSignsFile, Target
from portone_guide.site.fetching import same_site
from portone_guide.site.page import Page

_ENOUGH: Final[Mapping[Target, int]] = {
    "enter": 1,
    "terms": 2,
    "privacy": 2,
    "guide": 3,
    "product": 3,
    "list": 2,
    "cart": 1,
    "order": 2,
    "company": 1,
}
_ORDER: Final[tuple[Target, ...]] = ("terms", "privacy", "product", "guide", "list", "cart", "order", "company")
_ACTS: Final = re.compile(
    r"logout|/exec/|delete|remove|cart_?add|add_?(?:cart|basket|wish)|basket_?(?:add|in\b)|cancel|withdraw|add-to-cart|addcart|unsubscribe|download|mailto:|tel:|/login"
    r"|\.(?:pdf|jpg|png|zip|hwp|apk|docx)$"
)


class _Way(NamedTuple):
    """An address that may be of a kind; the smaller its rank, the surer."""

    rank: int
    url: str


class Route:
    """Tells which page is read next; what the links of a page lead to is found out once."""

    def __init__(self, file: SiteSignsFile) -> None:
        self._file = file
        self._ways: dict[tuple[int, Target], tuple[Page, list[_Way]]] = {}

    def next_page(self, asked: Mapping[str, Page], what: Mapping[str, Target]) -> tuple[str, Target] | None:
        """Return the address to read next and for what; None: nothing is left that is worth it."""
        pages = list(asked.values())
        home = pages[0].url
        done = {url.partition("#")[0] for url in (*asked, *(page.url for page in pages))}
        for target in ("enter", *_ORDER) if len(pages) == 1 and _barely(pages[0]) else _ORDER:
            if sum(1 for kind in what.values() if kind == target) >= _ENOUGH[target]:
                continue
            found = (way for page in pages for way in self._ways_of(page, target, home))
            fresh = (way for way in found if way.url.partition("#")[0] not in done)
            if (best := min(fresh, key=lambda way: way.rank, default=None)) is not None:
                return best.url, target
        return None

    def _ways_of(self, page: Page, target: Target, home: str) -> list[_Way]:
        key = (id(page), target)
        if key not in self._ways:
            self._ways[key] = page, list(_ways(page, target, home, self._file))
        return self._ways[key][1]


def kind_of_page(page: Page, file: SiteSignsFile) -> Target | None:
    """Return what a page is by its title, its headings or its address; None: nothing of them says."""
    heads = [page.title, *(line.text for line in page.seen() if line.heading and line.place == "body")][:4]
    kinds: tuple[Target, ...] = ("terms", "privacy", "cart", "order", "guide")
    for kind in kinds:
        if any(named(text, file.goals[kind].words) for text in heads):
            return kind
    tail = _tail(page.url)
    every: tuple[Target, ...] = (*kinds, "product", "list")
    return next(
        (kind for kind in every if any(mark.lower().strip("/=") in tail for mark in file.goals[kind].paths)), None
    )


def _barely(page: Page) -> bool:
    return len(page.lines) < 12


def _ways(page: Page, target: Target, home: str, file: SiteSignsFile) -> Iterator[_Way]:
    """Yield the addresses of a page that may be of a kind, ranked by the words of their links, then by themselves."""
    goal = file.goals[target]
    if target == "product":
        for _, link in product_links(page, home, file):
            if link.url is not None:
                yield _Way(0, link.url)
        return
    paths = re.compile("|".join(re.escape(mark.lower()) for mark in goal.paths) or r"(?!)")
    for link in page.links:
        if link.url is None or link.shown == "no" or not same_site(link.url, home):
            continue
        by_word = named(link.text, goal.words)
        if (not by_word and not paths.search(_tail(link.url))) or _ACTS.search(_tail(link.url)):
            continue
        ranks = (rank for rank, word in enumerate(goal.words) if by_word and named(link.text, (word,)))
        yield _Way(next(ranks, len(goal.words)), link.url)


def _tail(url: str) -> str:
    return "/" + url.partition("//")[2].partition("/")[2].lower()
