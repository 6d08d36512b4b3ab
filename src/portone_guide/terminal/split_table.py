"""A table that is wider than the terminal, as several that are not: no column is lost."""

from collections.abc import Iterator

from portone_guide.terminal.blocks import Block, Table, Text
from portone_guide.terminal.text import cells, clean

GAP = 3  # between two columns


def split_to_fit(table: Table, width: int | None) -> list[Table]:
    """Return the table in parts of at most ``width`` columns of text, each with the table's first column.

    A part has at least one column of its own, however narrow the terminal. Without a width the table stays whole.
    """
    if width is None:
        return [table]
    widest = column_widths(table)
    parts: list[list[int]] = []
    room = 0
    for index in range(1, len(table.columns)):
        need = widest[index] + GAP
        if not parts or need > room:
            parts.append([0])
            room = width - widest[0]
        parts[-1].append(index)
        room -= need
    return [_part(table, part) for part in parts]


def column_widths(table: Table) -> list[int]:
    """Return how many columns of text each column of a table takes."""
    return [
        max(cells(text) for text in (column.title, *(row[index] for row in table.rows)))
        for index, column in enumerate(table.columns)
    ]


def blocks_that_fit(table: Table, width: int | None) -> Iterator[Block]:
    """Yield the parts of a table with a blank line between them."""
    for number, part in enumerate(split_to_fit(table, width)):
        if number:
            yield Text("")
        yield part


def shortened(text: str, width: int | None) -> str:
    """Return clean text of at most ``width`` columns (two or more; None: any), with ``..`` where it was cut."""
    text = clean(text)
    # No letter takes more than two columns: often there is nothing to measure.
    if width is None or 2 * len(text) <= width or cells(text) <= width:
        return text
    from rich.cells import chop_cells

    return (chop_cells(text, width - 2)[0] if width > 2 else "") + ".."


def terminal_width() -> int:
    """Return the width that screens are printed in."""
    from portone_guide.terminal.render import make_console

    return make_console().width


def _part(table: Table, shown: list[int]) -> Table:
    return Table(
        tuple(table.columns[index] for index in shown),
        tuple(tuple(row[index] for index in shown) for row in table.rows),
    )
