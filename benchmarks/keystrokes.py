"""Counts the keys that a person presses from ``portone-guide select-pg`` to an answer: arrows, space, Enter, letters.

``python benchmarks/keystrokes.py``: the real questions in their real order, answered by the shortest way through each
list; nothing is typed to narrow a list down.
"""

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any, Final
from unittest import mock

from portone_guide import app
from portone_guide.needs.question import NONE, UNKNOWN

SHOPS: Final[Mapping[str, Mapping[str, Any]]] = {
    "card only": {"goods": "physical", "platform": "self", "one_time": ["card"]},
    "a subscription service": {"goods": "digital", "platform": "self", "one_time": [], "billing": ["card"]},
    "two easy pays": {
        **{"goods": "physical", "platform": "self", "one_time": ["card"]},
        "easy_pay": ["kakaopay", "naverpay"],
    },
}
"""What is said; a list of methods that is not named here is "없음", another question "모르겠어요"."""


class Hand:
    """Answers a shop's questions and counts the keys."""

    says: Mapping[str, Any]
    keys: int

    def __init__(self, *ignored: Any) -> None:
        pass

    def ask(self, question: Any, options: Sequence[Any], default: Any, place: tuple[int, int]) -> Any:
        """Answer one question."""
        more = ["__back__", UNKNOWN] if place[0] > 1 else [UNKNOWN]
        match question.kind:
            case "one":
                answer = self.says.get(question.id, UNKNOWN)
                ways = [*(option.value for option in options), *more]
                at = ways.index(answer)
                self._press(min(at + 1, len(ways) - at) + 1)
            case "many":
                answer = self.says.get(question.id, [])
                self._press(_many([*(option.value for option in options), *more, NONE], answer))
            case _:
                answer = UNKNOWN
                self._press(max(1, len(options)))
        return answer

    def _press(self, keys: int) -> None:
        type(self).keys += keys

    def say(self, text: str) -> None:
        """Hear what is said before the questions."""

    def review(self, lines: Sequence[Any]) -> None:
        """Take the answers as they are: Enter."""
        self._press(1)

    def choose(self, text: str, options: Sequence[Any], rows: int | None = None) -> str:
        """Take the first way."""
        self._press(2)
        return str(options[0].value)


def _many(ways: Sequence[str], wanted: Sequence[str]) -> int:
    """Return the keys that tick some rows, the first being pointed at, or that take "없음"."""
    if not wanted:
        at = ways.index(NONE)
        return min(at, len(ways) - at) + 1
    keys, before = 1, 0
    for at in sorted(map(ways.index, wanted)):
        keys += at - before + 1
        before = at
    return keys


class _Person(io.StringIO):
    def isatty(self) -> bool:
        return True


def count(says: Mapping[str, Any]) -> tuple[int, int]:
    """Return the keys to an answer, and the exit code of the run."""
    hand = type("Hand", (Hand,), {"says": says, "keys": 0})
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        mock.patch("portone_guide.shell.interview.TerminalAsker", hand),
        mock.patch("portone_guide.terminal.prompts.TerminalAsker", hand),
        mock.patch.object(sys, "stdin", _Person()),
        contextlib.redirect_stdout(_Person()),
        contextlib.redirect_stderr(_Person()),
    ):
        code = app.run(["select-pg"])
    return hand.keys, int(code)


def main() -> int:
    """Print a line a shop; 1: a run did not end in an answer."""
    os.environ["COLUMNS"] = "80"
    codes = []
    for name, says in SHOPS.items():
        keys, code = count(says)
        codes.append(code)
        print(f"{name}: {keys} keys (exit {code})")
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
