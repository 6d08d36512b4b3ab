"""The gateways that fit, side by side, and what each costs."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.pricing import Amount, CostLine
from portone_guide.gateways.words import pricing_text
from portone_guide.select_pg.answer import Cost, Qualified, Selection
from portone_guide.select_pg.cost_words import counted_text, parts_text
from portone_guide.select_pg.words import STANDINGS, amount_text, month_text, signup_text
from portone_guide.terminal.blocks import Bar, Bars, Block, Column, Table, Text
from portone_guide.terminal.text import won, won_range

_LONGEST_PART = 6
"""Letters of what is counted that a column's title has room for; the line under the table says it in full."""


def compare_blocks(selection: Selection) -> Iterator[Block]:
    """Yield the table, and what its money means."""
    yield _table(selection)
    yield _about_money(selection)


def cost_bars(selection: Selection, most: int) -> Iterator[Block]:
    """Yield the first year of at most ``most`` gateways: how much more than the least that one of them can cost."""
    costs = [(entry, entry.cost.first_year) for entry in selection.qualified if selection.by_cost]
    told = [(entry, cost) for entry, cost in costs if cost]
    if not told:
        return
    least = min(cost.min for _, cost in told)
    yield Bars(tuple(_bar(selection.named.name(entry.gateway), cost, least) for entry, cost in told[:most]))


def _bar(name: str, cost: Amount, least: int) -> Bar:
    exact = cost.min == cost.max
    more = f" (+{won(cost.min - least)})" if exact and cost.min > least else ""
    return Bar(name, cost.min - least, cost.max - least, text=f"{won_range(*cost)}{more}")


def _about_money(selection: Selection) -> Text:
    if selection.partly:
        first = selection.recommended or selection.qualified[0]
        return Text(f"금액은 VAT 별도, {counted_text(first.cost.lines)}", "warn")
    standing = any(entry.cost.signup.recurring for entry in selection.qualified)
    fixed = "가입비, 이용료와" if standing else "가입비와"
    return Text(f"금액은 VAT 별도, 첫해 비용은 {fixed} 12개월 수수료에 VAT를 더한 값", "dim")


def _table(selection: Selection) -> Table:
    first = selection.qualified[0].cost
    what = parts_text(_given(selection, first), first.lines)
    only = f"({what if len(what) <= _LONGEST_PART else '일부'}만)" if selection.partly else ""
    columns = (
        Column("결제대행사"),
        Column("요율", right=True, rank=8),
        Column("가입비", right=True, rank=7),
        Column(f"월 수수료{only}", right=True, rank=6 if only else 4),
        Column("첫해 비용", right=True, rank=9),
        Column("포트원", rank=5),
        Column("모듈", rank=2),
        Column("근거", rank=6),
    )
    rows = [_row(selection, number, entry) for number, entry in enumerate(selection.qualified, 1)]
    shown: Iterable[int] = range(len(columns))
    if not selection.by_cost:
        shown = [0, 1, 2, 3, 5, 6, 7] if selection.partly else [0, 1, 2, 5, 6, 7]
    return Table(tuple(columns[index] for index in shown), tuple(tuple(row[index] for index in shown) for row in rows))


def _row(selection: Selection, number: int, entry: Qualified) -> tuple[str, ...]:
    cost = entry.cost
    return (
        f"{number}. {selection.named.name(entry.gateway)}",
        rates_text(cost),
        signup_text(cost.signup.once),
        month_text(cost, _given(selection, cost)),
        amount_text(cost.first_year),
        ",".join(version.upper() for version in sorted(entry.versions)),
        ", ".join(selection.named.modules[name].name for name in entry.modules),
        STANDINGS[entry.standing],
    )


def rates_text(cost: Cost) -> str:
    """Return the rates that gateways are compared by: those of cards, else of what comes first."""
    cards = [pricing_text(line.pricing) for line in cost.lines if line.part[1] == "card"]
    shown = cards or [pricing_text(line.pricing) for line in cost.lines[:1]]
    return " / ".join(dict.fromkeys(shown))


def _given(selection: Selection, cost: Cost) -> list[CostLine]:
    return [line for line in cost.lines if selection.given(line.part)]
