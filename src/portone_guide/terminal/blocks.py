"""What a screen is made of: every command says its result in these blocks."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Tone = Literal["normal", "strong", "good", "warn", "bad", "dim"]


class Heading(NamedTuple):
    """A line that names what follows."""

    text: str


class Text(NamedTuple):
    """A paragraph."""

    text: str
    tone: Tone = "normal"


class Bullets(NamedTuple):
    """A list; an item of several lines is a tuple of them, and those that are empty are left out."""

    items: tuple[str | tuple[str, ...], ...]
    tone: Tone = "normal"

    def lines(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each item's first line and the lines under it."""
        for item in self.items:
            first, *rest = (item,) if isinstance(item, str) else item
            yield first, [line for line in rest if line]


class Task(NamedTuple):
    """Something to do, or done, with lines about it."""

    text: str
    done: bool
    details: tuple[str, ...] = ()


class Tasks(NamedTuple):
    """A list to tick off."""

    tasks: tuple[Task, ...]


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


class Code(NamedTuple):
    """A program, shown as it is; ``language`` is what Markdown calls it (``js``, ``jsx``, ``python``, ``sh``)."""

    language: str
    text: str


Block = Heading | Text | Bullets | Tasks | Table | Bars | Command | Code
Screen = tuple[Block, ...]
"""Blocks from top to bottom."""


class Part(NamedTuple):
    """Blocks of a first view that stay or leave together; a lower ``rank`` leaves first where lines are few.

    ``repeats``: a section tells it too, so that it is not told twice where everything is shown.
    """

    blocks: Screen
    rank: int = 9
    repeats: bool = False


class Section(NamedTuple):
    """One part of the whole answer, with the name that ``--section`` takes."""

    name: str
    title: str
    blocks: Screen

    def whole(self) -> Screen:
        """Return the section under its title."""
        return (Heading(self.title), *self.blocks)


class Page(NamedTuple):
    """An answer that is told in two steps: what fits a terminal at once, and everything by sections.

    ``end`` stands below both: what to type next.
    """

    first: tuple[Part, ...]
    sections: tuple[Section, ...] = ()
    end: Screen = ()

    def whole(self) -> Screen:
        """Return everything from top to bottom."""
        first = tuple(block for part in self.first if not part.repeats for block in part.blocks)
        end = (Heading("다음에 할 일"), *self.end) if self.end else ()
        return (*first, *(block for section in self.sections for block in section.whole()), *end)
