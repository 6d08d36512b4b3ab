"""The answer of ``select-pg`` as one JSON object (its schema: docs/schemas/select-pg.json)."""

from collections.abc import Iterable
from typing import Literal, TypedDict, cast

from portone_guide.gateways.references import References
from portone_guide.gateways.report import (
    DisputeReport,
    HostReport,
    OldSourcesReport,
    PageReport,
    ReasonReport,
    disputes_report,
    host_report,
    old_sources_report,
    pages_report,
    reason_report,
)
from portone_guide.needs.reason import Reason
from portone_guide.rules.json_types import Count, DayText, NotEmpty, Url, Urls
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.select_pg.answer import Combination, Confidence, Qualified, Rejected, RejectionCode, Selection
from portone_guide.select_pg.break_even_report import BreakEvenReport, break_even_report
from portone_guide.select_pg.cost_report import (
    AmountReport,
    FeeReport,
    PartialReport,
    amount_report,
    fee_report,
    partial_report,
)
from portone_guide.select_pg.countries_report import BuyersReport, buyers_report
from portone_guide.select_pg.recommended_report import RecommendedReport, recommended_report
from portone_guide.select_pg.requirements_report import RequirementsReport, requirements_report
from portone_guide.select_pg.standing_report import StandingReport, standing_report
from portone_guide.select_pg.words import SENTENCES


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


class QualifiedReport(StandingReport):
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
    """The gateway's fees on a month's sales, before VAT; null: a part is unknown, or its sales were not given."""
    known_monthly_fee_krw: AmountReport | None
    """The parts of it that are known, before VAT; partial says which."""
    partial: PartialReport
    signup_fee_krw: Count | None
    """Once, before VAT; null: unknown."""
    first_year_cost_krw: AmountReport | None
    """Sign-up fee, standing fees and twelve months, with VAT; null: a part is unknown."""
    fees: list[FeeReport]
    reasons: list[ReasonReport]
    unknowns: list[ReasonReport]
    conflicts: list[DisputeReport]
    detail_disputes: list[DisputeReport]
    """Where pages disagree about what else is said of what it carries: its confidence does not rest on them."""
    sources: Urls


class RejectedReport(TypedDict):
    """A gateway that does not fit, with every reason."""

    gateway: str
    name: str
    reasons: list[RejectionReport]


class AskReport(ReasonReport):
    """What one gateway of a set asks for what it carries."""

    gateway: str


class CombinationReport(StandingReport):
    """A set of contracts that covers every need."""

    gateways: list[str]
    assignment: dict[str, str]
    """Which gateway carries which need."""
    portone: PortOneVersion
    confidence: Confidence
    monthly_fee_krw: AmountReport | None
    known_monthly_fee_krw: AmountReport | None
    """The parts of it that are known, before VAT; partial says which."""
    partial: PartialReport
    signup_fee_krw: Count | None
    """The sum, before VAT."""
    first_year_cost_krw: AmountReport | None
    saves_first_year_krw: Count | None
    """Against the best single contract, with VAT; null where none qualifies alone."""
    conditions: list[AskReport]
    """Conditions, reviews and limits of each gateway for what it carries, as they stand in its answer alone."""
    sign_now: list[str]
    sign_later: list[str]
    """The gateways that want another one selling first."""
    signing_order: ReasonReport | None
    spares_conflicts: list[DisputeReport]
    """Where pages disagree about what is recommended, and not about this set."""
    unknowns: list[ReasonReport]
    conflicts: list[DisputeReport]
    detail_disputes: list[DisputeReport]


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
    than the best single one where some do. Where what is recommended rests on pages that disagree, also the smallest
    sets that do not."""
    break_even: BreakEvenReport | None
    """Null: nothing was given and several payments are asked for, or fewer than two gateways can be compared."""
    portone_plan_krw: Count | None
    """PortOne's own fee a month, before VAT, by the sum of all sales; null: a part of them was not given, or an
    exchange rate where the platform's shops pay at least some foreign money."""
    disputes: list[DisputeReport]
    """Where pages disagree about no gateway in particular: PortOne's own fee, the platform."""
    warnings: list[ReasonReport]
    recommended: RecommendedReport | None
    """null: no gateway and no set is known to cover the needs."""
    next_actions: list[NotEmpty]
    """Command lines that run as printed; where nothing is recommended, what pages say of those that may fit."""
    through_host: HostReport | None
    countries: list[BuyersReport]
    sources: list[PageReport]
    old_sources: OldSourcesReport | None
    """What of ``sources`` is too old to rely on; null: nothing."""


def report(selection: Selection, next_actions: Iterable[str]) -> SelectionReport:
    """Return the whole answer, and the command lines to go on with."""
    named = selection.named
    return {
        "schema_version": 1,
        "as_of": selection.requirements.as_of.isoformat(),
        "requirements": requirements_report(selection),
        "qualified": [_qualified(named, entry) for entry in selection.qualified],
        "rejected": [_rejected(named, entry) for entry in selection.rejected],
        "combinations": [_combination(named, entry) for entry in selection.combinations],
        "break_even": break_even_report(selection.break_even),
        "portone_plan_krw": selection.portone_plan,
        "disputes": disputes_report(named, selection.disputes),
        "warnings": _reasons(named, selection.warnings),
        "recommended": recommended_report(selection),
        "next_actions": list(next_actions),
        "through_host": host_report(selection.host, named) if selection.host else None,
        "countries": buyers_report(selection),
        "sources": pages_report(named, selection.sources),
        "old_sources": old_sources_report(named.old_pages(selection.sources)),
    }


def _qualified(named: References, entry: Qualified) -> QualifiedReport:
    return {
        "gateway": entry.gateway,
        "name": named.name(entry.gateway),
        "confidence": entry.confidence,
        "portone": entry.version,
        "portone_versions": sorted(entry.versions),
        "modules": [_module(named, name) for name in entry.modules],
        "monthly_fee_krw": amount_report(entry.cost.monthly),
        "known_monthly_fee_krw": amount_report(entry.cost.known),
        "partial": partial_report(entry.cost.lines),
        "signup_fee_krw": entry.cost.signup.once,
        **standing_report(entry.cost.signup.recurring, entry.cost.holds, entry.cost.left_out),
        "first_year_cost_krw": amount_report(entry.cost.first_year),
        "fees": [fee_report(line) for line in entry.cost.lines],
        "reasons": _reasons(named, entry.reasons),
        "unknowns": _reasons(named, entry.unknowns),
        "conflicts": disputes_report(named, entry.conflicts),
        "detail_disputes": disputes_report(named, entry.details),
        "sources": named.urls(entry.sources),
    }


def _module(named: References, name: str) -> ModuleReport:
    module = named.modules[name]
    return {"id": name, "name": module.name, "v1_code": module.v1_code, "v2_code": module.v2_code}


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
        "monthly_fee_krw": amount_report(entry.monthly),
        "known_monthly_fee_krw": amount_report(entry.known),
        "partial": partial_report(entry.lines),
        "signup_fee_krw": entry.signup,
        "first_year_cost_krw": amount_report(entry.first_year),
        **standing_report(entry.recurring, entry.holds, entry.left_out),
        "saves_first_year_krw": entry.saves_first_year,
        "conditions": [{**reason_report(named, ask, SENTENCES), "gateway": gateway} for gateway, ask in entry.asks],
        "sign_now": [gateway for gateway in entry.gateways if gateway not in entry.later],
        "sign_later": list(entry.later),
        "signing_order": reason_report(named, entry.order, SENTENCES) if entry.order else None,
        "spares_conflicts": disputes_report(named, entry.spares),
        "unknowns": _reasons(named, entry.unknowns),
        "conflicts": disputes_report(named, entry.conflicts),
        "detail_disputes": disputes_report(named, entry.details),
    }


def _reasons(named: References, reasons: Iterable[Reason]) -> list[ReasonReport]:
    return [reason_report(named, reason, SENTENCES) for reason in reasons]
