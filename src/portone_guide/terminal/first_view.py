"""What of an answer is told first: as much as a terminal shows at once, and how to see the rest."""

from collections.abc import Callable, Sequence
from typing import Final

from portone_guide.terminal.blocks import Page, Part, Screen, Text

LINES: Final = 22
"""A terminal has 24 lines; the line that was typed and the prompt after the answer stay on it."""

ROWS_BELOW: Final = 6
"""So many rows of a list are shown where it is asked below an answer, which must stay on the screen."""
TAKEN_BELOW: Final = ROWS_BELOW + 3
"""The lines that such a list takes: an empty one, the question, the rows, and what is said below them."""


def first_view(page: Page, lines_of: Callable[[Screen], int], *, lines: int = LINES) -> Screen:
    """Return the first view, without the parts that don't fit; ``lines_of`` measures what blocks take."""
    more = (*page.end, *_more(page))
    parts: Sequence[Part] = page.first
    while len(parts) > 1 and lines_of(_blocks(parts, more)) > lines:
        leaves = min(range(len(parts)), key=lambda index: (parts[index].rank, -index))
        parts = [part for index, part in enumerate(parts) if index != leaves]
    return _blocks(parts, more)


def _blocks(parts: Sequence[Part], more: Screen) -> Screen:
    return (*(block for part in parts for block in part.blocks), *more)


def _more(page: Page) -> Screen:
    if not page.sections:
        return ()
    names = ", ".join(f"{section.name}({section.title})" for section in page.sections)
    return (Text(f"더 보기: --all(모두), --section 이름: {names}", "dim"),)
