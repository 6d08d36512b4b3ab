"""What a merchant must settle with a gateway that fits: as everywhere, and whether it can open early."""

from collections.abc import Iterator

from portone_guide.gateways.settle import to_settle
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook


def remarks(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    """Yield what a merchant must settle with a gateway before it signs."""
    yield from to_settle(book, answers, gateway, answers.needs())
    yield from _quick_opening(book, answers, gateway)


def _quick_opening(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    opening = book.terms.quick_opening.get(gateway)
    if answers.open_before_review and opening and any(need.type != "identity" for need in answers.needs()):
        sources, since, condition = (opening.source,), opening.available_from, opening.condition
        yield because("open_before_review.available", sources=sources, since=since, condition=condition)
