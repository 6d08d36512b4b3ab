"""Does a gateway cover the needs: module by module, with every reason why not."""

from collections.abc import Container, Iterable, Sequence

from portone_guide.gateways.disputes import disputes_at
from portone_guide.gateways.scope import audience
from portone_guide.gateways.support import Finding, weighed
from portone_guide.gateways.versions import VERSIONS, Coverage, Fit
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import IntegrationStyle, PortOneVersion
from portone_guide.rules.models.source import Place

__all__ = ["VERSIONS", "Fit", "FitFinder"]

DETAILS: tuple[Place, ...] = ("support", "platform", "fees")
"""Of which places disputes are told beside those that rows name."""
_OTHER_STYLE: dict[IntegrationStyle, IntegrationStyle] = {"window": "api", "api": "window"}


class FitFinder(Coverage):
    """Finds how each gateway covers needs, and why it does not."""

    def gaps(self, fits: Sequence[Fit]) -> list[Reason]:
        """Return the reason for every need that the best of some fits leaves open, with what the others rest on."""
        best = fits[0]
        return [
            self._gap(best, need, _among(finding, (fit.findings[index][1] for fit in fits[1:])))
            for index, (need, finding) in enumerate(best.findings)
            if finding.supported != "yes"
        ]

    def _gap(self, fit: Fit, need: Need, finding: Finding) -> Reason:
        named, disputed = need.named(self.book.pg_methods), bool(finding.conflicts)
        rests_on = {"sources": finding.sources, "conflicts": finding.conflicts}
        if finding.supported == "unknown":
            return because("unknown.disputed" if disputed else "unknown.support", **rests_on, need=named)
        for version in (version for version in VERSIONS if version != fit.version):
            other = self.best(fit.gateway, version, (need,)).findings[0][1]
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
        fitting = self.best(fit.gateway, fit.version, (need._replace(style=other),)).complete
        return other if fitting else None

    def details(
        self, gateway: str, version: PortOneVersion, needs: Sequence[Need], told: Container[str]
    ) -> tuple[str, ...]:
        """Return disputes besides those ``told``: of other modules that take the same, then of the places of it all."""
        placed = disputes_at(self.book, DETAILS, audience(self.requirements, (version,), needs, (gateway,)))
        found = (*self.disputes(gateway, version, needs), *placed)
        return tuple(dict.fromkeys(name for name in found if name not in told))


def _among(finding: Finding, others: Iterable[Finding]) -> Finding:
    """Return a finding with the doubts of the other versions that don't carry the need either."""
    lacking = [other for other in others if other.supported != "yes"]
    return weighed([finding, *lacking])
