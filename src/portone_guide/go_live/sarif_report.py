"""What was found as SARIF 2.1.0, for the tools that show code findings beside the code."""

from typing import Any, Final
from urllib.parse import quote

from portone_guide.go_live.answer import Finding, Scan
from portone_guide.go_live.report import code_of
from portone_guide.go_live.words import detail

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"block": "error", "ask": "warning"}


def sarif_report(found: Scan) -> dict[str, Any]:
    """Return what was found as one SARIF log with one run."""
    from portone_guide import __version__

    names = list(found.rules)
    rules = [
        {
            "id": name,
            "name": row.title,
            "shortDescription": {"text": row.title},
            "fullDescription": {"text": row.why},
            "help": {"text": row.fix},
            "helpUri": found.urls[name],
            "defaultConfiguration": {"level": _LEVELS[row.level]},
        }
        for name, row in found.rules.items()
    ]
    driver = {"name": "portone-guide", "semanticVersion": __version__, "rules": rules}
    results = [_result(one, names.index(one.rule)) for one in found.findings]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(found: Finding, index: int) -> dict[str, Any]:
    said = " ".join(part for part in (found.check.why, detail(found.detail), found.check.fix) if part)
    region = {"startLine": found.line, "startColumn": found.column, "snippet": {"text": code_of(found)}}
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(found.path)}, "region": region}}
    return {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": _LEVELS[found.level],
        "message": {"text": said},
        "locations": [location],
    }
