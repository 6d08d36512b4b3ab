"""What ``go-live scan`` and ``go-live verify`` take besides what the plan says."""

from typing import Final

from portone_guide.needs.question import Flag, Flow, Question, never
from portone_guide.needs.questions import GATEWAY, PORTONE
from portone_guide.needs.reading import amount, text

MERCHANT_ID: Question[str | None] = Question(
    "merchant_id",
    "one",
    Flag("계약 뒤 받은 상점아이디: 코드나 결제의 것과 같은지 봅니다", "ID"),
    text,
    "계약 뒤 받은 상점아이디는?",
    ask_if=never,
)
SCAN: Final[Flow] = (PORTONE, GATEWAY, MERCHANT_ID)
AMOUNT: Question[int | None] = Question(
    "amount",
    "amount",
    Flag("주문의 금액(원): 결제된 금액과 같은지 봅니다", "N"),
    amount,
    "주문의 금액은?",
    ask_if=never,
)
VERIFY: Final[Flow] = (PORTONE, GATEWAY, MERCHANT_ID, AMOUNT)
