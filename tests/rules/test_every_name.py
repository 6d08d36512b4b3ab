"""No name in a rule file can be misspelt unnoticed: each names a row, is a word of a closed list, or is given there."""

from typing import Annotated, Any, get_args, get_origin

import pytest

from attack.names import Name, every_name, is_named, not_told
from portone_guide.rules.book import ALL_KINDS, model_of
from portone_guide.rules.models.fields import Id
from portone_guide.rules.reading.shape import field_types


def of(kind: str, *sorts: str) -> list[Name]:
    return [name for name in every_name() if name.kind == kind and name.sort in sorts]


@pytest.mark.parametrize("sort", ["reference", "word"])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_misspelt_name_is_told_at_its_place(kind: str, sort: str) -> None:
    """All at once; ``python tests/attack`` takes them one by one."""
    tables: dict[str, list[Name]] = {}
    for name in of(kind, sort):
        tables.setdefault(name.table, []).append(name)
    for names in tables.values():
        assert not_told(names) == []


@pytest.mark.parametrize("kind", ["fees", "conflicts"])
def test_every_misspelt_word_of_a_vocabulary_is_told_at_its_place(kind: str) -> None:
    """One table at once, values apart from keys: two misspelt alike would fit again."""
    tables: dict[Any, list[Name]] = {}
    for name in of(kind, "vocabulary"):
        tables.setdefault((name.path[0], name.key), []).append(name)
    assert tables
    for names in tables.values():
        assert not_told(names) == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_misspelt_name_of_a_row_is_missed_where_the_row_is_named(kind: str) -> None:
    if named := [name for name in of(kind, "given") if is_named(name)]:
        assert not_told(named) == []


def test_a_bare_id_only_gives_a_name() -> None:
    """Whatever names something has a type that says of which table, or which list, it is."""

    def bare(kind: Any, field: str) -> list[str]:
        if kind is Id:
            return [field]
        origin, inner = get_origin(kind), get_args(kind)
        if origin is dict:
            return bare(inner[1], field)
        if origin is Annotated:
            return bare(inner[0], field)
        if hasattr(kind, "_fields"):
            return [
                found
                for name, hint in field_types(kind).items()
                for found in bare(hint, f"{kind.__name__}.{name}")
                if not found.endswith(".id")
            ]
        return [found for option in inner for found in bare(option, field)]

    assert [found for kind in ALL_KINDS for found in bare(model_of(kind), kind)] == []


def test_there_are_names_of_every_sort() -> None:
    counts = {sort: sum(name.sort == sort for name in every_name()) for sort in ("reference", "word", "given")}
    assert counts["reference"] > 5000
    assert counts["word"] > 2000
    assert counts["given"] > 900
