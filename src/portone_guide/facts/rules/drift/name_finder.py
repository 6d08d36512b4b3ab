"""Finds names in a text: one pattern in which names that begin alike share their beginning."""

import re
from typing import Any, Final

from portone_guide.facts.rules.drift.korean_tokens import NEEDS, code_spans, tokens_of
from portone_guide.facts.rules.drift.korean_ways import steps_of
from portone_guide.facts.rules.drift.pages import Names

_END: Final = ""
_LONGEST: Final = 2_000
_ALONE_BEFORE: Final = r"(?<![A-Za-z0-9_.\-/@])"
_ALONE_AFTER: Final = r"(?![A-Za-z0-9_\-@])"
_Tree = dict[str, Any]


class NameFinder:
    """Finds the names that count in a text; a space may stand anywhere in one."""

    def __init__(self, names: Names) -> None:
        tree: _Tree = {}
        for name in {*names.meant, *map(str.casefold, NEEDS)}:
            node = tree
            for letter in name:
                node = node.setdefault(letter, {})
            node[_END] = {}
        self._found = re.compile(_pattern(tree, "", first=True) or r"(?!)", re.I)

    def values(self, text: str) -> list[str]:
        """Return the values in a text: numbers, codes, addresses, then names, then the steps of ways through menus."""
        if len(text) <= _LONGEST:
            return self._values(text)
        parts = (text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST))
        return [value for part in parts for value in self._values(part)]

    def _values(self, text: str) -> list[str]:
        codes, text = code_spans(text)
        steps = steps_of(text)
        found: list[str] = []
        rest: list[str] = []
        at = 0
        for name in self._found.finditer(text):
            found.append(name[0])
            rest += [text[at : name.start()], " "]
            at = name.end()
        return [*codes, *tokens_of("".join([*rest, text[at:]])), *found, *steps]


def _pattern(tree: _Tree, before: str, *, first: bool = False) -> str:
    """Return a pattern for what may follow a letter, the longest name first; one in Latin letters stands alone."""
    options = []
    for letter, node in sorted(tree.items(), reverse=True):  # the end of a name comes last
        if letter == _END:
            options.append(_ALONE_AFTER if before.isascii() and before.isalnum() else "")
        else:
            alone = _ALONE_BEFORE if first and letter.isascii() and letter.isalnum() else ""
            space = "" if first else r"\s?"
            options.append(f"{alone}{space}{re.escape(letter)}{_pattern(node, letter)}")
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
