"""What is tried: each attack yields one text a try, empty where the program held."""

import os
import pickle
import random
import re
import resource
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from portone_guide.rules import loader
from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import load, parse_files, shipped_files
from portone_guide.rules.reading.cache import RuleText
from support import run

Attack = Callable[[int, bool], Iterator[str]]
GUIDE: Final = f"{shlex.quote(sys.executable)} -m portone_guide"
CACHE: Final = "portone-guide"


def _said() -> str:
    book = load()
    return repr([getattr(book, kind) for kind in FILE_KINDS])


def _cache() -> Path:
    return Path(os.environ["XDG_CACHE_HOME"]) / CACHE


def flipped_bits_in_the_cache(seed: int, small: bool) -> Iterator[str]:
    """One bit of one file of the cache: every file of the book is what it was."""
    right = _said()
    whole = _cache().with_name("whole")
    shutil.copytree(_cache(), whole)
    yield from _flips(right, _cache(), whole, random.Random(seed), 10 if small else 200)


def flipped_bits_in_the_wheel(seed: int, small: bool) -> Iterator[str]:
    """The same of the book that a wheel brings."""
    right = _said()
    folder, whole = Path("book").absolute(), Path("whole").absolute()
    loader.write_book(folder)
    shutil.copytree(folder, whole)
    loader.shipped_book = lambda: folder
    shutil.rmtree(_cache())
    yield from _flips(right, folder, whole, random.Random(seed), 10 if small else 200)


def _flips(right: str, folder: Path, whole: Path, draw: random.Random, tries: int) -> Iterator[str]:
    for _ in range(tries):
        shutil.rmtree(_cache(), ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        file = draw.choice(sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size))
        data = bytearray(file.read_bytes())
        bit = draw.randrange(8 * len(data))
        data[bit // 8] ^= 1 << bit % 8
        file.write_bytes(data)
        try:
            yield "" if _said() == right else f"{file.name}: bit {bit} gave another book"
        except Exception as error:  # the attack goes on
            yield f"{file.name}: bit {bit}: {type(error).__name__}"


class _Bomb:
    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> object:
        return Path.touch, (self._mark,)


def planted_pickles(seed: int, small: bool) -> Iterator[str]:
    """A program in place of each file of the cache: it does not run."""
    right = _said()
    for number, file in enumerate(sorted(path for path in _cache().rglob("*") if path.is_file())):
        mark = Path(f"mark{number}").absolute()
        file.write_bytes(pickle.dumps(_Bomb(mark)))
        yield "" if _said() == right and not mark.exists() else f"{file.name}: was run"


def misspelt_names(seed: int, small: bool) -> Iterator[str]:
    """Every name of every rule file, all of one sort and then some alone: told at its place, or where it is missed."""
    from attack.names import Name, every_name, is_named, not_told

    names = [name for name in every_name() if name.sort != "given" or is_named(name)]
    sorts: dict[tuple[object, ...], list[Name]] = {}
    for name in () if small else names:
        own = (name.path[0], name.key) if name.sort == "vocabulary" else ()
        sorts.setdefault((name.kind, name.sort, *own), []).append(name)
    for together in sorts.values():
        failed = not_told(together)
        yield from failed
        yield from [""] * (len(together) - len(failed))
    for name in random.Random(seed).sample(names, 40 if small else 400):
        yield "".join(not_told([name]))


def mutated_rule_files(seed: int, small: bool) -> Iterator[str]:
    """One to three random changes of a shipped file: it loads, or each mistake is told with its place."""
    from rules.test_broken_rule_files import LOCATED, mutate

    texts = {kind: RuleText(f"{kind}.yaml", path.read_bytes()) for kind, path in shipped_files().items()}
    for number in range(20 if small else 500):
        draw = random.Random(f"{seed} {number}")
        kind = draw.choice(sorted(FILE_KINDS))
        data = texts[kind].data
        for _ in range(draw.randint(1, 3)):
            data = mutate(data, draw)
        try:
            parse_files({**texts, kind: RuleText(f"{kind}.yaml", data)})
            yield ""
        except RuleFileError as error:
            yield "" if all(LOCATED.fullmatch(str(told)) for told in error.problems) else f"{kind}: seed {number}"
        except Exception as error:  # the attack goes on
            yield f"{kind}: seed {number}: {type(error).__name__}"


def large_rule_files(seed: int, small: bool) -> Iterator[str]:
    """Files of four megabytes, each hard in its way: answered in 5 s of work, 300 MB and about a hundred lines."""
    for name, data in list(_large_files())[:: 4 if small else 1]:
        Path("my.yaml").write_bytes(data)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        try:
            told = _shell(f"{GUIDE} rules check my.yaml", seconds=60)
        except subprocess.TimeoutExpired:
            yield f"{name}: over a minute"
            continue
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds, lines = used.ru_utime - before, told.stderr.count(b"\n")
        held = told.returncode in {0, 4} and lines <= 103 and seconds <= 5 and used.ru_maxrss < 300_000
        yield "" if held else f"{name}: code {told.returncode}, {lines} lines, {seconds:.1f} s, {used.ru_maxrss} KB"


def _large_files() -> Iterator[tuple[str, bytes]]:
    shipped = {kind: path.read_text("utf-8").rstrip() + "\n" for kind, path in shipped_files().items()}
    rows: Mapping[str, tuple[str, str]] = {
        "unknown keys": ("kind: fees\n", "k{n}: 1\n"),
        "one key again": ("kind: fees\n", "kind: fees\n"),
        "anchors": ("kind: fees\n", "a{n}: &x 1\n"),
        "long keys": ("kind: fees\n", "'" + "q" * 200 + "{n}': 1\n"),
        "empty values": ("kind: fees\nfees:\n", "  a{n}:\n"),
        "a long list": ("kind: fees\nvat:\n", "- a\n"),
        "lists in lists": ("kind: fees\nvat:\n", "- [[[[[a]]]]]\n"),
        "comments": ("kind: fees\n", "# x\n"),
        "pages that nothing uses": (
            shipped["sources"],
            "  page/x{n}:\n    title: t\n    url: https://example.com/{n}\n    checked: 2026-08-19\n",
        ),
        "wrong pages": (shipped["sources"], "  page/x{n}:\n    title: t\n    url: http://x\n    checked: 2026-08-99\n"),
        "conflicts of nobody": (
            shipped["conflicts"],
            "  zz{n}:\n    about: x\n    claims: [{{source: nope, says: x}}]\n    used: nope2\n    why: x\n",
        ),
        "steps of nowhere": (
            "kind: roadmap\nstages: {{test: x}}\nsteps:\n",
            "  s{n}: {{stage: test, title: x, actor: merchant, what: x, sources: [nope]}}\n",
        ),
        "one gateway again": (
            "kind: industries\nways_out: []\nindustries:\n  travel:\n    name: x\n    status: reviewed\n    why: x\n"
            "    source: help/start\n    gateways:\n",
            "      - {{gateway: nice}}\n",
        ),
        "one platform row again": (
            "kind: terms\namount_limits: {{}}\nquick_opening: {{}}\nquick_opening_excludes: []\nconditions: {{}}\n"
            "platforms:\n  self:\n    name: x\n    source: help/start\n    gateways:\n",
            "      - {{gateway: nice, methods: [card], types: [one_time], source: help/start}}\n",
        ),
    }
    for name, (head, row) in rows.items():
        for share in (0.3, 0.6, 1.0):  # some are refused for the number of their values: those below that are harder
            yield (
                f"{name}, {share:.0%}",
                _filled(head.replace("{{", "{").replace("}}", "}"), row, int(4_000_000 * share)),
            )
    yield "brackets", b"kind: fees\nvat: " + b"[" * 3_900_000
    yield "one text", b"kind: fees\nvat:\n  rate: " + b"x" * 3_900_000
    yield "escapes", b'kind: fees\nvat:\n  rate: "' + b"\\n" * 1_900_000 + b'"\n'
    yield "spaces", b"kind: fees\n" + b" " * 3_900_000
    yield "too large", b"x" * 4_000_001


def _filled(head: str, row: str, size: int) -> bytes:
    parts, room = [head], size - len(head.encode())
    for number in range(size):
        part = row.format(n=number)
        room -= len(part)
        if room < 0:
            break
        parts.append(part)
    return "".join(parts).encode()


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
            told = _shell(way.format(f"{GUIDE} {command}"), **environment)
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


def _shell(line: str, *, seconds: float = 120, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


ATTACKS: Final[Mapping[str, Attack]] = {
    attack.__name__.replace("_", " "): attack
    for attack in (
        flipped_bits_in_the_cache,
        flipped_bits_in_the_wheel,
        planted_pickles,
        misspelt_names,
        mutated_rule_files,
        large_rule_files,
        broken_streams,
        text_of_others,
    )
}
