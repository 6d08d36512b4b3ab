"""The answers of ``need-new-mid`` as JSON objects."""

from typing import Literal, TypedDict

from portone_guide.gateways.caution_words import caution_text
from portone_guide.gateways.cautions import Caution
from portone_guide.gateways.references import References
from portone_guide.gateways.report import (
    DisputeReport,
    HostReport,
    OldSourcesReport,
    WarningReport,
    disputes_report,
    host_report,
    old_sources_report,
    warning_report,
)
from portone_guide.need_new_mid.answer import CaseVerdict, Decision, Found, Ids, MidAnswer
from portone_guide.need_new_mid.way_report import LeadTimeReport, SendReport, WayReport, way_report
from portone_guide.need_new_mid.words import case_reason, label
from portone_guide.rules.json_types import Count, NotEmpty, Url, Urls
from portone_guide.rules.models.merchant_id import RouteKind


class CaseReport(TypedDict):
    """The verdict on one change. ``general``: said of all gateways, not of this one; ``disputed``: pages disagree."""

    case: str
    verdict: Found
    text: NotEmpty
    general: bool
    disputed: bool
    sources: list[Url]


class ContactReport(TypedDict):
    """Where a merchant asks."""

    what: str
    value: str


class IdsReport(TypedDict):
    """How many ids several changes need: ``certain`` of them, ``possible`` with those that are to be asked about.

    ``order`` are the cases in the order in which to apply; ``together``: one application is for all of them.
    """

    certain: Count
    possible: Count
    order: list[str]
    together: bool


class DecisionReport(TypedDict):
    """The answer for one gateway; its name null: a hosted shop, of which no gateway or change was said.

    ``merchant_id_label`` is what it calls its merchant id; ``verdict`` the weightiest of the cases: ``keep``, then
    ``ask_gateway``, ``not_offered``, ``new_mid``, ``new_contract``,
    ``through_host`` (ask the company that hosts the shop). ``route`` is the way to apply, null: there is
    none, and what belongs to it is null or empty too; under ``ask_gateway`` it is the way to go if the gateway says so.
    ``route_is_general``: no page tells the gateway's own way. ``lead_time_business_days`` null: no source says;
    ``email_draft`` and its link ``mailto`` null: the way to apply is no mail. ``ids`` null: one change alone, or none
    that needs an id. ``route_cases`` are the changes that the way is for,
    ``other_ways`` those for the rest.
    """

    gateway: str | None
    name: str | None
    merchant_id_label: str | None
    verdict: Found
    reasons: list[CaseReport]
    route: RouteKind | None
    route_is_general: bool
    route_cases: list[str]
    where: str | None
    url: str | None
    prepare: list[str]
    steps: list[str]
    send: list[SendReport]
    lead_time_business_days: LeadTimeReport | None
    screening_again: Literal["yes", "no", "unknown"] | None
    email_draft: str | None
    mailto: str | None
    ids: IdsReport | None
    after: list[str]
    old_id: list[str]
    other_ways: list[WayReport]
    contacts: list[ContactReport]
    warnings: list[WarningReport]
    disputes: list[DisputeReport]
    sources: Urls


class MidReport(DecisionReport):
    """The answer for the first gateway, what holds whichever it is (``notes``), and the answers for the others."""

    schema_version: Literal[1]
    through_host: HostReport | None
    notes: list[str]
    old_sources: OldSourcesReport | None
    others: list[DecisionReport]


def mid_report(answer: MidAnswer) -> MidReport:
    """Return the answer as one object."""
    told = [_decision(decision, answer.named) for decision in answer.decisions]
    first, *others = told or [_whoever(answer)]
    notes, old = [note.text for note in answer.notes], old_sources_report(answer.named.old_pages(answer.sources))
    host = host_report(answer.host, answer.named) if answer.host else None
    return {
        "schema_version": 1,
        "through_host": host,
        **first,
        "notes": notes,
        "old_sources": old,
        "others": others,
    }


def _whoever(answer: MidAnswer) -> DecisionReport:
    """Return what holds of a hosted shop whichever gateway and change it is."""
    return {
        "gateway": None,
        "name": None,
        "merchant_id_label": None,
        "verdict": "through_host",
        "reasons": [],
        "route": None,
        "route_is_general": False,
        "route_cases": [],
        "where": None,
        "url": None,
        "prepare": [],
        "steps": [],
        "send": [],
        "lead_time_business_days": None,
        "screening_again": None,
        "email_draft": None,
        "mailto": None,
        "ids": None,
        "after": [],
        "old_id": [],
        "other_ways": [],
        "contacts": [],
        "warnings": [],
        "disputes": [],
        "sources": answer.named.urls(answer.sources),
    }


def _decision(decision: Decision, named: References) -> DecisionReport:
    first, *others = (way_report(decision, way) for way in decision.ways) if decision.ways else (None,)
    return {
        "gateway": decision.change.gateway,
        "name": decision.name,
        "merchant_id_label": label(decision),
        "verdict": decision.verdict,
        "reasons": [_case(case, named) for case in decision.cases],
        "route": first["route"] if first else None,
        "route_is_general": decision.route_is_general,
        "route_cases": first["cases"] if first else [],
        "where": first["where"] if first else None,
        "url": first["url"] if first else None,
        "prepare": first["prepare"] if first else [],
        "steps": first["steps"] if first else [],
        "send": first["send"] if first else [],
        "lead_time_business_days": first["lead_time_business_days"] if first else None,
        "screening_again": first["screening_again"] if first else None,
        "email_draft": first["email_draft"] if first else None,
        "mailto": first["mailto"] if first else None,
        "ids": _ids(decision.ids) if decision.ids else None,
        "after": first["after"] if first else [],
        "old_id": first["old_id"] if first else [],
        "other_ways": [way for way in others if way],
        "contacts": [{"what": contact.what, "value": contact.value} for contact in decision.contacts],
        "warnings": [
            warning_report(Caution(decision.change.gateway, reason), caution_text(reason), named)
            for reason in decision.cautions
        ],
        "disputes": disputes_report(named, decision.conflicts),
        "sources": named.urls(decision.sources),
    }


def _ids(ids: Ids) -> IdsReport:
    order = [case.case for case in ids.order]
    return {"certain": ids.certain, "possible": ids.possible, "order": order, "together": ids.together}


def _case(case: CaseVerdict, named: References) -> CaseReport:
    return {
        "case": case.case,
        "verdict": case.verdict,
        "text": case_reason(case),
        "general": case.general,
        "disputed": bool(case.reason.conflicts),
        "sources": named.urls(case.reason.sources),
    }
