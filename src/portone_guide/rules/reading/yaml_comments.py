"""Where the comments of YAML text stand, and how a flow collection that holds some is opened into lines of its own.

In ``{a: 1, b: 2}`` over several lines a comment has no place of its own: what is written anew on one line would drop
it. So such a collection is first rewritten in block style, each comment at its entry; then it is changed as any other.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

STEP = "  "
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both tell the same places
_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")


class Edit(NamedTuple):
    """Text between two places, and what is to stand there."""

    start: int
    end: int
    text: str


class Comment(NamedTuple):
    """A comment and its place."""

    start: int
    text: str


def comments(text: str) -> list[Comment]:
    """Return the comments of a text: they stand between its tokens."""
    found = []
    end = 0
    for token in yaml.scan(text, Loader=LOADER):
        between = _COMMENT.finditer(text, end, max(end, token.start_mark.index))
        found += [Comment(match.start(), match.group().rstrip()) for match in between]
        end = max(end, token.end_mark.index)
    return found


def plain(node: Any) -> str | list[Any] | dict[str, Any]:
    """Return what a node says."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value).strip()


def inline(value: Any) -> str:
    """Return a value on one line."""
    text = yaml.safe_dump([value], allow_unicode=True, sort_keys=False, width=2**20, default_flow_style=True)
    return str(text).strip().removeprefix("[").removesuffix("]")


def openings(text: str, node: Any, value: Any) -> Iterator[Edit]:
    """Yield what opens the flow collections in ``node`` that hold comments and are to say something else."""

    def within(node: Any, value: Any, indent: str) -> Iterator[Edit]:
        if isinstance(node, yaml.ScalarNode) or plain(node) == value:
            return
        start, end = node.start_mark.index, node.end_mark.index
        if node.flow_style:
            found = comments(text)
            if any(start < comment.start < end for comment in found):
                start = len(text[:start].rstrip()) if indent else start
                block = _Opened(text, found, start).block(node, indent)
                yield Edit(start, end, block if indent or node.start_mark.column else block.lstrip())
            return
        below = " " * node.start_mark.column + STEP
        for item in node.value:
            if isinstance(item, tuple):
                new = value.get(item[0].value) if isinstance(value, dict) else None
                yield from within(item[1], new, below)
            else:
                yield from within(item, next((new for new in value or () if new == plain(item)), None), below)

    yield from within(node, value, "")


class _Opened:
    """Lines in block style for a flow collection that begins at ``start``."""

    def __init__(self, text: str, found: list[Comment], start: int) -> None:
        self._text = text
        self._left = [comment for comment in found if comment.start >= start]
        self._told = start  # up to here the text is in the lines
        self._lines: list[str] = []

    def block(self, node: Any, indent: str) -> str:
        """Return the lines; the first is the rest of the line that the collection began on."""
        self._put(node, indent, "")
        return "\n".join(self._lines)

    def _put(self, node: Any, indent: str, head: str) -> None:
        """Add a node behind ``head``: on its line, or below it if comments stand in the node."""
        end = node.end_mark.index
        noted = any(self._told <= comment.start < end for comment in self._left)
        if isinstance(node, yaml.ScalarNode) or not noted or not node.value:
            self._lines.append(f"{head} {self._source(node)}".rstrip())
        else:
            self._lines.append(head)
            for item in node.value:
                key, below = item if isinstance(item, tuple) else (None, item)
                self._tell((key or below).start_mark.index, indent)
                name = f"{self._source(key)}:" if key else "-"
                self._put(below, indent + STEP, indent + name)
        self._tell(end, indent)

    def _source(self, node: Any) -> str:
        """Return a node as it was written, on one line."""
        said = self._text[node.start_mark.index : node.end_mark.index].strip()
        return inline(plain(node)) if "\n" in said else said

    def _tell(self, end: int, indent: str) -> None:
        """Add the comments before ``end``: on the line before if they stood on it, else on their own."""
        while self._left and self._left[0].start < end:
            start, text = self._left.pop(0)
            if "\n" in self._text[self._told : start]:
                self._lines.append(indent + text)
            else:
                self._lines[-1] += f"  {text}"
            self._told = start
        self._told = max(self._told, end)
