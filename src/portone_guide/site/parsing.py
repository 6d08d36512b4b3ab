"""A page out of its text: style sheets first, then everything that a person sees."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from portone_guide.site.elements import mail_of, squeezed
from portone_guide.site.markup import Inner, Walk
from portone_guide.site.page import Hole, Line, Link, Page
from portone_guide.site.scripts import function_address
from portone_guide.site.styles import hidden

_TEMPLATE: Final = ("<?php", "<?=", "<%", "<!--@", "<!-- @", "{# ", "{ # ", "{#}")

_BOX: Final = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|dl|font|b|i|a|em|strong|center|form|main|blockquote)\b",
    re.IGNORECASE,
)
_DEEPEST: Final = 2_000

Sheet = Callable[[str], str]
"""Gives a style sheet by its address, empty: it can't be read."""


def page_of(url: str, html: str, how: Any, inner: Inner, sheet: Sheet) -> Page:
    """Return what a person sees of a page; what is not known of it yet is told by those who read it."""
    if _too_deep(html):
        return Page(url, how, why_not="cut")
    tree = LexborHTMLParser(html)
    sheets = [node.text(deep=True) or "" for node in tree.css("style")]
    for node in tree.css("link[rel~=stylesheet]")[:8]:
        if (address := node.attributes.get("href")) and (node.attributes.get("media") or "all") in {"all", "screen"}:
            sheets.append(sheet(urljoin(url, address)))
    base = tree.css_first("base[href]")
    start = urljoin(url, base.attributes.get("href") or "") if base is not None else url
    walk = Walk(start, hidden(tree, sheets), inner)
    if tree.root is not None:
        walk.walk(tree.root)
    title = tree.css_first("title")
    mails = mail_of(tree)
    return Page(
        url,
        how,
        title=squeezed(title.text()) if title is not None else "",
        lines=tuple(_with_mail(walk.lines, mails)),
        links=tuple(_opened(walk.links, walk.programs, start)),
        forms=tuple(walk.forms),
        holes=(*walk.holes, *([Hole("template", "footer")] if _is_template(html) else ())),
        programs=tuple(walk.programs),
        loads=tuple(walk.loads),
        fills=walk.client_templates,
        why_not="cut" if walk.cut else None,
    )


def _opened(links: list[Link], programs: list[str], start: str) -> Iterator[Link]:
    """Yield links; those that call a function of the page get the address that it opens."""
    known: dict[str, str | None] = {}
    for link in links:
        script = link.script or (link.raw if link.raw.startswith("javascript:") else "")
        if link.url is not None or not script:
            yield link
            continue
        if script not in known:
            known[script] = function_address(script, programs)
        found = known[script]
        yield link._replace(url=urljoin(start, found)) if found else link


def _too_deep(html: str) -> bool:
    """Tell whether boxes stand in boxes so deeply that to read them takes minutes: no shop needs that."""
    depth = 0
    for found in _BOX.finditer(html):
        depth = max(0, depth - 1) if found.group(1) else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _is_template(html: str) -> bool:
    """Tell whether a page still has the marks of the program that should have made it, outside its own programs."""
    place = 0
    while place >= 0:
        begin = html.find("<script", place)
        part = html[place:] if begin < 0 else html[place:begin]
        if any(mark in part for mark in _TEMPLATE):
            return True
        place = html.find("</script", begin) if begin >= 0 else -1
    return False


def _with_mail(lines: list[Line], mails: list[str]) -> list[Line]:
    """Put addresses that are written in a code against collectors where a browser shows them."""
    waiting = iter(mails)
    return [
        line._replace(text=re.sub(r"\[email.protected\]", lambda found: next(waiting, found.group()), line.text))
        for line in lines
    ]
