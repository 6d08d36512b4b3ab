"""What an assistant can read: what the keys of the answers mean."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from portone_guide.mcp_server import words
from portone_guide.mcp_server.schemas import schema_names, schema_text


class Entry(NamedTuple):
    """A text that can be read; ``kind`` is its media type."""

    name: str
    what: str
    kind: str
    text: Callable[[], str]


def address(schema: str) -> str:
    """Return the address of a schema."""
    return f"portone-guide://schemas/{schema}"


@cache
def entries() -> dict[str, Entry]:
    """Return everything that can be read, by its address."""
    return {
        address(name): Entry(name, words.schema_of(name), "application/schema+json", partial(schema_text, name))
        for name in schema_names()
    }
