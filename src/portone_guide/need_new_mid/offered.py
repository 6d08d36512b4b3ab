"""Whether this merchant can have what a change adds of a gateway: judged as everywhere."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portone_guide.gateways.barriers import against
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.versions import Coverage, Fit
from portone_guide.need_new_mid.answer import Change, Found
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.vocabulary import EASY_PAY, methods_of


class Offered(NamedTuple):
    """What of a case can be had; where it is nothing, why, and what that makes the verdict.

    ``by_modules``: no row of the support list has it, which a page about just this change may know better.
    """

    needs: tuple[Need, ...] = ()
    lacking: Reason | None = None
    verdict: Found = "not_offered"
    by_modules: bool = False


def offered(book: RuleBook, change: Change, case: str, answers: Requirements) -> Offered:
    """Return what of a case the gateway has for this merchant; a case that adds no payment lacks nothing."""
    if host := through_host(book, answers.platform, answers.builder):
        return Offered((), host.why, "through_host")
    needs = tuple(_needs(book, change, case))
    if not needs:
        return _at_all(book, change.gateway, answers)
    coverage = Coverage(book, answers)
    if not coverage.versions():
        return Offered((), because("portone_version.none"))
    fits = {need: coverage.fits(change.gateway, [need]) for need in needs}
    barred = {need: tuple(against(book, answers, change.gateway, (need,))) for need in needs}
    if free := tuple(need for need in needs if fits[need][0].complete and not barred[need]):
        return Offered(free)
    open_to = [need for need in needs if not _refused(fits[need], barred[need])]
    reasons = [reason for need in open_to or needs for reason in barred[need] if bool(open_to) != _known(reason)]
    verdict: Found = "ask_gateway" if open_to else "not_offered"
    return Offered((), reasons[0], verdict) if reasons else _unsupported(book, change.gateway, fits)


def _refused(fits: list[Fit], barred: tuple[Reason, ...]) -> bool:
    """Tell whether a need is known not to be had: one reason that pages give is enough."""
    return any(map(_known, barred)) or all(f.supported == "no" for fit in fits[:1] for _, f in fit.findings)


def _unsupported(book: RuleBook, gateway: str, fits: Mapping[Need, list[Fit]]) -> Offered:
    """Return why no module has it; that another PortOne version or style has it, no page about the change overrules."""
    anywhere = Coverage(book, Requirements())
    elsewhere = [fit for need in fits for fit in anywhere.fits(gateway, [need]) if fit.complete]
    findings = [finding for found in fits.values() for fit in found for _, finding in fit.findings]
    sources = dict.fromkeys(source for finding in findings for source in finding.sources)
    if not all(finding.supported == "no" for finding in findings):
        reason = because("verdict.unknown_support", sources=sources)
        return Offered((), reason, "ask_gateway", by_modules=not elsewhere)
    asked = {fit.version for found in fits.values() for fit in found}
    if only := tuple(dict.fromkeys(fit.version for fit in elsewhere if fit.version not in asked)):
        pages = dict.fromkeys(page for fit in elsewhere for _, finding in fit.findings for page in finding.sources)
        return Offered((), because("verdict.other_version", sources=pages, only=only))
    return Offered((), because("verdict.not_offered", sources=sources), by_modules=not elsewhere)


def _at_all(book: RuleBook, gateway: str, answers: Requirements) -> Offered:
    """Return why the gateway is not for this merchant whatever is asked of it, if that is so."""
    reasons = tuple(against(book, answers, gateway, ()))
    return _for(min(reasons, key=_known)) if reasons else Offered()


def _for(reason: Reason) -> Offered:
    return Offered((), reason, "ask_gateway" if reason.kind == "unknown" else "not_offered")


def _known(reason: Reason) -> bool:
    return reason.kind != "unknown"


def _needs(book: RuleBook, change: Change, case: str) -> Iterator[Need]:
    added = book.merchant_ids.cases[case]
    for kind in added.types:
        for method in added.methods or _methods(book, change, case, kind):
            yield Need(kind, method)


def _methods(book: RuleBook, change: Change, case: str, kind: PaymentType) -> tuple[str, ...]:
    """Return what was named as added, or every method of a payment type."""
    every = methods_of(kind, book.pg_methods)
    if case == "add_easy_pay":
        named = tuple(f"{EASY_PAY}{brand}" for brand in change.easy_pay)
        return named or tuple(method for method in every if method.startswith(EASY_PAY))
    return tuple(method for method in change.methods if method in every) or tuple(every)
