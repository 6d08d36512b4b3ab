"""Every ``--json`` has a schema written from its types, and every line of it keeps to that."""

import json
import subprocess
import sys
from pathlib import Path

from command_lines import Line, lines, parts, said
from support import DATA, ROOT, SCHEMAS, keeps_to_schema

# What makes the report of a command another one.
_OTHERS = {
    "--synonyms": "-synonyms",
    "--value": "-value",
    "show": "-show",
    "scan": "-scan",
    "verify": "-verify",
    "reset": "-reset",
    "set": "-set",
    "sources": "-sources",
    "conflicts": "-conflicts",
    "check": "-check",
    "drift": "-drift",
}


def schema_name(line: Line) -> str:
    command = line.arguments[0]
    if command.startswith("--") or command in {"done", "undo"}:
        return "home"
    if command == "waiting":
        return "waiting-mail" if "--mail" in line.arguments else "home"
    return command + next((_OTHERS[word] for word in line.arguments[1:] if word in _OTHERS), "")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_the_schemas_are_what_the_types_say(tmp_path: Path) -> None:
    reports, rules = tmp_path / "reports", tmp_path / "rules"
    command = [sys.executable, ROOT / "docs" / "write_schemas.py", reports, rules]
    subprocess.run(command, check=True, timeout=120)
    assert texts(reports) == texts(SCHEMAS), "stale: python docs/write_schemas.py"
    assert texts(rules) == texts(DATA / "schemas"), "stale: python docs/write_schemas.py"


def test_every_line_of_json_keeps_to_its_schema() -> None:
    seen = set()
    for line in lines():
        if "--json" not in line.arguments:
            continue
        told = parts(said(line))
        name, text = ("error", told.err) if told.err else (schema_name(line), told.out)
        seen.add(name)
        keeps_to_schema(name, json.loads(text))
    assert {f"{name}.json" for name in seen} == texts(SCHEMAS).keys()
