"""What there is to know about the recommended gateway, and about sets of contracts."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.dispute_words import DISPUTED, dispute_line, dispute_lines
from portone_guide.gateways.pricing import CostLine
from portone_guide.gateways.words import left_out_text, pricing_text
from portone_guide.needs.words import need_label
from portone_guide.select_pg.answer import Combination, Qualified, Selection
from portone_guide.select_pg.cost_words import counted_text
from portone_guide.select_pg.words import combination_costs, needs_text, text_of
from portone_guide.terminal.blocks import Block, Bullets, Text
from portone_guide.terminal.text import won_range


def about_blocks(selection: Selection, first: Qualified) -> Iterator[Block]:
    """Yield what a gateway charges, wants and leaves open."""
    yield Bullets(tuple((charge_text(line), *map(text_of, line.pricing.remarks)) for line in first.cost.lines))
    yield Bullets(tuple(dict.fromkeys([*map(text_of, first.reasons), *first.notes])))
    if first.cost.known and not first.cost.monthly and selection.by_cost:
        amount = f"{won_range(*first.cost.known)} {left_out_text(first.cost.left_out)}".strip()
        yield Text(f"월 {amount}: {counted_text(first.cost.lines)}", "warn")
    if first.unknowns:
        yield Text("출처로는 알 수 없는 것:", "warn")
        yield Bullets(tuple(map(text_of, first.unknowns)), "warn")
    yield from _conflicts(selection, first)


def charge_text(line: CostLine) -> str:
    """Return what one part of the sales is charged: ``일반결제 카드: 2.25%, 월 450,000원``."""
    monthly = f", 월 {won_range(*line.monthly)}" if line.monthly else ""
    return f"{need_label(line.need)}: {pricing_text(line.pricing)}{monthly}"


def _conflicts(selection: Selection, first: Qualified) -> Iterator[Block]:
    if not (first.conflicts or first.details):
        return
    named = selection.named
    yield Text(f"{DISPUTED}:", "warn")
    yield Bullets(dispute_lines(named, (*first.conflicts, *first.details)))
    contacts = named.gateways[first.gateway].contacts
    asked = ", ".join(f"{contact.what} {contact.value}" for contact in contacts[:2])
    yield Text(f"물어볼 곳: {asked or '포트원 고객지원 cs@portone.io'}", "warn")


def sets_blocks(selection: Selection) -> Iterator[Block]:
    """Yield the sets of contracts, and what each gateway of them wants."""
    name, sets = selection.named.name, selection.combinations
    for number, entry in enumerate(sets, 1):
        yield from _combination(selection, number, entry)
    asks = dict.fromkeys(f"{name(gateway)}: {text_of(ask)}" for entry in sets for gateway, ask in entry.asks)
    if asks:
        yield Text("나누어 계약할 때 각 곳에서 채울 것:")
        yield Bullets(tuple(asks))


def _combination(selection: Selection, number: int, entry: Combination) -> Iterator[Block]:
    yield Text(f"{number}) {set_text(selection, entry.gateways)} (포트원 {entry.version.upper()})")
    order = [text_of(entry.order)] if entry.order else []
    disputed = ["출처가 어긋나는 곳이 있어 문의 필요"] if entry.confidence == "disputed" else []
    spared = [selection.named.disputes[name].about for name in entry.spares]
    sure = [f"추천한 것과 달리 출처가 어긋나지 않음: {', '.join(spared)}"] if spared else []
    carried = carried_lines(selection, entry)
    beside = [dispute_line(selection.named, entry.details)] if entry.details else []
    unknowns = map(text_of, entry.unknowns)
    yield Bullets((*carried, *order, *combination_costs(entry), *unknowns, *disputed, *beside, *sure))


def carried_lines(selection: Selection, entry: Combination) -> list[str]:
    """Return what each gateway of a set carries."""
    return [f"{selection.named.name(gateway)}: {_carried(selection, entry, gateway)}" for gateway in entry.gateways]


def _carried(selection: Selection, entry: Combination, gateway: str) -> str:
    return needs_text(selection.needs[need] for need, carrier in entry.assignment if carrier == gateway)


def set_text(selection: Selection, gateways: Iterable[str]) -> str:
    """Return a set of gateways in words."""
    return " + ".join(map(selection.named.name, gateways))
