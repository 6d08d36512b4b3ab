"""A check is a file of its folder and a line in the table; a kind of rule file is a model and a line in the book."""

import ast
from pathlib import Path

from portone_guide.rules.book import ALL_KINDS, FILE_KINDS, model_of
from portone_guide.rules.checks import cross_check
from portone_guide.rules.errors import Problem
from portone_guide.rules.loader import data_directory
from portone_guide.rules.reading.shape import field_types
from support import shipped


def has_a_check(module: Path) -> bool:
    body = ast.parse(module.read_text("utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == "check" for node in body)


def test_every_check_is_in_the_table() -> None:
    modules = [path.stem for path in Path(cross_check.__file__).parent.glob("*.py") if has_a_check(path)]
    assert sorted(cross_check.CHECKS) == sorted(modules)


def test_every_kind_has_its_model_and_its_file() -> None:
    for kind in ALL_KINDS:
        assert field_types(model_of(kind))["kind"].__args__ == (kind,)
    assert {path.stem for path in data_directory().glob("*.yaml")} == set(FILE_KINDS)
    assert {path.stem for path in (data_directory() / "gateways").glob("*.yaml")} == set(shipped().pg_methods.gateways)


def test_a_file_that_could_not_be_read_silences_only_what_needs_it() -> None:
    def nowhere(kind: str, path: object, message: str) -> Problem:
        raise AssertionError(message)

    assert cross_check.cross_check({}, nowhere) == []
