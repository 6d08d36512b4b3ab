"""Rule files that are wrong, damaged or very large."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from attack.programs import guide
from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import parse_files, shipped_files
from portone_guide.rules.reading.cache import RuleText


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
    for name in random.Random(seed).sample(names, 8 if small else 400):
        yield "".join(not_told([name]))


def mutated_rule_files(seed: int, small: bool) -> Iterator[str]:
    """One to three random changes of a shipped file: it loads, or each mistake is told with its place."""
    from rules.test_broken_rule_files import LOCATED, mutate

    texts = {kind: RuleText(f"{kind}.yaml", path.read_bytes()) for kind, path in shipped_files().items()}
    for number in range(6 if small else 2_000):
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
    for name, data in list(_large_files())[:: 11 if small else 1]:
        Path("my.yaml").write_bytes(data)
        told = guide("rules", "check", "my.yaml")
        yield "" if told.bounded and told.code in {0, 4} else f"{name}: {told}"


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
