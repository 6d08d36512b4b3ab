"""A picture of the road on a time line, in characters that every Korean terminal has."""

from datetime import date

from portone_guide.next_steps.answer import NextSteps, StepDates
from portone_guide.next_steps.words import SHARED_ROAD
from portone_guide.terminal.split_table import shortened
from portone_guide.terminal.text import pad

_LEAST_BAR = 16


def gantt(answer: NextSteps, width: int) -> list[str]:
    """Return the picture as lines of at most ``width`` columns; none where no step has a day.

    ``#`` is the surest time of a step, ``.`` how much longer it may take, ``?`` an end that nobody tells,
    ``=`` what is done. Where there is more than one gateway, each one's road stands under its name.
    """
    spans = {step.key: _span(answer.schedule.of(step)) for step in answer.steps}
    days = [day for span in spans.values() if span for day in span[:2]]
    if not days:
        return []
    first, last = min(days), max(days)
    label = min(26, width // 2 - 2)
    room = max(_LEAST_BAR, width - label - 2)
    scale = _Scale(first, last, room - 1)
    lines = [f"{pad('', label)} {pad(first.isoformat(), room - 10)}{last.isoformat()}"]
    before: str | None = None
    for step in answer.steps:
        if len(answer.wishes.gateways) > 1 and step.lane != before:
            lines.append(f"[{answer.named.name(step.lane) if step.lane else SHARED_ROAD}]")
        before = step.lane
        span = spans[step.key]
        drawn = scale.bar(span, answer.schedule.of(step)) if span else "-"
        lines.append(f"{pad(shortened(step.title, label), label)} {drawn}".rstrip())
    return lines


class _Scale:
    def __init__(self, first: date, last: date, room: int) -> None:
        self._first = first
        self._days = max(1, (last - first).days)
        self._room = room

    def at(self, day: date) -> int:
        return (day - self._first).days * (self._room - 1) // self._days

    def bar(self, span: tuple[date, date, date], dates: StepDates) -> str:
        start, latest, sure = (self.at(day) for day in span)
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
    latest = max(end, dates.end_latest or end, start)
    return (start, latest, end)
