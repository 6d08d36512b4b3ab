"""What the parts of the decision work on: how each gateway is used, in which version, with which modules."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from portone_guide.gateways.versions import VERSIONS, Coverage
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need
from portone_guide.next_steps.version_choice import Chosen, choose, without_needs
from portone_guide.next_steps.wishes import Wishes
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion


class ModuleUse(NamedTuple):
    """A module on the road, and the PortOne versions that its rows are shown of."""

    module: str
    portone: tuple[PortOneVersion, ...]


class Carrier(NamedTuple):
    """How one gateway is used; ``why`` is why in this version, ``needs`` what it carries."""

    version: PortOneVersion
    why: Reason
    needs: tuple[Need, ...]
    modules: tuple[ModuleUse, ...]

    @property
    def versions(self) -> frozenset[PortOneVersion]:
        """The versions that something is shown of."""
        return frozenset(version for use in self.modules for version in use.portone)


class Case(NamedTuple):
    """One merchant's wishes over the rule book; ``allowed`` empty: the shop's platform has no version asked for."""

    book: RuleBook
    wishes: Wishes
    needs: tuple[Need, ...]
    allowed: tuple[PortOneVersion, ...]
    carriers: Mapping[str, Carrier]

    @property
    def versions(self) -> tuple[PortOneVersion, ...]:
        """PortOne's versions on the road, each once; one where no gateway is chosen."""
        used = tuple(dict.fromkeys(carrier.version for carrier in self.carriers.values()))
        return used or (self.wishes.requirements.portone or (self.allowed or VERSIONS)[0],)

    @property
    def version(self) -> PortOneVersion:
        """The first of them."""
        return self.versions[0]

    @property
    def shares(self) -> dict[str, tuple[Need, ...]]:
        """The needs that each gateway of the set carries."""
        return {name: carrier.needs for name, carrier in self.carriers.items()}

    def carried(self, need: Need) -> bool:
        """Tell whether some gateway of the set carries a need."""
        return any(need in carrier.needs for carrier in self.carriers.values())


def case_of(book: RuleBook, wishes: Wishes) -> Case:
    """Return what the wishes mean in these rule files."""
    requirements = wishes.requirements
    coverage, needs = Coverage(book, requirements), requirements.needs()
    allowed = coverage.versions()
    if not allowed:
        coverage = Coverage(book, requirements._replace(platform=None))
    wanted = {name: tuple(_wanted(book, coverage, name, wishes.gateways, needs)) for name in wishes.gateways}
    chosen = choose(coverage, requirements, wanted) if needs else without_needs(book, coverage, requirements, wanted)
    carriers = {name: _carrier(book, coverage, name, entry, wishes) for name, entry in chosen.items()}
    return Case(book, wishes, needs, allowed, carriers)


def _wanted(
    book: RuleBook, coverage: Coverage, gateway: str, chosen: Iterable[str], needs: Iterable[Need]
) -> Iterable[Need]:
    """Yield the needs that a gateway of a set is asked to carry: not a brand that another one of it is itself."""
    gateways = book.pg_methods.gateways
    others = [name for name in chosen if name != gateway]
    for need in needs:
        own = [name for name in others if need.brand and gateways[name].brand == need.brand]
        itself = any(fit.complete for name in own for fit in coverage.fits(name, [need]))
        if not itself and not coverage.contract_mismatch(gateway, need):
            yield need


def _carrier(book: RuleBook, coverage: Coverage, gateway: str, entry: Chosen, wishes: Wishes) -> Carrier:
    version, why, fit = entry
    if fit and fit.covered:
        return Carrier(version, why, fit.covered, tuple(_uses(book, fit.modules, (version,))))
    names = coverage.payment_modules(gateway)
    if wishes.requirements.portone or wishes.requirements.methods:
        fitting = [name for name in names if version in book.pg_methods.modules[name].portone]
        return Carrier(version, why, (), tuple(_uses(book, fitting or names, (version,))))
    return Carrier(version, why, (), tuple(_uses(book, names, coverage.versions())))


def _uses(book: RuleBook, names: Iterable[str], versions: Iterable[PortOneVersion]) -> Iterable[ModuleUse]:
    """Yield modules with those of the versions that they have; with their own where they have none of them."""
    asked = tuple(versions)
    for name in names:
        own = book.pg_methods.modules[name].portone
        yield ModuleUse(name, tuple(version for version in own if version in asked) or own)
