"""The checklist as one JSON object. What was typed is not in it."""

from typing import Literal, TypedDict

from portone_guide.checklist.answer import CheckedItem, Checklist, Ready
from portone_guide.checklist.following_words import following
from portone_guide.checklist.words import item_reason
from portone_guide.gateways.caution_words import caution_text
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
from portone_guide.gateways.site_values import ValueState
from portone_guide.gateways.value_words import value_reason
from portone_guide.plan.model import CheckState, SeenState
from portone_guide.rules.json_types import DayText, NotEmpty, Urls
from portone_guide.rules.models.checklist import Review, ValueField


class ValueReport(TypedDict):
    """A value that was typed, judged; it is not repeated. ``check``: no source decides it, ask."""

    field: ValueField
    state: ValueState
    reason: NotEmpty


class SeenReport(TypedDict):
    """What a look at the site showed of an item (``inspect``), and the day; the merchant's own answer stays."""

    state: SeenState
    on: DayText


class ItemReport(TypedDict):
    """Something that this merchant's site must have.

    ``id`` is the name for ``--set``; the state ``check``: not answered yet; ``reason``: what decided the state, or
    what to do. Not ``required``: recommended, blocks no review. ``reviews`` are those that look at it, none: a legal
    duty only. ``how`` is how reviewers check it, null: no source says.
    """

    id: str
    group: str
    title: str
    state: CheckState
    reason: NotEmpty
    required: bool
    reviews: list[Review]
    why: str
    how: str | None
    fix: str
    sources: Urls
    seen: SeenReport | None


class NoteReport(TypedDict):
    """Something to know of the reviews that nobody can check off."""

    id: str
    title: str
    why: str
    fix: str
    sources: Urls


class DocumentReport(TypedDict):
    """A document or licence that this merchant's industry or gateways ask for."""

    id: str
    name: str
    why: str | None
    sources: Urls


class ReadyReport(TypedDict):
    """``yes``: every required item passes or does not concern the site; ``no``: one fails; ``unknown``: one is open."""

    gateway_review: Ready
    card_issuer_review: Ready


class ChecklistReport(TypedDict):
    """What the reviews look at on this merchant's site, in the order of the groups, and whether it is ready.

    ``through_host`` not null: the shop signs, and asks for its reviews, through the company that hosts it.
    ``next_actions`` are the command lines to go on with on the plan.
    """

    schema_version: Literal[1]
    through_host: HostReport | None
    warnings: list[WarningReport]
    values: list[ValueReport]
    items: list[ItemReport]
    notes: list[NoteReport]
    documents: list[DocumentReport]
    ready: ReadyReport
    disputes: list[DisputeReport]
    old_sources: OldSourcesReport | None
    next_actions: list[str]


def report(checked: Checklist) -> ChecklistReport:
    """Return the checklist as one object."""
    named = checked.named
    return {
        "schema_version": 1,
        "through_host": host_report(checked.host, named) if checked.host else None,
        "warnings": [warning_report(entry, caution_text(entry.what), named) for entry in checked.cautions],
        "values": [
            {"field": value.field, "state": value.state, "reason": value_reason(value)} for value in checked.values
        ],
        "items": [_item(entry, named) for entry in checked.asked],
        "notes": [
            {
                "id": entry.id,
                "title": entry.item.title,
                "why": entry.item.why,
                "fix": entry.item.fix,
                "sources": named.urls(entry.item.sources),
            }
            for entry in checked.notes
        ],
        "documents": [
            {"id": name, "name": document.name, "why": document.why, "sources": named.urls([document.source])}
            for name, document in checked.documents
        ],
        "ready": {
            "gateway_review": checked.ready["gateway_review"],
            "card_issuer_review": checked.ready["card_issuer_review"],
        },
        "disputes": disputes_report(named, checked.disputes),
        "old_sources": old_sources_report(named.old_pages(checked.sources)),
        "next_actions": [line for line, _ in following(checked, checked.ahead)] if checked.ahead else [],
    }


def _item(entry: CheckedItem, named: References) -> ItemReport:
    item = entry.item
    return {
        "id": entry.id,
        "group": item.group,
        "title": item.title,
        "state": entry.state,
        "reason": item_reason(entry),
        "required": item.required,
        "reviews": list(item.reviews),
        "why": item.why,
        "how": item.how,
        "fix": item.fix,
        "sources": named.urls(item.sources),
        "seen": {"state": entry.seen[0], "on": entry.seen[1].isoformat()} if entry.seen else None,
    }
