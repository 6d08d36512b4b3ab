"""The lock: what is kept of a copy of the documents, so that a later one can be held against it.

It has hashes, the names of sections, and the values in them: no sentence of the documents.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from portone_guide.facts.rules.drift.korean_tokens import heading_kept
from portone_guide.facts.rules.drift.pages import KEYED, Copy, Kind, Names, Page, Piece, Section
from portone_guide.facts.rules.drift.pieces import hash_of, kept

FORM: Final = 1
_HASH: Final = 5
TOKEN_HASH: Final = 4
"""How long the hash of a value is where no value itself is kept."""
_LETTERS: Final[Mapping[Kind, str]] = {
    "head": "h", "list": "l", "item": "i", "row": "r", "cell": "c", "param": "p", "prose": "s",
}  # fmt: skip
_KINDS: Final = {letter: kind for kind, letter in _LETTERS.items()}
_APART: Final = "|"
_BROKEN: Final = "\u00a6"  # what stands for the bar within a value
_VALUE: Final = re.compile(r"(\d+)([hlircps])(.*)", re.S)
_NAME: Final = re.compile(r"[^?:(]+")


class LockError(Exception):
    """A file that is no lock, or one of another form."""


def stored(heading: str) -> str:
    """Return a heading as a lock has it: that of a sentence is a hash."""
    return heading_kept(heading) or f"#{hash_of(heading)}"


def dump_lock(copy: Copy) -> str:
    """Return a copy as the text of a lock: one section a line."""
    names: dict[str, list[str]] = {}
    for spelled, meant in sorted(copy.names.meant.items()):
        names.setdefault(meant, []).append(spelled)
    head = {"kind": "sources_lock", "form": FORM, "names": names, "firms": sorted(copy.names.firms)}
    lines = [f"{_text(head)[:-1]},", '"pages":{']
    pages = []
    for name, page in sorted(copy.pages.items()):
        is_schema = name.startswith("schema/")
        sections = ",\n".join(_text(_schema(part) if is_schema else _section(part)) for part in page.sections)
        pages.append(
            f"{_text(name)}:[{_text(stored(page.title) if page.title else '')},[\n{sections}\n],{int(page.components)}]"
        )
    return "\n".join([*lines, ",\n".join(pages), "}}", ""])


def load_lock(text: str) -> Copy:
    """Return what a lock keeps.

    :raises LockError: it is no lock of this form.
    """
    try:
        value = json.loads(text)
        if value["kind"] != "sources_lock" or value["form"] != FORM:
            raise LockError
        meant = {spelled: name for name, all_of in value["names"].items() for spelled in all_of}
        pages = {name: _page(name, *page) for name, page in value["pages"].items()}
        names = Names(meant, frozenset(value["firms"]))
        return Copy(pages, frozenset(name.partition("/")[0] for name in pages), names)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise LockError from None


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _section(section: Section) -> list[Any]:
    """Level, heading, hash, the hashes of its pieces, their values, those in its code, whether part of it is drawn."""
    pieces = [piece for piece in section.pieces if piece.kind != "code"]
    values = [
        f"{number}{_LETTERS[piece.kind]}{_APART.join(_safe(part) for part in _said(piece))}"
        for number, piece in enumerate(pieces)
        if piece.tokens or piece.kind != "prose"
    ]
    code = dict.fromkeys(token for piece in section.pieces if piece.kind == "code" for token in piece.tokens)
    heading = stored(section.path[-1]) if section.path else ""
    hashes = "".join(piece.hash for piece in pieces)
    return [section.level, heading, section.hash, hashes, values, " ".join(map(kept, code)), int(section.opaque)]


def _said(piece: Piece) -> list[str]:
    """Return a piece's label (a parameter's own is in its value) and its values."""
    label = [piece.label] if piece.kind in KEYED and piece.kind != "param" else []
    return [*label, *map(kept, piece.tokens)]


def _safe(text: str) -> str:
    return text.replace(_APART, _BROKEN)


def _schema(section: Section) -> list[Any]:
    """Path, hash, and the hashes of its values: which of them are gone is told for those that a rule row holds."""
    tokens = sorted({hash_of(token, TOKEN_HASH) for piece in section.pieces for token in piece.tokens})
    return [list(section.path), section.hash, "".join(tokens)]


def _page(name: str, title: str, sections: Sequence[Sequence[Any]], components: int) -> Page:
    if name.startswith("schema/"):
        return Page(title, tuple(_read_schema(*section) for section in sections))
    way: list[tuple[int, str]] = []
    read = []
    for level, heading, *rest in sections:
        way = [*(step for step in way if step[0] < level), (level, heading)] if heading else []
        read.append(_read_section(tuple(name for _, name in way), level, rest))
    return Page(title, tuple(read), bool(components))


def _read_schema(path: Sequence[str], hashed: str, tokens: str) -> Section:
    return Section(tuple(path), hashed, tuple(Piece(part, "code", "", ()) for part in _parts(tokens, TOKEN_HASH)))


def _read_section(path: tuple[str, ...], level: int, row: Sequence[Any]) -> Section:
    hashed, hashes, values, code, opaque = row
    pieces = [Piece(part, "prose", "", ()) for part in _parts(hashes, _HASH)]
    for value in values:
        number, letter, said = _VALUE.fullmatch(value).groups()  # type: ignore[union-attr]
        kind = _KINDS[letter]
        parts = [part.replace(_BROKEN, _APART) for part in said.split(_APART)] if said or kind in KEYED else []
        label = _NAME.match(parts[0])[0] if kind == "param" else parts.pop(0) if kind in KEYED else ""  # type: ignore[index]
        pieces[int(number)] = Piece(pieces[int(number)].hash, kind, label, tuple(parts))
    under = ""
    for number, piece in enumerate(pieces):
        pieces[number] = piece._replace(under="" if piece.kind == "head" else under)
        under = piece.label if piece.kind == "param" else under
    if code:
        pieces.append(Piece("", "code", "", tuple(code.split(" "))))
    return Section(path, hashed, tuple(pieces), bool(opaque), level)


def _parts(text: str, length: int) -> Iterator[str]:
    for start in range(0, len(text), length):
        yield text[start : start + length]
