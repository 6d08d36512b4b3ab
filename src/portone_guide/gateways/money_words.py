"""What test mode does with money, in words."""

from collections.abc import Mapping
from typing import Final

from portone_guide.rules.models.channel import TestMoney

MONEY_WORDS: Final[Mapping[TestMoney, str]] = {
    "charged_auto_cancelled": "실제로 결제되고 자동으로 취소됨",
    "not_charged": "실제로 결제되지 않음",
    "charged_not_cancelled": "실제로 결제되고 자동 취소되지 않음: 직접 취소해야 함",
    "unknown": "모름: 출처에 없으니 적은 금액으로 시험하고 바로 취소하세요",
}
