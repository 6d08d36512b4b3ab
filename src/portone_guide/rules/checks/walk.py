"""Walks over the rows of a file, and over the names of other rows in it."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from portone_guide.rules.models.fields import Known, Reference
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
        inner, *marks = get_args(kind)
        return any(isinstance(mark, Reference) for mark in marks) or _may_mention(inner)
    return any(map(_may_mention, get_args(kind)))


def missing(file: Any, model: type) -> Iterator[tuple[KeyPath, str]]:
    """Yield each name that the program knows of a table of a file, and the table does not have."""
    for field, kind in field_types(model).items():
        table = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        keys = get_args(table)[:1] if get_origin(table) is dict else ()
        for mark in [mark for key in keys for mark in getattr(key, "__metadata__", ())]:
            if isinstance(mark, Known):
                yield from (((field,), name) for name in mark.names if name not in getattr(file, field))


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
