"""The answer of ``rules show`` as JSON: the rows of the rule files about one gateway as they stand.

A row is an object with the keys of its model; a test holds the types here to the models.
"""

from typing import Any, Literal, TypedDict

from portone_guide.facts.report import (
    SCHEMA_VERSION,
    ChargeReport,
    ModuleReport,
    SourceReport,
    charge_report,
    module_report,
    sources_report,
)
from portone_guide.facts.rules.answer import FeeFact, GatewayFacts, IndustryFact, PlatformFact
from portone_guide.facts.rules.conflicts_report import ConflictReport, conflict_reports
from portone_guide.facts.rules.limit_report import AmountLimitReport, HeldReport, held_report, limit_report
from portone_guide.rules.json_types import Count, DayText, NotEmpty
from portone_guide.rules.models.fields import (
    Goods,
    IntegrationStyle,
    PaymentType,
    PlatformId,
    PortOneVersion,
    Role,
    Supported,
)


class ContactReport(TypedDict):
    """Where a merchant asks."""

    what: str
    value: str
    source: str


class NoteReport(TypedDict):
    """A short fact worth telling."""

    text: NotEmpty
    source: str


class SupportReport(TypedDict):
    """Whether a module can do each of ``methods``; ``direct_call``: without a window of its own first, null: unsaid."""

    type: PaymentType
    portone: list[PortOneVersion]
    style: IntegrationStyle
    methods: list[str]
    supported: Supported
    sources: list[str]
    direct_call: Supported | None
    conflict: str | None
    note: str | None


class ModuleFactsReport(ModuleReport):
    """A payment module with its notes and its support list."""

    notes: list[NoteReport]
    support: list[SupportReport]


FeeReport = TypedDict("FeeReport", {"from": str, "source": str, "charges": list[ChargeReport], "conflict": str | None})
"""What one thing costs before VAT ``from`` a day on; no charges: the source does not say."""


class PackageReport(TypedDict):
    """A prepaid identity-verification package, in won: ``included`` successes for ``price``, then ``extra`` each."""

    name: str
    method: str
    price: Count
    included: Count
    extra: Count
    source: str


class ConditionReport(TypedDict):
    """What the gateway asks before it signs, and whom that concerns; ``only_goods`` shuts out the other kind."""

    text: NotEmpty
    source: str
    concerns: list[str]
    only_goods: Goods | None
    goods: Goods | None
    platform: PlatformId | None
    needs_general_gateway: bool


class QuickOpeningReport(TypedDict):
    """바로오픈: payments before the card companies' review is done."""

    available_from: str
    methods: list[str]
    source: str
    condition: str | None
    goods: Goods | None


class PlatformOfferReport(TypedDict):
    """What the gateway offers on a platform, for payments of ``types``; no methods: the page does not say which."""

    platform: PlatformId
    gateway: str
    methods: list[str]
    types: list[PaymentType]
    note: str | None
    source: str


class ReviewerReport(TypedDict):
    """Whether the gateway reviews a risky industry, on what condition; not for payments of ``excludes``."""

    industry: str
    gateway: str
    condition: str | None
    accepts: Literal["after_review", "no"]
    excludes: list[PaymentType]
    source: str


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
    holds: list[HeldReport]
    identity_packages: list[PackageReport]
    conditions: list[ConditionReport]
    quick_opening: QuickOpeningReport | None
    amount_limits: list[AmountLimitReport]
    platforms: list[PlatformOfferReport]
    industries: list[ReviewerReport]
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
                "notes": _value(entry.module.notes),
                "support": [_value(support.row) for support in entry.support],
            }
            for entry in found.modules
        ],
        "fees": {str(entry.fee.key): _fee(entry) for entry in found.fees},
        "holds": [held_report(hold) for hold in found.holds],
        "identity_packages": _value(found.packages),
        "conditions": _value(found.conditions),
        "quick_opening": _value(found.opening.opening) if found.opening else None,
        "amount_limits": [limit_report(entry.limit) for entry in found.limits],
        "platforms": [_platform(entry) for entry in found.platforms],
        "industries": [_reviewer(entry) for entry in found.industries],
        "conflicts": conflict_reports(found.disputes),
    }


def _fee(entry: FeeFact) -> FeeReport:
    return {
        "from": entry.now.since.isoformat(),
        "source": entry.now.source,
        "charges": [charge_report(condition, charge) for condition, charge in entry.now.quote],
        "conflict": entry.conflict,
    }


def _platform(entry: PlatformFact) -> PlatformOfferReport:
    return {
        "platform": entry.id,
        "gateway": entry.offer.gateway,
        "methods": list(entry.offer.methods),
        "types": list(entry.offer.types),
        "note": entry.offer.note,
        "source": entry.source,
    }


def _reviewer(entry: IndustryFact) -> ReviewerReport:
    return {
        "industry": entry.id,
        "gateway": entry.reviewer.gateway,
        "condition": entry.reviewer.condition,
        "accepts": entry.reviewer.accepts,
        "excludes": list(entry.reviewer.excludes),
        "source": entry.source,
    }


def _value(row: Any) -> Any:
    """Return a row of a rule file as JSON has it: an object for the row, a list for each tuple in it."""
    if hasattr(row, "_asdict"):
        return {key: _value(item) for key, item in row._asdict().items()}
    return [_value(item) for item in row] if isinstance(row, tuple) else row
