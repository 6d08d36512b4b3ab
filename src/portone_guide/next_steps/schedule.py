"""The dates of a road: forward from the application, or backward from the day of opening, in business days.

A step whose days no source tells leaves the dates behind it open: the earliest day counts it as nothing, the
latest day is unknown. It is never taken for a step that takes no time.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from portone_guide.next_steps.answer import Goal, Schedule, StepDates, Verdict
from portone_guide.next_steps.wishes import Wishes
from portone_guide.road.answer import RoadStep, StepKey
from portone_guide.road.states import day_kept, passed_days, states

AddDays = Callable[[date, int], date]
"""``add(day, n)``: n business days after a day; with 0 the day itself, or the next business day."""


def schedule_of(steps: Sequence[RoadStep], wishes: Wishes, add: AddDays) -> Schedule:
    """Return the dates as they were asked for: backward where only the day of opening was given."""
    if wishes.open_by and not wishes.start:
        back = backward(until_open(steps), wishes.open_by, wishes.done, add, waiting=wishes.waiting)
        return _then(steps, back, wishes, add)
    return forward(steps, wishes.start or wishes.today, wishes.done, wishes.today, add, waiting=wishes.waiting)


def until_open(steps: Sequence[RoadStep]) -> list[RoadStep]:
    """Return the steps that end with the opening."""
    return [step for step in steps if not step.later]


def _then(steps: Sequence[RoadStep], schedule: Schedule, wishes: Wishes, add: AddDays) -> Schedule:
    """Return the schedule with what begins after the opening: it is counted forward from there."""
    found = dict(schedule.dates)
    for step in steps:
        if step.later:
            day = day_kept(step, wishes.done)
            ahead = _ahead(step, found, wishes.open_by or wishes.today, None, add)
            found[step.key] = StepDates("done", day, day, day, day) if day else ahead
    return Schedule(found, schedule.backward)


def goal_of(steps: Sequence[RoadStep], wishes: Wishes, add: AddDays) -> Goal | None:
    """Return whether the wished opening day can be met, as seen today, and by when to apply; None: no such day."""
    if not wishes.open_by:
        return None
    open_by, today, done, steps = wishes.open_by, wishes.today, wishes.done, until_open(steps)
    back = backward(steps, open_by, done, add, waiting=wishes.waiting)
    waiting = [step for step in steps if back.of(step).state == "open"]
    earliest = forward(steps, today, done, today, add, waiting=wishes.waiting).of(steps[-1]).end if waiting else None
    contract = [step for step in waiting if step.stage != "test"]
    if not contract:
        return Goal(open_by, None, None, None, (), earliest, "possible")
    known = [(dates.start_latest, dates.start, step) for step in contract if (dates := back.of(step)).start_latest]
    latest, _, first = min(known, key=lambda entry: entry[0] or open_by)
    safe = min(day for _, day, _ in known if day)
    unknown = tuple(dict.fromkeys(step.title for step in contract if step.days is None and not step.applies))
    verdict: Verdict = "possible"
    if (latest and latest < today) or open_by < today:
        verdict = "past"
    elif safe < today:
        verdict = "tight"
    return Goal(open_by, first, safe, latest, unknown, earliest, verdict)


def forward(
    steps: Sequence[RoadStep],
    start: date,
    done: Mapping[str, date],
    today: date,
    add: AddDays,
    *,
    waiting: Mapping[str, date] = MappingProxyType({}),
) -> Schedule:
    """Return the earliest and latest dates when the application is handed in on ``start``.

    Steps done in the plan keep their day, and what follows is counted from it, or from the day since when its end is
    waited for; nothing that is still open can end before today then.
    """
    known = states(steps, done, waiting)
    lived = bool(done or waiting)
    found: dict[StepKey, StepDates] = {}
    passed = passed_days(steps, known, {**waiting, **done})
    for step in steps:
        state = known[step.key]
        if state == "done":
            day = day_kept(step, done)
            found[step.key] = StepDates("done", day, day, day, day)
        elif state == "passed":
            day = passed[step.key]
            found[step.key] = StepDates("passed", None, day, None, day)
        else:
            found[step.key] = _ahead(step, found, max(start, today) if lived else start, today if lived else None, add)
    return Schedule(found, backward=False)


def _ahead(
    step: RoadStep, found: Mapping[StepKey, StepDates], start: date, today: date | None, add: AddDays
) -> StepDates:
    before = [found[key] for key in step.after]
    earliest = add(_months_on(max((day for dates in before if (day := dates.end)), default=start), step), 0)
    ends = [dates.end_latest for dates in before]
    latest = add(_months_on(max((day for day in ends if day), default=start), step), 0) if all(ends) else None
    end = add(earliest, step.days.min) if step.days else earliest
    end_latest = add(latest, step.days.max) if step.days and latest else latest if step.applies else None
    overdue = None
    if today and end_latest and end_latest < today:
        overdue, end_latest = end_latest, None
    if today and end < today:
        end = add(today, 0)
    return StepDates("open", earliest, end, latest, end_latest, end_latest is None, overdue)


def backward(
    steps: Sequence[RoadStep],
    open_by: date,
    done: Mapping[str, date],
    add: AddDays,
    *,
    waiting: Mapping[str, date] = MappingProxyType({}),
) -> Schedule:
    """Return by when each step must begin and end so that the last one ends on ``open_by``."""
    known = states(steps, done, waiting)
    goal = add(open_by, 0)
    goal = goal if goal <= open_by else add(open_by, -1)
    found: dict[StepKey, StepDates] = {}
    for step in reversed(steps):
        if known[step.key] != "open":
            day = day_kept(step, done)
            found[step.key] = StepDates(known[step.key], day, day, day, day)
            continue
        after = [found[other.key] for other in steps if step.key in other.after and known[other.key] == "open"]
        end = min((dates.start for dates in after if dates.start), default=goal)
        end_latest = min((dates.start_latest for dates in after if dates.start_latest), default=goal)
        unknown = any(dates.open_ended for dates in after) or (step.days is None and not step.applies)
        found[step.key] = StepDates(
            "open",
            _before(end, step.days.max if step.days else 0, add),
            end,
            _before(end_latest, step.days.min if step.days else 0, add),
            end_latest,
            unknown,
        )
    return Schedule({step.key: found[step.key] for step in steps}, backward=True)


def _months_on(day: date, step: RoadStep) -> date:
    """Return the day so many months later as a step waits; the last of a month that has no such day."""
    year, month = divmod(day.month - 1 + step.wait_months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return day.replace(day.year + year, month + 1, min(day.day, last))


def _before(day: date, count: int, add: AddDays) -> date:
    return add(day, -count) if count else day
