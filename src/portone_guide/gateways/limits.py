"""Which of a gateway's limits the largest payment meets: the one place where that is judged."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from portone_guide.gateways.pricing import in_won
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.term import AmountLimit


def limits_met(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Reason]:
    """Yield the limits that the largest payment is above, and those of which another currency hides whether it is."""
    payment = answers.largest_payment
    if payment is None:
        return
    for limit in book.terms.amount_limits.get(gateway, ()):
        asked = [need for need in answers.needs() if need.type in limit.types]
        if not any(need.method in (limit.method, *limit.also) for need in asked):
            continue
        if how := _met(limit, payment, answers.usd_krw):
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
            )


def _met(limit: AmountLimit, payment: int, usd_krw: Decimal | None) -> Literal["above", "usual", "currency"] | None:
    """Return how a payment stands to the most that a limit allows; None where it is within it."""
    most = in_won(limit.foreign_maximum, usd_krw) if limit.foreign_maximum else limit.maximum
    if most is None:
        return "currency" if limit.foreign_maximum else None
    if payment > most or (payment == most and limit.maximum_excluded):
        return "usual" if limit.maximum_to else "above"
    return None
