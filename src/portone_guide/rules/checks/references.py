"""What one rule file says of another must hold: every row that is named is there."""

from collections.abc import Iterator
from typing import Final

from portone_guide.rules.book import model_of
from portone_guide.rules.checks.check import NotReadError, ReadFiles, Wrong
from portone_guide.rules.checks.walk import missing
from portone_guide.rules.vocabulary import EASY_PAY, TYPE_NAMES, method_names, methods_of

_TABLE_NAMES: Final = {
    "sources": "sources.yaml의 sources",
    "conflicts": "conflicts.yaml이나 gateways의 conflicts",
    "gateways": "pg_methods.yaml의 gateways",
    "modules": "pg_methods.yaml의 modules",
    "easy_pays": "pg_methods.yaml의 easy_pays",
    "industries": "industries.yaml의 industries",
    "any_method": "pg_methods.yaml의 결제수단 이름",
    "scope_method": "pg_methods.yaml의 결제수단 이름이나 easy_pay",
    "overseas": "pg_methods.yaml의 overseas",
    "identity": "pg_methods.yaml의 identity",
    "concern": "결제유형, 결제수단, '결제유형:결제수단', easy_pay, 업종 가운데",
    "cases": "merchant_ids.yaml의 cases",
    "steps": "roadmap.yaml의 steps",
    "groups": "checklist.yaml의 groups",
}


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield each name that its table does not have, and each that the program knows and its table lacks."""
    known: dict[str, set[str] | None] = {table: _names(table, files) for table in _TABLE_NAMES}
    for kind, mentions in files.mentions.items():
        for path, table, name in mentions:
            names = known[table]
            if names is not None and name not in names:
                yield Wrong(kind, path, f"없는 이름입니다: '{name}' - {_TABLE_NAMES[table]}에 있는 이름을 적으세요")
    for kind, file in files.by_kind.items():
        for path, name in missing(file, model_of(kind)):
            yield Wrong(kind, path, f"프로그램이 쓰는 이름이 없습니다: '{name}' - 지웠거나 바꾸었으면 되돌리세요")


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
            case "concern":
                return set(_concerns(files))
            case "cases":
                return set(files.merchant_ids.cases)
            case "steps":
                return set(files.roadmap.steps)
            case "groups":
                return set(files.checklist.groups)
            case "scope_method":
                return {*method_names(files.pg_methods), EASY_PAY.rstrip(":")}
            case _:
                return set(getattr(files.pg_methods, table))
    except NotReadError:
        return None


def _concerns(files: ReadFiles) -> Iterator[str]:
    """Yield what a merchant can ask for, as rows name it."""
    yield from (*TYPE_NAMES, EASY_PAY.rstrip(":"), *files.industries.industries)
    for kind in TYPE_NAMES:
        for method in methods_of(kind, files.pg_methods):
            yield from (method, f"{kind}:{method}")
