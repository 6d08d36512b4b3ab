"""Programs stand in files, each a program of its language before it is filled; no Python module holds one."""

import ast
import importlib
import json
import re
from pathlib import Path

import pytest

import portone_guide.samples
from portone_guide.needs.requirements import Need
from portone_guide.samples.decide import offered, sample_files
from portone_guide.samples.program import TEMPLATES, Program, environment
from portone_guide.starter.files import files_of
from projects_offered import every_project
from support import shipped

FILES = sorted(path for path in TEMPLATES.rglob("*") if path.is_file() and path.suffix != ".pyc")
GRAMMARS = {
    ".js": ("javascript", "language"),
    ".jsx": ("javascript", "language"),
    ".ts": ("typescript", "language_typescript"),
    ".tsx": ("typescript", "language_tsx"),
    ".java": ("java", "language"),
    ".php": ("php", "language_php"),
}
PROGRAMS = [path for path in FILES if path.suffix in {".py", *GRAMMARS}]
SETTINGS = {"browser/values.json", "ruff.toml"}
TEXTS = {".html", ".css", ".json", ".txt", ".md", ".example", ".xml", ".properties", ""}
"""How the names end of files that Jinja reads as they are."""
MODULES = sorted(Path(portone_guide.samples.__file__).parent.glob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def test_every_file_is_of_a_known_kind() -> None:
    others = [path for path in FILES if path not in PROGRAMS and _name(path) not in SETTINGS]
    assert {path.suffix for path in others} <= TEXTS


@pytest.mark.parametrize("path", PROGRAMS, ids=_name)
def test_a_template_parses_as_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        ast.parse(text)
        return
    import tree_sitter

    package, function = GRAMMARS[path.suffix]
    grammar = getattr(importlib.import_module(f"tree_sitter_{package}"), function)
    parser = tree_sitter.Parser(tree_sitter.Language(grammar()))
    assert not parser.parse(text.encode()).root_node.has_error


def test_no_template_is_unused() -> None:
    for project in every_project():
        files_of(project)
    book = shipped()
    for module, row, method in offered(book.code_samples):
        for sample in sample_files(book, module, row, Need(row.type, method, row.style), "react"):
            assert sample.code
    suffixes = {path.suffix for path in FILES}
    filled = {name for suffix in suffixes for _, name in environment(suffix).cache}  # type: ignore[union-attr]
    assert filled == {_name(path) for path in FILES} - SETTINGS


def test_no_common_value_is_unused() -> None:
    from portone_guide.samples.browser import _CALLS

    values = json.loads((TEMPLATES / "browser" / "values.json").read_text("utf-8"))
    assert set(values) == {name for call in _CALLS.values() for name in call.takes}


def test_every_variable_that_a_row_names_is_made() -> None:
    """A row's ``$name`` is something that the page has: a parameter of its function, its reply, or made there."""
    book = shipped()
    for module, row, method in offered(book.code_samples):
        for sample in sample_files(book, module, row, Need(row.type, method, row.style), "js"):
            if sample.runs == "browser":
                for name in sample.program.values.get("variables", ()):
                    made = rf"const {name[1:]} =|pay\(\{{[^}}]*\b{name[1:]}\b"
                    assert re.search(made, sample.code), f"{module}: {name}"


def test_a_missing_value_is_an_error() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError, match="undefined"):
        Program("server/v2_charge.py", {}).text()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_holds_a_program_or_korean(path: Path) -> None:
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    for text in texts:
        assert not re.search("[가-힣]", text), text
        assert "\n" not in text or not re.search(r"\b(import|const|def|function|return) ", text), text
