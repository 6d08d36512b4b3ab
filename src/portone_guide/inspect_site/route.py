"""Which page of a site is read next: those first on which most of what is looked for stands."""

from collections.abc import Iterator, Mapping
from typing import Final

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


def next_page(asked: Mapping[str, Page], what: Mapping[str, Target], file: SiteSignsFile) -> tuple[str, Target] | None:
    """Return the address to read next and for what; None: nothing is left that is worth it."""
    pages = list(asked.values())
    home = pages[0].url
    done = {url.partition("#")[0] for url in (*asked, *(page.url for page in pages))}
    for target in ("enter", *_ORDER) if len(pages) == 1 and _barely(pages[0]) else _ORDER:
        if sum(1 for kind in what.values() if kind == target) >= _ENOUGH[target]:
            continue
        for url in _addresses(pages, target, home, file):
            if url.partition("#")[0] not in done:
                return url, target
    return None


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


def _addresses(pages: list[Page], target: Target, home: str, file: SiteSignsFile) -> Iterator[str]:
    """Yield addresses that may be of a kind, by the words of their links first."""
    goal = file.goals[target]
    if target == "product":
        for page in pages:
            for _, link in product_links(page, home, file):
                if link.url is not None:
                    yield link.url
        return
    seen = [link for page in pages for link in page.links if link.shown != "no" and link.url is not None]
    own = [link for link in seen if link.url is not None and same_site(link.url, home)]
    for word in goal.words:
        for link in own:
            if link.url is not None and named(link.text, (word,)) and not _leaves(link.url):
                yield link.url
    for link in own:
        if (
            link.url is not None
            and any(mark.lower() in _tail(link.url) for mark in goal.paths)
            and not _leaves(link.url)
        ):
            yield link.url


def _tail(url: str) -> str:
    return "/" + url.partition("//")[2].partition("/")[2].lower()


def _leaves(url: str) -> bool:
    """Tell whether an address does something, or is no page."""
    low = url.lower()
    acts = (
        "logout",
        "delete",
        "remove",
        "add-to-cart",
        "addcart",
        "unsubscribe",
        "download",
        "mailto:",
        "tel:",
        "/login",
    )
    return any(word in low for word in acts) or low.endswith((".pdf", ".jpg", ".png", ".zip", ".hwp", ".apk", ".docx"))
