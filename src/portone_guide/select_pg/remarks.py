"""What a merchant must settle with a gateway that fits: conditions, reviews, limits."""

from collections.abc import Iterator

from portone_guide.gateways.conditions import conditions_for
from portone_guide.gateways.limits import limits_met
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.hurdles import opens_early


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
                    conflicts=filter(None, (industry.conflict,)),
                    industry=industry.name,
                    condition=reviewer.condition,
                )


def _platform(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    if answers.platform and (platform := book.terms.platforms.get(answers.platform)):
        for row in platform.gateways or ():
            if row.gateway == gateway and row.note:
                source = row.source or platform.source
                yield because("platform.note", sources=(source,), platform=platform.name, note=row.note)


def _quick_opening(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    opening = book.terms.quick_opening.get(gateway)
    if not answers.open_before_review or not opening:
        return
    sources, since, condition = (opening.source,), opening.available_from, opening.condition
    yield because("open_before_review.available", sources=sources, since=since, condition=condition)
    later = tuple(need.named(book.pg_methods) for need in answers.needs() if not opens_early(opening, need))
    if later:
        yield because("open_before_review.later", sources=sources, needs=later)
