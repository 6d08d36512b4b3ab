"""Days on a time line, in characters that every Korean terminal has."""

from collections.abc import Iterator
from datetime import date

from portone_guide.terminal.blocks import Span, Timeline
from portone_guide.terminal.split_table import shortened
from portone_guide.terminal.text import pad

_LEAST_BAR = 16
_WIDEST_LABEL = 26


def timeline_lines(block: Timeline, width: int) -> Iterator[str]:
    """Yield the picture as lines of at most ``width`` columns, and what its marks mean; nothing without a day.

    ``#`` is the surest time of a step, ``.`` how much longer it may take, ``?`` an end that nobody tells,
    ``=`` what is done.
    """
    if not block.ends:
        return
    first, last = block.ends
    label = min(_WIDEST_LABEL, width // 2 - 2)
    room = max(_LEAST_BAR, width - label - 2)
    scale = _Scale(first, last, room - 1)
    yield f"{pad('', label)} {pad(first.isoformat(), room - 10)}{last.isoformat()}"
    before = ""
    for span in block.spans:
        if span.group and span.group != before:
            yield f"[{span.group}]"
        before = span.group
        yield f"{pad(shortened(span.label, label), label)} {scale.bar(span)}".rstrip()


def legend(block: Timeline) -> str:
    """Return what the marks mean."""
    return "  ".join(f"{mark}: {meaning}" for mark, meaning in zip("#.?=", block.legend, strict=True))


class _Scale:
    def __init__(self, first: date, last: date, room: int) -> None:
        self._first = first
        self._days = max(1, (last - first).days)
        self._room = room

    def at(self, day: date) -> int:
        return (day - self._first).days * (self._room - 1) // self._days

    def bar(self, span: Span) -> str:
        if not span.days:
            return "-"
        start, sure, latest = (self.at(day) for day in span.days)
        drawn = " " * start + ("=" if span.done else "#") * max(1, sure - start + 1)
        drawn = drawn + "." * max(0, latest + 1 - len(drawn))
        return drawn + ("?" if span.open_ended and not span.done else "")
