"""One payment type and style of a comparison: a table, and in a line what needs no table."""

from collections.abc import Iterator

from portone_guide.facts.answer import Cell, ModuleRow, Section
from portone_guide.facts.compare.answer import SideBySide
from portone_guide.facts.support_words import STATE_WORDS, state_word, versions_text
from portone_guide.rules.models.fields import Supported
from portone_guide.rules.vocabulary import STYLE_NAMES, TYPE_NAMES
from portone_guide.terminal.blocks import Block, Column, Heading, Table, Text
from portone_guide.terminal.split_table import blocks_that_fit, shortened

_HEAD = 12  # the widest a column of states may get
_SAME: tuple[Supported, ...] = ("no", "unknown")  # where all modules agree on one of these, a line says it


class SectionWriter:
    """Writes a section. A module for a gateway's own wallet gets a line and no column: its list is short."""

    def __init__(self, section: Section, compared: SideBySide, width: int | None) -> None:
        wallets = tuple(row for row in section.rows if compared.modules[row.module].purpose == "wallet")
        self._wallets = wallets
        self._section = section._replace(rows=tuple(row for row in section.rows if row not in wallets))
        self._compared = compared
        self._width = width
        alike = {method: self._section.alike(method) for method in section.methods} if self._section.rows else {}
        self._shown = [method for method in section.methods if alike and alike[method] not in _SAME]
        self._same = {
            state: [method for method in section.methods if alike.get(method) == state and not self._in_wallet(method)]
            for state in _SAME
        }

    def told(self) -> Iterator[Cell]:
        """Yield the cells whose states are told one by one."""
        for row in self._section.rows:
            yield from (row.cells[method] for method in self._shown)
        for row in self._wallets:
            yield from row.cells.values()

    def blocks(self) -> Iterator[Block]:
        """Yield the section."""
        section = self._section
        yield Heading(f"{TYPE_NAMES[section.type]} - {STYLE_NAMES[section.style]} 방식")
        if self._shown:
            yield from blocks_that_fit(self._table(), self._width)
        for state, methods in self._same.items():
            if methods:
                names = ", ".join(section.methods[method] for method in methods)
                yield Text(f"모두 {STATE_WORDS[state]}: {names}")
        for row in self._wallets:
            yield Text(self._wallet(row))

    def _in_wallet(self, method: str) -> bool:
        return any(_worth_telling(row.cells[method]) for row in self._wallets)

    def _table(self) -> Table:
        """Return a column for each module, with the methods on which the modules differ."""
        section = self._section
        # At 60 columns three modules stand side by side, at 80 four.
        label = None if self._width is None else max(10, min(20, self._width - 3 * (_HEAD + 3)))
        cells = tuple(
            (shortened(section.methods[method], label), *(state_word(row.cells[method]) for row in section.rows))
            for method in self._shown
        )
        modules = [self._compared.modules[row.module] for row in section.rows]
        gateways = [self._compared.name(module.gateway) for module in modules]
        if self._width is None:  # plain text says whose cell it is beside each cell
            titles = [
                f"{gateway} {module.name} {versions_text(row.versions, '·')}"
                for gateway, module, row in zip(gateways, modules, section.rows, strict=True)
            ]
            return Table((Column(""), *map(Column, titles)), cells)
        heads = (
            ("모듈", *(self._module(row.module) for row in section.rows)),
            ("포트원", *(versions_text(row.versions) for row in section.rows)),
        )
        return Table((Column(""), *(Column(shortened(name, _HEAD)) for name in gateways)), (*heads, *cells))

    def _wallet(self, row: ModuleRow) -> str:
        """Say what a module for a gateway's own wallet does."""
        module = self._compared.modules[row.module]
        said = [
            f"{self._section.methods[method]} {state_word(cell)}"
            for method, cell in row.cells.items()
            if _worth_telling(cell)
        ]
        gateway = self._compared.name(module.gateway)
        where = f"{gateway} {module.name} 모듈(포트원 {versions_text(row.versions)})"
        return f"{where}: {', '.join(said) or STATE_WORDS['unknown']}"

    def _module(self, name: str) -> str:
        """Return a module's name, or the end of its id where the name is too long for a column."""
        title = self._compared.modules[name].name
        return title if title == shortened(title, _HEAD) else name.partition(".")[2]


def _worth_telling(cell: Cell) -> bool:
    return cell.supported == "yes" or bool(cell.conflicts)
