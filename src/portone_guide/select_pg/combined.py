"""A set of contracts as an answer: who carries what, at what cost, and all that each would ask of a merchant alone."""

from collections.abc import Iterable, Iterator, Sequence

from portone_guide.gateways.pricing import CostLine
from portone_guide.gateways.signing import signing_order
from portone_guide.needs.amounts import Part
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need
from portone_guide.select_pg.answer import Combination
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.members import Members
from portone_guide.select_pg.offers import Offer
from portone_guide.select_pg.qualify import doubts, standing_of, unknowns_of

_Carried = Sequence[tuple[Need, Offer]]
_Share = tuple[Offer, tuple[Need, ...]]


def combined(carried: _Carried, chosen: Sequence[Offer], costs: Costs, members: Members) -> Combination:
    """Return a set of contracts."""
    split = _split(carried)
    shares = [(offer, tuple(need for need, carrier in carried if carrier is offer)) for offer in chosen]
    lines, signups = _lines(carried, split), [costs.signup(offer.gateway, needs) for offer, needs in shares]
    monthly, known = costs.sums(lines)
    asks = [(offer.gateway, reason) for offer, needs in shares for reason in _asks(offer, needs, costs, members)]
    doubted = doubts((offer.carries[need] for need, offer in carried), (reason for _, reason in asks))
    pricings = [*(offer.lines[need.part].pricing for need, offer in carried), *signups]
    by_gateway = {
        offer.gateway: [need for need, carrier in carried if carrier.gateway == offer.gateway] for offer in chosen
    }
    later, order = signing_order(members.book, members.answers, by_gateway)
    return Combination(
        gateways=tuple(sorted(by_gateway, key=later.__contains__)),
        assignment=tuple((need, offer.gateway) for need, offer in carried),
        version=chosen[0].version,
        confidence="disputed" if doubted else "confirmed",
        lines=lines,
        monthly=monthly,
        known=known,
        signup=_sum(signup.once for signup in signups),
        first_year=costs.first_year(monthly, _sum(signup.fixed_first_year for signup in signups)),
        unknowns=tuple(dict.fromkeys(_unknowns(shares, split, costs))),
        conflicts=tuple(dict.fromkeys((*doubted, *(name for pricing in pricings for name in pricing.conflicts)))),
        asks=tuple(dict.fromkeys(asks)),
        later=later,
        order=order,
        recurring=tuple(fee for signup in signups for fee in signup.recurring),
        details=tuple(
            detail
            for offer, needs in shares
            for detail in members.finder.details(offer.gateway, offer.version, needs, doubted)
        ),
        holds=tuple(hold for offer, needs in shares for hold in costs.holds(offer.gateway, needs)),
    )


def _asks(offer: Offer, needs: tuple[Need, ...], costs: Costs, members: Members) -> Iterator[Reason]:
    """Yield what a support row says beside yes, then conditions, reviews and limits, then standing fees and holds."""
    for need in needs:
        finding = offer.carries[need]
        if finding.notes:
            named = need.named(members.book.pg_methods)
            yield because("supported", sources=finding.sources, need=named, notes=finding.notes)
    yield from members.asks(offer.gateway, needs)
    gateway = offer.gateway
    yield from standing_of(costs.signup(gateway, needs), costs.holds(gateway, needs), costs.payouts(gateway))


def _unknowns(shares: Sequence[_Share], split: frozenset[Part], costs: Costs) -> Iterator[Reason]:
    for offer, needs in shares:
        lines = [offer.lines[part] for part in dict.fromkeys(need.part for need in needs)]
        yield from unknowns_of(lines, costs.signup(offer.gateway, needs), costs)
        for line in lines:
            if line.part in split and costs.given(line.part):
                yield because("share_needed", need=line.need)


def _split(carried: _Carried) -> frozenset[Part]:
    """Return the parts whose sales go through several gateways, in shares that nobody gave."""
    gateways: dict[Part, set[str]] = {}
    for need, offer in carried:
        gateways.setdefault(need.part, set()).add(offer.gateway)
    return frozenset(part for part, several in gateways.items() if len(several) > 1)


def _lines(carried: _Carried, split: frozenset[Part]) -> tuple[CostLine, ...]:
    lines = {need.part: offer.lines[need.part] for need, offer in carried}
    return tuple(
        line._replace(monthly=None, won_part=None, foreign=None) if part in split else line
        for part, line in lines.items()
    )


def _sum(fees: Iterable[int | None]) -> int | None:
    """Return the sum; None as soon as one is unknown."""
    each = list(fees)
    known = [fee for fee in each if fee is not None]
    return sum(known) if len(known) == len(each) else None
