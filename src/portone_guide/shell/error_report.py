"""An error as one JSON object on standard error (its schema: docs/schemas/error.json)."""

from typing import Literal, TypedDict

from portone_guide.rules.json_types import NotEmpty
from portone_guide.shell.exits import CommandError, ErrorCode
from portone_guide.terminal.out import in_short
from portone_guide.terminal.text import clean


class ErrorDetails(TypedDict):
    """What a person would read without ``--json``, with a code."""

    code: ErrorCode
    message: NotEmpty
    """What is wrong; rule files and plan files: a line for each mistake."""
    hint: str | None
    """What to do about it; null: the message says that already."""
    flag: str | None
    """The flag that has to be written or written otherwise; null: none, or more than one would do."""


class ErrorReport(TypedDict):
    """Ends a command in place of its answer; the exit code is that without ``--json``."""

    schema_version: Literal[1]
    error: ErrorDetails


def error_report(error: CommandError) -> ErrorReport:
    """Return an error for a program."""
    return {
        "schema_version": 1,
        "error": {
            "code": error.code,
            "message": clean(in_short(error.message)),
            "hint": clean(in_short("\n".join(error.hints))) or None,
            "flag": error.flag and clean(in_short(error.flag)),
        },
    }
