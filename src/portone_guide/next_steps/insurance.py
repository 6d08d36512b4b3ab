"""What guarantee insurance costs, from monthly sales and how often the gateway pays out."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from portone_guide.rules.models.contract import Insurance, SettlementCycle

CYCLE_NAMES: dict[SettlementCycle, str] = {
    "daily": "매일 정산",
    "four_a_month": "월 4회 정산",
    "two_a_month": "월 2회 정산",
    "once_a_month": "월 1회 정산",
}


class InsuranceNeed(NamedTuple):
    """What a month of sales asks for under one settlement cycle; all money in won, a premium is for one year.

    The monthly cap is the insured sum times ``multiple``; the insured sum is the least whole won whose cap
    covers the sales.
    """

    cycle: SettlementCycle
    multiple: int
    insured_sum: int
    monthly_cap: int
    premium_min: int
    premium_max: int


def insurance_need(rule: Insurance, monthly_sales: int, cycle: SettlementCycle) -> InsuranceNeed:
    """Return the insured sum, its monthly cap and the premium (rounded to the nearest won)."""
    multiple = rule.caps[cycle]
    insured = -(-monthly_sales // multiple)
    low, high = (_premium(insured, rate) for rate in (rule.premium_rate.low, rule.premium_rate.high))
    return InsuranceNeed(cycle, multiple, insured, insured * multiple, low, high)


def insurance_needs(rule: Insurance, monthly_sales: int, cycle: SettlementCycle | None) -> tuple[InsuranceNeed, ...]:
    """Return the need for one cycle, or for every cycle that the page names where none was given."""
    cycles = [cycle] if cycle else [name for name in CYCLE_NAMES if name in rule.caps]
    return tuple(insurance_need(rule, monthly_sales, name) for name in cycles if name in rule.caps)


def _premium(insured: int, percent: Decimal) -> int:
    return int((Decimal(insured) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
