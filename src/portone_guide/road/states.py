"""Which steps are over, by what the plan keeps of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from portone_guide.road.answer import RoadStep, State, StepKey


def names_kept(step: RoadStep) -> Iterator[str]:
    """Yield the names under which a plan may keep a step, the one that is written first.

    A name without a gateway is said of all who are signed with before the opening.
    """
    yield step.name
    if step.lane is not None:
        yield f"{step.lane}:{step.id}"
        if step.general:
            yield f"{step.lane}:{step.general}"
    if not step.later:
        yield step.id
        if step.general:
            yield step.general


def day_kept(step: RoadStep, kept: Mapping[str, date]) -> date | None:
    """Return the day that a plan has for a step; None: it has none."""
    return next((kept[name] for name in names_kept(step) if name in kept), None)


def states(
    steps: Sequence[RoadStep], done: Mapping[str, date], waiting: Mapping[str, date] = MappingProxyType({})
) -> dict[StepKey, State]:
    """Return which steps are done, passed (something after them is done or waited for) or open.

    Who goes on with a gateway that wants another one selling first may sell elsewhere: that passes no step of others.
    """
    found: dict[StepKey, State] = {}
    over: set[StepKey] = set()
    for step in reversed(steps):
        found[step.key] = "done" if day_kept(step, done) else "passed" if step.key in over else "open"
        if (found[step.key] != "open" or day_kept(step, waiting)) and not step.wait_months:
            over.update(step.after)
    return found


def passed_days(
    steps: Sequence[RoadStep], known: Mapping[StepKey, State], kept: Mapping[str, date]
) -> dict[StepKey, date]:
    """Return for each passed step the first day on which something after it was done, or waited for."""
    found: dict[StepKey, date] = {}
    for step in reversed(steps):
        day = day_kept(step, kept) or found.get(step.key)
        for key in step.after if day else ():
            if day and known[key] == "passed":
                found[key] = min(day, found.get(key, day))
    return found
