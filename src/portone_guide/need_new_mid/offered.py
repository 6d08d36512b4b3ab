"""Whether a gateway has what a change adds at all: asked of the same table as everywhere."""

from portone_guide.gateways.versions import Coverage
from portone_guide.need_new_mid.answer import Change
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PaymentType
from portone_guide.rules.vocabulary import EASY_PAY, methods_of


def not_offered(book: RuleBook, change: Change, case: str) -> Reason | None:
    """Return that a gateway is known not to have what a case adds, or that no page says so; None: it has it."""
    added, coverage = book.merchant_ids.cases[case], Coverage(book, Requirements())
    found = [
        finding
        for kind in added.types
        for method in added.methods or _methods(book, change, case, kind)
        for fit in coverage.fits(change.gateway, [Need(kind, method)])
        for _, finding in fit.findings
    ]
    if not found or any(finding.supported == "yes" for finding in found):
        return None
    known = all(finding.supported == "no" for finding in found)
    sources = dict.fromkeys(source for finding in found for source in finding.sources)
    return because("verdict.not_offered" if known else "verdict.unknown_support", sources=sources)


def _methods(book: RuleBook, change: Change, case: str, kind: PaymentType) -> tuple[str, ...]:
    """Return what was named as added, or every method of a payment type."""
    brands = tuple(f"{EASY_PAY}{brand}" for brand in change.easy_pay)
    named = {"add_method": change.methods, "add_easy_pay": brands}.get(case, ())
    return named or tuple(methods_of(kind, book.pg_methods))
