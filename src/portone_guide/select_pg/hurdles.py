"""What besides its modules can rule a gateway out: industry, platform, goods, business, fees, opening day."""

from collections.abc import Iterator

from portone_guide.gateways.barriers import against
from portone_guide.gateways.fees import FeeSheet
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.term import QuickOpening


def hurdles(book: RuleBook, answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    """Yield every reason other than a missing payment method why a gateway does not fit."""
    yield from against(book, answers, gateway, answers.needs())
    yield from _signup_fee(answers, sheet, gateway)
    if answers.open_before_review:
        yield from _open_before_review(book, answers, gateway)


def opens_early(opening: QuickOpening, need: Need) -> bool:
    """Tell whether a need can be taken before the card companies' review is done."""
    return need.type == "one_time" and need.method in opening.methods


def _signup_fee(answers: Requirements, sheet: FeeSheet, gateway: str) -> Iterator[Reason]:
    if answers.max_signup_fee is None:
        return
    pricing = sheet.signup_fee(gateway, answers.needs())
    if pricing.once is None:
        yield because("unknown.signup_fee", sources=pricing.sources)
    elif pricing.once > answers.max_signup_fee:
        yield because("signup_fee", sources=pricing.sources, fee=pricing.once, most=answers.max_signup_fee)


def _open_before_review(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    """Every payment must open early; identity verification is none, and no card company reviews it."""
    payments = [need for need in answers.needs() if need.type != "identity"]
    if not payments:
        return
    opening = book.terms.quick_opening.get(gateway)
    if not opening:
        sources = dict.fromkeys(row.source for row in book.terms.quick_opening.values())
        yield because("open_before_review.not_offered", sources=sources)
    elif opening.goods and answers.goods and opening.goods != answers.goods:
        yield because("open_before_review.condition", sources=(opening.source,), condition=opening.condition)
    elif late := [need for need in payments if not opens_early(opening, need)]:
        needs = tuple(need.named(book.pg_methods) for need in late)
        yield because("open_before_review.later", sources=(opening.source,), needs=needs)
