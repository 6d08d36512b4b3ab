"""Gateways side by side, and all ordinary ones at a glance."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from portone_guide.facts.answer import Cell, RateBasis, RateRow, SourceAge
from portone_guide.facts.compare.answer import Glance, GlanceColumn, Overview, SideBySide
from portone_guide.facts.comparison import Comparison
from portone_guide.facts.rate_table import RateTable
from portone_guide.facts.source_ages import ages_of
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType
from portone_guide.rules.models.method import MethodsFile, Module
from portone_guide.rules.vocabulary import EASY_PAY

# What an overview shows; style None: either will do.
_GLANCES: Final[Mapping[GlanceColumn, tuple[PaymentType, str, IntegrationStyle | None]]] = {
    "billing_window": ("billing", "card", "window"),
    "billing_api": ("billing", "card", "api"),
    "key_in": ("key_in", "card", None),
    "virtual_account": ("one_time", "virtual_account", None),
    "mobile": ("one_time", "mobile", None),
    "overseas_card": ("overseas", "card", None),
}

_BRANDS_SHOWN = 2


def side_by_side(book: RuleBook, gateways: Sequence[str], basis: RateBasis) -> SideBySide:
    """Return gateways side by side, each once; without any, all ordinary ones."""
    shown = tuple(dict.fromkeys(gateways)) or _ordinary(book)
    comparison = Comparison(book.pg_methods, shown)
    rates = RateTable(book, basis.tier, basis.on).rows(shown)
    modules = {name: book.pg_methods.modules[name] for name in comparison.modules()}
    return SideBySide(basis, rates, modules, comparison.sections(), _pages(book, basis, rates, modules.values()))


def _pages(
    book: RuleBook, basis: RateBasis, rates: Iterable[RateRow], modules: Iterable[Module]
) -> dict[str, SourceAge]:
    """Return the pages that rates and modules rest on."""
    sources = [source for row in rates for source in row.sources]
    sources += [source for module in modules for source in module.sources]
    return ages_of(sources, book.sources, basis.on)


def overview(book: RuleBook, basis: RateBasis) -> Overview:
    """Return all ordinary gateways at a glance."""
    shown = _ordinary(book)
    comparison = Comparison(book.pg_methods, shown)
    brands = _commonest_brands(comparison, book.pg_methods, shown)
    found, shown_rates = [], RateTable(book, basis.tier, basis.on).rows(shown)
    ours = [module for module in book.pg_methods.modules.values() if module.gateway in shown]
    for rates in shown_rates:
        modules = [module for module in ours if module.gateway == rates.gateway]
        versions = tuple(sorted({version for module in modules for version in module.portone}))
        cells = {column: comparison.best(rates.gateway, *asked) for column, asked in _GLANCES.items()}
        carried = {name: _brand(comparison, rates.gateway, brand) for brand, name in brands.items()}
        found.append(Glance(rates, versions, cells, carried))
    return Overview(basis, tuple(found), _pages(book, basis, shown_rates, ours))


def _commonest_brands(comparison: Comparison, file: MethodsFile, gateways: Sequence[str]) -> dict[str, str]:
    """Return the easy-pay brands that most of these gateways carry, with their names."""

    def carriers(brand: str) -> int:
        return sum(_brand(comparison, gateway, brand).supported == "yes" for gateway in gateways)

    commonest = sorted(file.easy_pays, key=carriers, reverse=True)[:_BRANDS_SHOWN]
    return {brand: file.easy_pays[brand] for brand in commonest}


def _brand(comparison: Comparison, gateway: str, brand: str) -> Cell:
    return comparison.best(gateway, "one_time", EASY_PAY + brand)


def _ordinary(book: RuleBook) -> tuple[str, ...]:
    return tuple(name for name, facts in book.pg_methods.gateways.items() if facts.role == "general")
