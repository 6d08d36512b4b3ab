"""The cheapest covers of one size: branch and bound over sets of offers (see cover.py for what a cover costs)."""

from collections.abc import Sequence
from heapq import heappush, heapreplace
from itertools import combinations
from operator import le
from typing import NamedTuple

from portone_guide.select_pg.cover_size import Coverage, Weights, bits

# What the search tries, by measurement (benchmarks/contracts.py).
_WEIGHINGS, _WEIGHINGS_AT_ROOT = 10, 30
_PRICINGS, _PRICINGS_AT_ROOT = 3, 80
_EXCHANGE_TWO = 12  # covers of up to so many offers are improved two offers at a time, larger ones one at a time


class Hints(NamedTuple):
    """What a branch learned of the items: how hard each is to cover, and what it costs."""

    weights: Weights
    prices: list[int]


class CoverSearch:
    """Finds the cheapest covers of one size, by branching on the item that is hardest to cover.

    A branch ends where its offers can't cover (:meth:`Coverage.weigh`) or cost too much (:meth:`_affordable`).
    """

    def __init__(
        self, costs: Sequence[Sequence[int | None]], fixed: Sequence[int], coverage: Coverage, size: int, most: int
    ) -> None:
        self._coverage = coverage
        self._size = size
        self._most = most
        # Sets that cost the same must still have an order: each offer costs a little more, so little that it never
        # outweighs a won, and so that of two sets the one with the earlier offers costs less.
        count = len(costs)
        self._shift = count + size.bit_length()
        self._fixed = [
            (won << self._shift) + (1 << count) - (1 << (count - 1 - offer)) for offer, won in enumerate(fixed)
        ]
        self._rows = [
            [(item, cost << self._shift) for item, cost in enumerate(row) if cost is not None] for row in costs
        ]
        dear = 1 + sum(cost for row in self._rows for _, cost in row)
        self._full_rows = [[dear] * len(coverage.offers_of) for _ in costs]
        for full, row in zip(self._full_rows, self._rows, strict=True):
            for item, cost in row:
                full[item] = cost
        self._ranks = self._rank()
        self._found: list[tuple[int, tuple[int, ...]]] = []  # a heap of negated costs: the dearest kept is first
        self._seen: set[tuple[int, ...]] = set()

    def run(self, first: tuple[int, ...]) -> list[tuple[int, tuple[int, ...]]]:
        """Return cost and offers of the cheapest covers, the cheapest first; ``first`` is any cover of the size."""
        self._improve(first)
        offers = [offer for offer, row in enumerate(self._rows) if row and self._ranks[offer] <= self._most]
        hints = Hints(self._coverage.equal_weights, self._first_prices())
        self._descend(self._coverage.everything, (), offers, hints, self._most, root=True)
        return [(-cost >> self._shift, offers) for cost, offers in sorted(self._found, reverse=True)]

    def _rank(self) -> list[int]:
        """Return one plus the number of offers that could take each offer's place at no more cost.

        No smallest cover has an offer and one that could take its place, nor two with the same possible stand-in:
        it would not be smallest. So where a cover's ranks multiply to a number, that many covers are no dearer, and
        one whose ranks multiply to more than are asked for is not among the cheapest.
        """
        masks = self._coverage.masks
        ranks = [1] * len(masks)
        for offer, mask in enumerate(masks):
            for other, wider in enumerate(masks):
                if (
                    not mask & ~wider
                    and self._fixed[other] < self._fixed[offer]
                    and all(map(le, self._full_rows[other], self._full_rows[offer]))
                ):
                    ranks[offer] += 1
        return ranks

    def _keep(self, chosen: tuple[int, ...]) -> bool:
        """Remember a cover if it is among the cheapest so far; tell whether it is the cheapest."""
        offers = tuple(sorted(chosen))
        if offers in self._seen:
            return False
        self._seen.add(offers)
        carrying = (
            map(min, *(self._full_rows[offer] for offer in offers)) if len(offers) > 1 else self._full_rows[offers[0]]
        )
        cost = sum(self._fixed[offer] for offer in offers) + sum(carrying)
        cheapest = not self._found or -cost > max(self._found)[0]
        if len(self._found) < self._most:
            heappush(self._found, (-cost, offers))
        elif -cost > self._found[0][0]:
            heapreplace(self._found, (-cost, offers))
        return cheapest

    def _improve(self, cover: tuple[int, ...]) -> None:
        """Exchange offers of a cover for others as long as that makes it cheaper."""
        self._keep(cover)
        together = 2 if 2 <= self._size <= _EXCHANGE_TWO else 1
        while any(self._exchange(cover, leaving) for leaving in combinations(cover, together)):
            cover = max(self._found)[1]
        if len(self._found) < self._most and 3 <= self._size <= _EXCHANGE_TWO:
            for leaving in combinations(cover, 3):
                self._exchange(cover, leaving)

    def _exchange(self, cover: tuple[int, ...], leaving: tuple[int, ...]) -> bool:
        staying = tuple(offer for offer in cover if offer not in leaving)
        open_items, allowed = self._coverage.everything, (1 << len(self._rows)) - 1
        for offer in staying:
            open_items &= ~self._coverage.masks[offer]
            allowed &= ~(1 << offer)
        return self._finish(open_items, staying, allowed, len(leaving))

    def _finish(self, open_items: int, chosen: tuple[int, ...], allowed: int, left: int) -> bool:
        """Keep every cover that one or two more offers complete; tell whether one of them is the cheapest so far."""
        cheapest = False
        if left > 1:
            item = self._coverage.rarest(open_items, allowed)
            for offer in bits(self._coverage.offers_of[item] & allowed):
                allowed &= ~(1 << offer)
                rest = open_items & ~self._coverage.masks[offer]
                cheapest |= self._finish(rest, (*chosen, offer), allowed, left - 1)
            return cheapest
        for item in bits(open_items):
            allowed &= self._coverage.offers_of[item]
            if not allowed:
                return False
        for offer in bits(allowed):
            cheapest |= self._keep((*chosen, offer))
        return cheapest

    def _descend(
        self,
        open_items: int,
        chosen: tuple[int, ...],
        offers: list[int],
        hints: Hints,
        rank: int,
        *,
        root: bool = False,
    ) -> None:
        """Extend ``chosen`` out of ``offers`` to all covers that may be among the cheapest.

        The ranks of what is added may multiply to ``rank`` at most.
        """
        left = self._size - len(chosen)
        if left <= 2:
            self._finish(open_items, chosen, sum([1 << offer for offer in offers]), left)
            return
        rounds = _WEIGHINGS_AT_ROOT if root else _WEIGHINGS
        offers, weights, _ = self._coverage.weigh(open_items, left, offers, hints.weights, rounds, root=root)
        prices = hints.prices
        if len(self._found) == self._most:
            offers, prices = self._affordable(left, chosen, offers, prices, _PRICINGS_AT_ROOT if root else _PRICINGS)
        if not offers:
            return
        item = self._coverage.rarest(open_items, sum([1 << offer for offer in offers]), weights)
        for offer in [offer for offer in offers if self._coverage.masks[offer] >> item & 1]:
            offers = [other for other in offers if other != offer]  # sets with it are tried here, all of them
            rest = open_items & ~self._coverage.masks[offer]
            lower = rank // self._ranks[offer]
            useful = [other for other in offers if self._coverage.masks[other] & rest and self._ranks[other] <= lower]
            self._descend(rest, (*chosen, offer), useful, Hints(weights, prices), lower)

    def _first_prices(self) -> list[int]:
        """What each item costs at least, with its share of the fixed cost."""
        return [
            min(
                cost + self._fixed[offer] // len(row)
                for offer, row in enumerate(self._rows)
                for at, cost in row
                if at == item
            )
            for item in range(len(self._coverage.offers_of))
        ]

    def _affordable(
        self, left: int, chosen: tuple[int, ...], offers: list[int], prices: list[int], rounds: int
    ) -> tuple[list[int], list[int]]:
        """Leave out offers that only dearer covers have than those already found; return better prices, too.

        Let each item pay a price. An offer then nets its fixed cost, less what it saves where it carries an item
        below the price. A cover costs at least all prices plus the nets of its offers, so at least all prices
        plus the lowest nets; items that nobody carries should pay more, those carried twice less.
        """
        limit = -self._found[0][0]
        highest, best_prices = -1, prices
        fraction, stale = 16, 0
        for _ in range(rounds):
            if len(offers) < left:
                return [], prices
            net = {offer: self._net(offer, prices) for offer in (*chosen, *offers)}
            offers = sorted(offers, key=net.__getitem__)
            taken = (*chosen, *offers[:left])
            least = sum(prices) + sum([net[offer] for offer in taken])
            if least >= limit:
                return [], prices
            slack = limit - least + net[taken[-1]]
            if net[offers[-1]] >= slack:
                offers = [offer for offer in offers if net[offer] < slack]
            if least > highest:
                highest, best_prices, stale = least, prices, 0
            else:
                stale += 1
                if stale == 3:
                    fraction, stale, prices = max(1, fraction // 2), 0, best_prices
                    continue
            missing = [1] * len(prices)
            for offer in taken:
                for item, cost in self._rows[offer]:
                    if cost < prices[item]:
                        missing[item] -= 1
            step = (limit - least) * fraction // (16 * max(1, sum([count * count for count in missing])))
            prices = [price + count * step for price, count in zip(prices, missing, strict=True)]
        return offers, best_prices

    def _net(self, offer: int, prices: list[int]) -> int:
        return self._fixed[offer] + sum(
            [cost - prices[item] for item, cost in self._rows[offer] if cost < prices[item]]
        )
