"""What a copy of the documents is made of: pages, their sections, and the pieces of those."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from portone_guide.facts.rules.drift.answer import Unread

Kind = Literal["head", "list", "item", "row", "cell", "param", "code", "prose"]
"""What a piece is: ``list``: a label and what is listed under it; ``cell``: of a table that stands on one line."""
KEYED: frozenset[Kind] = frozenset({"list", "row", "cell", "param"})
"""Pieces that go by a label, so that the old one and the new one are known to be about the same thing."""
LISTED: frozenset[Kind] = frozenset({"head", "list", "item", "row", "cell", "param"})
"""Pieces that list names: each name counts. Elsewhere one that stands in the same section still is no change."""


class Piece(NamedTuple):
    """A heading, a paragraph, an item, a row, a cell, a line of code.

    ``hash`` is of its letters without spaces and marks, ``tokens`` are the values in it. ``under`` names what it
    stands under (a parameter), ``text`` is empty where it comes from a lock.
    """

    hash: str
    kind: Kind
    label: str
    tokens: tuple[str, ...]
    under: str = ""
    text: str = ""


class Section(NamedTuple):
    """What stands under one heading. ``opaque``: some of it is drawn by a program, and not there to be read."""

    path: tuple[str, ...]
    hash: str
    pieces: tuple[Piece, ...]
    opaque: bool = False
    level: int = 0

    @property
    def name(self) -> str:
        """Its headings, from the top."""
        return " > ".join(self.path)


class Page(NamedTuple):
    """A page of the documents. ``components``: it is written with components, parts of it may be drawn by programs."""

    title: str
    sections: tuple[Section, ...]
    components: bool = False

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece."""
        for section in self.sections:
            yield from section.pieces


class Names(NamedTuple):
    """The names that count as values: what each spelling stands for (without spaces, in small letters).

    ``firms`` are the spellings of companies.
    """

    meant: Mapping[str, str]
    firms: frozenset[str]


class Copy(NamedTuple):
    """A copy of the documents, read: its pages by id. ``areas`` are the parts of the documents that it has.

    ``unread`` are files that could not be read, ``lost`` are their pages, and those that a
    program draws (one that ends with a stroke: all that begin so).
    """

    pages: Mapping[str, Page]
    areas: frozenset[str]
    names: Names
    unread: tuple[Unread, ...] = ()
    lost: frozenset[str] = frozenset()

    def may_have(self, page: str) -> bool:
        """Tell whether a page that is not among those that were read may be there all the same."""
        drawn = tuple(lost for lost in self.lost if lost.endswith("/"))
        return page in self.lost or page.startswith(drawn)
