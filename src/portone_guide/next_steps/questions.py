"""The questions of ``next-steps``: with whom, for what, who signs, and from when."""

from datetime import date

from portone_guide.needs.answers import UNKNOWN, Answers
from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.question import Flow, Option, Question
from portone_guide.needs.questions import SELECT_PG
from portone_guide.rules.book import RuleBook

_NEEDS = ("one_time", "easy_pay", "billing", "key_in", "overseas", "overseas_billing", "identity", "style", "portone")


def parse_day(text: str) -> date:
    """Read a day as people type it: ``2026-12-01``, ``2026.12.1`` or ``20261201``.

    :raises ValueError: it is no day.
    """
    plain = text.strip().rstrip(".")
    parts = [part.strip() for part in plain.replace("/", ".").replace("-", ".").split(".")]
    if len(parts) == 1 and len(plain) == 8:
        parts = [plain[:4], plain[4:6], plain[6:]]
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts) and len(parts[0]) == 4:
        try:
            return date(*map(int, parts))
        except ValueError:
            pass
    raise ValueError(f"날짜가 아닙니다: '{text.strip()}' - 2026-12-01처럼 적으세요")


def _gateways(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, facts.name) for name, facts in book.pg_methods.gateways.items())


def _named(answers: Answers, book: RuleBook) -> bool:
    return answers.get("gateway") not in (None, UNKNOWN, [])


def _no_start(answers: Answers, book: RuleBook) -> bool:
    return answers.get("start") in (None, UNKNOWN)


NEXT_STEPS: Flow = (
    Question(
        "gateway",
        "어느 결제대행사와 계약하나요?",
        "둘 이상이면 모두 고르세요. 아직 정하지 않았으면 고르지 않고 넘어가면 공통 절차를 보입니다.",
        "many",
        _gateways,
    ),
    *(question for question in SELECT_PG if question.id in _NEEDS),
    Question(
        "business",
        "누가 계약하나요?",
        "내야 하는 계약 서류가 다릅니다.",
        "one",
        lambda answers, book: (Option("sole", "개인사업자"), Option("corporation", "법인")),
        _named,
    ),
    Question(
        "foreign_representative",
        "대표자가 외국인인가요?",
        "외국인 대표자는 신분을 보이는 서류가 다릅니다.",
        "one",
        lambda answers, book: (Option("no", "아니요"), Option("yes", "예")),
        _named,
    ),
    Question(
        "monthly_sales",
        "한 달 매출은 얼마쯤인가요?",
        "보증보험 가입금액과 보험료를 어림합니다. 모르면 비워 두세요.",
        "amount",
        ask_if=_named,
        check=parse_amount,
    ),
    Question(
        "start",
        "언제 신청하나요?",
        "이날부터 열 수 있는 날을 셉니다. 비워 두면 오늘입니다.",
        "amount",
        unit="예: 2026-12-01",
        check=parse_day,
    ),
    Question(
        "open_by",
        "언제까지 열어야 하나요?",
        "정해진 날이 있으면 늦어도 언제 신청해야 하는지 거꾸로 셉니다. 없으면 비워 두세요.",
        "amount",
        ask_if=_no_start,
        unit="예: 2027-01-15",
        check=parse_day,
    ),
)
