"""What is said of a gateway that covers every need: how, at what cost, what to settle, what no page says."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from portone_guide.gateways.pricing import CostLine, Held, Pricing, left_out
from portone_guide.gateways.scope import audience, concerns
from portone_guide.gateways.signing import signing_alone
from portone_guide.gateways.support import Finding
from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.fee import PayoutFee
from portone_guide.select_pg.answer import Qualified
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.fit import Fit, FitFinder
from portone_guide.select_pg.remarks import remarks


def qualify(finder: FitFinder, costs: Costs, gateway: str, fits: list[Fit]) -> Qualified:
    """Return all that is known of a gateway whose first fit is complete."""
    book, answers, fit = finder.book, finder.requirements, fits[0]
    cost = costs.of(gateway, answers.needs())
    notes = tuple(remarks(book, answers, gateway))
    standing = tuple(standing_of(cost.signup, cost.holds, costs.payouts(gateway)))
    later = signing_alone(book, gateway, answers)
    supported = [
        because("supported", sources=finding.sources, need=need.named(book.pg_methods), notes=finding.notes)
        for need, finding in fit.findings
    ]
    disputes = doubts((finding for _, finding in fit.findings), notes)
    pricings = [line.pricing for line in cost.lines]
    sources = [
        *(source for reason in supported for source in reason.sources),
        *(source for pricing in (*pricings, cost.signup) for source in pricing.sources),
        *(source for note in (*notes, *standing) for source in note.sources),
        *(claim.source for name in disputes for claim in book.conflicts.conflicts[name].claims),
    ]
    merchant = audience(answers, (fit.version,), answers.needs(), (gateway,))
    told = (note for name in fit.modules for note in book.pg_methods.module_notes.get(name, ()))
    return Qualified(
        gateway=gateway,
        version=fit.version,
        versions=tuple(other.version for other in fits if other.complete),
        modules=fit.modules,
        confidence="disputed" if disputes else "confirmed",
        cost=cost,
        reasons=(*supported, *notes, *standing, *filter(None, (later,))),
        unknowns=tuple(dict.fromkeys(unknowns_of(cost.lines, cost.signup, costs))),
        conflicts=tuple(
            dict.fromkeys((*disputes, *(name for pricing in (*pricings, cost.signup) for name in pricing.conflicts)))
        ),
        sources=tuple(dict.fromkeys(sources)),
        notes=tuple(dict.fromkeys(note.text for note in told if concerns(note.scope, merchant))),
        details=finder.details(gateway, fit.version, answers.needs(), disputes),
    )


def doubts(findings: Iterable[Finding], notes: Iterable[Reason]) -> tuple[str, ...]:
    """Return the conflicts on which it rests that a gateway fits: about methods, industries, platforms, conditions."""
    conflicts = [*(finding.conflicts for finding in findings), *(note.conflicts for note in notes)]
    return tuple(dict.fromkeys(chain(*conflicts)))


def unknowns_of(lines: Sequence[CostLine], signup: Pricing, costs: Costs) -> Iterator[Reason]:
    """Fees that no page gives, then parts of them, then what could be reckoned if the merchant said more."""
    pricings = [line.pricing for line in lines]
    yield from (pricing.unknown for pricing in (signup, *pricings) if pricing.unknown)
    yield from (pricing.gap for pricing in pricings if pricing.gap)
    for line in lines:
        if line.pricing.charges and line.monthly is None and costs.given(line.part):
            if not line.won_part or (line.pricing.counted and not costs.counted(line.part)):
                yield because("count_needed", need=line.need)
            elif floors := tuple(charge.foreign_floor for charge in line.pricing.charges if charge.foreign_floor):
                yield because("foreign_floor", need=line.need, floor=floors[0])
    if left := left_out(lines, signup.recurring):
        yield because("foreign_left_out", left=left)


def standing_of(signup: Pricing, holds: Iterable[Held], payouts: Iterable[PayoutFee]) -> Iterator[Reason]:
    """What the contract costs whatever is sold, what is kept back, and what being paid out costs."""
    for fee in signup.recurring:
        yield because("recurring", sources=(fee.source,), fee=fee)
    for hold in holds:
        yield because("hold", sources=(hold.source,), held=hold)
    for payout in payouts:
        yield because("payout_fee", sources=(payout.source,), fee=payout)
