"""From the blocks of a page to its sections and their pieces, each with the values in it."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portone_guide.facts.rules.drift.code_values import code_values
from portone_guide.facts.rules.drift.korean_tokens import (
    is_name,
    labelled,
    leads_away,
    named,
    names_listed,
    numberless,
    parameter,
    squeezed,
    unnumbered,
)
from portone_guide.facts.rules.drift.markup import Block, Include, read_markup
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.facts.rules.drift.one_line_table import cells_of
from portone_guide.facts.rules.drift.pages import Kind, Page, Piece, Section

_HASH = 5
LONGEST_KEPT = 120
"""How long a value may be that a lock keeps as it is; of a longer one it keeps a hash."""
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_COLUMNS = re.compile(r"(?<!\\)\|")
_LONGEST_LABEL = 40


def hash_of(text: str, length: int = _HASH) -> str:
    """Return a short hash of the letters of a text: 30 bits where it is told apart from those of its section."""
    digest = hashlib.blake2b(squeezed(text).encode("utf-8", "replace"), digest_size=length).digest()
    return "".join(_LETTERS[byte & 63] for byte in digest)


def kept(token: str) -> str:
    """Return a value as a lock keeps it."""
    return token if len(token) <= LONGEST_KEPT else f"#{hash_of(token)}"


class _Open(NamedTuple):
    """A section that is still being read."""

    path: tuple[str, ...]
    level: int
    pieces: list[Piece]
    drawn: list[Block]

    def closed(self) -> Section:
        whole = hash_of("\n".join(piece.hash for piece in self.pieces), 12)
        return Section(self.path, whole, tuple(self.pieces), bool(self.drawn), self.level)


def read_page(text: str, include: Include, names: NameFinder, *, components: bool = False) -> Page:
    """Return a page of either layout."""
    marked = read_markup(text, include)
    return Page(marked.title, tuple(_sections(marked.blocks, names)), components)


def _sections(blocks: Sequence[Block], names: NameFinder) -> Iterator[Section]:
    section = _Open((), 0, [], [])
    path: list[tuple[int, str]] = []
    under = ""
    for block in _tables_in(blocks):
        if isinstance(block, Piece):
            section.pieces.append(block)
        elif block.kind == "drawn":
            section.drawn.append(block)
        elif block.kind == "head":
            if section.pieces or section.path:
                yield section.closed()
            path = [*(step for step in path if step[0] < block.level), (block.level, unnumbered(block.text))]
            section = _Open(tuple(name for _, name in path), block.level, [], [])
            section.pieces.append(_piece("head", "", names.values(numberless(block.text)), block.text))
            under = ""
        else:
            piece = _piece_of(block, names)._replace(under=under)
            under = piece.label if piece.kind == "param" else under
            section.pieces.append(piece)
    if section.pieces or section.path:
        yield section.closed()


def _tables_in(blocks: Sequence[Block]) -> Iterator[Block | Piece]:
    """Yield blocks, with the cells of each table that stands on one line in its place."""
    for block in blocks:
        cells = cells_of(block.text) if block.kind in {"code", "para"} else None
        if cells is None:
            yield block
        else:
            for label, value in cells:
                yield Piece(
                    hash_of(f"{label}={value}"), "cell", label, (" ".join(value.split()),), text=f"{label}: {value}"
                )


def _piece(kind: Kind, label: str, tokens: Sequence[str], text: str) -> Piece:
    return Piece(hash_of(text), kind, label[:_LONGEST_LABEL], tuple(tokens), text=text)


def _piece_of(block: Block, names: NameFinder) -> Piece:
    text = block.text
    if block.kind == "code":
        return _piece("code", "", code_values(text, names), text)
    if block.kind == "row":
        return _row(text, names)
    if leads_away(text):
        return _piece("prose", "", [], text)
    if declared := parameter(text):
        return _piece("param", declared[0], [declared[1]], text)
    if found := labelled(text):
        label, listed = found
        return _piece("list", label, [*names.values(label), *listed], text)
    if block.kind == "item" and (listed := names_listed(text)):
        return _piece("item", "", listed, text)
    return _piece("prose", "", names.values(text), text)


def _row(text: str, names: NameFinder) -> Piece:
    cells = [cell.strip() for cell in _COLUMNS.split(text.strip("|"))]
    tokens: list[str] = []
    for cell in filter(None, cells):
        tokens += [named(cell)] if is_name(cell) and named(cell) else names.values(cell)
    first = named(next(filter(None, cells), ""))
    return _piece("row", first if is_name(first, words=6) else "", tokens, text)
