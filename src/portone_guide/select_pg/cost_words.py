"""What a sum counts and leaves out, in Korean."""

from collections.abc import Iterable, Sequence

from portone_guide.gateways.pricing import CostLine
from portone_guide.needs.words import need_label
from portone_guide.select_pg.answer import counted, missing


def parts_text(lines: Iterable[CostLine], among: Sequence[CostLine]) -> str:
    """Return parts of the sales by their methods: ``카드·가상계좌``; with its type where a method stands twice."""
    names = [line.need.name for line in among]
    told = (need_label(line.need) if names.count(line.need.name) > 1 else line.need.name for line in lines)
    return "·".join(told)


def counted_text(lines: Sequence[CostLine]) -> str:
    """Return what a month's fees count, and what they leave out."""
    parts = [f"{parts_text((line,), lines)} {_not_known(line)}" for line in missing(lines)]
    without = f"{', '.join(parts)}{'은' if parts[-1].endswith('매출') else '는'} 모름" if parts else ""
    only = f"월 수수료는 {parts_text(counted(lines), lines)}만 더한 값" if counted(lines) else ""
    return "; ".join(filter(None, (only, without)))


def _not_known(line: CostLine) -> str:
    charges = line.pricing.charges
    if not charges:
        return "수수료"
    by_piece = any(charge.won or charge.floor for charge in charges)
    return "건수" if by_piece and not any(charge.high for charge in charges) else "매출"
