"""In which PortOne version and with which modules a gateway carries needs: the one place where that is judged."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portone_guide.gateways.hosting import PlatformTable
from portone_guide.gateways.support import Finding, SupportTable, weighed
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.vocabulary import method_name

VERSIONS: tuple[PortOneVersion, ...] = ("v2", "v1")
"""PortOne's versions, the newer first."""


class Fit(NamedTuple):
    """How a gateway covers the needs with one PortOne version and one team of modules."""

    gateway: str
    version: PortOneVersion
    findings: tuple[tuple[Need, Finding], ...]

    @property
    def complete(self) -> bool:
        """Whether every need is covered."""
        return all(finding.supported == "yes" for _, finding in self.findings)

    @property
    def disputed(self) -> bool:
        """Whether some of it rests on pages that disagree."""
        return any(finding.conflicts for _, finding in self.findings)

    @property
    def covered(self) -> tuple[Need, ...]:
        """The needs that are covered."""
        return tuple(need for need, finding in self.findings if finding.supported == "yes")

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules to use, each once."""
        return tuple(dict.fromkeys(f.module for _, f in self.findings if f.module and f.supported == "yes"))

    @property
    def quality(self) -> tuple[int, int, int, int, int]:
        """How good a choice it is: what it covers and may cover, how few doubts, the newer version, how few modules."""
        possible = sum(finding.supported != "no" for _, finding in self.findings)
        disputed = sum(bool(f.conflicts) for _, f in self.findings if f.supported == "yes")
        return (len(self.covered), possible, -disputed, -VERSIONS.index(self.version), -len(self.modules))


class Coverage:
    """How each gateway covers needs, in the PortOne versions that the answers allow."""

    def __init__(self, book: RuleBook, requirements: Requirements) -> None:
        self.book = book
        self.requirements = requirements
        self._table = SupportTable(book.pg_methods)
        self._platform = PlatformTable(book, requirements)

    def versions(self) -> tuple[PortOneVersion, ...]:
        """Return the PortOne versions that the answers allow, the newer first."""
        allowed = [self.requirements.portone] if self.requirements.portone else list(VERSIONS)
        platform = self.book.terms.platforms.get(self.requirements.platform or "self")
        if platform and platform.portone:
            allowed = [version for version in allowed if version in platform.portone]
        return tuple(allowed)

    def fits(self, gateway: str, needs: Iterable[Need]) -> list[Fit]:
        """Return the best fit of a gateway for each allowed version, the best first, the newer of equals."""
        needs = tuple(needs)
        found = [self.best(gateway, version, needs) for version in self.versions()]
        return sorted(found, key=lambda fit: fit.quality, reverse=True)

    def best(self, gateway: str, version: PortOneVersion, needs: tuple[Need, ...]) -> Fit:
        """Return the best fit of a gateway in one version, allowed or not."""
        fits = self._team_fits(gateway, version, needs)
        best = max(fits, key=lambda fit: fit.quality)
        return best._replace(findings=tuple(_resting(best, fits, index) for index in range(len(needs))))

    def disputes(self, gateway: str, version: PortOneVersion, needs: Iterable[Need]) -> Iterator[str]:
        """Yield what pages say differently about needs of a gateway in one version, whichever module is used."""
        for need in needs:
            yield from self._table.disputed(gateway, version, self._platform.narrowed(gateway, need))

    def teams(self, gateway: str, needs: Iterable[Need]) -> list[Fit]:
        """Return how a gateway covers needs with each team of modules in each allowed version."""
        needs = tuple(needs)
        return [fit for version in self.versions() for fit in self._team_fits(gateway, version, needs)]

    def _team_fits(self, gateway: str, version: PortOneVersion, needs: tuple[Need, ...]) -> list[Fit]:
        return [
            Fit(gateway, version, tuple((need, self._best_of(gateway, team, version, need)) for need in needs))
            for team in self._table.teams(gateway)
        ]

    def _best_of(self, gateway: str, team: tuple[str, ...], version: PortOneVersion, need: Need) -> Finding:
        found = self._table.best(team, version, self._platform.narrowed(gateway, need))
        return self._platform.rested(gateway, need, found)

    def payment_modules(self, gateway: str) -> tuple[str, ...]:
        """Return the modules that a gateway takes payments with; all that it has where none is for just that.

        A module for identity verification, for overseas payments or for one wallet is no card merchant's module.
        """
        names, modules = self._table.modules_of[gateway], self.book.pg_methods.modules
        return tuple(name for name in names if modules[name].purpose == "payment") or tuple(names)

    def contract_mismatch(self, gateway: str, need: Need) -> Reason | None:
        """Return why a gateway is the wrong kind of contract for an easy-pay need, or None."""
        wish = self.requirements.easy_pay_contract
        if need.brand is None or wish == "any":
            return None
        own = self.book.pg_methods.gateways[gateway].brand == need.brand
        if own == (wish == "direct"):
            return None
        name = method_name(need.type, need.method, self.book.pg_methods)
        return because("easy_pay_contract", name=name, wish=wish, offered="direct" if own else "via_gateway")


def _resting(best: Fit, fits: Iterable[Fit], index: int) -> tuple[Need, Finding]:
    """Return a finding of the best fit; where no team of modules carries the need, with the doubts of all."""
    need, finding = best.findings[index]
    others = [fit.findings[index][1] for fit in fits]
    return need, weighed([finding, *others]) if all(one.supported != "yes" for one in others) else finding
