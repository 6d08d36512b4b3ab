"""Screens on a terminal, drawn by rich. Words carry the meaning; colour only repeats it."""

import os
import sys
from collections.abc import Iterable
from typing import Any

from rich.box import Box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from portone_guide.terminal.blocks import Bars, Block, Bullets, Code, Command, Heading, Screen, Table, Tasks, Text
from portone_guide.terminal.split_table import GAP, column_widths, shortened
from portone_guide.terminal.text import cells, clean, pad

_WIDEST = 110
_WIDEST_LABEL = 24

# Only characters that a Korean code page and every font have, and that take one cell everywhere.
_BOX = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_STYLES = {"normal": "", "good": "green", "warn": "yellow", "bad": "red", "dim": "dim"}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the program what a reader that went away means."""
        raise BrokenPipeError


def print_screen(screen: Screen) -> None:
    """Print a screen to stdout in the width of the terminal (80 where there is none)."""
    console = make_console()
    for block in screen:
        for part in _parts(block, console.width):
            console.print(part)


def make_console() -> Console:
    """Return a console that marks nothing up by itself and keeps to a readable width."""
    console = _Console(highlight=False, markup=False, emoji=False)
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        console.width = 80
    console.width = min(console.width, _WIDEST)
    return console


def _parts(block: Block, width: int) -> list[Any]:
    match block:
        case Heading(text):
            return ["", _text(text, "bold"), _text("-" * min(cells(text), width), "dim")]
        case Text(text, tone):
            return [_text(text, _STYLES[tone])]
        case Code(text=text):
            return [_text(text)]
        case Bullets(tone=tone):
            return [_item("-", _text(first, _STYLES[tone]), rest) for first, rest in block.lines()]
        case Tasks(tasks):
            return [_item("[x]" if task.done else "[ ]", _text(task.text), task.details) for task in tasks]
        case Table():
            shown = _columns_that_fit(block, width)
            hidden = [column.title for index, column in enumerate(block.columns) if index not in shown]
            note = f"화면이 좁아 숨긴 칸: {', '.join(hidden)} (모두 보기: --plain)"
            return [_table(block, shown), *([_text(note, "dim")] if hidden else [])]
        case Bars():
            return _bars(block, width)
        case Command(command, why):
            return [_text(f"{why}:"), Padding(_text(command, "bold cyan"), (0, 0, 0, 2))]


def _text(text: str, style: str = "") -> RichText:
    return RichText(clean(text), style=style)


def _item(mark: str, first: RichText, rest: Iterable[str]) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=len(mark))
    grid.add_column(overflow="fold")
    grid.add_row(RichText(mark), first)
    for line in rest:
        grid.add_row("", _text(line, "dim"))
    return grid


def _table(block: Table, shown: list[int]) -> RichTable:
    table = RichTable(box=_BOX, pad_edge=False, padding=(0, 1), header_style="bold", show_edge=False)
    for index in shown:
        column = block.columns[index]
        table.add_column(clean(column.title), justify="right" if column.right else "left", overflow="fold")
    for row in block.rows:
        table.add_row(*(_text(row[index]) for index in shown))
    return table


def _columns_that_fit(block: Table, width: int) -> list[int]:
    """Leave out the lowest ranks until the widest cells fit, but never the first two columns."""
    widest = column_widths(block)
    shown = list(range(len(block.columns)))
    while len(shown) > 2 and sum(widest[index] + GAP for index in shown) - GAP > width:
        shown.remove(min(shown[1:], key=lambda index: (block.columns[index].rank, -index)))
    return shown


def _bars(block: Bars, width: int) -> list[Any]:
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
