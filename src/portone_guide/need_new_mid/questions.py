"""The questions of ``need-new-mid``."""

from collections.abc import Iterable, Mapping
from typing import Final

from portone_guide.need_new_mid.sender_questions import SENDER
from portone_guide.needs import questions as asked
from portone_guide.needs.question import Answers, Flag, Flow, Option, Question, never
from portone_guide.needs.questions import GATEWAY
from portone_guide.needs.reading import names_in
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.vocabulary import methods_of

_WITH_METHOD: Final[Mapping[str, PaymentType]] = {
    "add_method": "key_in",
    "add_billing": "key_in",
    "add_key_in": "key_in",
    "add_overseas": "overseas",
    "add_identity": "identity",
}
"""The payment type whose methods a change can add; where two have one of the same id, the first names it."""


def _cases(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, f"{case.name} - {case.explain}") for name, case in book.merchant_ids.cases.items())


def _chosen(answers: Answers) -> set[str]:
    cases = answers.get("change", ())
    return {cases} if isinstance(cases, str) else set(cases)


def adds_method(answers: Answers, book: RuleBook) -> bool:
    """Whether some change adds a method."""
    return not _chosen(answers).isdisjoint(_WITH_METHOD)


def adds_easy_pay(answers: Answers, book: RuleBook) -> bool:
    """Whether some change adds an easy pay."""
    return "add_easy_pay" in _chosen(answers)


def _methods(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    chosen = _chosen(answers)
    found: dict[str, str] = {}
    for kind in (kind for case, kind in _WITH_METHOD.items() if case in chosen):
        for name, label in methods_of(kind, book.pg_methods).items():
            found.setdefault(name, label)
    return tuple(Option(name, label) for name, label in found.items())


def _known_methods(book: RuleBook) -> Iterable[str]:
    file = book.pg_methods
    return {**file.methods, **file.overseas, **file.identity}


CHANGE = Question(
    "change",
    "many",
    Flag("달라지는 것 (여러 번): new_site, add_billing ...", "CASE"),
    names_in(lambda book: book.merchant_ids.cases),
    "무엇이 달라지나요?",
    "해당하는 것을 모두 고르세요. 상점아이디를 새로 받아야 하는지는 경우마다 다릅니다.",
    _cases,
)
METHOD = Question(
    "method",
    "many",
    Flag("더하는 결제수단 (여러 번)", "M"),
    names_in(_known_methods),
    "더하는 결제수단은?",
    "결제수단에 따라 답이 다른 결제대행사가 있습니다. 모르면 '모르겠어요'를 고르세요.",
    _methods,
    adds_method,
)
EASY_PAY_ADDED = Question(
    "easy_pay_added",
    "many",
    Flag("더하는 간편결제 (여러 번)", "ID", "--easy-pay"),
    names_in(lambda book: book.pg_methods.easy_pays),
    "더하는 간편결제는?",
    "간편결제마다 상점아이디가 따로 나오는 곳이 있습니다. 모르면 '모르겠어요'를 고르세요.",
    lambda answers, book: tuple(Option(name, label) for name, label in book.pg_methods.easy_pays.items()),
    adds_easy_pay,
)

KEPT: Flow = (
    asked.PLATFORM,
    *(question._replace(ask_if=never) for question in (asked.INDUSTRY, asked.GOODS, asked.BUSINESS, asked.PORTONE)),
)
"""What of it a plan keeps for every command."""
NEED_NEW_MID: Flow = (
    GATEWAY._replace(
        text="어느 결제대행사인가요?",
        explain="지금 쓰고 있거나 쓰려는 결제대행사입니다. 여러 곳이면 모두 고르세요.",
    ),
    CHANGE,
    METHOD,
    EASY_PAY_ADDED,
    *KEPT,
    *SENDER,
)
"""What changes, and what decides whether it can be had at all."""
SHOP: Flow = NEED_NEW_MID[4:]
"""What is known of the shop: from flags, or from the plan."""
