"""What is to be settled with a gateway before signing: its review, the platform's note, conditions, limits."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.conditions import conditions_for
from portone_guide.gateways.hosting import PlatformTable
from portone_guide.gateways.limits import limits_met
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook


def to_settle(book: RuleBook, answers: Requirements, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    """Yield what a merchant who takes these needs from a gateway must settle with it; none: nothing was asked for."""
    asked = answers.asking(needs)
    yield from _reviews(book, asked, gateway)
    yield from _platform(book, asked, gateway)
    yield from conditions_for(book, gateway, asked)
    yield from limits_met(book, gateway, asked)


def _reviews(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    for name in answers.industries:
        industry = book.industries.industries[name]
        for reviewer in industry.gateways:
            if reviewer.gateway == gateway and reviewer.accepts != "no":
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
