"""The questions of ``need-new-mid``."""

from portone_guide.needs.answers import Answers
from portone_guide.needs.question import Flow, Option, Question
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import methods_of

_WITH_METHOD = {"add_billing", "add_key_in", "add_method", "add_overseas", "add_identity"}


def _gateways(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, facts.name) for name, facts in book.pg_methods.gateways.items())


def _cases(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, f"{case.name} - {case.explain}") for name, case in book.merchant_ids.cases.items())


def _chosen(answers: Answers) -> set[str]:
    cases = answers.get("change", ())
    return {cases} if isinstance(cases, str) else set(cases)


def _adds_method(answers: Answers, book: RuleBook) -> bool:
    return bool(_chosen(answers) & _WITH_METHOD)


def _adds_easy_pay(answers: Answers, book: RuleBook) -> bool:
    return "add_easy_pay" in _chosen(answers)


def _methods(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    chosen = _chosen(answers)
    kinds = {"add_overseas": "overseas", "add_identity": "identity", "add_key_in": "key_in"}
    found: dict[str, str] = {}
    for case in chosen & _WITH_METHOD:
        found.update(methods_of(kinds.get(case, "key_in"), book.pg_methods))
    return tuple(Option(name, label) for name, label in found.items())


def _easy_pays(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, label) for name, label in book.pg_methods.easy_pays.items())


NEED_NEW_MID: Flow = (
    Question(
        "gateway",
        "어느 결제대행사인가요?",
        "지금 쓰고 있거나 쓰려는 결제대행사입니다. 여러 곳이면 모두 고르세요.",
        "many",
        _gateways,
    ),
    Question(
        "change",
        "무엇이 달라지나요?",
        "해당하는 것을 모두 고르세요. 상점아이디를 새로 받아야 하는지는 경우마다 다릅니다.",
        "many",
        _cases,
    ),
    Question(
        "method",
        "더하는 결제수단은?",
        "결제수단에 따라 답이 다른 결제대행사가 있습니다. 모르면 넘어가세요.",
        "many",
        _methods,
        _adds_method,
    ),
    Question(
        "easy_pay_added",
        "더하는 간편결제는?",
        "간편결제마다 상점아이디가 따로 나오는 곳이 있습니다. 모르면 넘어가세요.",
        "many",
        _easy_pays,
        _adds_easy_pay,
    ),
)
