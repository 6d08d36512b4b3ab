"""The questions of ``next-steps``: with whom, for what, who signs, and from when."""

from datetime import date

from portone_guide.needs import questions as asked
from portone_guide.needs.carry_questions import CARRIES
from portone_guide.needs.korean_day import parse_day
from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.question import NO, UNKNOWN, YES, Answers, Flag, Flow, Option, Question, never, texts_of
from portone_guide.needs.reading import amount, choice, day, read, yes
from portone_guide.needs.requirements import requirements_from
from portone_guide.needs.signed_questions import FLAGS_ALONE, WANTED
from portone_guide.needs.words import need_label
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.contract import SettlementCycle
from portone_guide.samples.answer import Language


def gateway_named(answers: Answers, book: RuleBook) -> bool:
    """Whether it was said with whom."""
    return answers.get("gateway") not in (None, UNKNOWN, [])


def several_carriers(answers: Answers, book: RuleBook) -> bool:
    """Whether more than one of the gateways could take the same payment."""
    return bool(_carriers(answers, book))


def _carriers(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    """Return who could take each payment that more than one of the gateways could."""
    signing = texts_of(answers, asked.GATEWAY.id)
    if len(signing) < 2:
        return ()
    from portone_guide.gateways.shares import shared

    unsaid = {name: answer for name, answer in answers.items() if name != CARRIES.id}
    needs = requirements_from(unsaid, book, date.min)
    names = {name: facts.name for name, facts in book.pg_methods.gateways.items()}
    return tuple(
        Option(f"{gateway}={need.key}", f"{need_label(need.named(book.pg_methods))}: {names[gateway]}")
        for need, gateways in shared(book, needs, read((asked.GATEWAY,), answers, book).of(asked.GATEWAY)).items()
        for gateway in gateways
    )


def no_start(answers: Answers, book: RuleBook) -> bool:
    """Whether the day to begin is open."""
    return answers.get("start") in (None, UNKNOWN)


def _cycles(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    from portone_guide.next_steps.words import CYCLE_NAMES

    return tuple(Option(cycle, name) for cycle, name in CYCLE_NAMES.items())


FOREIGN_REPRESENTATIVE = Question(
    "foreign_representative",
    "one",
    Flag("대표자가 외국인입니다.", off="--no-foreign-representative"),
    yes,
    "대표자가 외국인인가요?",
    "외국인 대표자는 신분을 보이는 서류가 다릅니다.",
    lambda answers, book: (Option(NO, "아니요"), Option(YES, "예")),
    gateway_named,
)
MONTHLY_SALES: Question[int | None] = Question(
    "monthly_sales",
    "amount",
    Flag("한 달 매출: 보증보험을 어림합니다.", "WON"),
    amount,
    "한 달 매출은 얼마쯤인가요?",
    "보증보험 가입금액과 보험료를 어림합니다. 모르면 비워 두세요.",
    ask_if=gateway_named,
    check=parse_amount,
)
SETTLEMENT_CYCLE: Question[SettlementCycle | None] = Question(
    "settlement_cycle",
    "one",
    Flag("정산 주기: daily, four_a_month, two_a_month, once_a_month", "C"),
    choice(SettlementCycle),
    options=_cycles,
    ask_if=never,
)
START: Question[date | None] = Question(
    "start",
    "amount",
    Flag("신청하는 날: 열 수 있는 날을 셉니다.", "DATE"),
    day,
    "언제 신청하나요?",
    "이날부터 열 수 있는 날을 셉니다. 비워 두면 오늘입니다.",
    unit="예: 2026-12-01",
    check=parse_day,
)
OPEN_BY: Question[date | None] = Question(
    "open_by",
    "amount",
    Flag("열어야 하는 날: 언제까지 신청할지 거꾸로 셉니다.", "DATE"),
    day,
    "언제까지 열어야 하나요?",
    "정해진 날이 있으면 늦어도 언제 신청해야 하는지 거꾸로 셉니다. 없으면 비워 두세요.",
    ask_if=no_start,
    unit="예: 2027-01-15",
    check=parse_day,
)
LANGUAGE: Question[Language | None] = Question(
    "lang",
    "one",
    Flag("코드 예시: js, react, python", "L"),
    choice(Language),
    options=lambda answers, book: (Option("js", "JavaScript"), Option("react", "React"), Option("python", "Python")),
    ask_if=never,
)

NEXT_STEPS: Flow = (
    asked.GATEWAY._replace(
        text="어느 결제대행사와 계약하나요?",
        explain="둘 이상이면 모두 고르세요. 아직 정하지 않았으면 '없음'을 고르세요: 공통 절차를 보입니다.",
    ),
    *WANTED,
    CARRIES._replace(options=_carriers, ask_if=several_carriers),
    asked.PORTONE,
    *FLAGS_ALONE,
    asked.BUSINESS._replace(ask_if=gateway_named),
    FOREIGN_REPRESENTATIVE,
    MONTHLY_SALES,
    SETTLEMENT_CYCLE,
    START,
    OPEN_BY,
    LANGUAGE,
)
