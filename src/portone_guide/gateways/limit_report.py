"""A limit of what may be paid, as JSON."""

from typing import TypedDict

from portone_guide.rules.json_types import Count
from portone_guide.rules.models.fields import PaymentType, WalletPart
from portone_guide.rules.models.money import Currency, Foreign
from portone_guide.rules.models.term import AmountLimit, LimitPer


class ForeignReport(TypedDict):
    """Money in its own unit."""

    amount: str
    currency: Currency


class AmountLimitReport(TypedDict):
    """The least and the most that may be paid, in won or foreign money; null: no such limit.

    ``per`` is one payment, or a payer's (a card's) day or month with ``times`` payments. It holds for payments of
    ``types``, by ``method`` and those of ``also``; ``part`` is what is paid with inside a wallet. ``maximum_to``: the
    review settles the most, usually between ``maximum`` and this.
    """

    method: str
    source: str
    minimum: Count | None
    maximum: Count | None
    maximum_excluded: bool
    note: str | None
    conflict: str | None
    foreign_minimum: ForeignReport | None
    foreign_maximum: ForeignReport | None
    maximum_to: Count | None
    per: LimitPer
    times: Count | None
    types: list[PaymentType]
    also: list[str]
    part: WalletPart | None
    minimum_source: str | None
    """The page of the minimum, where it is another than that of the rest."""


def foreign_report(money: Foreign | None) -> ForeignReport | None:
    """Return money in its own unit."""
    return {"amount": str(money.amount), "currency": money.currency} if money else None


def limit_report(limit: AmountLimit) -> AmountLimitReport:
    """Return a limit as its row stands."""
    return {
        "method": limit.method,
        "source": limit.source,
        "minimum": limit.minimum,
        "maximum": limit.maximum,
        "maximum_excluded": limit.maximum_excluded,
        "note": limit.note,
        "conflict": limit.conflict,
        "foreign_minimum": foreign_report(limit.foreign_minimum),
        "foreign_maximum": foreign_report(limit.foreign_maximum),
        "maximum_to": limit.maximum_to,
        "per": limit.per,
        "times": limit.times,
        "types": list(limit.types),
        "also": list(limit.also),
        "part": limit.part,
        "minimum_source": limit.minimum_source,
    }
