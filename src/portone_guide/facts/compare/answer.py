"""The answers of ``compare``: some gateways side by side, or all ordinary ones at a glance."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from portone_guide.facts.answer import Cell, RateBasis, RateRow, Section, SourceAge
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.method import Module


class SideBySide(NamedTuple):
    """Gateways with their rates and modules (by id), what each module does, and the pages that this rests on."""

    basis: RateBasis
    gateways: tuple[RateRow, ...]
    modules: Mapping[str, Module]
    sections: tuple[Section, ...]
    pages: Mapping[str, SourceAge]

    def name(self, gateway: str) -> str:
        """Return a gateway's name."""
        return next(row.facts.name for row in self.gateways if row.gateway == gateway)


GlanceColumn = Literal["billing_window", "billing_api", "key_in", "virtual_account", "mobile", "overseas_card"]


class Glance(NamedTuple):
    """One gateway: the PortOne versions of its modules, and the best that any of them does.

    ``cells`` are by column, ``brands`` by the names of the easy-pay brands that are shown.
    """

    rates: RateRow
    versions: tuple[PortOneVersion, ...]
    cells: Mapping[GlanceColumn, Cell]
    brands: Mapping[str, Cell]


class Overview(NamedTuple):
    """All ordinary gateways at a glance, and the pages that this rests on."""

    basis: RateBasis
    gateways: tuple[Glance, ...]
    pages: Mapping[str, SourceAge]
