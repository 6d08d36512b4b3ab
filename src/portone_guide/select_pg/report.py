"""The answer of ``select-pg`` as one JSON object (its schema: docs/schemas/select-pg.json)."""

from collections.abc import Iterable
from typing import Literal, TypedDict, cast

from portone_guide.gateways.pricing import Amount, CostLine
from portone_guide.gateways.references import References
from portone_guide.gateways.report import (
    DisputeReport,
    PageReport,
    ReasonReport,
    disputes_report,
    pages_report,
    reason_report,
)
from portone_guide.gateways.words import pricing_text
from portone_guide.needs.reason import Reason
from portone_guide.rules.json_types import Count, DayText, NotEmpty, Url, Urls
from portone_guide.rules.models.fields import PaymentType, PortOneVersion
from portone_guide.select_pg.answer import Combination, Confidence, Qualified, Rejected, RejectionCode, Selection
from portone_guide.select_pg.requirements_report import RequirementsReport, requirements_report
from portone_guide.select_pg.standing_report import (
    HoldReport,
    LeftOutReport,
    RecurringReport,
    hold_report,
    left_out_report,
    recurring_report,
)
from portone_guide.select_pg.words import SENTENCES


class AmountReport(TypedDict):
    """Won from min to max; equal where the pages give one figure."""

    min: Count
    max: Count


class RejectionReport(TypedDict):
    """A reason why a gateway is left out."""

    code: RejectionCode
    text: NotEmpty
    sources: list[Url]
    conflicts: list[DisputeReport]


class ModuleReport(TypedDict):
    """A payment module to use."""

    id: str
    name: str
    v1_code: str | None
    """V1's pg code."""
    v2_code: str | None
    """V2's pgProvider."""


class FeeReport(TypedDict):
    """What one part of the sales costs."""

    type: PaymentType
    method: str
    rate: str | None
    """As shown, before VAT; null: unknown."""
    monthly_fee_krw: AmountReport | None


class QualifiedReport(TypedDict):
    """A gateway that covers every need alone."""

    gateway: str
    name: str
    confidence: Confidence
    """disputed: pages disagree, and the better reading supports the needs."""
    portone: PortOneVersion
    """The PortOne version that the answer is for."""
    portone_versions: list[PortOneVersion]
    """Every PortOne version in which all needs are covered."""
    modules: list[ModuleReport]
    monthly_fee_krw: AmountReport | None
    """The gateway's fees on a month's sales, before VAT; null: no sales were given, or a part is unknown."""
    known_monthly_fee_krw: AmountReport | None
    """The parts of it that are known, before VAT; what is missing stands in unknowns."""
    signup_fee_krw: Count | None
    """Once, before VAT; null: unknown."""
    first_year_cost_krw: AmountReport | None
    """Sign-up fee, standing fees and twelve months, with VAT; null: a part is unknown."""
    recurring_fees: list[RecurringReport]
    """What the contract costs besides the sign-up fee and the fees on the sales; first_year_cost_krw has it."""
    holds: list[HoldReport]
    """Money kept back for a while: in no total."""
    left_out: list[LeftOutReport]
    """Foreign money that is in no total."""
    fees: list[FeeReport]
    reasons: list[ReasonReport]
    unknowns: list[ReasonReport]
    conflicts: list[DisputeReport]
    sources: Urls


class RejectedReport(TypedDict):
    """A gateway that does not fit, with every reason."""

    gateway: str
    name: str
    reasons: list[RejectionReport]


class CombinationReport(TypedDict):
    """A set of contracts that covers every need."""

    gateways: list[str]
    assignment: dict[str, str]
    """Which gateway carries which need."""
    portone: PortOneVersion
    confidence: Confidence
    monthly_fee_krw: AmountReport | None
    signup_fee_krw: Count | None
    """The sum, before VAT."""
    first_year_cost_krw: AmountReport | None
    saves_first_year_krw: Count | None
    """Against the best single contract, with VAT; null where none qualifies alone."""
    unknowns: list[ReasonReport]
    conflicts: list[DisputeReport]


class SelectionReport(TypedDict):
    """Money is integer won. Fees of gateways are a month, before VAT, on the sales given."""

    schema_version: Literal[1]
    as_of: DayText
    """The day whose facts were used."""
    requirements: RequirementsReport
    qualified: list[QualifiedReport]
    """The gateways that cover every need alone, ranked: known cost first and lower first."""
    rejected: list[RejectedReport]
    """Every other gateway, with each reason."""
    combinations: list[CombinationReport]
    """Contract sets: the fewest contracts and then the least cost where none qualifies alone; pairs that cost less
    than the best single one where some do."""
    portone_plan_krw: Count | None
    """PortOne's own fee a month, before VAT, by the sum of the sales given; null: unknown."""
    warnings: list[ReasonReport]
    sources: list[PageReport]


def report(selection: Selection) -> SelectionReport:
    """Return the whole answer."""
    named = selection.named
    return {
        "schema_version": 1,
        "as_of": selection.requirements.as_of.isoformat(),
        "requirements": requirements_report(selection),
        "qualified": [_qualified(named, entry) for entry in selection.qualified],
        "rejected": [_rejected(named, entry) for entry in selection.rejected],
        "combinations": [_combination(named, entry) for entry in selection.combinations],
        "portone_plan_krw": selection.portone_plan,
        "warnings": _reasons(named, selection.warnings),
        "sources": pages_report(named, selection.sources),
    }


def _qualified(named: References, entry: Qualified) -> QualifiedReport:
    return {
        "gateway": entry.gateway,
        "name": named.name(entry.gateway),
        "confidence": entry.confidence,
        "portone": entry.version,
        "portone_versions": sorted(entry.versions),
        "modules": [_module(named, name) for name in entry.modules],
        "monthly_fee_krw": _amount(entry.cost.monthly),
        "known_monthly_fee_krw": _amount(entry.cost.known),
        "signup_fee_krw": entry.cost.signup.once,
        "recurring_fees": list(map(recurring_report, entry.cost.signup.recurring)),
        "holds": list(map(hold_report, entry.cost.holds)),
        "left_out": list(map(left_out_report, entry.cost.left_out)),
        "first_year_cost_krw": _amount(entry.cost.first_year),
        "fees": [_fee(line) for line in entry.cost.lines],
        "reasons": _reasons(named, entry.reasons),
        "unknowns": _reasons(named, entry.unknowns),
        "conflicts": disputes_report(named, entry.conflicts),
        "sources": named.urls(entry.sources),
    }


def _module(named: References, name: str) -> ModuleReport:
    module = named.modules[name]
    return {"id": name, "name": module.name, "v1_code": module.v1_code, "v2_code": module.v2_code}


def _fee(line: CostLine) -> FeeReport:
    return {
        "type": line.part[0],
        "method": line.part[1],
        "rate": pricing_text(line.pricing) if line.pricing.charges else None,
        "monthly_fee_krw": _amount(line.monthly),
    }


def _rejected(named: References, entry: Rejected) -> RejectedReport:
    said = [reason_report(named, reason, SENTENCES) for reason in entry.reasons]
    reasons: list[RejectionReport] = [{**reason, "code": cast(RejectionCode, reason["code"])} for reason in said]
    return {"gateway": entry.gateway, "name": named.name(entry.gateway), "reasons": reasons}


def _combination(named: References, entry: Combination) -> CombinationReport:
    return {
        "gateways": list(entry.gateways),
        "assignment": {need.key: gateway for need, gateway in entry.assignment},
        "portone": entry.version,
        "confidence": entry.confidence,
        "monthly_fee_krw": _amount(entry.monthly),
        "signup_fee_krw": entry.signup,
        "first_year_cost_krw": _amount(entry.first_year),
        "saves_first_year_krw": entry.saves_first_year,
        "unknowns": _reasons(named, entry.unknowns),
        "conflicts": disputes_report(named, entry.conflicts),
    }


def _amount(amount: Amount | None) -> AmountReport | None:
    return {"min": amount.min, "max": amount.max} if amount else None


def _reasons(named: References, reasons: Iterable[Reason]) -> list[ReasonReport]:
    return [reason_report(named, reason, SENTENCES) for reason in reasons]
