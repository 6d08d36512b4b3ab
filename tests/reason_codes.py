"""Which reasons the code gives, read from its source: every call of `because` with its code and its facts."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import portone_guide

SOURCE = Path(portone_guide.__file__).parent


class Given(NamedTuple):
    """A call of `because`: the code that it gives, and the names of the facts."""

    code: str
    facts: tuple[str, ...]


def reasons_given(paths: Iterable[str]) -> list[Given]:
    """Return every reason that the files or folders under `src/portone_guide` can give."""
    found = []
    for path in (SOURCE / name for name in paths):
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found += _in_tree(ast.parse(file.read_text("utf-8")))
    return found


def _in_tree(tree: ast.Module) -> Iterator[Given]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
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
                    yield from (Given(code, facts) for code in _texts(node.args[0], assigned))


def _texts(value: ast.expr, assigned: dict[str, ast.expr]) -> list[str]:
    """What an expression can be: a text, one of two, or a name that was given one of them before."""
    match value:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, assigned) + _texts(other, assigned)
        case ast.Name(id=name):
            return _texts(assigned[name], assigned)
    raise AssertionError(f"a code must be written out: {ast.unparse(value)}")
