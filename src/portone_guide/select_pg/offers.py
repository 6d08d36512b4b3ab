"""What a gateway could carry as one contract of several."""

from collections.abc import Iterator

from portone_guide.needs.requirements import Need
from portone_guide.select_pg.contracts import Offer
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.fit import FitFinder


def offers_of(gateway: str, needs: tuple[Need, ...], finder: FitFinder, costs: Costs) -> Iterator[Offer]:
    """Yield an offer for each PortOne version and team of modules that carries something, and each only once."""
    seen = []
    for fit in finder.teams(gateway, needs):
        carried = {
            need: finding.conflicts
            for need, finding in fit.findings
            if finding.supported == "yes" and not finder.barred(gateway, need)
        }
        if carried and (fit.version, carried) not in seen:
            seen.append((fit.version, carried))
            lines = {line.part: line for line in costs.lines(gateway, carried)}
            yield Offer(gateway, fit.version, lines, carried, costs.signup(gateway, carried))
