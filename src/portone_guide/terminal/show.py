"""Shows a screen the way the person asked for."""

import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from portone_guide.terminal.out import say

if TYPE_CHECKING:
    from portone_guide.terminal.blocks import Page, Screen

_WRITERS: Final = {
    "plain": ("plain", "plain_text"),
    "md": ("markdown", "markdown"),
    "html": ("html", "html"),
}
"""Ways to write a screen as text, each a module here and its function: a new one is a file and a line."""
FORMATS: Final = tuple(name for name in _WRITERS if name != "plain")
"""The ways that are files of their own, for ``--format``."""


class View(NamedTuple):
    """What a person wants to see of an answer, and how.

    ``plain``: lines without tables and colour. ``everything``: not the first view alone. ``section``: that part
    alone. ``width``: columns, None: those of the terminal. ``below``: lines that something else takes below it.
    """

    plain: bool = False
    everything: bool = False
    section: str | None = None
    width: int | None = None
    below: int = 0


class NoSectionError(Exception):
    """An answer has no section of the name that was asked for; ``there`` are those that it has."""

    def __init__(self, name: str, there: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.there = name, there


def show(screen: "Screen", *, plain: bool, width: int | None = None) -> None:
    """Print a screen to stdout: plain text if asked for, else for a terminal; a long one through the pager there."""
    text = written(screen, "plain") if plain else _drawn(screen, width)
    if _is_too_tall(text):
        _through_pager(text)
    elif plain:
        say(text)
    else:
        sys.stdout.write(text)


def show_page(page: "Page", view: View) -> None:
    """Print an answer to stdout: its first view on a terminal, everything into a pipe or through the pager.

    :raises NoSectionError: a section was asked for that the answer does not have.
    """
    if view.section is not None:
        show(_section(page, view.section), plain=view.plain, width=view.width)
    elif not sys.stdout.isatty():
        show(page.whole(), plain=view.plain, width=view.width)
    elif view.everything:
        _through_pager(written(page.whole(), "plain") if view.plain else _drawn(page.whole(), view.width))
    else:
        from portone_guide.terminal.first_view import LINES, first_view

        lines = LINES - view.below
        shown = first_view(page, lambda screen: _drawn(screen, view.width).count("\n"), lines=lines)
        show(shown, plain=view.plain, width=view.width)


def written(screen: "Screen", way: str) -> str:
    """Return a screen as text in one of the ways."""
    from importlib import import_module

    module, function = _WRITERS[way]
    return str(getattr(import_module(f"portone_guide.terminal.{module}"), function)(screen))


def _drawn(screen: "Screen", width: int | None) -> str:
    from portone_guide.terminal.render import drawn

    return drawn(screen, width)


def _section(page: "Page", name: str) -> "Screen":
    for section in page.sections:
        if section.name == name:
            return section.whole()
    raise NoSectionError(name, tuple(section.name for section in page.sections))


def _is_too_tall(text: str) -> bool:
    """Tell whether a person at a terminal would lose the head of a text."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        return False
    from shutil import get_terminal_size

    return text.count("\n") >= get_terminal_size().lines


def _through_pager(text: str) -> None:
    """Hand a text to the person's pager; one screen or less is simply printed."""
    import os
    import pydoc

    os.environ.setdefault("LESS", "FRX")
    pydoc.pager(text)
