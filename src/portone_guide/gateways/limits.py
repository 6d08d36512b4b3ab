"""Which of a gateway's limits of amounts concern a merchant, and which of them the payments meet.

The one place where that is judged.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from portone_guide.gateways.pricing import in_won
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.term import AmountLimit
from portone_guide.rules.vocabulary import method_name


def limits_for(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[AmountLimit]:
    """Yield the limits of what is asked for; every one of the gateway where nothing is."""
    needs = answers.needs()
    for limit in book.terms.amount_limits.get(gateway, ()):
        methods = (limit.method, *limit.also)
        if not needs or any(need.type in limit.types and need.method in methods for need in needs):
            yield limit


def limits_met(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Reason]:
    """Yield the limits that payments are above or below, and those of which another currency hides whether they are."""
    if answers.needs():
        for limit in limits_for(book, gateway, answers):
            names = _names(book, limit, answers)
            yield from _most(limit, answers, names)
            yield from _least(limit, answers, names)


def _names(book: RuleBook, limit: AmountLimit, answers: Requirements) -> tuple[str, ...]:
    """Return what is asked for of what a limit is about."""
    methods, file = {limit.method, *limit.also}, book.pg_methods
    asked = [need for need in answers.needs() if need.type in limit.types and need.method in methods]
    return tuple(dict.fromkeys(method_name(need.type, need.method, file) for need in asked))


def _most(limit: AmountLimit, answers: Requirements, names: tuple[str, ...]) -> Iterator[Reason]:
    payment = answers.largest_payment
    how = None if payment is None else _above(limit, payment, answers.usd_krw)
    if how is None:
        return
    abroad = limit.foreign_maximum
    code = (
        ("amount_limit.currency" if how == "currency" else "amount_limit.foreign")
        if abroad
        else ("amount_limit.usual" if how == "usual" else "amount_limit.above")
    )
    yield because(
        code,
        sources=(limit.source,),
        conflicts=filter(None, (limit.conflict,)),
        limit=limit,
        payment=payment,
        won=in_won(abroad, answers.usd_krw) if abroad else limit.maximum,
        methods=names,
    )


def _above(limit: AmountLimit, payment: int, usd_krw: Decimal | None) -> Literal["above", "usual", "currency"] | None:
    """Return how a payment stands to the most that a limit allows; None where it is within it."""
    most = in_won(limit.foreign_maximum, usd_krw) if limit.foreign_maximum else limit.maximum
    if most is None:
        return "currency" if limit.foreign_maximum else None
    if payment > most or (payment == most and limit.maximum_excluded):
        return "usual" if limit.maximum_to else "above"
    return None


def _least(limit: AmountLimit, answers: Requirements, names: tuple[str, ...]) -> Iterator[Reason]:
    """Yield that the smallest payment is below the least, or the largest one where that alone was given.

    Where only the largest is known, a currency that hides whether it is below is no doubt worth telling.
    """
    smallest, abroad = answers.smallest_payment, limit.foreign_minimum
    payment = answers.largest_payment if smallest is None else smallest
    least = limit.minimum
    if least is None and abroad:
        least = in_won(abroad, answers.usd_krw)
    hidden = least is None and abroad is not None and smallest is not None
    if payment is None or not (hidden or (least is not None and payment < least)):
        return
    code = (
        "amount_limit.below"
        if limit.minimum is not None
        else ("amount_limit.currency_below" if hidden else "amount_limit.foreign_below")
    )
    yield because(
        code,
        sources=(limit.minimum_source or limit.source,),
        conflicts=filter(None, (limit.conflict,)),
        limit=limit,
        payment=payment,
        won=least,
        methods=names,
    )
