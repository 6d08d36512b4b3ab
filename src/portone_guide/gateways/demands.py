"""What most gateways ask of a merchant, and some don't: the one place where that is judged."""

from collections.abc import Iterable, Iterator

from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import Demand


def demand_disputes(book: RuleBook, gateways: Iterable[str]) -> Iterator[str]:
    """Yield what pages say differently about what these gateways ask for."""
    for name in gateways:
        contract = book.contracts.gateways.get(name)
        for row in contract.demands.values() if contract else ():
            if row.conflict:
                yield row.conflict


def demanded(book: RuleBook, gateways: Iterable[str], demand: Demand | None) -> bool:
    """Tell whether one of these gateways may ask for something: no page says that all of them don't.

    Where no gateway is chosen yet, it may; what waits for no demand (None) always holds.
    """
    names = tuple(gateways) if demand else ()
    contracts = book.contracts.gateways if names else {}
    said = [contracts[name].demands.get(demand) if demand and name in contracts else None for name in names]
    return not said or any(row is None or row.asked != "no" for row in said)
