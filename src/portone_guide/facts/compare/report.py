"""The answer of ``compare`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.answer import RateColumn, Section
from portone_guide.facts.compare.answer import SideBySide
from portone_guide.facts.report import (
    SCHEMA_VERSION,
    ModuleReport,
    RateReport,
    SourceReport,
    module_report,
    old_report,
    rates_report,
    sources_report,
)
from portone_guide.gateways.report import OldSourcesReport
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType, PortOneVersion, Role, SalesTier, Supported


class ComparedGatewayReport(TypedDict):
    """One gateway and its rates by column; ``merchant_id_label`` is what it calls its merchant id, null: unknown."""

    gateway: str
    name: str
    role: Role
    merchant_id_label: str | None
    rates: dict[RateColumn, RateReport]


class CellReport(TypedDict):
    """What is known of one method; ``conflicts`` are the ids of disputes about it."""

    supported: Supported
    conflicts: list[str]


class ModuleRowReport(TypedDict):
    """What one module does of each method, in the PortOne versions named."""

    module: str
    portone: list[PortOneVersion]
    cells: dict[str, CellReport]


class SectionReport(TypedDict):
    """One payment type and integration style."""

    type: PaymentType
    style: IntegrationStyle
    methods: list[str]
    rows: list[ModuleRowReport]


class CompareReport(TypedDict):
    """``compare --json``: gateways side by side. ``sources`` are the pages that rates and modules name, by id."""

    schema_version: Literal[1]
    as_of: DayText
    tier: SalesTier
    vat_percent: str
    gateways: list[ComparedGatewayReport]
    modules: list[ModuleReport]
    support: list[SectionReport]
    sources: dict[str, SourceReport]
    old_sources: OldSourcesReport | None


def compare_report(compared: SideBySide) -> CompareReport:
    """Return the comparison as one JSON object."""
    basis = compared.basis
    factor = basis.factor(with_vat=True)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": basis.on.isoformat(),
        "tier": basis.tier,
        "vat_percent": str(basis.vat),
        "gateways": [
            {
                "gateway": row.gateway,
                "name": row.facts.name,
                "role": row.facts.role,
                "merchant_id_label": row.facts.merchant_id_label,
                "rates": rates_report(row, factor),
            }
            for row in compared.gateways
        ],
        "modules": [module_report(name, module) for name, module in compared.modules.items()],
        "support": [_section(section) for section in compared.sections],
        "sources": sources_report(compared.pages),
        "old_sources": old_report(compared.pages, basis.on),
    }


def _section(section: Section) -> SectionReport:
    return {
        "type": section.type,
        "style": section.style,
        "methods": list(section.methods),
        "rows": [
            {
                "module": row.module,
                "portone": list(row.versions),
                "cells": {
                    method: {"supported": cell.supported, "conflicts": list(cell.conflicts)}
                    for method, cell in row.cells.items()
                },
            }
            for row in section.rows
        ],
    }
