"""The answer of ``rules check`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import SCHEMA_VERSION
from portone_guide.facts.rules.answer import Checked, Counts
from portone_guide.gateways.missing_facts import Fact
from portone_guide.rules.errors import told
from portone_guide.rules.json_types import Count
from portone_guide.terminal.text import clean


class CountsReport(TypedDict):
    """How much the rule files hold; a fee counts once for each day that it changed."""

    gateways: Count
    modules: Count
    support: Count
    fees: Count
    conflicts: Count
    sources: Count


class MissingFactReport(TypedDict):
    """A fact that no source gives; ``module`` null: it concerns the whole gateway."""

    gateway: str
    module: str | None
    fact: Fact


class ProblemReport(TypedDict):
    """A mistake and its place; lines and columns count from 1."""

    file: str
    line: Count
    column: Count
    message: str


class CheckReport(TypedDict):
    """``rules check --json``; ``counts`` and ``missing_facts`` are null where something is wrong."""

    schema_version: Literal[1]
    ok: bool
    files: list[str]
    counts: CountsReport | None
    missing_facts: list[MissingFactReport] | None
    problems: list[ProblemReport]
    """At most a hundred."""
    more_problems: Count
    """How many mistakes there are besides."""


def check_report(checked: Checked) -> CheckReport:
    """Return the outcome of a check as one JSON object."""
    counts = checked.counts
    problems, more = told(checked.problems)
    return {
        "schema_version": SCHEMA_VERSION,
        "ok": counts is not None,
        "files": [clean(name) for name in checked.files],
        "counts": _counts(counts) if counts else None,
        "missing_facts": [
            {"gateway": fact.gateway, "module": fact.module, "fact": fact.fact} for fact in checked.missing
        ]
        if counts
        else None,
        "problems": [
            {
                "file": clean(problem.file),
                "line": problem.line,
                "column": problem.column,
                "message": clean(problem.message),
            }
            for problem in problems
        ],
        "more_problems": more,
    }


def _counts(counts: Counts) -> CountsReport:
    return {
        "gateways": counts.gateways,
        "modules": counts.modules,
        "support": counts.support,
        "fees": counts.fees,
        "conflicts": counts.conflicts,
        "sources": counts.sources,
    }
