"""Where the merchant stands, and the plan, as JSON."""

from pathlib import Path
from typing import Literal, NotRequired, TypedDict, cast

from portone_guide.gateways.report import HostReport, host_report
from portone_guide.home.answer import Standing
from portone_guide.plan.model import CheckState, EvidenceState, Plan, SeenState, plan_value
from portone_guide.road.answer import RoadStep, Waited
from portone_guide.rules.json_types import DayText
from portone_guide.rules.models.roadmap import Actor, Stage

SCHEMA_VERSION: Literal[1] = 1


class DoneReport(TypedDict):
    """A step that was done, and the day; ``step`` is the name that ``done`` takes."""

    step: str
    gateway: str | None
    on: DayText


class NextReport(TypedDict):
    """A step that comes next, and who does it; ``gateway`` null: it is the same for all.

    ``command`` null: no command of ours helps with it.
    """

    step: str
    gateway: str | None
    title: str
    actor: Actor
    command: str | None


class OverdueReport(TypedDict):
    """A step that others should have finished by the day ``due``."""

    step: str
    due: DayText


class WaitedReport(TypedDict):
    """A step whose end is waited for; ``noted``: the merchant said since when, else the step before was done then.

    ``due``: by when it usually is over, null: no source says; ``late``: that day has passed.
    """

    step: str
    gateway: str | None
    since: DayText
    noted: bool
    due: DayText | None
    late: bool


class HomeReport(TypedDict):
    """``portone-guide --json``: where the merchant stands; ``next`` null: all is done, ``overdue`` null: nothing is.

    ``also`` can be done beside ``next``; ``waiting`` is what others are to finish, ``overdue`` the first that is late.
    ``through_host`` not null: the shop signs through the company that hosts it, and no command of ours comes next.
    """

    schema_version: Literal[1]
    stage: Stage
    chosen: list[str]
    done: list[DoneReport]
    next: NextReport | None
    also: list[NextReport]
    waiting: list[WaitedReport]
    through_host: HostReport | None
    overdue: OverdueReport | None


class SiteSeenReport(TypedDict):
    """What ``inspect`` saw of the checklist's items, and the day."""

    day: DayText
    items: dict[str, SeenState]


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
    """``plan show --json``: what the plan file has.

    ``answers`` are by question, ``done`` and ``waiting`` have a day for each step.
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
    waiting: NotRequired[dict[str, DayText]]
    start: NotRequired[DayText]
    open_by: NotRequired[DayText]
    asking: NotRequired[dict[str, AskingReport]]
    site: NotRequired[SiteSeenReport]
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
    hosted = bool(found.host)
    late = found.late[0] if found.late else None
    return {
        "schema_version": SCHEMA_VERSION,
        "stage": found.stage,
        "chosen": list(found.chosen),
        "done": [{"step": step.name, "gateway": step.lane, "on": on.isoformat()} for step, on in found.done],
        "next": _next(found.next, hosted=hosted) if found.next else None,
        "also": [_next(step, hosted=hosted) for step in found.also],
        "waiting": [_waited(entry) for entry in found.waited],
        "through_host": host_report(found.host, found.named) if found.host else None,
        "overdue": {"step": late.step.name, "due": late.due.isoformat()} if late and late.due else None,
    }


def _next(step: RoadStep, *, hosted: bool) -> NextReport:
    return {
        "step": step.name,
        "gateway": step.lane,
        "title": step.title,
        "actor": step.actor,
        "command": None if hosted else step.command,
    }


def _waited(entry: Waited) -> WaitedReport:
    return {
        "step": entry.step.name,
        "gateway": entry.step.lane,
        "since": entry.since.isoformat(),
        "noted": entry.noted,
        "due": entry.due.isoformat() if entry.due else None,
        "late": entry.late,
    }


def plan_report(plan: Plan) -> PlanReport:
    """Return the plan as one JSON object; a test holds the type to what the file has."""
    return cast(PlanReport, {"schema_version": SCHEMA_VERSION, **plan_value(plan)})
