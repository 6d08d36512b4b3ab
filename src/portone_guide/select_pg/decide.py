"""Which gateways cover the needs, what each costs, and why the others do not: the answer of ``select-pg``."""

from collections.abc import Iterable
from decimal import Decimal

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.pricing import Amount, CostLine, total_of
from portone_guide.needs.requirements import Need, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.select_pg.answer import (
    Combination,
    Cost,
    Qualified,
    Reason,
    Rejected,
    Selection,
)
from portone_guide.select_pg.contracts import ContractSearch, Offer
from portone_guide.select_pg.fit import Fit, FitFinder
from portone_guide.select_pg.hurdles import hurdles, remarks
from portone_guide.select_pg.warnings import portone_plan, warnings


def select(book: RuleBook, answers: Requirements) -> Selection:
    """Return every gateway as qualified or rejected, and the contract sets that cover or cost less."""
    return _Selector(book, answers).run()


class _Selector:
    def __init__(self, book: RuleBook, answers: Requirements) -> None:
        self._book = book
        self._answers = answers
        self._needs = answers.needs()
        self._sheet = FeeSheet(book, answers)
        self._finder = FitFinder(book, answers)

    def run(self) -> Selection:
        qualified: list[Qualified] = []
        rejected: list[Rejected] = []
        offers: list[Offer] = []
        for gateway in self._book.pg_methods.gateways:
            barriers = tuple(hurdles(self._book, self._answers, self._sheet, gateway))
            fits = self._finder.fits(gateway, self._needs)
            mismatches = [self._finder.contract_mismatch(gateway, need) for need in self._needs]
            wrong = tuple(dict.fromkeys(reason for reason in mismatches if reason))
            if not barriers:
                offers += self._offers(gateway)
            if fits and fits[0].complete and not wrong and not barriers:
                qualified.append(self._qualified(gateway, fits))
            else:
                gaps = self._finder.gaps(fits[0]) if fits else [_no_version()]
                rejected.append(Rejected(gateway, (*barriers, *wrong, *gaps)))
        qualified.sort(key=self._rank)
        combinations = self._combinations(offers, qualified)
        alerts = warnings(self._book, self._answers, self._needs, self._sheet, qualified)
        rested_on = [
            *(source for entry in qualified for source in entry.sources),
            *(source for entry in rejected for reason in entry.reasons for source in reason.sources),
            *(source for alert in alerts for source in alert.sources),
        ]
        return Selection(
            self._answers,
            tuple(qualified),
            tuple(rejected),
            combinations,
            portone_plan(self._book, self._answers, self._needs),
            alerts,
            tuple(dict.fromkeys(rested_on)),
        )

    def _qualified(self, gateway: str, fits: list[Fit]) -> Qualified:
        fit = fits[0]
        cost = self._cost(gateway, self._needs)
        notes = tuple(remarks(self._book, self._answers, gateway))
        conflicts = dict.fromkeys(name for _, finding in fit.findings for name in finding.conflicts)
        priced = [(line.pricing, line.label) for line in cost.lines]
        unknowns = [
            Reason(f"{pricing.unknown}: 출처에 없음", "fee_unknown")
            for pricing in (cost.signup_pricing, *(pricing for pricing, _ in priced))
            if pricing.unknown
        ]
        unknowns += [Reason(f"{pricing.gap}: 출처에 없음", "fee_unknown") for pricing, _ in priced if pricing.gap]
        unknowns += [
            Reason(f"{line.label}: 매출과 건수를 알아야 계산할 수 있음", "count_needed")
            for line in cost.lines
            if line.pricing.charges and line.monthly is None and self._given(line)
        ]
        reasons = [self._covered(need, finding.notes, finding.sources) for need, finding in fit.findings]
        sources = [
            *(source for _, finding in fit.findings for source in finding.sources),
            *(source for pricing, _ in priced for source in pricing.sources),
            *cost.signup_pricing.sources,
            *(source for note in notes for source in note.sources),
            *(claim.source for name in conflicts for claim in self._book.conflicts.conflicts[name].claims),
        ]
        return Qualified(
            gateway=gateway,
            version=fit.version,
            versions=tuple(other.version for other in fits if other.complete),
            modules=fit.modules,
            findings=fit.findings,
            confidence="disputed" if fit.disputed else "confirmed",
            cost=cost,
            reasons=(*reasons, *notes),
            unknowns=tuple(dict.fromkeys(unknowns)),
            conflicts=tuple(dict.fromkeys((*conflicts, *(c for p, _ in priced for c in p.conflicts)))),
            sources=tuple(dict.fromkeys(sources)),
        )

    def _covered(self, need: Need, notes: tuple[str, ...], sources: tuple[str, ...]) -> Reason:
        note = f" ({', '.join(notes)})" if notes else ""
        return Reason(f"{need.label(self._book.pg_methods)} 지원{note}", "supported", sources)

    def _given(self, line: CostLine) -> bool:
        return line.part in self._answers.sales or line.part in self._answers.payments

    def _lines(self, gateway: str, needs: Iterable[Need]) -> tuple[CostLine, ...]:
        parts = {need.part: need for need in needs}
        lines = []
        for part, need in parts.items():
            pricing = self._sheet.pricing(gateway, need)
            label = need._replace(style=None).label(self._book.pg_methods)
            lines.append(CostLine(part, label, pricing, self._sheet.monthly(pricing, part)))
        return tuple(lines)

    def _cost(self, gateway: str, needs: tuple[Need, ...]) -> Cost:
        """Add up what was asked for. A part without sales is not part of the sum; an unknown one voids it."""
        lines = self._lines(gateway, needs)
        given = [line for line in lines if self._given(line)]
        known = [line.monthly for line in given if line.monthly]
        partial = total_of(known) if known else None
        monthly = partial if given and len(known) == len(given) else None
        signup_pricing = self._sheet.signup_fee(gateway, needs)
        signup = signup_pricing.charges[0].won if signup_pricing.charges else None
        return Cost(lines, signup, signup_pricing, monthly, partial, self._first_year(monthly, signup))

    def _first_year(self, monthly: Amount | None, signup: int | None) -> Amount | None:
        if monthly is None or signup is None:
            return None
        return monthly.times(12).plus(Amount(signup, signup)).times(self._sheet.vat)

    def _offers(self, gateway: str) -> list[Offer]:
        """What a gateway could carry as one contract of several, for each PortOne version and team of modules."""
        offers: list[Offer] = []
        for fit in self._finder.teams(gateway, self._needs):
            carried = {
                need: self._finding_conflicts(fit, need)
                for need, finding in fit.findings
                if finding.supported == "yes" and not self._finder.contract_mismatch(gateway, need)
            }
            same = any(offer.version == fit.version and offer.conflicts == carried for offer in offers)
            if carried and not same:
                offers.append(
                    Offer(
                        gateway=gateway,
                        version=fit.version,
                        own_brand=self._book.pg_methods.gateways[gateway].brand,
                        lines={line.part: line for line in self._lines(gateway, carried)},
                        conflicts=carried,
                        signup=self._sheet.signup_fee(gateway, carried),
                    )
                )
        return offers

    @staticmethod
    def _finding_conflicts(fit: Fit, need: Need) -> tuple[str, ...]:
        return next(finding.conflicts for other, finding in fit.findings if other == need)

    def _combinations(self, offers: list[Offer], qualified: list[Qualified]) -> tuple[Combination, ...]:
        if len(self._needs) < 2:
            return ()
        search = ContractSearch(self._needs, self._answers, self._sheet.vat, self._sheet.signup_fee)
        by_version: dict[PortOneVersion, list[Offer]] = {}
        for offer in offers:
            by_version.setdefault(offer.version, []).append(offer)
        if not qualified:
            return search.fewest(by_version)
        best = next((entry.cost.first_year for entry in qualified if entry.cost.first_year), None)
        return search.cheaper_pairs(by_version, best)

    def _rank(self, entry: Qualified) -> tuple[object, ...]:
        """Order: known cost first and lower first; without sales, the lower rates and sign-up fee first."""
        cost = entry.cost
        year = cost.first_year
        missing = sum(not line.pricing.charges for line in cost.lines)
        rates = sum((line.pricing.low + line.pricing.high for line in cost.lines), start=Decimal(0))
        return (
            year is None and bool(self._answers.sales or self._answers.payments),
            missing,
            year.min + year.max if year else 0,
            rates,
            cost.signup is None,
            cost.signup or 0,
            entry.confidence == "disputed",
            entry.gateway,
        )


def _no_version() -> Reason:
    return Reason("이 조건에서 쓸 수 있는 포트원 버전이 없음", "portone_version")
