"""What a screen is made of: every command says its result in these blocks."""

from typing import Literal, NamedTuple

Tone = Literal["normal", "good", "warn", "bad", "dim"]


class Heading(NamedTuple):
    """A line that names what follows."""

    text: str


class Text(NamedTuple):
    """A paragraph."""

    text: str
    tone: Tone = "normal"


class Bullets(NamedTuple):
    """A list; an item may have a second line."""

    items: tuple[str | tuple[str, str], ...]
    tone: Tone = "normal"


class Column(NamedTuple):
    """A table's column. Columns of a lower ``rank`` leave first where the terminal is narrow."""

    title: str
    right: bool = False
    rank: int = 9


class Table(NamedTuple):
    """Rows of cells; the first column is what the row is about."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Bar(NamedTuple):
    """One bar from ``low`` to ``high`` with the figure in words."""

    label: str
    low: int
    high: int
    text: str


class Bars(NamedTuple):
    """Bars on one scale."""

    bars: tuple[Bar, ...]


class Command(NamedTuple):
    """Something to type next, and why."""

    command: str
    why: str


Block = Heading | Text | Bullets | Table | Bars | Command
Screen = tuple[Block, ...]
"""Blocks from top to bottom."""
