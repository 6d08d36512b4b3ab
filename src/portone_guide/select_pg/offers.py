"""What a gateway could carry as one contract of several."""

from collections.abc import Iterator, Mapping
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
            yield Offer(gateway, fit.version, lines, found, doubted, costs.signup(gateway, found))
