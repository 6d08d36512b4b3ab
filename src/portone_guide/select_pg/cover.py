"""The cheapest smallest cover: an exact search over sets of offers.

Pure arithmetic, so that a test can hold it to brute force. An offer covers some items at a cost each and has a
fixed cost; a set costs its fixed costs plus, for each item, the cheapest offer in the set. Of sets that cost the
same, the one whose first offer comes earlier is first, then the one whose second does, and so on.
"""

from collections.abc import Sequence
from itertools import combinations
from operator import le
from typing import NamedTuple

from portone_guide.select_pg.cover_search import CoverSearch
from portone_guide.select_pg.cover_size import Coverage


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
    masks = [sum(1 << item for item, cost in enumerate(row) if cost is not None) for row in problem.costs]
    coverage = Coverage(masks, problem.items)
    first = coverage.fewest()
    if not first:
        return []
    search = CoverSearch(problem.costs, problem.fixed, coverage, len(first), most)
    return [Cover(*found) for found in search.run(first)]


def cheapest_pairs(problem: CoverProblem, below: int, most: int = 1) -> list[Cover]:
    """Return the ``most`` cheapest covers of exactly two offers, each of which carries something.

    Only those that cost less than ``below``.
    """
    open_cost = below + 1
    rows = [[open_cost if cost is None else cost for cost in row] for row in problem.costs]
    alone = [sum(row) for row in rows]
    found: list[Cover] = []
    for pair in combinations(range(len(rows)), 2):
        one, other = rows[pair[0]], rows[pair[1]]
        carrying = sum(map(min, one, other))
        cost = problem.fixed[pair[0]] + problem.fixed[pair[1]] + carrying
        # Of equals the first carries: the second has to be cheaper somewhere, the first no dearer somewhere.
        if cost < below and carrying < alone[pair[0]] and any(map(le, one, other)):
            found.append(Cover(cost, pair))
    return sorted(found)[:most]
