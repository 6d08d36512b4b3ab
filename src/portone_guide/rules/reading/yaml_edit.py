"""Changes single values in YAML text and leaves every other letter as it is: comments, order, quotes, spaces.

The round-trip libraries keep comments as part of the value before them: a key that is added after it then stands
below the next part's heading, and a comment goes when the value before it does. Here the text itself is edited, at
the places that the parser tells.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import yaml

from portone_guide.rules.reading.yaml_comments import LOADER, STEP, Comment, Edit, comments, inline, openings, plain

Value = str | list[Any] | dict[str, Any]
"""Text, lists and mappings, as the reader of rule and plan files gives them."""


def revised(text: str, value: dict[str, Any]) -> str:
    """Return ``text``, a mapping in YAML, with the values of ``value``: only what differs is written anew.

    The text must be one that :func:`portone_guide.rules.reading.yaml_text.parse` takes.
    """
    if not text.endswith("\n"):
        text = _edited(text, [Edit(len(text), len(text), "\n")])
    text = _edited(text, openings(text, _composed(text), value))
    return _edited(text, _Reviser(text).changes(_composed(text), value))


def _composed(text: str) -> Any:
    return yaml.compose(text, Loader=LOADER)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + re.sub("\r?\n", line_end, new) + text[end:]
    return text


class _Reviser:
    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _comments(self) -> list[Comment]:
        return comments(self._text)

    def changes(self, node: Any, value: Value, key: Any = None) -> Iterator[Edit]:
        """Yield what makes a node, the value of ``key``, say ``value``."""
        if plain(node) == value:
            return
        block = not isinstance(node, yaml.ScalarNode) and not node.flow_style
        if block and isinstance(node, yaml.MappingNode) and isinstance(value, dict) and value:
            yield from self._mapping(node, value)
        elif block and key and isinstance(node, yaml.SequenceNode) and isinstance(value, list) and value:
            yield self._list(node, value, key)
        elif block and key:
            start, end = key.start_mark.index, self._end(node)
            indent = " " * key.start_mark.column
            above = "".join(f"{comment}\n{indent}" for comment in self._own(start, end))
            yield Edit(start, start, above)
            yield Edit(key.end_mark.index, end, f": {inline(value)}")
        else:
            yield Edit(node.start_mark.index, self._end(node), inline(value))

    def _mapping(self, node: Any, value: dict[str, Any]) -> Iterator[Edit]:
        for key, item in node.value:
            if key.value in value:
                yield from self.changes(item, value[key.value], key)
            else:
                yield self._without(key, item)
        known = {key.value for key, _ in node.value}
        new = {name: item for name, item in value.items() if name not in known}
        if new:
            yield self._after(node, _block(new))

    def _list(self, node: Any, value: list[Any], key: Any) -> Edit:
        """Return the edit that gives a list its items, each below the comments that stood above it."""
        indent = " " * node.start_mark.column
        begin = start = self._line_end(key)
        kept: list[tuple[Value, str]] = []
        wanted = list(value)
        left = ""  # what stood above items that go
        for item in node.value:
            end = self._line_end(item)
            lines = self._text[start:end]
            if (said := plain(item)) in wanted:
                wanted.remove(said)
                kept.append((said, left + lines))
                left = ""
            else:
                left += _lead(lines) + self._own_lines(start + len(_lead(lines)), self._end(item), indent)
            start = end
        new = []
        for said in value:
            found = next((item for item in kept if item[0] == said), (said, f"{indent}- {inline(said)}\n"))
            new.append(found[1])
            if found in kept:
                kept.remove(found)
        return Edit(begin, start, "".join(new) + left)

    def _without(self, first: Any, last: Any) -> Edit:
        """Return the edit that takes out the lines of an entry; comments that were not on a value's line stay."""
        start = self._text.rfind("\n", 0, first.start_mark.index) + 1
        stay = self._own_lines(first.start_mark.index, self._end(last), " " * first.start_mark.column)
        return Edit(start, self._line_end(last), stay)

    def _own_lines(self, start: int, end: int, indent: str) -> str:
        return "".join(f"{indent}{comment}\n" for comment in self._own(start, end))

    def _own(self, start: int, end: int) -> Iterator[str]:
        """Yield the comments between two places that stand on their own line or on that of a heading."""
        for place, comment in self._comments:
            before = self._text[self._text.rfind("\n", 0, place) + 1 : place].rstrip()
            if start <= place < end and (not before or before.endswith(":")):
                yield comment

    def _after(self, node: Any, block: str) -> Edit:
        """Return the edit that adds lines below the last entry of a node."""
        indent = " " * node.start_mark.column
        end = self._line_end(node)
        new = "".join(indent + line for line in block.splitlines(keepends=True))
        return Edit(end, end, new)

    def _line_end(self, node: Any) -> int:
        """Return the place behind the last line of a node, a comment on it included."""
        return self._text.index("\n", self._end(node)) + 1

    def _end(self, node: Any) -> int:
        """Return the place behind the last letter of a node; the parser's own is behind the comments that follow."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start: int = node.start_mark.index
        return start + len(self._text[start : node.end_mark.index].rstrip())


def _lead(lines: str) -> str:
    """Return the comments and empty lines that lines begin with."""
    return re.match(r"(?:[ \t]*(?:#.*)?\r?\n)*", lines).group()  # type: ignore[union-attr]


def _block(value: dict[str, Any]) -> str:
    """Return entries one a line; what is nested is indented below its key, a list stands behind it."""
    lines = []
    for name, item in value.items():
        if isinstance(item, dict) and item:
            below = "".join(STEP + line for line in _block(item).splitlines(keepends=True))
            lines.append(f"{inline(name)}:\n{below}")
        else:
            lines.append(f"{inline(name)}: {inline(item)}\n")
    return "".join(lines)
