"""Text as people type or paste it: full-width letters and digits, long dashes, taken-apart Hangul, odd spaces."""

from functools import cache
from unicodedata import category, decomposition, normalize

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_UNSEEN = "\u200b\u2060\ufeff"
_SAME = {"<wide>", "<narrow>", "<noBreak>", "<font>"}
"""The compatibility forms that mean the plain one; a raised or circled digit is another number."""


def plain(text: str) -> str:
    """Return a text with the plain form of what has several; digits of other scripts stay what they are."""
    if text.isascii():
        return text
    return normalize("NFC", "".join(map(_plain_form, normalize("NFC", text))))


def normal(text: str) -> str:
    """Return a text as one that is kept: plain, on one line, without blanks around it or several of them in it."""
    return " ".join(plain(text).split())


@cache
def _plain_form(char: str) -> str:
    if char in _UNSEEN:
        return ""
    if char in _DASHES:
        return "-"
    if category(char) == "Zs":
        return " "
    form = decomposition(char).partition(" ")[0]
    return normalize("NFKC", char) if form in _SAME else char
