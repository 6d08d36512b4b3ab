"""How far a merchant has come on the road: the one place where it is judged what comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from portone_guide.road.answer import CHOICE, Progress, RoadStep, State, StepKey, Waited
from portone_guide.road.states import day_kept, passed_days, states
from portone_guide.rules.vocabulary import WAITING_ON


def progress(
    steps: Sequence[RoadStep], done: Mapping[str, date], waiting: Mapping[str, date], today: date, *, chosen: bool
) -> Progress:
    """Return what is over and what comes next; ``chosen``: with whom to sign is known.

    What the merchant can do comes before what others are to do, and that before what is waited for already.
    """
    known = states(steps, done, waiting)
    if known.get((CHOICE, None)) != "done":  # whatever was done since: it is not known with whom
        known[CHOICE, None] = "passed" if chosen else "open"
    days = {step.key: day for step in steps if (day := day_kept(step, done))}
    ready = [step for step in steps if known[step.key] == "open" and _may_begin(step, known)]
    lived = {**passed_days(steps, known, {**waiting, **done}), **days}
    waited = tuple(_waited(ready, lived, waiting, today))
    noted = {entry.step.key for entry in waited if entry.noted}
    ready.sort(key=lambda step: (step.key in noted, step.actor in WAITING_ON))
    return Progress(tuple(steps), known, days, ready[0] if ready else None, tuple(ready[1:]), waited)


def _may_begin(step: RoadStep, known: Mapping[StepKey, State]) -> bool:
    return all(known[key] != "open" for key in step.after)


def _waited(
    ready: Iterable[RoadStep], days: Mapping[StepKey, date], waiting: Mapping[str, date], today: date
) -> Iterator[Waited]:
    """Yield what is waited for; the clock of a step starts where that was noted, or the day the last one was done."""
    for step in ready:
        noted = day_kept(step, waiting)
        since = noted or max((days[key] for key in step.after if key in days), default=None)
        if since is None or not (noted or (step.actor in WAITING_ON and step.days)):
            continue
        due = _due(since, step.days.max) if step.days else None
        yield Waited(step, since, noted is not None, due, due is not None and due < today)


def _due(since: date, days: int) -> date:
    from portone_guide.rules.business_days import add_business_days

    return add_business_days(since, days)
