"""The answer of ``select-pg`` as a screen: what to sign, what it costs, what was ruled out, what next."""

from collections.abc import Iterator

from portone_guide.rules.book import RuleBook
from portone_guide.select_pg.answer import Combination, Qualified, Reason, Rejected, Selection
from portone_guide.terminal.blocks import Bar, Bars, Block, Bullets, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.text import won, won_range

_BARS_SHOWN = 8


def selection_screen(selection: Selection, book: RuleBook) -> Screen:
    """Return the whole answer as blocks."""
    return tuple(_Writer(selection, book).blocks())


class _Writer:
    def __init__(self, selection: Selection, book: RuleBook) -> None:
        self._selection = selection
        self._book = book
        self._sales_given = bool(selection.requirements.sales or selection.requirements.payments)

    def _name(self, gateway: str) -> str:
        return self._book.pg_methods.gateways[gateway].name

    def blocks(self) -> Iterator[Block]:
        selection = self._selection
        yield Heading("추천")
        yield from self._recommendation()
        if selection.warnings:
            yield Heading("먼저 알아둘 것")
            yield Bullets(tuple(reason.text for reason in selection.warnings), "warn")
        if selection.qualified:
            yield Heading(f"조건에 맞는 결제대행사 {len(selection.qualified)}곳")
            yield self._table()
            yield Text("금액은 VAT 별도, 첫해 비용은 가입비와 12개월 수수료에 VAT를 더한 값", "dim")
            yield from self._bars()
        if best := selection.recommended:
            yield from self._first_choice(best)
        if selection.combinations:
            yield from self._combinations()
        yield from self._portone_plan()
        yield Heading(f"제외한 곳 {len(selection.rejected)}곳과 이유")
        yield from self._rejected()
        yield Heading("출처")
        yield from self._sources()
        yield Heading("다음에 할 일")
        yield Command("portone-guide checklist", "사이트가 심사를 통과할 준비가 되었는지 확인하세요")

    def _recommendation(self) -> Iterator[Block]:
        selection = self._selection
        if not selection.qualified and not selection.combinations:
            yield Text("모든 조건을 만족하는 결제대행사를 출처에서 찾지 못했습니다.", "bad")
            yield Text("아래 이유를 보고 조건을 하나 빼거나, '문의 필요'인 곳에 직접 물어보세요.")
            return
        if not selection.qualified:
            best = selection.combinations[0]
            names = " + ".join(self._name(gateway) for gateway in best.gateways)
            yield Text(f"한 곳으로는 모두 받을 수 없어 {len(best.gateways)}곳과 계약하세요: {names}", "good")
            return
        first = selection.recommended or selection.qualified[0]
        name = self._name(first.gateway)
        modules = [self._book.pg_methods.modules[module].name for module in first.modules]
        using = ", ".join([*(module for module in modules if module != name), f"포트원 {first.version.upper()}"])
        yield Text(f"{name} ({using})", "good")
        yield Text(self._why_first(first))
        if ahead := selection.ahead_of_recommended:
            names = ", ".join(self._name(entry.gateway) for entry in ahead)
            yield Text(f"{names}: 순위는 더 높지만 출처끼리 어긋나, 지원하는지 물어본 뒤에 고르세요.", "warn")
        if first.confidence == "disputed":
            yield Text("단, 출처끼리 어긋나는 곳이 있어 계약 전에 문의하세요 (아래 '출처가 어긋나는 것').", "warn")

    def _why_first(self, first: Qualified) -> str:
        sure = [entry for entry in self._selection.qualified if entry.confidence == first.confidence]
        others = [entry for entry in sure if entry is not first]
        fitting = "조건에 맞는 것이 확인된" if first.confidence == "confirmed" else "조건에 맞는"
        if not others:
            return f"{fitting} 유일한 곳입니다."
        year = first.cost.first_year
        if self._sales_given and year:
            text = f"{fitting} {len(sure)}곳 가운데 첫해 비용이 가장 적습니다: {won_range(*year)} (VAT 포함)."
            tied = [self._name(entry.gateway) for entry in others if entry.cost.first_year == year]
            return f"{text} {', '.join(tied)}도 비용이 같습니다." if tied else text
        if self._sales_given:
            return f"{fitting} {len(sure)}곳 가운데 알 수 있는 요율이 가장 낮습니다."
        return (
            f"{fitting} {len(sure)}곳 가운데 요율과 가입비가 낮은 순으로 첫째입니다. "
            "월 매출(--sales)을 알려 주면 비용으로 비교합니다."
        )

    def _table(self) -> Table:
        columns = (
            Column("결제대행사"),
            Column("요율", right=True, rank=8),
            Column("가입비", right=True, rank=7),
            Column("월 수수료", right=True, rank=4),
            Column("첫해 비용", right=True, rank=9),
            Column("포트원", rank=5),
            Column("모듈", rank=2),
            Column("근거", rank=6),
        )
        rows = tuple(self._row(number, entry) for number, entry in enumerate(self._selection.qualified, 1))
        if self._sales_given:
            return Table(columns, rows)
        keep = [0, 1, 2, 5, 6, 7]
        return Table(
            tuple(columns[index] for index in keep),
            tuple(tuple(row[index] for index in keep) for row in rows),
        )

    def _row(self, number: int, entry: Qualified) -> tuple[str, ...]:
        cost = entry.cost
        cards = [line.pricing.text() for line in cost.lines if line.part[1] == "card"]
        shown = cards or [line.pricing.text() for line in cost.lines[:1]]
        return (
            f"{number}. {self._name(entry.gateway)}",
            " / ".join(dict.fromkeys(shown)),
            "모름" if cost.signup is None else "무료" if cost.signup == 0 else won(cost.signup),
            won_range(*cost.monthly) if cost.monthly else "모름",
            won_range(*cost.first_year) if cost.first_year else "모름",
            ",".join(version.upper() for version in sorted(entry.versions)),
            ", ".join(self._book.pg_methods.modules[name].name for name in entry.modules),
            self._mark(entry),
        )

    def _mark(self, entry: Qualified) -> str:
        if entry.confidence == "disputed":
            return "출처 어긋남"
        return "모름 있음" if entry.unknowns else "확인됨"

    def _bars(self) -> Iterator[Block]:
        bars = [
            Bar(self._name(entry.gateway), *entry.cost.first_year, text=won_range(*entry.cost.first_year))
            for entry in self._selection.qualified
            if entry.cost.first_year
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
            yield Bullets((f"{line.label}: {line.pricing.text()}{monthly}", *line.pricing.remarks))
        notes = [note.text for name in first.modules for note in self._book.pg_methods.modules[name].notes]
        yield Bullets(tuple(dict.fromkeys([reason.text for reason in first.reasons] + notes)))
        if first.unknowns:
            yield Text("출처로는 알 수 없는 것:", "warn")
            yield Bullets(tuple(reason.text for reason in first.unknowns), "warn")
        yield from self._conflicts(first.conflicts, first.gateway)

    def _conflicts(self, names: tuple[str, ...], gateway: str) -> Iterator[Block]:
        if not names:
            return
        yield Text("출처가 어긋나는 것:", "warn")
        for name in names:
            conflict = self._book.conflicts.conflicts[name]
            yield Bullets(
                (
                    conflict.about,
                    *(f"{self._book.sources.sources[claim.source].title}: {claim.says}" for claim in conflict.claims),
                    f"이렇게 읽음: {conflict.why}",
                )
            )
        contacts = self._book.pg_methods.gateways[gateway].contacts
        asked = ", ".join(f"{contact.what} {contact.value}" for contact in contacts[:2])
        yield Text(f"물어볼 곳: {asked or '포트원 고객지원 cs@portone.io'}", "warn")

    def _combinations(self) -> Iterator[Block]:
        if self._selection.qualified:
            yield Heading("두 곳과 계약하면 더 싼 경우")
        else:
            yield Heading("여러 곳과 계약하면 모두 받을 수 있습니다")
        for number, entry in enumerate(self._selection.combinations, 1):
            yield from self._combination(number, entry)

    def _combination(self, number: int, entry: Combination) -> Iterator[Block]:
        names = " + ".join(self._name(gateway) for gateway in entry.gateways)
        yield Text(f"{number}) {names} (포트원 {entry.version.upper()})")
        file = self._book.pg_methods
        carried = [
            f"{self._name(gateway)}: "
            + ", ".join(need.label(file) for need, carrier in entry.assignment if carrier == gateway)
            for gateway in entry.gateways
        ]
        costs = []
        if entry.monthly:
            costs.append(f"월 수수료 {won_range(*entry.monthly)}")
        if entry.signup is not None:
            costs.append(f"가입비 합 {won(entry.signup)}")
        if entry.first_year:
            costs.append(f"첫해 {won_range(*entry.first_year)} (VAT 포함)")
        if entry.saves_first_year:
            costs.append(f"한 곳보다 첫해 약 {won(entry.saves_first_year)} 적음")
        unknown = [reason.text for reason in entry.unknowns]
        disputed = ["출처가 어긋나는 곳이 있어 문의 필요"] if entry.confidence == "disputed" else []
        yield Bullets((*carried, *costs, *unknown, *disputed))

    def _portone_plan(self) -> Iterator[Block]:
        plan = self._selection.portone_plan
        if plan is None:
            text = "포트원 이용료: 월 매출을 알려 주면 계산합니다 (결제대행사 수수료와 별도)."
        elif plan == 0:
            text = "포트원 이용료: 이 규모에서는 무료 (결제대행사 수수료와 별도)"
        else:
            text = f"포트원 이용료: 월 {won(plan)} (VAT 별도, 결제대행사 수수료와 별도)"
        yield Text("")
        yield Text(text)

    def _rejected(self) -> Iterator[Block]:
        known = [entry for entry in self._selection.rejected if not self._only_unknown(entry.reasons)]
        asking = [entry for entry in self._selection.rejected if self._only_unknown(entry.reasons)]
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
            reasons = " / ".join(reason.text for reason in entry.reasons)
            groups.setdefault(reasons, []).append(self._name(entry.gateway))
        return Bullets(tuple((", ".join(names), reasons) for reasons, names in groups.items()))

    @staticmethod
    def _only_unknown(reasons: tuple[Reason, ...]) -> bool:
        return all(reason.code == "unknown" for reason in reasons)

    def _sources(self) -> Iterator[Block]:
        best = self._selection.recommended
        shown = best.sources if best else self._selection.sources
        items = []
        for name in shown:
            source = self._book.sources.sources[name]
            items.append((f"{source.title} ({source.checked} 확인)", source.url))
        yield Bullets(tuple(items[:12]))
        if len(items) > 12:
            yield Text(f"그 밖의 출처 {len(items) - 12}건: portone-guide rules sources", "dim")


def show_selection(selection: Selection, book: RuleBook, *, plain: bool) -> None:
    """Print the answer."""
    from portone_guide.terminal.show import show

    show(selection_screen(selection, book), plain=plain)
