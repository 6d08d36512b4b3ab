"""The answer of ``rules show`` as JSON: the rows of the rule files about one gateway as they stand.

A row is an object with the keys of its model; a test holds the types here to the models.
"""

from typing import Any, Literal, TypedDict

from portone_guide.facts.report import (
    SCHEMA_VERSION,
    SourceReport,
    charge_report,
    module_report,
    sources_report,
)
from portone_guide.facts.rules.answer import FeeFact, GatewayFacts
from portone_guide.facts.rules.conflicts_report import ConflictReport, conflict_reports
from portone_guide.facts.rules.held_report import HeldReport, PayoutFeeReport, held_report, payout_report
from portone_guide.facts.rules.rows_report import (
    ConditionReport,
    ContactReport,
    FeeReport,
    ModuleFactsReport,
    PackageReport,
    QuickOpeningReport,
)
from portone_guide.facts.rules.show_terms_report import (
    ExclusionReport,
    PlatformOfferReport,
    ReviewerReport,
    exclusion_report,
    platform_report,
    reviewer_report,
)
from portone_guide.gateways.limit_report import AmountLimitReport, limit_report
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.fields import PlatformId, Role


class GatewayFactsReport(TypedDict):
    """``rules show --json``: all that the rule files say of one gateway.

    ``fees`` are those in force on ``as_of``, by the key of the fee; ``sources`` all pages that are named, by id.
    """

    schema_version: Literal[1]
    as_of: DayText
    gateway: str
    name: str
    role: Role
    sources: dict[str, SourceReport]
    merchant_id_label: str | None
    name_en: str | None
    aliases: list[str]
    brand: str | None
    contacts: list[ContactReport]
    modules: list[ModuleFactsReport]
    fees: dict[str, FeeReport]
    platform_fees: dict[PlatformId, dict[str, FeeReport]]
    """What shops built in one place are charged instead of what fees has under the same key."""
    holds: list[HeldReport]
    payout_fees: list[PayoutFeeReport]
    identity_packages: list[PackageReport]
    conditions: list[ConditionReport]
    quick_opening: QuickOpeningReport | None
    amount_limits: list[AmountLimitReport]
    platforms: list[PlatformOfferReport]
    industries: list[ReviewerReport]
    industry_exclusions: list[ExclusionReport]
    conflicts: list[ConflictReport]


def gateway_report(found: GatewayFacts) -> GatewayFactsReport:
    """Return everything that the files say of one gateway as one JSON object."""
    facts = found.facts
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": found.on.isoformat(),
        "gateway": found.id,
        "name": facts.name,
        "role": facts.role,
        "sources": sources_report(found.pages),
        "merchant_id_label": facts.merchant_id_label,
        "name_en": facts.name_en,
        "aliases": list(facts.aliases),
        "brand": facts.brand,
        "contacts": _value(facts.contacts),
        "modules": [
            {
                **module_report(entry.id, entry.module),
                "notes": _value(entry.notes),
                "support": [_value(support.row) for support in entry.support],
            }
            for entry in found.modules
        ],
        "fees": {str(entry.fee.key): _fee(entry) for entry in found.fees},
        "platform_fees": {
            platform.id: {str(entry.fee.key): _fee(entry) for entry in platform.fees}
            for platform in found.platform_fees
        },
        "holds": [held_report(hold) for hold in found.holds],
        "payout_fees": [payout_report(fee) for fee in found.payout_fees],
        "identity_packages": _value(found.packages),
        "conditions": _value(found.conditions),
        "quick_opening": _value(found.opening.opening) if found.opening else None,
        "amount_limits": [limit_report(entry.limit) for entry in found.limits],
        "platforms": [platform_report(entry) for entry in found.platforms],
        "industries": [reviewer_report(entry, found.exclusions) for entry in found.industries],
        "industry_exclusions": [exclusion_report(entry) for entry in found.exclusions],
        "conflicts": conflict_reports(found.disputes),
    }


def _fee(entry: FeeFact) -> FeeReport:
    return {
        "from": entry.now.since.isoformat(),
        "source": entry.now.source,
        "charges": [charge_report(condition, charge) for condition, charge in entry.now.quote],
        "conflict": entry.conflict,
    }


def _value(row: Any) -> Any:
    """Return a row of a rule file as JSON has it: an object for the row, a list for each tuple in it."""
    if hasattr(row, "_asdict"):
        return {key: _value(item) for key, item in row._asdict().items()}
    return [_value(item) for item in row] if isinstance(row, tuple) else row
