"""Screens as Markdown, to hand to a colleague or a tracker: the same blocks without their pictures."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portone_guide.terminal.blocks import Bars, Bullets, Code, Command, Heading, Screen, Table, Tasks, Text
from portone_guide.terminal.text import clean, one_line

_MARKS: Final = "\\`*_[]<>#|~&"
_ADDRESS: Final = r"https://[\w.~%!$&'()*+,;=:@/?#-]+"


def markdown(screen: Screen) -> str:
    """Return a screen as Markdown (GitHub's, for tables and task lists), one blank line between its parts.

    The first heading is the title. Stars, brackets and the like in what the blocks say stay letters.
    """
    return clean("\n\n".join(part for part in _parts(screen) if part) + "\n")


def _parts(screen: Screen) -> Iterator[str]:
    level = "#"
    for block in screen:
        match block:
            case Heading(text):
                yield f"{level} {_escaped(text)}"
                level = "##"
            case Text(text):
                yield _escaped(text)
            case Bullets():
                yield "\n".join(_item(_escaped(first), rest) for first, rest in block.lines())
            case Tasks(tasks):
                yield "\n".join(
                    _item(f"[{'x' if task.done else ' '}] {_escaped(task.text)}", task.details) for task in tasks
                )
            case Table(columns, rows):
                head = [_row(column.title for column in columns), f"|{'---|' * len(columns)}"]
                yield "\n".join([*head, *(_row(row) for row in rows)])
            case Command(command, why):
                yield f"{_escaped(why)}:"
                yield _fenced("sh", command)
            case Code(language, text):
                yield _fenced(language, text)
            case Bars():
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
    """Return a line with its address as a link, where it is one, after a label of one word or none."""
    label, space, address = text.rpartition(" ")
    whole = bool(re.fullmatch(_ADDRESS, address)) and " " not in label
    return f"{_escaped(label)}{space}<{address}>" if whole else _escaped(text)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _MARKS else char for char in text)
