"""The letters of a page by its own bytes, and whether what it claims of them is true."""

import re
from typing import Final, NamedTuple

_CLAIMED: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})")
_KOREAN: Final = {"euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "korean", "cp949", "ms949", "windows-949", "uhc"}


class Letters(NamedTuple):
    """The text of a page. ``declared``: what it claims, where a browser would then show broken letters."""

    text: str
    declared: str | None = None


def letters(data: bytes, content_type: str = "") -> Letters:
    """Return the text of bytes: UTF-8 where they are, else cp949; single broken letters become the mark for that."""
    if data.startswith(b"\xef\xbb\xbf"):
        return Letters(data[3:].decode("utf-8", "replace"))
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Letters(data.decode("utf-16", "replace"))
    claimed = _claim(data, content_type)
    own = _own(data)
    text = data.decode(own, "replace")
    if claimed is None or own == "ascii":
        return Letters(text)
    told = "cp949" if claimed in _KOREAN else claimed
    return Letters(text, None if _fits(data, told, text) else claimed)


def _claim(data: bytes, content_type: str) -> str | None:
    head = _CLAIMED.search(content_type.encode("ascii", "ignore")) or _CLAIMED.search(data[:2048])
    return head.group(1).decode("ascii").lower() if head else None


def _own(data: bytes) -> str:
    if data.isascii():
        return "ascii"
    wrong = {name: data.decode(name, "replace").count("\ufffd") for name in ("utf-8", "cp949")}
    return "utf-8" if wrong["utf-8"] <= wrong["cp949"] else "cp949"


def _fits(data: bytes, name: str, text: str) -> bool:
    """Tell whether a browser that believes the claim shows the same text."""
    try:
        return data.decode(name, "replace") == text
    except LookupError:
        return True
