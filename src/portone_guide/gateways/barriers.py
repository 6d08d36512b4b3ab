"""What keeps this merchant from having a need of a gateway, though its modules may do it.

Industry and platform, and whom the gateway takes.
"""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.conditions import unmet
from portone_guide.gateways.hosting import platform_barriers
from portone_guide.gateways.industries import not_for_industry, not_reviewed
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook


def barriers(book: RuleBook, answers: Requirements, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    """Yield why a gateway can't be used for some needs, or is not known to be, each reason once."""
    needs = tuple(needs)
    yield from not_reviewed(book, answers, gateway)
    yield from dict.fromkeys(reason for need in needs for reason in not_for_industry(book, answers, gateway, need))
    yield from platform_barriers(book, answers, gateway, needs)


def against(book: RuleBook, answers: Requirements, gateway: str, needs: Iterable[Need]) -> Iterator[Reason]:
    """Yield everything that speaks against a gateway for some needs, besides what its modules can do."""
    needs = tuple(needs)
    yield from barriers(book, answers, gateway, needs)
    yield from shut_out(book, gateway, answers.asking(needs) if needs else answers)


def shut_out(book: RuleBook, gateway: str, answers: Requirements) -> Iterator[Reason]:
    """Yield why a merchant of these goods, or of this form of business, can't sign with a gateway."""
    for condition in unmet(book, gateway, answers):
        code = "business" if condition.only_business else "goods"
        yield because(code, sources=(condition.source,), text=condition.text)
