"""Money as the rule files write it: won are integers, rates are percent, each with its unit."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple, cast, get_args

from portone_guide.rules.errors import shown

Currency = Literal["USD", "JPY", "EUR"]
Open = Literal["unknown", "review"]


class Foreign(NamedTuple):
    """Money in its own unit: won only with a rate that the merchant gave."""

    amount: Decimal
    currency: Currency

    def times(self, factor: Decimal | int) -> "Foreign":
        """Return the sum times ``factor``."""
        return self._replace(amount=self.amount * factor)

    def __str__(self) -> str:
        whole, _, decimals = f"{self.amount:,.6f}".partition(".")
        decimals = decimals.rstrip("0")
        return f"{whole}{'.' + decimals.ljust(2, '0') if decimals else ''} {self.currency}"


class Charge(NamedTuple):
    """What one payment costs, before VAT.

    ``low`` and ``high`` are percent of the amount (equal unless the source gives a range), ``won`` and ``foreign``
    are added for each payment, ``floor`` and ``foreign_floor`` are the least that one payment costs. ``open``: the
    source leaves the percent out (``unknown``), or says that the review settles it (``review``).
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    won: int = 0
    floor: int = 0
    foreign: Foreign | None = None
    foreign_floor: Foreign | None = None
    open: Open | None = None

    @property
    def counted(self) -> bool:
        """Whether the number of payments matters to what it comes to."""
        return bool(self.won or self.floor or self.foreign)

    @property
    def abroad(self) -> bool:
        """Whether a part of it is no won."""
        return bool(self.foreign or self.foreign_floor)

    def text(self, factor: Decimal | int = 1) -> str:
        """The charge times ``factor``, in words: ``3.20%``, ``2.30~4.00%``, ``300원/건``, ``0.50% (최소 150원)``."""
        parts = [_OPEN[self.open]] if self.open else []
        if self.high:
            low, high = _percent_text(self.low * factor), _percent_text(self.high * factor)
            parts.append(f"{high}%" if low == high else f"{low}~{high}%")
        if self.won or not (self.high or self.open or self.foreign):
            parts.append(f"{number_text(self.won * factor)}원/건")
        if self.foreign:
            parts += ["+"] if parts else []
            parts.append(f"{self.foreign.times(factor)}/건")
        if self.floor:
            parts.append(f"(최소 {number_text(self.floor * factor)}원)")
        if self.foreign_floor:
            parts.append(f"(최소 {self.foreign_floor.times(factor)})")
        return " ".join(parts)

    def __str__(self) -> str:
        return self.text()


def _percent_text(value: Decimal) -> str:
    """Return a number with at least two decimals, and more only where they are not zero."""
    text = f"{value:.6f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"


def number_text(value: Decimal | int) -> str:
    """Return a number with thousands separated, and decimals only where they are not zero."""
    return f"{Decimal(value):,.6f}".rstrip("0").rstrip(".")


_OPEN = {"unknown": "요율 모름", "review": "심사 후 결정"}
_CURRENCIES = get_args(Currency)
_PERCENT = r"(\d{1,3}(?:\.\d{1,4})?) ?%"
_WON = r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4}) ?KRW"
# Texts, not compiled patterns: a run that reads no rule file needs none of them (re keeps what it compiled).
_ABROAD = rf"(\d{{1,9}}(?:\.\d{{1,4}})?|\d{{1,3}}(?:,\d{{3}}){{1,2}}) ?({'|'.join(_CURRENCIES)})"
_CHARGE = (
    rf"(?:(?:{_PERCENT} ?~ ?)?{_PERCENT}|(unknown|review))?(?: ?\+? ?{_WON})?(?: ?\+? ?{_ABROAD})?"
    rf"(?: ?min {_WON})?(?: ?min {_ABROAD})?"
)


def parse_won(text: str) -> int:
    """Read ``200,000 KRW`` as integer won.

    :raises ValueError: the unit is missing, or it is no whole number.
    """
    if not (match := re.fullmatch(_WON, _spaced(text), re.ASCII)):
        raise ValueError(f"원 단위 금액이 아닙니다: {shown(text)} - '200,000 KRW'처럼 단위를 붙여 적으세요")
    return int(match[1].replace(",", ""))


def parse_foreign(text: str) -> Foreign:
    """Read ``1,000 USD``.

    :raises ValueError: no such currency, or no number.
    """
    if not (match := re.fullmatch(_ABROAD, _spaced(text), re.ASCII)):
        units = ", ".join(_CURRENCIES)
        raise ValueError(f"외화 금액이 아닙니다: {shown(text)} - '1,000 USD'처럼 단위를 붙여 적으세요 ({units})")
    return _foreign(match[1], match[2])


def parse_charge(text: str) -> Charge:
    """Read ``3.20%``, ``2.30% ~ 4.00%``, ``300 KRW``, ``0.50% min 150 KRW`` or ``2.90% + 0.30 USD``.

    ``review`` and ``unknown`` stand where the percent would: the review settles it, or the page leaves it out and
    gives what is added to it.

    :raises ValueError: no unit, a range the wrong way round, or more than 100 percent.
    """
    text = _spaced(text)
    match = re.fullmatch(_CHARGE, text, re.ASCII)
    if not text or not match or text == "unknown":
        raise ValueError(
            f"요율이 아닙니다: {shown(text)} - '3.20%', '2.30% ~ 4.00%', '300 KRW'처럼 단위를 붙여 적으세요"
        )
    low, high, left_open, won, amount, currency, floor, least_amount, least_currency = match.groups()
    most = Decimal(high) if high else Decimal(0)
    least = Decimal(low) if low else most
    if least > most:
        raise ValueError(f"범위가 거꾸로입니다: {shown(text)} - 작은 값을 먼저 적으세요")
    if most > 100:
        raise ValueError(f"100%가 넘는 요율입니다: {shown(text)}")
    return Charge(
        least,
        most,
        _to_int(won),
        _to_int(floor),
        _foreign(amount, currency) if amount else None,
        _foreign(least_amount, least_currency) if least_amount else None,
        cast(Open | None, left_open),
    )


def _foreign(amount: str, currency: str) -> Foreign:
    return Foreign(Decimal(amount.replace(",", "")), cast(Currency, currency))


def _spaced(text: str) -> str:
    """Return text with single spaces, so that no run of them takes the patterns long."""
    return " ".join(text.split())


def _to_int(digits: str | None) -> int:
    return int(digits.replace(",", "")) if digits else 0
