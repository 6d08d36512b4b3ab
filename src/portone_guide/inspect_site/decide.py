"""What a site shows, and what that means: over the pages that were read, and nothing else."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.gateways.references import references
from portone_guide.gateways.scope import Audience
from portone_guide.inspect_site.answer import CallHint, Hints, IndustryHint, Inspection, PageRead, Sign
from portone_guide.inspect_site.case import Case, address, case_of, quoted
from portone_guide.inspect_site.foot_signs import foot_signs, footer_on_order_page
from portone_guide.inspect_site.korean_labels import Labels
from portone_guide.inspect_site.link_signs import ftc_sign, policy_sign
from portone_guide.inspect_site.order_signs import call_sign, cart_sign, order_sign
from portone_guide.inspect_site.product_signs import product_signs
from portone_guide.inspect_site.text_signs import escrow_sign, told_sign
from portone_guide.inspect_site.verdicts import Judge
from portone_guide.needs.reason import Reason, because
from portone_guide.plan.model import SiteSeen
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.site_sign import Target
from portone_guide.site.page import Page


class Looked(NamedTuple):
    """What was read of a site: pages by the address that was asked for, for what each was, and what stopped it."""

    target: str
    read_at: str
    asked: Mapping[str, Page]
    what: Mapping[str, Target]
    stopped: str | None = None
    no_browser: str | None = None


def inspection(book: RuleBook, looked: Looked, site: Audience, expected: Mapping[str, str]) -> Inspection:
    """Return what a site shows of what reviewers look for."""
    file = book.site_signs
    case = case_of(file, looked.asked, looked.what, Labels(file))
    signs = _signs(case, site.goods)
    by_id = {sign.id: sign for sign in signs}
    ordered = tuple(by_id[name] for name in file.signs)
    checklist = tuple(Judge(book.checklist, by_id, expected).items(site))
    sources = [source for entry in checklist for source in entry.item.sources]
    return Inspection(
        looked.target,
        looked.read_at,
        tuple(PageRead(address(page.url), page.status, page.how, page.why_not) for page in case.pages),
        ordered,
        checklist,
        _hints(book, case),
        _limits(case, looked),
        {name: row.name for name, row in file.signs.items()},
        references(book, sources=sources),
    )


def _signs(case: Case, goods: str | None) -> list[Sign]:
    foot = list(foot_signs(case))
    number = next(sign for sign in foot if sign.id == "business_number")
    order = order_sign(case)
    return [
        *foot,
        ftc_sign(case, number.value),
        policy_sign("terms", case),
        policy_sign("privacy", case),
        told_sign("refund_policy", case, goods),
        told_sign("delivery_policy", case, goods),
        escrow_sign(case),
        *product_signs(case),
        cart_sign(case),
        order,
        call_sign(case, order),
        footer_on_order_page(case),
    ]


def _hints(book: RuleBook, case: Case) -> Hints:
    file = book.site_signs
    builders = dict.fromkeys(name for page in case.pages for name in page.builders)
    industries: dict[str, IndustryHint] = {}
    risky = re.compile("|".join(re.escape(word) for words in file.industries.values() for word in words))
    for page in case.readable():
        for line in page.seen():
            if not risky.search(line.text):
                continue
            for name, words in file.industries.items():
                if name not in industries and any(word in line.text for word in words):
                    known = book.industries.industries[name]
                    industries[name] = IndustryHint(name, known.name, quoted(line.text), address(page.url))
    calls = []
    for name, call in file.payment_calls.items():
        called = any(name in page.calls for page in case.pages)
        if called or any(mark in address for page in case.pages for address in page.loads for mark in call.loads):
            calls.append(CallHint(name, call.name, call.portone, called))
    declared = tuple((address(page.url), page.declared) for page in case.pages if page.declared is not None)
    named = tuple((name, file.builders[name].name) for name in builders)
    return Hints(named, tuple(industries.values()), tuple(calls), declared)


def _limits(case: Case, looked: Looked) -> tuple[Reason, ...]:
    found = []
    if looked.stopped is not None:
        found.append(because("limit.most_pages" if looked.stopped == "most_pages" else "limit.time"))
    if looked.no_browser is not None:
        found.append(because("limit.no_browser", why=looked.no_browser))
    unread: dict[str, int] = {}
    for page in case.pages:
        if page.why_not is not None:
            unread[page.why_not] = unread.get(page.why_not, 0) + 1
    return (*found, *(because("limit.pages", why=why, count=count) for why, count in unread.items()))


def seen_items(found: Inspection, on: date) -> SiteSeen:
    """Return what the plan keeps of an inspection: items that were seen to pass or to fail, and the day."""
    return SiteSeen(on, {entry.id: entry.verdict for entry in found.checklist if entry.verdict != "check"})
