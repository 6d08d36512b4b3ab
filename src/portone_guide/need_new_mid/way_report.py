"""A way to apply for another merchant id as JSON."""

from typing import Literal, TypedDict

from portone_guide.need_new_mid.answer import Decision, Way
from portone_guide.need_new_mid.email_words import email_draft, mailto
from portone_guide.rules.json_types import Count
from portone_guide.rules.models.merchant_id import LeadTime, RouteKind, SendItem


class SendReport(TypedDict):
    """A field of what is sent or filled in; ``value`` has the exact words that the source asks for, null: none."""

    item: str
    value: str | None
    note: str | None


class LeadTimeReport(TypedDict):
    """Korean business days."""

    min: Count | None
    max: Count | None


class WayReport(TypedDict):
    """A way to apply for some of the changes (``cases``), beside the one of the answer; its keys mean the same."""

    cases: list[str]
    route: RouteKind
    route_is_general: bool
    where: str
    url: str | None
    prepare: list[str]
    steps: list[str]
    send: list[SendReport]
    lead_time_business_days: LeadTimeReport | None
    screening_again: Literal["yes", "no", "unknown"]
    email_draft: str | None
    mailto: str | None
    after: list[str]
    old_id: list[str]


def way_report(decision: Decision, way: Way) -> WayReport:
    """Return a way to apply, with its mail."""
    route = way.route
    return {
        "cases": [case.case for case in way.cases],
        "route": route.route,
        "route_is_general": way.general,
        "where": route.where,
        "url": route.url,
        "prepare": [note.text for note in route.prepare],
        "steps": list(route.steps),
        "send": [_send(field) for field in route.send],
        "lead_time_business_days": _lead_time(route.lead_time) if route.lead_time else None,
        "screening_again": route.screening_again,
        "email_draft": email_draft(decision, way),
        "mailto": mailto(decision, way),
        "after": [note.text for note in route.after],
        "old_id": [note.text for note in route.old_id],
    }


def _send(field: SendItem) -> SendReport:
    return {"item": field.item, "value": field.value, "note": field.note}


def _lead_time(lead: LeadTime) -> LeadTimeReport:
    return {"min": lead.min, "max": lead.max}
