"""The gateways' own files put together with the general ones: one table each, and where each of its rows stands."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from portone_guide.rules.errors import Problem
from portone_guide.rules.models.gateway import GatewayFile
from portone_guide.rules.models.merchant_id import VerdictRow
from portone_guide.rules.reading.yaml_text import Document, KeyPath

# Of each table of the gateways' files: the kind and the field that it becomes a part of.
BY_GATEWAY: Final = {
    "conditions": ("terms", "conditions"),
    "contract": ("contracts", "gateways"),
    "quick_opening": ("terms", "quick_opening"),
    "limits": ("terms", "amount_limits"),
    "test_money": ("channels", "test_money"),
    "untestable": ("channels", "untestable"),
    "merchant_id": ("merchant_ids", "synonyms"),
    "routes": ("merchant_ids", "routes"),
}
BY_NAME: Final = {  # of a module, a paper, a conflict: the names are of one gateway
    "papers": ("contracts", "documents"),
    "module_notes": ("pg_methods", "module_notes"),
    "test": ("channels", "test"),
    "live_fields": ("channels", "live_fields"),
    "live_differences": ("channels", "live_differences"),
    "samples": ("code_samples", "samples"),
    "conflicts": ("conflicts", "conflicts"),
}


class _Origin(NamedTuple):
    """Where a part of a table stands."""

    document: Document
    path: KeyPath


class Joined:
    """The tables of the book, made of files that each have their shape; ``problems`` is what does not fit together.

    ``documents`` and ``gateways`` are those that could be read. Where a gateway's file could not, ``lacking`` is
    set: what is then not found may stand there.
    """

    def __init__(
        self, general: Mapping[str, Any], gateways: Mapping[str, GatewayFile], documents: Mapping[str, Document]
    ) -> None:
        self.tables = dict(general)
        self.problems: list[Problem] = []
        self._documents = documents
        self._origins: dict[tuple[str, KeyPath], _Origin] = {}
        for key, file in _in_order(gateways, general.get("pg_methods")):
            self._add(file, documents[key])
        if disputed := general.get("conflicts"):  # a gateway's own come first: they are the nearer ones
            merged = self.tables["conflicts"].conflicts
            own = {name: row for name, row in merged.items() if name not in disputed.conflicts}
            self.tables["conflicts"] = disputed._replace(conflicts={**own, **disputed.conflicts})

    def problem(self, kind: str, path: KeyPath, message: str) -> Problem:
        """Return a problem of a table with its place in the file that says it."""
        for length in range(len(path), 0, -1):
            if origin := self._origins.get((kind, path[:length])):
                return origin.document.problem((*origin.path, *path[length:]), message)
        return self._documents[kind].problem(path, message)

    def _add(self, file: GatewayFile, document: Document) -> None:
        for name, (kind, field) in BY_GATEWAY.items():
            if rows := getattr(file, name):
                self._put(kind, field, file.gateway, rows, _Origin(document, (name,)))
        for name, (kind, field) in BY_NAME.items():
            for key, rows in getattr(file, name).items():
                own = self._owned(rows, file.gateway, _Origin(document, (name, key)))
                self._put(kind, field, key, own, _Origin(document, (name, key)))
        self._add_verdicts(file, document)
        self._add_contacts(file, document)

    def _put(self, kind: str, field: str, key: str, rows: Any, origin: _Origin) -> None:
        table = self.tables.get(kind)
        if table is None:  # its general file could not be read
            return
        known = getattr(table, field)
        if key in known:
            message = f"다른 파일에도 있는 이름입니다: '{key}' - 하나를 지우세요"
            self.problems.append(origin.document.problem(origin.path, message))
        self.tables[kind] = table._replace(**{field: {**known, key: rows}})
        self._origins[kind, (field, key)] = origin

    def _owned(self, row: Any, gateway: str, origin: _Origin) -> Any:
        """Return a row of one gateway's file as a row of that gateway; others have no gateways."""
        if not hasattr(row, "gateways"):
            return row
        if row.gateways:
            message = "적지 않습니다: 이 파일의 결제대행사에만 맞는 행입니다"
            self.problems.append(origin.document.problem((*origin.path, "gateways"), message))
        return row._replace(gateways=(gateway,))

    def _add_verdicts(self, file: GatewayFile, document: Document) -> None:
        table = self.tables.get("merchant_ids")
        if table is None:
            return
        rows = list(table.verdicts)
        for name, sources in file.shared_verdicts.items():
            said = _Origin(document, ("shared_verdicts", name))
            if shared := table.shared_verdicts.get(name):
                path: KeyPath = ("verdicts", len(rows))
                self._origins["merchant_ids", path] = _Origin(
                    self._documents["merchant_ids"], ("shared_verdicts", name)
                )
                self._origins["merchant_ids", (*path, "sources")] = said
                rows.append(VerdictRow(**shared._asdict(), sources=sources, gateways=(file.gateway,)))
            else:
                message = f"없는 이름입니다: '{name}' - merchant_ids.yaml의 shared_verdicts에 있는 이름을 적으세요"
                self.problems.append(document.problem(said.path, message))
        for index, row in enumerate(file.verdicts):
            origin = _Origin(document, ("verdicts", index))
            self._origins["merchant_ids", ("verdicts", len(rows))] = origin
            rows.append(self._owned(row, file.gateway, origin))
        self.tables["merchant_ids"] = table._replace(verdicts=tuple(rows))

    def _add_contacts(self, file: GatewayFile, document: Document) -> None:
        """Add whom to ask to what the table of the choice tells of a gateway."""
        choice = self.tables.get("pg_methods")
        if choice is None or file.gateway not in choice.gateways:
            return
        told = {**choice.gateways, file.gateway: choice.gateways[file.gateway]._replace(contacts=file.contacts)}
        self._origins["pg_methods", ("gateways", file.gateway, "contacts")] = _Origin(document, ("contacts",))
        self.tables["pg_methods"] = choice._replace(gateways=told)


def _in_order(gateways: Mapping[str, GatewayFile], choice: Any) -> Iterator[tuple[str, GatewayFile]]:
    """Yield the files in the order in which the table of the choice has their gateways."""
    order = {name: place for place, name in enumerate(choice.gateways)} if choice else {}
    yield from sorted(gateways.items(), key=lambda entry: order.get(entry[1].gateway, len(order)))
