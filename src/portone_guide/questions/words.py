"""Korean words for when a question is asked and how it is answered."""

from collections.abc import Mapping
from typing import Final

from portone_guide.questions.answer import Asked, Kind, ListedQuestion

KINDS: Final[Mapping[Kind, str]] = {"one": "하나", "many": "여러 개", "amount": "값", "amounts": "칸마다 값"}
CONDITIONS: Final[Mapping[str, str]] = {
    "any_need": "결제수단이나 본인인증을 고르면",
    "has_easy_pay": "간편결제를 고르면",
    "has_own_ids": "정기결제나 수기결제를 고르면",
    "has_overseas": "해외 결제수단을 고르면",
    "has_foreign_money": "달러로 적힌 요금이나 한도가 있는 해외 결제의 매출, 건수, 최고 결제 금액을 적으면",
    "has_styled": "정기결제나 수기결제를 고르면",
    "business_decides": "사업자 형태에 따라 되고 안 되는 것을 고르면",
    "has_card": "국내 결제를 고르고 --yearly-sales가 없으면",
    "has_sales_rows": "본인인증 말고 받을 결제를 고르면",
    "has_count_rows": "건당 수수료가 붙는 결제를 고르면",
    "gateway_named": "결제대행사를 고르면",
    "several_carriers": "고른 곳 가운데 둘 이상이 같은 결제를 받을 수 있으면",
    "no_start": "신청하는 날을 모르면",
    "adds_method": "결제방식이나 결제수단을 더하면",
    "adds_easy_pay": "간편결제를 더하면",
    "concerns_site": "사이트에 해당하는 항목이면",
}
"""When a question is asked, by the name of what must hold."""
_ASKED: Final[Mapping[Asked, str]] = {"always": "늘", "flag_only": "묻지 않음 (플래그로만)"}
NO_QUESTIONS: Final = "묻는 것이 없는 명령입니다."


def when_asked(question: ListedQuestion) -> str:
    """Return when a question is asked at a terminal."""
    return CONDITIONS[question.condition] if question.condition else _ASKED[question.asked]


def how_answered(question: ListedQuestion) -> str:
    """Return how many answers a question takes."""
    if question.metavar:
        return KINDS[question.kind]
    return "예/아니요" if question.off else "예"
