"""Bars, lines and days on an HTML page: drawn without a script, as wide as there is room, their figures in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import floor, log10
from typing import NamedTuple
from xml.etree.ElementTree import Element

from portone_guide.terminal.blocks import Bar, Bars, Chart, Point, Span, Timeline
from portone_guide.terminal.elements import listed, made

_BAR = 14
_LINE = 16
_PLOT = 180
_ROOM = 1.04
"""After the last day there is room for a mark."""
_HIDDEN = {"aria-hidden": "true", "focusable": "false"}


def bars_element(block: Bars) -> Element:
    """Return bars on one scale."""
    most = max((bar.high for bar in block.bars), default=0) or 1
    return listed("bars", (_bar(bar, most) for bar in block.bars))


def _bar(bar: Bar, most: int) -> Element:
    drawn = _strip(_rect("sure", 0, bar.low / most), _rect("maybe", bar.low / most, bar.high / most))
    return made("li", {}, _span("name", bar.label), drawn, _span("figure", bar.text))


def timeline_elements(block: Timeline) -> Iterator[Element]:
    """Yield days on one scale, a row each, under the names of their groups; and what the colours mean."""
    if not block.ends:
        return
    days = _Days(*block.ends)
    months = tuple(days.months())
    labels = (_text(at, 12, month, to_the_left=at > 0.9) for at, month in months)
    axis = made("li", {"class": "axis", **_HIDDEN}, _span("name", ""), _strip(*labels), _span("figure", ""))
    rows: list[Element] = [axis]
    before = ""
    for span in block.spans:
        if span.group != before:
            before = span.group
            rows.append(made("li", {"class": "group"}, made("strong", {}, span.group)))
        grid = (made("line", {"class": "grid", **_at(at), "y1": "0", "y2": str(_BAR)}) for at, _ in months)
        drawn = _strip(*grid, *_drawn(span, days))
        rows.append(made("li", {}, _span("name", span.label), drawn, _span("figure", span.text)))
    yield made("p", {"class": "dim"}, f"{days.first} ~ {days.last}")
    yield listed("timeline", rows)
    kinds = zip(("sure", "maybe", "open", "done"), block.legend, strict=True)
    yield listed("legend", (made("li", {}, _swatch(kind), f" {meaning}") for kind, meaning in kinds))


class _Days:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._days = ((last - first).days + 1) * _ROOM

    def at(self, day: date, *, end: bool = False) -> float:
        return ((day - self.first).days + end) / self._days

    def months(self) -> Iterator[tuple[float, str]]:
        year, month = self.first.year, self.first.month
        while (begins := date(year, month, 1)) <= self.last:
            if begins >= self.first:
                yield self.at(begins), f"{month}월"
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _drawn(span: Span, days: _Days) -> Iterator[Element]:
    if not span.days:
        return
    start, sure, latest = span.days
    yield _rect("done" if span.done else "sure", days.at(start), days.at(sure, end=True))
    if not span.done:
        yield _rect("maybe", days.at(sure, end=True), days.at(latest, end=True))
        if span.open_ended:
            yield _text(days.at(latest, end=True), 12, "?", to_the_left=False)


def chart_elements(block: Chart, name: str) -> Iterator[Element]:
    """Yield the lines, how much more each costs than the least, and which line is which."""
    levels = [level for level, _ in block.levels]
    lines = [(label, list(zip(levels, points, strict=True))) for label, points in block.lines]
    yield made("p", {"class": "what", "id": name}, f"{block.along}에 따른 {block.what}")
    yield _plot(block, [_range(points) for _, points in lines], {"aria-labelledby": name})
    if all(point.low == point.high for _, points in block.lines for point in points):
        yield made(
            "p", {"class": "what", "id": f"{name}more"}, f"{block.what}: 그때 가장 적게 드는 곳보다 더 드는 금액"
        )
        yield _plot(block, list(_more(block)), {"aria-labelledby": f"{name}more"})
    keys = (made("li", {}, _key(number), f" {label}") for number, (label, _) in enumerate(lines))
    yield listed("legend", keys)


class _At(NamedTuple):
    """One place of a line: from ``low`` to ``high`` where so much grows."""

    level: float
    low: float
    high: float


def _range(points: Iterable[tuple[int, Point]]) -> list[_At]:
    return [_At(level, point.low, point.high) for level, point in points]


def _more(block: Chart) -> Iterator[list[_At]]:
    """Yield how much more each line comes to than the least one, wherever it may turn."""
    levels = [level for level, _ in block.levels]
    costs = [[point.low for point in points] for _, points in block.lines]
    places = sorted({*levels, *(at for at, _ in block.marks), *_crossings(levels, costs)})
    values = [[_between(levels, line, at) for at in places] for line in costs]
    least = [min(column) for column in zip(*values, strict=True)]
    for line in values:
        over = [value - low for value, low in zip(line, least, strict=True)]
        yield [_At(at, more, more) for at, more in zip(places, over, strict=True)]


def _crossings(levels: list[int], costs: list[list[int]]) -> Iterator[float]:
    for left, right in pairwise(range(len(levels))):
        for number, one in enumerate(costs):
            for other in costs[number + 1 :]:
                before, after = one[left] - other[left], one[right] - other[right]
                if before * after < 0:
                    yield levels[left] + (levels[right] - levels[left]) * before / (before - after)


def _between(levels: list[int], costs: list[int], at: float) -> float:
    for (low, first), (high, last) in pairwise(zip(levels, costs, strict=True)):
        if at <= high:
            return first + (last - first) * (at - low) / (high - low)
    return costs[-1]


def _plot(block: Chart, lines: list[list[_At]], attributes: dict[str, str]) -> Element:
    """Return lines on a grid, with the marks above it and the levels under it."""
    first, last = block.levels[0][0], block.levels[-1][0]
    low = min(at.low for line in lines for at in line)
    high = max(at.high for line in lines for at in line)
    top = _LINE * len(block.marks) + 4
    scale = _Scale(first, last, low, high, top)
    svg = made("svg", {"class": "plot", "role": "img", "width": "100%", "height": str(top + _PLOT + 22), **attributes})
    heights = [(scale.y(value), f"{value:,}") for value in scale.ticks()]
    for y, _ in heights:
        svg.append(made("line", {"class": "grid", "x1": "0", "x2": "100%", "y1": f"{y:.1f}", "y2": f"{y:.1f}"}))
    places = [(scale.x(at), _LINE * (number + 1) - 3, text) for number, (at, text) in enumerate(block.marks)]
    for x, y, _ in places:
        svg.append(made("line", {"class": "mark", **_at(x), "y1": str(y + 2), "y2": str(top + _PLOT)}))
    for number, line in enumerate(lines):
        svg.extend(_curve(number, line, scale))
    svg.extend(made("text", {"x": "2", "y": f"{y - 3:.1f}"}, text) for y, text in heights)
    svg.extend(_text(x, y, text, to_the_left=x > 0.5) for x, y, text in places)
    for number, (level, text) in enumerate(block.levels):
        x = scale.x(level)
        anchor = "start" if number == 0 else "end" if level == last else "middle"
        svg.append(made("text", {"x": f"{x:.2%}", "y": str(top + _PLOT + 16), "text-anchor": anchor}, text))
    return svg


def _curve(number: int, line: list[_At], scale: "_Scale") -> Iterator[Element]:
    for one, other in pairwise(line):
        for low in dict.fromkeys((True, one.low == one.high and other.low == other.high)):
            ends = [(scale.x(at.level), scale.y(at.low if low else at.high)) for at in (one, other)]
            (x1, y1), (x2, y2) = ends
            place = {"x1": f"{x1:.2%}", "y1": f"{y1:.1f}", "x2": f"{x2:.2%}", "y2": f"{y2:.1f}"}
            yield made("line", {"class": f"curve curve{number % 3}", **place})


class _Scale(NamedTuple):
    first: float
    last: float
    low: float
    high: float
    top: int

    def x(self, level: float) -> float:
        return (level - self.first) / ((self.last - self.first) or 1)

    def y(self, value: float) -> float:
        return self.top + _PLOT - 4 - (value - self.low) / ((self.high - self.low) or 1) * (_PLOT - 8)

    def ticks(self) -> list[int]:
        """Return some round values on the way."""
        rough = max(1.0, (self.high - self.low) / 3)
        unit = 10 ** floor(log10(rough))
        step = next(factor * unit for factor in (1, 2, 5, 10) if factor * unit >= rough)
        start = -(-int(self.low) // step) * step
        return list(range(start, int(self.high) + 1, step))


def _strip(*children: Element) -> Element:
    return made("svg", {"class": "strip", "width": "100%", "height": str(_BAR), **_HIDDEN}, *children)


def _rect(kind: str, start: float, end: float) -> Element:
    width = f"{max(0.0, end - start):.2%}"
    return made("rect", {"class": kind, "x": f"{start:.2%}", "width": width, "height": str(_BAR)})


def _text(at: float, y: int, text: str, *, to_the_left: bool) -> Element:
    gap, anchor = ("-3", "end") if to_the_left else ("3", "start")
    return made("text", {"x": f"{at:.2%}", "dx": gap, "y": str(y), "text-anchor": anchor}, text)


def _at(at: float) -> dict[str, str]:
    return {"x1": f"{at:.2%}", "x2": f"{at:.2%}"}


def _span(kind: str, text: str) -> Element:
    return made("span", {"class": kind}, text)


def _swatch(kind: str) -> Element:
    inside = made("text", {"x": "7", "y": "12"}, "?") if kind == "open" else _rect(kind, 0, 1)
    return made("svg", {"class": "swatch", "width": "24", "height": str(_BAR), **_HIDDEN}, inside)


def _key(number: int) -> Element:
    line = made("line", {"class": f"curve curve{number % 3}", "x1": "0", "x2": "32", "y1": "7", "y2": "7"})
    return made("svg", {"class": "swatch", "width": "32", "height": str(_BAR), **_HIDDEN}, line)
