"""What a sum counts and leaves out, and what another sales tier changes, in Korean."""

from collections.abc import Iterable, Sequence

from portone_guide.gateways.pricing import Amount, CostLine, Pricing
from portone_guide.gateways.words import pricing_text
from portone_guide.needs.named import NamedNeed
from portone_guide.needs.words import need_label
from portone_guide.select_pg.answer import counted, missing
from portone_guide.terminal.text import won, won_range


def parts_text(lines: Iterable[CostLine], among: Sequence[CostLine]) -> str:
    """Return parts of the sales by their methods: ``카드·가상계좌``; with its type where a method stands twice."""
    names = [line.need.name for line in among]
    told = (need_label(line.need) if names.count(line.need.name) > 1 else line.need.name for line in lines)
    return "·".join(told)


def without_text(lines: Sequence[CostLine]) -> str:
    """Return the parts that a sum leaves out: ``카드·해외카드 일부``."""
    return "·".join(f"{parts_text((line,), lines)}{' 일부' if line.won_part else ''}" for line in missing(lines))


def counted_text(lines: Sequence[CostLine]) -> str:
    """Return what a month's fees count, and what they leave out."""
    unknown = [line for line in missing(lines) if not line.foreign]  # that stands beside the sum, in its own unit
    parts = [f"{parts_text((line,), lines)} {_not_known(line)}" for line in unknown]
    without = f"{', '.join(parts)}{'은' if parts[-1].endswith('매출') else '는'} 모름" if parts else ""
    only = f"월 수수료는 {parts_text(counted(lines), lines)}만 더한 값" if counted(lines) else ""
    return "; ".join(filter(None, (only, without)))


def _not_known(line: CostLine) -> str:
    charges = line.pricing.charges
    if not charges:
        return "수수료"
    if line.won_part:
        return "수수료 일부"
    by_piece = any(charge.won or charge.floor for charge in charges)
    return "건수" if by_piece and not any(charge.high for charge in charges) else "매출"


def tier_change(
    *,
    new: bool,
    yearly: int,
    tiers: tuple[str, ...],
    gateway: str,
    changed: tuple[tuple[NamedNeed, Pricing, Pricing], ...],
    first_year: Amount | None,
) -> str:
    """Return which tier would hold, its rates and what they come to."""
    when = "첫 세금 신고 뒤에는" if new else "다음 1월이나 7월부터는"
    rates = ", ".join(f"{need_label(need)} {pricing_text(now)} -> {pricing_text(then)}" for need, now, then in changed)
    costs = f", 그 요율로 친 첫해 비용 {won_range(*first_year)}" if first_year else ""
    return (
        f"알려 주신 매출이면 한 해 {won(yearly)}이라 {when} {' 또는 '.join(tiers)} 구간: "
        f"{gateway} {rates or '요율은 같음'}{costs}"
    )
