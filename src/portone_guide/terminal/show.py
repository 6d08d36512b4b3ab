"""Shows a screen the way the person asked for."""

from typing import TYPE_CHECKING, Final

from portone_guide.terminal.out import say

if TYPE_CHECKING:
    from portone_guide.terminal.blocks import Screen

_WRITERS: Final = {
    "plain": ("plain", "plain_text"),
    "md": ("markdown", "markdown"),
}
"""Ways to write a screen as text, each a module here and its function: a new one is a file and a line."""
FORMATS: Final = tuple(name for name in _WRITERS if name != "plain")
"""The ways that are files of their own, for ``--format``."""


def show(screen: "Screen", *, plain: bool) -> None:
    """Print a screen to stdout: plain text if asked for, else for a terminal."""
    if plain:
        say(written(screen, "plain"))
        return
    from portone_guide.terminal.render import print_screen

    print_screen(screen)


def written(screen: "Screen", way: str) -> str:
    """Return a screen as text in one of the ways."""
    from importlib import import_module

    module, function = _WRITERS[way]
    return str(getattr(import_module(f"portone_guide.terminal.{module}"), function)(screen))
