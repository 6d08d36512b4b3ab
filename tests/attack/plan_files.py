"""Plan files that are damaged, large, somebody else's or in an odd place."""

import os
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attack.programs import PLAN, comments_of, guide
from support import run

_LOCATED: Final = re.compile(r"[^\n]*\.yaml:\d+:\d+: ")


def mutated_plans(seed: int, small: bool) -> Iterator[str]:
    """Random changes of a plan file: it is used or each mistake has its place; a change leaves all comments there."""
    from rules.test_broken_rule_files import mutate

    for number in range(15 if small else 5000):
        draw = random.Random(f"{seed} {number}")
        data = PLAN.encode()
        for _ in range(draw.randint(1, 3)):
            data = mutate(data, draw)
        Path("p.yaml").write_bytes(data)
        first = run("select-pg", "--plan", "p.yaml", "--json")
        second = run("done", "apply", "--on", "2026-11-23", "--plan", "p.yaml")
        third = run("plan", "show", "--plan", "p.yaml")
        yield _of_a_mutated(data, Path("p.yaml").read_bytes(), [first, second, third])


def _of_a_mutated(before: bytes, after: bytes, told: list[object]) -> str:
    codes = [result.code for result in told]  # type: ignore[attr-defined]
    if not set(codes) <= {0, 3, 5}:
        return f"exit {codes}: {before!r}"
    if codes[1] == 5 and before != after:
        return f"changed though it can't be used: {before!r}"
    if codes[1] == 5 and not _LOCATED.match(told[1].err):  # type: ignore[attr-defined]
        return f"without a place: {told[1].err}"  # type: ignore[attr-defined]
    if codes[1] == 0 and (codes[2] or not comments_of(before) <= comments_of(after)):
        return f"a comment is lost: {before!r}"
    return ""


def odd_places(seed: int, small: bool) -> Iterator[str]:
    """What is no ordinary file, has an odd name or can't be looked at, as a plan: one clear error, and no harm."""
    os.mkfifo("fifo.yaml")
    Path("folder.yaml").mkdir()
    Path("loop.yaml").symlink_to("loop.yaml")
    Path("device.yaml").symlink_to("/dev/zero")
    Path("nowhere.yaml").symlink_to("no/such/folder/p.yaml")
    Path("file").write_text("x")
    Path("large.yaml").write_bytes(b"# " + b"x" * 4_000_000)
    Path("dangling.yaml").symlink_to("made.yaml")
    bad = ["fifo.yaml", "folder.yaml", "loop.yaml", "device.yaml", "file/p.yaml", "large.yaml", "", ".", "/", "a" * 300]
    bad += ["x\0y.yaml", "/proc/self/mem", "/dev/null", "/dev/stdin"]
    good = [
        "dangling.yaml",
        "빈 칸.yaml",
        "-x.yaml",
        "a\nb.yaml",
        "\x1b[2J.yaml",
        "\udcff.yaml",
        "ㄱ" * 70 + ".yaml",
        "%s{}.yaml",
    ]
    commands = (
        ["done", "apply"],
        ["plan", "show"],
        [],
        ["select-pg", "--one-time", "card", "--json"],
        ["checklist", "--json"],
    )
    run("done", "open", "--plan", "warm.yaml")
    for number, name in enumerate([*bad, "nowhere.yaml", *good]):
        for command in [commands[number % 2]] if small else commands:
            begun = time.perf_counter()
            told = run(*command, f"--plan={name}")
            seconds = time.perf_counter() - begun
            right = {5} if name in bad else {0, 3, 5} if name == "nowhere.yaml" else {0, 3}
            held = told.code in right and seconds < 5 and "Traceback" not in told.err and told.err.count("\n") < 6
            yield "" if held else f"{command} {name!r}: {told.code}, {seconds:.1f} s: {told.err[:150]!r}"
    for name in ("fifo.yaml", "folder.yaml", "device.yaml", "", ".", "../" + Path.cwd().name):
        told = run("plan", "reset", "--yes", f"--plan={name}")
        kept = Path("fifo.yaml").is_fifo() and Path("folder.yaml").is_dir() and Path("device.yaml").is_symlink()
        yield "" if told.code == 5 and kept and "plan reset" not in told.err else f"plan reset {name!r}: {told}"
    run("done", "apply", "--plan", "dangling.yaml")
    yield "" if Path("dangling.yaml").is_symlink() and Path("made.yaml").exists() else "a link was written over"
    yield "" if not [entry for entry in Path().iterdir() if entry.name.endswith(".tmp")] else "a .tmp is left"


def files_of_others(seed: int, small: bool) -> Iterator[str]:
    """Mode, owner and link of a plan stay as they are; a new one is the user's alone."""
    for mode in (0o600, 0o640, 0o664, 0o444):
        Path("p.yaml").unlink(missing_ok=True)
        Path("p.yaml").write_text(PLAN, "utf-8")
        Path("p.yaml").chmod(mode)
        if os.getuid() == 0:
            os.chown("p.yaml", 12345, 23456)
        before = Path("p.yaml").stat()
        told = run("done", "apply", "--plan", "p.yaml")
        after = Path("p.yaml").stat()
        same = (before.st_mode, before.st_uid, before.st_gid) == (after.st_mode, after.st_uid, after.st_gid)
        yield "" if same and not told.code else f"{mode:o}: {after.st_mode:o} {after.st_uid} {after.st_gid}"
    run("done", "apply", "--plan", "new.yaml")
    yield "" if Path("new.yaml").stat().st_mode & 0o777 == 0o600 else "a new plan is open to others"


def large_plans(seed: int, small: bool) -> Iterator[str]:
    """The largest plan that is taken, and one of four megabytes: in 5 s of work, 300 MB and a hundred lines."""
    rows = {
        "answers": "answers:\n" + "".join(f"  q{n}: value{n}\n" for n in range(60_000)),
        "steps": "done:\n" + "".join(f"  s{n}: 2026-01-01\n" for n in range(60_000)),
        "wrong days": "done:\n" + "".join(f"  s{n}: 2026-13-01\n" for n in range(60_000)),
        "unknown keys": "".join(f"k{n}: v\n" for n in range(90_000)),
        "comments": "# a\n" * 200_000,
        "a list": "chosen:\n" + "- nice\n" * 120_000,
    }
    for name, text in list(rows.items())[:: 4 if small else 1]:
        for size in (1_000_000, 4_000_000):
            lines = (text * (1 + size // len(text)) if name in {"comments"} else text)[: size - 30]
            data = f"kind: plan\nversion: 1\n{lines[: lines.rfind(chr(10)) + 1]}"
            Path("p.yaml").write_text(data + "# x\n" * (max(0, size - 40 - len(data)) // 4), "utf-8")
            for command in ("plan show --json", "done apply"):
                told = guide(*command.split(), "--plan", "p.yaml")
                yield "" if told.bounded and told.code in {0, 5} else f"{name} {size} {command}: {told}"
