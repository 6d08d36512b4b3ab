"""The answer of ``fees`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.answer import RateColumn
from portone_guide.facts.fees.answer import FeeTable, SortKey
from portone_guide.facts.report import (
    SCHEMA_VERSION,
    RateReport,
    SourceReport,
    old_report,
    rates_report,
    sources_report,
)
from portone_guide.gateways.report import OldSourcesReport
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.fields import SalesTier


class GatewayFeesReport(TypedDict):
    """One gateway and its rates by column."""

    gateway: str
    name: str
    rates: dict[RateColumn, RateReport]


class FeesReport(TypedDict):
    """``fees --json``: every gateway's rates in the order asked for; both before and with VAT, by any flag.

    ``sources`` are the pages that the rates name, by id.
    """

    schema_version: Literal[1]
    as_of: DayText
    tier: SalesTier
    sort: SortKey
    vat_percent: str
    gateways: list[GatewayFeesReport]
    sources: dict[str, SourceReport]
    old_sources: OldSourcesReport | None


def fees_report(table: FeeTable) -> FeesReport:
    """Return the table of rates as one JSON object."""
    basis = table.basis
    factor = basis.factor(with_vat=True)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": basis.on.isoformat(),
        "tier": basis.tier,
        "sort": table.sort,
        "vat_percent": str(basis.vat),
        "gateways": [
            {"gateway": row.gateway, "name": row.facts.name, "rates": rates_report(row, factor)} for row in table.rows
        ],
        "sources": sources_report(table.pages),
        "old_sources": old_report(table.pages, basis.on),
    }
