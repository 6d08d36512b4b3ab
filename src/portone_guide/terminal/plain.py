"""Screens as plain text: one fact a line, no table, no colour; for pipes, screen readers and ``--plain``."""

from collections.abc import Iterator

from portone_guide.terminal.blocks import (
    Bars,
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
from portone_guide.terminal.text import clean


def plain_text(screen: Screen) -> str:
    """Return a screen as lines; a table row becomes ``name: column value, column value``."""
    return "\n".join(clean(line) for line in _lines(screen)).strip("\n") + "\n"


def _lines(screen: Screen) -> Iterator[str]:
    for block in screen:
        match block:
            case Heading(text):
                yield ""
                yield f"[{text}]"
            case Text(text) | Code(text=text):
                yield text
            case Bullets():
                for first, rest in block.lines():
                    yield f"- {first}"
                    yield from (f"  {line}" for line in rest)
            case Tasks(tasks):
                for task in tasks:
                    yield f"- [{'x' if task.done else ' '}] {task.told}"
                    yield from (f"  {line}" for line in task.details)
            case Table(columns, rows):
                for row in rows:
                    rest = [
                        f"{column.title} {cell}".strip()
                        for column, cell in zip(columns[1:], row[1:], strict=True)
                        if cell
                    ]
                    yield f"- {row[0]}: {', '.join(rest)}"
            case Bars(bars):
                for bar in bars:
                    yield f"- {bar.label}: {bar.text}"
            case Chart():
                yield from _lines((block.bars(),))
            case Timeline(spans):
                for span in spans:
                    yield f"- {f'{span.group} ' if span.group else ''}{span.label}: {span.text}"
            case Command(command, why):
                yield f"{why}:"
                yield f"  {command}"
