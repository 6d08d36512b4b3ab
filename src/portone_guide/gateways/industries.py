"""Who reviews a risky industry, what it can't have, and of what its pages do not speak."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from portone_guide.gateways.families import Families
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook

if TYPE_CHECKING:
    from portone_guide.rules.models.industry import Exclusion, Industry, Reviewer


def refused(book: RuleBook, names: Iterable[str]) -> Iterator[Reason]:
    """Yield which of these industries no gateway takes."""
    for name in names:
        industry = book.industries.industries[name]
        if industry.status == "refused":
            conflicts = filter(None, (industry.conflict,))
            yield because("refused_industry", sources=(industry.source,), conflicts=conflicts, industry=industry.name)


def not_reviewed(book: RuleBook, answers: Requirements, gateway: str) -> Iterator[Reason]:
    """Yield why a gateway does not review an industry of the merchant, or is not known to, whatever it is to carry."""
    for name in answers.industries:
        industry = book.industries.industries[name]
        reviewer = next((row for row in industry.gateways if row.gateway == gateway), None)
        page = {"sources": (industry.source,), "conflicts": industry.conflicts_for(gateway)}
        if industry.status == "refused":
            yield because("refused_industry.gateway", **page, industry=industry.name)
        elif reviewer is None:
            yield because("unknown.industry", **page, industry=industry.name)
        if reviewer and reviewer.accepts == "no":
            sources = (reviewer.source or industry.source,)
            yield because("industry.refused", sources=sources, industry=industry.name, condition=reviewer.condition)


def not_for_industry(book: RuleBook, answers: Requirements, gateway: str, need: Need) -> Iterator[Reason]:
    """Yield why a need can't be had, or is not known to be, of a gateway in the industries of the merchant."""
    families = Families(book.pg_methods)
    for name in answers.industries:
        industry = book.industries.industries[name]
        if industry.status == "refused":
            continue
        named = need.named(book.pg_methods)
        if rules := [rule for rule in industry.excludes if _excluded(rule, gateway, need, families)]:
            sources = tuple(rule.source for rule in rules)
            yield because("industry.excludes", sources=sources, industry=industry.name, need=named)
        elif row := _silent_of(industry, gateway, need, book):
            sources = (row.source or industry.source,)
            yield because("unknown.industry_method", sources=sources, industry=industry.name, need=named)


def _excluded(rule: "Exclusion", gateway: str, need: Need, families: Families) -> bool:
    if rule.gateways and gateway not in rule.gateways:
        return False
    if rule.types and need.type not in rule.types:
        return False
    if not rule.methods and not rule.easy_pay:
        return True
    return need.method in families.with_members(rule.methods) or (rule.easy_pay and need.brand is not None)


def _silent_of(industry: "Industry", gateway: str, need: Need, book: RuleBook) -> "Reviewer | None":
    """Return the row of a reviewer that lists what can be paid with, and not this. Identity is no payment."""
    row = next((row for row in industry.gateways if row.gateway == gateway), None)
    if row is None or row.accepts == "no" or need.type == "identity":
        return None
    if row.types and need.type not in row.types:
        return row
    if not row.methods and not row.easy_pay:
        return None
    own = need.brand is not None and book.pg_methods.gateways[gateway].brand == need.brand
    listed = need.method in row.methods or own or (row.easy_pay and need.brand is not None)
    return None if listed else row
