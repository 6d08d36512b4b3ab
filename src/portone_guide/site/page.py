"""What was read of a site: pages with the lines that a person sees, links, and how completely they were read."""

from typing import Literal, NamedTuple

How = Literal["static", "browser", "file"]
Place = Literal["body", "footer"]
Shown = Literal["yes", "maybe", "no"]
"""Whether a person sees it: ``maybe`` where a style or a press of a button decides."""
WhyNot = Literal[
    "network",
    "timeout",
    "refused_address",
    "other_host",
    "too_many_redirects",
    "robots",
    "status",
    "not_html",
    "cut",
    "login",
    "challenge",
    "closed",
    "script",
    "frame",
    "template",
    "broken_letters",
    "empty",
]
SAVED = "https://saved.invalid/"
"""Stands before the path of a saved page, so that its links can be followed."""
PICTURE = "\ufffc"
"""Stands in a line where a picture without words is."""


class Line(NamedTuple):
    """What stands in one line of a page; ``boxes`` are the boxes around it, the widest first.

    ``alt``: it is the text of a picture. ``heading``: it names what follows.
    """

    text: str
    place: Place = "body"
    shown: Shown = "yes"
    boxes: tuple[int, ...] = ()
    alt: bool = False
    heading: bool = False


class Link(NamedTuple):
    """Something to press. ``url`` None: it has no address that can be followed.

    ``raw`` is the address as written, ``script`` what runs when it is pressed. ``bound``: something of it (an id, a
    data attribute) lets a program act on it.
    """

    text: str
    url: str | None
    raw: str = ""
    script: str = ""
    place: Place = "body"
    shown: Shown = "yes"
    bound: bool = False


class Form(NamedTuple):
    """A form; ``fields`` are the names and types of what is filled in."""

    action: str
    fields: tuple[str, ...]
    text: str


class Hole(NamedTuple):
    """Something whose content could not be read: where, and why."""

    why: WhyNot
    place: Place


class Page(NamedTuple):
    """One page as it was read.

    ``status`` None: no answer, or a file. ``programs`` are the programs in it, ``loads`` the addresses of others.
    ``declared`` is the encoding that it claims where its bytes are another. ``fills``: a program may still fill it.
    """

    url: str
    how: How
    status: int | None = None
    title: str = ""
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    forms: tuple[Form, ...] = ()
    holes: tuple[Hole, ...] = ()
    programs: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    why_not: WhyNot | None = None
    declared: str | None = None
    fills: bool = False
    calls: tuple[str, ...] = ()
    builders: tuple[str, ...] = ()

    @property
    def read(self) -> bool:
        """Whether there is something of the page to look at; before a login or an opening it is what all may see."""
        return bool(self.lines) and self.why_not not in {"status", "challenge", "not_html"}

    @property
    def acts(self) -> bool:
        """Whether a program may show later what is hidden now."""
        return bool(self.fills or (self.how == "browser" and (self.programs or self.loads)))

    def seen(self) -> list[Line]:
        """Return the lines that a person sees for sure."""
        return [line for line in self.lines if line.shown == "yes"]

    def text(self) -> str:
        """Return what a person sees for sure."""
        return "\n".join(line.text for line in self.seen())
