"""What a screen is made of: every command says its result in these blocks."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

Tone = Literal["normal", "strong", "good", "warn", "bad", "dim"]


class Linked(str):
    """A line that tells what a page says: text everywhere, and a link to the page where there can be one."""

    url: str

    def __new__(cls, text: str, url: str) -> "Linked":
        """Return the text with the address of the page."""
        made = super().__new__(cls, text)
        made.url = url
        return made


class Heading(NamedTuple):
    """A line that names what follows; ``depth`` is how far below a document's own headings it stands."""

    text: str
    depth: int = 0


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
    """Something to do, or done, with lines about it; ``state`` is a word for where it stands, ``tone`` its weight."""

    text: str
    done: bool
    details: tuple[str, ...] = ()
    state: str = ""
    tone: Tone = "normal"

    @property
    def told(self) -> str:
        """The task with its state in one line."""
        return f"{self.text} - {self.state}" if self.state else self.text


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


class Point(NamedTuple):
    """What something comes to at one level: from ``low`` to ``high``, and the figure in words."""

    low: int
    high: int
    text: str


class Chart(NamedTuple):
    """What several things come to as one amount grows: a line each, with a point at each level.

    ``along`` names the amount, ``levels`` are its values with their words; ``what`` names the figures. ``marks`` are
    values on the way that are told with a word.
    """

    what: str
    along: str
    levels: tuple[tuple[int, str], ...]
    lines: tuple[tuple[str, tuple[Point, ...]], ...]
    marks: tuple[tuple[int, str], ...] = ()

    def bars(self) -> Bars:
        """Return the same as bars, level by level, for where no lines can be drawn."""
        return Bars(
            tuple(
                Bar(f"{level.removesuffix(' 원')} {name}", *points[number])
                for number, (_, level) in enumerate(self.levels)
                for name, points in self.lines
            )
        )

    def table(self) -> Table:
        """Return the same as figures: a row a level."""
        rows = ((level, *(points[n].text for _, points in self.lines)) for n, (_, level) in enumerate(self.levels))
        return Table((Column(self.along), *(Column(name, right=True) for name, _ in self.lines)), tuple(rows))


class Days(NamedTuple):
    """A stretch of days: from ``start``, surely to ``sure``, at the latest to ``latest``."""

    start: date
    sure: date
    latest: date


class Span(NamedTuple):
    """Something that takes days; None: no day is known. ``text`` says the days in words.

    ``open_ended``: nobody tells how long it may take. ``group`` is what it stands under, empty: under nothing.
    """

    label: str
    days: Days | None
    done: bool
    open_ended: bool
    text: str
    group: str = ""


class Timeline(NamedTuple):
    """What takes days, on one scale; ``legend`` says what is sure, what may be, what is open-ended, what is done."""

    spans: tuple[Span, ...]
    legend: tuple[str, str, str, str]

    @property
    def ends(self) -> tuple[date, date] | None:
        """The first and the last day; None: no day is known."""
        days = [span.days for span in self.spans if span.days]
        return (min(entry.start for entry in days), max(entry.latest for entry in days)) if days else None


class Command(NamedTuple):
    """Something to type next, and why."""

    command: str
    why: str


class Code(NamedTuple):
    """A program, shown as it is; ``language`` is what Markdown calls it (``js``, ``jsx``, ``python``, ``sh``)."""

    language: str
    text: str


Block = Heading | Text | Bullets | Tasks | Table | Bars | Chart | Timeline | Command | Code
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
        return (Heading(self.title), *lowered(self.blocks))


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


def lowered(screen: Screen) -> Screen:
    """Return blocks with their headings a step further down, to stand under another heading."""
    return tuple(block._replace(depth=block.depth + 1) if isinstance(block, Heading) else block for block in screen)


def document(title: str, *pages: Page) -> Screen:
    """Return answers as one document under a title."""
    return (Heading(title), *(block for page in pages for block in page.whole()))
