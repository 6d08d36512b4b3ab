"""Screens on a terminal, drawn by rich. Words carry the meaning; colour only repeats it."""

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table as RichTable
from rich.text import Text as RichText

from portone_guide.terminal.blocks import (
    Bars,
    Block,
    Bullets,
    Chart,
    Code,
    Command,
    Heading,
    Screen,
    Table,
    Tasks,
    Text,
    Timeline,
)
from portone_guide.terminal.split_table import GAP, column_widths, shortened
from portone_guide.terminal.states import cell_tone, states_in
from portone_guide.terminal.text import cells, clean, command_lines, pad, wrap
from portone_guide.terminal.timeline import legend, timeline_lines

_WIDEST = 110
_WIDEST_LABEL = 24

# Only characters that a Korean code page and every font have, and that take one cell everywhere.
_BOX = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_STYLES = {"normal": "", "strong": "bold", "good": "green", "warn": "yellow", "bad": "red", "dim": "dim"}


def drawn(screen: Screen, width: int | None = None) -> str:
    """Return a screen as stdout takes it, ``width`` columns wide (None: as wide as the terminal, 80 without one).

    What goes into a pipe has neither colour nor spaces at the end of its lines.
    """
    console = make_console(width)
    with console.capture() as shown:
        console.print(_Drawing(screen), crop=False)
    text = shown.get()
    return text if console.is_terminal else "\n".join(line.rstrip() for line in text.split("\n"))


class _Drawing:
    """A whole screen as one thing to print: to print line by line takes four times as long."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for block in self._screen:
            for part in _parts(block, options.max_width):
                if isinstance(part, RichTable):
                    yield part
                    continue
                for line in part.lines(console, options.max_width):
                    yield from line.render(console, "\n")


class _Paragraph(NamedTuple):
    """Text that is broken between words; ``mark`` stands before its first line, and the others are set in as far.

    An address is never broken: in two it can be neither clicked nor copied.
    """

    text: RichText
    mark: str = ""

    def lines(self, console: Console, width: int) -> Iterator[RichText]:
        indent = len(self.mark)
        room = width - indent
        if "://" in self.text.plain and any(cells(word) > room for word in self.text.plain.split()):
            broken = [RichText(line, style=self.text.style) for line in wrap(self.text.plain, room)]
        else:
            broken = [*self.text.wrap(console, room, overflow="fold")]
        for number, line in enumerate(broken):
            yield RichText.assemble(self.mark if number == 0 else " " * indent, line) if indent else line


def make_console(width: int | None = None) -> Console:
    """Return a console that marks nothing up by itself and keeps to a readable width, unless one is asked for."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        console.width = 80
    console.width = width or min(console.width, _WIDEST)
    return console


def _parts(block: Block, width: int) -> Iterator[_Paragraph | RichTable]:
    match block:
        case Heading(text):
            yield _line("")
            yield _line(text, "bold")
            yield _line("-" * min(cells(text), width), "dim")
        case Text(text, tone):
            yield _line(text, _STYLES[tone])
        case Code(text=text):
            yield _line(text)
        case Bullets(tone=tone):
            for first, rest in block.lines():
                yield _line(first, _STYLES[tone], "- ")
                yield from (_line(line, "dim", "  ") for line in rest)
        case Tasks(tasks):
            for task in tasks:
                yield _line(task.told, _STYLES[task.tone], "[x] " if task.done else "[ ] ")
                yield from (_line(line, "dim", "    ") for line in task.details)
        case Table():
            shown = _columns_that_fit(block, width)
            hidden = [column.title for index, column in enumerate(block.columns) if index not in shown]
            yield _table(block, shown)
            if hidden:
                yield _line(f"화면이 좁아 숨긴 칸: {', '.join(hidden)} (모두 보기: --plain)", "dim")
        case Bars():
            yield from map(_Paragraph, _bars(block, width))
        case Chart():
            yield from map(_Paragraph, _bars(block.bars(), width))
        case Timeline():
            yield from map(_line, timeline_lines(block, width))
            yield _line(legend(block), "dim")
        case Command(command, why):
            yield _line(f"{why}:")
            yield from (_line(line, "bold cyan", "  ") for line in command_lines(command, width - 2))


def _line(text: str, style: str = "", mark: str = "") -> _Paragraph:
    told = RichText(clean(text), style=style)
    for first, last, tone in () if style else states_in(told.plain):
        told.stylize(_STYLES[tone], first, last)
    return _Paragraph(told, mark)


def _table(block: Table, shown: list[int]) -> RichTable:
    table = RichTable(box=_BOX, pad_edge=False, padding=(0, 1), header_style="bold", show_edge=False)
    for index in shown:
        column = block.columns[index]
        table.add_column(clean(column.title), justify="right" if column.right else "left", overflow="fold")
    for row in block.rows:
        table.add_row(*(RichText(clean(row[index]), _STYLES[cell_tone(row[index])]) for index in shown))
    return table


def _columns_that_fit(block: Table, width: int) -> list[int]:
    """Leave out the lowest ranks until the widest cells fit, but never the first two columns."""
    widest = column_widths(block)
    shown = list(range(len(block.columns)))
    while len(shown) > 2 and sum(widest[index] + GAP for index in shown) - GAP > width:
        shown.remove(min(shown[1:], key=lambda index: (block.columns[index].rank, -index)))
    return shown


def _bars(block: Bars, width: int) -> list[RichText]:
    label = min(max((cells(bar.label) for bar in block.bars), default=0), _WIDEST_LABEL)
    figure = max((cells(bar.text) for bar in block.bars), default=0)
    space = max(8, width - label - figure - 3)
    most = max((bar.high for bar in block.bars), default=0) or 1
    lines = []
    for bar in block.bars:
        sure = max(1 if bar.low else 0, bar.low * space // most)
        maybe = max(0, bar.high * space // most - sure)
        drawn = pad("#" * sure + "." * maybe, space)
        name, cost = pad(shortened(bar.label, label), label), pad(clean(bar.text), figure, right=True)
        lines.append(RichText.assemble(f"{name} ", (drawn, "cyan"), f" {cost}", no_wrap=True))
    return lines
