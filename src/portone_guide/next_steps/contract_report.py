"""Contract papers, insurance, reviews and the opening checklist as JSON objects."""

from typing import TypedDict

from portone_guide.gateways.limit_report import AmountLimitReport, limit_report
from portone_guide.gateways.limit_words import limit_text
from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.insurance_report import NoteReport, ReserveReport, notes_report, reserve_report
from portone_guide.rules.json_types import NotEmpty, Url, Urls
from portone_guide.rules.models.contract import BusinessKind
from portone_guide.rules.models.fields import Demand, Goods, IntegrationStyle, PortOneVersion, Supported
from portone_guide.rules.models.term import AmountLimit


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


class DemandReport(TypedDict):
    """Whether a gateway asks for something; ``why`` null: a plain yes, or no page of the gateway names it.

    ``conflict``: the id of the dispute about it, null: pages agree.
    """

    asked: Supported
    why: str | None
    conflict: str | None
    sources: Urls


class LimitReport(AmountLimitReport):
    """What may be paid by default, in words, too."""

    text: NotEmpty
    sources: Urls


class ContractReport(TypedDict):
    """What to know of one gateway's contract; null: no page says it, or it is not offered.

    ``reserve`` is what is held back instead of guarantee insurance.
    """

    card_review_progress: ProgressReport | None
    settlement: list[SettlementReport]
    notes: list[NoteReport]
    amount_limits: list[LimitReport]
    quick_opening: QuickOpeningReport | None
    paper_contract: DemandReport | None
    guarantee_insurance: DemandReport | None
    card_review: DemandReport | None
    reserve: ReserveReport | None


class DocumentReport(TypedDict):
    """A document to hand in; ``kinds``, ``gateways`` or ``industries`` empty: of all.

    ``conflict``: the id of the dispute about it, null: pages agree.
    """

    id: str
    name: str
    kinds: list[BusinessKind]
    gateways: list[str]
    industries: list[str]
    note: str | None
    conflict: str | None
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
        "notes": notes_report(contract.notes, named),
        "amount_limits": [_limit(limit, answer) for limit in answer.limits[gateway]],
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
        "paper_contract": _demand("paper_contract", gateway, answer),
        "guarantee_insurance": _demand("insurance", gateway, answer),
        "card_review": _demand("card_review", gateway, answer),
        "reserve": reserve_report(answer.reserves[gateway], named) if gateway in answer.reserves else None,
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
            "conflict": paper.conflict if paper.conflict in answer.disputes else None,
            "sources": answer.named.urls([paper.source]),
        }
        for name, paper in answer.papers
    ]


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


def _limit(limit: AmountLimit, answer: NextSteps) -> LimitReport:
    names = [answer.method_names.get(method, method) for method in (limit.method, *limit.also)]
    return {**limit_report(limit), "text": limit_text(limit, names), "sources": answer.named.urls(limit.sources)}


def _demand(demand: Demand, gateway: str, answer: NextSteps) -> DemandReport | None:
    row = answer.contracts[gateway].demands.get(demand)
    if row is None:
        return None
    return {
        "asked": row.asked,
        "why": row.why,
        "conflict": row.conflict,
        "sources": answer.named.urls([row.source]),
    }
