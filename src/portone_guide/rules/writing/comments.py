"""The comments of a rule file, each with what it is said of."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from portone_guide.rules.reading.yaml_text import Document, KeyPath

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Comments(NamedTuple):
    """Comments by the path of what they are said of: those above it, the one after it, and those at the end."""

    above: dict[KeyPath, list[str]]
    after: dict[KeyPath, str]
    end: list[str]

    def within(self, path: KeyPath) -> bool:
        """Tell whether something inside of ``path`` has a comment, so that it can't stand on one line."""
        return any(len(key) > len(path) and key[: len(path)] == path for key in (*self.above, *self.after))


class _Comment(NamedTuple):
    line: int
    text: str
    alone: bool


def comments_of(text: str, document: Document) -> Comments:
    """Return the comments of a file that was read without a mistake."""
    found = Comments({}, {}, [])
    firsts = sorted(_first_on_their_lines(text.splitlines(), document.places))
    for comment in _comments(text):
        if comment.alone:
            below = next((entry for entry in firsts if entry[0] > comment.line), None)
            (found.end if below is None else found.above.setdefault(below[2], [])).append(comment.text)
        else:
            path = max(entry for entry in firsts if entry[0] <= comment.line)[2]
            found.after[path] = f"{found.after[path]} {comment.text}" if path in found.after else comment.text
    return found


def _first_on_their_lines(lines: list[str], places: dict[KeyPath, Any]) -> Iterator[tuple[int, int, KeyPath]]:
    """Yield line, depth and path of each key or row that begins a line."""
    for path, (line, column) in places.items():
        if path and not lines[line - 1][: column - 1].strip(" -"):
            yield line, len(path), path


def _comments(text: str) -> Iterator[_Comment]:
    """Yield each comment: what stands after the last token of a line, from its #."""
    lines = text.splitlines()
    inside, ends = _tokens(yaml.scan(text, Loader=_Loader))
    for number, line in enumerate(lines, 1):
        rest = "" if number in inside else line[ends.get(number, 0) :]
        if rest.lstrip().startswith("#"):
            yield _Comment(number, rest.strip(), number not in ends)


def _tokens(tokens: Iterable[Any]) -> tuple[set[int], dict[int, int]]:
    """Return the lines that a text goes on after, and the column where the last token of each other line ends."""
    inside: set[int] = set()
    ends: dict[int, int] = {}
    for token in tokens:
        start, end = token.start_mark, token.end_mark
        if isinstance(token, yaml.ScalarToken):
            inside.update(range(start.line + 1, end.line + 1))
        if (start.line, start.column) != (end.line, end.column):
            ends[end.line + 1] = max(ends.get(end.line + 1, 0), end.column)
    return inside - ends.keys(), ends
