"""Amounts as people type them: ``10,000,000``, ``1000만``, ``1억 5000만원``, ``백만원``, ``2천만``, ``1.5억``.

Everything that is taken has exactly one meaning; what has two (``5천``: 5,000, or as many say 50,000,000) is refused.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.reason import because
from portone_guide.needs.typed_text import plain
from portone_guide.rules.errors import shown

_SMALL = {"천": 1000, "백": 100, "십": 10}
_DIGITS = {digit: number for number, digit in enumerate("일이삼사오육칠팔구", 1)}
_ONE = f"[1-9{''.join(_DIGITS)}]"
_WHOLE = r"(?:[0-9]{1,20}|[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,3}(?:_[0-9]{3}){1,6})"
# 2천 · 2천5백 · 2천500 · 이천이십
_SUM = rf"(?:({_ONE})?(천))?(?:({_ONE})?(백))?(?:({_ONE})?(십))?({_ONE}|[0-9]{{1,3}})?"
# 2000 · 1,000 · 1.5 · 1.5천 · 15백
_TIMES = rf"({_WHOLE}(?:\.[0-9]{{1,8}})?)([천백십])?"
_AMOUNT = r"(?:([^억만원]+)억)?(?:([^억만원]+)만)?([^억만원]+)?(원)?"
_BROKEN = r"[0-9.,_]\s+[0-9.,_]"
_MOST = 10**15
_PART = 10_000
"""What stands behind 억 or 만 must be less than one of it."""

Parts = Sequence[str | None]
"""What stands before 억, before 만 and after them."""


def parse_amount(text: str) -> int:
    """Read a whole number of won or payments.

    :raises WrongValueError: it is none, can mean two numbers, or is larger than any business.
    """
    typed = plain(text).strip()
    match = None if re.search(_BROKEN, typed) else re.fullmatch(_AMOUNT, re.sub(r"\s", "", typed))
    *parts, won = match.groups() if match else (None, None, None, None)
    amount = _total(parts)
    if amount is None:
        raise WrongValueError(because("no_amount", text=shown(text)))
    if _has_two_meanings(parts, won):
        raise WrongValueError(because("amount_has_two_meanings", text=shown(text)))
    if amount > _MOST:
        raise WrongValueError(because("amount_too_large", text=shown(text)))
    return amount


def _total(parts: Parts) -> int | None:
    """Return what the parts come to; None: they are no amount."""
    values = [_coefficient(part) for part in parts if part]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values) or any(value >= _PART for value in known[1:]):
        return None
    high, low, ones = parts
    if any("." in part for part in parts if part) and (len(known) > 1 or ones):
        return None  # a decimal stands alone, before 만 or 억
    if ones in _DIGITS:
        return None  # a lone 이 or 오 is a slip, not a number
    units = [unit for part, unit in ((high, 100_000_000), (low, 10_000), (ones, 1)) if part]
    amount = sum(value * unit for value, unit in zip(known, units, strict=True))
    return int(amount) if amount == int(amount) else None


def _has_two_meanings(parts: Parts, won: str | None) -> bool:
    """Tell whether people may have left 만 out: ``5천``, ``3억5천``, ``1억 5000``."""
    high, low, ones = parts
    if low or not ones:
        return False
    with_unit = any(unit in ones for unit in _SMALL)
    return (with_unit or not won) if high else (with_unit and not won)


def _coefficient(text: str) -> Decimal | None:
    """Return the number before 억, 만 or 원; None: it is none."""
    if match := re.fullmatch(_TIMES, text):
        return Decimal(re.sub("[,_]", "", match[1])) * _SMALL.get(match[2] or "", 1)
    match = re.fullmatch(_SUM, text)
    if not match:
        return None
    *terms, rest = match.groups()
    pairs = [(many or "1", _SMALL[unit]) for many, unit in zip(terms[::2], terms[1::2], strict=True) if unit]
    ones = _digits(rest or "0")
    if pairs and ones >= pairs[-1][1]:
        return None
    return Decimal(sum(_digits(many) * unit for many, unit in pairs) + ones)


def _digits(text: str) -> int:
    return _DIGITS.get(text) or int(text)
