"""Sentences about what gateways charge and ask, for every room that tells of them."""

from collections.abc import Mapping
from typing import Final

from portone_guide.gateways.condition_words import CONDITION_SENTENCES
from portone_guide.gateways.pricing import Pricing
from portone_guide.needs.reason import Sentences
from portone_guide.needs.words import need_label
from portone_guide.rules.models.money import Charge

WALLET_PARTS: Final[Mapping[str, str]] = {
    "card": "카드",
    "account": "계좌",
    "money": "머니",
    "points": "포인트",
    "transfer": "계좌이체",
    "virtual_account": "가상계좌",
    "mobile": "휴대폰",
}

SENTENCES: Final[Sentences] = {
    **CONDITION_SENTENCES,
    "package": lambda name, price, included, extra: f"{name}: {price:,}원에 {included:,}건, 넘으면 건당 {extra:,}원",
    "quoted_for": lambda name, charge: f"{name}: {charge.text()}",
    "fee_unknown.signup": lambda: "가입비: 출처에 없음",
    "fee_unknown.signup_both": lambda: "국내와 해외를 함께 신청할 때의 가입비: 출처에 없음",
    "fee_unknown.need": lambda need: f"{need_label(need)} 수수료: 출처에 없음",
    "fee_unknown.via_gateway": lambda need: f"{need_label(need)} 수수료(PG 제휴): 출처에 없음",
    "fee_unknown.package_period": lambda need: f"{need_label(need)} 요금제의 기간(월 단위인지): 출처에 없음",
    "fee_unknown.wallet_parts": lambda need, parts: (
        f"{need_label(need)} 중 {'·'.join(WALLET_PARTS[part] for part in parts)}로 낸 몫의 수수료: 출처에 없음"
    ),
}
"""The reasons of this floor: conditions, what tells charges apart, and fees that no source gives."""


def pricing_text(pricing: Pricing) -> str:
    """Return a charge as a screen shows it: ``3.20%``, ``2.30~4.00%``, ``300원/건`` or ``모름``."""
    if not pricing.charges:
        return "모름"
    if len(pricing.charges) > 1 and all(charge.high for charge in pricing.charges):
        whole = Charge(pricing.low, pricing.high) if pricing.low != pricing.high else pricing.charges[0]
        return whole.text()
    return " / ".join(dict.fromkeys(charge.text() for charge in pricing.charges))
