"""Tables that a page holds as JSON on one line."""

import json
from collections.abc import Iterator
from typing import Any

_SHORTEST = 40
_DEEPEST = 12


def cells_of(text: str) -> list[tuple[str, str]] | None:
    """Return the cells of a table, each with the way to it (``회사 > 수단 > 구간``); None: it is none."""
    if len(text) < _SHORTEST or text[0] not in "{[" or text[-1] not in "}]":
        return None
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not _is_table(table):
        return None
    return list(_cells(table, (), _DEEPEST))


def _is_table(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return bool(inner) and all(isinstance(item, dict | list) and item for item in inner)


def _cells(value: Any, way: tuple[str, ...], depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and depth:
        for key, item in value.items():
            yield from _cells(item, (*way, str(key)), depth - 1)
    elif isinstance(value, list) and depth:
        for number, item in enumerate(value, 1):
            yield from _cells(item, (*way, _row_name(item) or str(number)), depth - 1)
    elif value is not None:
        yield " > ".join(way), value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _row_name(item: Any) -> str:
    """Return the first text of a row, which is what it is about."""
    if isinstance(item, dict):
        return next((value for value in item.values() if isinstance(value, str)), "")
    return item if isinstance(item, str) else ""
