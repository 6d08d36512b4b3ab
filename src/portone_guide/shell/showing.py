"""How an answer goes to the person: the first view, everything, or one section, as the flags say."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from portone_guide.shell import words
from portone_guide.shell.exits import CommandError
from portone_guide.terminal.show import NoSectionError, View, show_page

if TYPE_CHECKING:
    from portone_guide.shell.carried import Unsaved
    from portone_guide.terminal.blocks import Page

_NARROWEST: Final = 40
_WIDEST: Final = 400


class Seeing(Protocol):
    """The flags that say what to see of an answer."""

    @property
    def plain(self) -> bool:
        """Whether lines are wanted, without tables and colour."""

    @property
    def everything(self) -> bool:
        """Whether all is wanted, not the first view alone."""

    @property
    def section(self) -> str | None:
        """The one section that is wanted."""

    @property
    def width(self) -> str | None:
        """The width that is wanted, as typed."""


def view_of(flags: Seeing, sections: Mapping[str, str]) -> View:
    """Return what the flags ask to see; ``sections`` are the titles of those that the command's answers can have.

    :raises CommandError: there is no such section or width.
    """
    name = flags.section
    if name is not None and name not in sections:
        name = next((key for key, title in sections.items() if title == name), None)
        if name is None:
            from portone_guide.needs.lookup import nearest
            from portone_guide.needs.words import allowed, did_you_mean

            text = str(flags.section)
            hint = did_you_mean(nearest(text, sections, most=2), allowed(sections))
            raise CommandError("wrong_value", words.no_section(text), hint, flag="--section")
    return View(flags.plain, flags.everything, name, _width(flags.width))


def _noted(page: "Page", note: str | None) -> "Page":
    from portone_guide.terminal.blocks import Part, Text

    return page._replace(first=(*page.first, Part((Text(note, "dim"),)))) if note and sys.stdout.isatty() else page


def _width(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) <= len(str(_WIDEST)) and _NARROWEST <= int(text) <= _WIDEST:
        return int(text)
    raise CommandError("wrong_value", *words.no_width(text, _NARROWEST, _WIDEST), flag="--width")


def show_answer(
    page: "Page", view: View, flags: Sequence[str] = (), unsaved: "Unsaved | None" = None, note: str | None = None
) -> None:
    """Print an answer; its command lines get the ``flags`` that name its plan, and what is in no plan.

    ``note`` is a line for the person at the terminal.

    :raises CommandError: it has nothing under the section that was asked for.
    """
    from portone_guide.shell.carried import carried_page

    try:
        show_page(carried_page(_noted(page, note), flags, unsaved), view)
    except NoSectionError as error:
        from portone_guide.needs.words import allowed

        raise CommandError(
            "wrong_value", words.section_not_here(error.name), allowed(error.there), flag="--section"
        ) from None
