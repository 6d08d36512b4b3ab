"""The answer of ``rules sources`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import SCHEMA_VERSION, SourceReport, sources_report
from portone_guide.facts.rules.answer import SourceList


class SourceListReport(TypedDict):
    """``rules sources --json``: every page by id, the oldest first; ``old``: how many are older than that."""

    schema_version: Literal[1]
    as_of: str
    old_after_days: int
    old: int
    sources: dict[str, SourceReport]


def source_list_report(found: SourceList) -> SourceListReport:
    """Return every source page as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": found.on.isoformat(),
        "old_after_days": found.old_after_days,
        "old": sum(age.old for age in found.pages),
        "sources": sources_report({age.id: age for age in found.pages}),
    }
