"""What is known of an expression: where it is, what it can be, which fields it has."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from portone_guide.code.regions import FILLED, GAP
from portone_guide.code.source import Source
from portone_guide.code.trees import Node

Kind = Literal["text", "number", "empty", "environment", "object", "unknown"]

WRAPPERS: Final = frozenset(
    ("parenthesized_expression", "await_expression", "as_expression", "satisfies_expression", "non_null_expression")
)
"""What stands around an expression and does not change it."""
FAR: Final = 6
"""How many names an expression is followed through."""


class At(NamedTuple):
    """A node in a file."""

    source: Source
    node: Node

    @property
    def text(self) -> str:
        """The text of the node."""
        return self.source.script.of(self.node) if self.source.script else ""


class Value(NamedTuple):
    """What an expression can be, and where that is written.

    ``text`` has a ``GAP`` where something is filled in; ``fallback``: only where another value is missing;
    ``guarded``: only where the code asks in which surroundings it runs.
    """

    kind: Kind
    text: str
    at: At
    fallback: bool = False
    guarded: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is known as a whole."""
        return self.kind in {"text", "number", "empty"} and GAP not in self.text


class Fields(NamedTuple):
    """The fields of an object; ``complete``: there are no others."""

    entries: Mapping[str, list[At]]
    complete: bool


def spread(at: At) -> Iterator[At]:
    """Yield what a spread can bring: ``...(a ? b : {})``, ``...(a && b)``."""
    node = at.node
    while node.kind in WRAPPERS and node.children:
        node = node.children[0]
    if node.kind == "ternary_expression":
        yield from (At(at.source, part) for part in node.children[1:])
    elif node.kind == "binary_expression":
        yield At(at.source, node.children[-1])
    else:
        yield At(at.source, node)


def returns(body: At) -> Iterator[At]:
    """Yield what a function returns."""
    inner = body.node.child("body")
    if inner and inner.kind != "statement_block":
        yield At(body.source, inner)
        return
    for node in inner.walk() if inner else ():
        if node.kind == "return_statement" and node.children:
            yield At(body.source, node.children[0])


def with_fields(fields: Fields, more: "list[tuple[str, At]]") -> Fields:
    """Return an object with more fields."""
    entries = {key: list(found) for key, found in fields.entries.items()}
    for key, at in more:
        entries.setdefault(key, []).append(at)
    return Fields(entries, fields.complete)


def merged_fields(found: "list[Fields | None]", *, every: bool = False) -> Fields | None:
    """Return several objects as one: what any of them has. One that can't be told leaves it incomplete."""
    known = [fields for fields in found if fields is not None]
    if not known:
        return None
    merged = Fields({}, all(fields.complete for fields in known) and len(known) == len(found))
    for fields in known:
        merged = with_fields(merged, [(key, at) for key, ats in fields.entries.items() for at in ats])
    return merged


def filled(text: str) -> str:
    """Return a text with a ``GAP`` where a template fills something in."""
    return FILLED.sub(GAP, text)
