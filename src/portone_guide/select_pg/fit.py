"""Does a gateway cover the needs: module by module, with every reason why not."""

from collections.abc import Iterable
from typing import NamedTuple

from portone_guide.gateways.support import Finding, SupportTable
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES, method_name
from portone_guide.select_pg.answer import Reason

VERSIONS: tuple[PortOneVersion, ...] = ("v2", "v1")
_NAMES = {"v1": "포트원 V1", "v2": "포트원 V2"}


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
            Fit(gateway, version, tuple((need, self._table.best(team, version, need)) for need in needs))
            for team in self._table.teams(gateway)
        ]

    def teams(self, gateway: str, needs: Iterable[Need]) -> list[Fit]:
        """Return how a gateway covers needs with each team of modules in each allowed version."""
        needs = tuple(needs)
        return [fit for version in self.versions() for fit in self._team_fits(gateway, version, needs)]

    def contract_mismatch(self, gateway: str, need: Need) -> Reason | None:
        """Return why a gateway is the wrong kind of contract for an easy-pay need, or None."""
        wish = self._requirements.easy_pay_contract
        if need.brand is None or wish == "any":
            return None
        own = self._book.pg_methods.gateways[gateway].brand == need.brand
        if own == (wish == "direct"):
            return None
        name = method_name(need.type, need.method, self._book.pg_methods)
        ways = {"direct": "직접 계약", "via_gateway": "PG 제휴"}
        offered = "직접 계약" if own else "PG 제휴"
        text = f"{name}: {ways[wish]}을 원하지만 이곳은 {offered} 방식임"
        return Reason(text, "easy_pay_contract")

    def gaps(self, fit: Fit) -> list[Reason]:
        """Return the reason for every need that a fit leaves open."""
        found: dict[str, Reason] = {}
        for need, finding in fit.findings:
            if finding.supported == "yes":
                continue
            reason = self._gap(fit, need, finding)
            found.setdefault(reason.text, reason)
        return list(found.values())

    def _gap(self, fit: Fit, need: Need, finding: Finding) -> Reason:
        label = need.label(self._book.pg_methods)
        if finding.supported == "unknown":
            disputed = "출처끼리 어긋나" if finding.conflicts else "출처에 없어"
            text = f"{label}: 지원 여부가 {disputed} 알 수 없음 - 문의 필요"
            return Reason(text, "unknown", finding.sources, finding.conflicts)
        elsewhere = [version for version in VERSIONS if version not in self.versions()]
        for version in elsewhere:
            other = self._best(fit.gateway, version, (need,)).findings[0][1]
            if other.supported == "yes":
                text = f"{label}: {_NAMES[version]}에서만 지원하고 {_NAMES[fit.version]}에서는 지원하지 않음"
                return Reason(text, "portone_version", other.sources, finding.conflicts)
        disputed = " (출처끼리 어긋나지만 지원하지 않는다는 쪽이 유력함)" if finding.conflicts else ""
        text = f"{self._not_supported(fit, need)}{disputed}"
        return Reason(text, "not_supported", finding.sources, finding.conflicts)

    def _not_supported(self, fit: Fit, need: Need) -> str:
        """Say what exactly is missing: the style, the method, or the whole payment type."""
        file = self._book.pg_methods
        label = need.label(file)
        if need.style:
            other = need._replace(style="window" if need.style == "api" else "api")
            if self._best(fit.gateway, fit.version, (other,)).findings[0][1].supported == "yes":
                return (
                    f"{label}: {TYPE_NAMES[need.type]} {STYLE_NAMES[need.style]} 방식을 지원하지 않음"
                    f"({STYLE_NAMES[other.style or 'window']} 방식만 지원)"
                )
        return f"{label}: 지원하지 않음"
