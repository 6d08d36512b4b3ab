"""What one rule file says of another must hold: every row that is named is there."""

from collections.abc import Iterator
from typing import Final

from portone_guide.rules.checks.check import NotReadError, ReadFiles, Wrong
from portone_guide.rules.vocabulary import EASY_PAY, method_names

_TABLE_NAMES: Final = {
    "sources": "sources.yaml의 sources",
    "conflicts": "conflicts.yaml이나 gateways의 conflicts",
    "gateways": "pg_methods.yaml의 gateways",
    "modules": "pg_methods.yaml의 modules",
    "easy_pays": "pg_methods.yaml의 easy_pays",
    "industries": "industries.yaml의 industries",
    "any_method": "pg_methods.yaml의 결제수단 이름",
    "scope_method": "pg_methods.yaml의 결제수단 이름이나 easy_pay",
}


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield each name that its table does not have."""
    known: dict[str, set[str] | None] = {table: _names(table, files) for table in _TABLE_NAMES}
    for kind, mentions in files.mentions.items():
        for path, table, name in mentions:
            names = known[table]
            if names is not None and name not in names:
                yield Wrong(kind, path, f"없는 이름입니다: '{name}' - {_TABLE_NAMES[table]}에 있는 이름을 적으세요")


def _names(table: str, files: ReadFiles) -> set[str] | None:
    """Return the names of the rows of a table; None if its file could not be read."""
    try:
        match table:
            case "sources":
                return set(files.sources.sources)
            case "conflicts":
                return set(files.conflicts.conflicts)
            case "industries":
                return set(files.industries.industries)
            case "any_method":
                return set(method_names(files.pg_methods))
            case "scope_method":
                return {*method_names(files.pg_methods), EASY_PAY.rstrip(":")}
            case _:
                return set(getattr(files.pg_methods, table))
    except NotReadError:
        return None
