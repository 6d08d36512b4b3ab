"""Markdown, and Markdown with components, as plain blocks: the same text in either layout gives the same blocks."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from portone_guide.facts.rules.drift.korean_marks import BADGES, HANGUL, without_pictures

Include = Callable[[str], str | None]
"""Gives the text of a file that a page takes in, by its path from there."""

_DEEPEST = 4
_LONGEST_LINKED = 20_000
_MARKS = re.compile("[\x00-\x08\ufeff]")  # some of them mark what is kept aside
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.S)
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.M)
_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})(.*)")
_IMPORT = re.compile(r"^import\s[^;\"'`]{0,2000}?[\"'][^\"'\n]+[\"'];?[ \t]*$", re.M)
_IMPORTED = re.compile(r"^import\s+(\w+)\s+from\s+[\"'](\.[^\"'\n]+\.mdx?)[\"']", re.M)
_EXPORT = re.compile(r"^export\s.*?(?:\n[ \t]*\n|\Z)", re.M | re.S)
_COMMENT = re.compile(r"<!--.{0,4000}?-->|\{/\*.{0,4000}?\*/\}", re.S)
_INLINE_CODE = re.compile(r"(`+)([^`\n]+)\1")
_AUTOLINK = re.compile(r"(?<!\]\()<((?:https?|mailto|tel):[^>\s]+|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(
    r"""<(/?)([A-Za-z][\w.:-]*(?=[\s/>{])|(?=>))((?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^<>"'{}])*)>"""
)
_SPOKEN = re.compile(
    r"""(?:^|\s)(?:data-title|title|content|text|caption|label|summary)=\{?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)"""
)
_LINKED = re.compile(r"""(?:^|\s)href=\{?["']([^"']+)["']""")
_INLINE = {
    "a", "b", "code", "em", "i", "mark", "prose.a", "small", "span", "strong", "sub", "sup", "u", "A", "Highlight",
}  # fmt: skip
_PICTURE = {"Figure", "Youtube", "File", "Image", "img", "figcaption"}
_EITHER = {"VersionGate", "Condition"}  # within a line, or around many
_ATTRIBUTE = re.compile(r"""(?:^|\s)([\w-]+)=\{?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""")
_ONLY_A_LINK = re.compile(
    r"\[[^\[\]]*\]\((?:https?://developers\.portone\.io)?(/(?:opi|sdk|api|release-notes|docs|platform)/[^)\s?#]+)[^)]*\)"
)
_ONLY_A_VIDEO = re.compile(r"\[[^\[\]]*\]\(https?://(?:www\.)?youtu[^)]*\)")
_SPACE_IN_BRACES = re.compile(r"\{\s*([\"'`])(.{0,200}?)\1\s*\}")
_PROSE_HEAD = re.compile(r"<prose\.h(\d)[^>]*>(.{0,2000}?)</prose\.h\1>", re.S)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"(?:[-*+]|\d+\\?[.)])(?:\s+|$)(.*)")
_RULE = re.compile(r"[-*_|: ]{3,}")
_IMAGE = re.compile(r"!\[[^\]]{0,400}\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^)]*\)")
_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,400}\]){0,400})\]\((<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+[\"'][^)]*)?\)"
)
_OWN = re.compile(r"(?:https?://(?:[\w-]+\.)?portone\.io|[/#.?]|mailto:|tel:|(?:https?://)?(?:www\.)?youtu)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~<>|$&:\"'/])")
_STRONG = re.compile(r"\*\*|__(?=\W|$)|(?<!\w)__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
CODE_MARK = "`"
_TO_PAGE = "\u2192"


class Block(NamedTuple):
    """A part of a page: ``level`` of a heading, ``text`` in one line with code in backticks (code: as it is)."""

    kind: Literal["head", "item", "para", "row", "code", "drawn"]
    text: str
    level: int = 0


class Marked(NamedTuple):
    """A page's title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def read_markup(text: str, include: Include) -> Marked:
    """Return the blocks of a page, with what it takes in."""
    front, body = "", _MARKS.sub("", text).replace("\r\n", "\n")
    if found := _FRONT.match(body):
        front, body = found[1], body[found.end() :]
    title = _TITLE.search(front)
    body = _with_included(body, include, _DEEPEST)
    return Marked(title[1].strip().strip("\"'") if title else "", tuple(_blocks(body)))


def text_in_program(program: str) -> str:
    """Return what a program that draws a page has a reader read: its lines in Korean, and codes."""
    lines = (line if HANGUL.search(line) or "<code>" in line else "" for line in program.split("\n"))
    return "\n".join(line.strip() for line in lines)


def _with_included(text: str, include: Include, depth: int) -> str:
    for name, path in dict(_IMPORTED.findall(text)).items():
        tag = re.compile(rf"<{name}\b[^<>]*/>")
        if depth and tag.search(text) and (inner := include(path)) is not None:
            taken = _with_included(_FRONT.sub("", inner), include, depth - 1)
            text = tag.sub(lambda _, taken=taken: f"\n\n{taken}\n\n", text)  # type: ignore[misc]
    return text


def _blocks(text: str) -> Iterator[Block]:
    kept: list[str] = []
    plain = _without_tags(_fenced_out(text, kept), kept)
    joined: list[str] = []
    kind: Literal["item", "para"] = "para"

    def ended() -> Iterator[Block]:
        nonlocal kind
        if any(line.strip() for line in joined) and (said := clean(" ".join(joined), kept)):
            yield Block(kind, said)
        joined.clear()
        kind = "para"

    for line in plain.split("\n"):
        bare = line.strip()
        while bare.startswith(">"):
            bare = bare[1:].strip()
        bare = _ONLY_A_LINK.sub(lambda found: f"{_TO_PAGE}{found[1]}", bare) if _ONLY_A_LINK.fullmatch(bare) else bare
        bare = "" if _ONLY_A_VIDEO.fullmatch(bare) else bare
        if bare.startswith("\x01"):
            yield from ended()
            yield from _code(kept[int(bare.strip("\x01"))])
        elif bare.startswith("\x03"):
            yield from ended()
            yield Block("drawn", "")
        elif not bare or _RULE.fullmatch(bare):
            yield from ended()
        elif heading := _HEADING.fullmatch(bare):
            yield from ended()
            yield Block("head", clean(heading[2], kept), len(heading[1]))
        elif bare.startswith("|"):
            yield from ended()
            yield Block("row", clean(bare, kept))
        elif item := _ITEM.match(bare):
            yield from ended()
            kind = "item"
            joined.append(item[1])
        else:
            joined.append(bare.removesuffix("\\"))
    yield from ended()


def _code(text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        if line.strip():
            yield Block("code", line.strip())


def _fenced_out(text: str, kept: list[str]) -> str:
    """Return text with a mark in the place of each fenced block, which goes to ``kept``."""
    out: list[str] = []
    inside: list[str] | None = None
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if inside is None:
            if found and "`" not in found[2]:
                fence, inside = found[1], []
            else:
                out.append(line)
        elif found and found[1].startswith(fence) and not found[2].strip():
            out += ["", f"\x01{len(kept)}\x01", ""]
            kept.append("\n".join(inside))
            inside = None
        else:
            inside.append(line)
    if inside is not None:  # never closed: the rest of the page
        out += ["", f"\x01{len(kept)}\x01", ""]
        kept.append("\n".join(inside))
    return "\n".join(out)


def _without_tags(text: str, kept: list[str]) -> str:
    def keep(found: "re.Match[str]") -> str:
        kept.append(found[2])
        return f"\x02{len(kept) - 1}\x02"

    def heading(found: "re.Match[str]") -> str:
        inner = " ".join(found[2].split())
        return f"\n\n{'#' * int(found[1])} {inner}\n\n"

    text = _COMMENT.sub("", _EXPORT.sub("\n", _IMPORT.sub("", text)))
    text = _INLINE_CODE.sub(keep, text)
    text = _AUTOLINK.sub(lambda found: f" {found[1]} ", text)
    text = _TAG.sub(_said_by_tag, _PROSE_HEAD.sub(heading, text))
    return _SPACE_IN_BRACES.sub(lambda found: found[2], text)


def _said_by_tag(found: "re.Match[str]") -> str:
    """Return what a tag says to a reader: its title, its caption, where it leads to."""
    closing, name, rest = found.groups()
    if badge := BADGES.get(name):
        return f"{badge} "
    spoken = (
        " ".join(next(filter(None, texts), "") for texts in _SPOKEN.findall(rest))
        if not closing and name not in _PICTURE
        else ""
    )
    if name == "br":
        return " "
    if name in _INLINE:
        link = _LINKED.search(rest)
        return f"{spoken} {link[1]} " if link and not _OWN.match(link[1]) else spoken
    if name == "ContentRef":
        return f"\n\n{_TO_PAGE}{_attributes(rest).get('slug', '').partition('?')[0]}\n\n"
    if name == "Parameter.TypeDef" and not closing:
        return f"\n\n- {_declared(_attributes(rest), optional=rest.rstrip().endswith('optional'))}\n\n"
    drawn = rest.rstrip().endswith("/") and name[:1].isupper() and not spoken and name not in _PICTURE
    if drawn:
        return "\n\n\x03\n\n"
    if name in _EITHER and not _alone(found):
        return spoken
    return f"\n\n{spoken}\n\n"


def _alone(found: "re.Match[str]") -> bool:
    """Tell whether a tag stands alone on its line."""
    text = found.string
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    after = text[found.end() : (text.find("\n", found.end()) + 1 or len(text) + 1) - 1]
    return (not before.strip() or before.endswith(">")) and (not after.strip() or after.startswith("<"))


def _attributes(rest: str) -> dict[str, str]:
    return {name: next(filter(None, texts), "") for name, *texts in _ATTRIBUTE.findall(rest)}


def _declared(said: dict[str, str], *, optional: bool) -> str:
    """Return a parameter as Markdown declares it."""
    name = said.get("ident", "").replace("_", r"\_")
    return f"{name}{'?' if optional else ''}: {said.get('type', '')}" if name else said.get("type", "")


def clean(text: str, kept: list[str]) -> str:
    """Return a line as it reads: without marks, with code in backticks, with addresses outside the documents."""
    text = _IMAGE.sub(" ", text) if len(text) < _LONGEST_LINKED else text
    for _ in range(2 if len(text) < _LONGEST_LINKED else 0):  # a link around a picture, or in brackets
        text = _LINK.sub(
            lambda found: found[1] if _OWN.match(_bare(found[2])) else f"{found[1]} {_bare(found[2])} ", text
        )
    text = _STRONG.sub("", text)
    text = html.unescape(_ESCAPED.sub(r"\1", text)).replace("\\", "")
    text = re.sub("\x02(\\d+)\x02", lambda found: f"{CODE_MARK}{kept[int(found[1])]}{CODE_MARK}", text)
    return without_pictures(" ".join(text.split()))


def _bare(address: str) -> str:
    return address.strip("<>") or "#"
