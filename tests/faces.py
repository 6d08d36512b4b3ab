"""What the tests of a room's faces read in its source: the codes that it gives, and who takes rule files."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "portone_guide"
_FACES = ("screen", "report", "words", "calendar", "markdown", "gantt")
_RULES = {"portone_guide.rules.book", "portone_guide.rules.loader"}


def codes_given(*places: str) -> set[str]:
    """Return the code of every ``because("...")`` in some files or folders of the package."""
    found = set()
    for place in places:
        path = SOURCE / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "because":
                    code = node.args[0]
                    assert isinstance(code, ast.Constant), f"{file}:{node.lineno}: a code is written out"
                    found.add(str(code.value))
    return found


def faces_with_rules(room: str) -> list[str]:
    """Return where the faces of a room import the rule book, or take it or a rule file."""
    return [place for file in _faces(room) for place in _rules_in(file)]


def _faces(room: str) -> list[Path]:
    faces = [file for file in sorted((SOURCE / room).glob("*.py")) if file.stem.rpartition("_")[2] in _FACES]
    assert faces, f"{room} has no face"
    return faces


def _rules_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (
            node.module in _RULES or any(name.name.endswith("File") for name in node.names)
        ):
            yield f"{file.name}:{node.lineno}: {node.module}"
        if isinstance(node, ast.arg) and node.arg in {"book", "file"}:
            yield f"{file.name}:{node.lineno}: {node.arg}"
