"""Where the merchant stands, and the plan, as JSON."""

from pathlib import Path
from typing import Literal, NotRequired, TypedDict, cast

from portone_guide.gateways.report import HostReport, host_report
from portone_guide.home.answer import RoadStep, Standing
from portone_guide.plan.model import CheckState, EvidenceState, Plan, plan_value
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.roadmap import Actor, Stage

SCHEMA_VERSION: Literal[1] = 1


class DoneReport(TypedDict):
    """A step that was done, and the day."""

    step: str
    on: DayText


class NextReport(TypedDict):
    """What comes next, and who does it; ``command`` null: no command of ours helps with it."""

    step: str
    title: str
    actor: Actor
    command: str | None


class OverdueReport(TypedDict):
    """A step that others should have finished by the day ``due``."""

    step: str
    due: DayText


class HomeReport(TypedDict):
    """``portone-guide --json``: where the merchant stands; ``next`` null: all is done, ``overdue`` null: nothing is.

    ``through_host`` not null: the shop signs through the company that hosts it, and no command of ours comes next.
    """

    schema_version: Literal[1]
    stage: Stage
    chosen: list[str]
    done: list[DoneReport]
    next: NextReport | None
    through_host: HostReport | None
    overdue: OverdueReport | None


class EvidenceReport(TypedDict):
    """What a look at a step showed of its points, and the day of that look."""

    day: DayText
    states: dict[str, EvidenceState]


class AskingReport(TypedDict):
    """How far the questions of a command have come; ``again`` are those whose answer is asked for once more."""

    anew: NotRequired[Literal["yes"]]
    stage: NotRequired[str]
    again: NotRequired[list[str]]
    answers: NotRequired[dict[str, str | list[str]]]


class PlanReport(TypedDict):
    """``plan show --json``: what the plan file has. ``answers`` are by question, ``done`` has a day for each step.

    ``asking``: the commands that were broken off while they asked.
    ``evidence`` is what was seen of a step.
    """

    schema_version: Literal[1]
    kind: Literal["plan"]
    version: Literal[1]
    answers: NotRequired[dict[str, str | list[str]]]
    chosen: NotRequired[list[str]]
    checklist: NotRequired[dict[str, CheckState]]
    done: NotRequired[dict[str, DayText]]
    start: NotRequired[DayText]
    open_by: NotRequired[DayText]
    asking: NotRequired[dict[str, AskingReport]]
    evidence: NotRequired[dict[str, EvidenceReport]]


class ResetReport(TypedDict):
    """``plan reset --json``: under which name the plan was set aside; null: there was none, or it stays."""

    schema_version: Literal[1]
    set_aside: str | None


def reset_report(kept: Path | None) -> ResetReport:
    """Return what became of the plan as one JSON object."""
    return {"schema_version": SCHEMA_VERSION, "set_aside": str(kept) if kept else None}


def home_report(found: Standing) -> HomeReport:
    """Return where the merchant stands as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stage": found.stage,
        "chosen": list(found.chosen),
        "done": [{"step": entry.id, "on": entry.on.isoformat()} for entry in found.done],
        "next": _next(found.next, hosted=bool(found.host)) if found.next else None,
        "through_host": host_report(found.host, found.named) if found.host else None,
        "overdue": {"step": found.overdue.id, "due": found.overdue.on.isoformat()} if found.overdue else None,
    }


def _next(upcoming: RoadStep, *, hosted: bool) -> NextReport:
    return {
        "step": upcoming.id,
        "title": upcoming.step.title,
        "actor": upcoming.step.actor,
        "command": None if hosted else upcoming.step.command,
    }


def plan_report(plan: Plan) -> PlanReport:
    """Return the plan as one JSON object; a test holds the type to what the file has."""
    return cast(PlanReport, {"schema_version": SCHEMA_VERSION, **plan_value(plan)})
