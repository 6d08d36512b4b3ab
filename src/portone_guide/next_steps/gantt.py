"""A picture of the road on a time line, in characters that every Korean terminal has."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from portone_guide.next_steps.road import RoadStep
from portone_guide.next_steps.schedule import Schedule, StepDates
from portone_guide.terminal.split_table import shortened
from portone_guide.terminal.text import pad

_LEAST_BAR = 16


def gantt(steps: Sequence[RoadStep], schedule: Schedule, width: int, names: Mapping[str, str]) -> list[str]:
    """Return the picture as lines of at most ``width`` columns; none where no step has a day.

    ``#`` is the surest time of a step, ``.`` how much longer it may take, ``?`` an end that nobody tells,
    ``=`` what is done. Where ``names`` has more than one gateway, each one's road stands under its name.
    """
    spans = {step.key: _span(schedule.of(step)) for step in steps}
    days = [day for span in spans.values() if span for day in span[:2]]
    if not days:
        return []
    first, last = min(days), max(days)
    label = min(26, width // 2 - 2)
    room = max(_LEAST_BAR, width - label - 2)
    scale = _Scale(first, last, room - 1)
    lines = [f"{pad('', label)} {pad(first.isoformat(), room - 10)}{last.isoformat()}"]
    before: str | None = None
    for step in steps:
        if len(names) > 1 and step.lane != before:
            lines.append(f"[{names[step.lane] if step.lane else '모두'}]")
        before = step.lane
        span = spans[step.key]
        drawn = scale.bar(span, schedule.of(step)) if span else "-"
        lines.append(f"{pad(shortened(step.title, label), label)} {drawn}".rstrip())
    return lines


def legend(*, backward: bool) -> str:
    """Return what the marks of the picture mean."""
    if backward:
        return "#: 이때는 하고 있어야 함  .: 아주 늦어도  ?: 기간을 모름  =: 끝냄"
    return "#: 빠를 때  .: 늦으면 여기까지  ?: 언제 끝날지 모름  =: 끝냄"


class _Scale:
    def __init__(self, first: date, last: date, room: int) -> None:
        self._first = first
        self._days = max(1, (last - first).days)
        self._room = room

    def at(self, day: date) -> int:
        return (day - self._first).days * (self._room - 1) // self._days

    def bar(self, span: tuple[date, date, date], dates: StepDates) -> str:
        start, latest, sure = (self.at(day) for day in span[:1] + span[1:2] + span[2:])
        mark = "=" if dates.state != "open" else "#"
        drawn = " " * start + mark * max(1, sure - start + 1)
        drawn = drawn + "." * max(0, latest + 1 - len(drawn))
        return drawn + ("?" if dates.state == "open" and dates.open_ended else "")


def _span(dates: StepDates) -> tuple[date, date, date] | None:
    """Return the first day, the last possible day and the end of what is sure."""
    end = dates.end
    if end is None:
        return None
    start = dates.start or end
    latest = max(end, dates.end_latest or end, start + timedelta(0))
    return (start, latest, end)
