"""Typed rule files as bytes and back: JSON and numbers, so that reading them can run nothing, and fast.

Every value stands once, after those that it is made of, and is named by its number; rows name their class, which is
looked for among the models only. What is of one class and as long stands together: many are made by one call.
"""

import json
import sys
from array import array
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import partial
from importlib import import_module
from itertools import repeat
from typing import Any, Final, NamedTuple

_MODELS: Final = "portone_guide.rules.models"
_KNOWN: Final = (None, True, False)
_TUPLE, _DICT, _ROW = 0, 1, 2  # a row's tag is this plus the number of its class
_NUMBER: Final = "I"


def freeze(value: Any) -> bytes:
    """Return a rule file as bytes."""
    return _Freezer().frozen(value)


def thaw(data: bytes) -> Any:
    """Return what :func:`freeze` was given. Any exception: the bytes are of no rule file."""
    head, _, tail = data.partition(b"\n")
    classes, texts, numbers, days, decimals, groups = json.loads(head)
    makers = [partial(tuple.__new__, _row(name)) for name in classes]
    values: list[Any] = [*_KNOWN, *texts, *numbers, *map(date.fromisoformat, days), *map(Decimal, decimals)]
    items = _numbers(tail)
    begin = 0
    for tag, width, count in groups:
        end = begin + width * count
        found = map(values.__getitem__, items[begin:end])
        rows = zip(*[found] * width, strict=True) if width else repeat((), count)
        if tag == _TUPLE:
            values += list(rows)
        elif tag == _DICT:
            values += [dict(zip(row[::2], row[1::2], strict=True)) for row in rows]
        else:
            values += list(map(makers[tag - _ROW], rows))
        begin = end
    return values[-1]


def _numbers(data: bytes) -> "array[int]":
    """Return numbers of four bytes each, the lowest first; bytes back to front are the same the other way."""
    numbers = array(_NUMBER, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _row(name: str) -> Any:
    """Return the class of a row: no other thing that a module has."""
    module, _, attribute = name.partition(".")
    row = getattr(import_module(f"{_MODELS}.{module}"), attribute)
    if not (isinstance(row, type) and issubclass(row, tuple) and hasattr(row, "_fields")):
        raise TypeError(name)
    return row


class _Node(NamedTuple):
    """A value that is made of ``items``; ``depth`` is how far it is above the plain ones."""

    depth: int
    tag: int
    width: int
    items: tuple[int, ...]


class _Freezer:
    """Numbers the values of one file: first the plain ones by their type, then those that are made of others."""

    def __init__(self) -> None:
        self._plain: dict[type, dict[Any, int]] = {str: {}, int: {}, date: {}, Decimal: {}}
        self._classes: dict[str, int] = {}
        self._nodes: list[_Node] = []
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
        groups, items = self._grouped()
        texts, numbers, days, decimals = (list(found) for found in self._plain.values())
        tables = (list(self._classes), texts, numbers, [day.isoformat() for day in days], list(map(str, decimals)))
        head = json.dumps([*tables, groups], ensure_ascii=False, separators=(",", ":"))
        return head.encode() + b"\n" + _numbers(items.tobytes()).tobytes()

    def _grouped(self) -> tuple[list[tuple[int, int, int]], "array[int]"]:
        """Return how many stand together of each kind, and what they are made of, all by their last numbers."""
        order = sorted(range(len(self._nodes)), key=lambda number: self._nodes[number][:3])
        last = {self._made + number: self._made + place for place, number in enumerate(order)}
        counts = Counter(node[:3] for node in self._nodes)
        groups = [(tag, width, counts[depth, tag, width]) for depth, tag, width in sorted(counts)]
        items = array(_NUMBER)
        for number in order:
            items.extend(last.get(item, item) for item in self._nodes[number].items)
        return groups, items

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
        numbers = tuple(map(self._number, items))
        if (tag, *numbers) not in self._numbers:
            inside = (self._nodes[number - self._made].depth for number in numbers if number >= self._made)
            self._numbers[tag, *numbers] = self._made + len(self._nodes)
            self._nodes.append(_Node(1 + max(inside, default=0), tag, len(numbers), numbers))
        return self._numbers[tag, *numbers]
