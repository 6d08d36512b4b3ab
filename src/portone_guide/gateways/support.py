"""What a module supports: yes, no or unknown, and where that rests."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from portone_guide.gateways.families import Families
from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import PortOneVersion, Supported
from portone_guide.rules.models.method import Family, MethodsFile, Support


class Finding(NamedTuple):
    """Whether a need is covered, by which module, and what the answer rests on."""

    supported: Supported
    module: str | None = None
    conflicts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


_RANK = {"yes": 2, "unknown": 1, "no": 0}


def weighed(findings: Iterable[Finding]) -> Finding:
    """Return the best of what several rows or modules say of one need.

    That it is carried rests on the surest of them alone. That it is not rests on all of them: had another one been
    read differently, it would be, so their doubts are this one's too.
    """
    found = tuple(findings)
    best = max(found, key=lambda finding: (_RANK[finding.supported], not finding.conflicts))
    if best.supported == "yes":
        return best
    return best._replace(
        conflicts=tuple(dict.fromkeys((*best.conflicts, *(name for one in found for name in one.conflicts)))),
        sources=tuple(dict.fromkeys((*best.sources, *(page for one in found for page in one.sources)))),
    )


class SupportTable:
    """The support rows of all modules, indexed by cell."""

    def __init__(self, file: MethodsFile) -> None:
        self._file = file
        self._families = Families(file)

    @cached_property
    def modules_of(self) -> dict[str, list[str]]:
        """The modules of each gateway, in the order of the file."""
        found: dict[str, list[str]] = {gateway: [] for gateway in self._file.gateways}
        for name, module in self._file.modules.items():
            found[module.gateway].append(name)
        return found

    @cached_property
    def _cells(self) -> dict[tuple[str, str, str, str, str], Support]:
        return {
            (module, row.type, version, row.style, method): row
            for module, rows in self._file.support.items()
            for row in rows
            for version in row.portone
            for method in row.methods
        }

    def find(self, module: str, version: PortOneVersion, need: Need) -> Finding:
        """Return what is known of one need in one module and PortOne version.

        Without a row, what the module says of a wider method decides, or of a part of this one. Else the answer
        is Unknown, unless the module says that its list for the payment type is complete, or that it names every
        PortOne version it supports.
        """
        styles = [need.style] if need.style else ["window", "api"]
        return weighed(self._cell(module, version, need, style) for style in styles)

    def _cell(self, name: str, version: PortOneVersion, need: Need, style: str) -> Finding:
        found = self._row(name, version, need, style)
        if found is None and self._families.has(need.type, need.method):
            found = self._in_family(name, version, need, style)
        if found:
            return found
        module = self._file.modules[name]
        listed = version in module.portone
        closed = module.portone_complete if not listed else need.type in module.complete
        disputed = (module.portone_conflict,) if module.portone_conflict and not listed else ()
        return Finding("no" if closed else "unknown", name, disputed, module.sources)

    def _row(self, name: str, version: PortOneVersion, need: Need, style: str) -> Finding | None:
        """Return what a row says of the need itself."""
        row = self._cells.get((name, need.type, version, style, need.method))
        if row is None:
            return None
        of_version = self._file.modules[name].portone_conflict if version == "v2" else None
        conflicts = tuple(filter(None, (row.conflict, of_version)))
        noted = row.note and (not row.note_for or need.method in row.note_for)
        return Finding(row.supported, name, conflicts, row.sources, (row.note,) if row.note and noted else ())

    def _in_family(self, name: str, version: PortOneVersion, need: Need, style: str) -> Finding | None:
        """Return what the rows of wider methods say of the need, or those of its parts."""
        for wider, family in self._families.around(need.type, need.method):
            found = self._row(name, version, need._replace(method=wider), style)
            if found and found.supported != "no":
                supported = family.each if found.supported == "yes" else "unknown"
                return _by_family(found, supported, family)
        whole = self._families.of_parts(need.type, need.method)
        for member in whole.members if whole else ():
            part = need._replace(method=member)
            found = self._row(name, version, part, style) or self._in_family(name, version, part, style)
            if whole and found and found.supported == "yes":
                return _by_family(found, "yes", whole)
        return None

    def teams(self, gateway: str) -> Iterator[tuple[str, ...]]:
        """Yield the sets of modules that one contract can use side by side.

        An old and a new module of the same gateway are alternatives; modules with another purpose (identity
        verification, overseas, recurring) stand beside either.
        """
        names = self.modules_of[gateway]
        older = {self._file.modules[name].replaces: name for name in names if self._file.modules[name].replaces}
        if not older:
            yield tuple(names)
            return
        newest = tuple(name for name in names if name not in older)
        yield newest
        for old, new in older.items():
            yield tuple(name for name in names if name not in older or name == old if name != new)

    def best(self, team: Iterable[str], version: PortOneVersion, need: Need) -> Finding:
        """Return the best finding for a need in a team of modules."""
        return weighed(self.find(module, version, need) for module in self._concerned(team, need))

    def disputed(self, gateway: str, version: PortOneVersion, need: Need) -> Iterator[str]:
        """Yield what pages say differently about a need in any module that could be used for it, in use or not."""
        for module in self._concerned(self.modules_of[gateway], need):
            yield from self.find(module, version, need).conflicts

    def _concerned(self, team: Iterable[str], need: Need) -> list[str]:
        """Leave out the modules that are made for something else, unless the team has nothing nearer."""
        team, akin = list(team), self._families.akin(need.type, need.method)
        near = [
            name
            for name in team
            if self._file.modules[name].purpose == "payment"
            or any(row.type == need.type and not akin.isdisjoint(row.methods) for row in self._file.support[name])
        ]
        return near or team


def _by_family(found: Finding, supported: Supported, family: Family) -> Finding:
    """A doubt about a row is one about what is in it for sure; of what may be in it no page speaks."""
    sources = tuple(dict.fromkeys((*found.sources, family.source)))
    conflicts = found.conflicts if family.each == "yes" or family.whole else ()
    return Finding(supported, found.module, conflicts, sources, (family.note, *found.notes))
