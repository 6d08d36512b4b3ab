"""A set of contracts as an answer: who carries what, at what cost, and all that each would ask of a merchant alone."""

from collections.abc import Iterator, Sequence

from portone_guide.gateways.pricing import CostLine
from portone_guide.needs.amounts import Part
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Need
from portone_guide.select_pg.answer import Combination
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.members import Members
from portone_guide.select_pg.offers import Offer
from portone_guide.select_pg.qualify import doubts, unknowns_of
from portone_guide.select_pg.signing import signing_order

_Carried = Sequence[tuple[Need, Offer]]
_Share = tuple[Offer, tuple[Need, ...]]


def combined(carried: _Carried, chosen: Sequence[Offer], costs: Costs, members: Members) -> Combination:
    """Return a set of contracts."""
    split = _split(carried)
    shares = [(offer, tuple(need for need, carrier in carried if carrier is offer)) for offer in chosen]
    lines, signup = _lines(carried, split), _signup(shares, costs)
    monthly, known = costs.sums(lines)
    asks = [(offer.gateway, reason) for offer, needs in shares for reason in _asks(offer, needs, members)]
    doubted = doubts((offer.carries[need] for need, offer in carried), (reason for _, reason in asks))
    priced = [name for need, offer in carried for name in offer.lines[need.part].pricing.conflicts]
    by_gateway = {
        offer.gateway: [need for need, carrier in carried if carrier.gateway == offer.gateway] for offer in chosen
    }
    later, order = signing_order(members.book, members.answers, by_gateway)
    return Combination(
        gateways=tuple(offer.gateway for offer in chosen),
        assignment=tuple((need, offer.gateway) for need, offer in carried),
        version=chosen[0].version,
        confidence="disputed" if doubted else "confirmed",
        lines=lines,
        monthly=monthly,
        known=known,
        signup=signup,
        first_year=costs.first_year(monthly, signup),
        unknowns=tuple(dict.fromkeys(_unknowns(shares, split, costs))),
        conflicts=tuple(dict.fromkeys((*doubted, *priced))),
        asks=tuple(dict.fromkeys(asks)),
        later=later,
        order=order,
    )


def _asks(offer: Offer, needs: tuple[Need, ...], members: Members) -> Iterator[Reason]:
    """Yield what a support row says beside yes, then conditions, reviews and limits."""
    for need in needs:
        finding = offer.carries[need]
        if finding.notes:
            named = need.named(members.book.pg_methods)
            yield because("supported", sources=finding.sources, need=named, notes=finding.notes)
    yield from members.asks(offer.gateway, needs)


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
    return tuple(line._replace(monthly=None) if part in split else line for part, line in lines.items())


def _signup(shares: Sequence[_Share], costs: Costs) -> int | None:
    fees = [costs.signup(offer.gateway, needs).once for offer, needs in shares]
    known = [fee for fee in fees if fee is not None]
    return sum(known) if len(known) == len(fees) else None
