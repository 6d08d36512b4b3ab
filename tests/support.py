"""What several tests use: running the program inside this process, and the shipped rule files."""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from portone_guide.rules.book import RuleBook
from portone_guide.rules.reading import frozen
from portone_guide.rules.reading.cache import RuleText
from portone_guide.terminal.text import cells

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SCHEMAS = ROOT / "docs" / "schemas"

# A day after the content of every page that was read, none of them old yet; every fee block has begun by then.
CHECKED = date(2026, 8, 19)


class Run(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


@contextlib.contextmanager
def books_read_once() -> Iterator[None]:
    """Make the rows of one file's bytes once: nearly half of what a command takes that is run inside this process."""
    with mock.patch.object(frozen, "thaw", lru_cache(maxsize=128)(frozen.thaw)):
        yield


def run(*args: object, stdin: str = "") -> Run:
    """Run one command line in this process, without a terminal, and return its exit code and both outputs."""
    from portone_guide.app import run as run_arguments

    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(sys, "stdin", io.StringIO(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run_arguments([str(arg) for arg in args])
    return Run(int(code), out.getvalue(), err.getvalue())


def rule_texts(folder: Path) -> dict[str, RuleText]:
    """Return the rule files of a folder by their key, each named as it stands there."""
    texts = {path.stem: RuleText(path.name, path.read_bytes()) for path in sorted(folder.glob("*.yaml"))}
    for path in sorted((folder / "gateways").glob("*.yaml")):
        texts[f"gateway/{path.stem}"] = RuleText(path.name, path.read_bytes())
    return texts


@cache
def shipped() -> RuleBook:
    """Return the shipped rule book, loaded once."""
    from portone_guide.rules.loader import load

    return load()


def keeps_to_schema(name: str, value: Any) -> None:
    """Every key that the schema of a report tells is there with its type, and no other."""
    _validator(name).validate(value)


@cache
def _validator(name: str) -> Any:
    import jsonschema

    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def too_wide(text: str, columns: int) -> list[str]:
    """Return the lines wider than a terminal that are more than one word: an address stays whole."""
    return [line for line in text.splitlines() if cells(line.rstrip()) > columns and " " in line.strip(" -")]
