"""What an answer names of the rule files: gateways, modules, pages and disputes, for faces to tell."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.gateways.page_age import OldPages, old_pages
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.method import Gateway, Module
from portone_guide.rules.models.source import Conflict, Source


class References(NamedTuple):
    """Only what one answer names, by id, so that no face has to look into the rule book; ``on`` is the day asked."""

    gateways: Mapping[str, Gateway]
    modules: Mapping[str, Module]
    pages: Mapping[str, Source]
    disputes: Mapping[str, Conflict]
    on: date | None = None

    def name(self, gateway: str) -> str:
        """Return a gateway's name."""
        return self.gateways[gateway].name

    def urls(self, sources: Iterable[str]) -> list[str]:
        """Return the addresses of pages, each once."""
        return [self.pages[name].url for name in dict.fromkeys(sources)]

    def old_pages(self, sources: Iterable[str]) -> OldPages | None:
        """Return what is old of pages on the day asked; None: nothing is, or no day is asked for."""
        return old_pages((self.pages[name] for name in sources), self.on) if self.on else None


def references(
    book: RuleBook,
    *,
    gateways: Iterable[str] = (),
    modules: Iterable[str] = (),
    sources: Iterable[str] = (),
    disputes: Iterable[str] = (),
    on: date | None = None,
) -> References:
    """Take what an answer names out of the rule book; the pages of its disputes come with them."""
    disputed = {name: book.conflicts.conflicts[name] for name in dict.fromkeys(disputes)}
    pages = [*sources, *(claim.source for conflict in disputed.values() for claim in conflict.claims)]
    return References(
        {name: book.pg_methods.gateways[name] for name in dict.fromkeys(gateways)},
        {name: book.pg_methods.modules[name] for name in dict.fromkeys(modules)},
        {name: book.sources.sources[name] for name in dict.fromkeys(pages)},
        disputed,
        on,
    )
