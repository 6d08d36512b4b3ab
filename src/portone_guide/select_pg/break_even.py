"""Where the order of the best gateways changes as more is sold: what they cost is linear in that."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final, Literal, NamedTuple

from portone_guide.gateways.pricing import Amount
from portone_guide.gateways.tiers import possible_tiers
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Requirements
from portone_guide.rules.models.fee import FeesFile
from portone_guide.select_pg.answer import BreakEven, Cost, Crossing, Qualified, counted, missing
from portone_guide.select_pg.costs import Costs

_COMPARED = 3
_MOST = 10**13
"""No business sells more a month."""
_MANY = 10**7
"""Amounts are taken so many times that what is rounded to whole won weighs nothing in the slope."""

Unit = Literal["krw", "payments"]
_STEPS: Final[Mapping[Unit, int]] = {"krw": 10_000, "payments": 1}


class _Path(NamedTuple):
    """What grows: the amounts of every part that is sold, all by one factor; ``total`` is their sum a month."""

    answers: Requirements
    unit: Unit
    total: int
    now: int | None

    @property
    def step(self) -> int:
        """The unit in which a turning point is told."""
        return _STEPS[self.unit]

    def at(self, total: int) -> Requirements:
        """Return the answers with the amounts grown until their sum is ``total``."""

        def grown(amounts: Mapping[Part, int]) -> dict[Part, int]:
            return {part: (amount * total * 2 + self.total) // (self.total * 2) for part, amount in amounts.items()}

        return self.answers._replace(sales=grown(self.answers.sales), payments=grown(self.answers.payments))


class _Line(NamedTuple):
    """First-year cost with VAT: at nothing sold, and what ``_MANY`` times the path's amounts add to it."""

    gateway: str
    start: Amount
    added: Amount


def break_even(
    answers: Requirements, costs: Costs, file: FeesFile, qualified: Sequence[Qualified], best: Qualified | None
) -> BreakEven | None:
    """Compare the recommended gateway with its nearest rivals; None where there is nothing to compare."""
    path = _path(answers, best) if best else None
    if not best or not path:
        return None
    reckoned = {entry.gateway: entry.cost for entry in qualified if entry.confidence == best.confidence}
    lines = _lines(costs, path, reckoned)
    if best.gateway not in lines or len(lines) < 2:
        return None
    chosen = _rivals(lines, lines[best.gateway], path)
    end = _tier_end(answers, file) if path.unit == "krw" else None
    found = [_crossing(lines[one], lines[other], path, end) for one, other in permutations(chosen, 2)]
    crossings = tuple(sorted(filter(None, found), key=lambda crossing: (crossing.start, crossing.cheaper)))
    sold = costs.at(path.at(path.total)).again(best.cost).lines
    # A first-year cost is one of everything that was asked for: without that there is nothing to chart.
    turn = None if missing(sold) else _nearest(crossings, best.gateway, path.now)
    return BreakEven(
        gateways=chosen,
        parts=counted(sold),
        left_out=missing(sold),
        unit=path.unit,
        now=path.now,
        crossings=crossings,
        levels=tuple(_levels(costs, path, [reckoned[name] for name in chosen], turn)),
    )


def _path(answers: Requirements, best: Qualified) -> _Path | None:
    """Return what grows: what was given, or, where one part was asked for and nothing given, that part."""
    sales, payments = sum(answers.sales.values()), sum(answers.payments.values())
    if sales:
        return _Path(answers, "krw", sales, sales)
    if payments:
        return _Path(answers, "payments", payments, payments)
    if len(answers.methods) != 1:
        return None
    (part,) = answers.methods
    if any(charge.high for line in best.cost.lines for charge in line.pricing.charges):
        return _Path(answers._replace(sales={part: 10_000}, payments={}), "krw", 10_000, None)
    return _Path(answers._replace(sales={}, payments={part: 1}), "payments", 1, None)


def _lines(costs: Costs, path: _Path, reckoned: Mapping[str, Cost]) -> dict[str, _Line]:
    """Return the cost of every gateway for which all that is sold can be reckoned, in the order of the ranking."""
    none, many = costs.at(path.at(0)), costs.at(path.at(path.total * _MANY))
    found = {}
    for gateway, cost in reckoned.items():
        start, end = _first_year(none, cost), _first_year(many, cost)
        if start and end:
            found[gateway] = _Line(gateway, start, Amount(end.min - start.min, end.max - start.max))
    return found


def _first_year(costs: Costs, charged: Cost) -> Amount | None:
    """Return what is sold and what is fixed in the first year; None if a part of what is sold is not known."""
    cost = costs.again(charged)
    if any(costs.given(line.part) and not line.monthly for line in cost.lines):
        return None
    return costs.first_year(cost.known, cost.signup.fixed_first_year)


def _rivals(lines: Mapping[str, _Line], best: _Line, path: _Path) -> tuple[str, ...]:
    """Return the recommended one, who comes before it where more is sold, and where less is; then by rank."""
    now = path.now or 0
    others = [line for line in lines.values() if line is not best]
    ahead = [(found.start, line.gateway) for line in others if (found := _crossing(best, line, path))]
    behind = [(found.start, line.gateway) for line in others if (found := _crossing(line, best, path))]
    later = sorted((entry for entry in ahead if entry[0] > now), key=lambda entry: entry[0])
    earlier = sorted((entry for entry in behind if not path.now or entry[0] <= now), key=lambda entry: -entry[0])
    wanted = [gateway for found in (later, earlier) for _, gateway in found[:1]]
    first = list(dict.fromkeys([best.gateway, *wanted, *lines]))[:_COMPARED]
    return tuple(gateway for gateway in lines if gateway in first)


def _crossing(than: _Line, cheaper: _Line, path: _Path, tier_end: int | None = None) -> Crossing | None:
    """Return from where on ``cheaper`` surely costs less than ``than``, if it does not do so from the first won."""
    gap, closing = than.start.min - cheaper.start.max, than.added.min - cheaper.added.max
    if gap >= 0 or closing <= 0:
        return None
    start = path.step * (-gap * path.total * _MANY // (closing * path.step) + 1)
    if start > _MOST:
        return None
    lead, losing = cheaper.start.min - than.start.max, than.added.max - cheaper.added.min
    until = path.step * ((lead * path.total * _MANY - 1) // (losing * path.step)) if lead > 0 else 0
    beyond = tier_end is not None and start * 12 >= tier_end
    return Crossing(cheaper.gateway, than.gateway, start, until if until > 0 else None, beyond)


def _tier_end(answers: Requirements, file: FeesFile) -> int | None:
    """Return the yearly sales from which the rates of another tier would hold, where they matter and are known."""
    tiers = possible_tiers(answers.tier, answers.yearly_sales, file)
    by_tier = any(need.type == "one_time" and (need.method == "card" or need.brand) for need in answers.needs())
    return file.tiers[tiers[0]].below if by_tier and len(tiers) == 1 else None


def _nearest(crossings: Sequence[Crossing], best: str, now: int | None) -> Crossing | None:
    """Return the turning point of the recommended one that is nearest to what is sold now; else any nearest."""

    def distance(crossing: Crossing) -> tuple[bool, int]:
        return best not in {crossing.cheaper, crossing.than}, abs(crossing.start - (now or 0))

    return min(crossings, key=distance, default=None)


def _levels(
    costs: Costs, path: _Path, chosen: Sequence[Cost], turn: Crossing | None
) -> Iterator[tuple[int, tuple[Amount, ...]]]:
    """Yield first-year costs below, at and above a turning point."""
    if not turn:
        return
    half = max(path.step, turn.start // 2 // path.step * path.step)
    for level in sorted({half, turn.start, turn.start * 2}):
        sold = costs.at(path.at(level))
        found = [_first_year(sold, cost) for cost in chosen]
        yield level, tuple(filter(None, found))
