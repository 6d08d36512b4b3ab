"""A list to pick from: what is in it, what was typed to narrow it down, what is pointed at, and how it is drawn."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from portone_guide.needs.question import Option
from portone_guide.terminal.hangul import holds
from portone_guide.terminal.split_table import shortened
from portone_guide.terminal.text import cells, clean

Piece = tuple[str, str]
"""A style and a text."""
_POINTER: Final = " > "
_BESIDE: Final = "   "
_TICKED, _OPEN = "● ", "○ "


class Listing:
    """The rows of a list; ``pointed`` is the number of a row among those that are shown, None: no row is pointed at.

    ``ticked`` are values; None: rows can't be ticked. Typing narrows the list down where it is ``searched``.
    """

    def __init__(
        self, ways: Sequence[Option], pointed: int | None, ticked: Collection[str] | None, *, searched: bool
    ) -> None:
        self.ways = tuple(ways)
        self.pointed = pointed
        self.ticked = None if ticked is None else [way.value for way in ways if way.value in ticked]
        self.searched = searched
        self.typed = ""

    @property
    def shown(self) -> tuple[Option, ...]:
        """The rows that hold what was typed."""
        return tuple(way for way in self.ways if holds(way.label, self.typed) or holds(way.value, self.typed))

    @property
    def pointed_at(self) -> str | None:
        """The value of the row that is pointed at."""
        return None if self.pointed is None or not self.shown else self.shown[self.pointed].value

    def move(self, step: int) -> None:
        """Point at the next row, or the one before; from nowhere at the first or the last."""
        if count := len(self.shown):
            before = self.pointed if self.pointed is not None else (-1 if step > 0 else 0)
            self.pointed = (before + step) % count

    def narrow(self, typed: str) -> None:
        """Show the rows that hold a text; the only one is pointed at, the first of several where rows are ticked."""
        self.typed = typed
        self.pointed = 0 if self.ticked is not None or len(self.shown) == 1 else None

    def cut(self, columns: int) -> str:
        """Return the label of the row that is pointed at, where it is cut at its end; else nothing."""
        label = next((way.label for way in self.ways if way.value == self.pointed_at), "")
        return clean(label) if cells(label) > self._width(columns) else ""

    def _width(self, columns: int) -> int:
        return columns - cells(_POINTER) - (0 if self.ticked is None else cells(_OPEN)) - 1

    def drawn(self, room: int, columns: int) -> Iterator[Piece]:
        """Yield the list in ``room`` lines of some columns, with how many rows there are beyond its edges."""
        shown, width = self.shown, self._width(columns)
        if not shown:
            yield "class:instruction", f"{_BESIDE}'{clean(self.typed)}': 맞는 것이 없습니다. 지우려면 Backspace"
            return
        first, last = self._edges(len(shown), room)
        if first:
            yield "class:instruction", f"{_BESIDE}... 위에 {first}개 더 있음\n"
        for number in range(first, last):
            at = number == self.pointed
            yield ("class:pointer", _POINTER) if at else ("", _BESIDE)
            if at:
                yield "[SetCursorPosition]", ""
            if self.ticked is not None:
                yield "", _TICKED if shown[number].value in self.ticked else _OPEN
            yield "class:highlighted" if at else "", shortened(shown[number].label, width)
            yield "", "\n" if number < last - 1 else ""
        if last < len(shown):
            yield "class:instruction", f"\n{_BESIDE}... 아래에 {len(shown) - last}개 더 있음"

    def _edges(self, count: int, room: int) -> tuple[int, int]:
        """Return the first row and the one after the last that there is room for, the row pointed at among them."""
        if count <= room:
            return 0, count
        room = max(1, room - 2)
        first = min(max(0, (self.pointed or 0) - room // 2), count - room)
        return first, first + room
