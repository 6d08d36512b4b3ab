"""A table that is wider than the terminal, as several that are not: no column is lost."""

from collections.abc import Iterator

from portone_guide.terminal.blocks import Block, Table, Text
from portone_guide.terminal.text import cells

_GAP = 3  # between two columns


def split_to_fit(table: Table, width: int | None) -> list[Table]:
    """Return the table in parts of at most ``width`` columns of text, each with the table's first column.

    A part has at least one column of its own, however narrow the terminal. Without a width the table stays whole.
    """
    if width is None:
        return [table]
    widest = [
        max(cells(text) for text in (column.title, *(row[index] for row in table.rows)))
        for index, column in enumerate(table.columns)
    ]
    parts: list[list[int]] = []
    room = 0
    for index in range(1, len(table.columns)):
        need = widest[index] + _GAP
        if not parts or need > room:
            parts.append([0])
            room = width - widest[0]
        parts[-1].append(index)
        room -= need
    return [_part(table, part) for part in parts]


def blocks_that_fit(table: Table, width: int | None) -> Iterator[Block]:
    """Yield the parts of a table with a blank line between them."""
    for number, part in enumerate(split_to_fit(table, width)):
        if number:
            yield Text("")
        yield part


def shortened(text: str, width: int) -> str:
    """Return text of at most ``width`` columns, with ``..`` where it was cut."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 2:
        text = text[:-1]
    return f"{text}.."


def terminal_width() -> int:
    """Return the width that screens are printed in."""
    from portone_guide.terminal.render import make_console

    return make_console().width


def _part(table: Table, shown: list[int]) -> Table:
    return Table(
        tuple(table.columns[index] for index in shown),
        tuple(tuple(row[index] for index in shown) for row in table.rows),
    )
