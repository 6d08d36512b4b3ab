"""Answers a shell that asks what may stand next, in the way that the shell reads it."""

import os
import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any, Final

from portone_guide.completion.candidates import Candidate, candidates
from portone_guide.shell.context import load_rules
from portone_guide.terminal.out import say_bytes

ASKED: Final = "_PORTONE_GUIDE_COMPLETE"
"""The variable by which a shell asks; its value is the shell's name."""
_LINE: Final = "_PORTONE_GUIDE_LINE"
_BROKEN_AT: Final = r"^.*[=:]"


def answer_shell(root: Any, environment: Mapping[str, str] = os.environ) -> None:
    """Print what may stand at the end of the line that the shell has."""
    words, word = _split(environment.get(_LINE, ""))
    found = candidates(root, words[1:], word, load_rules(None))
    say_bytes("".join(f"{line}\n" for line in _lines(environment[ASKED], word, found)).encode())


def _split(line: str) -> tuple[list[str], str]:
    """Return the words of a line before the one that is begun, and that one; an open quotation is of it."""
    for closing in ("", "'", '"'):
        try:
            words = shlex.split(line + closing)
        except ValueError:
            continue
        begun = bool(line) and (not line[-1].isspace() or bool(closing))
        return (words[:-1], words[-1]) if begun and words else (words, "")
    return [], ""


def _lines(shell: str, word: str, found: list[Candidate]) -> Iterator[str]:
    """Yield each candidate as a shell takes it; bash breaks words at ``=`` and ``:``, and shows no explanations."""
    for each in dict.fromkeys(found):
        told = " ".join(each.told.split())
        match shell:
            case "bash":
                cut = re.match(_BROKEN_AT, word)
                yield each.value[cut.end() :] if cut and each.value.startswith(cut[0]) else each.value
            case "zsh":
                value = each.value.replace(":", r"\:")
                yield f"{value}:{told}" if told else value
            case _:
                yield f"{each.value}\t{told}" if told else each.value
