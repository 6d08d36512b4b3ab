"""Every name in every rule file, changed by one letter: is it told, at its place?

A name is a reference to a row of a table, of a vocabulary that a check of its own reads, a word of a closed list, or
given here. The last is told where it is missed: a row that no row and no program names may be called anything.
"""

import copy
import re
import types
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from portone_guide.rules.book import model_of
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.loader import shipped_files
from portone_guide.rules.models.fields import Id, Known, Reference, Vocabulary
from portone_guide.rules.reading.all_files import read_all
from portone_guide.rules.reading.cache import RuleText
from portone_guide.rules.reading.shape import field_types
from portone_guide.rules.reading.yaml_text import Document, KeyPath, read

Sort = Literal["reference", "vocabulary", "word", "given"]


class Name(NamedTuple):
    """Where a name stands in a file: as a value, or as the key of what stands at ``path``.

    ``file`` is the key of the file: its kind, or ``gateway/`` and whose it is. ``table`` is where a
    reference or a word of a vocabulary is looked for.
    """

    file: str
    path: KeyPath
    key: bool
    text: str
    sort: Sort
    table: str = ""

    @property
    def kind(self) -> str:
        """Of which kind the file is."""
        return self.file.partition("/")[0]


@cache
def documents() -> dict[str, Document]:
    """Return the shipped files, each parsed and not yet of a shape."""
    return {key: read(path, f"{key}.yaml") for key, path in shipped_files().items()}


@cache
def every_name() -> tuple[Name, ...]:
    """Return every name of every file, but for the lines that say which file it is: by them it is read at all."""
    return tuple(
        Name(file, path, key, text, *found)
        for file, document in documents().items()
        for path, key, text, found in _names(document.value, model_of(file.partition("/")[0]), ())
        if path not in {("kind",), ("gateway",)}
    )


def _names(value: Any, kind: Any, path: KeyPath) -> Iterator[tuple[KeyPath, bool, str, tuple[Sort, str]]]:
    origin = get_origin(kind)
    if isinstance(value, dict) and origin is dict:
        key_kind, item_kind = get_args(kind)
        for key, item in value.items():
            if sort := _sort(key_kind):
                yield (*path, key), True, key, sort
            yield from _names(item, item_kind, (*path, key))
    elif isinstance(value, list) and origin is tuple:
        for index, item in enumerate(value):
            yield from _names(item, get_args(kind)[0], (*path, index))
    elif isinstance(value, dict) and hasattr(kind, "_fields"):
        known = field_types(kind)
        for key, item in value.items():
            yield from _names(item, known.get(f"{key}_", known.get(key)), (*path, key))
    elif isinstance(value, str) and (sort := _sort(kind)):
        yield path, False, value, sort
    elif origin in {types.UnionType, typing.Union}:
        for option in get_args(kind):
            yield from _names(value, option, path)
    elif origin is Annotated:
        yield from _names(value, get_args(kind)[0], path)


def _sort(kind: Any) -> tuple[Sort, str] | None:
    """Return what a text of a type is: a name and of which table, or nothing of the kind."""
    if get_origin(kind) is Literal:
        return "word", ""
    for mark in get_args(kind)[1:] if get_origin(kind) is Annotated else ():
        if isinstance(mark, Reference):
            return "reference", mark.table
        if isinstance(mark, Vocabulary):
            return "vocabulary", mark.check
        if isinstance(mark, Known):
            return "given", ""
    return ("given", "") if kind is Id else None


def misspelt(name: str, among: Iterable[str]) -> str:
    """Return a name with one letter changed, that is not another name."""
    taken = set(among)
    letters = [at for at, letter in enumerate(name) if letter.isalnum()]
    others = (name[:at] + letter + name[at + 1 :] for at in reversed(letters) for letter in "qxzj7")
    return next(other for other in others if other not in taken and other != name)


_METHODS = {"any_method", "scope_method", "concern"}
_NAMED_AS = {
    **dict.fromkeys(("methods", "easy_pays", "overseas", "identity"), _METHODS),
    "industries": {"concern"},
    "steps": {"roads"},
    "separate_contracts": {"fees"},
}
"""By the table where a name is given: how rows name it, besides as the table's own."""


def is_named(name: Name) -> bool:
    """Tell whether some row names what is given here."""
    table = str(name.path[0])
    own = "roads" if (name.kind, table) == ("contracts", "gateways") else table
    alone = _given()[name.kind, name.text] == 1  # else a twin in another table is meant as well
    tables = {own, *(_NAMED_AS.get(table, ()) if alone else ())}
    return any(name.text in named for by, named in _named().items() if by in tables)


@cache
def _named() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in every_name():
        if name.table:
            found.setdefault(name.table, set()).update(parts(name.text))
    return found


@cache
def _given() -> Counter[tuple[str, str]]:
    return Counter((name.kind, name.text) for name in every_name() if name.sort == "given")


def parts(text: str) -> set[str]:
    """Return a name and what it is made of: ``easy_pay:payco``, ``signup_fee.japan``."""
    return {text, *re.split("[.:]", text)}


def problems_of(changed: Iterable[Name]) -> list[Problem]:
    """Return what is told where these names are misspelt, each at the place of the right one."""
    taken = {name.text for name in every_name()}
    chosen: dict[str, str] = {}
    for name in changed:
        if name.text not in chosen:
            chosen[name.text] = misspelt(name.text, taken)
            taken.add(chosen[name.text])
    files: dict[str, list[Name]] = {}
    for name in changed:
        files.setdefault(name.file, []).append(name)
    parsed = {**documents(), **{file: _changed(documents()[file], names, chosen) for file, names in files.items()}}
    try:
        read_all({key: RuleText(document.file, b"") for key, document in parsed.items()}, parsed)
    except RuleFileError as error:
        return list(error.problems)
    return []


def _changed(document: Document, names: list[Name], chosen: dict[str, str]) -> Document:
    value = copy.deepcopy(document.value)
    renamed: dict[KeyPath, str] = {}
    for name in sorted(names, key=lambda name: -len(name.path)):  # the inner ones first: their paths still hold
        *way, last = name.path
        inner = value
        for step in way:
            inner = inner[step]
        if name.key:
            items = [(chosen[name.text] if key == last else key, item) for key, item in inner.items()]
            inner.clear()
            inner.update(items)
            renamed[name.path] = chosen[name.text]
        else:
            inner[last] = chosen[name.text]
    places = {
        tuple(renamed.get(path[: at + 1], step) for at, step in enumerate(path)): place
        for path, place in document.places.items()
    }
    return document._replace(value=value, places=places)


def not_told(changed: Iterable[Name]) -> list[str]:
    """Return those of the misspelt names of which nothing is told at their place.

    Of a name that is given there, it is also told where somebody misses it.
    """
    changed = list(changed)
    problems = problems_of(changed)
    at = {(problem.file, problem.line, problem.column) for problem in problems}
    said = {part for problem in problems for quoted in problem.message.split("'")[1::2] for part in parts(quoted)}
    return [
        f"{name.file}.yaml:{'.'.join(map(str, name.path))}"
        for name in changed
        if (documents()[name.file].file, *documents()[name.file].place(name.path)) not in at
        and not (name.sort == "given" and name.text in said)
    ]
