"""How few offers can cover a set of items, whatever they cost: exact, by search with remembered answers."""

from collections.abc import Iterator, Sequence
from itertools import compress, islice

_SCALE = 1 << 32  # shares of one offer are integers out of this, rounded down, so that bounds stay exact
_LOOK_AT = 3  # items, to find a rare one


def bits(mask: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def mask_of(row: Sequence[int | None]) -> int:
    """Return the items that an offer can carry."""
    return sum(1 << item for item, cost in enumerate(row) if cost is not None)


def wide_enough(items: int, offers: int, masks: Sequence[int]) -> list[bool]:
    """Tell of each mask whether it can be one of so many that cover ``items``: the widest others leave it the rest."""
    widths = [*map(int.bit_count, map(items.__and__, masks))]
    least = max(1, items.bit_count() - sum(sorted(widths)[1 - offers :]))
    return [width >= least for width in widths]


class Fewest:
    """Tells whether so many offers can cover a set of items, whatever they cost."""

    def __init__(self, masks: Sequence[int], items: int) -> None:
        self._masks: list[int] = []
        for mask in sorted(set(masks), key=int.bit_count, reverse=True):
            if not any(mask & ~other == 0 for other in self._masks):
                self._masks.append(mask)
        self._carriers = [[mask for mask in self._masks if mask >> item & 1] for item in range(items)]
        self._rarest = sorted(range(items), key=lambda item: len(self._carriers[item]))
        self._sets = [
            sum(1 << number for number, mask in enumerate(self._masks) if mask >> item & 1) for item in range(items)
        ]
        self._share_tables = _tables(self._shares(items))
        self._too_few: dict[int, int] = {}
        self._enough: dict[int, int] = {}

    def possible(self, items: int, offers: int) -> bool:
        """Tell whether ``offers`` offers can cover all of ``items``."""
        if not items or not offers:
            return not items
        if offers == 1:
            return self._one_does(items)
        if self._enough.get(items, offers + 1) <= offers:
            return True
        if self._too_few.get(items, 0) >= offers:
            return False
        found = self._shares_allow(items, offers) and self._try(items, offers)
        if found:
            self._enough[items] = offers
        else:
            self._too_few[items] = offers
        return found

    def _try(self, items: int, offers: int) -> bool:
        wide = wide_enough(items, offers, self._masks)
        parts = [*map(items.__and__, compress(self._masks, wide))]
        if not shares_fit(items, parts, offers):
            return False
        carriers = self._fewest_carriers(items, parts)
        if offers == 2:
            return any(self._one_does(items & ~part) for part in carriers)
        return any(self.possible(items & ~part, offers - 1) for part in _widest(carriers))

    def _fewest_carriers(self, items: int, parts: list[int]) -> list[int]:
        """Return the parts that carry the rarest item, as far as a look at a few items shows it."""
        fewest = parts
        rare = (1 << item for item in self._rarest if items >> item & 1)
        for item in islice(rare, _LOOK_AT):
            carriers = [part for part in parts if part & item]
            if len(carriers) < len(fewest):
                fewest = carriers
        return fewest

    def _one_does(self, items: int) -> bool:
        able = -1
        while items and able:
            low = items & -items
            able &= self._sets[low.bit_length() - 1]
            items ^= low
        return bool(able)

    def _shares_allow(self, items: int, offers: int) -> bool:
        shares, number = 0, 0
        while items:
            shares += self._share_tables[number][items & 255]
            items >>= 8
            number += 1
        return shares <= offers * _SCALE

    def _shares(self, items: int) -> list[int]:
        """Give each item a share so that no offer carries more than one whole: the shares need as many offers."""
        shares = [min(_SCALE // mask.bit_count() for mask in masks) for masks in self._carriers]
        free = {mask: _SCALE - sum(shares[item] for item in bits(mask)) for mask in self._masks}
        for part in (4, 2, 1):
            for item in self._rarest:
                more = min(free[mask] for mask in self._carriers[item]) // part
                shares[item] += more
                for mask in self._carriers[item]:
                    free[mask] -= more
        return shares


def shares_fit(items: int, parts: list[int], offers: int) -> bool:
    """Give each item a share of the widest part that carries it; no part can carry more shares than one whole."""
    shares, limit = 0, offers * _SCALE
    for part in sorted(parts, key=int.bit_count, reverse=True):
        if new := part & items:
            shares += new.bit_count() * (_SCALE // part.bit_count())
            if shares > limit:
                return False
            items ^= new
            if not items:
                return True
    return not items


def _widest(parts: Sequence[int]) -> list[int]:
    """Return the parts without those that another holds, the widest first."""
    kept: list[int] = []
    for part in sorted(set(parts), key=int.bit_count, reverse=True):
        if not any(part & ~other == 0 for other in kept):
            kept.append(part)
    return kept


def _tables(values: Sequence[int]) -> list[list[int]]:
    """Return the sum of the values of every byte of a mask, for quick sums over masks."""
    tables = []
    for start in range(0, len(values), 8):
        table = [0]
        for value in values[start : start + 8]:
            table += [known + value for known in table]
        tables.append(table)
    return tables
