"""Writes values as source text: JavaScript objects from dotted names."""

import json
from collections.abc import Mapping
from typing import Any

INDENT = "  "


def value_of(text: str) -> Any:
    """Return the value that a row gives: JSON where it is JSON, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def nested(params: Mapping[str, str]) -> dict[str, Any]:
    """Return dotted names as one nested object: ``{"customer.email": "x"}`` is ``{"customer": {"email": "x"}}``."""
    found: dict[str, Any] = {}
    for name, text in params.items():
        *path, last = name.split(".")
        inner = found
        for part in path:
            inner = inner.setdefault(part, {})
        inner[last] = value_of(text)
    return found


def merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return one object of several, inner objects merged; the later wins."""
    found: dict[str, Any] = {}
    for part in parts:
        for name, value in part.items():
            before = found.get(name)
            found[name] = merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return found


def javascript(value: Any, depth: int = 0) -> str:
    """Return a value as JavaScript; text that begins with ``$`` is a variable's name."""
    inner, outer = INDENT * (depth + 1), INDENT * depth
    if isinstance(value, dict):
        lines = "".join(f"{inner}{_member(name, item, depth + 1)},\n" for name, item in value.items())
        return f"{{\n{lines}{outer}}}" if value else "{}"
    if isinstance(value, list):
        lines = "".join(f"{inner}{javascript(item, depth + 1)},\n" for item in value)
        return f"[\n{lines}{outer}]" if value else "[]"
    if isinstance(value, str) and value.startswith("$"):
        return value[1:]
    return json.dumps(value, ensure_ascii=False)


def _member(name: str, item: Any, depth: int) -> str:
    if item == f"${name}":
        return name
    return f"{name if name.isidentifier() else json.dumps(name)}: {javascript(item, depth)}"


def python(value: Any, depth: int = 0) -> str:
    """Return a value as Python; text that begins with ``$`` is a variable's name."""
    inner, outer = "    " * (depth + 1), "    " * depth
    if isinstance(value, dict):
        lines = "".join(f"{inner}{json.dumps(name)}: {python(item, depth + 1)},\n" for name, item in value.items())
        return f"{{\n{lines}{outer}}}" if value else "{}"
    if isinstance(value, list):
        lines = "".join(f"{inner}{python(item, depth + 1)},\n" for item in value)
        return f"[\n{lines}{outer}]" if value else "[]"
    if isinstance(value, str) and value.startswith("$"):
        return value[1:]
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return repr(value)
