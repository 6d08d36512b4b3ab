"""The answer of ``rules show`` as JSON: what platforms take from the gateway, and what industries may have of it."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from portone_guide.facts.rules.answer import ExclusionFact, IndustryFact, PlatformFact
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType, PlatformId


class PlatformOfferReport(TypedDict):
    """What the gateway offers on a platform, for payments of ``types``; no methods: the page does not say which."""

    platform: PlatformId
    gateway: str
    methods: list[str]
    types: list[PaymentType]
    styles: list[IntegrationStyle]
    note: str | None
    source: str
    conflict: str | None


class ReviewerReport(TypedDict):
    """Whether the gateway reviews a risky industry, on what condition; not for payments of ``excludes``.

    Where its page lists what can be paid with, ``types``, ``methods`` and ``easy_pay`` (any brand) have that list.
    """

    industry: str
    gateway: str
    condition: str | None
    accepts: Literal["after_review", "no"]
    excludes: list[PaymentType]
    types: list[PaymentType]
    methods: list[str]
    easy_pay: bool
    source: str


class ExclusionReport(TypedDict):
    """What can't be had of the gateway in an industry; no types or methods: all; ``easy_pay``: any brand."""

    industry: str
    types: list[PaymentType]
    methods: list[str]
    easy_pay: bool
    source: str


def platform_report(entry: PlatformFact) -> PlatformOfferReport:
    """Return a row of a platform as JSON."""
    return {
        "platform": entry.id,
        "gateway": entry.offer.gateway,
        "methods": list(entry.offer.methods),
        "types": list(entry.offer.types),
        "styles": list(entry.offer.styles),
        "note": entry.offer.note,
        "source": entry.source,
        "conflict": entry.offer.conflict,
    }


def reviewer_report(entry: IndustryFact, exclusions: Iterable[ExclusionFact]) -> ReviewerReport:
    """Return a reviewer as JSON; what it can't have at all stands among its exclusions."""
    rules = [found.rule for found in exclusions if found.id == entry.id]
    whole = [kind for rule in rules if not rule.methods and not rule.easy_pay for kind in rule.types]
    return {
        "industry": entry.id,
        "gateway": entry.reviewer.gateway,
        "condition": entry.reviewer.condition,
        "accepts": entry.reviewer.accepts,
        "excludes": list(dict.fromkeys(whole)),
        "types": list(entry.reviewer.types),
        "methods": list(entry.reviewer.methods),
        "easy_pay": entry.reviewer.easy_pay,
        "source": entry.source,
    }


def exclusion_report(entry: ExclusionFact) -> ExclusionReport:
    """Return what an industry can't have as JSON."""
    return {
        "industry": entry.id,
        "types": list(entry.rule.types),
        "methods": list(entry.rule.methods),
        "easy_pay": entry.rule.easy_pay,
        "source": entry.rule.source,
    }
