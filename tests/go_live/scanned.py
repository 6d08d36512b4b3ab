"""What the tests of ``go-live scan`` use: a tree of a few files, scanned in this process."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from portone_guide.code.files import Files, ReadFile
from portone_guide.code.languages import language_of
from portone_guide.code.source import Source
from portone_guide.go_live.answer import Scan
from portone_guide.go_live.case import Said
from portone_guide.go_live.decide import Read, scan
from support import shipped

PROGRAMS = Path(__file__).parent / "programs"


def scan_of(files: Mapping[str, str], said: Said = Said()) -> Scan:  # noqa: B008
    """Scan files that are only here; each is one that would be read."""
    sources = {}
    for path, text in files.items():
        language = language_of(path)
        assert language, path
        sources[path] = Source(ReadFile(path, language, text))
    return scan(shipped(), Read(".", sources, {}, ()), said, frozenset(shipped().go_live.checks))


def scan_folder(folder: Path) -> Scan:
    """Scan a folder as the command does."""
    files = Files(folder)
    sources = {file.path: Source(file) for file in files}
    return scan(shipped(), Read(str(folder), sources, files.skipped, files.unread), Said(), all_rules())


def all_rules() -> frozenset[str]:
    return frozenset(shipped().go_live.checks)


def rules_of(found: Scan) -> set[str]:
    return {finding.rule for finding in found.findings}


@cache
def programs(name: str) -> Any:
    return yaml.safe_load((PROGRAMS / f"{name}.yaml").read_text("utf-8"))


def program(version: str, frame: str, changes: Mapping[str, Any]) -> tuple[str, str]:
    """Return a frame with the right fields of its version, some of them changed (null: taken away)."""
    given = {**programs("fields")[version]["base"], **changes}
    fields = ", ".join(f"{name}: {value}" for name, value in given.items() if value is not None)
    made = programs("frames")[version][frame]
    return made["file"], made["text"].replace("FIELDS", fields)
