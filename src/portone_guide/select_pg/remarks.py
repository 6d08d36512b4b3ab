"""What a merchant must settle with a gateway that fits: conditions, reviews, limits."""

from collections.abc import Iterator

from portone_guide.gateways.conditions import conditions_for
from portone_guide.gateways.hosting import PlatformTable
from portone_guide.gateways.limits import limits_met
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook


def remarks(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    """Yield what a merchant must settle with a gateway before it signs."""
    yield from _reviews(book, answers, gateway)
    yield from _platform(book, answers, gateway)
    yield from conditions_for(book, gateway, answers)
    yield from limits_met(book, gateway, answers)
    yield from _quick_opening(book, answers, gateway)


def _reviews(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    for name in answers.industries:
        industry = book.industries.industries[name]
        for reviewer in industry.gateways:
            if reviewer.gateway == gateway:
                yield because(
                    "industry.after_review",
                    sources=(reviewer.source or industry.source,),
                    conflicts=industry.conflicts_for(gateway),
                    industry=industry.name,
                    condition=reviewer.condition,
                )


def _platform(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    table = PlatformTable(book, answers)
    platform = table.platform
    if platform is None or platform.gateways is None:
        return
    taken = [table.find(gateway, need) for need in answers.needs()]
    rows = [row for found in taken if not isinstance(found, Reason) for row in found.rows]
    for row in dict.fromkeys(rows):
        if row.note:
            sources, conflicts = (row.source or platform.source,), filter(None, (row.conflict,))
            yield because("platform.note", sources=sources, conflicts=conflicts, platform=platform.name, note=row.note)


def _quick_opening(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    opening = book.terms.quick_opening.get(gateway)
    if answers.open_before_review and opening and any(need.type != "identity" for need in answers.needs()):
        sources, since, condition = (opening.source,), opening.available_from, opening.condition
        yield because("open_before_review.available", sources=sources, since=since, condition=condition)
