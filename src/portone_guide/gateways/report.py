"""What several reports have in them: pages, disputes and reasons as JSON objects."""

from collections.abc import Iterable
from typing import TypedDict

from portone_guide.gateways.barrier_words import BARRIER_SENTENCES
from portone_guide.gateways.cautions import Caution
from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.page_age import OLD_AFTER_DAYS, OldPages, is_old
from portone_guide.gateways.references import References
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.rules.json_types import Count, DayText, NotEmpty, Url, Urls


class PageReport(TypedDict):
    """A page that the answer rests on; ``checked`` is the day of its content, ``old``: too long ago to rely on."""

    url: Url
    title: str
    checked: DayText
    old: bool


class OldSourcesReport(TypedDict):
    """The pages of the answer whose content is older than ``older_than_days``: how many of ``pages``, and which."""

    count: Count
    pages: Count
    oldest: DayText
    older_than_days: Count
    urls: Urls


class ClaimReport(TypedDict):
    """What one page says."""

    url: Url
    says: str


class DisputeReport(TypedDict):
    """Pages that disagree; ``used`` is the address of the one that is followed, null: neither."""

    id: str
    about: str
    claims: list[ClaimReport]
    used: Url | None
    why: str


class ReasonReport(TypedDict):
    """Why: ``code`` is for programs, ``text`` for people; ``sources`` are the addresses that it rests on."""

    code: str
    text: NotEmpty
    sources: list[Url]
    conflicts: list[DisputeReport]


def pages_report(named: References, sources: Iterable[str]) -> list[PageReport]:
    """Return pages, each once."""
    found = (named.pages[name] for name in dict.fromkeys(sources))
    return [
        {
            "url": page.url,
            "title": page.title,
            "checked": page.checked.isoformat(),
            "old": named.on is not None and is_old(page, named.on),
        }
        for page in found
    ]


def old_sources_report(old: OldPages | None) -> OldSourcesReport | None:
    """Return what is old of the pages that an answer rests on."""
    if old is None:
        return None
    return {
        "count": len(old.urls),
        "pages": old.pages,
        "oldest": old.oldest.isoformat(),
        "older_than_days": OLD_AFTER_DAYS,
        "urls": list(old.urls),
    }


def disputes_report(named: References, disputes: Iterable[str]) -> list[DisputeReport]:
    """Return disputes, each once."""
    found = ((name, named.disputes[name]) for name in dict.fromkeys(disputes))
    return [
        {
            "id": name,
            "about": dispute.about,
            "claims": [{"url": named.pages[claim.source].url, "says": claim.says} for claim in dispute.claims],
            "used": None if dispute.used == "none" else named.pages[dispute.used].url,
            "why": dispute.why,
        }
        for name, dispute in found
    ]


def reason_report(named: References, reason: Reason, sentences: Sentences) -> ReasonReport:
    """Return a reason with its sentence."""
    return {
        "code": reason.kind,
        "text": sentence(reason, sentences),
        "sources": named.urls(reason.sources),
        "conflicts": disputes_report(named, reason.conflicts),
    }


class HostReport(TypedDict):
    """Why a shop signs through the company that hosts it and not through PortOne.

    ``builder`` is that company's id, null: it was not said by name. Not ``known_by_name``: no page speaks of it by
    name, so ask it whether this holds for it. ``at_builder`` is what to do there, ``by_portone`` what PortOne can
    still do for the shop.
    """

    text: NotEmpty
    builder: str | None
    name: str
    known_by_name: bool
    at_builder: list[str]
    by_portone: list[str]
    sources: Urls


def host_report(host: Hosted, named: References) -> HostReport:
    """Return how a shop signs through the company that hosts it."""
    return {
        "text": sentence(host.why, BARRIER_SENTENCES),
        "builder": host.builder,
        "name": host.name,
        "known_by_name": host.page is not None,
        "at_builder": [note.text for note in host.at_builder],
        "by_portone": [note.text for note in host.by_portone],
        "sources": named.urls(host.sources),
    }


class WarningReport(TypedDict):
    """What can keep the merchant from opening; ``gateway`` null: whoever they sign with. ``code`` is for programs."""

    gateway: str | None
    code: str
    text: NotEmpty
    sources: list[Url]


def warning_report(caution: Caution, text: str, named: References) -> WarningReport:
    """Return what speaks against opening, in words."""
    what = caution.what
    return {"gateway": caution.gateway, "code": what.kind, "text": text, "sources": named.urls(what.sources)}
