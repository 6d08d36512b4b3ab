"""What people call a row: a name of two rows would mean neither of them on the command line."""

from collections.abc import Iterator
from typing import Any, Final

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.reading.yaml_text import KeyPath
from portone_guide.rules.spelling import folded

_NAMED: Final = (
    ("pg_methods", ("gateways",)),
    ("pg_methods", ("methods", "easy_pays")),
    ("pg_methods", ("overseas",)),
    ("pg_methods", ("identity",)),
    ("industries", ("industries",)),
    ("terms", ("platforms", "builders")),
    ("terms", ("countries",)),
    ("roadmap", ("steps",)),
    ("fees", ("tiers",)),
)
"""Tables of a file among whose rows a typed name is looked for."""


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield each name of a row that is the id or a name of another row.

    Names are taken whole. A part of one (without its brackets, between its slashes) may be another's on purpose: who
    types that is asked which of them is meant.
    """
    for kind, tables in _NAMED:
        if kind in files.by_kind:
            yield from _shared(kind, tables, files.by_kind[kind])


def _shared(kind: str, tables: tuple[str, ...], file: Any) -> Iterator[Wrong]:
    rows = [((table, name), row) for table in tables for name, row in getattr(file, table).items()]
    ids = [(name, (table, name), name) for (table, name), _ in rows]
    said = [(place[-1], path, text) for place, row in rows for path, text in _names(place, row)]
    owners: dict[str, str] = {}
    for owner, path, text in (*ids, *said):
        first = owners.setdefault(folded(text), owner)
        if first != owner:
            yield Wrong(kind, path, f"'{first}'의 이름이기도 합니다: '{text}' - 다른 이름을 적으세요")


def _names(path: KeyPath, row: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield what a row is called; a table of words has nothing but names."""
    if isinstance(row, str):
        yield path, row
        return
    for field in ("name", "name_en"):
        if text := getattr(row, field, None):
            yield (*path, field), text
    for index, alias in enumerate(getattr(row, "aliases", ())):
        yield (*path, "aliases", index), alias
