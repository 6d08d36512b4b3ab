"""What the rule files say of one gateway, gathered from every file."""

from collections.abc import Iterator
from datetime import date

from portone_guide.facts.rate_table import named_fee
from portone_guide.facts.rules.answer import (
    ExclusionFact,
    FeeFact,
    GatewayFacts,
    IndustryFact,
    LimitFact,
    ModuleFacts,
    OpeningFact,
    PlatformFact,
    PlatformFees,
    SupportFact,
)
from portone_guide.facts.rules.conflicts_decide import conflicts_of
from portone_guide.facts.source_ages import ages_of
from portone_guide.gateways.references import references
from portone_guide.gateways.reserves import held
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee import fees_on
from portone_guide.rules.vocabulary import method_name, method_names


def gateway_facts(book: RuleBook, gateway: str, on: date) -> GatewayFacts:
    """Return everything that the files say of one gateway; fees are those in force on the day."""
    file, terms = book.pg_methods, book.terms
    row = file.gateways[gateway]
    opening = terms.quick_opening.get(gateway)
    names = method_names(file)
    facts = GatewayFacts(
        on,
        gateway,
        row,
        file.easy_pays.get(row.brand, row.brand) if row.brand else None,
        tuple(_modules(book, gateway)),
        tuple(_fees(book, gateway, on)),
        book.fees.vat.rate.high,
        book.fees.packages.get(gateway, ()),
        terms.conditions.get(gateway, ()),
        OpeningFact(opening, tuple(method_name("one_time", method, file) for method in opening.methods))
        if opening
        else None,
        tuple(
            LimitFact(limit, names[limit.method], tuple(names[method] for method in limit.also))
            for limit in terms.amount_limits.get(gateway, ())
        ),
        tuple(_platforms(book, gateway)),
        tuple(_industries(book, gateway)),
        tuple(_exclusions(book, gateway)),
        references(book, disputes=conflicts_of(book, gateway)),
        {},
        held(book.fees, gateway, (), {}),
        tuple(_platform_fees(book, gateway, on)),
        book.fees.payout_fees.get(gateway, ()),
    )
    return facts._replace(pages=ages_of(_sources(facts), book.sources, on))


def _modules(book: RuleBook, gateway: str) -> Iterator[ModuleFacts]:
    file = book.pg_methods
    for name, module in file.modules.items():
        if module.gateway == gateway:
            rows = file.support.get(name, ())
            named = (tuple(method_name(row.type, method, file) for method in row.methods) for row in rows)
            notes = file.module_notes.get(name, ())
            yield ModuleFacts(name, module, notes, tuple(map(SupportFact, rows, named)))


def _fees(book: RuleBook, gateway: str, on: date) -> Iterator[FeeFact]:
    disputed = book.fees.disputed.get(gateway, {})
    for key, (*earlier, now) in fees_on(book.fees.fees.get(gateway, ()), on).items():
        yield FeeFact(named_fee(key, book), now, tuple(earlier), disputed.get(str(key)))


def _platform_fees(book: RuleBook, gateway: str, on: date) -> Iterator[PlatformFees]:
    for platform, sheets in book.fees.platform_fees.items():
        found = fees_on(sheets.get(gateway, ()), on).items()
        if fees := tuple(FeeFact(named_fee(key, book), now, tuple(before), None) for key, (*before, now) in found):
            yield PlatformFees(platform, book.terms.platforms[platform].name, fees)


def _platforms(book: RuleBook, gateway: str) -> Iterator[PlatformFact]:
    names = method_names(book.pg_methods)
    for name, platform in book.terms.platforms.items():
        for offer in platform.gateways or ():
            if offer.gateway == gateway:
                methods = tuple(names[method] for method in offer.methods)
                yield PlatformFact(name, platform, offer, methods, offer.source or platform.source)


def _industries(book: RuleBook, gateway: str) -> Iterator[IndustryFact]:
    for name, industry in book.industries.industries.items():
        for reviewer in industry.gateways:
            if reviewer.gateway == gateway:
                yield IndustryFact(name, industry, reviewer, reviewer.source or industry.source)


def _exclusions(book: RuleBook, gateway: str) -> Iterator[ExclusionFact]:
    names = method_names(book.pg_methods)
    for name, industry in book.industries.industries.items():
        reviews = gateway in {row.gateway for row in industry.gateways}
        for rule in industry.excludes:
            if gateway in rule.gateways or (reviews and not rule.gateways):
                yield ExclusionFact(name, industry, rule, tuple(names[method] for method in rule.methods))


def _sources(facts: GatewayFacts) -> Iterator[str]:
    """Yield the ids of the pages that the facts name, in the order in which JSON has the facts."""
    yield from facts.facts.sources
    yield from (contact.source for contact in facts.facts.contacts)
    for module in facts.modules:
        yield from module.module.sources
        yield from (note.source for note in module.notes)
        for support in module.support:
            yield from support.row.sources
    yield from (fee.now.source for fee in facts.fees)
    yield from (fee.now.source for platform in facts.platform_fees for fee in platform.fees)
    yield from (hold.source for hold in facts.holds)
    yield from (payout.source for payout in facts.payout_fees)
    yield from (package.source for package in facts.packages)
    yield from (condition.source for condition in facts.conditions)
    if facts.opening:
        yield facts.opening.opening.source
    yield from (source for found in facts.limits for source in found.limit.sources)
    yield from (found.source for found in facts.platforms)
    yield from (found.source for found in facts.industries)
    yield from (found.rule.source for found in facts.exclusions)
    yield from facts.disputes.pages
