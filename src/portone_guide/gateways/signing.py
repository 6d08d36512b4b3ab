"""What can be signed today and what only later: a gateway that wants another one selling first."""

from collections.abc import Container, Iterable, Mapping, Sequence

from portone_guide.gateways.conditions import rules_for
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.term import Condition


def signing_alone(book: RuleBook, gateway: str, answers: Requirements) -> Reason | None:
    """Return why a gateway is not one to sign with first, or None."""
    rule = _wait(book, gateway, answers)
    if not rule:
        return None
    return because("sign_later.alone", sources=(rule.source,), months=rule.months_of_sales, new=_new(answers))


def signing_order(
    book: RuleBook, answers: Requirements, shares: Mapping[str, Sequence[Need]]
) -> tuple[tuple[str, ...], Reason | None]:
    """Return the gateways of a set that come later, and in what order to sign; none and None where all are for today.

    ``shares`` has the needs that each gateway carries. Only an ordinary gateway that takes payments opens the way.
    """
    rules = _waits(book, answers, shares)
    if not rules:
        return (), None
    gateways = book.pg_methods.gateways
    now = tuple(gateway for gateway in shares if gateway not in rules)
    first = _openers(book, shares, rules)
    reason = because(
        "sign_later.set" if first else "sign_later.elsewhere",
        sources=dict.fromkeys(rule.source for rule in rules.values()),
        now=tuple(gateways[gateway].name for gateway in now),
        later=tuple(gateways[gateway].name for gateway in rules),
        first=tuple(gateways[gateway].name for gateway in first),
        months=max((rule.months_of_sales or 0 for rule in rules.values()), default=0),
        new=_new(answers),
    )
    return tuple(rules), reason


def months_to_wait(book: RuleBook, answers: Requirements, shares: Mapping[str, Sequence[Need]]) -> dict[str, int]:
    """Return the gateways of a set that are signed with after others of it have sold for so many months."""
    rules = _waits(book, answers, shares)
    if not _openers(book, shares, rules):
        return {}
    return {gateway: rule.months_of_sales or 0 for gateway, rule in rules.items()}


def _waits(book: RuleBook, answers: Requirements, shares: Iterable[str]) -> dict[str, Condition]:
    return {gateway: rule for gateway in shares if (rule := _wait(book, gateway, answers))}


def _openers(book: RuleBook, shares: Mapping[str, Sequence[Need]], rules: Container[str]) -> list[str]:
    """Return the ordinary gateways that take payments and wait for nobody."""
    return [
        gateway
        for gateway, needs in shares.items()
        if gateway not in rules
        and book.pg_methods.gateways[gateway].role == "general"
        and (not needs or any(need.type != "identity" for need in needs))
    ]


def _wait(book: RuleBook, gateway: str, answers: Requirements) -> Condition | None:
    return next((rule for rule in rules_for(book, gateway, answers) if rule.needs_general_gateway), None)


def _new(answers: Requirements) -> bool:
    """Whether the merchant said that nothing was sold yet; else it may have an ordinary gateway already."""
    return answers.tier is None and answers.yearly_sales == 0
