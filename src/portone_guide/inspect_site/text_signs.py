"""Refunds, delivery, safe purchase: what is told in running text."""

from typing import Literal

from portone_guide.inspect_site.answer import Sign
from portone_guide.inspect_site.case import Case, place
from portone_guide.inspect_site.korean_labels import words_in
from portone_guide.inspect_site.korean_values import is_template
from portone_guide.inspect_site.link_signs import named
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.site_sign import Policy, SignId
from portone_guide.site.page import PICTURE, Line, Page

_LEAST = 18
_SHORT = 30

Told = Literal["refund_policy", "delivery_policy"]


def told_sign(name: Told, case: Case, goods: str | None) -> Sign:
    """Tell whether refunds or delivery are explained, not only named."""
    if name == "delivery_policy" and goods == "digital":
        return Sign(name, "not_applicable", reason=because("not_applicable.digital"))
    order = ("guide", "product", "terms", "order", "list", "cart", "company", "privacy", "enter")
    pages = sorted(case.readable(), key=lambda page: order.index(case.what.get(page.url, "enter")))
    for page in pages:
        if case.what.get(page.url) in ({"privacy", "terms"} if name == "delivery_policy" else {"privacy"}):
            continue
        if (line := passage(page, name, case)) is not None:
            return Sign(name, "found", None, (place(page, line),))
    words = case.file.signs[name].words
    if (why := _unread(case, words)) is not None:
        return Sign(name, "unreadable", reason=why)
    for page, link in case.links():
        dead = link.url is None and not link.script and not link.bound and link.raw == "#"
        if dead and named(link.text, words) and not words_in(link.text, case.file.policies[name].errands):
            return Sign(name, "label_only", None, (place(page, link.text, "link"),), because("label_only.no_target"))
    if name == "delivery_policy" and goods is None and _no_parcels(case):
        return Sign(name, "not_applicable", reason=because("not_applicable.no_parcels"))
    return Sign(name, "not_found", reason=because("not_found.text"))


def passage(page: Page, name: Told, case: Case) -> Line | None:
    """Return the line of a page that explains something, by itself or under its heading; a name alone is none."""
    if page.declared is not None and page.how == "static":
        return None
    rule = case.file.policies[name]
    lines = page.seen()
    sure = case.what.get(page.url) in {"guide", "product", "terms", "order"}
    other = case.file.policies["privacy"].subjects
    for index, line in enumerate(lines):
        if not any(word in line.text for word in rule.subjects) or any(word in line.text for word in other):
            continue
        if "\ufffd" in line.text or is_template(line.text, case.file) or _errand(line, rule):
            continue
        told = sum(word in line.text for word in rule.substance)
        if (sure and len(line.text) >= _LEAST and told) or (len(line.text) >= 2 * _LEAST and told >= 2):
            return line
        heads = line.heading or len(line.text) <= 24
        explained = (below for below in lines[index + 1 : index + 4] if heads and _explains(below, rule))
        if (below := next(explained, None)) is not None:
            return below
    return None


def _explains(line: Line, rule: Policy) -> bool:
    """Tell whether a line under a heading explains what the heading names."""
    told = sum(word in line.text for word in rule.substance)
    about = any(word in line.text for word in rule.subjects)
    enough = len(line.text) >= _LEAST and not line.text.endswith("...")
    return enough and not _errand(line, rule) and told >= (1 if about else 2)


def _errand(line: Line, rule: Policy) -> bool:
    """Tell whether a short line names something to do or to fill in."""
    return len(line.text) <= _SHORT and words_in(line.text, rule.errands) is not None


def _unread(case: Case, words: tuple[str, ...]) -> Reason | None:
    """Return why not everything was read where such a text stands."""
    if (why := case.front_unread()) is not None:
        return why
    products = case.of("product")
    if not products:
        return because("unread.no_product_page")
    for page in products:
        if page.why_not is not None or page.fills:
            return because("unread.page", why=page.why_not or "script")
        if any(PICTURE in line.text for line in page.seen() if line.place == "body"):
            return because("unread.picture")
    for _, link in case.links():
        if words_in(link.text, words) or named(link.text, case.file.goals["guide"].words):
            target = case.at(link.url)
            if target is None or target.why_not is not None or target.fills:
                return because("unread.page", why=target.why_not or "script") if target else because("unread.not_asked")
    return None


def _no_parcels(case: Case) -> bool:
    texts = [page.text() for page in case.readable()]
    subjects = case.file.policies["delivery_policy"].subjects
    sells = any(word in text for text in texts for word in case.file.subscription_words)
    return sells and not any(word in text for text in texts for word in subjects)


def escrow_sign(case: Case) -> Sign:
    """Tell whether buyers are told of the service that keeps their money until the goods are there."""
    name: SignId = "escrow"
    words = case.file.signs[name].words
    for page in case.readable():
        if page.declared is not None and page.how == "static":
            continue
        for line in page.seen():
            if words_in(line.text, words) and not is_template(line.text, case.file):
                return Sign(name, "found", None, (place(page, line),))
    for page, link in case.links():
        if "escrow" in f"{link.url or ''} {link.script}".lower():
            return Sign(name, "found", None, (place(page, link.text or link.url or link.script, "link"),))
    if (why := case.front_unread()) is not None:
        return Sign(name, "unreadable", reason=why)
    if case.hides(words):
        return Sign(name, "unreadable", reason=because("unread.hidden"))
    if any(PICTURE in line.text for line in case.front.lines if line.place == "footer" and line.shown != "no"):
        return Sign(name, "unreadable", reason=because("unread.picture"))
    return Sign(name, "not_found", reason=because("not_found.footer"))
