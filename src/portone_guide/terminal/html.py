"""Screens as one HTML page that needs nothing else: no script, no request to anywhere; readable on paper too."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from portone_guide.terminal.blocks import Block, Heading, Screen
from portone_guide.terminal.elements import add, listed, made, markup
from portone_guide.terminal.html_blocks import Names, block_elements

_STYLE: Final = Path(__file__).with_name("page.css")
_DEEPEST: Final = 6
_FEW: Final = 5
"""So many headings at most are told with those under them in the table of contents."""
_WORTH: Final = 3
"""So many headings at least are worth a table of contents."""


class _Told(NamedTuple):
    """A heading with its place in the page."""

    text: str
    id: str
    level: int


def html(screen: Screen) -> str:
    """Return a screen as one page; the first heading is its title."""
    title = next((block.text for block in screen if isinstance(block, Heading)), "portone-guide")
    told: list[_Told] = []
    main = made("main", {"id": "main", "tabindex": "-1"}, *_sections(screen, told))
    skip = made("a", {"href": "#main", "class": "skip"}, "본문으로 건너뛰기")
    body = made("body", {}, skip, made("header", {}, made("h1", {}, title)))
    add(body, *_contents(told), main, made("footer", {}, made("p", {"class": "dim"}, "portone-guide로 만들었습니다.")))
    return f"<!doctype html>\n{markup(made('html', {'lang': 'ko'}, _head(title), body))}\n"


def _head(title: str) -> Element:
    style = _STYLE.read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return made(
        "head",
        {},
        made("meta", {"charset": "utf-8"}),
        made("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        made("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        made("meta", {"name": "referrer", "content": "no-referrer"}),
        made("meta", {"name": "color-scheme", "content": "light dark"}),
        made("link", {"rel": "icon", "href": "data:,"}),
        made("title", {}, title),
        made("style", {}, style),
    )


def _sections(screen: Screen, told: list[_Told]) -> Iterator[Element]:
    """Yield what stands before the first heading, then a section a heading; ``told`` takes the headings."""
    names = Names()
    section = made("section", {"class": "lead"})
    for block in _without_title(screen):
        if isinstance(block, Heading):
            level = min(block.depth + 2, told[-1].level + 1 if told else 2, _DEEPEST)
            heading = _Told(block.text, names.new(), level)
            told.append(heading)
            if level == 2:
                if len(section):
                    yield section
                section = made("section", {})
            add(section, made(f"h{level}", {"id": heading.id}, heading.text))
            names.under(heading.text)
        else:
            add(section, *block_elements(block, names))
    if len(section):
        yield section


def _without_title(screen: Screen) -> Iterator[Block]:
    first = next((block for block in screen if isinstance(block, Heading)), None)
    return (block for block in screen if block is not first)


def _contents(told: list[_Told]) -> Iterator[Element]:
    chapters = [heading for heading in told if heading.level == 2]
    if len(chapters) < _WORTH:
        return
    deepest = 3 if len(chapters) <= _FEW else 2
    items: list[Element] = []
    for heading in told:
        entry = made("li", {}, made("a", {"href": f"#{heading.id}"}, heading.text))
        if heading.level == 2:
            items.append(entry)
        elif heading.level <= deepest:
            if items[-1][-1].tag != "ul":
                items[-1].append(listed("", ()))
            items[-1][-1].append(entry)
    name = made("h2", {"id": "contents"}, "차례")
    yield made("nav", {"aria-labelledby": "contents"}, name, made("ol", {}, *items))
