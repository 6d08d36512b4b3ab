"""The road and the wished opening day as JSON objects."""

from datetime import date
from typing import TypedDict

from portone_guide.next_steps.answer import Goal, NextSteps, Verdict, other_command, stage_of
from portone_guide.road.answer import RoadStep, State
from portone_guide.rules.json_types import Count, DayText, Urls
from portone_guide.rules.models.roadmap import Actor, RoadStage


class GoalReport(TypedDict):
    """A wished opening day. ``past``: it can't be met; ``tight``: only if every step takes its shortest time.

    ``apply_by`` leaves every known step its longest time; after ``apply_latest`` it is too late. Days are ISO dates.
    """

    open_by: DayText
    verdict: Verdict
    first_open_step: str | None
    apply_by: DayText | None
    apply_latest: DayText | None
    steps_of_unknown_length: list[str]
    earliest_opening: DayText | None


class BusinessDaysReport(TypedDict):
    """Korean business days."""

    min: Count
    max: Count


class StepKeyReport(TypedDict):
    """A step on one gateway's road; ``gateway`` null: on the road of all."""

    id: str
    gateway: str | None


class StepReport(TypedDict):
    """One step. ``business_days`` null: no source says how long it takes. Days are ISO dates, null: not known.

    ``months_after``: so many months must have passed since those of ``after``. ``later``: it begins only after the shop
    has opened, with a gateway that wants another one selling first. ``command`` null: no other command helps with it.
    """

    id: str
    name: str
    """The name that ``done``, ``undo`` and ``waiting`` take."""
    stage: RoadStage
    gateway: str | None
    title: str
    actor: Actor
    what: str
    business_days: BusinessDaysReport | None
    business_days_text: str | None
    state: State
    start: DayText | None
    end: DayText | None
    start_latest: DayText | None
    end_latest: DayText | None
    open_ended: bool
    overdue: DayText | None
    after: list[StepKeyReport]
    months_after: Count
    later: bool
    where: str | None
    command: str | None
    prepare: list[str]
    next: str | None
    sources: Urls


def step_report(step: RoadStep, answer: NextSteps) -> StepReport:
    """Return one step with its dates."""
    dates = answer.schedule.of(step)
    alone = len(answer.gateways) < 2
    return {
        "id": step.id,
        "name": step.name,
        "stage": stage_of(step),
        "gateway": step.lane if step.own or not alone else None,
        "title": step.title,
        "actor": step.actor,
        "what": step.what,
        "business_days": {"min": step.days.min, "max": step.days.max} if step.days else None,
        "business_days_text": step.days_text,
        "state": dates.state,
        "start": _day(dates.start),
        "end": _day(dates.end),
        "start_latest": _day(dates.start_latest),
        "end_latest": _day(dates.end_latest),
        "open_ended": dates.open_ended,
        "overdue": _day(dates.overdue),
        "after": [{"id": name, "gateway": lane} for name, lane in step.after],
        "months_after": step.wait_months,
        "later": step.later,
        "where": step.where,
        "command": other_command(step),
        "prepare": list(step.prepare),
        "next": step.next,
        "sources": answer.named.urls(step.sources),
    }


def goal_report(goal: Goal) -> GoalReport:
    """Return whether the wished day can be met."""
    return {
        "open_by": goal.open_by.isoformat(),
        "verdict": goal.verdict,
        "first_open_step": goal.step.id if goal.step else None,
        "apply_by": _day(goal.apply_by),
        "apply_latest": _day(goal.apply_latest),
        "steps_of_unknown_length": list(goal.unknown),
        "earliest_opening": _day(goal.earliest_opening),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
