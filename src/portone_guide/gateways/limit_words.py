"""Limits as people read them: what may be paid at once, and by one payer in a day or a month."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from portone_guide.needs.reason import Sentences
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.fields import WalletPart
from portone_guide.rules.models.money import Foreign
from portone_guide.rules.models.term import AmountLimit, LimitPer
from portone_guide.rules.vocabulary import TYPE_NAMES
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
    most = f"{what_is_counted(limit)} {limit.foreign_maximum} 이하가 기본 한도"
    return f"{most}: {_hidden(limit.foreign_maximum, payment)}"


def _below(limit: AmountLimit, payment: int, won: int | None) -> str:
    note = f" ({limit.note})" if limit.note else ""
    return (
        f"{_once(limit)} {won_text(won or 0)}부터 받는 것이 기본: {won_text(payment)}은 받을 수 있는지 확인 필요{note}"
    )


def _foreign_below(limit: AmountLimit, payment: int, won: int | None) -> str:
    least = f"{limit.foreign_minimum}(알려 준 환율로 {won_text(won or 0)})"
    return f"{_once(limit)} {least}부터 받는 것이 기본: {won_text(payment)}은 받을 수 있는지 확인 필요"


def _currency_below(limit: AmountLimit, payment: int, won: int | None) -> str:
    return f"{_once(limit)} {limit.foreign_minimum}부터 받는 것이 기본: {_hidden(limit.foreign_minimum, payment)}"


def _once(limit: AmountLimit) -> str:
    """The least is of one payment, whatever the most is counted by."""
    return what_is_counted(limit._replace(per="payment", times=None))


def _hidden(money: Foreign | None, payment: int) -> str:
    rate = " (--usd-krw로 환율을 알려 주면 비교함)" if money and money.currency == "USD" else ""
    return f"{won_text(payment)}과 통화가 달라 확인 필요{rate}"


def limit_text(limit: AmountLimit, names: Iterable[str]) -> str:
    """Return a limit in a line, with the names of its methods: ``카드: 1,000원부터, 한 구매자가 하루에 ...까지``."""
    least = [won_text(limit.minimum)] if limit.minimum is not None else []
    least += [str(limit.foreign_minimum)] if limit.foreign_minimum else []
    parts = [f"{' 또는 '.join(least)}부터"] if least else []
    counted = "" if limit == limit._replace(per="payment", times=None) else f"{what_is_counted(limit)} "
    if limit.maximum_to is not None:
        parts.append(f"{counted}보통 {won_text(limit.maximum or 0)}~{won_text(limit.maximum_to)}까지")
    elif limit.maximum is not None:
        parts.append(f"{counted}{won_text(limit.maximum)} {'미만' if limit.maximum_excluded else '까지'}")
    if limit.foreign_maximum:
        parts.append(f"{counted}{limit.foreign_maximum}까지")
    parts += [limit.note] if limit.note else []
    parts += ["출처가 어긋남"] if limit.conflict else []
    inside = f" ({WALLET_PARTS[limit.part]})" if limit.part else ""
    abroad = "" if limit.types == AmountLimit(limit.method, limit.source).types else f"{TYPE_NAMES[limit.types[0]]} "
    return f"{abroad}{', '.join(names)}{inside}: {', '.join(parts)}"


def _of(said: Callable[[AmountLimit, int, int | None], str]) -> Callable[..., str]:
    """Return a sentence that begins with what is paid with."""

    def sentence(limit: AmountLimit, payment: int, won: int | None, methods: Iterable[str]) -> str:
        return f"{', '.join(methods)}: {said(limit, payment, won)}"

    return sentence


LIMIT_SENTENCES: Final[Sentences] = {
    "amount_limit.above": _of(_most),
    "amount_limit.usual": _of(_usual),
    "amount_limit.foreign": _of(_foreign),
    "amount_limit.currency": _of(_currency),
    "amount_limit.below": _of(_below),
    "amount_limit.foreign_below": _of(_foreign_below),
    "amount_limit.currency_below": _of(_currency_below),
}
