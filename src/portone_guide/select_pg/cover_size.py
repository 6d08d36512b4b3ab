"""How few offers cover all items, and which offers can be among so few: set cover on bit masks, exact.

One argument does the work: give each item a weight. So many offers cover at most what the heaviest so many
weigh; if that is less than all items together, so few can't cover all. An offer that even with the heaviest
others stays below is not among them. Good weights are found by making heavier what the heaviest offers leave
open, and lighter what they cover twice.
"""

import sys
from array import array
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

Weights = list[int]

# What the search tries, by measurement (benchmarks/contracts.py): rounds of weighing, and the sixteenth parts by
# which a weight grows in the first round.
_ROUNDS, _ROUNDS_AT_ROOT = 16, 40
_STEP, _STEP_AT_ROOT = 6, 10
_STALE = 3
_ONE = 1 << 16
_HEAVY = 1 << 29  # offers are weighed in lanes of 32 bits


class Weighed(NamedTuple):
    """What weighing found: the offers that remain (none: so few can't cover), and a cover if it met one."""

    offers: list[int]
    weights: Weights
    cover: tuple[int, ...] | None = None


class Coverage:
    """Which offer covers which item, as bits: items in ``masks[offer]``, offers in ``offers_of[item]``."""

    def __init__(self, masks: Sequence[int], items: int) -> None:
        self.masks = masks
        self.everything = (1 << items) - 1
        self.offers_of = [
            sum(1 << offer for offer, mask in enumerate(masks) if mask >> item & 1) for item in range(items)
        ]
        self.equal_weights: Weights = [_ONE] * items
        # One number a item with a lane of 32 bits for each offer that covers it: a weighing of all offers is then
        # a sum of products, which Python does at the speed of C.
        self._lanes = [
            sum(1 << (32 * offer) for offer, mask in enumerate(masks) if mask >> item & 1) for item in range(items)
        ]

    def fewest(self) -> tuple[int, ...] | None:
        """Return a cover with as few offers as there can be, or None if there is no cover."""
        if not all(self.offers_of):
            return None
        offers = [offer for offer, mask in enumerate(self.masks) if mask]
        for size in range(1, len(offers) + 1):
            if found := self._some(self.everything, size, offers, self.equal_weights, root=True):
                return found
        return None

    def rarest(self, open_items: int, allowed: int, weights: Weights | None = None) -> int:
        """Return the open item that the fewest allowed offers cover; lighter ones first, if there are weights."""
        if weights is None:
            return min(bits(open_items), key=lambda item: (self.offers_of[item] & allowed).bit_count())
        return min(
            bits(open_items),
            key=lambda item: (self.offers_of[item] & allowed).bit_count() ** 4 * (weights[item] + 1),
        )

    def weigh(
        self, open_items: int, left: int, offers: list[int], weights: Weights, rounds: int, *, root: bool = False
    ) -> Weighed:
        """Find out which of ``offers`` can be among ``left`` of them that cover ``open_items``."""
        items = bits(open_items)
        lanes = [self._lanes[item] for item in items]
        values = [weights[item] for item in items]
        step = _STEP_AT_ROOT if root else _STEP
        lowest, stale = float("inf"), 0
        for _ in range(rounds):
            total = sum(values)
            weight = self._weigh(values, lanes)
            offers = sorted(offers, key=weight.__getitem__)
            heaviest = offers[-left:]
            most = sum([weight[offer] for offer in heaviest])
            if most < total:
                return Weighed([], weights)
            once = twice = 0
            for offer in heaviest:
                twice |= once & self.masks[offer]
                once |= self.masks[offer]
            if not open_items & ~once:
                return Weighed(offers, weights, tuple(heaviest))
            least = total - most + weight[heaviest[0]]
            if weight[offers[0]] < least:
                offers = [offer for offer in offers if weight[offer] >= least]
            stale = 0 if most < lowest * total else stale + 1
            lowest = min(lowest, most / total)
            if stale == _STALE:
                break
            values = [
                value - (value * step >> 5)
                if twice >> item & 1
                else value
                if once >> item & 1
                else value + (value * step >> 4)
                for value, item in zip(values, items, strict=True)
            ]
            if total > _HEAVY:
                values = [(value >> 10) + 1 for value in values]
            step = max(1, step * 15 >> 4)
        weights = list(weights)
        for item, value in zip(items, values, strict=True):
            weights[item] = value
        return Weighed(offers, weights)

    def _weigh(self, values: list[int], lanes: list[int]) -> Sequence[int]:
        found = array("I", sum(map(mul, values, lanes)).to_bytes(4 * len(self.masks), "little"))
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def _some(
        self, open_items: int, left: int, offers: list[int], weights: Weights, *, root: bool = False
    ) -> tuple[int, ...] | None:
        """Return some ``left`` of ``offers`` that cover ``open_items``, or None."""
        if left == 1:
            return next(((offer,) for offer in offers if not open_items & ~self.masks[offer]), None)
        rounds = _ROUNDS_AT_ROOT if root else _ROUNDS
        offers, weights, cover = self.weigh(
            open_items, left, self._undominated(open_items, offers), weights, rounds, root=root
        )
        if cover or not offers:
            return cover
        item = self.rarest(open_items, sum([1 << offer for offer in offers]))
        for offer in [offer for offer in reversed(offers) if self.masks[offer] >> item & 1]:
            offers = [other for other in offers if other != offer]  # sets with it are tried here, all of them
            rest = open_items & ~self.masks[offer]
            found = self._some(rest, left - 1, offers, weights) if rest else ()
            if found is not None:
                return (offer, *found)
        return None

    def _undominated(self, open_items: int, offers: list[int]) -> list[int]:
        """Leave out offers that cover nothing more than another does: where only the number counts, that one does."""
        kept: list[int] = []
        widest: list[int] = []
        for offer in sorted(offers, key=lambda offer: (-(self.masks[offer] & open_items).bit_count(), offer)):
            mask = self.masks[offer] & open_items
            if mask and not any(mask & ~wider == 0 for wider in widest):
                kept.append(offer)
                widest.append(mask)
        return kept


def bits(mask: int) -> list[int]:
    """Return the numbers of the bits that are set, rising."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
