"""Contract papers, insurance, reviews and the opening checklist as JSON objects."""

from collections.abc import Iterable
from typing import TypedDict

from portone_guide.gateways.references import References
from portone_guide.next_steps.answer import InsuranceNeed, NextSteps
from portone_guide.rules.json_types import Count, NotEmpty, Url, Urls
from portone_guide.rules.models.contract import BusinessKind, SettlementCycle
from portone_guide.rules.models.fields import Goods, IntegrationStyle, PortOneVersion
from portone_guide.rules.models.source import Note


class NoteReport(TypedDict):
    """A short fact with its page."""

    text: NotEmpty
    sources: Urls


class ProgressReport(TypedDict):
    """Where the card companies' review can be looked up."""

    where: str
    url: Url | None
    sources: Urls


class SettlementReport(TypedDict):
    """When a gateway pays out; ``method`` null: all methods."""

    method: str | None
    cycle: str
    sources: Urls


class QuickOpeningReport(TypedDict):
    """Payments before the card companies' review is done; ``excludes`` is what can't be sold that way."""

    available_from: str
    methods: list[str]
    goods: Goods | None
    condition: str | None
    excludes: list[str]
    sources: Urls


class ContractReport(TypedDict):
    """What to know of one gateway's contract; null: no page says it, or it is not offered."""

    card_review_progress: ProgressReport | None
    settlement: list[SettlementReport]
    notes: list[NoteReport]
    quick_opening: QuickOpeningReport | None


class DocumentReport(TypedDict):
    """A document to hand in; ``kinds``, ``gateways`` or ``industries`` empty: of all."""

    id: str
    name: str
    kinds: list[BusinessKind]
    gateways: list[str]
    industries: list[str]
    note: str | None
    sources: Urls


class PercentReport(TypedDict):
    """Percent as decimal text."""

    min: str
    max: str


class WonReport(TypedDict):
    """Won."""

    min: Count
    max: Count


class CycleReport(TypedDict):
    """What the monthly sales ask for under one settlement cycle; ``premium_krw`` is for one year."""

    settlement_cycle: SettlementCycle
    multiple: Count
    insured_sum_krw: Count
    monthly_cap_krw: Count
    premium_krw: WonReport


class InsuranceReport(TypedDict):
    """Guarantee insurance; ``monthly_sales_krw`` null: not said, and ``by_cycle`` is empty then."""

    premium_percent_a_year: PercentReport
    cap_multiples: dict[SettlementCycle, Count]
    monthly_sales_krw: Count | None
    by_cycle: list[CycleReport]
    rules: list[NoteReport]
    sources: Urls


class CardReviewReport(TypedDict):
    """What card companies look at, by integration style."""

    style: IntegrationStyle
    what: str
    sources: Urls


class OpeningReport(TypedDict):
    """One thing to check before opening."""

    id: str
    portone: list[PortOneVersion]
    title: str
    why: str
    how: str
    sources: Urls


def contract_report(gateway: str, answer: NextSteps) -> ContractReport:
    """Return what to know of one gateway's contract."""
    named, contract = answer.named, answer.contracts[gateway]
    page, quick = contract.card_review_progress, answer.quick.get(gateway)
    return {
        "card_review_progress": {"where": page.where, "url": page.url, "sources": named.urls([page.source])}
        if page
        else None,
        "settlement": [
            {"method": row.method, "cycle": row.cycle, "sources": named.urls([row.source])}
            for row in contract.settlement
        ],
        "notes": _notes(contract.notes, named),
        "quick_opening": {
            "available_from": quick.available_from,
            "methods": list(quick.methods),
            "goods": quick.goods,
            "condition": quick.condition,
            "excludes": [note.text for note in answer.quick_excludes],
            "sources": named.urls([quick.source]),
        }
        if quick
        else None,
    }


def documents_report(answer: NextSteps) -> list[DocumentReport]:
    """Return the documents to hand in."""
    return [
        {
            "id": name,
            "name": paper.name,
            "kinds": list(paper.kinds),
            "gateways": list(paper.gateways),
            "industries": list(paper.industries),
            "note": paper.note,
            "sources": answer.named.urls([paper.source]),
        }
        for name, paper in answer.papers
    ]


def insurance_report(answer: NextSteps) -> InsuranceReport:
    """Return the rule of guarantee insurance and what it asks for."""
    rule, sales, needs = answer.insurance
    return {
        "premium_percent_a_year": {"min": str(rule.premium_rate.low), "max": str(rule.premium_rate.high)},
        "cap_multiples": dict(rule.caps),
        "monthly_sales_krw": sales,
        "by_cycle": [_cycle(need) for need in needs],
        "rules": _notes(rule.rules, answer.named),
        "sources": answer.named.urls([rule.source]),
    }


def card_review_report(answer: NextSteps) -> list[CardReviewReport]:
    """Return what card companies look at."""
    return [{"style": row.style, "what": row.what, "sources": answer.named.urls([row.source])} for row in answer.looks]


def opening_report(answer: NextSteps) -> list[OpeningReport]:
    """Return what to check before opening."""
    return [
        {
            "id": name,
            "portone": list(item.portone),
            "title": item.title,
            "why": item.why,
            "how": item.how,
            "sources": answer.named.urls(item.sources),
        }
        for name, item in answer.opening
    ]


def _cycle(need: InsuranceNeed) -> CycleReport:
    return {
        "settlement_cycle": need.cycle,
        "multiple": need.multiple,
        "insured_sum_krw": need.insured_sum,
        "monthly_cap_krw": need.monthly_cap,
        "premium_krw": {"min": need.premium_min, "max": need.premium_max},
    }


def _notes(notes: Iterable[Note], named: References) -> list[NoteReport]:
    return [{"text": note.text, "sources": named.urls([note.source])} for note in notes]
