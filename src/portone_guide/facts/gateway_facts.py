"""What the rule files say of one gateway, gathered from every file."""

from collections.abc import Iterator
from typing import NamedTuple

from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.industry import Industry, Reviewer
from portone_guide.rules.models.term import Platform, PlatformGateway


class ReviewedIndustry(NamedTuple):
    """A risky industry and what one gateway says of it."""

    id: str
    industry: Industry
    reviewer: Reviewer


class OfferedPlatform(NamedTuple):
    """A platform and what one gateway offers there."""

    id: str
    platform: Platform
    offer: PlatformGateway


def industries_of(book: RuleBook, gateway: str) -> tuple[ReviewedIndustry, ...]:
    """Return the risky industries that name a gateway."""
    return tuple(
        ReviewedIndustry(name, industry, reviewer)
        for name, industry in book.industries.industries.items()
        for reviewer in industry.gateways
        if reviewer.gateway == gateway
    )


def platforms_of(book: RuleBook, gateway: str) -> tuple[OfferedPlatform, ...]:
    """Return the platforms whose list names a gateway."""
    return tuple(
        OfferedPlatform(name, platform, offer)
        for name, platform in book.terms.platforms.items()
        for offer in platform.gateways or ()
        if offer.gateway == gateway
    )


def conflicts_of(book: RuleBook, gateway: str) -> tuple[str, ...]:
    """Return the conflicts that concern a gateway: named after it, or named by one of its rows."""
    named = set(_named_conflicts(book, gateway))
    return tuple(name for name in book.conflicts.conflicts if name.startswith(f"{gateway}-") or name in named)


def _named_conflicts(book: RuleBook, gateway: str) -> Iterator[str]:
    file = book.pg_methods
    for name, module in file.modules.items():
        if module.gateway == gateway:
            yield module.portone_conflict or ""
            yield from (row.conflict or "" for row in file.support.get(name, ()))
    yield from book.fees.disputed.get(gateway, {}).values()
    yield from (limit.conflict or "" for limit in book.terms.amount_limits.get(gateway, ()))
    yield from (found.industry.conflict or "" for found in industries_of(book, gateway))
