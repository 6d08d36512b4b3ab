"""Limits as people read them: what may be paid at once, and by one payer in a day or a month."""

from collections.abc import Mapping
from typing import Final

from portone_guide.needs.reason import Sentences
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.fields import WalletPart
from portone_guide.rules.models.term import AmountLimit, LimitPer
from portone_guide.terminal.text import won as won_text

WALLET_PARTS: Final[Mapping[WalletPart, str]] = {
    "card": "카드",
    "account": "계좌",
    "money": "머니",
    "points": "포인트",
    "transfer": "계좌이체",
    "virtual_account": "가상계좌",
    "mobile": "휴대폰",
}
PERIODS: Final[Mapping[LimitPer, str]] = {
    "payment": "한 번에",
    "payer_day": "한 구매자가 하루에",
    "payer_month": "한 구매자가 한 달에",
}


def what_is_counted(limit: AmountLimit) -> str:
    """Return what a limit counts: ``한 번에``, ``한 구매자가 한 달에 5회``, ``계좌로 한 구매자가 하루에``."""
    inside = f"{with_particle(WALLET_PARTS[limit.part], '으로')} " if limit.part else ""
    times = f" {limit.times}회," if limit.times else ""
    return f"{inside}{PERIODS[limit.per]}{times}"


def _most(limit: AmountLimit, payment: int, won: int | None) -> str:
    edge = "미만이" if limit.maximum_excluded else "이하가"
    most = f"{what_is_counted(limit)} {won_text(won or 0)} {edge} 기본 한도"
    return f"{most}: {won_text(payment)}을 받으려면 심사 때 협의 필요"


def _usual(limit: AmountLimit, payment: int, won: int | None) -> str:
    most = f"보통 {won_text(limit.maximum or 0)}~{won_text(limit.maximum_to or 0)}이고 계약 때 심사로 정함"
    return f"{what_is_counted(limit)} {most}: {won_text(payment)}을 받을 수 있는지 확인 필요"


def _foreign(limit: AmountLimit, payment: int, won: int | None) -> str:
    most = f"{limit.foreign_maximum}(알려 준 환율로 {won_text(won or 0)}) 이하가"
    return f"{what_is_counted(limit)} {most} 기본 한도: {won_text(payment)}을 받으려면 협의 필요"


def _currency(limit: AmountLimit, payment: int, won: int | None) -> str:
    return (
        f"{what_is_counted(limit)} {limit.foreign_maximum} 이하가 기본 한도: "
        f"{won_text(payment)}과 통화가 달라 확인 필요 (--usd-krw로 환율을 알려 주면 비교함)"
    )


LIMIT_SENTENCES: Final[Sentences] = {
    "amount_limit.above": _most,
    "amount_limit.usual": _usual,
    "amount_limit.foreign": _foreign,
    "amount_limit.currency": _currency,
}
