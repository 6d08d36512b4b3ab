"""What guarantee insurance costs and what is held back instead, from monthly sales and how often is paid out."""

from collections.abc import Iterable, Mapping
from typing import get_args

from portone_guide.gateways.demands import demanded
from portone_guide.gateways.pricing import rounded
from portone_guide.gateways.reserves import kept_back
from portone_guide.gateways.scope import Audience, concerns
from portone_guide.needs.reading import Said
from portone_guide.next_steps.answer import InsuranceNeed, Insured, Reserved
from portone_guide.next_steps.questions import MONTHLY_SALES, SETTLEMENT_CYCLE
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import (
    GatewayContract,
    Insurance,
    Reserve,
    SettlementCycle,
)


def insured(book: RuleBook, customers: Iterable[Audience], said: Said) -> Insured | None:
    """Return the rule, and what the monthly sales ask for where they were said; None where no gateway wants it.

    ``customers``: the merchant as each gateway has them.
    """
    asked = [customer for customer in customers if demanded(book, customer.gateways, "insurance")]
    if not asked:
        return None
    rule, sales = book.contracts.insurance, said.of(MONTHLY_SALES)
    told = rule._replace(rules=tuple(note for note in rule.rules if any(concerns(note.scope, one) for one in asked)))
    return Insured(told, sales, insurance_needs(rule, sales, said.of(SETTLEMENT_CYCLE)) if sales else ())


def reserves(contracts: Mapping[str, GatewayContract], said: Said) -> dict[str, Reserved]:
    """Return what each gateway that has a reserve holds back."""
    sales = said.of(MONTHLY_SALES)
    return {name: reserved(row.reserve, sales) for name, row in contracts.items() if row.reserve}


def insurance_needs(rule: Insurance, monthly_sales: int, cycle: SettlementCycle | None) -> tuple[InsuranceNeed, ...]:
    """Return the need for one cycle, or for every cycle that the page names where none was given."""
    cycles: tuple[SettlementCycle, ...] = (cycle,) if cycle else get_args(SettlementCycle)
    return tuple(_need(rule, monthly_sales, name) for name in cycles if name in rule.caps)


def reserved(rule: Reserve, monthly_sales: int | None) -> Reserved:
    """Return how much is held of a month's sales, and at most at one time: after that as much comes back as goes.

    Of what is paid out the fees are off already, so that the sums are the most that it can be.
    """
    if not monthly_sales:
        return Reserved(rule, monthly_sales, None, None)
    monthly, most = kept_back(monthly_sales, rule.rate.high, rule.months, rule.days)
    return Reserved(rule, monthly_sales, monthly, most)


def _need(rule: Insurance, monthly_sales: int, cycle: SettlementCycle) -> InsuranceNeed:
    """Return the insured sum, its monthly cap and the premium (rounded to the nearest won)."""
    multiple = rule.caps[cycle]
    total = -(-monthly_sales // multiple)
    low, high = (rounded(total * rate / 100) for rate in (rule.premium_rate.low, rule.premium_rate.high))
    return InsuranceNeed(cycle, multiple, total, total * multiple, low, high)
