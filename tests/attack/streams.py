"""Broken streams, and text of others that would move a cursor."""

import re
from collections.abc import Iterator, Mapping

from attack.programs import GUIDE, shell
from support import run


def broken_streams(seed: int, small: bool) -> Iterator[str]:
    """Commands at streams that are closed, full, left by their reader, or without Korean letters."""
    from test_streams import COMMANDS

    ways: Mapping[str, tuple[str, set[int], int]] = {
        "{0} | true; exit ${{PIPESTATUS[0]}}": ("", {0}, 0),
        "{0} > /dev/full": ("", {7}, 1),
        "{0} >&-": ("", {7}, 1),
        "{0} <&-": ("", {0}, 0),
        "{0} 2>&-": ("", {0}, 0),
        "{0} 2>/dev/full": ("", {0}, 0),
        "{0} | cat; exit ${{PIPESTATUS[0]}}": ("ascii", {0}, 0),
        "{0} | cat ; exit ${{PIPESTATUS[0]}}": ("latin-1", {0}, 0),
    }
    for command in COMMANDS[::5] if small else COMMANDS:
        for way, (encoding, codes, lines) in ways.items():
            environment = {"PYTHONIOENCODING": encoding} if encoding else {}
            told = shell(way.format(f"{GUIDE} {command}"), **environment)
            held = told.returncode in codes and told.stderr.count(b"\n") <= lines
            yield "" if held else f"{command} {way} {encoding}: code {told.returncode}, {told.stderr[:80]!r}"


def text_of_others(seed: int, small: bool) -> Iterator[str]:
    """Control codes wherever a text can be given: none comes out, and no run ends with a bug."""
    from attack.evil import EVIL, HIDDEN

    places = (
        ("select-pg", "--one-time"),
        ("select-pg", "--one-time", "card", "--as-of"),
        ("next-steps", "--gateway"),
        ("next-steps", "--gateway", "nice", "--one-time", "card", "--format"),
        ("need-new-mid", "--gateway", "nice", "--change"),
        ("need-new-mid", "--value"),
        ("checklist", "--one-time", "card", "--url"),
        ("checklist", "--footer", "--trade-name"),
        ("checklist", "--footer", "--address"),
        ("compare",),
        ("fees", "--sort"),
        ("rules", "check"),
        ("rules", "show"),
        ("questions",),
        ("done",),
        ("plan", "show", "--plan"),
        (),
    )
    evils = [
        letter.replace("\0", "?") for letter in re.findall(r"\x1b\][^\x07]*\x07|\x1b\[[^a-zA-Z]*[a-zA-Z]|.", EVIL, re.S)
    ]
    for place in places:
        for evil in evils[:: 9 if small else 1]:
            for shape in ((), ("--json",), ("--plain",)):
                told = run(*place, f"a{evil}b", *shape)
                held = told.code != 1 and not (HIDDEN - {"\n"}) & set(told.out + told.err)
                yield "" if held else f"{place} {evil!r} {shape}: code {told.code}"
