"""Command lines on a screen, with the flags that make them work on the same plan."""

from collections.abc import Sequence
from typing import Final

from portone_guide.terminal.blocks import Command, Page, Screen

_WITH_PLAN: Final = {
    "select-pg",
    "checklist",
    "next-steps",
    "code",
    "need-new-mid",
    "done",
    "undo",
    "plan",
    "go-live",
    "report",
}


def carried(screen: Screen, flags: Sequence[str]) -> Screen:
    """Return a screen whose command lines name the plan that its answer came from."""
    if not flags:
        return screen
    return tuple(
        Command(_with(block.command, flags), block.why) if isinstance(block, Command) else block for block in screen
    )


def carried_page(page: Page, flags: Sequence[str]) -> Page:
    """Return an answer whose command lines name the plan that it came from."""
    return Page(
        tuple(part._replace(blocks=carried(part.blocks, flags)) for part in page.first),
        tuple(section._replace(blocks=carried(section.blocks, flags)) for section in page.sections),
        carried(page.end, flags),
    )


def _with(line: str, flags: Sequence[str]) -> str:
    typed, redirected, file = line.partition(" > ")
    name = typed.split()[1:2]
    return " ".join([typed, *flags]) + redirected + file if set(name) & _WITH_PLAN else line
