"""A choice of gateways as JSON."""

from typing import Literal, TypedDict

from portone_guide.select_pg.choice import Choice
from portone_guide.select_pg.choose_words import names_of, objection_text


class ObjectionReport(TypedDict):
    """Something against the choice; ``gateway`` null: against the whole of it.

    ``rules_out``: a page says so, and it was chosen all the same; else it is to be settled before signing.
    """

    gateway: str | None
    code: str
    text: str
    rules_out: bool


class ChoiceReport(TypedDict):
    """``choose --json``: what the plan has now; ``before`` is what it had.

    ``judged`` false: it was not known what is to be paid with. ``next`` is the step that comes next, null: none.
    """

    schema_version: Literal[1]
    chosen: list[str]
    before: list[str]
    judged: bool
    objections: list[ObjectionReport]
    next: str | None
    next_actions: list[str]


def choice_report(found: Choice) -> ChoiceReport:
    """Return a choice as one JSON object."""
    step, names = found.following, names_of(found)
    return {
        "schema_version": 1,
        "chosen": list(found.gateways),
        "before": list(found.before),
        "judged": found.judged,
        "objections": [
            {
                "gateway": entry.gateway,
                "code": entry.what.code,
                "text": objection_text(entry, names),
                "rules_out": entry.rules_out,
            }
            for entry in found.objections
        ],
        "next": step.name if step else None,
        "next_actions": [step.command or f"portone-guide done {step.name}"] if step else [],
    }
