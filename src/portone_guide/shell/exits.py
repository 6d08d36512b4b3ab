"""Exit codes and the errors that a command ends with."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says (design: httpie-like small table)."""

    OK = 0
    BUG = 1
    USAGE = 2
    NEEDS_ANSWERS = 3
    BAD_RULES = 4
    BAD_PLAN = 5
    CHECK_FAILED = 6
    INTERRUPTED = 130


class CommandError(Exception):
    """Ends the command: lines for the person, an exit code for the script."""

    def __init__(self, code: Exit, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.code = code
        self.lines = lines
