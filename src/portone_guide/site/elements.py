"""What elements and attributes mean for what a person sees."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from portone_guide.site.page import Shown
from portone_guide.site.styles import effects

NEVER_SEEN: Final = {"style", "template", "noscript", "title", "meta", "link", "option", "optgroup", "math"}
PICTURES: Final = {"img", "svg", "canvas", "object", "embed", "video", "audio", "picture-source"}
HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "legend", "summary"}
BOXES: Final = {
    *("div", "footer", "section", "ul", "ol", "dl", "table", "address", "article", "aside", "main", "nav", "header"),
    *("form", "fieldset", "body", "center", "details", "dialog", "blockquote", "td"),
}
BLOCKS: Final = BOXES - {"td"} | {
    *("p", "li", "dt", "dd", "tr", "thead", "tbody", "tfoot", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("pre", "figure", "figcaption", "legend", "summary", "textarea", "button", "label", "html", "frameset", "iframe"),
}
FOOTER: Final = re.compile(
    r"foot(?!ball|wear|er-?less|print)|contentinfo|copyright|(?:^|\s)(?:ft|fnb|bottom|btm|bottom[-_]?(?:info|area|wrap|menu)"
    r"|(?:company|biz|business|shop)[-_]?info\w*)(?:$|[\s_-])"
)
NO_FOOTER: Final = re.compile(
    r"(?:card|modal|panel|popup|layer|product|prd|item|article|post|table|list|widget|dialog|goods|entry|comment|cart"
    r"|drawer|sidebar|menu|header)[-_]*foot"
)
# Names that ready-made style sheets give to what is not seen; a site may have changed what they mean.
_UNSEEN: Final = {
    *("hidden", "hide", "displaynone", "d-none", "dn", "blind", "sr-only", "sr_only", "visually-hidden", "invisible"),
    *("screen-reader-text", "screen_out", "ir_txt", "a11y-hidden", "lg:hidden", "md:hidden", "sm:hidden"),
}
_SHOWN_WIDE: Final = re.compile(
    r"(?:sm|md|lg|xl|2xl):(?:block|flex|inline|grid|table|contents)|d-(?:sm|md|lg|xl)-(?!none)"
)


def squeezed(text: str) -> str:
    """Return a text with single spaces, without marks that move a cursor or stand for nothing."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(char for char in line if char.isprintable())


def own_shown(tag: str, has: Mapping[str, str | None]) -> Shown:
    """Tell whether an element by itself is seen."""
    if "hidden" in has or "data-pg-hidden" in has or (has.get("type") or "").lower() == "hidden":
        return "no"
    if (style := has.get("style")) and _styled_away(style):
        return "no"
    if (classes := has.get("class")) and _named_away(classes) and "data-pg-seen" not in has:
        return "maybe"
    if tag == "details" and "open" not in has:
        return "maybe"
    return "maybe" if tag == "dialog" and "open" not in has else "yes"


@lru_cache(maxsize=1024)
def _styled_away(style: str) -> bool:
    return any(hides for _, hides, _ in effects(style))


@lru_cache(maxsize=4096)
def _named_away(classes: str) -> bool:
    low = classes.lower()
    return not _UNSEEN.isdisjoint(low.split()) and not _SHOWN_WIDE.search(low)


@lru_cache(maxsize=4096)
def names_footer(names: str) -> bool:
    """Tell whether the names of an element (its id, classes, role) are those of the foot of a page."""
    low = names.lower()
    return bool(FOOTER.search(low)) and not NO_FOOTER.search(low)


def mail_of(tree: Any) -> list[str]:
    """Return the mail addresses of a page that are written in a code against collectors, in their order."""
    found = []
    for node in tree.css("[data-cfemail]"):
        code = node.attributes.get("data-cfemail") or ""
        try:
            data = bytes.fromhex(code)
        except ValueError:
            data = b""
        found.append("".join(chr(byte ^ data[0]) for byte in data[1:]) if data else "")
    return found
