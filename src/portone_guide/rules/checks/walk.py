"""Walks over the rows of a file, and over the names of other rows in it."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from portone_guide.rules.models.fields import Gathered, Reference
from portone_guide.rules.reading.shape import field_types
from portone_guide.rules.reading.yaml_text import KeyPath


class Mention(NamedTuple):
    """Where a row of another table is named: that table, and the name."""

    path: KeyPath
    table: str
    name: str


def mentions(value: Any, kind: Any, path: KeyPath) -> Iterator[Mention]:
    """Walk a value along its declared type and yield each reference in it."""
    if not _may_mention(kind):
        return
    origin = get_origin(kind)
    if origin is Annotated:
        for mark in get_args(kind)[1:]:
            if isinstance(mark, Reference):
                yield Mention(path, mark.table, value)
            elif isinstance(mark, Gathered):
                yield from mentions(value, get_args(kind)[0], path)
    elif origin in {types.UnionType, typing.Union}:
        if value is not None:
            for option in get_args(kind):
                yield from mentions(value, option, path)
    elif origin is tuple and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from mentions(item, get_args(kind)[0], (*path, index))
    elif origin is dict and isinstance(value, dict):
        key_kind, item_kind = get_args(kind)
        for key, item in value.items():
            yield from mentions(key, key_kind, (*path, key))
            yield from mentions(item, item_kind, (*path, key))
    elif hasattr(kind, "_fields"):
        for name, hint in field_types(kind).items():
            yield from mentions(getattr(value, name), hint, (*path, name.removesuffix("_")))


@cache
def _may_mention(kind: Any) -> bool:
    """Tell whether a reference can stand in a value of a type."""
    if hasattr(kind, "_fields") and get_origin(kind) is None:
        return any(map(_may_mention, field_types(kind).values()))
    if get_origin(kind) is Annotated:
        marks = get_args(kind)[1:]
        gathered = any(isinstance(mark, Gathered) for mark in marks) and _may_mention(get_args(kind)[0])
        return gathered or any(isinstance(mark, Reference) for mark in marks)
    return any(map(_may_mention, get_args(kind)))


def rows(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Walk a file and yield each of its rows with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from rows(item, (*path, key))
    elif hasattr(value, "_fields"):
        yield path, value
        for name, item in zip(value._fields, value, strict=True):
            if isinstance(item, (dict, tuple)):
                yield from rows(item, (*path, name.removesuffix("_")))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from rows(item, (*path, index))
