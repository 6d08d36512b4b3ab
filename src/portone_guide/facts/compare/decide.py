"""Gateways side by side, and all ordinary ones at a glance."""

from collections.abc import Mapping, Sequence
from typing import Final

from portone_guide.facts.answer import RateBasis
from portone_guide.facts.compare.answer import Glance, GlanceColumn, Overview, SideBySide
from portone_guide.facts.comparison import Comparison
from portone_guide.facts.rate_table import RateTable
from portone_guide.facts.source_ages import ages_of
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType

# What an overview shows; style None: either will do.
_GLANCES: Final[Mapping[GlanceColumn, tuple[PaymentType, str, IntegrationStyle | None]]] = {
    "billing_window": ("billing", "card", "window"),
    "billing_api": ("billing", "card", "api"),
    "key_in": ("key_in", "card", None),
    "virtual_account": ("one_time", "virtual_account", None),
    "mobile": ("one_time", "mobile", None),
    "kakaopay": ("one_time", "easy_pay:kakaopay", None),
    "naverpay": ("one_time", "easy_pay:naverpay", None),
    "overseas_card": ("overseas", "card", None),
}


def side_by_side(book: RuleBook, gateways: Sequence[str], basis: RateBasis) -> SideBySide:
    """Return gateways side by side, each once; without any, all ordinary ones."""
    shown = tuple(dict.fromkeys(gateways)) or _ordinary(book)
    comparison = Comparison(book.pg_methods, shown)
    rates = RateTable(book, basis.tier, basis.on).rows(shown)
    modules = {name: book.pg_methods.modules[name] for name in comparison.modules()}
    sources = [source for row in rates for source in row.sources]
    sources += [source for module in modules.values() for source in module.sources]
    return SideBySide(basis, rates, modules, comparison.sections(), ages_of(sources, book.sources, basis.on))


def overview(book: RuleBook, basis: RateBasis) -> Overview:
    """Return all ordinary gateways at a glance."""
    shown = _ordinary(book)
    comparison = Comparison(book.pg_methods, shown)
    found = []
    for rates in RateTable(book, basis.tier, basis.on).rows(shown):
        modules = [module for module in book.pg_methods.modules.values() if module.gateway == rates.gateway]
        versions = tuple(sorted({version for module in modules for version in module.portone}))
        cells = {column: comparison.best(rates.gateway, *asked) for column, asked in _GLANCES.items()}
        found.append(Glance(rates, versions, cells))
    return Overview(basis, tuple(found))


def _ordinary(book: RuleBook) -> tuple[str, ...]:
    return tuple(name for name, facts in book.pg_methods.gateways.items() if facts.role == "general")
