"""What one rule file says of another must hold: references, units of each fee, one row a fact."""

import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from portone_guide.rules.book import FILE_KINDS, RuleBook, model_of
from portone_guide.rules.checks.facts import FACT_CHECKS, Found, unsourced
from portone_guide.rules.checks.fee_keys import check_fee_key
from portone_guide.rules.errors import Problem, shown
from portone_guide.rules.models.fee import FeesFile
from portone_guide.rules.models.fields import Reference
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.models.source import ConflictsFile, SourcesFile
from portone_guide.rules.reading.shape import field_types
from portone_guide.rules.reading.yaml_text import Document, KeyPath
from portone_guide.rules.vocabulary import all_method_ids, methods_of

Mention = tuple[KeyPath, str, str]
"""Where an id of another table stands, that table's name, and the id."""

_ADDRESS = re.compile(r"https://[\w.-]+\.\w+(?:/\S*)?")

_TABLE_NAMES = {
    "sources": "sources.yaml의 sources",
    "conflicts": "conflicts.yaml의 conflicts",
    "gateways": "pg_methods.yaml의 gateways",
    "modules": "pg_methods.yaml의 modules",
    "easy_pays": "pg_methods.yaml의 easy_pays",
    "industries": "industries.yaml의 industries",
    "any_method": "pg_methods.yaml의 결제수단 이름",
}


def cross_check(book: RuleBook, documents: Mapping[str, Document]) -> list[Problem]:
    """Return everything that is wrong between or within the files that could be read."""
    files = {kind: getattr(book, kind) for kind in documents}
    found: list[Problem] = []

    def report(kind: str, problems: Found) -> None:
        found.extend(documents[kind].problem(path, message) for path, message in problems)

    tables = _tables(files)
    mentions = {kind: list(_mentions(file, model_of(kind), ())) for kind, file in files.items()}
    for kind, file in files.items():
        report(kind, _unknown(mentions[kind], tables))
        report(kind, unsourced(file))
        if facts := FACT_CHECKS.get(kind):
            report(kind, facts(file))
    if methods := files.get("pg_methods"):
        report("pg_methods", _methods(methods))
    if fees := files.get("fees"):
        report("fees", _fees(fees, files.get("pg_methods")))
    if sources := files.get("sources"):
        used = {name for found in mentions.values() for _, table, name in found if table == "sources"}
        report("sources", _sources(sources, used if len(files) == len(FILE_KINDS) else set(sources.sources)))
    if conflicts := files.get("conflicts"):
        report("conflicts", _conflicts(conflicts))
    return found


def _tables(files: Mapping[str, Any]) -> dict[str, set[str]]:
    tables: dict[str, set[str]] = {}
    if sources := files.get("sources"):
        tables["sources"] = set(sources.sources)
    if conflicts := files.get("conflicts"):
        tables["conflicts"] = set(conflicts.conflicts)
    if methods := files.get("pg_methods"):
        tables["gateways"] = set(methods.gateways)
        tables["modules"] = set(methods.modules)
        tables["easy_pays"] = set(methods.easy_pays)
        tables["any_method"] = set(all_method_ids(methods))
    if industries := files.get("industries"):
        tables["industries"] = set(industries.industries)
    return tables


def _mentions(value: Any, kind: Any, path: KeyPath) -> Iterator[Mention]:
    """Walk a value along its declared type and yield the path, table and id of each reference in it."""
    origin = get_origin(kind)
    if origin is Annotated:
        for mark in get_args(kind)[1:]:
            if isinstance(mark, Reference):
                yield path, mark.table, value
    elif origin in {types.UnionType, typing.Union}:
        if value is not None:
            for option in get_args(kind):
                yield from _mentions(value, option, path)
    elif origin is tuple and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _mentions(item, get_args(kind)[0], (*path, index))
    elif origin is dict and isinstance(value, dict):
        key_kind, item_kind = get_args(kind)
        for key, item in value.items():
            yield from _mentions(key, key_kind, (*path, key))
            yield from _mentions(item, item_kind, (*path, key))
    elif hasattr(kind, "_fields"):
        for name, hint in field_types(kind).items():
            yield from _mentions(getattr(value, name), hint, (*path, name.removesuffix("_")))


def _unknown(mentions: Iterable[Mention], tables: Mapping[str, set[str]]) -> Found:
    for path, table, name in mentions:
        if table in tables and name not in tables[table]:
            yield path, f"없는 이름입니다: '{name}' - {_TABLE_NAMES[table]}에 있는 이름을 적으세요"


def _methods(file: MethodsFile) -> Found:
    for name, module in file.modules.items():
        if not name.startswith(f"{module.gateway}."):
            yield ("modules", name), f"모듈 이름은 '{module.gateway}.'으로 시작해야 합니다: '{name}'"
        if name not in file.support:
            yield ("modules", name), f"'{name}'의 지원 목록이 없습니다: support에 적으세요"
    for gateway, facts in file.gateways.items():
        if facts.role == "easy_pay" and facts.brand is None:
            yield ("gateways", gateway), "간편결제사는 brand를 적으세요"
    known = set(all_method_ids(file))
    for name, rows in file.support.items():
        seen: dict[tuple[str, ...], int] = {}
        for index, row in enumerate(rows):
            path: KeyPath = ("support", name, index)
            allowed = methods_of(row.type, file)
            for position, method in enumerate(row.methods):
                if method not in allowed and method in known:
                    yield (
                        (*path, "methods", position),
                        f"'{row.type}'에 쓸 수 없는 결제수단입니다: '{method}'",
                    )
                for version in row.portone:
                    cell = (row.type, version, row.style, method)
                    if cell in seen:
                        yield (
                            (*path, "methods", position),
                            f"같은 사실이 두 번 있습니다: {' '.join(cell)} (먼저 {seen[cell] + 1}번째 행)",
                        )
                    seen[cell] = index
            if owner := file.modules.get(name):
                for version in row.portone:
                    if row.supported == "yes" and owner.portone_complete and version not in owner.portone:
                        yield (
                            (*path, "portone"),
                            f"이 모듈은 포트원 {version}을 지원하지 않는다고 적혀 있습니다",
                        )


def _fees(file: FeesFile, methods: MethodsFile | None) -> Found:
    for gateway, blocks in file.fees.items():
        for index, block in enumerate(blocks):
            path: KeyPath = ("fees", gateway, index)
            if index and block.from_ <= blocks[index - 1].from_:
                yield (*path, "from"), "from은 앞 블록보다 늦은 날이어야 합니다: 날짜 순으로 적으세요"
            for key in block.rates:
                if methods and (wrong := check_fee_key(key, methods)):
                    yield (*path, "rates", key), wrong
    for gateway, packages in file.packages.items():
        for index, package in enumerate(packages):
            if methods and package.method not in methods.identity:
                path = ("packages", gateway, index, "method")
                yield path, f"모르는 본인인증 수단입니다: {shown(package.method)}"


def _sources(file: SourcesFile, used: set[str]) -> Found:
    urls: dict[str, str] = {}
    for name, source in file.sources.items():
        if not _ADDRESS.fullmatch(source.url):
            yield ("sources", name, "url"), f"https:// 주소를 적으세요: {shown(source.url)}"
        if source.url in urls:
            yield ("sources", name, "url"), f"'{urls[source.url]}'과(와) 같은 주소입니다: 하나만 두세요"
        urls[source.url] = name
        if name not in used:
            yield ("sources", name), f"아무 사실도 이 출처를 쓰지 않습니다: '{name}' - 지우세요"


def _conflicts(file: ConflictsFile) -> Found:
    for name, conflict in file.conflicts.items():
        if len(conflict.claims) < 2:
            yield ("conflicts", name, "claims"), "어긋나는 두 쪽 이상을 적으세요"
        claimed = {claim.source for claim in conflict.claims}
        if conflict.used not in claimed | {"none"}:
            yield ("conflicts", name, "used"), "claims에 있는 출처이거나 none이어야 합니다"
