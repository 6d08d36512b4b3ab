"""What a gateway can do where a shop is built: the one place where that is judged, from rows like any support."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portone_guide.gateways.support import Finding
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PlatformId
from portone_guide.rules.models.source import Note
from portone_guide.rules.models.term import Platform, PlatformGateway


class Hosted(NamedTuple):
    """A shop that signs through the company that hosts it, and ``why``; what to do there, and what PortOne still does.

    ``builder`` is the id of that company, None: it was not said by name. ``page`` is one that speaks of it by name,
    None: none does, so that it is to be asked whether the general rule holds for it.
    """

    why: Reason
    name: str
    builder: str | None = None
    page: str | None = None
    at_builder: tuple[Note, ...] = ()
    by_portone: tuple[Note, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Every page that this rests on."""
        notes = (note.source for note in (*self.at_builder, *self.by_portone))
        return tuple(dict.fromkeys((*self.why.sources, *filter(None, (self.page,)), *notes)))


def through_host(book: RuleBook, platform: PlatformId | None, builder: str | None = None) -> Hosted | None:
    """Return how a shop built there signs where it does so through the company that hosts it, not through PortOne."""
    facts = book.terms.platforms.get(platform) if platform else None
    if facts is None or not facts.through_host_only:
        return None
    named = book.terms.builders.get(builder) if builder else None
    name = named.name if named else facts.name
    return Hosted(
        because("platform.through_host", sources=(facts.source,), platform=name),
        name,
        builder if named else None,
        named.source if named else None,
        facts.at_builder,
        facts.by_portone,
    )


def platform_barriers(book: RuleBook, answers: Requirements, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    """Yield why a gateway can't be used for some needs, or may not be, where the shop is built; each reason once."""
    if host := through_host(book, answers.platform, answers.builder):
        yield host.why
        return
    table = PlatformTable(book, answers)
    found = [table.find(gateway, need) for need in needs]
    yield from dict.fromkeys(reason for reason in found or [table.listed(gateway)] if isinstance(reason, Reason))


class Taken(NamedTuple):
    """That a platform takes a need from a gateway, by which of its rows, in which styles (empty: any)."""

    rows: tuple[PlatformGateway, ...] = ()
    styles: tuple[IntegrationStyle, ...] = ()


class PlatformTable:
    """The rows of the platform that the answers name; without one, everything is taken."""

    def __init__(self, book: RuleBook, answers: Requirements) -> None:
        self._book = book
        self.platform: Platform | None = book.terms.platforms.get(answers.platform) if answers.platform else None

    def rows(self, gateway: str) -> tuple[PlatformGateway, ...]:
        """Return the platform's rows of a gateway."""
        rows = self.platform.gateways if self.platform else None
        return tuple(row for row in rows or () if row.gateway == gateway)

    def find(self, gateway: str, need: Need) -> Taken | Reason:
        """Return that the platform takes a need from a gateway, or the reason why not."""
        platform = self.platform
        if platform is None or platform.through_host_only:
            return Taken()
        named = need.named(self._book.pg_methods)
        for lack in platform.lacks:
            if need.type in lack.types:
                return because("platform.lacks", sources=(lack.source,), need=named, platform=platform.name)
        if platform.gateways is None:
            return Taken()
        rows = [row for row in self.rows(gateway) if need.type in row.types and self._names(row, need)]
        offers = [
            offer for offer in platform.every_gateway if need.type in offer.types and need.method in offer.methods
        ]
        styles = [row.styles for row in rows] + [offer.styles for offer in offers]
        if not styles:
            return self._not_listed(platform, gateway, need)
        offered = () if () in styles else tuple(dict.fromkeys(style for some in styles for style in some))
        if need.style and offered and need.style not in offered:
            sources = [*(row.source or platform.source for row in rows), *(offer.source for offer in offers)]
            return because(
                "unknown.platform_style", sources=sources, need=named, platform=platform.name, styles=offered
            )
        return Taken(tuple(rows), offered)

    def _names(self, row: PlatformGateway, need: Need) -> bool:
        """A row without methods is for all; a gateway that is a brand itself is the method, and not listed as one."""
        own = need.brand is not None and self._book.pg_methods.gateways[row.gateway].brand == need.brand
        return not row.methods or need.method in row.methods or own

    def listed(self, gateway: str) -> Taken | Reason:
        """Return whether the platform's list has a gateway at all, whatever it is to carry."""
        platform = self.platform
        if platform is None or platform.gateways is None or self.rows(gateway):
            return Taken()
        code = "platform.not_listed" if platform.complete else "unknown.platform"
        return because(code, sources=(platform.source,), platform=platform.name)

    def _not_listed(self, platform: Platform, gateway: str, need: Need) -> Reason:
        named, unlisted = need.named(self._book.pg_methods), self.listed(gateway)
        if isinstance(unlisted, Reason):
            return unlisted
        code = "platform.method_not_listed" if platform.complete else "unknown.platform_method"
        return because(code, sources=(platform.source,), need=named, platform=platform.name)

    def narrowed(self, gateway: str, need: Need) -> Need:
        """Return a need in the only style in which the platform takes it; as it is where there are more."""
        taken = self.find(gateway, need)
        if need.style or isinstance(taken, Reason) or len(taken.styles) != 1:
            return need
        return need._replace(style=taken.styles[0])

    def rested(self, gateway: str, need: Need, finding: Finding) -> Finding:
        """Return what supports a need together with the rows of the platform on which that rests too."""
        taken = self.find(gateway, need)
        if self.platform is None or finding.supported != "yes" or isinstance(taken, Reason) or not taken.rows:
            return finding
        sources = (row.source or self.platform.source for row in taken.rows)
        conflicts = (row.conflict for row in taken.rows if row.conflict)
        return finding._replace(
            sources=tuple(dict.fromkeys((*finding.sources, *sources))),
            conflicts=tuple(dict.fromkeys((*finding.conflicts, *conflicts))),
        )
