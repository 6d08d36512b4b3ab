"""Rates, and what fees are for, in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from portone_guide.facts.answer import NamedFee, Rate, RateColumn, RateState
from portone_guide.rules.models.fee_key import Way
from portone_guide.rules.models.money import Charge, number_text

COLUMN_NAMES: Final[Mapping[RateColumn, str]] = {
    "card": "카드",
    "billing": "정기·수기",
    "signup": "가입비",
    "transfer": "계좌이체",
    "virtual_account": "가상계좌",
    "mobile.physical": "휴대폰 실물",
    "mobile.web_content": "휴대폰 웹",
    "mobile.app_content": "휴대폰 앱",
    "gift_certificate": "상품권",
    "overseas_card": "해외카드",
    "own_money": "자체 결제수단",
}
"""The columns of a table of rates, in the order in which they are shown."""

NO_RATE: Final[Mapping[RateState, tuple[str, str]]] = {
    "unknown": ("모름", "출처에 요율이 없음"),
    "not_supported": ("안 함", "지원하지 않음"),
    "no_wallet": ("해당 없음", "자체 결제수단을 안내한 출처가 없음"),
}
"""What stands where there is no rate, and what that means."""

DEFAULT_TIER: Final = "(기본값. 다른 구간은 --tier)"
_METHODS: Final = {"transfer": "계좌이체", "virtual_account": "가상계좌", "gift_certificate": "상품권"}
_MOBILE: Final = {"physical": "휴대폰 실물", "web_content": "휴대폰 웹콘텐츠", "app_content": "휴대폰 모바일콘텐츠"}
_GOODS: Final = {"physical": "실물", "digital": "비실물"}
_STANDING: Final = {"signup_fee": "가입비", "monthly_fee": "월 이용료", "yearly_fee": "연 이용료"}
_OWN_MONEY: Final = {"money": "자체 머니", "points": "자체 포인트", "account": "자체 계좌결제"}
_WAYS: Final[Mapping[Way, str]] = {"": "", "api": "(API)", "billing": " 정기결제"}


def without_vat_text(vat: Decimal, how: str = "portone-guide fees --vat") -> str:
    """Say that the figures are before VAT (in percent), and how to see them with it."""
    return f"모든 금액과 요율은 VAT 별도입니다 (VAT {vat}%를 더한 값은 {how})."


def with_vat_text(vat: Decimal) -> str:
    """Say that the figures have VAT (in percent) in them."""
    return f"모든 금액과 요율은 VAT {vat}%를 더한 값입니다."


def rate_text(rate: Rate, factor: Decimal = Decimal(1), *, signup: bool = False) -> str:
    """Return a cell: a rate, a range over its conditions, or the word for why there is none; ``*``: disputed."""
    if not rate.charges:
        return NO_RATE[rate.state][0]
    every = tuple(dict.fromkeys(entry.charge for entry in rate.charges))
    charges = tuple(charge for charge in every if not charge.open) or every
    left_open = dict.fromkeys(charge_text(charge, factor) for charge in every if charge not in charges)
    mark = "".join(f" / {text}" for text in left_open) + ("*" if rate.conflicts else "")
    if len(charges) > 1 and all(charge == Charge(charge.low, charge.high) and charge.high for charge in charges):
        whole = Charge(min(charge.low for charge in charges), max(charge.high for charge in charges))
        return charge_text(whole, factor) + mark
    if signup and len(charges) > 1:
        low, high = (number_text(end(charge.won for charge in charges) * factor) for end in (min, max))
        return f"{low}~{high}원{mark}"
    return " / ".join(charge_text(charge, factor, signup=signup) for charge in charges) + mark


def charge_text(charge: Charge, factor: Decimal = Decimal(1), *, signup: bool = False) -> str:
    """Return a charge times ``factor``: ``3.20%``, ``300원/건``; a sign-up fee as ``200,000원`` or ``무료``."""
    if signup:
        return f"{number_text(charge.won * factor)}원" if charge.won else "무료"
    return charge.text(factor)


def standing_text(charge: Charge) -> str:
    """Return what is paid every month or year: ``600,000원``, ``100 USD``."""
    return str(charge.foreign) if charge.foreign else f"{number_text(charge.won)}원"


def fee_label(fee: NamedFee) -> str:
    """Return what a fee is for in Korean: ``카드(일반)``, ``휴대폰 실물 정기결제``, ``가상계좌(API)``."""
    return _of_family(fee) + (f" {_GOODS[fee.key.goods]}" if fee.key.goods else "") + _WAYS[fee.key.way]


def _of_family(fee: NamedFee) -> str:
    key, name = fee
    match key.family:
        case "card":
            return f"카드({name})" if name else "카드 정기·수기결제"
        case "mobile":
            return _MOBILE[key.name]
        case "easy_pay":
            return _OWN_MONEY.get(key.name, name)
        case "overseas":
            return name if name.startswith("해외") else f"해외 {name}"
        case "signup_fee" | "monthly_fee" | "yearly_fee":
            return f"{_STANDING[key.family]}({name})" if name else _STANDING[key.family]
        case "identity":
            return f"본인인증 {name}"
        case method:
            return _METHODS[method]
