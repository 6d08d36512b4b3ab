"""Which facts of the road no source gives: per gateway and module, to be shown as Unknown and counted."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from portone_guide.rules.book import RuleBook

Fact = Literal[
    "contract", "contract_days", "card_review_progress", "test_channel", "test_money", "live_fields", "sample"
]


class MissingFact(NamedTuple):
    """A fact that no source gives. ``module`` None: it concerns the whole gateway."""

    gateway: str
    module: str | None
    fact: Fact


def missing_facts(book: RuleBook) -> list[MissingFact]:
    """Return every contract, test and live fact that the rule files leave open, in the order of the gateways."""
    return list(_missing(book))


def _missing(book: RuleBook) -> Iterator[MissingFact]:
    contracts, channels, samples = book.contracts.gateways, book.channels, book.code_samples.samples
    for gateway in book.pg_methods.gateways:
        contract = contracts.get(gateway)
        if contract is None:
            yield MissingFact(gateway, None, "contract")
        if contract is None or not (contract.days or any(step.days for step in contract.steps)):
            yield MissingFact(gateway, None, "contract_days")
        if contract is None or contract.card_review_progress is None:
            yield MissingFact(gateway, None, "card_review_progress")
        if not channels.test_money.get(gateway):
            yield MissingFact(gateway, None, "test_money")
        for name, module in book.pg_methods.modules.items():
            if module.gateway != gateway:
                continue
            if not channels.test.get(name):
                yield MissingFact(gateway, name, "test_channel")
            if not channels.live_fields.get(name):
                yield MissingFact(gateway, name, "live_fields")
            if not samples.get(name):
                yield MissingFact(gateway, name, "sample")
