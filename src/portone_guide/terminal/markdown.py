"""Screens as Markdown, to hand to a colleague or a tracker: the same blocks without their pictures."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portone_guide.terminal.blocks import (
    Bars,
    Bullets,
    Chart,
    Code,
    Command,
    Heading,
    Linked,
    Screen,
    Table,
    Tasks,
    Text,
    Timeline,
)
from portone_guide.terminal.text import address_at_end, clean, one_line

_MARKS: Final = "\\`*_[]<>#|~&"
_ADDRESS: Final = r"https://[\w.~%!$&'()*+,;=:@/?#-]+"


def markdown(screen: Screen) -> str:
    """Return a screen as Markdown (GitHub's, for tables and task lists), one blank line between its parts.

    The first heading is the title. Stars, brackets and the like in what the blocks say stay letters.
    """
    return clean("\n\n".join(part for part in _parts(screen) if part) + "\n")


def _parts(screen: Screen) -> Iterator[str]:
    title = True
    for block in screen:
        match block:
            case Heading(text, depth):
                yield f"{'#' if title else '#' * (2 + min(depth, 4))} {_escaped(text)}"
                title = False
            case Text(text):
                yield _escaped(text)
            case Bullets():
                yield "\n".join(_item(_escaped(first), rest) for first, rest in block.lines())
            case Tasks(tasks):
                yield "\n".join(
                    _item(f"[{'x' if task.done else ' '}] {_escaped(task.told)}", task.details) for task in tasks
                )
            case Table(columns, rows):
                head = [_row(column.title for column in columns), f"|{'---|' * len(columns)}"]
                yield "\n".join([*head, *(_row(row) for row in rows)])
            case Command(command, why):
                yield f"{_escaped(why)}:"
                yield _fenced("sh", command)
            case Code(language, text):
                yield _fenced(language, text)
            case Chart():
                yield from _parts((block.table(),))
            case Bars() | Timeline():
                pass


def _item(first: str, rest: Iterable[str]) -> str:
    return "\n".join([f"- {first}", *(f"  - {_linked(line)}" for line in rest)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escaped(one_line(cell)) for cell in cells)} |"


def _fenced(language: str, text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"


def _linked(text: str) -> str:
    """Return a line with its address as a link, where it has one that can't end the link early."""
    if isinstance(text, Linked):
        return f"[{_escaped(text)}](<{text.url}>)" if re.fullmatch(_ADDRESS, text.url) else _escaped(text)
    label, address = address_at_end(text)
    return f"{_escaped(label)}<{address}>" if re.fullmatch(_ADDRESS, address or "") else _escaped(text)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _MARKS else char for char in text)
