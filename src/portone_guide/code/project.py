"""The whole tree: its files, and what an expression can be, followed through names and imports."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from portone_guide.code.expression import (
    FAR,
    WRAPPERS,
    At,
    Fields,
    Value,
    merged_fields,
    returns,
    spread,
    with_fields,
)
from portone_guide.code.script import Bound, Imported
from portone_guide.code.source import Source
from portone_guide.code.trees import Node

_SUFFIXES: Final = ("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".vue", "/index.ts", "/index.tsx", "/index.js")


class Project:
    """All files that were read, by path."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    @cached_property
    def _by_name(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = {}
        for path, source in self.sources.items():
            found.setdefault(PurePosixPath(path).stem, []).append(source)
        return found

    def imported(self, source: Source, imported: Imported) -> At | None:
        """Return what an import brings, where the module is a file of the tree."""
        target = self._module(source.path, imported.module)
        if not target or not target.script or target is source:
            return None
        script = target.script
        if imported.name == "default" and "default" in script.exports:
            return At(target, script.exports["default"])
        bounds = [bound for bound in script.names.get(imported.name, ()) if bound.scope is script.root]
        value = bounds[0].value if bounds else next(iter(script.named_functions.get(imported.name, ())), None)
        return At(target, value) if value else None

    def imported_by(self, source: Source) -> Iterator[Source]:
        """Yield the files of the tree that a file imports."""
        for module in {imported.module for imported in source.script.imports.values()} if source.script else ():
            target = self._module(source.path, module)
            if target:
                yield target

    def _module(self, path: str, module: str) -> Source | None:
        if module.startswith("."):
            folder = PurePosixPath(path).parent
            parts: list[str] = list(folder.parts)
            for part in module.split("/"):
                if part == "..":
                    parts = parts[:-1]
                elif part != ".":
                    parts.append(part)
            base = "/".join(parts)
            return next((self.sources[base + end] for end in _SUFFIXES if base + end in self.sources), None)
        tail = module.lstrip("@~/").partition("/")[2] if module.startswith(("@", "~")) else ""
        named = self._by_name.get(PurePosixPath(tail).name, ()) if tail else ()
        fitting = [one for one in named if one.path.rpartition(".")[0].endswith(tail)]
        return fitting[0] if len(fitting) == 1 else None

    def fields(self, at: At, far: int = 0) -> Fields | None:
        """Return the fields of an object, followed through names; None: it can't be told."""
        source, node = at
        script = source.script
        if far > FAR or script is None:
            return None
        if node.kind == "object":
            return self._own_fields(at, far)
        if node.kind in WRAPPERS and node.children:
            return self.fields(At(source, node.children[0]), far + 1)
        if node.kind == "ternary_expression":
            return merged_fields([self.fields(At(source, part), far + 1) for part in node.children[1:]])
        if node.kind == "call_expression":
            return self._returned(at, far)
        if node.kind in {"identifier", "shorthand_property_identifier"}:
            found = merged_fields([self.fields(one, far + 1) for one in self._behind(at)])
            return found and with_fields(
                found, [(key, At(source, value)) for key, value in script.members.get(at.text, ())]
            )
        if node.kind == "member_expression":
            return merged_fields([self.fields(one, far + 1) for one in self._member(at, far)])
        return None

    def _own_fields(self, at: At, far: int) -> Fields:
        source, node = at
        found = Fields({}, True)
        for part in node.children:
            if part.kind == "spread_element" and part.children:
                brought = merged_fields(
                    [fields for one in spread(At(source, part.children[0])) if (fields := self.fields(one, far + 1))]
                )
                found = with_fields(
                    found, [(k, v) for k, vs in (brought.entries if brought else {}).items() for v in vs]
                )
                found = found._replace(complete=found.complete and bool(brought and brought.complete))
            elif part.kind == "pair" and (key := part.child("key")) and (value := part.child("value")):
                found = with_fields(found, [(At(source, key).text.strip("\"'`[]"), At(source, value))])
            elif part.kind in {"shorthand_property_identifier", "method_definition"}:
                name = part.child("name") or part
                found = with_fields(found, [(At(source, name).text, At(source, part))])
        return found

    def _returned(self, at: At, far: int) -> Fields | None:
        """Return the fields of what a called function of the tree returns."""
        source, node = at
        script = source.script
        called, arguments = node.child("function"), node.child("arguments")
        name = script.dotted(called) if script else ""
        if name == "Object.assign" and arguments:
            return merged_fields([self.fields(At(source, part), far + 1) for part in arguments.children], every=True)
        bodies = [At(source, function) for function in (script.named_functions.get(name, ()) if script else ())]
        if (
            not bodies
            and script
            and name in script.imports
            and (brought := self.imported(source, script.imports[name]))
        ):
            bodies = [brought]
        return merged_fields([self.fields(one, far + 1) for body in bodies for one in returns(body)])

    def _behind(self, at: At) -> Iterator[At]:
        """Yield what a name stands for: its values, what callers give, what an import brings."""
        source, node = at
        script = source.script
        if script is None:
            return
        bounds = script.bounds(at.text, node)
        for bound in bounds:
            yield from self._bound(source, bound)
        if not bounds and at.text in script.imports and (brought := self.imported(source, script.imports[at.text])):
            yield brought

    def _bound(self, source: Source, bound: Bound) -> Iterator[At]:
        if bound.value and bound.key is None:
            yield At(source, bound.value)
        elif bound.value and bound.key:
            yield from self._keyed(At(source, bound.value), bound.key)
        elif bound.function:
            for given in self._callers(source, bound.function, bound.position):
                if bound.key:
                    yield from self._keyed(given, bound.key)
                else:
                    yield given

    def _keyed(self, at: At, key: str) -> Iterator[At]:
        fields = self.fields(at, 1)
        yield from fields.entries.get(key, ()) if fields else ()

    def _callers(self, source: Source, function: Node, index: int) -> Iterator[At]:
        """Yield what is given for a parameter, in this file and in those that import the function."""
        script = source.script
        if script is None:
            return
        for node in script.arguments_of_callers(function, index):
            yield At(source, node)
        name, file = script.name_of_function(function), PurePosixPath(source.path)
        named_by = file.parent.name if file.stem == "index" else file.stem
        for other in self.sources.values() if len(name) > 3 else ():
            if other is source or name not in other.text or named_by not in other.text or not other.script:
                continue
            for call in other.script.calls:
                if call.name.rpartition(".")[2] == name and len(call.arguments) > index:
                    yield At(other, call.arguments[index])

    def _member(self, at: At, far: int) -> Iterator[At]:
        """Yield what ``a.b`` can be."""
        source, node = at
        script = source.script
        owner, key = node.child("object"), node.child("property")
        if not script or not owner or not key:
            return
        name = script.of(key)
        if owner.kind == "this":
            yield from (At(source, value) for own, value in script.members.get("this", ()) if own == name)
            return
        fields = self.fields(At(source, owner), far + 1)
        yield from fields.entries.get(name, ()) if fields else ()

    def values(self, at: At, far: int = 0) -> list[Value]:
        """Return all that an expression can be, as far as it can be told."""
        from portone_guide.code.values import values_of

        return values_of(self, at, far)

    def targets(self, at: At, far: int) -> list[At]:
        """Return what a name or a member of an object stands for."""
        if at.node.kind == "member_expression":
            return list(self._member(at, far))
        return list(self._behind(at))
