"""What guarantee insurance costs, from monthly sales and how often the gateway pays out."""

from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

from portone_guide.needs.reading import Said
from portone_guide.next_steps.answer import InsuranceNeed, Insured
from portone_guide.next_steps.questions import MONTHLY_SALES, SETTLEMENT_CYCLE
from portone_guide.rules.models.contract import Insurance, SettlementCycle


def insured(rule: Insurance, said: Said) -> Insured:
    """Return the rule, and what the monthly sales ask for where they were said."""
    sales = said.of(MONTHLY_SALES)
    return Insured(rule, sales, insurance_needs(rule, sales, said.of(SETTLEMENT_CYCLE)) if sales else ())


def insurance_needs(rule: Insurance, monthly_sales: int, cycle: SettlementCycle | None) -> tuple[InsuranceNeed, ...]:
    """Return the need for one cycle, or for every cycle that the page names where none was given."""
    cycles: tuple[SettlementCycle, ...] = (cycle,) if cycle else get_args(SettlementCycle)
    return tuple(_need(rule, monthly_sales, name) for name in cycles if name in rule.caps)


def _need(rule: Insurance, monthly_sales: int, cycle: SettlementCycle) -> InsuranceNeed:
    """Return the insured sum, its monthly cap and the premium (rounded to the nearest won)."""
    multiple = rule.caps[cycle]
    total = -(-monthly_sales // multiple)
    low, high = (_premium(total, rate) for rate in (rule.premium_rate.low, rule.premium_rate.high))
    return InsuranceNeed(cycle, multiple, total, total * multiple, low, high)


def _premium(total: int, percent: Decimal) -> int:
    return int((Decimal(total) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
