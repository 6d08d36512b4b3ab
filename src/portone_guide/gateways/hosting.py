"""What a gateway can do where a shop is built: the one place where that is judged."""

from collections.abc import Iterable, Iterator

from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PlatformId
from portone_guide.rules.models.term import Platform, PlatformGateway


def through_host(book: RuleBook, platform: PlatformId | None) -> Reason | None:
    """Return why a shop built there signs through the company that hosts it and not through PortOne, or None."""
    facts = book.terms.platforms.get(platform) if platform else None
    if facts is None or not facts.through_host_only:
        return None
    return because("platform.through_host", sources=(facts.source,), platform=facts.name)


def platform_barriers(book: RuleBook, answers: Requirements, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    """Yield why a gateway can't be used for some needs, or may not be, where the shop is built."""
    if host := through_host(book, answers.platform):
        yield host
    elif answers.platform and (platform := book.terms.platforms.get(answers.platform)):
        yield from _listed(book, platform, gateway, needs)


def _listed(book: RuleBook, platform: Platform, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    sources, name = (platform.source,), platform.name
    if platform.gateways is None:
        return
    row = {row.gateway: row for row in platform.gateways}.get(gateway)
    if row is None:
        yield because(
            "platform.not_listed" if platform.complete else "unknown.platform", sources=sources, platform=name
        )
        return
    for need in needs:
        if row.methods and not _named(book, row, need):
            code = "platform.method_not_listed" if platform.complete else "unknown.platform_method"
            yield because(code, sources=sources, need=need.named(book.pg_methods), platform=name)


def _named(book: RuleBook, row: PlatformGateway, need: Need) -> bool:
    """A gateway that is a brand itself is not listed as a method: it is the method."""
    own = need.brand is not None and book.pg_methods.gateways[row.gateway].brand == need.brand
    return need.type in row.types and (need.method in row.methods or own)
