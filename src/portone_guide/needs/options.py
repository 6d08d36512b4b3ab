"""What the questions of ``select-pg`` offer, and when they are asked."""

from collections.abc import Callable
from itertools import chain
from typing import get_args

from portone_guide.needs.named import NamedNeed
from portone_guide.needs.places import place_of
from portone_guide.needs.question import Answers, Option, texts_of
from portone_guide.needs.styles import has_choice
from portone_guide.needs.words import (
    KEY_IN_EXPLAINED,
    METHOD_EXPLAINED,
    NEW_BUSINESS_LABEL,
    need_label,
    tier_label,
)
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import STANDING, FeeKey
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.vocabulary import EASY_PAY, method_name

Offer = Callable[[Answers, RuleBook], tuple[Option, ...]]
"""What a question offers, by the answers before it."""
PAYMENT_TYPES: tuple[PaymentType, ...] = get_args(PaymentType)


def parts(answers: Answers) -> list[tuple[PaymentType, str]]:
    """Return every payment type and method that was asked for."""
    found = [(kind, method) for kind in PAYMENT_TYPES for method in texts_of(answers, kind)]
    return found + [("one_time", EASY_PAY + brand) for brand in texts_of(answers, "easy_pay")]


def any_need(answers: Answers, book: RuleBook) -> bool:
    """Whether anything was asked for."""
    return bool(parts(answers))


def methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """The ordinary payment methods."""
    return tuple(
        Option(method, f"{name} - {METHOD_EXPLAINED.get(method, '')}")
        for method, name in book.pg_methods.methods.items()
    )


def billing_methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Only what some module is known to bill."""
    billed = {
        method
        for rows in book.pg_methods.support.values()
        for row in rows
        if row.type == "billing" and row.supported == "yes"
        for method in row.methods
    }
    file = book.pg_methods
    names = [*file.methods, *(EASY_PAY + brand for brand in file.easy_pays)]
    return tuple(Option(method, method_name("billing", method, file)) for method in names if method in billed)


def key_in_methods_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """What can be keyed in."""
    return tuple(Option(method, label) for method, label in KEY_IN_EXPLAINED.items())


def _supported_names(kind: str, names: dict[str, str], book: RuleBook) -> tuple[Option, ...]:
    offered = {
        method.removeprefix(EASY_PAY)
        for rows in book.pg_methods.support.values()
        for row in rows
        if row.type == kind and row.supported == "yes"
        for method in row.methods
    }
    for wider, family in book.pg_methods.families.items():
        if kind in family.types and family.each == "yes" and wider in offered:
            offered.update(family.members)
        if kind in family.types and family.whole and not offered.isdisjoint(family.members):
            offered.add(wider)
    return tuple(Option(name, label) for name, label in names.items() if name in offered)


def easy_pays_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """The brands that some gateway takes."""
    return _supported_names("one_time", book.pg_methods.easy_pays, book)


def overseas_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Overseas methods that some gateway takes."""
    return _supported_names("overseas", book.pg_methods.overseas, book)


def overseas_billing_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Overseas methods that some gateway bills."""
    return _supported_names("overseas_billing", book.pg_methods.overseas, book)


def identity_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Ways of identity verification that some gateway has."""
    return _supported_names("identity", book.pg_methods.identity, book)


def industries_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Every risky or refused industry."""
    return tuple(Option(name, industry.name) for name, industry in book.industries.industries.items())


def fixed(**labels: str) -> Offer:
    """Offer the same options whatever was answered."""
    return lambda answers, book: tuple(Option(value, label) for value, label in labels.items())


def tiers_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Sales tiers, and the business without sales."""
    return (
        Option("new", NEW_BUSINESS_LABEL),
        *(
            Option(name, tier_label(tier.name, tier.at_least or tier.above, tier.below))
            for name, tier in book.fees.tiers.items()
        ),
    )


def sales_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Every payment that sales can be given for."""
    return tuple(_row(kind, method, book) for kind, method in parts(answers) if kind != "identity")


def count_rows(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Only the parts for which some gateway charges by the payment."""
    counted = {
        FeeKey.parse(text).method
        for blocks in book.fees.fees.values()
        for block in blocks
        for text, quote in block.rates.items()
        if any(charge.counted for _, charge in quote)
    }
    return tuple(
        _row(kind, method, book)
        for kind, method in parts(answers)
        if method in counted or f"{kind}:{method}" in counted
    )


def _row(kind: PaymentType, method: str, book: RuleBook) -> Option:
    return Option(f"{kind}:{method}", need_label(NamedNeed(kind, method_name(kind, method, book.pg_methods))))


def has_sales_rows(answers: Answers, book: RuleBook) -> bool:
    """Whether there is something to give sales for."""
    return bool(sales_rows(answers, book))


def has_count_rows(answers: Answers, book: RuleBook) -> bool:
    """Whether some payment is charged by the piece."""
    return bool(count_rows(answers, book))


def has_easy_pay(answers: Answers, book: RuleBook) -> bool:
    """Whether an easy-pay brand was asked for."""
    return any(method.startswith(EASY_PAY) for _, method in parts(answers))


def has_styled(answers: Answers, book: RuleBook) -> bool:
    """Whether the integration style is the merchant's choice."""
    return any(has_choice(kind, method, book.pg_methods) for kind, method in parts(answers))


def business_decides(answers: Answers, book: RuleBook) -> bool:
    """Whether a gateway that takes only one form of business is asked for what it takes so."""
    asked = {*chain(*parts(answers)), *texts_of(answers, "industry")}
    rules = chain(*book.terms.conditions.values())
    return any(rule.only_business and not asked.isdisjoint(rule.concerns + rule.industries) for rule in rules)


def has_card(answers: Answers, book: RuleBook) -> bool:
    """Whether card rates matter and the tier is not known by yearly sales."""
    return "yearly_sales" not in answers and any(
        kind in {"one_time", "billing", "key_in"} for kind, _ in parts(answers)
    )


def has_own_ids(answers: Answers, book: RuleBook) -> bool:
    """Whether a payment was asked for that comes with a merchant id of its own."""
    return any(kind in {"billing", "key_in"} for kind, _ in parts(answers))


def has_overseas(answers: Answers, book: RuleBook) -> bool:
    """Whether overseas payments were asked for."""
    return bool(texts_of(answers, "overseas"))


def has_foreign_money(answers: Answers, book: RuleBook) -> bool:
    """Whether an exchange rate changes the answer: some fee or limit of what was asked for is in foreign money."""
    asked = {part for part in parts(answers) if part[0] in {"overseas", "overseas_billing"}}
    fees = texts_of(answers, "sales") or texts_of(answers, "count")
    limits = texts_of(answers, "largest_payment")
    place = place_of(answers, book)
    plan = place is not None and place.platform in book.fees.platform_plans
    return bool((fees and (plan or asked & _charged_abroad(book))) or (limits and asked & _limited_abroad(book)))


def _charged_abroad(book: RuleBook) -> set[tuple[str, str]]:
    """Return the payments for which some gateway charges foreign money, for each or for having the contract."""
    found: set[tuple[str, str]] = set()
    for gateway, blocks in book.fees.fees.items():
        for text, quote in ((text, quote) for block in blocks for text, quote in block.rates.items()):
            if any(charge.foreign for _, charge in quote):
                key = FeeKey.parse(text)
                kind, _, method = key.method.partition(":")
                found |= _overseas_of(gateway, book) if key.family in STANDING else {(kind, method)}
    return found


def _overseas_of(gateway: str, book: RuleBook) -> set[tuple[str, str]]:
    rows = book.pg_methods.support
    modules = [name for name, module in book.pg_methods.modules.items() if module.gateway == gateway]
    return {
        (row.type, method)
        for name in modules
        for row in rows.get(name, ())
        if row.supported == "yes"
        for method in row.methods
    }


def _limited_abroad(book: RuleBook) -> set[tuple[str, str]]:
    limits = [limit for limits in book.terms.amount_limits.values() for limit in limits if limit.foreign_maximum]
    return {(kind, method) for limit in limits for kind in limit.types for method in (limit.method, *limit.also)}


def gateways_options(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Every gateway."""
    return tuple(Option(name, facts.name) for name, facts in book.pg_methods.gateways.items())
