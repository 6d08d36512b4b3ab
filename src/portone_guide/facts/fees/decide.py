"""All rates of one sales tier, the lowest of a column first."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from portone_guide.facts.answer import Rate, RateBasis, RateColumn, RateRow
from portone_guide.facts.fees.answer import FeeTable, SortKey
from portone_guide.facts.rate_table import RateTable
from portone_guide.facts.source_ages import ages_of
from portone_guide.rules.book import RuleBook

_SORT_COLUMN: Final[Mapping[SortKey, RateColumn]] = {
    "card": "card",
    "billing": "billing",
    "transfer": "transfer",
    "virtual_account": "virtual_account",
    "mobile": "mobile.physical",
    "signup": "signup",
}


def fee_table(book: RuleBook, basis: RateBasis, sort: SortKey, *, with_vat: bool) -> FeeTable:
    """Return the rates of every gateway."""
    rows = RateTable(book, basis.tier, basis.on).rows(book.pg_methods.gateways)
    pages = ages_of((source for row in sorted_rows(rows, sort) for source in row.sources), book.sources, basis.on)
    return FeeTable(basis, sort, with_vat, sorted_rows(rows, sort), pages)


def sorted_rows(rows: Iterable[RateRow], sort: SortKey) -> tuple[RateRow, ...]:
    """Return rows with the lowest rate of a column first and those without one last; ties by name.

    Won for each payment come before percent of the amount: the two can't be compared. Mobile is by physical goods.
    """
    if sort == "name":
        return tuple(sorted(rows, key=_name))
    column = _SORT_COLUMN[sort]
    return tuple(sorted(rows, key=lambda row: (*_order(row.rates[column]), _name(row))))


def _name(row: RateRow) -> str:
    return row.facts.name.casefold()


def _order(rate: Rate) -> tuple[int, bool, Decimal, Decimal, int, int]:
    charges = [entry.charge for entry in rate.charges]
    if not charges:
        return (1 if rate.state == "unknown" else 2, False, Decimal(0), Decimal(0), 0, 0)
    return (
        0,
        any(charge.high for charge in charges),
        min(charge.low for charge in charges),
        max(charge.high for charge in charges),
        min(charge.won for charge in charges),
        max(charge.won for charge in charges),
    )
