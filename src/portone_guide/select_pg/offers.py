"""What a gateway could carry as one contract of several."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations
from typing import NamedTuple

from portone_guide.gateways.pricing import CostLine, Pricing
from portone_guide.gateways.support import Finding
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.fit import FitFinder
from portone_guide.select_pg.members import Members
from portone_guide.select_pg.qualify import doubts


class Offer(NamedTuple):
    """What one gateway can carry in a set, in one PortOne version; ``doubts`` are the conflicts on which that rests."""

    gateway: str
    version: PortOneVersion
    lines: Mapping[Part, CostLine]
    carries: Mapping[Need, Finding]
    doubts: Mapping[Need, tuple[str, ...]]
    signup: Pricing

    @property
    def undisputed(self) -> "Offer":
        """The offer for those needs alone that rest on no page that another contradicts."""
        sure = {need: finding for need, finding in self.carries.items() if not self.doubts[need]}
        return self._replace(carries=sure)


def offers_of(
    gateway: str, needs: tuple[Need, ...], finder: FitFinder, costs: Costs, members: Members
) -> Iterator[Offer]:
    """Yield an offer for each PortOne version and team of modules that carries something, and each only once.

    A gateway is offered for what it takes: what it would refuse alone is left to others.
    """
    open_to = [
        need for need in needs if not finder.contract_mismatch(gateway, need) and not members.barred(gateway, (need,))
    ]
    seen = []
    for fit in finder.teams(gateway, open_to) if open_to else ():
        found = {need: finding for need, finding in fit.findings if finding.supported == "yes"}
        doubted = {need: doubts([finding], members.asks(gateway, (need,))) for need, finding in found.items()}
        if found and (fit.version, doubted) not in seen:
            seen.append((fit.version, doubted))
            lines = {line.part: line for line in costs.lines(gateway, found)}
            offer = Offer(gateway, fit.version, lines, found, doubted, costs.signup(gateway, found))
            yield from _within(offer, members.answers.max_signup_fee, costs)


def _within(offer: Offer, most: int | None, costs: Costs) -> Iterator[Offer]:
    """Yield the offer, or what can be had of it for the sign-up fee that the merchant would pay at most.

    Each part of it holds as many needs as that fee allows: some contracts cost more the more they carry.
    """

    def dear(needs: Iterable[Need]) -> bool:
        fee = costs.signup(offer.gateway, needs).once
        return most is not None and (fee is None or fee > most)

    if not dear(offer.carries):
        yield offer
        return
    alike: dict[tuple[object, ...], list[Need]] = {}
    for need in offer.carries:
        alone = costs.signup(offer.gateway, [need])
        alike.setdefault((alone.once, alone.recurring, alone.sources), []).append(need)
    kept: list[frozenset[Need]] = []
    for count in range(len(alike) - 1, 0, -1):
        for groups in combinations(alike.values(), count):
            part = frozenset(chain(*groups))
            if not dear(part) and not any(part < wider for wider in kept):
                kept.append(part)
                carries = {need: finding for need, finding in offer.carries.items() if need in part}
                yield offer._replace(carries=carries, signup=costs.signup(offer.gateway, carries))
