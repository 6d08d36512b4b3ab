"""Changes single values in YAML text and leaves every other letter as it is: comments, order, quotes, spaces.

The round-trip libraries keep comments as part of the value before them: a key that is added after it then stands
below the next part's heading, and a comment goes when the value before it does. Here the text itself is edited, at
the places that the parser tells.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_STEP = "  "
_ENDLESS = 2**20  # no line is broken
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both tell the same places

Value = str | list[Any] | dict[str, Any]
"""Text, lists and mappings, as the reader of rule and plan files gives them."""


class _Edit(NamedTuple):
    """Text between two places, and what is to stand there."""

    start: int
    end: int
    text: str


def revised(text: str, value: dict[str, Any]) -> str:
    """Return ``text``, a mapping in YAML, with the values of ``value``: only what differs is written anew.

    The text must be one that :func:`portone_guide.rules.reading.yaml_text.parse` takes.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=_LOADER)
    edits = sorted(_Reviser(text).changes(root, value))
    for start, end, new in reversed(edits):
        text = text[:start] + new.replace("\n", line_end) + text[end:]
    return text


class _Reviser:
    def __init__(self, text: str) -> None:
        self._text = text

    def changes(self, node: Any, value: Value, key: Any = None) -> Iterator[_Edit]:
        """Yield what makes a node, the value of ``key``, say ``value``."""
        if _plain(node) == value:
            return
        block = not isinstance(node, yaml.ScalarNode) and not node.flow_style
        if block and isinstance(node, yaml.MappingNode) and isinstance(value, dict):
            yield from self._mapping(node, value)
        elif block and isinstance(node, yaml.SequenceNode) and isinstance(value, list) and _grows(node, value):
            yield from self._list(node, value)
        elif block and key:
            yield _Edit(key.end_mark.index, self._end(node), f": {_inline(value)}")
        else:
            yield _Edit(node.start_mark.index, self._end(node), _inline(value))

    def _mapping(self, node: Any, value: dict[str, Any]) -> Iterator[_Edit]:
        for key, item in node.value:
            if key.value in value:
                yield from self.changes(item, value[key.value], key)
            else:
                yield self._without(key, item)
        known = {key.value for key, _ in node.value}
        new = {name: item for name, item in value.items() if name not in known}
        if new:
            yield self._after(node, _block(new))

    def _list(self, node: Any, value: list[Any]) -> Iterator[_Edit]:
        kept = _kept(node, value)
        for item in node.value:
            if _plain(item) not in kept:
                yield self._without(item, item)
        if added := value[len(kept) :]:
            yield self._after(node, "".join(f"- {_inline(item)}\n" for item in added))

    def _without(self, first: Any, last: Any) -> _Edit:
        """Return the edit that takes out the lines of an entry."""
        start = self._text.rfind("\n", 0, first.start_mark.index) + 1
        return _Edit(start, self._line_end(last), "")

    def _after(self, node: Any, block: str) -> _Edit:
        """Return the edit that adds lines below the last entry of a node."""
        indent = " " * node.start_mark.column
        end = self._line_end(node)
        new = "".join(indent + line for line in block.splitlines(keepends=True))
        return _Edit(end, end, new if self._text[:end].endswith("\n") else "\n" + new)

    def _line_end(self, node: Any) -> int:
        """Return the place behind the last line of a node, a comment on it included."""
        end = self._text.find("\n", self._end(node))
        return len(self._text) if end < 0 else end + 1

    def _end(self, node: Any) -> int:
        """Return the place behind the last letter of a node; the parser's own is behind the comments that follow."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start: int = node.start_mark.index
        return start + len(self._text[start : node.end_mark.index].rstrip())


def _plain(node: Any) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return str(node.value).strip()


def _kept(node: Any, value: list[Any]) -> list[Value]:
    return [plain for item in node.value if (plain := _plain(item)) in value]


def _grows(node: Any, value: list[Any]) -> bool:
    """Tell whether a list becomes another by taking items out and adding some at its end."""
    kept = _kept(node, value)
    return bool(kept) and value[: len(kept)] == kept


def _inline(value: Value) -> str:
    """Return a value on one line."""
    text = yaml.safe_dump([value], allow_unicode=True, sort_keys=False, width=_ENDLESS, default_flow_style=True)
    return str(text).strip().removeprefix("[").removesuffix("]")


def _block(value: dict[str, Any]) -> str:
    """Return entries one a line; what is nested is indented below its key, a list stands behind it."""
    lines = []
    for name, item in value.items():
        if isinstance(item, dict) and item:
            below = "".join(_STEP + line for line in _block(item).splitlines(keepends=True))
            lines.append(f"{_inline(name)}:\n{below}")
        else:
            lines.append(f"{_inline(name)}: {_inline(item)}\n")
    return "".join(lines)
