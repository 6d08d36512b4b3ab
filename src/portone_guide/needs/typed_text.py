"""Text as people type or paste it: full-width letters and digits, long dashes, taken-apart Hangul."""

from functools import cache


def plain(text: str) -> str:
    """Return a text with the plain form of what has several; digits of other scripts stay what they are."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text).translate(_plain_forms())


@cache
def _plain_forms() -> dict[int, str]:
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    blanks = dict.fromkeys(map(ord, "\u3000\u00a0\u2007\u202f"), " ")
    dashes = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
    unseen = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"), "")
    return full_width | blanks | dashes | unseen
