"""Where a merchant stands on the road: done, next, and what should have happened by now."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from portone_guide.rules.models.roadmap import RoadmapFile, Stage, Step
from portone_guide.rules.vocabulary import WAITING_ON


class Progress(NamedTuple):
    """The road as lived so far. ``overdue`` is a step that others should have finished by ``due``."""

    done: tuple[tuple[str, Step, date], ...]
    next: tuple[str, Step] | None
    later: tuple[tuple[str, Step], ...]
    stage: Stage
    overdue: tuple[str, Step, date] | None


def progress(
    file: RoadmapFile,
    done: Mapping[str, date],
    today: date,
    add_business_days: Callable[[date, int], date],
) -> Progress:
    """Return the progress; a step is overdue if it waits on others and its longest time is over.

    The clock of a step starts the day the step before it was done.
    """
    finished = tuple((name, step, done[name]) for name, step in file.steps.items() if name in done)
    open_steps = [(name, step) for name, step in file.steps.items() if name not in done]
    upcoming = open_steps[0] if open_steps else None
    overdue = None
    if upcoming and finished and upcoming[1].actor in WAITING_ON and upcoming[1].days:
        started = max(when for _, _, when in finished)
        due = add_business_days(started, upcoming[1].days.max)
        if due < today:
            overdue = (*upcoming, due)
    return Progress(
        finished,
        upcoming,
        tuple(open_steps[1:]),
        upcoming[1].stage if upcoming else "operate",
        overdue,
    )
