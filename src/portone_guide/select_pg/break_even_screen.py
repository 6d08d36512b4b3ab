"""Where the order of the best gateways changes, on the screen."""

from collections.abc import Callable, Iterator
from typing import Final

from portone_guide.select_pg.answer import BreakEven, Crossing, Selection
from portone_guide.select_pg.cost_words import parts_text
from portone_guide.terminal.blocks import Block, Bullets, Chart, Heading, Point
from portone_guide.terminal.text import won_range

_UNITS: Final = {"krw": "매출", "payments": "결제"}


def break_even_blocks(selection: Selection) -> Iterator[Block]:
    """Yield the turning points and what the gateways cost around the nearest; nothing where none turns."""
    found = selection.break_even
    if not found or not found.crossings:
        return
    name = selection.named.name
    only = parts_text(found.parts, (*found.parts, *found.left_out))
    what = f"{only} 수수료와 가입비만" if found.left_out else "첫해 비용, VAT 포함"
    yield Heading(f"월 {_UNITS[found.unit]}에 따라 바뀌는 순서 ({what})")
    groups: dict[Crossing, list[str]] = {}
    for crossing in found.crossings:
        groups.setdefault(crossing._replace(cheaper=""), []).append(name(crossing.cheaper))
    yield Bullets(tuple(_turn(found, turn, ", ".join(names), name(turn.than)) for turn, names in groups.items()))
    if found.levels:
        yield _chart(found, name)


def _chart(found: BreakEven, name: Callable[[str], str]) -> Chart:
    """Return what the gateways cost around the nearest turning point, and where on that way the order turns."""
    levels = tuple((monthly, amount_text(found, monthly)) for monthly, _ in found.levels)
    costs = zip(*(costs for _, costs in found.levels), strict=True)
    lines = zip(map(name, found.gateways), costs, strict=True)
    first, last = levels[0][0], levels[-1][0]
    turns = {turn.start: f"{amount_text(found, turn.start)}부터 {name(turn.cheaper)}" for turn in found.crossings}
    now = {found.now: f"지금 {amount_text(found, found.now)}"} if found.now else {}
    return Chart(
        "첫해 비용 (원, VAT 포함)",
        f"월 {_UNITS[found.unit]}",
        levels,
        tuple(
            (label, tuple(Point(cost.min, cost.max, won_range(*cost)) for cost in points)) for label, points in lines
        ),
        tuple((at, text) for at, text in {**turns, **now}.items() if first <= at <= last),
    )


def _turn(found: BreakEven, turn: Crossing, cheaper: str, than: str) -> tuple[str, ...]:
    start = amount_text(found, turn.start)
    lines = [f"{_sold(found)} {start}부터는 {than}보다 {cheaper} 쪽이 쌉니다"]
    step = 20_000 if found.unit == "krw" else 2
    if turn.start - (turn.until or 0) > step:
        before = f"{amount_text(found, turn.until)}까지는 {than} 쪽이 싸고, " if turn.until else ""
        lines.append(f"{before}{'그 사이' if before else '그보다 적으면'}는 요율 범위가 겹쳐 알 수 없음")
    if turn.beyond_tier:
        lines.append("이만큼 팔면 매출 구간이 올라 요율이 달라지므로 그때 다시 비교하세요")
    return tuple(lines)


def _sold(found: BreakEven) -> str:
    """Return what grows: ``카드 월 매출``; how several amounts grow."""
    sold = f"월 {_UNITS[found.unit]}"
    if len(found.parts) > 1:
        return f"{sold} 합계(지금 비율 그대로 늘 때)"
    return f"{parts_text(found.parts, (*found.parts, *found.left_out))} {sold}"


def amount_text(found: BreakEven, amount: int) -> str:
    """Return an amount a month: ``1억 2,500만 원`` or ``120건``."""
    if found.unit == "payments":
        return f"{amount:,}건"
    hundred_millions, rest = divmod(amount, 100_000_000)
    ten_thousands, ones = divmod(rest, 10_000)
    parts = [
        f"{hundred_millions:,}억" if hundred_millions else "",
        f"{ten_thousands:,}만" if ten_thousands else "",
        f"{ones:,}" if ones or not amount else "",
    ]
    return f"{' '.join(filter(None, parts))} 원"
