"""Which conflicts concern a gateway."""

from collections.abc import Iterator

from portone_guide.facts.rules.answer import Conflicts
from portone_guide.gateways.references import references
from portone_guide.rules.book import RuleBook


def conflicts(book: RuleBook, gateway: str | None) -> Conflicts:
    """Return the conflicts that concern a gateway; None: all there are."""
    names = tuple(book.conflicts.conflicts) if gateway is None else conflicts_of(book, gateway)
    return Conflicts(gateway, references(book, gateways=[gateway] if gateway else (), disputes=names))


def conflicts_of(book: RuleBook, gateway: str) -> tuple[str, ...]:
    """Return the conflicts that concern a gateway: named after it, or named by one of its rows."""
    named = set(_named_conflicts(book, gateway))
    return tuple(name for name in book.conflicts.conflicts if name.startswith(f"{gateway}-") or name in named)


def _named_conflicts(book: RuleBook, gateway: str) -> Iterator[str | None]:
    file = book.pg_methods
    for name, module in file.modules.items():
        if module.gateway == gateway:
            yield module.portone_conflict
            yield from (row.conflict for row in file.support.get(name, ()))
    yield from book.fees.disputed.get(gateway, {}).values()
    yield from (limit.conflict for limit in book.terms.amount_limits.get(gateway, ()))
    yield from (condition.conflict for condition in book.terms.conditions.get(gateway, ()))
    for platform in book.terms.platforms.values():
        for row in platform.gateways or ():
            yield from row.disputed.values() if row.gateway == gateway else ()
    for industry in book.industries.industries.values():
        yield industry.disputed.get(gateway)
        if any(reviewer.gateway == gateway for reviewer in industry.gateways):
            yield industry.conflict
