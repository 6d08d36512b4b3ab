"""Answers that were given anew, as JSON."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from portone_guide.home.plan_change import ChangedAnswer


class ChangedReport(TypedDict):
    """An answer of the plan; null: there was none, or there is none any more."""

    key: str
    before: str | list[str] | None
    after: str | list[str] | None


class PlanSetReport(TypedDict):
    """``plan set --json``: each answer of the plan that is another one now; what could not stay beside them is null."""

    schema_version: Literal[1]
    changed: list[ChangedReport]


def change_report(changed: Iterable[ChangedAnswer]) -> PlanSetReport:
    """Return what changed as one JSON object."""
    return {
        "schema_version": 1,
        "changed": [{"key": entry.key, "before": entry.before, "after": entry.after} for entry in changed],
    }
