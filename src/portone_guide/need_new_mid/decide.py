"""Does a change need another merchant id: a row's word where there is one, else "ask the gateway"."""

from collections.abc import Iterable, Iterator
from itertools import chain

from portone_guide.gateways.disputes import disputes_at
from portone_guide.gateways.hosting import through_host
from portone_guide.gateways.references import references
from portone_guide.gateways.scope import Audience
from portone_guide.gateways.settle import to_settle
from portone_guide.need_new_mid.answer import CaseVerdict, Change, Decision, Found, MidAnswer, Sender, Synonyms, Way
from portone_guide.need_new_mid.ids import ids_needed
from portone_guide.need_new_mid.mail import with_mail
from portone_guide.need_new_mid.offered import Offered, offered
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.merchant_id import MerchantIdsFile, Route, VerdictRow

_NOTHING = Requirements()
_NOBODY = Sender()
# The weightiest verdict of several changes decides what the merchant must do.
_WEIGHT: dict[Found, int] = {
    "keep": 0,
    "ask_gateway": 1,
    "not_offered": 2,
    "new_mid": 3,
    "new_contract": 4,
    "through_host": 5,
}


def answer(
    book: RuleBook, changes: Iterable[Change], answers: Requirements = _NOTHING, sender: Sender = _NOBODY
) -> MidAnswer:
    """Return the decision for each gateway, with all that it names; ``sender`` is who asks for ids by mail."""
    decisions = tuple(decide(book, change, answers, sender) for change in changes)
    host = through_host(book, answers.platform, answers.builder)
    of_host = host.sources if host else ()
    return MidAnswer(
        decisions,
        tuple(book.merchant_ids.general.values()),
        references(
            book,
            sources=chain(of_host, *(decision.sources for decision in decisions)),
            disputes=[name for decision in decisions for name in decision.conflicts],
            on=answers.as_of,
        ),
        host,
    )


def decide(book: RuleBook, change: Change, answers: Requirements = _NOTHING, sender: Sender = _NOBODY) -> Decision:
    """Return the verdict on a change at one gateway; with several cases the weightiest one decides.

    ``answers``: where the shop is built, what it sells and who signs, for what can be had at all.
    The nearest row wins: one that names the gateway and what is added, then the gateway, then what is added,
    then a general statement.
    """
    file, gateway = book.merchant_ids, book.pg_methods.gateways[change.gateway]
    found = {case: offered(book, change, case, answers) for case in change.cases}
    cases = tuple(_case(book, change, case, has) for case, has in found.items())
    added = dict.fromkeys(
        need for case, has in found.items() for need in has.needs if need.brand is None or case == "add_easy_pay"
    )
    cautions = tuple(to_settle(book, answers, change.gateway, added)) if added else ()
    verdict = max((case.verdict for case in cases), key=_WEIGHT.__getitem__)
    ways = tuple(with_mail(book, change, way, sender) for way in _ways(file, change, cases))
    by_rows = (name for reason in (*(case.reason for case in cases), *cautions) for name in reason.conflicts)
    conflicts = tuple(dict.fromkeys((*by_rows, *_by_place(book, change.gateway, cases, ways))))
    return Decision(
        change,
        gateway.name,
        gateway.merchant_id_label,
        gateway.contacts,
        verdict,
        cases,
        ways,
        tuple(dict.fromkeys(chain(_sources(book, cases, conflicts, ways), *(reason.sources for reason in cautions)))),
        conflicts,
        cautions,
        ids_needed(file, cases, ways) if len(cases) > 1 else None,
    )


def synonyms(book: RuleBook) -> Synonyms:
    """Return what each gateway calls its merchant id, where a page says so."""
    rows, gateways = book.merchant_ids.synonyms, book.pg_methods.gateways
    named = tuple((gateway, gateways[gateway].merchant_id_label, row) for gateway, row in rows.items())
    return Synonyms(named, references(book, gateways=rows))


def _case(book: RuleBook, change: Change, case: str, has: Offered) -> CaseVerdict:
    file = book.merchant_ids
    matching = [row for row in file.verdicts if case in row.cases and _concerns(row, change)]
    row = max(matching, key=_nearness, default=None)
    verdict: Found = row.verdict if row else "ask_gateway"
    lacking = has.lacking
    if has.by_modules and row and row.gateways:
        lacking = None
    if lacking:  # what is said of all gateways is not said of those that do not have it
        verdict = has.verdict
    return CaseVerdict(case, file.cases[case].name, verdict, row, lacking)


def _concerns(row: VerdictRow, change: Change) -> bool:
    return (
        (not row.gateways or change.gateway in row.gateways)
        and _covers(row.method, change.methods)
        and _covers(row.easy_pay, change.easy_pay)
    )


def _covers(named: tuple[str, ...], added: tuple[str, ...]) -> bool:
    """A row that names what is added speaks only of that; what is added must then all be named."""
    return not named or (bool(added) and set(added) <= set(named))


def _nearness(row: VerdictRow) -> tuple[bool, bool]:
    return (bool(row.gateways), bool(row.method or row.easy_pay))


def _ways(file: MerchantIdsFile, change: Change, cases: Iterable[CaseVerdict]) -> tuple[Way, ...]:
    """Return how to apply for each case, the weightiest first; cases that share a way share it here."""
    found: dict[tuple[Route, bool], list[CaseVerdict]] = {}
    for case in sorted(cases, key=lambda case: -_WEIGHT[case.verdict]):
        if case.verdict in {"not_offered", "through_host"}:
            continue
        route, general = _route(file, change._replace(cases=(case.case,)), case.verdict)
        if route:
            found.setdefault((route, general), []).append(case)
    return tuple(Way(route, general, tuple(shared)) for (route, general), shared in found.items())


def _route(file: MerchantIdsFile, change: Change, verdict: Found) -> tuple[Route | None, bool]:
    """Return the nearest way to apply, and whether it is only the general one."""
    own = file.routes.get(change.gateway, ())
    if verdict == "keep":
        # Nothing new to apply for, unless the gateway's page has a way for just this change.
        return _nearest([route for route in own if route.cases], change), False
    nearest = _nearest(own, change)
    return (nearest, False) if nearest else (_nearest(file.general_routes, change), True)


def _nearest(routes: Iterable[Route], change: Change) -> Route | None:
    fitting = [
        route
        for route in routes
        if (not route.cases or set(route.cases) & set(change.cases)) and _covers(route.easy_pay, change.easy_pay)
    ]
    return max(fitting, key=lambda route: (bool(route.cases), bool(route.easy_pay)), default=None)


def _by_place(book: RuleBook, gateway: str, cases: Iterable[CaseVerdict], ways: Iterable[Way]) -> Iterator[str]:
    """Yield the disputes that no row names, of which the answer follows the page that is used."""
    synonym = book.merchant_ids.synonyms.get(gateway)
    followed = {*_sources(book, cases, (), ways), *(synonym.sources if synonym else ())}
    for name in disputes_at(book, ("merchant_id",), Audience(gateways=(gateway,))):
        if book.conflicts.conflicts[name].used in followed:
            yield name


def _sources(
    book: RuleBook, cases: Iterable[CaseVerdict], conflicts: Iterable[str], ways: Iterable[Way]
) -> Iterator[str]:
    """Yield every page that the answer rests on."""
    for case in cases:
        yield from case.reason.sources
    for conflict in conflicts:
        yield from (claim.source for claim in book.conflicts.conflicts[conflict].claims)
    for route in (way.route for way in ways):
        yield from route.sources
        yield from (note.source for note in (*route.prepare, *route.after, *route.old_id))
        if route.lead_time:
            yield route.lead_time.source
