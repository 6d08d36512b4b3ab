"""What the parts of the decision work on: PortOne's version, and which need each gateway carries."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need
from portone_guide.next_steps.wishes import Wishes
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion


class Case(NamedTuple):
    """One merchant's wishes over the rule book; ``shares`` are the needs that each gateway of the set carries."""

    book: RuleBook
    wishes: Wishes
    version: PortOneVersion
    table: SupportTable
    needs: tuple[Need, ...]
    shares: Mapping[str, tuple[Need, ...]]

    def carries(self, gateway: str, need: Need) -> bool:
        """Tell whether pages say that a gateway carries a need."""
        return any(_supports(self.table, name, self.version, need) for name in self.table.modules_of[gateway])

    def modules_for(self, gateway: str, needs: tuple[Need, ...]) -> tuple[str, ...]:
        """Return the gateway's modules that can carry one of these needs; all of the version where none can."""
        modules, every = self.book.pg_methods.modules, self.table.modules_of[gateway]
        names = [name for name in every if self.version in modules[name].portone] or every
        fitting = [name for name in names if any(_supports(self.table, name, self.version, need) for need in needs)]
        return tuple(fitting or names)


def case_of(book: RuleBook, wishes: Wishes) -> Case:
    """Return what the wishes mean in these rule files."""
    version = wishes.requirements.portone or _version_for(book, wishes.gateways)
    case = Case(book, wishes, version, SupportTable(book.pg_methods), wishes.requirements.needs(), {})
    return case._replace(shares={name: tuple(_share(case, name)) for name in wishes.gateways})


def _share(case: Case, gateway: str) -> Iterator[Need]:
    """Yield the needs that one gateway of a set carries: a brand that is chosen itself comes from nowhere else."""
    gateways = case.book.pg_methods.gateways
    brands = {gateways[name].brand for name in case.wishes.gateways if name != gateway} - {None}
    for need in case.needs:
        if need.brand not in brands and case.carries(gateway, need):
            yield need


def _supports(table: SupportTable, module: str, version: PortOneVersion, need: Need) -> bool:
    return table.find(module, version, need).supported == "yes"


def _version_for(book: RuleBook, gateways: Iterable[str]) -> PortOneVersion:
    """Return V2, unless a gateway has no module there: a shop uses one version."""
    for gateway in gateways:
        modules = (module for module in book.pg_methods.modules.values() if module.gateway == gateway)
        if not any("v2" in module.portone for module in modules):
            return "v1"
    return "v2"
