"""Typed rule files as bytes and back: JSON, so that reading them can run nothing, in a form that is read fast.

Every value stands once, after those that it is made of, and is named by its number; rows name their class, which is
looked for among the models only.
"""

import json
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any, Final

_MODELS: Final = "portone_guide.rules.models"
_KNOWN: Final = (None, True, False)
_TUPLE, _DICT, _ROW = 0, 1, 2  # a row's tag is this plus the number of its class


def freeze(value: Any) -> bytes:
    """Return a rule file as bytes."""
    return _Freezer().frozen(value)


def thaw(data: bytes) -> Any:
    """Return what :func:`freeze` was given. Any exception: the bytes are of no rule file."""
    classes, texts, numbers, days, decimals, nodes = json.loads(data)
    rows = [_row(name) for name in classes]
    values: list[Any] = [*_KNOWN, *texts, *numbers, *map(date.fromisoformat, days), *map(Decimal, decimals)]
    value, put, make = values.__getitem__, values.append, tuple.__new__
    for node in nodes:
        tag = node[0]
        if tag == _TUPLE:
            put(tuple(map(value, node[1:])))
        elif tag == _DICT:
            put(dict(zip(map(value, node[1::2]), map(value, node[2::2]), strict=True)))
        else:
            put(make(rows[tag - _ROW], map(value, node[1:])))
    return values[-1]


def _row(name: str) -> Any:
    """Return the class of a row: no other thing that a module has."""
    module, _, attribute = name.partition(".")
    row = getattr(import_module(f"{_MODELS}.{module}"), attribute)
    if not (isinstance(row, type) and issubclass(row, tuple) and hasattr(row, "_fields")):
        raise TypeError(name)
    return row


class _Freezer:
    """Numbers the values of one file: first the plain ones by their type, then those that are made of others."""

    def __init__(self) -> None:
        self._plain: dict[type, dict[Any, int]] = {str: {}, int: {}, date: {}, Decimal: {}}
        self._classes: dict[str, int] = {}
        self._nodes: list[list[int]] = []
        self._numbers: dict[tuple[int, ...], int] = {}

    def frozen(self, value: Any) -> bytes:
        self._gather(value)
        self._first: dict[type, int] = {}
        count = len(_KNOWN)
        for kind, found in self._plain.items():
            self._first[kind] = count
            count += len(found)
        self._made = count
        self._number(value)
        texts, numbers, days, decimals = (list(found) for found in self._plain.values())
        tables = (list(self._classes), texts, numbers, [day.isoformat() for day in days], list(map(str, decimals)))
        return json.dumps([*tables, self._nodes], ensure_ascii=False, separators=(",", ":")).encode()

    def _gather(self, value: Any) -> None:
        if isinstance(value, dict):
            for pair in value.items():
                self._gather(pair)
        elif isinstance(value, tuple):
            for item in value:
                self._gather(item)
        elif not any(value is known for known in _KNOWN):
            found = self._plain[type(value)]
            found.setdefault(str(value) if isinstance(value, Decimal) else value, len(found))

    def _number(self, value: Any) -> int:
        for number, known in enumerate(_KNOWN):
            if value is known:
                return number
        if isinstance(value, dict):
            return self._node(_DICT, *(item for pair in value.items() for item in pair))
        if isinstance(value, tuple):
            name = f"{type(value).__module__.removeprefix(_MODELS + '.')}.{type(value).__name__}"
            row = hasattr(value, "_fields")
            return self._node(_ROW + self._classes.setdefault(name, len(self._classes)) if row else _TUPLE, *value)
        kind = type(value)
        return self._first[kind] + self._plain[kind][str(value) if kind is Decimal else value]

    def _node(self, tag: int, *items: Any) -> int:
        node = (tag, *map(self._number, items))
        if node not in self._numbers:
            self._numbers[node] = self._made + len(self._nodes)
            self._nodes.append(list(node))
        return self._numbers[node]
