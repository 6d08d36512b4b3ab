"""Which of a gateway's conditions concern a merchant: the one place where that is judged."""

from collections.abc import Iterator

from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.term import Condition


def conditions_for(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Reason]:
    """Yield what a gateway asks of this merchant before it signs.

    One that wants a running contract with an ordinary gateway first has a code of its own.
    """
    for rule in rules_for(book, gateway, answers):
        code = "condition.general_gateway_first" if rule.needs_general_gateway else "condition"
        yield because(code, sources=(rule.source,), conflicts=filter(None, (rule.conflict,)), text=rule.text)


def rules_for(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Condition]:
    """Yield the conditions that concern a merchant: those of which the answers do not say otherwise."""
    for rule in book.terms.conditions.get(gateway, ()):
        if _matters(rule.goods, answers.goods) and _matters(rule.platform, answers.platform) and _asked(rule, answers):
            yield rule


def unmet(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Condition]:
    """Yield the conditions that a merchant of these goods, or of this form of business, can't meet."""
    for rule in book.terms.conditions.get(gateway, ()):
        if _asked(rule, answers) and not (
            _matters(rule.only_goods, answers.goods) and _matters(rule.only_business, answers.business)
        ):
            yield rule


def _asked(rule: Condition, answers: Requirements) -> bool:
    named = not rule.industries or not set(rule.industries).isdisjoint(answers.industries)
    return named and answers.asks_for(rule.concerns)


def _matters(row: str | None, answer: str | None) -> bool:
    return row is None or answer is None or row == answer
