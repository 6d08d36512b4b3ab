"""PortOne's version for each gateway of a set, with the reason: a shop uses one version wherever one will do."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from portone_guide.gateways.versions import VERSIONS, Coverage, Fit
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion

Wanted = Mapping[str, tuple[Need, ...]]
"""By gateway, the needs that it is asked to carry."""


class Chosen(NamedTuple):
    """The version of one gateway and why; ``fit`` None: nothing was asked for."""

    version: PortOneVersion
    why: Reason
    fit: Fit | None


def choose(coverage: Coverage, requirements: Requirements, wanted: Wanted) -> dict[str, Chosen]:
    """Return the version of each gateway: the best one for all, or each one's own where no one carries as much."""
    fits = {name: coverage.fits(name, needs) for name, needs in wanted.items()}
    own = {name: found[0] for name, found in fits.items()}
    shared = [{name: _in(found, version) for name, found in fits.items()} for version in coverage.versions()]
    together = max(shared, key=lambda found: _score(found.values()))
    used = own if _carries_more(own, together) else together
    return {
        name: Chosen(
            fit.version,
            _given(coverage, requirements)
            or (_why(fits[name]) if fit.version == own[name].version else because("version.together")),
            fit,
        )
        for name, fit in used.items()
    }


def without_needs(
    book: RuleBook, coverage: Coverage, requirements: Requirements, gateways: Iterable[str]
) -> dict[str, Chosen]:
    """Return the version of each gateway where nothing was asked for: the newest that has its payment modules."""
    had = {name: _had(book, coverage, name) for name in gateways}
    common = [version for version in coverage.versions() if all(version in own for own in had.values())]
    found = {}
    for name, own in had.items():
        version = (common or own)[0]
        alone = because("version.newer") if len(own) > 1 else because("version.only_modules", version=version)
        why = alone if version == own[0] else because("version.together")
        found[name] = Chosen(version, _given(coverage, requirements) or why, None)
    return found


def _had(book: RuleBook, coverage: Coverage, gateway: str) -> tuple[PortOneVersion, ...]:
    modules, allowed = book.pg_methods.modules, coverage.versions()
    names = coverage.payment_modules(gateway)
    return tuple(version for version in allowed if any(version in modules[name].portone for name in names)) or allowed


def _given(coverage: Coverage, requirements: Requirements) -> Reason | None:
    """Return why there was no choice, if there was none."""
    if requirements.portone:
        return because("version.asked")
    return because("version.platform") if len(coverage.versions()) == 1 else None


def _why(fits: list[Fit]) -> Reason:
    """Return why the first fit is better than the other version's."""
    best, other = fits[0], fits[-1]
    if not best.covered:
        return because("version.none_carries")
    if len(best.covered) > len(other.covered):
        code = "version.carries_more" if other.covered else "version.only"
        return because(code, version=best.version)
    if best.version == VERSIONS[0]:
        return because("version.newer")
    return because("version.surer", version=best.version, other=other.version)


def _in(fits: Iterable[Fit], version: PortOneVersion) -> Fit:
    return next(fit for fit in fits if fit.version == version)


def _carries_more(own: Mapping[str, Fit], together: Mapping[str, Fit]) -> bool:
    """Tell whether each in its own version carry more, or one of them nothing unless in its own."""
    idle = any(fit.covered and not together[name].covered for name, fit in own.items())
    return idle or _carried(own.values()) > _carried(together.values())


def _carried(fits: Iterable[Fit]) -> int:
    return len({need for fit in fits for need in fit.covered})


def _score(fits: Iterable[Fit]) -> tuple[int, ...]:
    """Return how good one version is for all gateways of a set; for one alone it orders as the quality of its fit."""
    listed = tuple(fits)
    findings = [entry for fit in listed for entry in fit.findings]
    carried = {need for need, finding in findings if finding.supported == "yes"}
    possible = {need for need, finding in findings if finding.supported != "no"}
    sure = {need for need, finding in findings if finding.supported == "yes" and not finding.conflicts}
    return (
        len(carried),
        sum(bool(fit.covered) for fit in listed),
        len(possible),
        len(sure) - len(carried),
        *(-VERSIONS.index(fit.version) for fit in listed[:1]),
        -sum(len(fit.modules) for fit in listed),
    )
