"""The form of a rule file: tables in the order of their model, one row a line where it fits, nothing said that
goes without saying; comments stay with what they are said of.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from portone_guide.rules.book import GATEWAY, model_of
from portone_guide.rules.reading.shape import field_types, kind_of, plain_type, shape
from portone_guide.rules.reading.yaml_text import Document, KeyPath, parse
from portone_guide.rules.writing.comments import Comments, comments_of
from portone_guide.rules.writing.scalars import scalar, width

MOST = 120
"""Columns of a line; a single text may be longer."""
_SHORT = 80
"""Columns of a text that may stand in a row with others."""
_WORD = 30
_LINES, _LINES_OF_NAMES = 2, 4
"""Lines that a row may fill before each of its keys takes one; more in a list of rows that are names, all but one."""
_LAST = ("source", "sources", "conflict")
"""The keys that stand last: first the fact, then where it is from."""
_SCHEMA = "# yaml-language-server: $schema="


class _Entry(NamedTuple):
    """A key or a row of a list: what its line begins with, what it holds, and the declared type of that."""

    mark: str
    path: KeyPath
    value: Any
    kind: Any


def formatted(data: bytes, name: str) -> str:
    """Return a rule file in the house's form.

    :raises RuleFileError: it is not of its kind's shape.
    """
    document = parse(data, name)
    kind = kind_of(document)
    model = model_of(kind)
    _, meant = shape(document)
    comments = comments_of(data.decode("utf-8-sig"), document)
    text = "\n".join(_Form(document, comments).file(model, schema_line(kind))) + "\n"
    if shape(parse(text.encode(), name)) != (kind, meant):
        raise AssertionError(f"{name}: the house's form would say something else")
    return text


def schema_line(kind: str) -> str:
    """Return the line that tells an editor the JSON Schema of a file, which stands at its head."""
    return f"{_SCHEMA}{'../' if kind == GATEWAY else ''}schemas/{kind}.json"


class _Form:
    """Writes one file."""

    def __init__(self, document: Document, comments: Comments) -> None:
        self._value = document.value
        self._comments = comments

    def file(self, model: type, head: str) -> Iterator[str]:
        """Yield the lines of the file."""
        yield head
        for entry in self._keys(self._value, model, ()):
            told = [line for line in self._comments.above.get(entry.path, []) if not line.startswith(_SCHEMA)]
            if isinstance(entry.value, dict | list) and (entry.value or told):
                yield ""
            yield from told
            yield from self._entry(entry, 0, table=True)
        if self._comments.end:
            yield ""
            yield from self._comments.end

    def _entry(self, entry: _Entry, indent: int, *, table: bool = False) -> Iterator[str]:
        """Yield the lines of a key or row, without the comments above it."""
        start = " " * indent + entry.mark
        after = f"  {self._comments.after[entry.path]}" if entry.path in self._comments.after else ""
        line = self._on_one_line(entry, table=table)
        if line is not None and (not isinstance(entry.value, dict | list) or width(f"{start} {line}{after}") <= MOST):
            yield f"{start} {line}{after}"
        elif not table and (filled := self._filled(entry, start)):
            yield from (filled[0] + after, *filled[1:])  # on the first line, where its key is
        elif entry.mark == "-":
            first, *rest = self._below(entry, indent + 2)
            if first.lstrip().startswith("#"):  # a comment above the first key of a row
                yield first
                first, *rest = rest
            yield f"{start} {first[indent + 2 :]}"
            yield from rest
        else:
            yield f"{start}{after}"
            yield from self._below(entry, indent + 2)

    def _below(self, entry: _Entry, indent: int) -> Iterator[str]:
        for inner in self._entries(entry):
            yield from (" " * indent + line for line in self._comments.above.get(inner.path, []))
            yield from self._entry(inner, indent)

    def _entries(self, entry: _Entry) -> Iterator[_Entry]:
        if isinstance(entry.value, dict):
            return self._keys(entry.value, entry.kind, entry.path)
        inner = _item_type(entry.kind)
        return (_Entry("-", (*entry.path, index), item, inner) for index, item in enumerate(entry.value))

    def _keys(self, value: dict[str, Any], kind: Any, path: KeyPath) -> Iterator[_Entry]:
        """Yield the keys of a row in the order of its model without those that go without saying, of a table as is."""
        known = _fields(kind)
        order = {name: place for place, name in enumerate(sorted(known, key=lambda name: name in _LAST))}
        defaults = getattr(plain_type(kind), "_field_defaults", {})
        for key in sorted(value, key=lambda key: order.get(key, len(order))):
            told = self._told((*path, key)) or not path  # an empty table is one that nobody has looked up yet
            if known and key in defaults and _says(value[key], defaults[key]) and not told:
                continue
            inner = known[key] if key in known else _item_type(kind)
            yield _Entry(f"{scalar(key, flow=False)}:", (*path, key), value[key], inner)

    def _told(self, path: KeyPath) -> bool:
        """Tell whether a comment stands at a path."""
        return path in self._comments.above or path in self._comments.after

    def _on_one_line(self, entry: _Entry, *, table: bool) -> str | None:
        """Return a value as it stands on the line of its key or mark; None: it takes lines of its own."""
        value = entry.value
        if isinstance(value, str):
            return scalar(value, flow=False)
        if not value:
            return "{}" if isinstance(value, dict) else "[]"
        if self._comments.within(entry.path) or _has_rows(value) or (table and isinstance(value, dict)):
            return None
        return self._flow(entry)

    def _flow(self, entry: _Entry) -> str:
        value = entry.value
        if isinstance(value, str):
            return scalar(value, flow=True)
        inner = [f"{'' if one.mark == '-' else _flow_key(one) + ' '}{self._flow(one)}" for one in self._entries(entry)]
        return f"{{{', '.join(inner)}}}" if isinstance(value, dict) else f"[{', '.join(inner)}]"

    def _filled(self, entry: _Entry, start: str) -> list[str] | None:
        """Return a list of names or a row of short values, too long for a line, as lines that are full."""
        value = entry.value
        if self._comments.within(entry.path) or _has_rows(value):
            return None
        if isinstance(value, list):
            return _packed(f"{start} [", [self._list(value, "]")]) if all(map(_is_word, value)) else None
        if not all(map(_is_short, value.values())):
            return None
        sentences = sum(isinstance(item, str) and " " in item for item in value.values())
        lines = _packed(f"{start} {{", list(self._parts(entry)))
        most = _LINES if sentences > 1 else _LINES_OF_NAMES if entry.mark == "-" else _LINES + 1
        return lines if len(lines) <= most else None

    def _parts(self, entry: _Entry) -> Iterator[list[str]]:
        """Yield each key of a row as the words that its lines may be broken between."""
        *before, last = self._entries(entry)
        for inner, end in (*((one, ",") for one in before), (last, "}")):
            if isinstance(inner.value, list) and inner.value:
                first, *rest = self._list(inner.value, f"]{end}")
                yield [f"{_flow_key(inner)} [{first}", *rest]
            else:
                yield [f"{_flow_key(inner)} {self._flow(inner)}{end}"]

    def _list(self, values: list[str], end: str) -> list[str]:
        words = [scalar(value, flow=True) for value in values]
        return [*(f"{word}," for word in words[:-1]), words[-1] + end]


def _packed(start: str, parts: list[list[str]]) -> list[str]:
    """Return lines that are full: a part goes on a line of its own rather than over two."""
    mark = start.lstrip()
    indent = " " * (len(start) - len(mark) + (4 if mark.startswith("-") else 2))
    lines, fresh = [start], True
    for part in parts:
        whole = " ".join(part)
        for word in [whole] if width(indent + whole) <= MOST else part:
            if not fresh and width(f"{lines[-1]} {word}") > MOST:
                lines.append(indent)
                fresh = True
            lines[-1] += word if fresh else f" {word}"
            fresh = False
    return lines


def _flow_key(entry: _Entry) -> str:
    return scalar(entry.mark[:-1], flow=True) + ":"


def _is_short(value: Any) -> bool:
    """Tell whether a value is no sentence, nor one of its own lines."""
    if isinstance(value, str):
        return width(value) <= _SHORT
    return not isinstance(value, dict) and all(map(_is_name, value))


def _is_word(value: Any) -> bool:
    """Tell whether a text may share a line with others of its list."""
    return isinstance(value, str) and (_is_name(value) or width(value) <= _WORD)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and " " not in value


def _has_rows(value: Any) -> bool:
    """Tell whether there is a list or a table of rows in a value: each of them stands on a line of its own."""
    if isinstance(value, list):
        return any(isinstance(item, dict | list) for item in value)
    if not isinstance(value, dict):
        return False
    return all(isinstance(item, dict) for item in value.values()) or any(map(_has_rows, value.values()))


def _says(value: Any, default: Any) -> bool:
    """Tell whether what is written is what is meant where nothing is."""
    if isinstance(value, list) and isinstance(default, tuple):
        return value == list(default)
    if isinstance(value, dict) and isinstance(default, dict):
        return value == default
    meant = {True: "yes", False: "no"}.get(default, default) if isinstance(default, bool) else default
    return isinstance(value, str) and value == meant


def _fields(kind: Any) -> dict[str, Any]:
    """Return the keys of a row, as the files write them, with their types; none: it is no row."""
    row = plain_type(kind)
    if get_origin(row) is None and hasattr(row, "_fields"):
        return {name.removesuffix("_"): hint for name, hint in field_types(row).items()}
    return {}


def _item_type(kind: Any) -> Any:
    """Return the type of what is in a list or a table."""
    table = plain_type(kind)
    match get_origin(table):
        case type() as origin if origin is dict:
            return get_args(table)[1]
        case type() as origin if origin is tuple:
            return get_args(table)[0]
    return None
