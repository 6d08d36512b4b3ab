"""Who of the gateways signed with carries what, in which PortOne version: the one place where that is judged."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from portone_guide.gateways.barriers import barriers
from portone_guide.gateways.signing import signing_order
from portone_guide.gateways.support import Finding
from portone_guide.gateways.version_choice import Chosen, choose, without_needs
from portone_guide.gateways.versions import Coverage
from portone_guide.needs.reason import Reason
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion


class Share(NamedTuple):
    """What one gateway carries in which version, and why in this one; ``modules`` empty: it carries nothing asked."""

    version: PortOneVersion
    why: Reason
    findings: tuple[tuple[Need, Finding], ...] = ()
    modules: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[Need, ...]:
        """What it carries."""
        return tuple(need for need, _ in self.findings)


class Shares(NamedTuple):
    """The share of each gateway, in the order of signing.

    ``allowed`` empty: the shop's platform has no version that was asked for.
    """

    of: Mapping[str, Share]
    allowed: tuple[PortOneVersion, ...]
    coverage: Coverage

    @property
    def versions(self) -> tuple[PortOneVersion, ...]:
        """PortOne's versions that are used, each once."""
        return tuple(dict.fromkeys(share.version for share in self.of.values()))

    def carriers(self, need: Need) -> tuple[str, ...]:
        """Return the gateways that carry a need."""
        return tuple(name for name, share in self.of.items() if need in share.needs)

    def carried(self, need: Need) -> bool:
        """Tell whether some gateway carries a need."""
        return bool(self.carriers(need))


def shares(book: RuleBook, answers: Requirements, gateways: Iterable[str]) -> Shares:
    """Return what each of the gateways carries of what is asked for."""
    signing = tuple(gateways)
    coverage, needs = Coverage(book, answers), answers.needs()
    allowed = coverage.versions()
    if not allowed:
        coverage = Coverage(book, answers._replace(platform=None))
    wanted = {name: tuple(_wanted(book, coverage, answers, name, signing)) for name in signing}
    chosen = choose(coverage, answers, wanted) if needs else without_needs(book, coverage, answers, wanted)
    found = {name: _share(entry) for name, entry in chosen.items()}
    later, _ = signing_order(book, answers, {name: share.needs or needs for name, share in found.items()})
    return Shares({name: found[name] for name in sorted(found, key=later.__contains__)}, allowed, coverage)


def shared(book: RuleBook, answers: Requirements, gateways: Iterable[str]) -> dict[Need, tuple[str, ...]]:
    """Return the needs that more than one of the gateways would carry, each with those."""
    found = shares(book, answers, gateways)
    return {need: names for need in answers.needs() if len(names := found.carriers(need)) > 1}


def _share(entry: Chosen) -> Share:
    version, why, fit = entry
    if fit is None:
        return Share(version, why)
    found = tuple((need, finding) for need, finding in fit.findings if finding.supported == "yes")
    return Share(version, why, found, fit.modules)


def _wanted(
    book: RuleBook, coverage: Coverage, answers: Requirements, gateway: str, chosen: Iterable[str]
) -> Iterator[Need]:
    """Yield the needs that a gateway of a set is asked to carry: where the merchant said who does, those.

    Else not a brand that another one of it is itself, nor what another one takes and this one would refuse.
    """
    gateways = book.pg_methods.gateways
    others = [name for name in chosen if name != gateway]

    def takes(name: str, need: Need) -> bool:
        wrong = coverage.contract_mismatch(name, need) or any(barriers(book, answers, name, (need,)))
        return not wrong and any(fit.complete for fit in coverage.fits(name, [need]))

    for need in answers.needs():
        if said := answers.carriers(need, chosen):
            if gateway in said and not coverage.contract_mismatch(gateway, need):
                yield need
            continue
        own = [name for name in others if need.brand and gateways[name].brand == need.brand]
        if any(fit.complete for name in own for fit in coverage.fits(name, [need])):
            continue
        if coverage.contract_mismatch(gateway, need):
            continue
        if not any(barriers(book, answers, gateway, (need,))) or not any(takes(name, need) for name in others):
            yield need
