"""Exit codes and the errors that a command ends with."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final, Literal


class Exit(IntEnum):
    """What the exit code says (design: httpie-like small table)."""

    OK = 0
    BUG = 1
    USAGE = 2
    NEEDS_ANSWERS = 3
    BAD_RULES = 4
    BAD_PLAN = 5
    CHECK_FAILED = 6
    NO_OUTPUT = 7
    INTERRUPTED = 130


ErrorCode = Literal[
    "unknown_command",
    "unknown_flag",
    "wrong_usage",
    "wrong_value",
    "missing_extra",
    "needs_answers",
    "ruled_out",
    "bad_rules",
    "bad_plan",
    "plan_not_written",
    "file_not_written",
    "no_output",
    "interrupted",
    "bug",
]
"""What went wrong, for programs: finer than the exit code, which follows from it."""
EXITS: Final[Mapping[ErrorCode, Exit]] = {
    "unknown_command": Exit.USAGE,
    "unknown_flag": Exit.USAGE,
    "wrong_usage": Exit.USAGE,
    "wrong_value": Exit.USAGE,
    "missing_extra": Exit.USAGE,
    "needs_answers": Exit.NEEDS_ANSWERS,
    "ruled_out": Exit.USAGE,
    "bad_rules": Exit.BAD_RULES,
    "bad_plan": Exit.BAD_PLAN,
    "plan_not_written": Exit.BAD_PLAN,
    "file_not_written": Exit.USAGE,
    "no_output": Exit.NO_OUTPUT,
    "interrupted": Exit.INTERRUPTED,
    "bug": Exit.BUG,
}


class CommandError(Exception):
    """Ends the command: what is wrong and what to do about it for the person, codes for the script.

    ``flag`` is the flag that has to be written or written otherwise, where it is one.
    """

    def __init__(self, code: ErrorCode, message: str, *hints: str, flag: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hints = hints
        self.flag = flag

    @property
    def exit(self) -> Exit:
        """The exit code."""
        return EXITS[self.code]
