"""The words for where something stands, and how much each weighs: colour repeats the word and never stands alone."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.terminal.blocks import Tone

_WEIGHTS: Final[Mapping[str, Tone]] = {
    **dict.fromkeys(("지원", "통과", "확인됨"), "good"),
    **dict.fromkeys(("모름", "확인", "확인 필요", "모름 있음", "어긋남", "출처 어긋남", "요율 어긋남"), "warn"),
    **dict.fromkeys(("안 함", "미흡"), "bad"),
}
_WORDS: Final = "|".join(sorted(_WEIGHTS, key=len, reverse=True))
_CELL: Final = re.compile(rf"({_WORDS})\*?(?= \(|$)")
_LINE: Final = re.compile(rf"(?:^\[|: )({_WORDS})(?=\]|$| - | \()")


def cell_tone(text: str) -> Tone:
    """Return the weight of a table's cell that says where something stands; any other cell is normal."""
    found = _CELL.match(text)
    return _WEIGHTS[found[1]] if found else "normal"


def states_in(line: str) -> Iterator[tuple[int, int, Tone]]:
    """Yield where a line says that something stands somewhere: ``[미흡] ...``, ``...: 통과 - ...``."""
    for found in _LINE.finditer(line):
        yield *found.span(1), _WEIGHTS[found[1]]
