"""What each module supports: no empty, impossible or contradicting rows."""

from collections.abc import Iterator, Set

from portone_guide.rules.checks.check import ReadFiles, Wrong
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.method import MethodsFile, Support
from portone_guide.rules.reading.yaml_text import KeyPath
from portone_guide.rules.vocabulary import method_names, methods_of


def check(files: ReadFiles) -> Iterator[Wrong]:
    """Yield rows that say nothing, what can't be, or what another row or the module says otherwise."""
    file = files.pg_methods
    known = method_names(file).keys()
    for name, rows in file.support.items():
        seen: dict[tuple[str, ...], int] = {}
        for index, row in enumerate(rows):
            path: KeyPath = ("support", name, index)
            yield from _methods(row, path, file, known)
            yield from _twice(row, index, path, seen)
            owner = file.modules.get(name)
            for version in row.portone:
                if owner and row.supported == "yes" and owner.portone_complete and version not in owner.portone:
                    message = f"이 모듈은 포트원 {with_particle(version, '을')} 지원하지 않는다고 적혀 있습니다"
                    yield Wrong("pg_methods", (*path, "portone"), message)


def _methods(row: Support, path: KeyPath, file: MethodsFile, known: Set[str]) -> Iterator[Wrong]:
    for field in ("methods", "portone"):
        if not getattr(row, field):
            yield Wrong("pg_methods", (*path, field), "빈 목록입니다: 하나 이상 적거나 이 행을 지우세요")
    if not set(row.note_for) <= set(row.methods) or (row.note_for and not row.note):
        yield Wrong("pg_methods", (*path, "note_for"), "이 행의 note와 methods에 있는 결제수단만 적으세요")
    allowed = methods_of(row.type, file)
    for position, method in enumerate(row.methods):
        if method not in allowed and method in known:
            message = f"'{row.type}'에 쓸 수 없는 결제수단입니다: '{method}'"
            yield Wrong("pg_methods", (*path, "methods", position), message)


def _twice(row: Support, index: int, path: KeyPath, seen: dict[tuple[str, ...], int]) -> Iterator[Wrong]:
    for position, method in enumerate(row.methods):
        for version in row.portone:
            cell = (row.type, version, row.style, method)
            if cell in seen:
                message = f"같은 사실이 두 번 있습니다: {' '.join(cell)} (먼저 {seen[cell] + 1}번째 행)"
                yield Wrong("pg_methods", (*path, "methods", position), message)
            seen[cell] = index
