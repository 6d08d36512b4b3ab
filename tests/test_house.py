"""The house: what stands where, held over every file (docs/architecture.md says it in words)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT, shipped

SOURCE = ROOT / "src" / "portone_guide"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "templates" not in path.parts)
KOREAN = re.compile("[ㄱ-ㆎ가-힣]")
# Where sentences for people may stand, and where Korean is read. ``rules/`` has the errors of rule files and the names
# of codes.
SAYS = re.compile(r"(words|screen|questions|command|korean_\w+)\.py$|^(app|commands)\.py$|^(terminal|rules)/")
# What shows an answer and nothing else.
FACES = re.compile(r"(screen|report|words|calendar|markdown)\.py$")
BOOKS = re.compile(r"\b(RuleBook|\w+File)\b")


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def faces() -> list[Path]:
    return [path for path in FILES if FACES.search(place(path)) and not place(path).startswith(("rules/", "terminal/"))]


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """Return the strings that stand alone: of a module, a class, a function, or under an attribute."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def korean_literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    skipped = docstrings(tree)
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in skipped else ""
        if isinstance(text, str) and KOREAN.search(text):
            yield f"{place(path)}:{getattr(node, 'lineno', 0)}: {text}"


def test_korean_stands_only_where_people_are_spoken_to() -> None:
    found = [text for path in FILES if not SAYS.search(place(path)) for text in korean_literals(path)]
    assert found == []


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("path", faces(), ids=place)
def test_a_face_takes_the_answer_and_no_rule_file(path: Path) -> None:
    for function in functions(path):
        for argument in [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]:
            kind = ast.unparse(argument.annotation) if argument.annotation else ""
            assert not BOOKS.search(kind), f"{place(path)}:{function.lineno}: {function.name}({argument.arg}: {kind})"
            assert argument.arg not in {"book", "file"}, f"{place(path)}:{function.lineno}: {argument.arg}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in {"portone_guide.rules.book", "portone_guide.rules.loader"}
            assert not any(BOOKS.fullmatch(name.name) or name.name == "decide" for name in node.names)
            assert not (node.module or "").endswith("decide"), f"{place(path)}: a face decides nothing"


def test_no_gateway_is_named_in_python() -> None:
    names = set(shipped().pg_methods.gateways) | set(shipped().pg_methods.modules)
    assert "kcp" in names
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        skipped = docstrings(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node not in skipped and node.value in names:
                pytest.fail(f"{place(path)}:{node.lineno}: {node.value}")


def test_text_leaves_by_one_door() -> None:
    """What others wrote is cleaned there, and a stream that can't be written to is noticed there."""
    found = []
    for path in (path for path in FILES if not place(path).startswith("terminal/")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called in {"print", "typer.echo", "click.echo"} or re.match(
                r"sys\.std(out|err)\.(write|buffer)", called
            ):
                found.append(f"{place(path)}:{node.lineno}: {called}")  # type: ignore[attr-defined]
    assert found == []


def test_files_and_functions_are_small() -> None:
    long_files = [place(path) for path in FILES if len(path.read_text("utf-8").splitlines()) > 250]
    long_functions = [
        f"{place(path)}:{function.name}"
        for path in FILES
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > 40
    ]
    assert (long_files, long_functions) == ([], [])


@pytest.mark.parametrize(
    "arguments",
    [
        "select-pg --one-time card --tier general --json",
        "checklist --goods physical --one-time card --json",
        "next-steps --gateway kpn --one-time card --json",
        "need-new-mid --gateway nice --change add_billing --json",
        "go-live --json",
        "compare nice kcp --json",
        "fees --json",
        "report --json",
        "rules show nice --json",
        "rules sources --json",
        "rules conflicts --json",
        "rules check --json",
        "plan show --json",
        "questions select-pg --json",
        "questions --json",
        "--json",
        "--help",
        "select-pg --help",
    ],
)
def test_an_answered_command_loads_nothing_that_it_does_not_need(arguments: str) -> None:
    command = [sys.executable, "-c", _LOADED, *arguments.split()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)  # the first run may fill the cache
    loaded = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stderr.split()
    assert not set(loaded) & {"pydantic", "rich", "yaml", "questionary", "jinja2", "icalendar", "holidays"}


_LOADED = """
import sys
from portone_guide.app import run
code = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
