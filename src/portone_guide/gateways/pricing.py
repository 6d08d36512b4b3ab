"""Charges and amounts: what a need may cost a payment, and what that comes to.

Every amount is won before VAT unless its name says otherwise.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from portone_guide.needs.amounts import Part
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.rules.models.money import Charge


class Amount(NamedTuple):
    """Won from ``min`` to ``max``; equal where the sources give one figure."""

    min: int
    max: int

    def plus(self, other: "Amount") -> "Amount":
        """Return the sum of two amounts."""
        return Amount(self.min + other.min, self.max + other.max)

    def times(self, factor: Decimal | int) -> "Amount":
        """Return the amount times ``factor``, in whole won."""
        return Amount(_won(self.min * Decimal(factor)), _won(self.max * Decimal(factor)))


def total_of(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of amounts."""
    total = Amount(0, 0)
    for amount in amounts:
        total = total.plus(amount)
    return total


class Pricing(NamedTuple):
    """The charges that may apply to a need. Empty ``charges``: Unknown, and ``unknown`` says what no source gives.

    ``gap`` names a part of the sales that the charges leave out because no source gives its rate; ``remarks`` tell
    the charges or packages apart.
    """

    charges: tuple[Charge, ...] = ()
    unknown: Reason | None = None
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    remarks: tuple[Reason, ...] = ()
    gap: Reason | None = None

    @property
    def low(self) -> Decimal:
        """The lowest percent."""
        return min((charge.low for charge in self.charges), default=Decimal(0))

    @property
    def high(self) -> Decimal:
        """The highest percent."""
        return max((charge.high for charge in self.charges), default=Decimal(0))

    @property
    def once(self) -> int | None:
        """The won of a fee that is paid once; None: Unknown."""
        return self.charges[0].won if self.charges else None


class CostLine(NamedTuple):
    """What one part of the sales costs: the charge, and won a month before VAT (None: not known).

    ``need`` has no style: what is paid in either is one part.
    """

    part: Part
    need: NamedNeed
    pricing: Pricing
    monthly: Amount | None


def cost_of(charge: Charge, sales: int | None, count: int | None) -> Amount | None:
    """Percent x sales plus won x count, in whole won; None where a figure that the charge needs is missing."""
    if (charge.high and sales is None) or ((charge.won or charge.floor) and count is None):
        return None
    per_payment = charge.won * (count or 0)
    low = _won((sales or 0) * charge.low / 100) + per_payment
    high = _won((sales or 0) * charge.high / 100) + per_payment
    least = charge.floor * (count or 0)
    # With a floor for each payment the sum lies between "the floor never bites" and "it always does".
    return Amount(max(low, least), high + least if charge.floor else high)


def _won(amount: Decimal | int) -> int:
    return int(Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP))
