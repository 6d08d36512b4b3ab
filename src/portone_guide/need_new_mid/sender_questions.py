"""Who sends the mail: given by flags or written in the plan by hand, asked by nobody and kept by no command."""

from collections.abc import Mapping
from typing import cast

from portone_guide.need_new_mid.answer import Sender
from portone_guide.needs.amounts import parts_said
from portone_guide.needs.question import Answers, Flag, Flow, Question, never
from portone_guide.needs.questions import INDUSTRY, PAYMENTS
from portone_guide.needs.reading import Said, text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.models.merchant_id import KnownField
from portone_guide.shell.context import read_flow


def _detail(name: str, help_: str, metavar: str = "TEXT") -> Question[str | None]:
    return Question(name, "amount", Flag(help_, metavar), text, ask_if=never, unit="")


SENDER: Flow = (
    _detail("trade_name", "메일에 적을 상호"),
    _detail("business_number", "메일에 적을 사업자등록번호", "N"),
    _detail("representative", "메일에 적을 대표자명"),
    _detail("url", "메일에 적을 서비스 주소(사이트나 앱)", "URL"),
    _detail("service_type", "메일에 적을 서비스 유형(업종)"),
    _detail("contact", "메일에 적을 담당자의 성함·연락처·이메일"),
    _detail("current_id", "메일에 적을 지금 쓰는 상점아이디", "ID"),
)
"""Each has the name of the field of a mail that it fills."""


def sender(said: Said, kept: Answers, book: RuleBook) -> Sender:
    """Return who asks: what was said of the merchant, and the payments that the plan has.

    :raises CommandError: the plan's payments can't be understood.
    """
    details = {question.id: value for question in SENDER if (value := said.of(question))}
    payments = read_flow(
        PAYMENTS, {question.id: kept[question.id] for question in PAYMENTS if question.id in kept}, book
    )
    methods = parts_said({question.id: payments.of(question) for question in PAYMENTS})
    by_type: dict[PaymentType, tuple[str, ...]] = {}
    for kind, method in methods:
        by_type[kind] = (*by_type.get(kind, ()), method)
    return Sender(cast(Mapping[KnownField, str], details), by_type, said.of(INDUSTRY))
