"""Products, their prices, and names and prices that no review takes."""

import re
from typing import Final

from portone_guide.inspect_site.answer import Sign
from portone_guide.inspect_site.case import Case, place, same_page
from portone_guide.inspect_site.korean_goods import (
    Price,
    Product,
    has_price,
    page_name,
    prices,
    product_links,
    products,
)
from portone_guide.inspect_site.korean_labels import key_of, words_in
from portone_guide.inspect_site.link_signs import named
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.site_sign import Target
from portone_guide.site.fetching import same_site
from portone_guide.site.page import Link, Page

_ELSEWHERE: Final = re.compile(
    r"login|join|member|board|bbs|notice|faq|contact|mypage|cart|basket|#|\.(?:pdf|jpe?g|png)$"
)
_SPLIT: Final = re.compile(r"[\s\[\](){}<>_/|:·\-.,!]+")


def product_signs(case: Case) -> list[Sign]:
    """Return what is told of the products."""
    goods = products(case)
    amounts = [price for page in _shelves(case) for price in prices(page, case.file.prices)]
    return [
        _products(case, goods),
        _prices(case, goods, amounts),
        _zero(case, goods, amounts),
        _test_names(case, goods),
    ]


def _shelves(case: Case) -> list[Page]:
    """Return the pages on which products stand."""
    pages = [*case.of("product", "list", "order"), *([case.front] if case.front.read else [])]
    return [page for page in dict.fromkeys(pages) if not (page.declared is not None and page.how == "static")]


def _unread(case: Case) -> Reason | None:
    front = case.front
    if front.why_not is not None:
        return because("unread.page", why=front.why_not)
    if any(hole.why == "frame" and hole.place == "body" for hole in front.holes):
        return because("unread.frame")
    pages = [front, *case.of("list", "product")]
    if any(page.fills for page in pages):
        return because("unread.script")
    return because("unread.not_asked") if any(_may_sell(link, case) for link in front.links) else None


def _may_sell(link: Link, case: Case) -> bool:
    """Tell whether a link may lead to products that were not read."""
    if link.url is None or link.shown == "no" or not same_site(link.url, case.front.url):
        return False
    page = case.at(link.url)
    if page is not None:
        return page.why_not is not None and page.status not in {404, 410}
    if _ELSEWHERE.search(link.url) or same_page(link.url, case.front.url):
        return False
    known: tuple[Target, ...] = ("terms", "privacy", "guide", "cart", "company")
    return not any(named(link.text, case.file.goals[target].words) for target in known)


def _products(case: Case, goods: list[Product]) -> Sign:
    if goods:
        first = goods[0]
        where = tuple(place(item.page, item.name, "link") for item in goods[:3])
        reason = None if len(goods) >= 3 or _unread(case) is None else because("found.maybe_more")
        return Sign("products", "found", str(len(goods)), where or (place(first.page, first.name),), reason)
    if (why := _unread(case)) is not None:
        return Sign("products", "unreadable", reason=why)
    return Sign("products", "not_found", reason=because("not_found.products"))


def _prices(case: Case, goods: list[Product], amounts: list[Price]) -> Sign:
    positive = [price for price in amounts if price.amount > 0]
    asked = [
        (page, line)
        for page in _shelves(case)
        for line in page.seen()
        if line.place == "body" and words_in(line.text, case.file.prices.on_request)
    ]
    if positive:
        first = positive[0]
        reason = because("found.on_request") if asked else None
        return Sign("prices", "found", str(len(positive)), (place(first.page, first.line),), reason)
    if asked:
        page, line = asked[0]
        return Sign("prices", "label_only", None, (place(page, line),), because("label_only.on_request"))
    if (why := _unread(case)) is not None:
        return Sign("prices", "unreadable", reason=why)
    if any(has_price(line.text, case.file) for page in _shelves(case) for line in page.seen() if line.place == "body"):
        return Sign("prices", "unreadable", reason=because("unread.no_price"))
    if goods and not case.of("product") and not amounts:
        return Sign("prices", "unreadable", reason=because("unread.no_product_page"))
    if not goods and not case.of("product"):
        return Sign("prices", "not_found", reason=because("not_found.products"))
    return Sign("prices", "not_found", reason=because("not_found.prices"))


def _zero(case: Case, goods: list[Product], amounts: list[Price]) -> Sign:
    """Tell whether a product costs nothing; where a page shows other prices of it, a zero beside them is a sum."""
    for page in _shelves(case):
        here = [price for price in amounts if price.page is page]
        own = case.what.get(page.url) == "product" and not any(price.amount for price in here)
        names = [link.text for _, link in product_links(page, case.front.url, case.file) if link.text]
        nothing = [price for price in here if price.amount == 0][:50]
        zeros = [price for price in nothing if own or _beside_product(price, names)]
        if zeros:
            return Sign("zero_price", "found", None, (place(page, zeros[0].line),))
    if any(price.amount > 0 for price in amounts):
        return Sign("zero_price", "not_found", reason=because("not_found.in_range"))
    if (why := _unread(case)) is not None:
        return Sign("zero_price", "unreadable", reason=why)
    if not goods:
        return Sign("zero_price", "not_applicable", reason=because("not_applicable.no_products"))
    return Sign("zero_price", "unreadable", reason=because("unread.no_price"))


def _beside_product(price: Price, names: list[str]) -> bool:
    """Tell whether an amount stands beside a link to a product: elsewhere it is the sum of a cart."""
    lines = price.page.seen()
    at = next(index for index, line in enumerate(lines) if line is price.line)
    near = [line.text for line in lines[max(0, at - 3) : at + 1]]
    return any(len(text) >= 2 and (text in name or name in text) for text in near for name in names[:300])


def _test_names(case: Case, goods: list[Product]) -> Sign:
    named = [(item.page, item.name) for item in goods]
    named += [(page, page_name(page)) for page in case.of("product") if page.why_not is None]
    for page, name in named:
        if is_test(name, case.file.test_names):
            return Sign("test_names", "found", name[:60], (place(page, name),))
    if goods:
        return Sign("test_names", "not_found", reason=because("not_found.in_range"))
    if (why := _unread(case)) is not None:
        return Sign("test_names", "unreadable", reason=why)
    return Sign("test_names", "not_applicable", reason=because("not_applicable.no_products"))


def is_test(name: str, marks: tuple[str, ...]) -> bool:
    """Tell whether a product's name says that it is a test: as a whole, or as the first word of it."""
    single = {key_of(mark) for mark in marks if " " not in mark}
    if any(key_of(mark) in key_of(name) for mark in marks if " " in mark):
        return True
    words = [word.rstrip("0123456789") for word in _SPLIT.split(name.lower())]
    words = [word for word in words if word and not word.isdigit()]
    if not words:
        return False
    short = [word for word in words if not _is_amount(word)]
    return words[0] in single and (len(short) <= 2 or words[0].isascii())


def _is_amount(word: str) -> bool:
    return any(char.isdigit() for char in word) or len(word) == 1
