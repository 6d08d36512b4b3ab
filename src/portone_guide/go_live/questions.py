"""What ``go-live scan`` takes besides what the plan says."""

from typing import Final

from portone_guide.needs.question import Flag, Flow, Question, never
from portone_guide.needs.questions import GATEWAY, PORTONE
from portone_guide.needs.reading import text

MERCHANT_ID: Question[str | None] = Question(
    "merchant_id",
    "one",
    Flag("계약 뒤 받은 상점아이디: V1의 pg에 적힌 것과 같은지 봅니다", "ID"),
    text,
    "계약 뒤 받은 상점아이디는?",
    ask_if=never,
)
SCAN: Final[Flow] = (PORTONE, GATEWAY, MERCHANT_ID)
