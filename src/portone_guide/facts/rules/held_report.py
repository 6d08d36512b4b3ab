"""Money that is kept back for a while, and what paying out costs, as JSON."""

from typing import Literal, TypedDict

from portone_guide.gateways.limit_report import ForeignReport
from portone_guide.gateways.pricing import Held
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.fee import PayoutFee


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
