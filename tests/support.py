"""What several tests use: running the program inside this process, and the shipped rule files."""

import contextlib
import io
import sys
import types
import typing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from portone_guide.rules.book import RuleBook

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SCHEMAS = ROOT / "docs" / "schemas"

# The day on which the shipped copies of the pages were read; every fee block has begun by then.
CHECKED = date(2026, 8, 19)


class Run(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


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


@cache
def shipped() -> RuleBook:
    """Return the shipped rule book, loaded once."""
    from portone_guide.rules.loader import load

    return load()


def assert_of_type(value: Any, declared: Any) -> None:
    """Every key that a TypedDict declares is there with its type, and no other: what it lacks would not come back."""
    from pydantic import TypeAdapter

    assert TypeAdapter(_for_pydantic(declared)).validate_python(value, strict=True) == value


def _for_pydantic(declared: Any) -> Any:
    """Return a type with the TypedDicts of ``typing_extensions`` in it: before Python 3.12 pydantic takes no others."""
    import typing_extensions

    if typing.is_typeddict(declared):
        hints = typing.get_type_hints(declared, include_extras=True)
        fields = {name: _for_pydantic(hint) for name, hint in hints.items()}
        return typing_extensions.TypedDict(declared.__name__, fields, total=declared.__total__)
    origin, parts = typing.get_origin(declared), typing.get_args(declared)
    if origin in {None, typing.Literal}:
        return declared
    first, *rest = map(_for_pydantic, parts)
    return (typing.Union if origin is types.UnionType else origin)[(first, *rest) if rest else first]
