"""Values from dotted names, and as source text of JavaScript and Python."""

import json
import re
from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Any


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


def javascript(value: Any) -> str:
    """Return a value as JavaScript; text that begins with ``$`` is a variable's name."""
    if isinstance(value, dict):
        return _lines("{", javascript_members(value), "}", "  ")
    if isinstance(value, list):
        return _lines("[", map(javascript, value), "]", "  ")
    return _variable(value) or json.dumps(value, ensure_ascii=False)


def javascript_members(values: Mapping[str, Any]) -> list[str]:
    """Return each member of a JavaScript object, without the comma."""
    return [
        name if value == f"${name}" else f"{name if name.isidentifier() else json.dumps(name)}: {javascript(value)}"
        for name, value in values.items()
    ]


def python(value: Any) -> str:
    """Return a value as Python; text that begins with ``$`` is a variable's name."""
    if isinstance(value, dict):
        return _lines("{", python_members(value), "}", "    ")
    if isinstance(value, list):
        return _lines("[", map(python, value), "]", "    ")
    return _variable(value) or (json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value))


def python_members(values: Mapping[str, Any]) -> list[str]:
    """Return each member of a Python dict, without the comma."""
    return [f"{json.dumps(name)}: {python(value)}" for name, value in values.items()]


def python_keywords(values: Mapping[str, Any]) -> list[str]:
    """Return each value as a keyword argument, named as Python names it: ``productType`` is ``product_type``."""
    return [f"{re.sub('(?<=[a-z])(?=[A-Z])', '_', name).lower()}={python(value)}" for name, value in values.items()]


def javascript_items(values: Iterable[Any]) -> list[str]:
    """Return each member of a JavaScript array, without the comma."""
    return [javascript(value) for value in values]


def json_text(value: Any) -> str:
    """Return a value as JSON for a person to edit."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def each(text: str, names: Iterable[str]) -> str:
    """Return a text once for each name, in place of the word ``NAME`` in it."""
    return "".join(re.sub(r"\bNAME\b", name, text) for name in names)


def _variable(value: Any) -> str:
    return value[1:] if isinstance(value, str) and value.startswith("$") else ""


def _lines(opens: str, items: Iterable[str], closes: str, space: str) -> str:
    lines = [indent(f"{item},", space) for item in items]
    return "\n".join((opens, *lines, closes)) if lines else opens + closes
