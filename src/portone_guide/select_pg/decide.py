"""Which gateways cover the needs, what each costs, and why the others do not: the answer of ``select-pg``."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from portone_guide.gateways.countries import buyers
from portone_guide.gateways.disputes import disputes_at
from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.references import References, references
from portone_guide.gateways.scope import audience
from portone_guide.gateways.shares import shares
from portone_guide.needs.carry_questions import Carried
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.select_pg.answer import Combination, Qualified, Rejected, Selection
from portone_guide.select_pg.break_even import break_even
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.fit import DETAILS, Fit, FitFinder
from portone_guide.select_pg.hurdles import hurdles
from portone_guide.select_pg.qualify import qualify
from portone_guide.select_pg.ranking import ranked, recommended, sparing, why_recommended, why_these
from portone_guide.select_pg.tier_change import tier_change
from portone_guide.select_pg.warnings import platform_plan, portone_plan, warnings

if TYPE_CHECKING:
    from portone_guide.select_pg.contracts import ContractSearch
    from portone_guide.select_pg.offers import Offer


def select(book: RuleBook, answers: Requirements) -> Selection:
    """Return every gateway as qualified or rejected, and the contract sets that cover or cost less."""
    return _Selector(book, answers).run()


class _Selector:
    def __init__(self, book: RuleBook, answers: Requirements) -> None:
        self._book = book
        self._answers = answers
        self._needs = answers.needs()
        self._sheet = FeeSheet(book, answers)
        self._costs = Costs(book, answers, self._sheet)
        self._finder = FitFinder(book, answers)
        self._by_cost = self._costs.whole

    def run(self) -> Selection:
        book, answers = self._book, self._answers
        asked_of = () if answers.countries and not self._needs else book.pg_methods.gateways
        found = [self._judged(gateway) for gateway in asked_of]
        qualified = ranked([entry for entry in found if isinstance(entry, Qualified)], by_cost=self._by_cost)
        rejected = tuple(entry for entry in found if isinstance(entry, Rejected))
        combinations = self._combinations(qualified)
        best = recommended(qualified)
        alerts = (
            *warnings(book, answers, self._needs, self._sheet, qualified),
            *tier_change(book, answers, self._costs, best),
        )
        general = self._general(qualified, combinations)
        judged = chain(*(entry.reasons for entry in found), *(entry.reasons for entry in combinations))
        reasons = (*judged, *alerts)
        host = through_host(book, answers.platform, answers.builder)
        pay = buyers(book, answers)
        of_answer = chain(host.sources if host else (), *(entry.sources for entry in qualified))
        of_others = chain(*(reason.sources for reason in reasons), *(entry.sources for entry in pay))
        sources = tuple(dict.fromkeys(chain(of_answer, of_others)))
        return Selection(
            requirements=answers,
            needs={need: need.named(book.pg_methods) for need in self._needs},
            qualified=qualified,
            rejected=rejected,
            combinations=combinations,
            by_cost=self._by_cost,
            partly=self._costs.partly,
            recommended=best,
            why_recommended=self._why(best, qualified, combinations),
            break_even=break_even(answers, self._costs, book.fees, qualified, best),
            portone_plan=portone_plan(book, answers, self._needs),
            disputes=general,
            platform_plan=platform_plan(book, answers),
            host=host,
            buyers=pay,
            warnings=alerts,
            sources=sources,
            named=self._named(qualified, combinations, reasons, sources, general),
        )

    def _general(self, qualified: Sequence[Qualified], sets: Sequence[Combination]) -> tuple[str, ...]:
        """Return the disputes that are about no gateway alone, for the versions in use."""
        versions = {*(entry.version for entry in qualified), *(entry.version for entry in sets)}
        return disputes_at(self._book, DETAILS, audience(self._answers, versions, self._needs), general=True)

    def _named(
        self,
        qualified: Sequence[Qualified],
        sets: Sequence[Combination],
        reasons: Sequence[Reason],
        sources: Sequence[str],
        general: Sequence[str],
    ) -> References:
        return references(
            self._book,
            gateways=self._book.pg_methods.gateways,
            modules=chain(*(entry.modules for entry in qualified)),
            sources=sources,
            disputes=chain(
                general,
                *((*entry.conflicts, *entry.details) for entry in qualified),
                *((*entry.conflicts, *entry.details) for entry in sets),
                *(reason.conflicts for reason in reasons),
            ),
            on=self._answers.as_of,
        )

    def _why(
        self, best: Qualified | None, qualified: Sequence[Qualified], sets: Sequence[Combination]
    ) -> Reason | None:
        if best:
            return why_recommended(best, qualified, self._book.pg_methods, self._costs)
        return why_these(sets[0], self._book.pg_methods) if sets else None

    def _judged(self, gateway: str) -> Qualified | Rejected:
        fits = self._finder.fits(gateway, self._needs)
        barriers = tuple(hurdles(self._book, self._answers, self._sheet, gateway))
        mismatches = [self._finder.contract_mismatch(gateway, need) for need in self._needs]
        wrong = tuple(dict.fromkeys(reason for reason in mismatches if reason))
        if fits and fits[0].complete and not wrong and not barriers:
            return qualify(self._finder, self._costs, gateway, fits)
        gaps = self._gaps(gateway, fits) if fits else (because("portone_version.none"),)
        return Rejected(gateway, (*barriers, *wrong, *gaps))

    def _gaps(self, gateway: str, fits: Sequence[Fit]) -> Iterator[Reason]:
        """Yield what a gateway is not known to carry; a rate that pages dispute speaks of what no page says, too."""
        lacking = [need for need, finding in fits[0].findings if finding.supported != "yes"]
        for need, reason in zip(lacking, self._finder.gaps(fits), strict=True):
            rates = self._sheet.pricing(gateway, need).conflicts if reason.kind == "unknown" else ()
            yield reason._replace(conflicts=tuple(dict.fromkeys((*reason.conflicts, *rates))))

    def _combinations(self, qualified: Sequence[Qualified]) -> tuple[Combination, ...]:
        if len(self._needs) < 2:
            return ()
        from portone_guide.select_pg.contracts import ContractSearch  # not for a single need, the commonest question
        from portone_guide.select_pg.members import Members
        from portone_guide.select_pg.offers import offers_of

        by_version: dict[PortOneVersion, list[Offer]] = {}
        members = Members(self._book, self._answers, self._sheet, self._finder)
        for gateway in self._book.pg_methods.gateways:
            for offer in offers_of(gateway, self._needs, self._finder, self._costs, members):
                by_version.setdefault(offer.version, []).append(offer)
        search = ContractSearch(self._needs, self._costs, members)
        first = recommended(qualified)
        whole = qualified if self._by_cost else ()
        year = next((entry.cost.first_year for entry in whole if entry.cost.first_year), None)
        found = search.cheaper_pairs(by_version, year) if first else search.fewest(by_version)
        sets = tuple(self._together(search, entry, by_version) for entry in found)
        beside = first or next(iter(sets), None)
        if beside is None or beside.confidence == "confirmed":
            return sets
        sure = tuple(self._together(search, entry, by_version) for entry in search.fewest_undisputed(by_version))
        return sparing(beside, sets, sure)

    def _together(
        self, search: "ContractSearch", entry: Combination, offers: "dict[PortOneVersion, list[Offer]]"
    ) -> Combination:
        """Return a set in the version in which every command uses its gateways together."""
        carries = tuple(Carried(gateway, need.part, need.style) for need, gateway in entry.assignment)
        used = shares(self._book, self._answers._replace(carries=carries), entry.gateways).versions
        if len(used) != 1 or used[0] == entry.version:
            return entry
        return search.in_version(entry, offers.get(used[0], []))
