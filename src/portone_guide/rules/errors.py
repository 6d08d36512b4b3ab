"""Errors of a rule file or plan file, each with its place."""

from typing import NamedTuple

_SHOWN = 40


def shown(text: str) -> str:
    """Return what stands in a file as a message quotes it: on one line, and no longer than a line can be."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= _SHOWN else line[: _SHOWN - 3] + '...'}'"


class Problem(NamedTuple):
    """One thing that is wrong in a file: where (1-based line and column) and what to write instead."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class RuleFileError(Exception):
    """One or more problems in rule files; the program ends with exit code 4."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
