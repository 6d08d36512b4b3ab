"""Shows a screen the way the person asked for."""

import sys

from portone_guide.terminal.blocks import Screen


def show(screen: Screen, *, plain: bool) -> None:
    """Print a screen to stdout: plain text if asked for, else for a terminal."""
    if plain:
        from portone_guide.terminal.plain import plain_text

        sys.stdout.write(plain_text(screen))
        return
    from portone_guide.terminal.render import print_screen

    print_screen(screen)
