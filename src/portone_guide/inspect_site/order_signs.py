"""The way to pay: cart, order page, and the call that opens the payment window."""

from portone_guide.inspect_site.answer import Sign
from portone_guide.inspect_site.case import Case, place
from portone_guide.inspect_site.link_signs import named
from portone_guide.needs.reason import Reason, because
from portone_guide.site.page import Link, Page


def cart_sign(case: Case) -> Sign:
    """Tell whether there is a cart."""
    goal = case.file.goals["cart"]
    dead: tuple[Page, Link] | None = None
    for page, link in case.links():
        by_word = named(link.text, goal.words)
        by_path = link.url is not None and any(mark in link.url.lower() for mark in goal.paths)
        if by_path or (by_word and (link.url is not None or link.bound or link.script)):
            return Sign("cart", "found", None, (place(page, link.text or (link.url or ""), "link"),))
        if by_word:
            dead = dead or (page, link)
    if dead is not None:
        page, link = dead
        if page.fills or page.why_not is not None:
            return Sign("cart", "unreadable", None, (place(page, link.text, "link"),), because("unread.script_link"))
        return Sign("cart", "label_only", None, (place(page, link.text, "link"),), because("label_only.no_target"))
    if (why := _shop_unread(case)) is not None:
        return Sign("cart", "unreadable", reason=why)
    return Sign("cart", "not_found", reason=because("not_found.link"))


def _shop_unread(case: Case) -> Reason | None:
    front = case.front
    if front.why_not is not None:
        return because("unread.page", why=front.why_not)
    if any(hole.why == "frame" for hole in front.holes):
        return because("unread.frame")
    pages = [front, *case.of("product")]
    if any(page.fills for page in pages):
        return because("unread.script")
    if not case.of("product"):
        return because("unread.no_product_page")
    return next((because("unread.page", why=page.why_not) for page in pages if page.why_not is not None), None)


def is_order_page(page: Page, case: Case) -> bool:
    """Tell whether a page is one on which an order is paid: its words, and something to press."""
    text = page.text()
    words = sum(word in text for word in case.file.order_words)
    presses = any(named(link.text, case.file.pay_words) for link in page.links if link.shown == "yes")
    fills_in = any(len(form.fields) >= 2 for form in page.forms)
    return words >= 2 and (presses or fills_in or bool(page.calls))


def order_sign(case: Case) -> Sign:
    """Tell whether a page was reached on which one pays."""
    for page in case.readable():
        if case.is_order(page) and page.why_not is None and is_order_page(page, case):
            words = next(line for line in page.seen() if any(word in line.text for word in case.file.order_words))
            return Sign("order_page", "found", None, (place(page, words, "form"),))
    for page in case.pages:
        if case.is_order(page) and page.why_not is not None:
            gone = page.status in {404, 410}
            if not gone:
                return Sign("order_page", "unreadable", reason=because("unread.page", why=page.why_not))
    dead: tuple[Page, Link] | None = None
    for page, link in case.links():
        if named(link.text, (*case.file.goals["order"].words, *case.file.pay_words)):
            if link.url is None and not link.bound and not link.script and not page.fills and page.why_not is None:
                dead = dead or (page, link)
                continue
            return Sign("order_page", "unreadable", None, (place(page, link.text, "link"),), because("unread.press"))
    if dead is not None:
        page, link = dead
        return Sign(
            "order_page", "label_only", None, (place(page, link.text, "link"),), because("label_only.no_target")
        )
    if (why := _shop_unread(case)) is not None:
        return Sign("order_page", "unreadable", reason=why)
    return Sign("order_page", "not_found", reason=because("not_found.order"))


def _unknown_programs(page: Page, case: Case) -> bool:
    """Tell whether a page loads a program of its own, which was not read."""
    return any(not any(mark in address for mark in case.file.harmless_scripts) for address in page.loads)


def call_sign(case: Case, order: Sign) -> Sign:
    """Tell whether a program that opens a payment window is on the pages."""
    for page in sorted(case.readable(), key=lambda page: not case.is_order(page)):
        for name in page.calls:
            call = case.file.payment_calls[name]
            program = next(text for text in page.programs if any(mark in text for mark in call.marks))
            mark = next(mark for mark in call.marks if mark in program)
            return Sign("payment_call", "found", call.name, (place(page, mark, "program"),))
    for page in case.readable():
        for name, call in case.file.payment_calls.items():
            if any(mark in address for address in page.loads for mark in call.loads):
                where = (place(page, name, "program"),)
                return Sign("payment_call", "unreadable", None, where, because("unread.only_loaded", name=call.name))
    pages = [page for page in case.readable() if case.is_order(page) and page.why_not is None]
    if order.state == "found" and pages and not any(page.fills or _unknown_programs(page, case) for page in pages):
        return Sign("payment_call", "not_found", reason=because("not_found.call"))
    return Sign("payment_call", "unreadable", reason=because("unread.press"))
