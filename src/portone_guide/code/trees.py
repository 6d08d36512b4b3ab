"""Syntax trees. Only this file knows tree-sitter; others get light nodes, whose places are those of the text."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

_GRAMMARS: Final = {
    "javascript": ("tree_sitter_javascript", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "python": ("tree_sitter_python", "language"),
    "java": ("tree_sitter_java", "language"),
    "kotlin": ("tree_sitter_kotlin", "language"),
    "php": ("tree_sitter_php", "language_php"),
}
_QUERIES: Final = {
    "python": "(comment) @comment (expression_statement (string) @comment) (string) @string",
    "java": "(line_comment) @comment (block_comment) @comment (string_literal) @string",
    "kotlin": "(line_comment) @comment (block_comment) @comment (string_literal) @string "
    "(multiline_string_literal) @string",
    "php": "(comment) @comment (string) @string (encapsed_string) @string",
    **dict.fromkeys(
        ("typescript", "tsx"), "(comment) @comment (literal_type) @comment (string) @string (template_string) @string"
    ),
    "script": "(comment) @comment (string) @string (template_string) @string",
}
DEEPEST: Final = 400


class MissingGrammarsError(Exception):
    """What reads the code is not installed."""


class Node:
    """A node of a tree: its kind, its place, and the named nodes in it."""

    __slots__ = ("children", "end", "field", "kind", "parent", "start")

    def __init__(self, kind: str, start: int, end: int, parent: "Node | None", field: str | None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.parent = parent
        self.field = field
        self.children: list[Node] = []

    def child(self, field: str) -> "Node | None":
        """Return the node in a field."""
        return next((node for node in self.children if node.field == field), None)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all in it."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> Iterator["Node"]:
        """Yield the nodes around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class Span(NamedTuple):
    """A part of a text."""

    start: int
    end: int


class Spans(NamedTuple):
    """The comments and the strings of a text, in their order."""

    comments: list[Span]
    strings: list[Span]


def tree_of(text: str, language: str) -> Node:
    """Return the tree of a program. What is broken is in it as far as it can be read.

    :raises MissingGrammarsError: the grammars are not installed.
    """
    cursor = _parsed(text, language).walk()
    root = Node(cursor.node.type, 0, len(text), None, None)
    _fill(cursor, root)
    return root


def _fill(cursor: Any, root: Node) -> None:
    """Copy the named nodes below the cursor; a tree that is deeper than any written by hand is cut off."""
    at, depth = root, 0
    if not cursor.goto_first_child():
        return
    while True:
        node = cursor.node
        if node.is_named:
            new = Node(node.type, node.start_byte >> 1, node.end_byte >> 1, at, cursor.field_name)
            at.children.append(new)
            if depth < DEEPEST and cursor.goto_first_child():
                at, depth = new, depth + 1
                continue
        while not cursor.goto_next_sibling():
            if at.parent is None:
                return
            cursor.goto_parent()
            at, depth = at.parent, depth - 1


def spans_of(text: str, language: str) -> Spans:
    """Return the comments and strings of a program.

    :raises MissingGrammarsError: the grammars are not installed.
    """
    from tree_sitter import QueryCursor

    found = QueryCursor(_query(language)).captures(_parsed(text, language).root_node)
    return Spans(_spans(found.get("comment", ())), _spans(found.get("string", ())))


def _spans(nodes: Any) -> list[Span]:
    return sorted({Span(node.start_byte >> 1, node.end_byte >> 1) for node in nodes})


def _parsed(text: str, language: str) -> Any:
    return _parser(language).parse(text.encode("utf-16-le", "surrogatepass"), encoding="utf16")


@cache
def _language(name: str) -> Any:
    try:
        from tree_sitter import Language

        module, function = _GRAMMARS[name]
        return Language(getattr(import_module(module), function)())
    except ImportError as error:
        raise MissingGrammarsError(str(error)) from error


@cache
def _parser(name: str) -> Any:
    language = _language(name)
    from tree_sitter import Parser

    return Parser(language)


@cache
def _query(name: str) -> Any:
    language = _language(name)
    from tree_sitter import Query

    return Query(language, _QUERIES.get(name, _QUERIES["script"]))


def grammars_are_there() -> bool:
    """Tell whether everything that reads code is installed."""
    from importlib.util import find_spec

    return all(find_spec(name) for name in ("tree_sitter", "pathspec", *(module for module, _ in _GRAMMARS.values())))
