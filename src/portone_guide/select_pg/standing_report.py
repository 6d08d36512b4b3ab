"""What a contract costs whatever is sold, what is kept back, and what no total has in it, as JSON."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from portone_guide.gateways.pricing import Every, Held, LeftOut, Recurring
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.money import Currency, Foreign


class MoneyReport(TypedDict):
    """Money in its own unit."""

    amount: str
    currency: Currency


class RecurringReport(TypedDict):
    """A fee for having the contract, before VAT."""

    contract: str | None
    """A contract besides the gateway's ordinary one; null: that one."""
    every: Every
    krw: Count | None
    """null: foreign money, and no exchange rate was given."""
    foreign: MoneyReport | None


class HoldReport(TypedDict):
    """Money kept back and paid out later: in no total."""

    percent: str
    of: Literal["payment", "settlement"]
    days: Count | None
    months: Count | None
    about: bool
    """Whether the page says only roughly how long."""
    monthly_krw: Count | None
    """Kept back of a month's sales, at the most; null: no sales were given."""
    most_krw: Count | None
    """Kept back at one time, at the most."""


class LeftOutReport(TypedDict):
    """Foreign money that no total has in it, because no exchange rate was given."""

    every: Every
    amount: str
    currency: Currency


class StandingReport(TypedDict):
    """What stands beside the fees on the sales."""

    recurring_fees: list[RecurringReport]
    """What the contract costs besides the sign-up fee and the fees on the sales; first_year_cost_krw has it."""
    holds: list[HoldReport]
    """Money kept back for a while: in no total."""
    left_out: list[LeftOutReport]
    """Foreign money that is in no total."""


def standing_report(recurring: Iterable[Recurring], holds: Iterable[Held], left: Iterable[LeftOut]) -> StandingReport:
    """Return what stands beside the fees on the sales of a contract, or of a set of them."""
    return {
        "recurring_fees": list(map(_recurring, recurring)),
        "holds": list(map(_hold, holds)),
        "left_out": list(map(_left_out, left)),
    }


def _recurring(fee: Recurring) -> RecurringReport:
    foreign = _money(fee.charge.foreign) if fee.charge.foreign else None
    return {"contract": fee.name, "every": fee.every, "krw": fee.won, "foreign": foreign}


def _hold(held: Held) -> HoldReport:
    return {
        "percent": str(held.rate),
        "of": held.of,
        "days": held.days,
        "months": held.months,
        "about": held.about,
        "monthly_krw": held.monthly,
        "most_krw": held.most,
    }


def _left_out(entry: LeftOut) -> LeftOutReport:
    return {"every": entry.every, "amount": str(entry.amount.amount), "currency": entry.amount.currency}


def _money(money: Foreign) -> MoneyReport:
    return {"amount": str(money.amount), "currency": money.currency}
