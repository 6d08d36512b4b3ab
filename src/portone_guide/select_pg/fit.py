"""Does a gateway cover the needs: module by module, with every reason why not."""

from portone_guide.gateways.support import Finding
from portone_guide.gateways.versions import VERSIONS, Coverage, Fit
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import IntegrationStyle

__all__ = ["VERSIONS", "Fit", "FitFinder"]

_OTHER_STYLE: dict[IntegrationStyle, IntegrationStyle] = {"window": "api", "api": "window"}


class FitFinder(Coverage):
    """Finds how each gateway covers needs, and why it does not."""

    def gaps(self, fit: Fit) -> list[Reason]:
        """Return the reason for every need that a fit leaves open."""
        return [self._gap(fit, need, finding) for need, finding in fit.findings if finding.supported != "yes"]

    def _gap(self, fit: Fit, need: Need, finding: Finding) -> Reason:
        named, disputed = need.named(self._book.pg_methods), bool(finding.conflicts)
        rests_on = {"sources": finding.sources, "conflicts": finding.conflicts}
        if finding.supported == "unknown":
            return because("unknown.disputed" if disputed else "unknown.support", **rests_on, need=named)
        for version in (version for version in VERSIONS if version not in self.versions()):
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
