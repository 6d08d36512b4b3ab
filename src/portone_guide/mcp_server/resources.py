"""What an assistant can read: what the words on the screens mean, and the keys of the answers."""

import json
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from portone_guide.mcp_server import words
from portone_guide.mcp_server.calls import Calls
from portone_guide.mcp_server.schemas import schema_names, schema_text
from portone_guide.mcp_server.tools import offers

GLOSSARY: Final = "portone-guide://glossary"


class Entry(NamedTuple):
    """A text that can be read; ``kind`` is its media type."""

    name: str
    what: str
    kind: str
    text: Callable[[], str]


def address(schema: str) -> str:
    """Return the address of a schema."""
    return f"portone-guide://schemas/{schema}"


def entries(calls: Calls) -> dict[str, Entry]:
    """Return everything that can be read, by its address."""

    def glossary() -> str:
        return json.dumps(calls.answer(offers()["explain"], {}, ()), ensure_ascii=False)

    schemas = {
        address(name): Entry(name, words.schema_of(name), "application/schema+json", partial(schema_text, name))
        for name in schema_names()
    }
    return {GLOSSARY: Entry("glossary", words.GLOSSARY, "application/json", glossary), **schemas}
