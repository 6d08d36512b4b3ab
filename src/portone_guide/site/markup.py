"""A page as a person sees it: its lines, links and forms, out of its markup."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from portone_guide.site.elements import (
    BLOCKS,
    BOXES,
    HEADINGS,
    NEVER_SEEN,
    PICTURES,
    names_footer,
    own_shown,
    squeezed,
)
from portone_guide.site.page import PICTURE, Form, Hole, Line, Link, Page, Place, Shown
from portone_guide.site.scripts import script_address

_MOST_LINES: Final = 200_000
_MOST_LINKS: Final = 50_000
_MOST_LETTERS: Final = 4_000
_MOST_WORDS: Final = 2_000
_NO_SIZE: Final = frozenset({"0", "1", "0px", "1px"})

Inner = Callable[[str], Page | None]
"""Gives the page in a frame, None: it can't be read."""


class Around(NamedTuple):
    """What holds for everything inside an element."""

    place: Place = "body"
    shown: Shown = "yes"
    boxes: tuple[int, ...] = ()
    heading: bool = False


class Walk:
    """Walks once over a tree and gathers what is in it."""

    def __init__(self, url: str, hides: set[int], inner: Inner) -> None:
        self.url = url
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.forms: list[Form] = []
        self.holes: list[Hole] = []
        self.programs: list[str] = []
        self.loads: list[str] = []
        self.client_templates = False
        self.cut = False
        self._hides = hides
        self._inner = inner
        self._words: list[str] = []
        self._around = Around()

    def walk(self, root: Any) -> None:
        """Take in everything under a node."""
        stack: list[tuple[Any, Around, bool]] = [(root, Around(), False)]
        while stack and len(self.lines) < _MOST_LINES:
            node, around, leaving = stack.pop()
            if leaving:
                self._leave(node, around)
                continue
            if node.mem_id != root.mem_id and (following := node.next) is not None:
                stack.append((following, around, False))
            if node.is_text_node:
                self._say(node.text_content or "", around)
                continue
            if not node.is_element_node:
                continue
            inside = self._enter(node, around)
            stack.append((node, around, True))
            if inside is not None and (child := node.first_child) is not None:
                stack.append((child, inside, False))
        self._end_line()
        self.cut = bool(stack) or len(self.links) >= _MOST_LINKS

    def _say(self, text: str, around: Around) -> None:
        if around != self._around:
            if (around.shown, around.place) != (self._around.shown, self._around.place):
                self._end_line()
            self._around = around
        self._words.append(text)
        if len(self._words) > _MOST_WORDS:
            self._end_line()

    def _end_line(self) -> None:
        text = squeezed("".join(self._words))
        self._words.clear()
        if text.strip(" |"):
            near = self._around
            for start in range(0, len(text), _MOST_LETTERS):
                part = text[start : start + _MOST_LETTERS]
                self.lines.append(Line(part, near.place, near.shown, near.boxes, heading=near.heading))

    def _enter(self, node: Any, around: Around) -> Around | None:
        tag, has = node.tag, node.attributes
        if tag == "script":
            self._program(node, has)
            return None
        if tag in NEVER_SEEN:
            self.client_templates |= tag == "template"
            return None
        inside = self._inside(node, tag, has, around)
        if tag in BLOCKS or tag == "br":
            self._end_line()
        elif not self._words or not self._words[-1].endswith(" "):
            self._words.append(" ")
        if tag in PICTURES or tag in {"iframe", "frame"}:
            self._picture_or_frame(tag, has, inside)
            return None
        if (tag in {"a", "area", "button", "input"} or has.get("onclick")) and len(self.links) < _MOST_LINKS:
            self._link(node, tag, has, inside)
        if tag == "form":
            self._form(node, has)
        if tag in {"select", "datalist"}:
            return None
        self._empty(node, tag, has, inside)
        return inside

    def _inside(self, node: Any, tag: str, has: dict[str, str | None], around: Around) -> Around:
        shown = around.shown
        if node.mem_id in self._hides:
            shown = "no"
        else:
            own = own_shown(tag, has)
            shown = "no" if "no" in {own, shown} else "maybe" if "maybe" in {own, shown} else "yes"
        place = around.place
        if place == "body" and (has or tag == "footer"):
            names = f"{has.get('id') or ''} {has.get('class') or ''} {has.get('role') or ''}"
            if names_footer(f"footer {names}" if tag == "footer" else names):
                place = "footer"
        boxes = (*around.boxes[-6:], node.mem_id) if tag in BOXES else around.boxes
        return Around(place, shown, boxes, tag in HEADINGS)

    def _leave(self, node: Any, around: Around) -> None:
        if node.tag in BLOCKS:
            self._end_line()
        elif node.tag in {"td", "th"}:
            self._words.append(" | ")
        else:
            self._words.append(" ")

    def _picture_or_frame(self, tag: str, has: dict[str, str | None], inside: Around) -> None:
        if tag in {"iframe", "frame"}:
            self._frame(has, inside)
            return
        alt = squeezed(has.get("alt") or "")
        if alt and tag == "img":
            self._end_line()
            self.lines.append(Line(alt[:_MOST_LETTERS], inside.place, inside.shown, inside.boxes, alt=True))
        elif tag in {"img", "svg", "canvas", "object", "embed"}:
            self._say(PICTURE, inside)

    def _frame(self, has: dict[str, str | None], inside: Around) -> None:
        address = (has.get("src") or "").strip()
        if _NO_SIZE.intersection(((has.get("width") or "").strip(), (has.get("height") or "").strip())):
            return  # it counts visitors
        if has.get("srcdoc"):
            self.holes.append(Hole("frame", inside.place))
        if inside.shown == "no" or not address or address.startswith(("about:", "javascript:")):
            return
        page = self._inner(urljoin(self.url, address))
        if page is None or not page.lines:
            self.holes.append(Hole("frame", inside.place))
            return
        self._end_line()
        footer = inside.place == "footer"
        self.lines += [line._replace(place="footer") if footer else line for line in page.lines]
        self.links += [link._replace(place="footer") if footer else link for link in page.links]
        self.forms += page.forms
        self.programs += page.programs
        self.loads += page.loads
        self.holes += page.holes

    def _link(self, node: Any, tag: str, has: dict[str, str | None], inside: Around) -> None:
        script = (has.get("onclick") or "")[:500]
        raw = (has.get("href") or "").strip()[:2000]
        text = squeezed(self._label(node, tag, has))[:200]
        if tag == "input":
            if (has.get("type") or "").lower() not in {"button", "submit", "image"}:
                return
            self._say(f" {text} ", inside)
        url: str | None = None
        if raw and not raw.startswith(("#", "javascript:", "mailto:", "tel:", "sms:", "data:")):
            url = urljoin(self.url, raw)
        elif found := script_address(script or (raw if raw.startswith("javascript:") else "")):
            url = urljoin(self.url, found)
        bound = tag in {"button", "input"} or any(
            name in {"id", "role"} or name.startswith(("data-", "@", "v-", "ng-", "x-")) for name in has
        )
        if raw.startswith("javascript:") and "void" not in raw and raw.strip(" ;") != "javascript:":
            script = script or raw
        self.links.append(Link(text, url, raw, script, inside.place, inside.shown, bound))

    def _label(self, node: Any, tag: str, has: dict[str, str | None]) -> str:
        if tag in {"input", "area"}:
            return has.get("value") or has.get("alt") or ""
        words = node.text(deep=True, separator=" ", skip_empty=True)[:1000]
        pictures = " ".join(picture.attributes.get("alt") or "" for picture in node.css("img")[:3])
        return f"{words} {pictures}".strip() or has.get("title") or has.get("aria-label") or ""

    def _form(self, node: Any, has: dict[str, str | None]) -> None:
        fields = tuple(
            f"{field.attributes.get('type') or field.tag}:{field.attributes.get('name') or ''}"
            for field in node.css("input, select, textarea")[:60]
        )
        text = squeezed(node.text(deep=True, separator=" ", skip_empty=True)[:2000])
        self.forms.append(Form(urljoin(self.url, has.get("action") or ""), fields, text))

    def _empty(self, node: Any, tag: str, has: dict[str, str | None], inside: Around) -> None:
        """Note an element in which there is nothing yet, and that a program could fill."""
        if inside.shown != "yes" or tag in {"a", "button", "input", "textarea", "br", "hr", "html", "body"}:
            return
        named = has.get("id") or any(name.startswith("data-") for name in has)
        if "-" in tag or (node.first_child is None and named):
            self.holes.append(Hole("script", inside.place))

    def _program(self, node: Any, has: dict[str, str | None]) -> None:
        kind = (has.get("type") or "").lower()
        if kind and "javascript" not in kind and kind != "module":
            self.client_templates |= "template" in kind or "babel" in kind
            return
        if address := has.get("src"):
            self.loads.append(urljoin(self.url, address))
        else:
            self.programs.append((node.text(deep=True) or "")[:200_000])
