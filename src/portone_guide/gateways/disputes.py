"""Which disputes belong to an answer: what its rows name, and what is said of those places in it that no row names."""

from collections.abc import Iterable

from portone_guide.gateways.scope import Audience, concerns
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.source import Conflict, Place

_GENERAL = "general"


def disputes_at(
    book: RuleBook, places: Iterable[Place], merchant: Audience, *, general: bool = False
) -> tuple[str, ...]:
    """Return the ids of what pages say differently in some places, about the gateways of a merchant.

    ``general``: also what is said of no gateway in particular.
    """
    at = frozenset(places)
    whose = (*(f"{name}-" for name in merchant.gateways), *([f"{_GENERAL}-"] if general else []))
    return tuple(
        name
        for name, dispute in book.conflicts.conflicts.items()
        if dispute.at in at and name.startswith(whose) and _concerns(dispute, merchant)
    )


def _concerns(dispute: Conflict, merchant: Audience) -> bool:
    """Tell whether a dispute is the merchant's; one about a platform only if they named it."""
    named = dispute.at != "platform" or merchant.platform is not None
    return named and concerns(dispute.scope, merchant)


def disputed(book: RuleBook, names: Iterable[str | None], gateways: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that rows name, each once; what is about a gateway that is not signed with is left out."""
    others = tuple(f"{name}-" for name in book.pg_methods.gateways.keys() - set(gateways))
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith(others)))
