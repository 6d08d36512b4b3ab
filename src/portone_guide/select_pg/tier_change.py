"""Which sales tier would hold after the next review, and what the recommended gateway would then cost."""

from collections.abc import Iterator

from portone_guide.gateways.tiers import possible_tiers
from portone_guide.needs.reason import Reason, because
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fee_key import TIERS
from portone_guide.select_pg.answer import Qualified
from portone_guide.select_pg.costs import Costs


def tier_change(book: RuleBook, answers: Requirements, costs: Costs, best: Qualified | None) -> Iterator[Reason]:
    """Yield what the half-yearly review changes: for a new business, and for all whose sales go into a higher tier.

    Tiers follow yearly sales and are set each January and July; a new business is 일반 until its first filing
    (PortOne help, small-business-commission-fee). Less sold here than a tier begins with proves nothing: the
    rest may be sold elsewhere.
    """
    by_tier = any(need.type == "one_time" and (need.method == "card" or need.brand) for need in answers.needs())
    if not by_tier:
        return
    new = answers.tier is None and answers.yearly_sales == 0
    source = (book.fees.tier_source,)
    yearly = 12 * sum(answers.sales.values())
    now = possible_tiers(answers.tier, answers.yearly_sales, book.fees)
    then = possible_tiers(None, yearly, book.fees)
    rises = min(map(TIERS.index, then)) > max(map(TIERS.index, now))
    if not best or not yearly or then == now or not (rises or (new and set(answers.sales) == set(answers.methods))):
        if not new and len(now) == 1:  # else the open tiers are warned of anyway
            yield because("tier_review", sources=source)
        return
    cost = costs.at(answers._replace(tier=None, yearly_sales=yearly)).of(best.gateway, answers.needs())
    changed = [
        (before.need, before.pricing, after.pricing)
        for before, after in zip(best.cost.lines, cost.lines, strict=True)
        if before.pricing.charges != after.pricing.charges
    ]
    yield because(
        "tier_review.change",
        sources=source,
        new=new,
        yearly=yearly,
        tiers=tuple(book.fees.tiers[tier].name for tier in then),
        gateway=book.pg_methods.gateways[best.gateway].name,
        changed=tuple(changed),
        first_year=cost.first_year,
    )
