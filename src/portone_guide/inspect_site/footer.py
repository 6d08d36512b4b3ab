"""The values at the foot of a page: which belongs to which label, and whether it is the shop's own."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from portone_guide.inspect_site.korean_labels import Labels, Piece, key_of
from portone_guide.inspect_site.korean_values import Found, may_be_person, rest_of, unlabelled, value_of
from portone_guide.rules.models.site_sign import SignId, SiteSignsFile
from portone_guide.site.page import PICTURE, Line, Page

_NEAR: Final = 14
_NAME: Final = 60
_MOST: Final = 200
_NUMBER: Final = 40
_DIGIT: Final = re.compile(r"[0-9]")
_AFTER_A_NAME: Final = {"representative", "business_number", "mail_order_number", "address"}
_STRONG: Final[frozenset[SignId]] = frozenset(
    {"business_number", "mail_order_number", "representative", "trade_name", "hosting_provider"}
)


class Candidate(NamedTuple):
    """A value, or a label without one. ``own``: nothing says that it is another firm's."""

    sign: SignId
    found: Found
    text: str
    line: Line
    at: int
    labelled: bool
    own: bool = True
    quote: str = ""


class Foot(NamedTuple):
    """What stands at the foot of a page; ``clustered``: several values that only a shop's own foot has together.

    ``loose`` are short words there without a label: the shop's name may be among them.
    """

    page: Page
    candidates: tuple[Candidate, ...]
    clustered: bool
    loose: tuple[Line, ...] = ()


def foot(page: Page, labels: Labels, file: SiteSignsFile) -> Foot:
    """Return the values at the foot of a page."""
    found = list(_Cut(page, labels, file).candidates())
    close = _around(_dense([entry for entry in found if entry.line.place != "footer"]), _NEAR)
    kept = tuple(entry for entry in found if entry.line.place == "footer" or entry.at in close)
    strong = {entry.sign for entry in kept if entry.found == "value" and entry.labelled and entry.line.shown == "yes"}
    return Foot(page, kept, len(strong & _STRONG) >= 2, tuple(_names(page, labels, kept)))


def _names(page: Page, labels: Labels, kept: tuple[Candidate, ...]) -> Iterator[Line]:
    """Yield lines at the foot that could be a name: short, without a label, and no link."""
    told = {entry.at for entry in kept}
    links = {link.text for link in page.links}
    close = _around(told, 3)
    for at, line in enumerate(page.lines):
        near = line.place == "footer" or at in close
        if at in told or not near or line.shown != "yes" or line.text in links or len(line.text) > _NAME:
            continue
        pieces = labels.pieces(line.text)
        if pieces and all(piece.kind == "none" for piece in pieces) and any(char.isalpha() for char in line.text):
            yield line


def _around(places: Iterable[int], reach: int) -> set[int]:
    """Return the lines that stand close to some."""
    return {at for place in places for at in range(place - reach, place + reach + 1)}


def _dense(found: list[Candidate]) -> list[int]:
    """Return the lines where several labels of a shop's own data stand close together."""
    strong = [entry for entry in found if entry.labelled and entry.sign in _STRONG]
    strong = strong if len(strong) <= 2 * _MOST else [*strong[:_MOST], *strong[-_MOST:]]
    return [
        entry.at
        for entry in strong
        if len({other.sign for other in strong if abs(other.at - entry.at) <= _NEAR}) >= 2
        and any(
            other.sign in {"business_number", "mail_order_number"} and _is_number(other)
            for other in strong
            if abs(other.at - entry.at) <= _NEAR
        )
    ]


def _is_number(entry: Candidate) -> bool:
    """Tell whether a candidate has a number: running text about such numbers has none."""
    return len(entry.text) <= _NUMBER and len(_DIGIT.findall(entry.text)) >= 4


def _only_labels(pieces: list[Piece]) -> bool:
    """Tell whether a line is one of labels alone, the values of which stand elsewhere."""
    signs = sum(piece.kind == "sign" for piece in pieces)
    return signs >= 2 and all(piece.kind in {"sign", "field"} and not piece.text for piece in pieces)


class _Cut:
    """Cuts the lines of one page into candidates."""

    def __init__(self, page: Page, labels: Labels, file: SiteSignsFile) -> None:
        self._lines = page.lines
        self._labels = labels
        self._file = file
        self._cut: dict[int, list[Piece]] = {}
        self._first: dict[int, int] = {}
        for at, line in enumerate(page.lines):
            for box in line.boxes:
                self._first.setdefault(box, at)
        self._theirs: set[int] = set()
        self._taken: set[int] = set()

    def _pieces(self, at: int) -> list[Piece]:
        if at not in self._cut:
            self._cut[at] = self._labels.pieces(self._lines[at].text)
        return self._cut[at]

    def _worth(self) -> list[int]:
        """Return the lines that can have something to tell: at the foot, or close to a label."""
        marked = [at for at, line in enumerate(self._lines) if self._labels.has_any(line.text)]
        marked = marked if len(marked) <= 5 * _MOST else [*marked[:_MOST], *marked[-4 * _MOST :]]
        close = _around(marked, _NEAR)
        return [at for at, line in enumerate(self._lines) if at in close or line.place == "footer"]

    def candidates(self) -> Iterator[Candidate]:
        """Yield every value and every label without one."""
        for at in self._worth():
            if at in self._taken:
                continue
            line, pieces = self._lines[at], self._pieces(at)
            if _only_labels(pieces):
                yield from self._columns(at, pieces)
                continue
            self._whose(at, pieces)
            own = not self._theirs.intersection(line.boxes)
            for index, piece in enumerate(pieces):
                if piece.kind == "party":
                    own = False
                elif piece.kind == "sign":
                    yield self._labelled(at, piece, last=index == len(pieces) - 1, own=own)
                    yield from self._beside(at, piece, own=own)
                elif piece.kind == "none":
                    yield from self._loose(at, piece, pieces, index, own=own)
                else:
                    yield from self._inside_field(at, piece)

    def _columns(self, at: int, pieces: list[Piece]) -> Iterator[Candidate]:
        """Yield the values of a line of labels: the cells under it, where there are as many; else nobody can tell."""
        line = self._lines[at]
        cells: list[str] = []
        if at + 1 < len(self._lines):
            cells = [cell.strip() for cell in self._lines[at + 1].text.strip("| ").split("|")]
        fits = len(cells) == len(pieces)
        if fits:
            self._taken.add(at + 1)
        for index, piece in enumerate(pieces):
            if piece.kind != "sign":
                continue
            sign: SignId = piece.name  # type: ignore[assignment]
            value = value_of(sign, cells[index], self._file) if fits else None
            found: Found = value.found if value else "columns"
            text = value.text if value else ""
            yield Candidate(sign, found, text, line, at, True, True, f"{piece.label}: {text}")

    def _whose(self, at: int, pieces: list[Piece]) -> None:
        """Remember the widest box that begins with the name of another firm's part."""
        if not pieces or pieces[0].kind != "party":
            return
        for box in self._lines[at].boxes:
            if self._first[box] == at:
                self._theirs.add(box)
                return

    def _labelled(self, at: int, piece: Piece, *, last: bool, own: bool) -> Candidate:
        sign: SignId = piece.name  # type: ignore[assignment]
        line = self._lines[at]
        value = value_of(sign, piece.text, self._file)
        if value.found == "empty" and last and (below := self._below(at)) is not None:
            value = value_of(sign, self._lines[below].text, self._file)
            if value.found == "value":
                self._taken.add(below)
                shown = "no" if "no" in {line.shown, self._lines[below].shown} else self._lines[below].shown
                line = line._replace(text=f"{line.text} {self._lines[below].text}", shown=shown)
            elif value.found in {"other", "odd"}:
                value = value_of(sign, "", self._file)
        if value.found in {"empty", "other", "odd", "placeholder"} and key_of(piece.label) in self._labels.menus:
            value = value._replace(found="other")
        return Candidate(sign, value.found, value.text, line, at, True, own, f"{piece.label}: {value.text}")

    def _beside(self, at: int, piece: Piece, *, own: bool) -> Iterator[Candidate]:
        """Yield what else stands after a label: a mail address after that of a telephone, a street after a name."""
        rest = rest_of(piece.name, piece.text, self._file)
        for sign, text in unlabelled(rest, self._file) if rest else ():
            if sign != piece.name:
                yield Candidate(sign, "value", text, self._lines[at], at, False, own)

    def _below(self, at: int) -> int | None:
        """Return the line under a label that holds its value: the next one, where that begins with no label."""
        place = at + 1
        if place >= len(self._lines) or self._lines[place].place != self._lines[at].place:
            return None
        pieces = self._pieces(place)
        if pieces and pieces[0].kind != "none" and pieces[0].start:
            return None
        return place if pieces or PICTURE in self._lines[place].text else None

    def _loose(self, at: int, piece: Piece, pieces: list[Piece], index: int, *, own: bool) -> Iterator[Candidate]:
        line = self._lines[at]
        known = unlabelled(piece.text, self._file)
        for sign, text in known:
            yield Candidate(sign, "value", text, line, at, False, own)
        if may_be_person(piece.text) and any(other.kind == "sign" for other in pieces):
            yield Candidate("representative", "odd", piece.text, line, at, False, own)
        follows = pieces[index + 1].name if index + 1 < len(pieces) else ""
        if not known and piece.start and index == 0 and follows in _AFTER_A_NAME and len(piece.text) <= 30:
            value = value_of("trade_name", piece.text, self._file)
            if not any(word in piece.text for word in self._file.others.no_names):
                yield Candidate("trade_name", value.found, value.text, line, at, False, own)

    def _inside_field(self, at: int, piece: Piece) -> Iterator[Candidate]:
        """Yield the mail address of whoever answers for the shop: it is the shop's."""
        for sign, text in unlabelled(piece.text, self._file):
            if sign == "email":
                yield Candidate("email", "value", text, self._lines[at], at, False)
