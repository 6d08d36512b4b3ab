"""A limit of what may be paid, and money that is kept back for a while, as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import ForeignReport, foreign_report
from portone_guide.gateways.pricing import Held
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.fee import PayoutFee
from portone_guide.rules.models.fields import PaymentType, WalletPart
from portone_guide.rules.models.term import AmountLimit, LimitPer


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


class HeldReport(TypedDict):
    """Money kept back of each payment or settlement and paid out later; ``about``: the page says only roughly when."""

    percent: str
    of: Literal["payment", "settlement"]
    days: Count | None
    months: Count | None
    about: bool
    source: str


class PayoutFeeReport(TypedDict):
    """What each payout to the merchant costs, where the merchant is paid out so (``when``)."""

    charge: ForeignReport
    when: str
    source: str


def payout_report(fee: PayoutFee) -> PayoutFeeReport:
    """Return what a payout costs."""
    charge: ForeignReport = {"amount": str(fee.charge.amount), "currency": fee.charge.currency}
    return {"charge": charge, "when": fee.when, "source": fee.source}


def held_report(held: Held) -> HeldReport:
    """Return what a gateway keeps back."""
    return {
        "percent": str(held.rate),
        "of": held.of,
        "days": held.days,
        "months": held.months,
        "about": held.about,
        "source": held.source,
    }


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
