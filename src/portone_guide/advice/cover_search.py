"""The search behind :mod:`portone_guide.advice.cover`: exact, with bounds that keep large problems short.

Offers that enough better ones could stand in for are left out, offers too narrow to be part of so small a set as
well, and a bound on the cost ends most branches early. None of this changes what is found.
"""

from collections.abc import Sequence
from heapq import heappush, heapreplace
from itertools import compress

from portone_guide.advice.cover_bound import Bound, Costs, best_bound
from portone_guide.advice.cover_size import bits, mask_of, shares_fit, wide_enough


def ranks(costs: Costs, fixed: Sequence[int], most: int) -> list[int]:
    """Return for each offer how many better ones could stand in for it, at most ``most``.

    One offer is better than another if it carries all that the other does, each item at no higher cost, and has
    a lower fixed cost, or the same and comes first. In a smallest cover nothing better than one of its offers is
    there already (one of the two would be idle), nor better than two of them: so an offer of rank 2 has two covers
    before each of its own, offers of ranks 2 and 1 have (2 + 1) * (1 + 1) - 1, and so on.
    """
    masks = [mask_of(row) for row in costs]
    order = sorted(range(len(costs)), key=lambda offer: (fixed[offer], offer))
    found = [0] * len(costs)
    for place, offer in enumerate(order):
        for other in order[:place]:
            if masks[offer] & ~masks[other] == 0 and all(
                cost is None or ((price := costs[other][item]) is not None and price <= cost)
                for item, cost in enumerate(costs[offer])
            ):
                found[offer] += 1
                if found[offer] == most:
                    break
    return found


class Search:
    """Finds the cheapest sets of ``size`` offers that cover every item."""

    def __init__(self, costs: Costs, fixed: Sequence[int], size: int, ranks: Sequence[int], most: int) -> None:
        self._costs = costs
        self._fixed = fixed
        self._size = size
        self._ways = [rank + 1 for rank in ranks]
        self._masks = [mask_of(row) for row in costs]
        self._most = most
        self._found: list[tuple[int, tuple[int, ...]]] = []  # a heap of negated costs: the dearest kept is first
        self._stop_at_first = False

    def run(self) -> list[tuple[int, tuple[int, ...]]]:
        """Return cost and offers of the ``most`` cheapest sets, the cheapest first; equals by their offers."""
        self._descend_with(best_bound(self._costs, self._fixed, self._size, None), first_only=True)
        if self._found:
            self._swap()
            known = -max(self._found)[0]
            self._descend_with(best_bound(self._costs, self._fixed, self._size, known), first_only=False)
        return sorted((-cost, tuple(-offer for offer in offers)) for cost, offers in self._found)

    def _swap(self) -> None:
        """Find covers near the best known one, one offer exchanged, as long as that gets cheaper: early bounds."""
        everything = (1 << len(self._costs[0])) - 1
        best = None
        while best != max(self._found):
            best = max(self._found)
            offers = [-offer for offer in best[1]]
            for out in offers:
                others = [offer for offer in offers if offer != out]
                missing = everything
                for offer in others:
                    missing &= ~self._masks[offer]
                for offer, mask in enumerate(self._masks):
                    if missing & ~mask == 0 and offer not in offers:
                        self._keep((*others, offer))

    def _descend_with(self, bound: Bound, *, first_only: bool) -> None:
        """Search with offers numbered so that the most promising ones come first."""
        self._stop_at_first = first_only
        order = sorted(range(len(self._costs)), key=bound.extra.__getitem__)
        self._extra = bound.extra
        everything = (1 << len(self._costs[0])) - 1
        self._descend(everything, self._size, (), bound.base, 1, order, [self._masks[offer] for offer in order])

    def _descend(
        self, items: int, left: int, chosen: tuple[int, ...], least: int, ways: int, offers: list[int], masks: list[int]
    ) -> None:
        """Extend ``chosen`` by ``left`` of ``offers`` (which carry ``masks``) so that ``items`` are covered."""
        if left == 1:
            for offer, mask in zip(offers, masks, strict=True):
                if not items & ~mask and ways * self._ways[offer] <= self._most:
                    if not self._hopeful(least + self._extra[offer]):
                        return
                    self._keep((*chosen, offer))
            return
        wide = wide_enough(items, left, masks)
        offers, masks = [*compress(offers, wide)], [*compress(masks, wide)]
        parts = [*map(items.__and__, masks)]
        if not self._hopeful(self._at_least(least, offers, left)) or not shares_fit(items, parts, left):
            return
        rarest = min(bits(items), key=lambda item: sum(part >> item & 1 for part in parts))
        for offer, part in zip([*offers], parts, strict=True):
            if not part >> rarest & 1:
                continue
            place = offers.index(offer)  # every set with this offer is tried here: later siblings leave it out
            del offers[place], masks[place]
            own = least + self._extra[offer]
            if ways * self._ways[offer] <= self._most and self._hopeful(self._at_least(own, offers, left - 1)):
                self._descend(items & ~part, left - 1, (*chosen, offer), own, ways * self._ways[offer], offers, masks)
                if self._stop_at_first and self._found:
                    return

    def _at_least(self, least: int, offers: list[int], left: int) -> int:
        return least + sum(self._extra[offer] for offer in offers[:left])

    def _hopeful(self, least: int) -> bool:
        return len(self._found) < self._most or least <= -self._found[0][0]

    def _keep(self, chosen: Sequence[int]) -> None:
        offers = tuple(sorted(chosen))
        rows = [self._costs[offer] for offer in offers]
        cost = sum(self._fixed[offer] for offer in offers)
        for column in zip(*rows, strict=True):
            cost += min(price for price in column if price is not None)
        entry = (-cost, tuple(-offer for offer in offers))
        if entry in self._found:
            return
        if len(self._found) < self._most:
            heappush(self._found, entry)
        elif entry > self._found[0]:
            heapreplace(self._found, entry)
