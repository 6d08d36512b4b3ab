"""What the rule files rest on: each row that names a page, with its values and where they stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from portone_guide.facts.rules.drift.meaning import Meanings
from portone_guide.facts.rules.drift.name_finder import NameFinder
from portone_guide.rules.reading.yaml_text import Document, KeyPath

_PARTS = re.compile(r"[.:]")
_LONGEST = 60
_SOURCES = "sources"
_TEXTS = "texts"
_NAMES_A_TEXT = "="


class Leaf(NamedTuple):
    """One value of a row: what it is called, what it says and means in parts, and where it stands.

    Of a text that the row only names, it stands where the text does.
    """

    name: str
    text: str
    file: str
    line: int
    values: frozenset[str]


class _Text(NamedTuple):
    """A text that rows name, and where it stands."""

    text: str
    file: str
    line: int


class Citation(NamedTuple):
    """A row and a page that it rests on. ``owners`` are the companies that it is about, ``words`` all that it names."""

    source: str
    file: str
    line: int
    leaves: tuple[Leaf, ...]
    owners: frozenset[str]
    words: frozenset[str]

    @property
    def place(self) -> tuple[str, int, str]:
        """What tells it apart from others."""
        return self.file, self.line, self.source


def citations_in(
    documents: Iterable[Document], sources: frozenset[str], names: NameFinder, mean: Meanings
) -> Mapping[str, Sequence[Citation]]:
    """Return every citation by the page that it names."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    everywhere = tuple(documents)
    shared = {name: text for document in everywhere for name, text in _texts(document, everywhere=True)}
    for document in everywhere:
        if not isinstance(document.value, dict) or set(document.value) == {"kind", _SOURCES}:
            continue
        texts = {**shared, **dict(_texts(document, everywhere=False))}
        for citation in _Reader(sources, names, mean, texts).rows(document, document.value, ()):
            found[citation.source].append(citation)
    return found


def _texts(document: Document, *, everywhere: bool) -> Iterator[tuple[str, _Text]]:
    """Yield the texts of a file that rows name: those for all files, or for its own rows."""
    table = document.value.get(_TEXTS) if isinstance(document.value, dict) else None
    if isinstance(table, dict) and everywhere == (document.value.get("kind") == _TEXTS):
        for name, text in table.items():
            if isinstance(text, str):
                yield name, _Text(text, document.file, document.place((_TEXTS, name))[0])


class _Reader:
    def __init__(self, sources: frozenset[str], names: NameFinder, mean: Meanings, texts: Mapping[str, _Text]) -> None:
        self._texts = texts
        self._sources = sources
        self._names = names
        self._mean = mean

    def rows(self, document: Document, value: Any, path: KeyPath) -> Iterator[Citation]:
        """Yield the citations of a value and of all within it."""
        if isinstance(value, dict):
            cited = dict.fromkeys(self._cited(value))
            if cited:
                leaves = tuple(self._leaves(document, value, path, ()))
                owners, words = self._words(path, leaves, document.value.get("gateway"))
                for source in cited:
                    yield Citation(source, document.file, document.place(path)[0], leaves, owners, words)
            for key, item in value.items():
                yield from self.rows(document, item, (*path, key))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield from self.rows(document, item, (*path, number))

    def _cited(self, row: Mapping[str, Any]) -> Iterator[str]:
        for key, item in row.items():
            if isinstance(item, str) and item in self._sources:
                yield item
            elif isinstance(item, list):
                yield from (part for part in item if isinstance(part, str) and part in self._sources)
            if key in self._sources:
                yield key

    def _leaves(self, document: Document, value: Any, path: KeyPath, way: tuple[str, ...]) -> Iterator[Leaf]:
        """Yield the values of a row, but not those of a row within it that names a page of its own."""
        if isinstance(value, dict):
            for key, item in value.items():
                if not (isinstance(item, dict) and any(self._cited(item))):
                    yield from self._leaves(document, item, (*path, key), (*way, key))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if not (isinstance(item, dict) and any(self._cited(item))):
                    yield from self._leaves(document, item, (*path, number), way)
        elif isinstance(value, str) and value not in self._sources:
            said = self._texts.get(value[1:]) if value.startswith(_NAMES_A_TEXT) else None
            said = said or _Text(value, document.file, document.place(path)[0])
            tokens = [said.text, *self._names.values(said.text), *_PARTS.split(said.text)]
            named = " > ".join([*(str(step) for step in path[: len(path) - len(way)][1:]), *way])
            yield Leaf(named, *said, frozenset(self._mean.all_of(tokens)))

    def _words(self, path: KeyPath, leaves: Sequence[Leaf], whose: Any) -> tuple[frozenset[str], frozenset[str]]:
        steps = [part for step in path if isinstance(step, str) for part in _PARTS.split(step)]
        steps += [part for leaf in leaves for step in leaf.name.split(" > ") for part in _PARTS.split(step)]
        steps += [whose] if isinstance(whose, str) else []
        owners = {owner for step in steps for owner in self._owners(step)}
        owners |= {leaf.text for leaf in leaves if leaf.name.endswith("gateway")} & self._mean.firms
        words = {self._mean.of(step) for step in steps} | {value for leaf in leaves for value in leaf.values}
        return frozenset(owners), frozenset(words | owners)

    def _owners(self, step: str) -> Iterator[str]:
        if step in self._mean.firms:
            yield step
        elif "-" in step and (first := step.partition("-")[0]) in self._mean.firms:
            yield first


def what_of(leaf: Leaf) -> str:
    """Return a leaf in a line: what it is called and what it says."""
    text = leaf.text if len(leaf.text) <= _LONGEST else f"{leaf.text[: _LONGEST - 3]}..."
    return f"{leaf.name}: {text}"
