"""What besides its modules can rule a gateway out, as a contract or for one need.

Industry, platform, goods, fees, opening day.
"""

from collections.abc import Iterator

from portone_guide.gateways.conditions import shut_out
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.hosting import platform_barriers
from portone_guide.gateways.industries import not_for_industry
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.industry import Industry
from portone_guide.rules.models.term import QuickOpening


def hurdles(book: RuleBook, answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    """Yield every reason other than a missing payment method why a gateway does not fit."""
    needs = answers.needs()
    yield from contract_hurdles(book, answers, sheet, gateway)
    yield from dict.fromkeys(reason for need in needs for reason in not_for_industry(book, answers, gateway, need))
    yield from platform_barriers(book, answers, gateway, needs)


def contract_hurdles(book: RuleBook, answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    """Yield every reason why a gateway does not fit, whatever it is to carry."""
    for name in answers.industries:
        yield from _industry(book.industries.industries[name], gateway)
    for condition in shut_out(book, gateway, answers):
        yield because("goods", sources=(condition.source,), text=condition.text)
    yield from _signup_fee(answers, sheet, gateway)
    if answers.open_before_review:
        yield from _open_before_review(book, answers, gateway)


def need_hurdles(book: RuleBook, answers: Requirements, gateway: str, need: Need) -> Iterator[Reason]:
    """Yield why one need can't be had of a gateway by this merchant, though its modules may do it."""
    yield from not_for_industry(book, answers, gateway, need)
    yield from platform_barriers(book, answers, gateway, (need,))


def opens_early(opening: QuickOpening, need: Need) -> bool:
    """Tell whether a need can be taken before the card companies' review is done."""
    return need.type == "one_time" and need.method in opening.methods


def _industry(industry: Industry, gateway: str) -> Iterator[Reason]:
    sources, conflicts, name = (industry.source,), tuple(filter(None, (industry.conflict,))), industry.name
    listed = {reviewer.gateway: reviewer for reviewer in industry.gateways}
    if industry.status == "refused":
        yield because("refused_industry.gateway", sources=sources, conflicts=conflicts, industry=name)
    elif not (reviewer := listed.get(gateway)):
        yield because("unknown.industry", sources=sources, conflicts=conflicts, industry=name)
    elif reviewer.accepts == "no":
        sources = (reviewer.source or industry.source,)
        yield because("industry.refused", sources=sources, industry=name, condition=reviewer.condition)


def _signup_fee(answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    if answers.max_signup_fee is None:
        return
    pricing = sheet.signup_fee(gateway, answers.needs())
    if pricing.once is None:
        yield because("unknown.signup_fee", sources=pricing.sources)
    elif pricing.once > answers.max_signup_fee:
        yield because("signup_fee", sources=pricing.sources, fee=pricing.once, most=answers.max_signup_fee)


def _open_before_review(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    opening = book.terms.quick_opening.get(gateway)
    if not opening:
        sources = dict.fromkeys(row.source for row in book.terms.quick_opening.values())
        yield because("open_before_review.not_offered", sources=sources)
    elif opening.goods and answers.goods and opening.goods != answers.goods:
        yield because("open_before_review.condition", sources=(opening.source,), condition=opening.condition)
    elif not any(opens_early(opening, need) for need in answers.needs()):
        yield because("open_before_review.nothing", sources=(opening.source,))
