"""Elements of an HTML page. A page is a tree until it is written, so that no text can become markup."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

from portone_guide.terminal.text import address_at_end, clean

Child = Element | str


def made(name: str, attributes: Mapping[str, str], *children: Child) -> Element:
    """Return an element; text in it, and in its attributes, says what it says and is never markup."""
    element = Element(name, {key: clean(value) for key, value in attributes.items()})
    add(element, *children)
    return element


def add(element: Element, *children: Child) -> None:
    """Put children at the end of an element."""
    for child in children:
        if isinstance(child, Element):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + clean(child)
        else:
            element.text = (element.text or "") + clean(child)


def listed(kind: str, items: Iterable[Element]) -> Element:
    """Return a list of a class."""
    return made("ul", {"class": kind} if kind else {}, *items)


def link(text: str, address: str) -> Element:
    """Return a link to a page; it takes nothing from here along."""
    return made("a", {"href": address, "rel": "noreferrer"}, text)


def said(text: str) -> tuple[Child, ...]:
    """Return a line with its address as a link, where it has one."""
    label, address = address_at_end(text)
    return (label, link(address, address)) if address else (text,)


def markup(element: Element) -> str:
    """Return an element as HTML."""
    return tostring(element, encoding="unicode", method="html")
