"""Money as the rule files write it: won are integers, rates are percent, each with its unit."""

import re
from decimal import Decimal
from typing import NamedTuple

from portone_guide.rules.errors import shown


class Charge(NamedTuple):
    """What one payment costs, before VAT.

    ``low`` and ``high`` are percent of the amount (equal unless the source gives a range), ``won`` is added
    for each payment, ``floor`` is the least that one payment costs in won.
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    won: int = 0
    floor: int = 0

    def text(self, factor: Decimal | int = 1) -> str:
        """The charge times ``factor``, in words: ``3.20%``, ``2.30~4.00%``, ``300원/건``, ``0.50% (최소 150원)``."""
        parts = []
        if self.high:
            low, high = _percent_text(self.low * factor), _percent_text(self.high * factor)
            parts.append(f"{high}%" if low == high else f"{low}~{high}%")
        if self.won or not self.high:
            parts.append(f"{number_text(self.won * factor)}원/건")
        if self.floor:
            parts.append(f"(최소 {number_text(self.floor * factor)}원)")
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


_PERCENT = r"(\d{1,3}(?:\.\d{1,4})?) ?%"
_WON = r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4}) ?KRW"
# Texts, not compiled patterns: a run that reads no rule file needs none of them (re keeps what it compiled).
_CHARGE = rf"(?:(?:{_PERCENT} ?~ ?)?{_PERCENT})?(?: ?\+? ?{_WON})?(?: ?min {_WON})?"


def parse_won(text: str) -> int:
    """Read ``200,000 KRW`` as integer won.

    :raises ValueError: the unit is missing, or it is no whole number.
    """
    if not (match := re.fullmatch(_WON, _spaced(text), re.ASCII)):
        raise ValueError(f"원 단위 금액이 아닙니다: {shown(text)} - '200,000 KRW'처럼 단위를 붙여 적으세요")
    return int(match[1].replace(",", ""))


def parse_charge(text: str) -> Charge:
    """Read ``3.20%``, ``2.30% ~ 4.00%``, ``300 KRW`` or ``0.50% min 150 KRW``.

    :raises ValueError: no unit, a range the wrong way round, or more than 100 percent.
    """
    text = _spaced(text)
    match = re.fullmatch(_CHARGE, text, re.ASCII)
    if not text or not match:
        raise ValueError(
            f"요율이 아닙니다: {shown(text)} - '3.20%', '2.30% ~ 4.00%', '300 KRW'처럼 단위를 붙여 적으세요"
        )
    low, high, won, floor = match.groups()
    most = Decimal(high) if high else Decimal(0)
    least = Decimal(low) if low else most
    if least > most:
        raise ValueError(f"범위가 거꾸로입니다: {shown(text)} - 작은 값을 먼저 적으세요")
    if most > 100:
        raise ValueError(f"100%가 넘는 요율입니다: {shown(text)}")
    return Charge(least, most, _to_int(won), _to_int(floor))


def _spaced(text: str) -> str:
    """Return text with single spaces, so that no run of them takes the patterns long."""
    return " ".join(text.split())


def _to_int(digits: str | None) -> int:
    return int(digits.replace(",", "")) if digits else 0
