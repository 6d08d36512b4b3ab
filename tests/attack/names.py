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

from portone_guide.rules.book import FILE_KINDS, model_of
from portone_guide.rules.checks.cross_check import cross_check
from portone_guide.rules.errors import Problem, RuleFileError
from portone_guide.rules.loader import shipped_files
from portone_guide.rules.models.fields import Id, Known, Reference, Vocabulary
from portone_guide.rules.reading.shape import check_shape, field_types
from portone_guide.rules.reading.yaml_text import Document, KeyPath, read

Sort = Literal["reference", "vocabulary", "word", "given"]


class Name(NamedTuple):
    """Where a name stands in a file: as a value, or as the key of what stands at ``path``.

    ``table`` is where a reference or a word of a vocabulary is looked for.
    """

    kind: str
    path: KeyPath
    key: bool
    text: str
    sort: Sort
    table: str = ""


@cache
def documents() -> dict[str, Document]:
    """Return the shipped files, each parsed and not yet of a shape."""
    return {kind: read(path, f"{kind}.yaml") for kind, path in shipped_files().items()}


@cache
def _files() -> dict[str, Any]:
    return {kind: check_shape(document, model_of(kind)) for kind, document in documents().items()}


@cache
def every_name() -> tuple[Name, ...]:
    """Return every name of every file."""
    return tuple(
        Name(kind, path, key, text, *found)
        for kind, document in documents().items()
        for path, key, text, found in _names(document.value, model_of(kind), ())
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
    """Return what is told where these names (all of one file) are misspelt, each at the place of the right one."""
    changed = sorted(changed, key=lambda name: -len(name.path))  # the inner ones first: their paths still hold
    document = documents()[changed[0].kind]
    value = copy.deepcopy(document.value)
    texts = {name.text for name in every_name()}
    renamed: dict[KeyPath, str] = {}
    chosen: dict[str, str] = {}
    for name in changed:
        *way, last = name.path
        inner = value
        for step in way:
            inner = inner[step]
        new = chosen.get(name.text) or misspelt(name.text, texts)
        chosen[name.text] = new
        texts.add(new)
        if name.key:
            items = [(new if key == last else key, item) for key, item in inner.items()]
            inner.clear()
            inner.update(items)
            renamed[name.path] = new
        else:
            inner[last] = new
    places = {
        tuple(renamed.get(path[: at + 1], step) for at, step in enumerate(path)): place
        for path, place in document.places.items()
    }
    return _problems(changed[0].kind, Document(document.file, value, places))


def _problems(kind: str, document: Document) -> list[Problem]:
    found: list[Problem] = []
    files = {name: file for name, file in _files().items() if name != kind}
    try:
        files[kind] = check_shape(document, model_of(kind))
    except RuleFileError as error:
        found += error.problems
    return [
        *found,
        *cross_check({name: files[name] for name in FILE_KINDS if name in files}, {**documents(), kind: document}),
    ]


def not_told(changed: Iterable[Name]) -> list[str]:
    """Return those of the misspelt names of one file of which nothing is told at their place.

    Of a name that is given there, it is also told where somebody misses it.
    """
    changed = list(changed)
    problems = problems_of(changed)
    at = {(problem.file, problem.line, problem.column) for problem in problems}
    said = {part for problem in problems for quoted in problem.message.split("'")[1::2] for part in parts(quoted)}
    return [
        f"{name.kind}.yaml:{'.'.join(map(str, name.path))}"
        for name in changed
        if (documents()[name.kind].file, *documents()[name.kind].place(name.path)) not in at
        and not (name.sort == "given" and name.text in said)
    ]
