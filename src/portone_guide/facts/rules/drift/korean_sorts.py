"""What sort of value a text is."""

import re
from typing import Literal

Sort = Literal["money", "address", "code", "name", "number"]

_MONEY = re.compile(r"\d[\d,.]*\s*(?:%|％|퍼센트|KRW|USD|JPY|EUR|(?:억|만|천)?\s?원|달러|엔)|무료|심사 ?후")
_CODE_INSIDE = re.compile(r"(?<![A-Za-z0-9_])(?=\d*[A-Z_])(?=[A-Z_]*\d)[A-Z0-9_]{4,}(?![A-Za-z0-9_])")
"""A merchant id beside what it is for: ``본인인증 AO6R1``."""


def sort_of(token: str) -> Sort:
    """Return what sort of value it is."""
    if _MONEY.search(token):
        return "money"
    if "://" in token or "@" in token:
        return "address"
    if re.fullmatch(r"[Vv][12]", token) or not re.search(r"[A-Za-z0-9]", token):
        return "name"
    if re.match(r"[~\d]", token) and not re.fullmatch(r"[\w-]*[A-Za-z_]{2}[\w-]*", token, re.A):
        return "number"
    return "name" if re.search("[가-힣]", token) and not _CODE_INSIDE.search(token) else "code"
