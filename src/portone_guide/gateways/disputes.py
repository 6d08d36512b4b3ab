"""Which disputes belong where, of those that no row names."""

from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.source import Place


def disputes_at(book: RuleBook, gateway: str, place: Place) -> tuple[str, ...]:
    """Return the ids of what pages say differently about a gateway in one place."""
    found = book.conflicts.conflicts.items()
    return tuple(name for name, dispute in found if dispute.at == place and name.startswith(f"{gateway}-"))
