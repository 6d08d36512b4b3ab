"""Gateways side by side: what each module does, by payment type, style, method and PortOne version."""

from collections.abc import Iterable
from functools import cached_property

from portone_guide.facts.answer import Cell, ModuleRow, Section
from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import IntegrationStyle, PaymentType, PortOneVersion
from portone_guide.rules.models.method import MethodsFile
from portone_guide.rules.vocabulary import methods_of

# Every payment type in both styles; a one-time or overseas payment by API is shown only where a page speaks of it.
_SECTIONS: tuple[tuple[PaymentType, IntegrationStyle], ...] = (
    ("one_time", "window"),
    ("one_time", "api"),
    ("billing", "window"),
    ("billing", "api"),
    ("key_in", "window"),
    ("key_in", "api"),
    ("overseas", "window"),
    ("overseas", "api"),
    ("overseas_billing", "window"),
    ("overseas_billing", "api"),
    ("identity", "window"),
    ("identity", "api"),
)
# Shown for every gateway, whether or not a page names it.
_ALWAYS: dict[PaymentType, tuple[str, ...]] = {
    "one_time": ("card", "transfer", "virtual_account", "mobile", "gift_certificate"),
    "billing": ("card", "mobile"),
    "key_in": ("card", "virtual_account"),
    "overseas": ("card",),
    "overseas_billing": ("card",),
    "identity": (),
}
_OPTIONAL: tuple[tuple[PaymentType, IntegrationStyle], ...] = (("one_time", "api"), ("overseas", "api"))


class Comparison:
    """Sections for some gateways."""

    def __init__(self, file: MethodsFile, gateways: Iterable[str]) -> None:
        self._file = file
        self._gateways = tuple(gateways)
        self._support = SupportTable(file)

    def sections(self) -> tuple[Section, ...]:
        """Return a section for every payment type and style that these gateways' pages speak of."""
        found = (self._section(kind, style) for kind, style in _SECTIONS)
        return tuple(section for section in found if section)

    def modules(self) -> tuple[str, ...]:
        """Return the modules of the gateways, in the order of the file."""
        return tuple(name for gateway in self._gateways for name in self._support.modules_of[gateway])

    def best(self, gateway: str, kind: PaymentType, method: str, style: IntegrationStyle | None = None) -> Cell:
        """Return the best that any module of a gateway does, in any PortOne version and in ``style`` or either.

        A doubt is kept unless something undisputed says yes.
        """
        rank = {"yes": 2, "unknown": 1, "no": 0}
        styles: tuple[IntegrationStyle, ...] = (style,) if style else ("window", "api")
        cells = [
            self._cell(name, version, Need(kind, method, one))
            for name in self._concerned(gateway, kind)
            for version in self._file.modules[name].portone
            for one in styles
        ]
        return max(
            cells,
            key=lambda cell: (rank[cell.supported], bool(cell.conflicts) != (cell.supported == "yes")),
            default=Cell("unknown"),
        )

    def _section(self, kind: PaymentType, style: IntegrationStyle) -> Section | None:
        modules = [name for gateway in self._gateways for name in self._concerned(gateway, kind)]
        named = {
            method
            for name in modules
            for row in self._file.support[name]
            if row.type == kind and row.style == style
            for method in row.methods
        }
        if (kind, style) in _OPTIONAL and not named:
            return None
        methods = {
            method: name
            for method, name in methods_of(kind, self._file).items()
            if method in named or method in _ALWAYS[kind]
        }
        rows = tuple(row for name in modules for row in self._rows(name, kind, style, methods))
        return Section(kind, style, methods, rows) if methods else None

    def _rows(self, module: str, kind: PaymentType, style: IntegrationStyle, methods: Iterable[str]) -> list[ModuleRow]:
        found: dict[tuple[tuple[str, Cell], ...], list[PortOneVersion]] = {}
        for version in self._file.modules[module].portone:
            cells = tuple((method, self._cell(module, version, Need(kind, method, style))) for method in methods)
            found.setdefault(cells, []).append(version)
        return [ModuleRow(module, tuple(versions), dict(cells)) for cells, versions in found.items()]

    def _cell(self, module: str, version: PortOneVersion, need: Need) -> Cell:
        finding = self._support.find(module, version, need)
        own = self._conflicts.get((module, *need, version))
        # Whether the module works with a PortOne version at all is said once, beside the module.
        of_version = self._file.modules[module].portone_conflict
        return Cell(finding.supported, tuple(name for name in finding.conflicts if name == own or name != of_version))

    @cached_property
    def _conflicts(self) -> dict[tuple[str | None, ...], str | None]:
        """The conflict of each row that has one, by module, type, method, style and version."""
        return {
            (module, row.type, method, row.style, version): row.conflict
            for module, rows in self._file.support.items()
            for row in rows
            if row.conflict
            for method in row.methods
            for version in row.portone
        }

    def _concerned(self, gateway: str, kind: PaymentType) -> list[str]:
        """Leave out the modules that are made for something else, unless the gateway has nothing nearer."""
        names = self._support.modules_of[gateway]
        listed = [name for name in names if any(row.type == kind for row in self._file.support[name])]
        made_for = [name for name in names if self._file.modules[name].purpose == "payment"]
        if kind == "identity":
            return listed or made_for or names
        return [name for name in names if name in listed or name in made_for] or names
