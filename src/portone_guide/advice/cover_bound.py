"""A bound on what any cover must cost: the Lagrangian bound of the p-median problem, in whole numbers."""

from collections.abc import Sequence
from math import comb
from typing import NamedTuple

Costs = Sequence[Sequence[int | None]]

_SMALL = 5_000  # with fewer sets than this it is quicker to look at them than to sharpen the bound
_ROUNDS = 150


class Bound(NamedTuple):
    """What any set must cost: ``base`` and, for each of its offers, its ``extra`` (which may be negative)."""

    base: int
    extra: list[int]

    @classmethod
    def of(cls, costs: Costs, fixed: Sequence[int], worth: Sequence[int]) -> "Bound":
        """Return the bound where each item is ``worth`` so much to whoever carries it; it holds for any worth."""
        extra = [
            own + sum(cost - worth[item] for item, cost in enumerate(row) if cost is not None and cost < worth[item])
            for own, row in zip(fixed, costs, strict=True)
        ]
        return cls(sum(worth), extra)

    def least(self, size: int) -> int:
        """Return what a set of ``size`` offers costs at least."""
        return self.base + sum(sorted(self.extra)[:size])


def best_bound(costs: Costs, fixed: Sequence[int], size: int, known: int | None) -> Bound:
    """Return a bound for sets of ``size`` offers, sharpened towards a ``known`` cost where the problem is large."""
    items = range(len(costs[0]))
    worth = [min(cost for row in costs if (cost := row[item]) is not None) for item in items]
    best = Bound.of(costs, fixed, worth)
    if known is None or comb(len(costs), size) < _SMALL:
        return best
    sharp = Bound.of(costs, fixed, sharpened(costs, fixed, size, known, worth))
    return max(best, sharp, key=lambda bound: bound.least(size))


def sharpened(costs: Costs, fixed: Sequence[int], size: int, known: int, worth: Sequence[int]) -> list[int]:
    """Return a worth of each item that makes the bound sharp, by steps from ``worth`` towards a ``known`` cost."""
    carried = [[(item, float(cost)) for item, cost in enumerate(row) if cost is not None] for row in costs]
    most, pace, current = float("-inf"), 1.5, [float(value) for value in worth]
    sharpest, stuck = current, 0
    for _ in range(_ROUNDS):
        extra = []
        for own, row in zip(fixed, carried, strict=True):
            value = float(own)
            for item, cost in row:
                if cost < current[item]:
                    value += cost - current[item]
            extra.append(value)
        taken = sorted(range(len(extra)), key=extra.__getitem__)[:size]
        least = sum(current) + sum(extra[offer] for offer in taken)
        if least > most:
            most, sharpest, stuck = least, current, 0
        elif (stuck := stuck + 1) == 8:
            pace, stuck = pace / 2, 0
        lacking = [1] * len(current)
        for offer in taken:
            for item, cost in carried[offer]:
                if cost < current[item]:
                    lacking[item] -= 1
        steep = sum(value * value for value in lacking)
        if not steep or least >= known:
            break
        step = pace * (known * 1.02 - least) / steep
        current = [max(0.0, value + step * lack) for value, lack in zip(current, lacking, strict=True)]
    return [int(value) for value in sharpest]
