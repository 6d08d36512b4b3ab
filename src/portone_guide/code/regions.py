"""Scripts inside pages: cut out with their places kept, and what a template language fills in made a name.

Everything else becomes spaces, so that a place in what is cut out is the place in the page.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

FILLED: Final = re.compile(r"\$_{2,}")
"""What stands where a template fills something in."""
GAP: Final = "\0"
"""Stands in a text for what is filled in while the program runs."""

_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_NO_SCRIPT: Final = re.compile(r"type\s*=\s*[\"']?[^\"'>]*(?:template|json|html|handlebars|x-tmpl)", re.IGNORECASE)
_HANDLER: Final = re.compile(r"\bon\w+\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_TYPED: Final = re.compile(r"lang\s*=\s*[\"']?(tsx?)\b", re.IGNORECASE)
COMMENTS: Final = re.compile(r"<!--.*?-->|<%--.*?--%>|\{\{--.*?--\}\}|\{#.*?#\}", re.DOTALL)

# What a template fills in, then what it only does. ``${...}`` is JavaScript's own outside JSP and FreeMarker.
_FILLS: Final = (
    r"/\*\[\[.*?\]\]\*/\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[\w.]+|\{\s*\}|\[\s*\])?",
    r"<%[=-].*?%>",
    r"<\?=.*?\?>|<\?php\s+echo\b.*?\?>",
    r"\{\{\{?.*?\}?\}\}|\{!!.*?!!\}",
    r"\[\[\$\{.*?\}\]\]|\[\(\$\{.*?\}\)\]",
    r"@json\s*\((?:[^()]|\([^()]*\))*\)",
    r"<c:out\b[^>]*/?>|<spring:message\b[^>]*/?>|<fmt:formatNumber\b[^>]*/>",
)
_EXPRESSION_LANGUAGE: Final = r"(?<!\\)[$#]\{[^{}]*\}"
_DOES: Final = (
    r"<%.*?%>",
    r"<\?.*?\?>|<\?php(?!.*\?>).*",
    r"\{%.*?%\}",
    r"</?[a-z]+:\w+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    r"^[ \t]*@(?:if|else|elseif|endif|foreach|endforeach|csrf|auth|endauth|guest|endguest|php|endphp|isset|endisset)\b"
    r"(?:[ \t]*\((?:[^()\n]|\([^()\n]*\))*\))?",
    r"^[ \t]*</?#[^>]*>",
)
_FILL: Final = re.compile("|".join(f"(?:{part})" for part in _FILLS), re.DOTALL)
_FILL_EL: Final = re.compile("|".join(f"(?:{part})" for part in (*_FILLS, _EXPRESSION_LANGUAGE)), re.DOTALL)
_DO: Final = re.compile("|".join(f"(?:{part})" for part in _DOES), re.DOTALL | re.MULTILINE)


class Cut(NamedTuple):
    """The scripts of a page in one text as long as the page; ``language`` is the grammar for it."""

    text: str
    language: str


def blank(text: str) -> str:
    """Return spaces in place of a text, its lines kept."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text: str) -> str:
    """Return a page without its comments, every place kept."""
    return COMMENTS.sub(lambda found: blank(found[0]), text)


def scripts_of_component(text: str) -> Cut:
    """Return the scripts of a Vue or Svelte component."""
    typed = next((found[1] for head, _, _ in _regions(text) if (found := _TYPED.search(head))), None)
    language = {"tsx": "tsx", "ts": "typescript"}.get((typed or "").lower(), "javascript")
    return Cut(_joined(text, list(_regions(text))), language)


def scripts_of_page(path: str, text: str) -> Cut:
    """Return the scripts of a page, whatever template language fills it."""
    with_el = path.lower().endswith((".jsp", ".jspf", ".jspx", ".tag", ".ftl", ".ftlh"))
    page = without_comments(text)
    fill = _FILL_EL if with_el else _FILL
    regions = [
        (head, start, _DO.sub(lambda found: blank(found[0]), fill.sub(lambda found: _name(found[0]), _filled(body))))
        for head, start, body in (*_regions(page), *_handlers(page))
    ]
    return Cut(_joined(text, sorted(regions, key=lambda region: region[1])), "javascript")


def _filled(body: str) -> str:
    """Return a script with a name for ``${...}`` where that can't be JavaScript's own: on lines without a template."""
    if "${" not in body:
        return body
    return "\n".join(
        re.sub(_EXPRESSION_LANGUAGE, lambda found: _name(found[0]), line) if "${" in line and "`" not in line else line
        for line in body.split("\n")
    )


def _name(tag: str) -> str:
    return "$" + "_" * (len(tag) - 1) if len(tag) > 2 else blank(tag)


def _regions(page: str) -> Iterator[tuple[str, int, str]]:
    for found in _SCRIPT.finditer(page):
        if not _NO_SCRIPT.search(found[1]):
            yield found[1], found.start(2), found[2]


def _handlers(page: str) -> Iterator[tuple[str, int, str]]:
    """Yield handlers of events that open a payment window themselves."""
    for found in _HANDLER.finditer(page):
        body = 1 if found[1] is not None else 2
        if "request_pay" in found[body] or "requestPayment" in found[body]:
            yield "", found.start(body), found[body]


def _joined(text: str, regions: list[tuple[str, int, str]]) -> str:
    parts, at = [], 0
    for _, start, body in regions:
        if start < at:
            continue
        gap = blank(text[at:start])
        parts.append(f";{gap[1:]}" if at and gap[:1] == " " else gap)
        parts.append(body)
        at = start + len(body)
    return "".join([*parts, blank(text[at:])])
