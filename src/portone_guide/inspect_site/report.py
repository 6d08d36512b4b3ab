"""An inspection as one JSON object."""

from typing import Literal, TypedDict

from portone_guide.inspect_site.answer import Hints, Inspection, Manner, Sign, State, Verdict
from portone_guide.inspect_site.words import told
from portone_guide.rules.json_types import Count, NotEmpty, Urls
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.models.site_sign import SignId
from portone_guide.site.page import How, WhyNot


class PlaceReport(TypedDict):
    """Where something was seen; ``quote`` is at most 80 columns long."""

    page: str
    how: Manner
    quote: str


class SignReport(TypedDict):
    """What was looked for.

    ``not_found``: the right place was read whole and it is not there. ``label_only``: a label or link without a value
    or a target. ``unreadable``: it could not be told. Of ``zero_price`` and ``test_names`` ``found`` is the bad state.
    ``value`` null: there is none; ``reason`` null: nothing is to be said about the state.
    """

    id: SignId
    name: NotEmpty
    state: State
    value: str | None
    where: list[PlaceReport]
    reason: str | None


class ItemReport(TypedDict):
    """An item of the checklist; ``check``: a look at the site can't tell. ``signs`` are those that it was judged by."""

    item: str
    title: NotEmpty
    verdict: Verdict
    required: bool
    reason: NotEmpty
    signs: list[SignId]
    sources: Urls


class PageReport(TypedDict):
    """A page that was read; ``status`` null: a file, or no answer; ``why_not`` null: it was read whole."""

    url: str
    status: int | None
    how: How
    complete: bool
    why_not: WhyNot | None


class BuilderReport(TypedDict):
    """With what the shop seems to be built."""

    id: str
    name: NotEmpty


class IndustryReport(TypedDict):
    """Words that may mean an industry which reviewers look at more closely."""

    id: str
    name: NotEmpty
    quote: str
    page: str


class CallReport(TypedDict):
    """A payment window's program; ``portone`` null: not PortOne's; not ``called``: it is loaded, no call was seen."""

    id: str
    name: NotEmpty
    portone: PortOneVersion | None
    called: bool


class LettersReport(TypedDict):
    """A page whose bytes are of another encoding than it says, so that a browser shows broken letters."""

    page: str
    declared: str


class HintsReport(TypedDict):
    """What the site suggests beside the signs."""

    builders: list[BuilderReport]
    industries: list[IndustryReport]
    payment_calls: list[CallReport]
    broken_letters: list[LettersReport]


class LimitReport(TypedDict):
    """Why not everything was read."""

    code: str
    text: NotEmpty


class InspectionReport(TypedDict):
    """What a site shows of what reviewers look for, within what was read.

    Names of persons and mobile numbers are masked without ``--show-values``.
    """

    schema_version: Literal[1]
    target: str
    read_at: str
    signs: list[SignReport]
    checklist: list[ItemReport]
    pages: list[PageReport]
    hints: HintsReport
    limits: list[LimitReport]
    failed: Count


def inspection_report(found: Inspection) -> InspectionReport:
    """Return an inspection as one object."""
    return {
        "schema_version": 1,
        "target": found.target,
        "read_at": found.read_at,
        "signs": [_sign(sign, found) for sign in found.signs],
        "checklist": [
            {
                "item": entry.id,
                "title": entry.item.title,
                "verdict": entry.verdict,
                "required": entry.item.required,
                "reason": told(entry.reason, found),
                "signs": list(entry.signs),
                "sources": found.named.urls(entry.item.sources),
            }
            for entry in found.checklist
        ],
        "pages": [
            {
                "url": page.url,
                "status": page.status,
                "how": page.how,
                "complete": page.complete,
                "why_not": page.why_not,
            }
            for page in found.pages
        ],
        "hints": _hints(found.hints),
        "limits": [{"code": limit.code, "text": told(limit, found)} for limit in found.limits],
        "failed": sum(entry.verdict == "fail" for entry in found.checklist),
    }


def _hints(hints: Hints) -> HintsReport:
    return {
        "builders": [{"id": name, "name": shown} for name, shown in hints.builders],
        "industries": [
            {"id": hint.id, "name": hint.name, "quote": hint.quote, "page": hint.page} for hint in hints.industries
        ],
        "payment_calls": [
            {"id": call.id, "name": call.name, "portone": call.portone, "called": call.called} for call in hints.calls
        ],
        "broken_letters": [{"page": url, "declared": name} for url, name in hints.declared],
    }


def _sign(sign: Sign, found: Inspection) -> SignReport:
    return {
        "id": sign.id,
        "name": found.names[sign.id],
        "state": sign.state,
        "value": sign.value,
        "where": [{"page": seen.page, "how": seen.how, "quote": seen.quote} for seen in sign.where],
        "reason": told(sign.reason, found) if sign.reason else None,
    }
