"""The cheapest smallest cover: an exact search over sets of offers.

Pure arithmetic on bit masks, so that a test can hold it to brute force. An offer covers some items at a cost
each and has a fixed cost; a set costs its fixed costs plus, for each item, the cheapest offer in the set.
"""

from collections.abc import Sequence
from heapq import heappush, heapreplace
from itertools import combinations
from typing import NamedTuple


class CoverProblem(NamedTuple):
    """``costs[offer][item]`` is None where the offer can't carry the item; costs are never negative."""

    costs: Sequence[Sequence[int | None]]
    fixed: Sequence[int]

    @property
    def items(self) -> int:
        """How many items there are to cover."""
        return len(self.costs[0]) if self.costs else 0

    def total(self, chosen: Sequence[int]) -> int | None:
        """Return what a set of offers costs, or None if it leaves an item open."""
        total = sum(self.fixed[offer] for offer in chosen)
        for item in range(self.items):
            prices = [cost for offer in chosen if (cost := self.costs[offer][item]) is not None]
            if not prices:
                return None
            total += min(prices)
        return total

    def carriers(self, chosen: Sequence[int]) -> tuple[int, ...]:
        """Return for each item the cheapest offer of a covering set; the first of equals."""
        return tuple(
            min(
                (offer for offer in chosen if self.costs[offer][item] is not None),
                key=lambda offer: (self.costs[offer][item] or 0, chosen.index(offer)),
            )
            for item in range(self.items)
        )


class Cover(NamedTuple):
    """A set of offers, in rising order, and what it costs."""

    cost: int
    offers: tuple[int, ...]


def smallest_covers(problem: CoverProblem, most: int = 1) -> list[Cover]:
    """Return the ``most`` cheapest covers among those with the fewest offers; empty if there is none."""
    if not problem.items:
        return []
    search = _Search(problem, most)
    if any(not mask for mask in search.offers_of):
        return []
    for size in range(1, len(problem.costs) + 1):
        search.descend((1 << problem.items) - 1, size, (), 0, (1 << len(problem.costs)) - 1)
        if search.found:
            break
    return search.result()


def cheapest_pairs(problem: CoverProblem, below: int, most: int = 1) -> list[Cover]:
    """Return the ``most`` cheapest covers of exactly two offers, each of which carries something.

    Only those that cost less than ``below``.
    """
    found: list[tuple[int, tuple[int, ...]]] = []
    for pair in combinations(range(len(problem.costs)), 2):
        cost = problem.total(pair)
        if cost is not None and cost < below and len(set(problem.carriers(pair))) == 2:
            found.append((cost, pair))
    return [Cover(*entry) for entry in sorted(found)[:most]]


class _Search:
    """Depth-first over sets of one size: take the item that the fewest offers carry, try each of those."""

    def __init__(self, problem: CoverProblem, most: int) -> None:
        self._problem = problem
        self._most = most
        self._covers = [sum(1 << item for item, cost in enumerate(row) if cost is not None) for row in problem.costs]
        self.offers_of = [
            sum(1 << offer for offer, mask in enumerate(self._covers) if mask >> item & 1)
            for item in range(problem.items)
        ]
        self._least = sum(
            min((cost for row in problem.costs if (cost := row[item]) is not None), default=0)
            for item in range(problem.items)
        )
        self.found: list[tuple[int, tuple[int, ...]]] = []  # a heap of negated costs: the dearest kept is first

    def result(self) -> list[Cover]:
        """Return what was found, the cheapest first."""
        return sorted(Cover(-cost, tuple(-offer for offer in offers)) for cost, offers in self.found)

    def descend(self, open_items: int, left: int, chosen: tuple[int, ...], fixed: int, allowed: int) -> None:
        """Extend ``chosen`` by ``left`` more offers out of ``allowed`` so that ``open_items`` are covered."""
        if len(self.found) == self._most and self._least + fixed > -self.found[0][0]:
            return
        if left == 1:
            fitting = allowed
            for item in _bits(open_items):
                fitting &= self.offers_of[item]
            for offer in _bits(fitting):
                self._keep((*chosen, offer))
            return
        rarest = min(_bits(open_items), key=lambda item: (self.offers_of[item] & allowed).bit_count())
        candidates = self.offers_of[rarest] & allowed
        widest = max(((self._covers[offer] & open_items).bit_count() for offer in _bits(allowed)), default=0)
        if widest * left < open_items.bit_count():
            return
        for offer in _bits(candidates):
            allowed &= ~(1 << offer)  # every set with this offer is tried here: later siblings leave it out
            rest = open_items & ~self._covers[offer]
            if rest:
                self.descend(rest, left - 1, (*chosen, offer), fixed + self._problem.fixed[offer], allowed)

    def _keep(self, chosen: tuple[int, ...]) -> None:
        offers = tuple(sorted(chosen))
        cost = self._problem.total(offers)
        if cost is None:
            return
        entry = (-cost, tuple(-offer for offer in offers))
        if len(self.found) < self._most:
            heappush(self.found, entry)
        elif entry > self.found[0]:
            heapreplace(self.found, entry)


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
