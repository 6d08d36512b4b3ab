"""The command lines that stand on what the program prints, taken from there as a person copies them."""

import json
import re
from collections.abc import Iterator

_WORD = r"(?:'[^']*'|\"[^\"]*\"|[A-Za-z0-9_./:=+@%,-])+"
_LINE = re.compile(rf"portone-guide(?!\.\w)(?: {_WORD})*(?: > {_WORD})?")
# What may stand behind a command: the end, a mark, a blank of prose, or a particle that hangs on it.
_ENDS = re.compile(r"$|[.,)\]\"'`<]|  |\n| *\\?\n")
_SAID_OF = re.compile(r"portone-guide(를|의|가|로)|portone-guide [0-9]|쓰는 법: portone-guide[^-]*\[플래그\]")


def strings(value: object) -> Iterator[str]:
    """Yield every text in a JSON value."""
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(item)


def printed(text: str) -> Iterator[str]:
    """Yield each command line; one that goes on with a word that nobody can type is told whole."""
    for line in re.sub(r" \\\n\s+", " ", text).split("\n"):
        if line.startswith('{"'):
            for string in strings(json.loads(line)):
                yield from printed(string)
            continue
        if _SAID_OF.search(line):
            continue
        for found in _LINE.finditer(line):
            if found.start() and line[found.start() - 1] in "/.@-":
                continue  # an address, a file, a folder
            command = found[0].rstrip(".,")
            rest = line[found.start() + len(command) :]
            yield command if _ENDS.match(rest) else command + rest
