"""Rates, fees and fee keys in words."""

from decimal import Decimal

from portone_guide.facts.rate_table import Rate
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.money import Charge, number_text

RATE_STATES = {"unknown": "모름", "not_supported": "안 함", "no_wallet": "해당 없음"}
_KEYS = {
    "signup_fee": "가입비",
    "card.billing_key_in": "카드 정기·수기결제",
    "transfer": "계좌이체",
    "virtual_account": "가상계좌",
    "virtual_account.api": "가상계좌(API)",
    "gift_certificate": "상품권",
    "mobile.physical": "휴대폰 실물",
    "mobile.web_content": "휴대폰 웹콘텐츠",
    "mobile.app_content": "휴대폰 모바일콘텐츠",
    "easy_pay.money": "자체 머니",
    "easy_pay.points": "자체 포인트",
    "easy_pay.account": "자체 계좌결제",
}


def vat_text(book: RuleBook, with_vat: bool | None) -> str:
    """Say whether the figures have VAT in them; None: the command has no choice."""
    percent = f"{book.fees.vat.rate.high}%"
    if with_vat:
        return f"모든 금액과 요율은 VAT {percent}를 더한 값입니다."
    how = "portone-guide fees --vat" if with_vat is None else "--vat"
    return f"모든 금액과 요율은 VAT 별도입니다 (VAT {percent}를 더한 값은 {how})."


def vat_factor(book: RuleBook, with_vat: bool) -> Decimal:
    """Return what rates are multiplied by: 1, or one plus the VAT rate."""
    return 1 + book.fees.vat.rate.high / 100 if with_vat else Decimal(1)


def rate_text(rate: Rate, factor: Decimal = Decimal(1), *, signup: bool = False) -> str:
    """Return a cell: a rate, a range over its conditions, or the word for why there is none."""
    if not rate.charges:
        return RATE_STATES[rate.state]
    charges = tuple(dict.fromkeys(charge for _, _, charge in rate.charges))
    mark = "*" if rate.disputed else ""
    if len(charges) > 1 and all(charge.high and not charge.won for charge in charges):
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


def fee_key_name(key: FeeKey, book: RuleBook) -> str:
    """Return the Korean name of a fee key."""
    if key.way == "billing":
        return f"{fee_key_name(key._replace(way=''), book)} 정기결제"
    if name := _KEYS.get(str(key)):
        return name
    name = key.name
    file = book.pg_methods
    match key.family:
        case "card":
            tiers = book.fees.tiers
            return f"카드({next((facts.name for tier, facts in tiers.items() if tier == name), name)})"
        case "overseas":
            title = file.overseas.get(name, name)
            return title if title.startswith("해외") else f"해외 {title}"
        case "signup_fee":
            return f"가입비({file.overseas.get(name, name)})"
        case "identity":
            return f"본인인증 {file.identity.get(name, name)}"
        case _:
            return file.easy_pays.get(name, str(key))
