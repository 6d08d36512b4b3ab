"""Errors of a rule file or plan file, each with its place."""

from collections.abc import Sequence
from typing import Final, NamedTuple

MOST_FOUND: Final = 10_000
"""Nothing more is looked for in a file with so many mistakes."""
_MOST_TOLD = 100
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
        super().__init__(told_lines(self.problems))


def told(problems: Sequence[Problem]) -> tuple[Sequence[Problem], int]:
    """Return the problems that a person is told, and how many there are besides."""
    return problems[:_MOST_TOLD], max(0, len(problems) - _MOST_TOLD)


def told_lines(problems: Sequence[Problem]) -> str:
    """Return problems as a person is told them: a line each, and how many more there are."""
    first, more = told(problems)
    return "\n".join([*map(str, first), *([f"그 밖에 {_count(more, len(problems))}"] if more else [])])


def how_many(problems: Sequence[Problem]) -> str:
    """Return how many problems there are; nobody counted them to the end where there are very many."""
    return _count(len(problems), len(problems))


def _count(number: int, found: int) -> str:
    return f"{number:,}건{' 이상' if found >= MOST_FOUND else ''}"
