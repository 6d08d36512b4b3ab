"""The cheapest smallest cover: an exact search over sets of offers.

Pure arithmetic, so that a test can hold it to brute force. An offer covers some items at a cost each and has a
fixed cost; a set costs its fixed costs plus, for each item, the cheapest offer in the set. Of sets that cost the
same, the one whose first offer comes earlier is first, then the one whose second does, and so on.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import prod
from operator import add, le
from typing import NamedTuple


class CoverProblem(NamedTuple):
    """``costs[offer][item]`` is None where the offer can't carry the item; costs are never negative."""

    costs: Sequence[Sequence[int | None]]
    fixed: Sequence[int]

    @property
    def items(self) -> int:
        """How many items there are to cover."""
        return len(self.costs[0]) if self.costs else 0

    def rows(self, dear: int) -> list[list[int]]:
        """Return the costs with ``dear`` where an offer can't carry an item."""
        return [[dear if cost is None else cost for cost in row] for row in self.costs]

    def total(self, chosen: Sequence[int]) -> int:
        """Return what a covering set of offers costs."""
        columns = zip(*(self.costs[offer] for offer in chosen), strict=True)
        carrying: list[int] = [min(cost for cost in column if cost is not None) for column in columns]
        return sum(self.fixed[offer] for offer in chosen) + sum(carrying)

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
    carried = [sum(row[item] is not None for row in problem.costs) for item in range(problem.items)]
    if not carried or not all(carried):
        return []
    rarest_first = sorted(range(problem.items), key=carried.__getitem__)
    rows = [[row[item] for item in rarest_first] for row in problem.costs]
    return _Search(CoverProblem(rows, problem.fixed), most).run()


class _Search:
    """Takes the rarest item that is still open and tries each offer that carries it. Item sets are bit masks."""

    def __init__(self, problem: CoverProblem, most: int) -> None:
        self._problem, self._most = problem, most
        self._masks = [sum(1 << item for item, cost in enumerate(row) if cost is not None) for row in problem.costs]
        self._nobody = [1 + sum(cost or 0 for row in problem.costs for cost in row)] * problem.items
        self._rows = problem.rows(self._nobody[0])
        self._ranks = [self._rank(offer) for offer in range(len(self._rows))]
        self._sizes = {0: 0}
        self._found: list[Cover] = []

    def run(self) -> list[Cover]:
        self._extend((), (1 << self._problem.items) - 1, range(len(self._rows)))
        return self._found

    def _rank(self, offer: int) -> int:
        """Return one plus the number of offers that could take this one's place and come before it.

        No smallest cover has an offer and one that could take its place, nor two with the same possible stand-in:
        it would not be smallest. So a cover is at best that many-th to which the ranks of its offers multiply.
        """
        mask, row, fixed = self._masks[offer], self._rows[offer], self._problem.fixed
        return 1 + sum(
            not mask & ~wider and (fixed[other], other) < (fixed[offer], offer) and all(map(le, self._rows[other], row))
            for other, wider in enumerate(self._masks)
        )

    def _size(self, open_items: int) -> int:
        """Return how many offers it takes to cover the open items."""
        if open_items not in self._sizes:
            rarest = open_items & -open_items
            rests = {open_items & ~mask for mask in self._masks if mask & rarest}
            self._sizes[open_items] = 1 + min(map(self._size, rests))
        return self._sizes[open_items]

    def _extend(self, chosen: tuple[int, ...], open_items: int, offers: Iterable[int]) -> None:
        """Find the best covers that are ``chosen`` and some of ``offers``, which come in rising order."""
        if not open_items:
            insort(self._found, Cover(self._problem.total(chosen), tuple(sorted(chosen))))
            del self._found[self._most :]
            return
        size, rank = self._size(open_items), self._most // prod(self._ranks[offer] for offer in chosen)
        useful = [  # every offer of a smallest cover leaves less to be done
            offer
            for offer in offers
            if self._ranks[offer] <= rank and self._size(open_items & ~self._masks[offer]) < size
        ]
        now = [min(prices) for prices in zip(self._nobody, *(self._rows[offer] for offer in chosen), strict=True)]
        if len(self._found) == self._most:
            earliest = tuple(sorted((*chosen, *useful[:size])))
            if Cover(self._least(chosen, now, useful), earliest) >= self._found[-1]:
                return

        def cost(offer: int) -> int:
            prices: Iterable[int] = map(min, now, self._rows[offer])
            return self._problem.fixed[offer] + sum(prices)

        rarest = open_items & -open_items
        for offer in sorted((offer for offer in useful if self._masks[offer] & rarest), key=cost):
            useful.remove(offer)  # covers with it are found here, all of them
            self._extend((*chosen, offer), open_items & ~self._masks[offer], useful)

    def _least(self, chosen: tuple[int, ...], now: list[int], useful: list[int]) -> int:
        """Return what a cover of ``chosen`` and some of ``useful`` costs at least.

        Each item pays as little as lets it have a useful offer, its price and what is still unpaid of its fixed
        cost, or else its price ``now``. So no offer is paid more than its fixed cost, whoever has it.
        """
        fixed = self._problem.fixed
        least, unpaid = sum(fixed[offer] for offer in chosen), [fixed[offer] for offer in useful]
        columns = zip(*(self._rows[offer] for offer in useful), strict=True)
        for price, prices in zip(now, columns, strict=False):  # no columns if nothing is useful
            pays = min(price, *map(add, prices, unpaid))
            if pays > min(prices):
                unpaid = [rest - pays + own if own < pays else rest for rest, own in zip(unpaid, prices, strict=True)]
            least += pays
        return least


def cheapest_pairs(problem: CoverProblem, below: int, most: int = 1) -> list[Cover]:
    """Return the ``most`` cheapest covers of exactly two offers, each of which carries something.

    Only those that cost less than ``below``.
    """
    rows = problem.rows(below + 1)
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
