"""The forms that secrets have: what a text may be, by its look alone, and taking secrets out of a message."""

import re
from typing import Literal

from portone_guide.needs.typed_text import plain

SecretForm = Literal["prefix", "card", "long"]
"""Begins as secret keys do; is a card number by its digits; is long, and so may be a key."""

_PREFIX = r"(?:live|test)_g?sk_|sk_(?:live|test)_|whsec_|-----BEGIN"
_HEADER = r"(?:Bearer|Basic|PortOne)\s"
_CARD = r"(?<!\d)\d(?:[ \-]?\d){12,18}(?!\d)"
_LONG = 20
_KEYLIKE = r"(?=[\w+/=\-]*\d)(?=[\w+/=\-]*[A-Za-z])[\w+/=\-]{32,}"


def secret_form(text: str) -> SecretForm | None:
    """Return which secret a text may be, or None: nothing looks like one."""
    value = plain(text).strip()
    if re.search(_PREFIX, value, re.IGNORECASE) or re.match(_HEADER, value, re.IGNORECASE):
        return "prefix"
    digits = re.sub(r"[\s\-]", "", value)
    if digits.isascii() and digits.isdigit() and 13 <= len(digits) <= 19:
        return "card" if _adds_up(digits) else "long"
    return "long" if any(len(word) >= _LONG and word.isascii() for word in value.split()) else None


def hide_secrets(message: str, instead: str, *, long: bool = False) -> str:
    """Return a message without what is a secret by its beginning or a card number; ``long``: without long keys too."""
    message = re.sub(rf"(?:{_PREFIX})[^\s)'\"]*", instead, message, flags=re.IGNORECASE)
    message = re.sub(_CARD, lambda found: instead if _adds_up(re.sub(r"\D", "", found[0])) else found[0], message)
    return re.sub(_KEYLIKE, instead, message) if long else message


def _adds_up(digits: str) -> bool:
    """Tell whether the last digit is the check digit that cards have."""
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0
