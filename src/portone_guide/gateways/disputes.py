"""Which disputes belong where, of those that no row names."""

from collections.abc import Iterable

from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.source import Place


def disputes_at(book: RuleBook, gateways: Iterable[str], *places: Place) -> tuple[str, ...]:
    """Return the ids of what pages say differently about these gateways in these places."""
    whose = tuple(f"{gateway}-" for gateway in gateways)
    found = book.conflicts.conflicts.items()
    return tuple(name for name, dispute in found if dispute.at in places and name.startswith(whose))
