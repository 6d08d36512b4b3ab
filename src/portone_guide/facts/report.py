"""What several reports about facts have in them: rates, pages, modules, as JSON."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

from portone_guide.facts.answer import Rate, RateColumn, RateRow, RateState, SourceAge
from portone_guide.facts.rate_words import rate_text
from portone_guide.gateways.limit_report import ForeignReport, foreign_report
from portone_guide.gateways.page_age import old_pages
from portone_guide.gateways.report import OldSourcesReport, old_sources_report
from portone_guide.rules.json_types import Count, DayText, Url
from portone_guide.rules.models.fields import PaymentType, PortOneVersion, Purpose
from portone_guide.rules.models.method import Module
from portone_guide.rules.models.money import Charge, Open

SCHEMA_VERSION: Literal[1] = 1


class ChargeReport(TypedDict):
    """A charge before VAT: percent as text, so that no digit is lost, integer won, and foreign money in its unit.

    ``condition``: under which it holds, empty where it always does. ``percent_open``: the percent is not 0 but left
    out by the page (``unknown``) or settled by the review.
    """

    condition: str
    min_percent: str
    max_percent: str
    per_payment_krw: Count
    at_least_krw: Count
    per_payment_foreign: ForeignReport | None
    at_least_foreign: ForeignReport | None
    percent_open: Open | None


class RateChargeReport(ChargeReport):
    """A charge before VAT with the key of its fee (``card.general``); the rest as in :class:`ChargeReport`."""

    fee: str


class RateReport(TypedDict):
    """A cell of the table of rates. ``rate`` and ``rate_with_vat`` are as shown, null where no rate is known."""

    state: RateState
    rate: str | None
    rate_with_vat: str | None
    charges: list[RateChargeReport]
    sources: list[str]
    conflicts: list[str]


class SourceReport(TypedDict):
    """A page, the day of its content and the days since; ``old``: too long ago to rely on."""

    title: str
    url: Url
    checked: DayText
    age_days: int
    old: bool


class ModuleReport(TypedDict):
    """A payment module. ``portone_complete``: it works with no other PortOne version than those named.

    ``complete`` names the payment types whose rows are the whole list.
    """

    id: str
    gateway: str
    name: str
    purpose: Purpose
    portone: list[PortOneVersion]
    portone_complete: bool
    sources: list[str]
    complete: list[PaymentType]
    replaces: str | None
    v1_code: str | None
    v2_code: str | None
    portone_conflict: str | None


def module_report(name: str, module: Module) -> ModuleReport:
    """Return a module by its id, without its notes."""
    return {
        "id": name,
        "gateway": module.gateway,
        "name": module.name,
        "purpose": module.purpose,
        "portone": list(module.portone),
        "portone_complete": module.portone_complete,
        "sources": list(module.sources),
        "complete": list(module.complete),
        "replaces": module.replaces,
        "v1_code": module.v1_code,
        "v2_code": module.v2_code,
        "portone_conflict": module.portone_conflict,
    }


def charge_report(condition: str, charge: Charge) -> ChargeReport:
    """Return a charge before VAT."""
    return {
        "condition": condition,
        "min_percent": str(charge.low),
        "max_percent": str(charge.high),
        "per_payment_krw": charge.won,
        "at_least_krw": charge.floor,
        "per_payment_foreign": foreign_report(charge.foreign),
        "at_least_foreign": foreign_report(charge.foreign_floor),
        "percent_open": charge.open,
    }


def rates_report(row: RateRow, vat_factor: Decimal) -> dict[RateColumn, RateReport]:
    """Return the rates of one gateway by column, as shown before and with VAT, and in numbers before VAT."""
    return {column: _rate(rate, vat_factor, signup=column == "signup") for column, rate in row.rates.items()}


def _rate(rate: Rate, vat_factor: Decimal, *, signup: bool) -> RateReport:
    known = bool(rate.charges)
    return {
        "state": rate.state,
        "rate": rate_text(rate, signup=signup).removesuffix("*") if known else None,
        "rate_with_vat": rate_text(rate, vat_factor, signup=signup).removesuffix("*") if known else None,
        "charges": [
            {"fee": str(entry.fee.key), **charge_report(entry.condition, entry.charge)} for entry in rate.charges
        ],
        "sources": list(rate.sources),
        "conflicts": list(rate.conflicts),
    }


def sources_report(pages: Mapping[str, SourceAge]) -> dict[str, SourceReport]:
    """Return pages by id."""
    return {
        name: {
            "title": age.source.title,
            "url": age.source.url,
            "checked": age.source.checked.isoformat(),
            "age_days": age.days,
            "old": age.old,
        }
        for name, age in pages.items()
    }


def old_report(pages: Mapping[str, SourceAge], on: date) -> OldSourcesReport | None:
    """Return what is too old to rely on of an answer's pages."""
    return old_sources_report(old_pages((age.source for age in pages.values()), on))
