"""The JSON schemas that are shipped, and what they say of a tool's answers."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = Path(__file__).parent.parent
ALWAYS: Final = "schema_version"
"""The key of every answer, whatever part of it was asked for."""


def schema_folder() -> Path:
    """Return the folder of the schemas: inside a wheel, or ``docs/schemas`` beside the sources."""
    inside = _PACKAGE / "schemas"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "docs" / "schemas"


def schema_names() -> list[str]:
    """Return the names of all schemas."""
    return sorted(path.stem for path in schema_folder().glob("*.json"))


def schema_text(name: str) -> str:
    """Return a schema as it is written.

    :raises KeyError: there is none of that name.
    """
    if name not in schema_names():
        raise KeyError(name)
    return (schema_folder() / f"{name}.json").read_text("utf-8")


def sections(names: Iterable[str]) -> list[str]:
    """Return the parts of the answers that have these schemas."""
    found = {key: None for name in names for key in _schema(name)["properties"] if key != ALWAYS}
    return list(found)


def answer_schema(names: Iterable[str]) -> dict[str, Any]:
    """Return the schema of a tool's answers, of which parts may be left out; what they mean stands in the resources."""
    definitions: dict[str, Any] = {}
    kinds = []
    for name in names:
        schema = _without_words(_renamed(_schema(name), name))
        definitions.update({f"{name}.{key}": value for key, value in schema.pop("$defs", {}).items()})
        schema.pop("$schema", None)
        kinds.append({**schema, "required": [ALWAYS]})
    whole = kinds[0] if len(kinds) == 1 else {"type": "object", "anyOf": kinds}
    return {**whole, "$defs": definitions} if definitions else whole


@cache
def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schema_text(name))
    return found


def _renamed(value: Any, name: str) -> Any:
    """Let references point to definitions that are named after their schema, where those of others stand too."""
    if isinstance(value, list):
        return [_renamed(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: item.replace("#/$defs/", f"#/$defs/{name}.") if key == "$ref" else _renamed(item, name)
        for key, item in value.items()
    }


def _without_words(value: Any) -> Any:
    """Leave out descriptions: a key of that name is told by a schema, a description is a text."""
    if isinstance(value, list):
        return [_without_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_words(item) for key, item in value.items() if key != "description" or not isinstance(item, str)
    }
