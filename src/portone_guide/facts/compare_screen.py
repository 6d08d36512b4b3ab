"""Gateways side by side as a screen and as JSON: a column for each gateway or module."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from portone_guide.facts.comparison import Cell, Comparison, ModuleRow, Section
from portone_guide.facts.fees_screen import COLUMN_NAMES, fee_sources, rate_notes
from portone_guide.facts.rate_table import RateRow
from portone_guide.facts.rate_words import rate_text, vat_factor, vat_text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion, SalesTier
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES, method_name
from portone_guide.terminal.blocks import Block, Column, Command, Heading, Screen, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened, terminal_width

STATE_WORDS = {"yes": "지원", "no": "안 함", "unknown": "모름"}
DISPUTED = "어긋남"
ROLE_NAMES = {"general": "일반 PG", "easy_pay": "간편결제사", "overseas": "해외결제", "identity": "본인인증"}
_HEAD = 12  # the widest a column of states may get


class CompareView(NamedTuple):
    """The gateways to show and the rates of their tier; ``tier_given``: it was asked for."""

    book: RuleBook
    gateways: tuple[str, ...]
    rates: tuple[RateRow, ...]
    tier: SalesTier
    tier_given: bool
    on: date

    def tier_text(self) -> str:
        """Say whose card rates these are."""
        name = self.book.fees.tiers[self.tier].name
        return f"매출 구간 {name}" + ("" if self.tier_given else "(기본값. 다른 구간은 --tier)")


def state_word(cell: Cell) -> str:
    """Return a cell's state: 지원, 안 함, 모름 or 어긋남; ``*`` where one of two readings was chosen."""
    if not cell.conflicts:
        return STATE_WORDS[cell.supported]
    return DISPUTED if cell.supported == "unknown" else f"{STATE_WORDS[cell.supported]}*"


def state_legend(cells: Iterable[str]) -> Iterator[Block]:
    """Yield what the words mean, of those that were used."""
    words = set(cells)
    if words & {STATE_WORDS["unknown"]}:
        yield Text("모름: 출처가 말하지 않음 (안 된다는 뜻이 아님).", "dim")
    if any(word == DISPUTED or word.endswith("*") for word in words):
        yield Text("어긋남: 출처끼리 말이 다르고 정할 수 없음. *: 말이 다르지만 더 믿을 만한 쪽을 따름.", "warn")
        yield Text("근거와 다른 쪽의 말: portone-guide rules conflicts 결제대행사", "warn")


def versions_text(versions: Iterable[PortOneVersion], between: str = ",") -> str:
    """Return PortOne versions as ``V1,V2``."""
    return between.join(version.upper() for version in versions)


def compare_screen(view: CompareView, width: int | None) -> Screen:
    """Return the comparison; ``width`` None: never split a table."""
    return tuple(_Writer(view, width).blocks())


class _Writer:
    def __init__(self, view: CompareView, width: int | None) -> None:
        self._view = view
        self._file = view.book.pg_methods
        self._facts = Comparison(self._file, view.gateways)
        self._width = width
        # At 60 columns three modules stand side by side, at 80 four.
        self._label = 200 if width is None else max(10, min(20, width - 3 * (_HEAD + 3)))
        self._words: list[str] = []

    def blocks(self) -> Iterator[Block]:
        names = ", ".join(self._name(gateway) for gateway in self._view.gateways)
        yield Heading(f"{names} ({self._view.on} 기준)")
        if len(self._view.gateways) == 1:
            yield Text("한 곳만 적었습니다: 비교할 곳을 더 적으면 나란히 보입니다.")
        yield Text(f"요율: {self._view.tier_text()}. {vat_text(self._view.book, None)}")
        yield Text("")
        yield from blocks_that_fit(self._basics(), self._width)
        yield Text("")
        yield from rate_notes(self._view.book, self._view.rates)
        yield Heading("결제 모듈")
        yield from blocks_that_fit(self._module_table(), self._width)
        if any(self._file.modules[name].portone_conflict for name in self._facts.modules()):
            yield Text("* 포트원 버전의 지원 여부가 출처끼리 어긋남", "warn")
        for section in self._facts.sections():
            yield from self._section(section)
        yield Text("")
        yield from state_legend(self._words)
        yield from fee_sources(self._view.book, self._view.rates)
        yield Heading("다음에 할 일")
        for gateway in self._view.gateways:
            yield Command(f"portone-guide rules show {gateway}", f"{self._name(gateway)}의 모든 사실과 출처")

    def _basics(self) -> Table:
        gateways = [self._file.gateways[name] for name in self._view.gateways]
        columns = (Column(""), *(Column(facts.name, right=True) for facts in gateways))
        rows = [
            ("종류", *(ROLE_NAMES[facts.role] for facts in gateways)),
            ("상점아이디 이름", *(facts.merchant_id_label or STATE_WORDS["unknown"] for facts in gateways)),
        ]
        for name, title in COLUMN_NAMES.items():
            rows.append((title, *(rate_text(row.rates[name], signup=name == "signup") for row in self._view.rates)))
        return Table(columns, tuple(rows))

    def _module_table(self) -> Table:
        columns = (Column("모듈"), Column("이름"), Column("포트원"), Column("V1 코드"), Column("V2 코드"))
        limit = 16 if self._width and 80 <= self._width < 110 else 36
        rows = []
        for name in self._facts.modules():
            module = self._file.modules[name]
            versions = versions_text(module.portone) + ("*" if module.portone_conflict else "")
            rows.append(
                (name, shortened(module.name, limit), versions, module.v1_code or "-", module.v2_code or "-"),
            )
        return Table(columns, tuple(rows))

    def _section(self, section: Section) -> Iterator[Block]:
        yield Heading(f"{TYPE_NAMES[section.type]} - {STYLE_NAMES[section.style]} 방식")
        wallets = [row for row in section.rows if self._file.modules[row.module].purpose == "wallet"]
        rows = tuple(row for row in section.rows if row not in wallets)
        section = section._replace(rows=rows)
        alike = {method: section.alike(method) for method in section.methods} if rows else {}
        shown = [method for method in section.methods if alike.get(method) not in {"no", "unknown"}]
        if shown and rows:
            yield from blocks_that_fit(self._support_table(section, shown), self._width)
        by_wallet = {method for row in wallets for method, cell in row.cells.items() if _worth_telling(cell)}
        for state in ("no", "unknown"):
            alone = [method for method in section.methods if alike.get(method) == state and method not in by_wallet]
            names = [self._method(section, method) for method in alone]
            if names:
                yield Text(f"모두 {STATE_WORDS[state]}: {', '.join(names)}")
        for row in wallets:
            yield Text(self._wallet(section, row))

    def _support_table(self, section: Section, methods: list[str]) -> Table:
        cells = tuple(
            (
                shortened(self._method(section, method), self._label),
                *(state_word(row.cells[method]) for row in section.rows),
            )
            for method in methods
        )
        self._words += [word for line in cells for word in line[1:]]
        modules = [self._file.modules[row.module] for row in section.rows]
        if self._width is None:  # plain text says whose cell it is beside each cell
            titles = [
                f"{self._name(module.gateway)} {module.name} {versions_text(row.versions, '·')}"
                for module, row in zip(modules, section.rows, strict=True)
            ]
            return Table((Column(""), *map(Column, titles)), cells)
        titles = [shortened(self._name(module.gateway), _HEAD) for module in modules]
        heads = (
            ("모듈", *(self._module(row.module) for row in section.rows)),
            ("포트원", *(versions_text(row.versions) for row in section.rows)),
        )
        return Table((Column(""), *map(Column, titles)), (*heads, *cells))

    def _wallet(self, section: Section, row: ModuleRow) -> str:
        """Say what a module for a gateway's own wallet does: its list is short."""
        module = self._file.modules[row.module]
        said = [
            f"{self._method(section, method)} {state_word(cell)}"
            for method, cell in row.cells.items()
            if _worth_telling(cell)
        ]
        self._words += [state_word(cell) for cell in row.cells.values()]
        where = f"{self._name(module.gateway)} {module.name} 모듈(포트원 {versions_text(row.versions)})"
        return f"{where}: {', '.join(said) or STATE_WORDS['unknown']}"

    def _module(self, name: str) -> str:
        """Return a module's name, or the end of its id where the name is too long for a column."""
        title = self._file.modules[name].name
        return title if title == shortened(title, _HEAD) else name.partition(".")[2]

    def _method(self, section: Section, method: str) -> str:
        return method_name(section.type, method, self._file)

    def _name(self, gateway: str) -> str:
        return self._file.gateways[gateway].name


def _worth_telling(cell: Cell) -> bool:
    return cell.supported == "yes" or bool(cell.conflicts)


def compare_json(view: CompareView) -> dict[str, Any]:
    """Return the comparison as one JSON object."""
    from portone_guide.facts import report as json_facts

    file = view.book.pg_methods
    facts = Comparison(file, view.gateways)
    factor = vat_factor(view.book, True)
    used = [source for row in view.rates for rate in row.rates.values() for source in rate.sources]
    used += [source for name in facts.modules() for source in file.modules[name].sources]
    return {
        "schema_version": json_facts.SCHEMA_VERSION,
        "as_of": view.on.isoformat(),
        "tier": view.tier,
        "vat_percent": str(view.book.fees.vat.rate.high),
        "gateways": [
            {
                "gateway": row.gateway,
                "name": file.gateways[row.gateway].name,
                "role": file.gateways[row.gateway].role,
                "merchant_id_label": file.gateways[row.gateway].merchant_id_label,
                "rates": json_facts.rates_json(row, factor),
            }
            for row in view.rates
        ],
        "modules": [{"id": name, **json_facts.module_json(file.modules[name])} for name in facts.modules()],
        "support": [json_facts.section_json(section) for section in facts.sections()],
        "sources": json_facts.sources_json(used, view.book, view.on),
    }


def show_comparison(view: CompareView, *, plain: bool) -> None:
    """Print the comparison in the width of the terminal."""
    from portone_guide.terminal.show import show

    show(compare_screen(view, None if plain else terminal_width()), plain=plain)
