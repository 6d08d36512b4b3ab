"""What is said of a gateway that covers every need: how, at what cost, what to settle, what no page says."""

from collections.abc import Iterator

from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Cost, Qualified
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.fit import Fit
from portone_guide.select_pg.remarks import remarks


def qualify(book: RuleBook, answers: Requirements, costs: Costs, gateway: str, fits: list[Fit]) -> Qualified:
    """Return all that is known of a gateway whose first fit is complete."""
    fit = fits[0]
    cost = costs.of(gateway, answers.needs())
    notes = tuple(remarks(book, answers, gateway))
    standing = tuple(_standing(cost))
    supported = [
        because("supported", sources=finding.sources, need=need.named(book.pg_methods), notes=finding.notes)
        for need, finding in fit.findings
    ]
    disputes = dict.fromkeys(name for _, finding in fit.findings for name in finding.conflicts)
    pricings = [line.pricing for line in cost.lines]
    sources = [
        *(source for reason in supported for source in reason.sources),
        *(source for pricing in (*pricings, cost.signup) for source in pricing.sources),
        *(source for note in (*notes, *standing) for source in note.sources),
        *(claim.source for name in disputes for claim in book.conflicts.conflicts[name].claims),
    ]
    return Qualified(
        gateway=gateway,
        version=fit.version,
        versions=tuple(other.version for other in fits if other.complete),
        modules=fit.modules,
        confidence="disputed" if fit.disputed else "confirmed",
        cost=cost,
        reasons=(*supported, *notes, *standing),
        unknowns=tuple(dict.fromkeys(_unknowns(cost, costs))),
        conflicts=tuple(
            dict.fromkeys((*disputes, *(name for pricing in (*pricings, cost.signup) for name in pricing.conflicts)))
        ),
        sources=tuple(dict.fromkeys(sources)),
    )


def _unknowns(cost: Cost, costs: Costs) -> Iterator[Reason]:
    """Fees that no page gives, then parts of them, then what could be reckoned if the merchant said more."""
    pricings = [line.pricing for line in cost.lines]
    yield from (pricing.unknown for pricing in (cost.signup, *pricings) if pricing.unknown)
    yield from (pricing.gap for pricing in pricings if pricing.gap)
    for line in cost.lines:
        if line.pricing.charges and line.monthly is None and costs.given(line.part):
            if not line.won_part or (line.pricing.counted and not costs.counted(line.part)):
                yield because("count_needed", need=line.need)
            elif floors := tuple(charge.foreign_floor for charge in line.pricing.charges if charge.foreign_floor):
                yield because("foreign_floor", need=line.need, floor=floors[0])
    if cost.left_out:
        yield because("foreign_left_out", left=cost.left_out)


def _standing(cost: Cost) -> Iterator[Reason]:
    """What the contract costs whatever is sold, and what is kept back."""
    for fee in cost.signup.recurring:
        yield because("recurring", sources=(fee.source,), fee=fee)
    for hold in cost.holds:
        yield because("hold", sources=(hold.source,), held=hold)
