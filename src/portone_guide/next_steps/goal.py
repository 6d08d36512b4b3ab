"""Whether a wished opening day can be met, and by when to apply."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from portone_guide.next_steps.road import RoadStep
from portone_guide.next_steps.schedule import AddDays, backward, forward

Verdict = Literal["past", "tight", "possible"]


class Goal(NamedTuple):
    """A wished opening day.

    ``apply_by`` leaves every step the longest time that a source gives, ``apply_latest`` the shortest: after it
    the day can't be met. ``step`` is the first step of the contract that is still open (None: all are over).
    ``unknown`` are the titles of steps whose time nobody tells: they make it earlier still.
    """

    open_by: date
    step: RoadStep | None
    apply_by: date | None
    apply_latest: date | None
    unknown: tuple[str, ...]
    earliest_opening: date | None
    verdict: Verdict


def goal_of(steps: Sequence[RoadStep], open_by: date, done: Mapping[str, date], today: date, add: AddDays) -> Goal:
    """Return the verdict on an opening day as seen ``today``."""
    back = backward(steps, open_by, done, add)
    waiting = [step for step in steps if back.of(step).state == "open"]
    ahead = forward(steps, today, done, today, add)
    earliest = ahead.of(steps[-1]).end if waiting else None
    contract = [step for step in waiting if step.stage != "test"]
    if not contract:
        return Goal(open_by, None, None, None, (), earliest, "possible")
    known = sorted(
        ((dates.start_latest, dates.start, step) for step in contract if (dates := back.of(step)).start_latest),
        key=lambda entry: entry[0] or open_by,
    )
    latest, safe, first = known[0]
    safe = min(day for _, day, _ in known if day)
    unknown = tuple(dict.fromkeys(step.title for step in contract if step.days is None and not step.applies))
    verdict: Verdict = "possible"
    if (latest and latest < today) or open_by < today:
        verdict = "past"
    elif safe < today:
        verdict = "tight"
    return Goal(open_by, first, safe, latest, unknown, earliest, verdict)
