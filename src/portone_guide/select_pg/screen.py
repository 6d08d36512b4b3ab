"""The answer of ``select-pg`` as a screen: what to sign, what it costs, what was ruled out, what next."""

from collections.abc import Iterable, Iterator

from portone_guide.gateways.page_words import page_lines
from portone_guide.gateways.pricing import CostLine
from portone_guide.gateways.words import left_out_text, pricing_text
from portone_guide.needs.reason import Reason
from portone_guide.needs.words import need_label
from portone_guide.select_pg.answer import Combination, Cost, Qualified, Rejected, Selection
from portone_guide.select_pg.break_even_screen import break_even_blocks
from portone_guide.select_pg.cost_words import counted_text, parts_text
from portone_guide.select_pg.words import (
    STANDINGS,
    amount_text,
    combination_costs,
    month_text,
    needs_text,
    portone_plan_text,
    signup_text,
    text_of,
)
from portone_guide.terminal.blocks import Bar, Bars, Block, Bullets, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.text import won_range

_BARS_SHOWN = 8
_PAGES_SHOWN = 12
_LONGEST_PART = 6
"""Letters of what is counted that a column's title has room for; the line under the table says it in full."""


def selection_screen(selection: Selection) -> Screen:
    """Return the whole answer as blocks."""
    return tuple(_Writer(selection).blocks())


class _Writer:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._named = selection.named
        self._name = selection.named.name

    def blocks(self) -> Iterator[Block]:
        selection = self._selection
        yield Heading("추천")
        yield from self._recommendation()
        if selection.warnings:
            yield Heading("먼저 알아둘 것")
            yield Bullets(tuple(map(text_of, selection.warnings)), "warn")
        if selection.qualified:
            yield Heading(f"조건에 맞는 결제대행사 {len(selection.qualified)}곳")
            yield self._table()
            yield self._about_money()
            yield from self._bars()
            yield from break_even_blocks(selection)
        if best := selection.recommended:
            yield from self._first_choice(best)
        if selection.combinations:
            yield from self._combinations()
        yield Text("")
        yield Text(portone_plan_text(selection.portone_plan, sales=bool(selection.requirements.sales)))
        yield Heading(f"제외한 곳 {len(selection.rejected)}곳과 이유")
        yield from self._rejected()
        yield Heading("출처")
        yield from self._sources()
        yield Heading("다음에 할 일")
        yield Command("portone-guide checklist", "사이트가 심사를 통과할 준비가 되었는지 확인하세요")

    def _recommendation(self) -> Iterator[Block]:
        selection = self._selection
        if selection.recommended and selection.why_recommended:
            yield from self._recommended(selection.recommended, selection.why_recommended)
        elif selection.why_recommended:
            yield Text(text_of(selection.why_recommended), "good")
            if order := selection.combinations[0].order:
                yield Text(text_of(order), "warn")
        else:
            yield Text("모든 조건을 만족하는 결제대행사를 출처에서 찾지 못했습니다.", "bad")
            yield Text("아래 이유를 보고 조건을 하나 빼거나, '문의 필요'인 곳에 직접 물어보세요.")

    def _recommended(self, first: Qualified, why: Reason) -> Iterator[Block]:
        name = self._name(first.gateway)
        modules = [self._named.modules[module].name for module in first.modules]
        using = ", ".join([*(module for module in modules if module != name), f"포트원 {first.version.upper()}"])
        yield Text(f"{name} ({using})", "good")
        yield Text(text_of(why))
        ahead = self._selection.ahead_of_recommended
        if disputed := ", ".join(self._name(entry.gateway) for entry in ahead if entry.confidence == "disputed"):
            yield Text(f"{disputed}: 순위는 더 높지만 출처끼리 어긋나, 지원하는지 물어본 뒤에 고르세요.", "warn")
        if later := ", ".join(self._name(entry.gateway) for entry in ahead if entry.confidence == "confirmed"):
            yield Text(f"{later}: 순위는 더 높지만 일반 PG로 먼저 팔고 있어야 신청할 수 있습니다.", "warn")
        if first.confidence == "disputed":
            yield Text("단, 출처끼리 어긋나는 곳이 있어 계약 전에 문의하세요 (아래 '출처가 어긋나는 것').", "warn")

    def _about_money(self) -> Text:
        if self._selection.partly:
            first = self._selection.recommended or self._selection.qualified[0]
            return Text(f"금액은 VAT 별도, {counted_text(first.cost.lines)}", "warn")
        standing = any(entry.cost.signup.recurring for entry in self._selection.qualified)
        fixed = "가입비, 이용료와" if standing else "가입비와"
        return Text(f"금액은 VAT 별도, 첫해 비용은 {fixed} 12개월 수수료에 VAT를 더한 값", "dim")

    def _table(self) -> Table:
        first = self._selection.qualified[0].cost
        what = parts_text(self._given(first), first.lines)
        only = f"({what if len(what) <= _LONGEST_PART else '일부'}만)" if self._selection.partly else ""
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
        rows = tuple(self._row(number, entry) for number, entry in enumerate(self._selection.qualified, 1))
        if self._selection.by_cost:
            return Table(columns, rows)
        keep = [0, 1, 2, 3, 5, 6, 7] if self._selection.partly else [0, 1, 2, 5, 6, 7]
        return Table(
            tuple(columns[index] for index in keep),
            tuple(tuple(row[index] for index in keep) for row in rows),
        )

    def _row(self, number: int, entry: Qualified) -> tuple[str, ...]:
        cost = entry.cost
        cards = [pricing_text(line.pricing) for line in cost.lines if line.part[1] == "card"]
        shown = cards or [pricing_text(line.pricing) for line in cost.lines[:1]]
        return (
            f"{number}. {self._name(entry.gateway)}",
            " / ".join(dict.fromkeys(shown)),
            signup_text(cost.signup.once),
            month_text(cost, self._given(cost)),
            amount_text(cost.first_year),
            ",".join(version.upper() for version in sorted(entry.versions)),
            ", ".join(self._named.modules[name].name for name in entry.modules),
            STANDINGS[entry.standing],
        )

    def _given(self, cost: Cost) -> list[CostLine]:
        return [line for line in cost.lines if self._selection.given(line.part)]

    def _bars(self) -> Iterator[Block]:
        bars = [
            Bar(self._name(entry.gateway), *entry.cost.first_year, text=won_range(*entry.cost.first_year))
            for entry in self._selection.qualified
            if entry.cost.first_year and self._selection.by_cost
        ]
        if bars:
            yield Heading("첫해 비용 (VAT 포함)")
            yield Bars(tuple(bars[:_BARS_SHOWN]))
            if len(bars) > _BARS_SHOWN:
                yield Text(f"나머지 {len(bars) - _BARS_SHOWN}곳은 위 표에 있습니다.", "dim")

    def _first_choice(self, first: Qualified) -> Iterator[Block]:
        yield Heading(f"{self._name(first.gateway)}에 대해 알아둘 것")
        for line in first.cost.lines:
            monthly = f", 월 {won_range(*line.monthly)}" if line.monthly else ""
            charge = f"{need_label(line.need)}: {pricing_text(line.pricing)}{monthly}"
            yield Bullets((charge, *map(text_of, line.pricing.remarks)))
        yield Bullets(tuple(dict.fromkeys([*map(text_of, first.reasons), *first.notes])))
        if first.cost.known and not first.cost.monthly and self._selection.by_cost:
            amount = f"{won_range(*first.cost.known)} {left_out_text(first.cost.left_out)}".strip()
            yield Text(f"월 {amount}: {counted_text(first.cost.lines)}", "warn")
        if first.unknowns:
            yield Text("출처로는 알 수 없는 것:", "warn")
            yield Bullets(tuple(map(text_of, first.unknowns)), "warn")
        yield from self._conflicts(first.conflicts, first.gateway)

    def _conflicts(self, names: tuple[str, ...], gateway: str) -> Iterator[Block]:
        if not names:
            return
        yield Text("출처가 어긋나는 것:", "warn")
        for name in names:
            conflict = self._named.disputes[name]
            yield Bullets(
                (
                    conflict.about,
                    *(f"{self._named.pages[claim.source].title}: {claim.says}" for claim in conflict.claims),
                    f"이렇게 읽음: {conflict.why}",
                )
            )
        contacts = self._named.gateways[gateway].contacts
        asked = ", ".join(f"{contact.what} {contact.value}" for contact in contacts[:2])
        yield Text(f"물어볼 곳: {asked or '포트원 고객지원 cs@portone.io'}", "warn")

    def _combinations(self) -> Iterator[Block]:
        sets = self._selection.combinations
        if not self._selection.qualified:
            yield Heading("여러 곳과 계약하면 모두 받을 수 있습니다")
        elif all(entry.saves_first_year for entry in sets):
            yield Heading("두 곳과 계약하면 더 싼 경우")
        else:
            yield Heading("나누어 계약하면 더 싸거나 더 확실한 경우")
        for number, entry in enumerate(sets, 1):
            yield from self._combination(number, entry)
        asks = dict.fromkeys(f"{self._name(gateway)}: {text_of(ask)}" for entry in sets for gateway, ask in entry.asks)
        if asks:
            yield Text("나누어 계약할 때 각 곳에서 채울 것:")
            yield Bullets(tuple(asks))

    def _combination(self, number: int, entry: Combination) -> Iterator[Block]:
        yield Text(f"{number}) {self._set(entry.gateways)} (포트원 {entry.version.upper()})")
        carried = [f"{self._name(gateway)}: {self._carried(entry, gateway)}" for gateway in entry.gateways]
        order = [text_of(entry.order)] if entry.order else []
        disputed = ["출처가 어긋나는 곳이 있어 문의 필요"] if entry.confidence == "disputed" else []
        spared = [self._named.disputes[name].about for name in entry.spares]
        sure = [f"추천한 것과 달리 출처가 어긋나지 않음: {', '.join(spared)}"] if spared else []
        yield Bullets((*carried, *order, *combination_costs(entry), *map(text_of, entry.unknowns), *disputed, *sure))

    def _carried(self, entry: Combination, gateway: str) -> str:
        return needs_text(self._selection.needs[need] for need, carrier in entry.assignment if carrier == gateway)

    def _set(self, gateways: Iterable[str]) -> str:
        return " + ".join(map(self._name, gateways))

    def _rejected(self) -> Iterator[Block]:
        asking = [entry for entry in self._selection.rejected if entry.may_fit]
        known = [entry for entry in self._selection.rejected if not entry.may_fit]
        if asking:
            yield Text("출처로는 알 수 없어 문의가 필요한 곳:")
            yield self._grouped(asking)
        if known:
            yield Text("지원하지 않는 것으로 확인된 곳:")
            yield self._grouped(known)

    def _grouped(self, entries: list[Rejected]) -> Bullets:
        """Gateways with the same reasons share a line."""
        groups: dict[str, list[str]] = {}
        for entry in entries:
            reasons = " / ".join(map(text_of, entry.reasons))
            groups.setdefault(reasons, []).append(self._name(entry.gateway))
        return Bullets(tuple((", ".join(names), reasons) for reasons, names in groups.items()))

    def _sources(self) -> Iterator[Block]:
        best = self._selection.recommended
        pages = page_lines(self._named, best.sources if best else self._selection.sources)
        yield Bullets(pages[:_PAGES_SHOWN])
        if len(pages) > _PAGES_SHOWN:
            yield Text(f"그 밖의 출처 {len(pages) - _PAGES_SHOWN}건: portone-guide rules sources", "dim")
