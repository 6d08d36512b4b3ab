"""Which of the gateways that fit comes first, and why."""

from collections.abc import Sequence
from decimal import Decimal

from portone_guide.needs.reason import Reason, because
from portone_guide.rules.models.method import MethodsFile
from portone_guide.select_pg.answer import Combination, Qualified
from portone_guide.select_pg.costs import Costs


def ranked(found: Sequence[Qualified], *, by_cost: bool) -> tuple[Qualified, ...]:
    """Order: known cost first and lower first; without all sales, the lower rates and sign-up fee first."""

    def rank(entry: Qualified) -> tuple[object, ...]:
        cost = entry.cost
        year, signup = cost.first_year if by_cost else None, cost.signup.once
        return (
            year is None and by_cost,
            sum(not line.pricing.charges for line in cost.lines),
            year.min + year.max if year else 0,
            sum((line.pricing.low + line.pricing.high for line in cost.lines), start=Decimal(0)),
            signup is None,
            signup or 0,
            entry.confidence == "disputed",
            entry.gateway,
        )

    return tuple(sorted(found, key=rank))


def recommended(qualified: Sequence[Qualified]) -> Qualified | None:
    """Return the first that rests on no disputed page, and of those the first that can be signed with today."""
    return min(qualified, key=lambda entry: (entry.confidence == "disputed", entry.waits), default=None)


def why_recommended(first: Qualified, qualified: Sequence[Qualified], file: MethodsFile, costs: Costs) -> Reason:
    """Return why ``first`` is recommended among those whose pages carry them as far; who costs the same is named."""
    equals = [entry for entry in qualified if (entry.confidence, entry.waits) == (first.confidence, first.waits)]
    year = first.cost.first_year
    if len(equals) == 1:
        return because("recommended.only", confidence=first.confidence)
    if costs.whole and year:
        others = [entry.gateway for entry in equals if entry is not first and entry.cost.first_year == year]
        tied = tuple(file.gateways[gateway].name for gateway in others)
        return because(
            "recommended.cheapest", confidence=first.confidence, among=len(equals), first_year=year, tied=tied
        )
    if costs.partly:
        without = tuple(line.need for line in first.cost.lines if not costs.given(line.part))
        return because(
            "recommended.lowest_rates_partly", confidence=first.confidence, among=len(equals), without=without
        )
    code = "recommended.lowest_known_rates" if costs.whole else "recommended.lowest_rates"
    return because(code, confidence=first.confidence, among=len(equals))


def why_these(first: Combination, file: MethodsFile) -> Reason:
    """Return why the first set of contracts is recommended where no gateway carries all alone."""
    return because("recommended.fewest_contracts", names=tuple(file.gateways[name].name for name in first.gateways))


def sparing(
    first: Qualified | Combination, sets: Sequence[Combination], sure: Sequence[Combination]
) -> tuple[Combination, ...]:
    """Return sets and then those that are sure, each with the conflicts on which ``first`` rests and it does not."""
    found: dict[tuple[object, ...], Combination] = {}
    for entry in (*sets, *sure):
        if len(entry.gateways) > 1:
            found.setdefault((entry.gateways, entry.confidence), entry)
    return tuple(
        entry._replace(spares=tuple(name for name in first.conflicts if name not in entry.conflicts))
        for entry in found.values()
    )
