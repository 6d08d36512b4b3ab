"""The products of a site: their links, names and prices, as they stand on the pages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from portone_guide.inspect_site.case import Case
from portone_guide.rules.models.site_sign import Prices, SiteSignsFile
from portone_guide.site.fetching import same_site
from portone_guide.site.page import Line, Link, Page

_NOT_GOODS: Final = re.compile(
    r"review|board|qna|/bbs/|wish|basket|login|member|compare|#|\.(?:jpe?g|png|gif|webp|pdf)$", re.I
)
_NOT_PRICED: Final = re.compile(
    r"cart|checkout|/order|my-?(?:page|account)|coupon|point|deposit|event|notice|/pay", re.I
)
_SHELF: Final = re.compile(
    r"(?:[a-z]+[_/])?(?:\w+_)?(?:list|category|search|best|new|index|event|sale|brand|cart|recent|write|regist\w*|upload|manage)"
    r"(?:[./_?]|$)|(?:add|new)(?:product|goods|item)"
)
_MOST_LINES: Final = 20_000
_LABEL: Final = 14
# A price may stand after these, though a part of them is the name of another sum.
_STILL_PRICE: Final = re.compile(
    r"(?:무료|당일|새벽|로켓|빠른|오늘)\s?(?:배송|발송|출발)|(?:최대\s?)?할인\s?(?:판매가|적용가|가격|가)|\d{1,2}\s?%\s?할인|(?:쿠폰|혜택)\s?(?:적용)?\s?가"
    r"|할인\s?중"
)
_GIVEN: Final = re.compile(
    r"\s?(?:이상|이하|미만|적립|할인(?!\s?[가율중])|쿠폰|충전|증정|상당|에\s?받|을\s?(?:드|적립|할인|받)|씩\s)"
)
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


class Product(NamedTuple):
    """A product as a page shows it."""

    name: str
    page: Page
    url: str


class Price(NamedTuple):
    """An amount that stands on a page as the price of something."""

    amount: float
    line: Line
    page: Page


@lru_cache(maxsize=4)
def _amounts(units: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return re.compile(
        rf"(?P<sign>[₩￦$€¥]|KRW|USD)\s?(?P<signed>{_NUMBER})(?![\d,])"
        rf"|(?<![\d,.~-])(?P<bare>{_NUMBER})\s?(?P<unit>{after})(?![가-힣A-Za-z]|\s?(?:이상|이하|미만))"
        rf"|(?<![\d,.-])(?P<plain>\d{{1,3}}(?:,\d{{3}})+)(?![\d,.%가-힣-])"
    )


def prices(page: Page, rule: Prices) -> Iterator[Price]:
    """Yield the amounts of a page that can be prices: no fees of delivery, points or sums."""
    lines = page.seen()[:_MOST_LINES]
    for index, line in enumerate(lines):
        if line.place == "footer":
            continue
        above = lines[index - 1].text if index else ""
        for match in _amounts(rule.units).finditer(line.text):
            if not _is_other_sum(line.text, above, match, rule):
                number = match["signed"] or match["bare"] or match["plain"]
                yield Price(float(number.replace(",", "")), line, page)


def _is_other_sum(text: str, above: str, match: re.Match[str], rule: Prices) -> bool:
    """Tell whether an amount is named as something else than a price: a fee of delivery, points, a sum."""
    before = _STILL_PRICE.sub(" ", text[max(0, match.start() - 16) : match.start()])
    begins = _STILL_PRICE.sub(" ", text[:8]) if match.start() else ""
    named = above if not before.strip(" :₩￦+-(") and len(above) <= _LABEL and not _STILL_PRICE.search(above) else ""
    return bool(_GIVEN.match(text, match.end())) or any(
        word in words for words in (begins, before, named) for word in rule.not_prices
    )


def has_price(text: str, file: SiteSignsFile) -> bool:
    """Tell whether a text has an amount in it."""
    return bool(_amounts(file.prices.units).search(text))


class _Marks(NamedTuple):
    all: tuple[str, ...]
    any: re.Pattern[str]


@lru_cache(maxsize=16)
def _marks(paths: tuple[str, ...]) -> _Marks:
    low = tuple(path.lower() for path in paths)
    return _Marks(low, re.compile("|".join(map(_bounded, low))))


def _bounded(mark: str) -> str:
    return re.escape(mark) if mark.startswith("/") else rf"(?<![a-z0-9]){re.escape(mark)}"


def product_key(url: str, home: str, file: SiteSignsFile) -> str | None:
    """Return what makes an address that of one product; None: it is none of a product."""
    if not same_site(url, home) or _NOT_GOODS.search(url.partition("//")[2].partition("/")[2]):
        return None
    parts = urlsplit(url)
    address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    marks = _marks(file.goals["product"].paths)
    low = address.lower()
    if not marks.any.search(low):
        return None
    mark = next(mark for mark in marks.all if re.search(_bounded(mark), low))
    wanted = [(key, value) for key, value in parse_qsl(parts.query) if _numbers(key, file)]
    if mark.startswith("/"):
        rest = parts.path.lower().partition(mark)[2].strip("/")
        if not rest and not wanted:
            return None
        if _SHELF.match(rest):
            return None
        if not wanted:
            return f"{mark}{rest.partition('/category/')[0]}"
    return f"{parts.path.rstrip('/')}?{wanted}" if wanted else parts.path.rstrip("/")


def _numbers(key: str, file: SiteSignsFile) -> bool:
    return any(mark.lower().rstrip("=") == key.lower() for mark in file.goals["product"].paths) or key in {
        "idx",
        "no",
        "id",
    }


def product_links(page: Page, home: str, file: SiteSignsFile) -> list[tuple[str, Link]]:
    """Return the links of a page to products, each once by its key."""
    found: dict[str, Link] = {}
    for link in page.links:
        if link.url is None or link.shown == "no":
            continue
        key = product_key(link.url, home, file)
        priced = key is None and has_price(link.text, file) and same_site(link.url, home) and link.place == "body"
        if priced and not _NOT_GOODS.search(link.url) and not _NOT_PRICED.search(link.url) and len(link.text) >= 4:
            key = link.url.partition("#")[0]
        if key is not None and (key not in found or (len(link.text) > len(found[key].text) and len(link.text) < 120)):
            found[key] = link
    return list(found.items())


def products(case: Case) -> list[Product]:
    """Return the products that the pages show, each once, by the longest words of their links."""
    found: dict[str, Product] = {}
    home = case.front.url
    for page in case.readable():
        if page.why_not == "template" or (page.declared is not None and page.how == "static"):
            continue
        for key, link in product_links(page, home, case.file):
            if link.text and (key not in found or not found[key].name):
                found[key] = Product(link.text, page, link.url or page.url)
    for page in case.of("product"):
        if page.why_not is None:
            key = product_key(page.url, home, case.file) or page.url
            if key not in found and (name := page_name(page)):
                found[key] = Product(name, page, page.url)
    return list(found.values())


def page_name(page: Page) -> str:
    """Return the name of what a page is about: its first heading, else its title."""
    heads = [line.text for line in page.seen() if line.heading and line.place == "body" and len(line.text) <= 100]
    return heads[0] if heads else page.title
