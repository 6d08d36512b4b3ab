"""Charges and amounts: what a need may cost a payment, and what that comes to.

Every amount is won before VAT unless its name says otherwise.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from portone_guide.needs.amounts import Part
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.reason import Reason
from portone_guide.rules.models.money import Charge, Foreign

Every = Literal["month", "year"]


class Amount(NamedTuple):
    """Won from ``min`` to ``max``; equal where the sources give one figure."""

    min: int
    max: int

    def plus(self, other: "Amount") -> "Amount":
        """Return the sum of two amounts."""
        return Amount(self.min + other.min, self.max + other.max)

    def times(self, factor: Decimal | int) -> "Amount":
        """Return the amount times ``factor``, in whole won."""
        return Amount(rounded(self.min * Decimal(factor)), rounded(self.max * Decimal(factor)))


def total_of(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of amounts."""
    total = Amount(0, 0)
    for amount in amounts:
        total = total.plus(amount)
    return total


class Recurring(NamedTuple):
    """What a contract costs every month or year, whatever is sold. ``won`` is None for foreign money without a rate.

    ``name`` is the contract's, where it is one besides the gateway's ordinary one.
    """

    every: Every
    charge: Charge
    won: int | None
    source: str
    name: str | None = None


class Held(NamedTuple):
    """Money kept back for a while and paid out later: no cost.

    ``rate`` is percent of each payment or settlement. ``monthly`` is what is kept back of a month's sales and
    ``most`` what is kept back at one time, at the most; None where no sales were given.
    """

    rate: Decimal
    of: Literal["payment", "settlement"]
    days: int | None
    months: int | None
    about: bool
    source: str
    monthly: int | None = None
    most: int | None = None


class LeftOut(NamedTuple):
    """Foreign money that no total in won has in it, because no exchange rate was given."""

    amount: Foreign
    every: Every


class Pricing(NamedTuple):
    """The charges that may apply to a need. Empty ``charges``: Unknown, and ``unknown`` says what no source gives.

    ``gap`` names a part of the sales that the charges leave out because no source gives its rate; ``remarks`` tell
    the charges or packages apart. ``least``: something is charged on top that can't be reckoned (``gap`` names it).
    ``recurring`` is what the contract costs besides, for a sign-up fee.
    """

    charges: tuple[Charge, ...] = ()
    unknown: Reason | None = None
    sources: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    remarks: tuple[Reason, ...] = ()
    gap: Reason | None = None
    least: bool = False
    recurring: tuple[Recurring, ...] = ()

    @property
    def low(self) -> Decimal:
        """The lowest percent."""
        return min((charge.low for charge in self.charges), default=Decimal(0))

    @property
    def high(self) -> Decimal:
        """The highest percent."""
        return max((charge.high for charge in self.charges), default=Decimal(0))

    @property
    def counted(self) -> bool:
        """Whether the number of payments matters to what it comes to."""
        return any(charge.counted or charge.foreign_floor for charge in self.charges)

    @property
    def once(self) -> int | None:
        """The won of a fee that is paid once; None: Unknown."""
        return self.charges[0].won if self.charges else None

    @property
    def fixed_first_year(self) -> int | None:
        """The won of signing up and of having the contract for a year; None as soon as one of them is unknown."""
        each = [fee.won and fee.won * (12 if fee.every == "month" else 1) for fee in self.recurring]
        known = [won for won in each if won is not None]
        return None if self.once is None or len(known) < len(each) else self.once + sum(known)


class CostLine(NamedTuple):
    """What one part of the sales costs: the charge, and won a month before VAT (None: not all of it is known).

    ``need`` has no style: what is paid in either is one part. Where ``monthly`` is None, ``won_part`` is what of it
    can be said in won, and ``foreign`` what comes to it a month in other money.
    """

    part: Part
    need: NamedNeed
    pricing: Pricing
    monthly: Amount | None
    won_part: Amount | None = None
    foreign: Foreign | None = None


def left_out(lines: Iterable[CostLine], recurring: Iterable[Recurring]) -> tuple[LeftOut, ...]:
    """Return the foreign money that stands in no total, one sum for each currency and period."""
    found: dict[tuple[str, Every], Foreign] = {}
    sums: list[tuple[Foreign, Every]] = [(line.foreign, "month") for line in lines if line.foreign]
    sums += [(fee.charge.foreign, fee.every) for fee in recurring if fee.won is None and fee.charge.foreign]
    for money, every in sums:
        before = found.get((money.currency, every))
        found[money.currency, every] = money._replace(amount=money.amount + before.amount) if before else money
    return tuple(LeftOut(money, every) for (_, every), money in found.items())


def in_won(money: Foreign, usd_krw: Decimal | None) -> int | None:
    """Return foreign money in whole won; None without a rate for its currency."""
    return rounded(money.amount * usd_krw) if usd_krw and money.currency == "USD" else None


def cost_of(charge: Charge, sales: int | None, count: int | None, usd_krw: Decimal | None = None) -> Amount | None:
    """Percent x sales plus won x count, in whole won; None where a figure that the charge needs is missing."""
    if (charge.high and sales is None) or (charge.counted and count is None) or charge.open:
        return None
    per_payment = charge.won * (count or 0)
    if charge.foreign:
        abroad = in_won(charge.foreign.times(count or 0), usd_krw)
        if abroad is None:
            return None
        per_payment += abroad
    if charge.foreign_floor:
        if count is None or (floor := in_won(charge.foreign_floor, usd_krw)) is None:
            return None
        charge = charge._replace(floor=floor)
    low = rounded((sales or 0) * charge.low / 100) + per_payment
    high = rounded((sales or 0) * charge.high / 100) + per_payment
    least = charge.floor * (count or 0)
    # With a floor for each payment the sum lies between "the floor never bites" and "it always does".
    return Amount(max(low, least), high + least if charge.floor else high)


def rounded(amount: Decimal | int) -> int:
    """Return an amount in whole won, the nearest one."""
    return int(Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP))
