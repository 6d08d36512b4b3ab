"""What holds for every command line that there is: no bug, no flood past the edge, no letter that a console lacks."""

import json
import re

import pytest
from rich.cells import cell_len

from command_lines import ENGLISH, Line, lines, parts, said

_CODES = {"0", "2", "3", "4", "5", "6"}
# Lines for programs and files, which no terminal may break.
_NO_SCREEN = {"--plain", "--format", "--footer", "--mail", "check", "plan"}


def _part(text: str, name: str, until: str) -> str:
    return text.partition(f"\n[{name}]\n")[2].rpartition(f"[{until}]\n")[0]


@pytest.mark.parametrize("command", sorted({line.arguments[:1] for line in lines()}), ids="".join)
def test_every_line_ends_as_promised(command: tuple[str, ...]) -> None:
    for line in lines():
        if line.arguments[:1] == command:
            text = said(line)
            code = text.partition("[exit ")[2].partition("]")[0]
            assert code in _CODES, text
            assert "Traceback" not in text
            text.encode("cp949")
            if code == "2":
                assert not ENGLISH.search(re.sub(r'"\w+":', "", parts(text).err)), text
            _holds(line, _part(text, "out", "err"))


def _holds(line: Line, out: str) -> None:
    if "--json" in line.arguments and out:
        assert next(iter(json.loads(out))) == "schema_version", line.name
    elif line.columns and not _NO_SCREEN & set(line.arguments):
        for text in out.split("\n"):
            assert cell_len(text) <= line.columns or " " not in text.strip(), f"{line.name}: {text}"


def test_there_are_enough_lines_and_no_two_are_the_same() -> None:
    names = [line.name for line in lines()]
    assert len(set(names)) == len(names) >= 300
