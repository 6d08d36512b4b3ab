"""Writes the JSON Schema of every ``--json`` from the types of its report, and that of every kind of rule file from its
model: ``python docs/write_schemas.py [REPORTS_FOLDER RULES_FOLDER]``.

A report's types are TypedDicts: their docstrings, and those under their keys, become descriptions.
"""

import json
import sys
import typing
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import typing_extensions
from pydantic import TypeAdapter

from portone_guide.commands import answers
from portone_guide.rules.book import ALL_KINDS
from portone_guide.rules.writing.json_schema import schema_of

# Before Python 3.12 pydantic knows only this TypedDict; the program itself starts faster with the other one.
typing.TypedDict = typing_extensions.TypedDict  # type: ignore[assignment]

REPORTS = {**{answer.schema: answer.report for answer in answers()}, "error": "shell.error_report.ErrorReport"}
"""The type of each report, by the name of its schema."""


def schema(report: type) -> dict[str, Any]:
    """Return the JSON Schema of a report: every key is told, and no other may be there."""
    for name, module in sys.modules.items():
        if name.startswith("portone_guide."):
            _make_exact(module)
    made = TypeAdapter(report).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_untitled(made)}


def _make_exact(module: ModuleType) -> None:
    for kind in vars(module).values():
        if typing_extensions.is_typeddict(kind):
            kind.__pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}


def _untitled(value: Any) -> Any:
    """Leave out the titles that pydantic makes of names."""
    if isinstance(value, list):
        return [_untitled(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _untitled(item) for key, item in value.items() if key != "title" or not isinstance(item, str)}


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(exist_ok=True)
    for name, place in REPORTS.items():
        module, _, kind = place.rpartition(".")
        report = getattr(import_module(f"portone_guide.{module}"), kind)
        text = json.dumps(schema(report), ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.json").write_text(text, "utf-8")


def write_rules(folder: Path) -> None:
    """Write the schema of every kind of rule file into a folder."""
    folder.mkdir(exist_ok=True)
    for kind in ALL_KINDS:
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
        (folder / f"{kind}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    here = Path(__file__).parent
    reports, rules = map(Path, sys.argv[1:]) if sys.argv[1:] else (here / "schemas", here.parent / "data" / "schemas")
    write_rules(rules)  # before the types of reports are made exact
    write(reports)
