"""What the tests of a room's faces read in its source: the codes that it gives, and who takes rule files."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent.parent / "src" / "portone_guide"


class Given(NamedTuple):
    """A call of `because`: the code that it gives, and the names of its facts."""

    code: str
    facts: tuple[str, ...]


CAUTIONS = tuple(
    f"gateways/{name}.py"
    for name in (
        "barriers",
        "cautions",
        "conditions",
        "hosting",
        "industries",
        "limits",
        "settle",
        "signing",
        "versions",
    )
)
"""Where it is judged what can keep a merchant from opening, for every room."""


def codes_given(*places: str) -> set[str]:
    """Return the code of every ``because("...")`` in some files or folders of the package."""
    return {given.code for given in reasons_given(*places)}


def reasons_given(*places: str) -> list[Given]:
    """Return every reason that some files or folders of the package can give."""
    found = []
    for place in places:
        path = SOURCE / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for scope in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(scope, ast.FunctionDef):
                    found += _reasons_in(scope, file)
    return found


def _reasons_in(function: ast.FunctionDef, file: Path) -> Iterator[Given]:
    assigned = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "because":
            names = (keyword.arg for keyword in node.keywords)
            facts = tuple(name for name in names if name and name not in {"sources", "conflicts"})
            codes = _texts(node.args[0], assigned)
            assert codes, f"{file}:{node.lineno}: a code is written out"
            yield from (Given(code, facts) for code in codes)


def _texts(value: ast.expr | None, assigned: Mapping[str, ast.expr]) -> list[str]:
    """What an expression can be: a text, one of two, or a name that was given one of them before."""
    match value:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, assigned) + _texts(other, assigned)
        case ast.Name(id=name):
            return _texts(assigned.get(name), assigned)
    return []
