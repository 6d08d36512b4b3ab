"""Which facts of the road no source gives: per gateway and module, to be shown as Unknown and counted."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from portone_guide.rules.book import RuleBook

Fact = Literal[
    "contract", "contract_days", "card_review_progress", "test_channel", "test_money", "live_fields", "sample"
]

FACT_NAMES: dict[Fact, str] = {
    "contract": "이곳만의 계약 절차",
    "contract_days": "계약에 걸리는 기간",
    "card_review_progress": "카드사 심사 진행 현황을 보는 곳",
    "test_channel": "공용 테스트 상점아이디가 있는지",
    "test_money": "테스트 결제의 돈이 실제로 빠져나가는지",
    "live_fields": "실연동 채널에 적을 값",
    "sample": "결제 요청에 쓸 파라미터",
}


class MissingFact(NamedTuple):
    """A fact that no source gives. ``module`` None: it concerns the whole gateway."""

    gateway: str
    module: str | None
    fact: Fact

    @property
    def what(self) -> str:
        """The fact in words."""
        return FACT_NAMES[self.fact]


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


def whom_to_ask(book: RuleBook, gateway: str) -> tuple[str, ...]:
    """Return where to ask about a gateway: its contacts, or PortOne's support where none is known."""
    contacts = book.pg_methods.gateways[gateway].contacts
    return tuple(f"{contact.what}: {contact.value}" for contact in contacts) or ("포트원 고객센터: cs@portone.io",)
