"""Sets of contracts: which gateways together cover every need, with the fewest contracts and then the least cost."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from portone_guide.gateways.pricing import Amount
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.select_pg.answer import Combination
from portone_guide.select_pg.combined import combined
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.cover import Cover, CoverProblem, cheapest_pairs, smallest_covers
from portone_guide.select_pg.members import Members
from portone_guide.select_pg.offers import Offer

# A cost is one integer so that sums compare in order: what is unknown weighs more than any money, money more
# than any rate. Rates only decide where no sales were given.
_UNKNOWN = 10**24
_WON = 10**6
_SHOWN = 3
_TRIED = 60


class _Item(NamedTuple):
    """Needs that one contract must carry together."""

    needs: tuple[Need, ...]


class ContractSearch:
    """Turns offers and needs into a cover problem and its solutions back into contracts."""

    def __init__(self, needs: tuple[Need, ...], costs: Costs, members: Members) -> None:
        self._needs = needs
        self._costs = costs
        self._members = members

    def fewest(self, offers: Mapping[PortOneVersion, list[Offer]]) -> tuple[Combination, ...]:
        """Return the cheapest sets among those with the fewest contracts."""
        for items in (_together(self._needs), _apart(self._needs)):
            found = [
                (len(cover.offers), cover.cost, self._combination(problem, cover, listed, items))
                for listed in offers.values()
                for problem in [self._problem(items, listed)]
                for cover in self._affordable(problem, smallest_covers(problem, self._tried), listed, items)
            ]
            if found:
                fewest = min(size for size, _, _ in found)
                found = sorted(
                    (entry for entry in found if entry[0] == fewest),
                    key=lambda entry: (entry[1], *_order(entry[2])),
                )
                return _distinct(entry[2] for entry in found)[:_SHOWN]
        return ()

    def fewest_undisputed(self, offers: Mapping[PortOneVersion, list[Offer]]) -> tuple[Combination, ...]:
        """Return the cheapest of the smallest sets that rest on no page that another contradicts."""
        return self.fewest({version: [offer.undisputed for offer in listed] for version, listed in offers.items()})

    def cheaper_pairs(
        self, offers: Mapping[PortOneVersion, list[Offer]], single: Amount | None
    ) -> tuple[Combination, ...]:
        """Return pairs of contracts that cost less in the first year than the best single one (with VAT)."""
        if single is None:
            return ()
        items = _together(self._needs)
        found = []
        for listed in offers.values():
            problem = self._problem(items, listed)
            for cover in self._affordable(problem, cheapest_pairs(problem, _UNKNOWN, self._tried), listed, items):
                pair = self._combination(problem, cover, listed, items)
                if pair.first_year:
                    saving = (single.min + single.max - pair.first_year.min - pair.first_year.max) // 2
                    if saving > 0:
                        found.append((-saving, pair._replace(saves_first_year=saving)))
        return _distinct(pair for _, pair in sorted(found, key=lambda entry: (entry[0], *_order(entry[1]))))[:_SHOWN]

    def in_version(self, entry: Combination, offers: Iterable[Offer]) -> Combination:
        """Return a set as these offers of one PortOne version make it; as it is where they can't, or are less sure."""
        carriers: dict[str, Offer] = {}
        for gateway in entry.gateways:
            share = [need for need, carrier in entry.assignment if carrier == gateway]
            fitting = [offer for offer in offers if offer.gateway == gateway and offer.carries.keys() >= set(share)]
            if not fitting:
                return entry
            carriers[gateway] = min(fitting, key=partial(_doubts, share))
        carried = [(need, carriers[gateway]) for need, gateway in entry.assignment]
        other = combined(carried, tuple(carriers.values()), self._costs, self._members)
        if other.confidence == "disputed" and entry.confidence == "confirmed":
            return entry
        return other._replace(saves_first_year=entry.saves_first_year)

    @property
    def _tried(self) -> int:
        """How many sets to look at: more where those that cost too much to sign up for fall out."""
        return _SHOWN if self._members.answers.max_signup_fee is None else _TRIED

    def _affordable(
        self, problem: CoverProblem, covers: Iterable[Cover], offers: list[Offer], items: tuple[_Item, ...]
    ) -> Iterator[Cover]:
        """Yield the first covers whose sign-up fees together are within what the merchant would pay."""
        most = self._members.answers.max_signup_fee
        fitting = (cover for cover in covers if most is None or self._signup(problem, cover, offers, items) <= most)
        yield from islice(fitting, _SHOWN)

    def _signup(self, problem: CoverProblem, cover: Cover, offers: list[Offer], items: tuple[_Item, ...]) -> int:
        """Return what signing up for all of a set costs; more than anything where that is not known."""
        shares: dict[str, list[Need]] = {}
        for item, index in zip(items, problem.carriers(cover.offers), strict=True):
            shares.setdefault(offers[index].gateway, []).extend(item.needs)
        each = [self._costs.signup(gateway, needs).once for gateway, needs in shares.items()]
        return _UNKNOWN if None in each else sum(filter(None, each))

    def _problem(self, items: tuple[_Item, ...], offers: list[Offer]) -> CoverProblem:
        return CoverProblem(
            [[self._price(offer, item, items) for item in items] for offer in offers],
            [_UNKNOWN if (fixed := offer.signup.fixed_first_year) is None else fixed * 2 * _WON for offer in offers],
        )

    def _price(self, offer: Offer, item: _Item, items: tuple[_Item, ...]) -> int | None:
        if any(need not in offer.carries for need in item.needs):
            return None
        price = 0
        for part in dict.fromkeys(need.part for need in item.needs):
            line = offer.lines[part]
            given = self._costs.whole and self._costs.given(part)  # a part of the money decides nothing
            if given and not _split(part, items) and line.monthly:
                price += (line.monthly.min + line.monthly.max) * 12 * _WON
            elif given or not line.pricing.charges:
                price += _UNKNOWN
            else:
                price += int((line.pricing.low + line.pricing.high) * 100)
        return price

    def _combination(
        self, problem: CoverProblem, cover: Cover, offers: list[Offer], items: tuple[_Item, ...]
    ) -> Combination:
        carried = tuple(
            (need, offers[index])
            for item, index in zip(items, problem.carriers(cover.offers), strict=True)
            for need in item.needs
        )
        chosen = [offers[index] for index in cover.offers]
        return combined(carried, chosen, self._costs, self._members)


def _doubts(needs: Iterable[Need], offer: Offer) -> int:
    return sum(bool(offer.doubts[need]) for need in needs)


def _together(needs: Iterable[Need]) -> tuple[_Item, ...]:
    """Group needs that belong in one contract: all styles of a part, and all payments of one easy-pay brand.

    A brand comes by direct contract or via a gateway, not both at once (PortOne help, paymethod).
    """
    groups: dict[object, list[Need]] = {}
    for need in needs:
        groups.setdefault(need.brand or need.part, []).append(need)
    return tuple(_Item(tuple(group)) for group in groups.values())


def _apart(needs: Iterable[Need]) -> tuple[_Item, ...]:
    """Let each style stand alone, where no gateway does both; brands stay together."""
    groups: dict[object, list[Need]] = {}
    for need in needs:
        groups.setdefault(need.brand or need, []).append(need)
    return tuple(_Item(tuple(group)) for group in groups.values())


def _split(part: Part, items: tuple[_Item, ...]) -> bool:
    """Tell whether a part's sales go through more than one contract, by a share that nobody gave."""
    return sum(any(need.part == part for need in item.needs) for item in items) > 1


def _order(entry: Combination) -> tuple[bool, bool, tuple[str, ...]]:
    """Among equals, what no page disputes comes first, then what can be signed today."""
    return (entry.confidence == "disputed", bool(entry.later), entry.gateways)


def _distinct(found: Iterable[Combination]) -> tuple[Combination, ...]:
    kept: dict[tuple[str, ...], Combination] = {}
    for entry in found:
        kept.setdefault(entry.gateways, entry)
    return tuple(kept.values())
