"""Finds the words before values in a line, and cuts the line into what belongs to which."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from portone_guide.rules.models.site_sign import SiteSignsFile

Kind = Literal["sign", "field", "party", "none"]
_PARTS: Final = re.compile(r"\s*[|ㅣ│｜\u00a6┃·ㆍ\u2022\u2219]\s*|\s+[/\u2044]\s+|\s+[Il](?:\s+(?=[가-힣(])|\s*$)")
_WHOLE: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,190}|(?:https?://|www\.)\S+")
_FIRM_END: Final = re.compile(r"\b(?:Inc|Ltd|Co|Corp)\.$")
_TRIM: Final = " \t:;,.：/|-~\u2013\u2014]>)】·ㅣ*=&"
_END: Final = " \t:;,.：/|-~–—】·ㆍ*=&"
_OPENS: Final = {")": "(", "]": "[", ">": "<"}
_OPEN: Final = re.compile(r"[\[(<【\s]+$")
_ENDS: Final = r"(?=[\s:：.\])】>|/\-ㅣ·*;,=\ufffc(\[]|$|\d)"
_SHORT_ENDS: Final = r"(?=\s?[:.)：])"


class Piece(NamedTuple):
    """Part of a line: the value after a label, or words without one (``name`` empty)."""

    kind: Kind
    name: str
    label: str
    text: str
    start: bool = False


class Labels:
    """The labels of a rule file, ready to be looked for."""

    def __init__(self, file: SiteSignsFile) -> None:
        self._of: dict[str, tuple[Kind, str]] = {}
        for field in file.others.fields:
            self._of[_key(field)] = ("field", "")
        for party in file.others.parties:
            self._of[_key(party)] = ("party", "")
        self.menus = {_key(label) for row in file.signs.values() for label in row.menus}
        for sign, row in file.signs.items():
            for label in row.labels:
                self._of[_key(label)] = ("sign", sign)
        ordered = sorted(self._of, key=len, reverse=True)
        either = "|".join(_pattern(label) for label in ordered)
        self._any = re.compile(rf"(?<![가-힣A-Za-z])(?:{either})", re.IGNORECASE)

    def _found(self, line: str) -> Iterator[re.Match[str]]:
        """Yield the labels in a line; those inside an address of the mail or the web only where they begin it."""
        whole = [found.span() for found in _WHOLE.finditer(line)]
        for match in self._any.finditer(line):
            inside = [span for span in whole if span[0] <= match.start() < span[1]]
            starts = any(span[0] == match.start() and line[match.end() : match.end() + 1] in ".:" for span in inside)
            if not inside or (starts and self._of[_key(match.group())][1] == "email"):
                yield match

    def has_any(self, line: str) -> bool:
        """Tell whether there is a label in a line."""
        return self._any.search(line) is not None

    def pieces(self, line: str) -> list[Piece]:
        """Return a line cut into values with their labels, and words without."""
        found = list(self._found(line))
        if not found:
            return list(_loose(line, start=True))
        pieces = list(_loose(line[: found[0].start()], start=True))
        joint: list[tuple[Kind, str, str]] = []
        for index, match in enumerate(found):
            end = found[index + 1].start() if index + 1 < len(found) else len(line)
            text = line[match.end() : end]
            kind, name = self._of[_key(match.group())]
            if index + 1 < len(found) and text.strip() in {"/", ",", "·", "&"} and kind == "sign":
                joint.append((kind, name, match.group()))
                continue
            pieces += _valued([*joint, (kind, name, match.group())], text, start=match.start() == 0 and not joint)
            joint = []
        return pieces


def _valued(labels: list[tuple[Kind, str, str]], text: str, *, start: bool) -> Iterator[Piece]:
    """Yield the value after a label, or after several with a stroke between them; then words that are nobody's."""
    first, *rest = _PARTS.split(_OPEN.sub("", text.strip().lstrip(_TRIM)))
    if len(labels) > 1:
        shares = [first, *rest] if rest else [part.strip() for part in re.split(r"[/,]", first)]
        shares += [""] * (len(labels) - len(shares))
        for (kind, name, label), share in zip(labels, shares, strict=False):
            yield Piece(kind, name, label, tidy(share), start)
        return
    kind, name, label = labels[0]
    if not tidy(first) and rest:
        first, *rest = rest
    yield Piece(kind, name, label, tidy(first), start)
    for part in rest:
        yield from _loose(part)


def _loose(text: str, *, start: bool = False) -> Iterator[Piece]:
    for part in _PARTS.split(text):
        if words := tidy(part):
            yield Piece("none", "", "", words, start)


def tidy(text: str) -> str:
    """Return a value without what stands around it."""
    stripped = text.strip().lstrip(_TRIM)
    firm = _FIRM_END.search(stripped)
    cut = _OPEN.sub("", stripped if firm else stripped.rstrip(_END)).strip()
    while cut.endswith((")", "]", ">")) and cut.count(cut[-1]) > cut.count(_OPENS[cut[-1]]):
        cut = cut[:-1].rstrip()
    if cut.startswith("[") and cut.endswith("]") and cut.count("[") == 1:
        cut = cut[1:-1]
    if cut.startswith("[") and "]" not in cut:
        cut = cut[1:]
    return cut.strip()


def key_of(label: str) -> str:
    """Return a label without spaces and case."""
    return _key(label)


@lru_cache(maxsize=16_384)
def _key(label: str) -> str:
    return "".join(label.split()).lower()


def _pattern(key: str) -> str:
    letters = r"\s?".join(re.escape(letter) for letter in key)
    short = key.isascii() and len(key) <= 2
    return f"{letters}{_SHORT_ENDS if short else _ENDS}"


def words_in(text: str, words: Iterable[str]) -> str | None:
    """Return the first of some words that a text has, whatever its spaces and case."""
    plain = _key(text)
    return next((word for word in words if _key(word) in plain), None)
