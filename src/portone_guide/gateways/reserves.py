"""What a gateway keeps back of the sales for a time, reckoned the same way for whoever asks."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from portone_guide.gateways.pricing import Held, rounded
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Need

if TYPE_CHECKING:
    from portone_guide.rules.models.fee import FeesFile, Hold


def held(file: "FeesFile", gateway: str, needs: tuple[Need, ...], sales: Mapping[Part, int]) -> tuple[Held, ...]:
    """Return what a gateway keeps back of the sales that it carries."""
    parts = dict.fromkeys(need.part for need in needs if need.type != "identity")
    known = [sales[part] for part in parts if part in sales]
    month = sum(known) if known else None
    return tuple(_held(hold, month) for hold in file.holds.get(gateway, ()))


def _held(hold: "Hold", month: int | None) -> Held:
    found = Held(hold.rate.high, hold.of, hold.days, hold.months, hold.about, hold.source)
    if month is None:
        return found
    monthly, most = kept_back(month, hold.rate.high, hold.months, hold.days)
    return found._replace(monthly=monthly, most=most)


def kept_back(sales: int, percent: Decimal, months: int | None, days: int | None) -> tuple[int, int | None]:
    """Return how many won are kept back of a month's sales, and at most at one time; None: no page says how long.

    After that time as much comes back as goes. A year has 365 days.
    """
    monthly = sales * percent / 100
    length = Decimal(months) if months is not None else Decimal(days or 0) * 12 / 365
    return rounded(monthly), rounded(monthly * length) if length else None
