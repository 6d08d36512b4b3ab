"""What a check is given, and what it tells."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from portone_guide.rules.book import RuleBook, model_of
from portone_guide.rules.checks.walk import Mention, mentions, rows
from portone_guide.rules.reading.yaml_text import KeyPath


class Wrong(NamedTuple):
    """One thing that is wrong: in which kind of file, at which path, and what to write instead."""

    kind: str
    path: KeyPath
    message: str


class NotReadError(Exception):
    """A check asked for a file that could not be read: it has nothing more to say."""


class ReadFiles(RuleBook):
    """The rule files that could be read, each of its shape, not yet checked against each other."""

    def __init__(self, files: Mapping[str, Any]) -> None:
        super().__init__(self._file)
        self.by_kind = files

    def _file(self, kind: str) -> Any:
        if kind not in self.by_kind:
            raise NotReadError(kind)
        return self.by_kind[kind]

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where each file names a row of a table, by kind."""
        return {kind: list(mentions(file, model_of(kind), ())) for kind, file in self.by_kind.items()}

    @cached_property
    def rows(self) -> dict[str, list[tuple[KeyPath, Any]]]:
        """Every row of each file with its path, by kind."""
        return {kind: list(rows(file, ())) for kind, file in self.by_kind.items()}


Check = Callable[[ReadFiles], Iterator[Wrong]]


def twice(kind: str, path: KeyPath, field: str, names: Iterable[str]) -> Iterator[Wrong]:
    """Yield each row of a list that is about the same thing (``field``) as a row before it."""
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in seen:
            message = f"같은 사실이 두 번 있습니다: '{name}' (먼저 {seen[name] + 1}번째 행)"
            yield Wrong(kind, (*path, index, field), message)
        seen.setdefault(name, index)
