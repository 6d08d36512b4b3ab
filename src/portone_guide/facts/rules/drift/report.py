"""The answer of ``rules drift`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import SCHEMA_VERSION
from portone_guide.facts.rules.drift.answer import Change, ChangeKind, Drift, Harm, UnreadReason
from portone_guide.rules.json_types import Count


class DriftFactReport(TypedDict):
    """A value in a rule file that rests on what changed: where it stands, what it is called and says."""

    file: str
    line: Count
    what: str


class DriftChangeReport(TypedDict):
    """One change of the documents."""

    source: str
    """The page, by its name in ``sources.yaml``; one that no fact names by its path."""
    section: str
    """The headings above it and what it is about there (a table's row, a list's label), joined with `` > ``."""
    kind: ChangeKind
    """``value_gone``: a value is no longer there (``new`` is what took its place); ``value_new``: one came beside the
    others; ``wording``: only sentences; ``page_gone``, ``page_new``; ``renamed``: a company's new name, told once.
    """
    harm: Harm
    """What may be wrong if nobody reads it again; the changes are in this order."""
    facts: list[DriftFactReport]
    """The facts to read again; none: no rule row holds it."""
    old: str | None
    """null: nothing was there, or (in a schema) something that no rule row holds."""
    new: str | None
    pages: list[str]
    """The pages of a new name; else empty."""


class DriftCitationsReport(TypedDict):
    """How many times a rule row names a page, and how many of those have to be read again (all but ``wording``)."""

    all: Count
    read_again: Count


class DriftUnreadReport(TypedDict):
    """A file that could not be read."""

    file: str
    reason: UnreadReason


class DriftReport(TypedDict):
    """``rules drift --json``: what changed since the lock was made, the most harmful first."""

    schema_version: Literal[1]
    pages_compared: Count
    missing_areas: list[str]
    """Parts of the documents that the lock has and the folder does not: nothing is said of them."""
    unread: list[DriftUnreadReport]
    citations: DriftCitationsReport
    changes: list[DriftChangeReport]


def drift_report(found: Drift) -> DriftReport:
    """Return the answer as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "pages_compared": found.compared,
        "missing_areas": list(found.missing_areas),
        "unread": [{"file": one.file, "reason": one.reason} for one in found.unread],
        "citations": {"all": found.citations, "read_again": found.read_again},
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> DriftChangeReport:
    return {
        "source": change.source,
        "section": change.section,
        "kind": change.kind,
        "harm": change.harm,
        "facts": [{"file": fact.file, "line": fact.line, "what": fact.what} for fact in change.facts],
        "old": change.old,
        "new": change.new,
        "pages": list(change.pages),
    }
