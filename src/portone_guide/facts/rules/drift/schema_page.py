"""A schema of an API as a page: a section for each path and each type, and in it what a program has to write."""

import re
from collections.abc import Iterator

from portone_guide.facts.rules.drift.korean_tokens import tokens_of
from portone_guide.facts.rules.drift.pages import Page, Piece, Section
from portone_guide.facts.rules.drift.pieces import hash_of

_LINE = re.compile(r"( *)(- )?(?:([\w$./{}\-]+|\"[^\"]+\"|'[^']+'):(?: +(.*))?|(.*))")
_DEEP = {"components": 3, "resources": 3}
_SHALLOW = 2
# What changes what a program has to write: said with the key that it is about.
_SAID_OF = {
    "type", "$ref", "optional", "required", "maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems",
    "pattern", "default", "deprecated", "format", "const",
}  # fmt: skip
_FORM = _SAID_OF | {
    "properties", "items", "enum", "oneOf", "anyOf", "allOf", "description", "variants", "name", "in", "schema",
    "title", "summary", "content", "example", "discriminator", "mapping", "additionalProperties", "responses",
}  # fmt: skip


def read_schema(text: str) -> Page:
    """Return a schema, which is YAML laid out as usual: two spaces a step, one key a line."""
    return Page("", tuple(_sections(text.replace("\r\n", "\n"))))


def _sections(text: str) -> Iterator[Section]:
    path: tuple[str, ...] = ()
    pieces: list[Piece] = []
    way: list[tuple[int, str]] = []
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if not found:
            continue
        depth = len(found[1]) + len(found[2] or "")
        way = [step for step in way if step[0] < depth]
        key = (found[3] or "").strip("\"'")
        if key:
            way.append((depth, key))
            here = tuple(name for _, name in way[: _DEEP.get(way[0][1], _SHALLOW)])
            if here != path and len(way) <= len(here):
                if pieces:
                    yield _closed(path, pieces)
                path, pieces = here, []
        pieces.append(Piece(hash_of(line), "code", "", tuple(_values(found, key, way)), text=line.strip()))
    if pieces:
        yield _closed(path, pieces)


def _closed(path: tuple[str, ...], pieces: list[Piece]) -> Section:
    return Section(path, hash_of("\n".join(piece.hash for piece in pieces), 12), tuple(pieces))


def _values(found: "re.Match[str]", key: str, way: list[tuple[int, str]]) -> Iterator[str]:
    if not key:
        said = found[5].strip().strip("\"'")
        yield from [said] if found[2] and re.fullmatch(r"[!-~]{1,60}", said) else tokens_of(found[5])
        return
    value = (found[4] or "").strip().strip("\"'")
    if key in _SAID_OF and re.fullmatch(r"[ -~]{1,60}", value):
        owner = next((name for _, name in reversed(way[:-1]) if name not in _FORM), "")
        yield f"{owner}.{key}={value.rpartition('/')[2] if key == '$ref' else value}"
        return
    if key not in _FORM:
        yield key
    if key == "name" and re.fullmatch(r"[!-~]{1,60}", value):
        yield value
    elif value not in {"|", ">", "|-", ">-"}:
        yield from tokens_of(value)
