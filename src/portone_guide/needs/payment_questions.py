"""How little and how much is paid at once: held against what gateways allow."""

from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.options import any_need
from portone_guide.needs.question import Flag, Question, never
from portone_guide.needs.reading import amount

LARGEST_PAYMENT: Question[int | None] = Question(
    "largest_payment",
    "amount",
    Flag("가장 큰 1회 결제 금액", "WON"),
    amount,
    "한 번에 결제하는 가장 큰 금액은?",
    "결제대행사마다 한 번에 받을 수 있는 금액이 다릅니다. 모르면 비워 두세요.",
    ask_if=any_need,
    check=parse_amount,
)
SMALLEST_PAYMENT: Question[int | None] = Question(
    "smallest_payment",
    "amount",
    Flag("가장 작은 1회 결제 금액: 최소 결제 금액과 비교합니다", "WON"),
    amount,
    ask_if=never,
    check=parse_amount,
)
