"""Does a gateway cover the needs: module by module, with every reason why not."""

from collections.abc import Iterable
from typing import NamedTuple

from portone_guide.gateways.hosting import PlatformTable
from portone_guide.gateways.support import Finding, SupportTable
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import IntegrationStyle, PortOneVersion
from portone_guide.rules.vocabulary import method_name
from portone_guide.select_pg.hurdles import need_hurdles

VERSIONS: tuple[PortOneVersion, ...] = ("v2", "v1")
_OTHER_STYLE: dict[IntegrationStyle, IntegrationStyle] = {"window": "api", "api": "window"}


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
    def modules(self) -> tuple[str, ...]:
        """The modules to use, each once."""
        return tuple(dict.fromkeys(f.module for _, f in self.findings if f.module and f.supported == "yes"))

    @property
    def _quality(self) -> tuple[int, int, int, int]:
        covered = sum(finding.supported == "yes" for _, finding in self.findings)
        possible = sum(finding.supported != "no" for _, finding in self.findings)
        disputed = sum(bool(f.conflicts) for _, f in self.findings if f.supported == "yes")
        return (covered, possible, -disputed, -len(self.modules))


class FitFinder:
    """Finds how each gateway covers needs; asks the support table and the contract wishes."""

    def __init__(self, book: RuleBook, requirements: Requirements) -> None:
        self._book = book
        self._requirements = requirements
        self._table = SupportTable(book.pg_methods)
        self._platform = PlatformTable(book, requirements)

    def versions(self) -> tuple[PortOneVersion, ...]:
        """Return the PortOne versions that the answers allow, the newer first."""
        allowed = [self._requirements.portone] if self._requirements.portone else list(VERSIONS)
        platform = self._book.terms.platforms.get(self._requirements.platform or "self")
        if platform and platform.portone:
            allowed = [version for version in allowed if version in platform.portone]
        return tuple(allowed)

    def fits(self, gateway: str, needs: Iterable[Need]) -> list[Fit]:
        """Return the best fit of a gateway for each allowed version, the best first."""
        needs = tuple(needs)
        found = [self._best(gateway, version, needs) for version in self.versions()]
        return sorted(found, key=lambda fit: fit._quality, reverse=True)

    def _best(self, gateway: str, version: PortOneVersion, needs: tuple[Need, ...]) -> Fit:
        return max(self._team_fits(gateway, version, needs), key=lambda fit: fit._quality)

    def _team_fits(self, gateway: str, version: PortOneVersion, needs: tuple[Need, ...]) -> list[Fit]:
        return [
            Fit(gateway, version, tuple((need, self._best_of(gateway, team, version, need)) for need in needs))
            for team in self._table.teams(gateway)
        ]

    def _best_of(self, gateway: str, team: tuple[str, ...], version: PortOneVersion, need: Need) -> Finding:
        found = self._table.best(team, version, self._platform.narrowed(gateway, need))
        return self._platform.rested(gateway, need, found)

    def teams(self, gateway: str, needs: Iterable[Need]) -> list[Fit]:
        """Return how a gateway covers needs with each team of modules in each allowed version."""
        needs = tuple(needs)
        return [fit for version in self.versions() for fit in self._team_fits(gateway, version, needs)]

    def barred(self, gateway: str, need: Need) -> bool:
        """Tell whether this merchant can't have a need of a gateway: by its wishes, industry or platform."""
        mismatch = self.contract_mismatch(gateway, need)
        return bool(mismatch) or any(need_hurdles(self._book, self._requirements, gateway, need))

    def contract_mismatch(self, gateway: str, need: Need) -> Reason | None:
        """Return why a gateway is the wrong kind of contract for an easy-pay need, or None."""
        wish = self._requirements.easy_pay_contract
        if need.brand is None or wish == "any":
            return None
        own = self._book.pg_methods.gateways[gateway].brand == need.brand
        if own == (wish == "direct"):
            return None
        name = method_name(need.type, need.method, self._book.pg_methods)
        return because("easy_pay_contract", name=name, wish=wish, offered="direct" if own else "via_gateway")

    def gaps(self, fit: Fit) -> list[Reason]:
        """Return the reason for every need that a fit leaves open."""
        return [self._gap(fit, need, finding) for need, finding in fit.findings if finding.supported != "yes"]

    def _gap(self, fit: Fit, need: Need, finding: Finding) -> Reason:
        named, disputed = need.named(self._book.pg_methods), bool(finding.conflicts)
        rests_on = {"sources": finding.sources, "conflicts": finding.conflicts}
        if finding.supported == "unknown":
            return because("unknown.disputed" if disputed else "unknown.support", **rests_on, need=named)
        for version in (version for version in VERSIONS if version not in self.versions()):
            other = self._best(fit.gateway, version, (need,)).findings[0][1]
            if other.supported == "yes":
                return because(
                    "portone_version.other",
                    sources=other.sources,
                    conflicts=finding.conflicts,
                    need=named,
                    only=version,
                    asked=fit.version,
                )
        if only := self._other_style(fit, need):
            return because("not_supported.style", **rests_on, need=named, only=only, disputed=disputed)
        return because("not_supported.need", **rests_on, need=named, disputed=disputed)

    def _other_style(self, fit: Fit, need: Need) -> IntegrationStyle | None:
        """Return the style in which a need is supported that is not in the style asked for."""
        if not need.style:
            return None
        other = _OTHER_STYLE[need.style]
        fitting = self._best(fit.gateway, fit.version, (need._replace(style=other),)).complete
        return other if fitting else None
