"""The answer of ``rules conflicts`` as JSON."""

from typing import Literal, TypedDict

from portone_guide.facts.report import SCHEMA_VERSION
from portone_guide.facts.rules.answer import Conflicts
from portone_guide.gateways.references import References


class ConflictClaimReport(TypedDict):
    """What one page says: its id and its address."""

    source: str
    url: str
    says: str


class ConflictReport(TypedDict):
    """Pages that disagree; ``used`` is the id of the one that is followed, null: neither."""

    id: str
    about: str
    claims: list[ConflictClaimReport]
    used: str | None
    why: str


class ConflictsReport(TypedDict):
    """``rules conflicts --json``; ``gateway`` null: the conflicts of all."""

    schema_version: Literal[1]
    gateway: str | None
    conflicts: list[ConflictReport]


def conflicts_report(found: Conflicts) -> ConflictsReport:
    """Return conflicts as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "gateway": found.gateway,
        "conflicts": conflict_reports(found.named),
    }


def conflict_reports(named: References) -> list[ConflictReport]:
    """Return every conflict that an answer names."""
    return [
        {
            "id": name,
            "about": conflict.about,
            "claims": [
                {"source": claim.source, "url": named.pages[claim.source].url, "says": claim.says}
                for claim in conflict.claims
            ],
            "used": None if conflict.used == "none" else conflict.used,
            "why": conflict.why,
        }
        for name, conflict in named.disputes.items()
    ]
