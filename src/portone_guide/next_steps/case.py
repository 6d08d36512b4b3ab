"""What the parts of the decision work on: how each gateway is used, in which version, with which modules."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from portone_guide.gateways.scope import Audience, audience
from portone_guide.gateways.shares import Share, Shares, shares
from portone_guide.gateways.versions import VERSIONS
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
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
    """One merchant's wishes over the rule book, and who of the gateways carries what."""

    book: RuleBook
    wishes: Wishes
    needs: tuple[Need, ...]
    found: Shares
    carriers: Mapping[str, Carrier]

    @property
    def versions(self) -> tuple[PortOneVersion, ...]:
        """PortOne's versions on the road, each once; one where no gateway is chosen."""
        either = self.wishes.requirements.portone or (self.found.allowed or VERSIONS)[0]
        return self.found.versions or (either,)

    @property
    def version(self) -> PortOneVersion:
        """The first of them."""
        return self.versions[0]

    @property
    def shares(self) -> dict[str, tuple[Need, ...]]:
        """The needs that each gateway of the set carries."""
        return {name: carrier.needs for name, carrier in self.carriers.items()}

    @property
    def gateways(self) -> tuple[str, ...]:
        """The gateways to sign with, in the order of signing."""
        return tuple(self.carriers)

    @property
    def customers(self) -> tuple[Audience, ...]:
        """The merchant as each gateway has them; as any would where none is chosen."""
        everything = audience(self.wishes.requirements, self.versions, self.needs)
        return tuple(map(self.customer, self.carriers)) or (everything,)

    def customer(self, gateway: str) -> Audience:
        """Return the merchant as one gateway has them: with what it carries; with everything if it carries nothing."""
        carrier = self.carriers[gateway]
        return audience(self.wishes.requirements, (carrier.version,), carrier.needs or self.needs, (gateway,))

    def asking(self, gateway: str) -> Requirements:
        """Return what is asked of one gateway: what it carries; everything if it carries nothing."""
        carrier, answers = self.carriers[gateway], self.wishes.requirements
        return answers.asking(carrier.needs) if carrier.needs else answers


def case_of(book: RuleBook, wishes: Wishes) -> Case:
    """Return what the wishes mean in these rule files."""
    requirements = wishes.requirements
    found = shares(book, requirements, wishes.gateways)
    carriers = {name: _carrier(book, found, name, share, wishes) for name, share in found.of.items()}
    return Case(book, wishes, requirements.needs(), found, carriers)


def _carrier(book: RuleBook, found: Shares, gateway: str, share: Share, wishes: Wishes) -> Carrier:
    version, why = share.version, share.why
    if share.needs:
        return Carrier(version, why, share.needs, tuple(_uses(book, share.modules, (version,))))
    names = found.coverage.payment_modules(gateway)
    if wishes.requirements.portone or wishes.requirements.methods:
        fitting = [name for name in names if version in book.pg_methods.modules[name].portone]
        return Carrier(version, why, (), tuple(_uses(book, fitting or names, (version,))))
    return Carrier(version, why, (), tuple(_uses(book, names, found.coverage.versions())))


def _uses(book: RuleBook, names: Iterable[str], versions: Iterable[PortOneVersion]) -> Iterable[ModuleUse]:
    """Yield modules with those of the versions that they have; with their own where they have none of them."""
    asked = tuple(versions)
    for name in names:
        own = book.pg_methods.modules[name].portone
        yield ModuleUse(name, tuple(version for version in own if version in asked) or own)
