"""What is tried on the plan file, on days and at prompts; each attack yields one text a try, empty where it held.

``python tests/attack/plans.py [--small] [NAME...]`` prints a table: tried, failed, seconds, megabytes.
"""

import argparse
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from attack import broken_off
from attack.prompts import signals_at_prompts
from support import run

Attack = Callable[[int, bool], Iterator[str]]
_LOCATED: Final = re.compile(r"[^\n]*\.yaml:\d+:\d+: ")
_PLAN: Final = Path(__file__).with_name("plan.yaml").read_text("utf-8")
_FLAGS: Final = {
    "select-pg": (
        *("--one-time", "--billing", "--key-in", "--easy-pay", "--overseas", "--identity", "--style", "--portone"),
        *("--tier", "--yearly-sales", "--sales", "--count", "--largest-payment", "--goods", "--industry", "--platform"),
        *("--business", "--max-signup-fee", "--easy-pay-contract", "--usd-krw", "--overseas-billing", "--as-of"),
    ),
    "checklist": ("--set", "--one-time", "--gateway", "--goods", "--platform", "--industry", "--style"),
    "next-steps": ("--gateway", "--start", "--open-by", "--one-time", "--monthly-sales", "--business", "--portone"),
    "done": ("--on",),
}
_VALUES: Final = (
    *("card", "virtual_account", "kakaopay", "nice", "토스페이먼츠", "general", "micro", "v2", "api", "billing:api"),
    *("digital", "self", "travel", "sole", "direct", "sms", "card=1000만", "one_time:card=5만", "refund_policy=pass"),
    *("1000만", "2026-11-23", "2026년 12월 1일", "1400", "unknown", "none", "0", "", " ", "　", "\u00a0", "\u2028"),
    *(
        "ｃａｒｄ",
        "ｇｅｎｅｒａｌ",
        "1000\u00a0만",
        "１０００　만",
        "\u200bcard",
        "card\u202e",
        "\x1b[2J",
        "a: b",
        "- x",
        "#",
        "'",
        '"',
    ),
    *(
        "9999-12-31",
        "0001-01-01",
        "2099-12-31",
        "가" * 300,
        "5천",
        "~",
        "null",
        "[a",
        "{",
        "*x",
        "&x",
        "!t",
        "card,card",
    ),
)


def sets_of_flags(seed: int, small: bool) -> Iterator[str]:
    """Random flags: whatever a run says, the plan that it leaves is read and understood by the next."""
    for number in range(15 if small else 5000):
        draw = random.Random(f"{seed} {number}")
        if draw.random() < 0.2:
            Path("p.yaml").unlink(missing_ok=True)
        command = draw.choice(sorted(_FLAGS))
        typed = [command, *(["apply"] if command == "done" else [])]
        for _ in range(draw.randint(1, 6)):
            typed += [draw.choice(_FLAGS[command]), draw.choice(_VALUES)]
        first = run(*typed, "--plan", "p.yaml", *([] if command == "done" else ["--json"]))
        after = [run(name, "--plan", "p.yaml", "--json") for name in ("select-pg", "next-steps", "checklist")]
        held = first.code in {0, 2, 3} and all(told.code in {0, 3} for told in after)
        yield "" if held else f"{typed}: {first.code} {[told.code for told in after]} {after[0].err[:100]}"
        if not held:
            Path("p.yaml").unlink(missing_ok=True)


def mutated_plans(seed: int, small: bool) -> Iterator[str]:
    """Random changes of a plan file: it is used or each mistake has its place; a change leaves all comments there."""
    from rules.test_broken_rule_files import mutate

    for number in range(15 if small else 5000):
        draw = random.Random(f"{seed} {number}")
        data = _PLAN.encode()
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
    if codes[1] == 0 and (codes[2] or not _comments(before) <= _comments(after)):
        return f"a comment is lost: {before!r}"
    return ""


def _comments(data: bytes) -> set[str]:
    """Return what stands in comments, where a line has nothing else that could hold the mark."""
    return {line.strip() for line in data.decode("utf-8", "replace").splitlines() if line.strip().startswith("#")}


_UPDATER = """
import sys
from datetime import date
from pathlib import Path
from portone_guide.plan.store import change_plan
name, times = sys.argv[1], int(sys.argv[2])
for number in range(times):
    def change(plan):
        plan = plan._replace(done={**plan.done, f"{name}{number}": date(2026, 1, 1)})
        plan = plan.with_answers({f"{name}.{number}": "card"})
        return plan._replace(checklist={**plan.checklist, f"{name}{number}": "pass"})
    change_plan(Path("p.yaml"), change)
"""


def updates_at_once(seed: int, small: bool) -> Iterator[str]:
    """Eight processes change one plan, some by another name for it: no change is lost."""
    from portone_guide.plan.store import read_plan

    times = 2 if small else 25
    names = "abcdefgh"
    Path("p.yaml").write_text(_PLAN, "utf-8")
    Path("link").mkdir()
    Path("link/p.yaml").symlink_to("../p.yaml")
    runs = [
        subprocess.Popen([sys.executable, "-c", _UPDATER, name, str(times)], cwd="link" if name < "c" else ".")
        for name in names
    ]
    codes = [process.wait() for process in runs]
    plan = read_plan(Path("p.yaml"))
    for name, code in zip(names, codes, strict=True):
        for number in range(times):
            key = f"{name}{number}"
            kept = key in plan.done and key in plan.checklist and f"{name}.{number}" in plan.answers
            yield "" if kept and not code else f"{key}: lost (exit {code})"


def commands_at_once(seed: int, small: bool) -> Iterator[str]:
    """Commands that each set something else of one plan, all at the same moment."""
    from portone_guide.plan.store import read_plan
    from support import shipped

    items = list(shipped().checklist.items)[: 4 if small else 24]
    steps = list(shipped().roadmap.steps)[: 2 if small else 8]
    guide = [sys.executable, "-m", "portone_guide"]
    lines = [
        ["checklist", "--set", f"{item}=pass", "--goods", "digital", "--json", "--plan", "p.yaml"] for item in items
    ]
    lines += [["done", step, "--plan", "p.yaml"] for step in steps]
    lines += [["select-pg", "--one-time", "card", "--tier", "micro", "--json", "--plan", "p.yaml"]]
    runs = [subprocess.Popen([*guide, *line], stdout=subprocess.DEVNULL) for line in lines]
    codes = [process.wait() for process in runs]
    plan = read_plan(Path("p.yaml"))
    kept = [*(item in plan.checklist for item in items), *(step in plan.done for step in steps)]
    kept.append(plan.answers.get("tier") == "micro")
    for line, code, there in zip(lines, codes, kept, strict=True):
        yield "" if there and not code else f"{line}: lost (exit {code})"


_KILLED = """
import sys
from datetime import date
from pathlib import Path
from portone_guide.plan.store import change_plan
for number in range(10**6):
    change_plan(Path("p.yaml"), lambda plan: plan._replace(start=date.fromordinal(730120 + number % 30000)))
    print(number, flush=True)
"""


def kills(seed: int, small: bool) -> Iterator[str]:
    """A run is killed while it writes: the plan is whole, has what was said to be there, and the next run tidies up."""
    from datetime import date

    from portone_guide.plan.store import change_plan, read_plan

    draw = random.Random(seed)
    for number in range(4 if small else 1000):
        sent = draw.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
        Path("p.yaml").write_text(_PLAN, "utf-8")
        with subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(draw.random() * 0.02)
            process.send_signal(sent)
            last = int((["0", *process.stdout.read().split()])[-1])
        try:
            start = read_plan(Path("p.yaml")).start
            reached = start is not None and start >= date.fromordinal(730120 + last)
            change_plan(Path("p.yaml"), lambda plan: plan._replace(done={**plan.done, "open": date(2026, 1, 1)}))
            left = [entry.name for entry in Path().iterdir() if entry.name.endswith(".tmp")]
            comments = _comments(_PLAN.encode()) <= _comments(Path("p.yaml").read_bytes())
            yield "" if reached and comments and not left else f"kill {number}: {start}, after {last}, {left}"
        except Exception as error:  # the attack goes on
            yield f"kill {number}: {error}"


def broken_off_questions(seed: int, small: bool) -> Iterator[str]:
    """Ctrl-C at every question of every flow: the line that is printed, and the same line, go on there."""
    yield from broken_off.attack(seed, small)


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
    run("done", "apply", "--plan", "dangling.yaml")
    yield "" if Path("dangling.yaml").is_symlink() and Path("made.yaml").exists() else "a link was written over"
    yield "" if not [entry for entry in Path().iterdir() if entry.name.endswith(".tmp")] else "a .tmp is left"


def files_of_others(seed: int, small: bool) -> Iterator[str]:
    """Mode, owner and link of a plan stay as they are; a new one is the user's alone."""
    for mode in (0o600, 0o640, 0o664, 0o444):
        Path("p.yaml").unlink(missing_ok=True)
        Path("p.yaml").write_text(_PLAN, "utf-8")
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
                before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
                guide = [sys.executable, "-m", "portone_guide", *command.split(), "--plan", "p.yaml"]
                told = subprocess.run(guide, capture_output=True, check=False)
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                seconds, said = used.ru_utime - before, told.stderr.count(b"\n")
                held = told.returncode in {0, 5} and seconds <= 5 and used.ru_maxrss < 300_000 and said <= 103
                yield (
                    ""
                    if held
                    else f"{name} {size} {command}: {told.returncode}, {seconds:.1f} s, {used.ru_maxrss} KB, {said}"
                )


def odd_days(seed: int, small: bool) -> Iterator[str]:
    """Days at and beyond the ends of the calendar, wherever a day comes in: an answer or a clear error."""
    days = [
        "0001-01-01",
        "0000-00-00",
        "1999-12-31",
        "2000-01-01",
        "2026-02-29",
        "2099-12-31",
        "2100-01-01",
        "9999-12-31",
    ]
    days += [
        "10000-01-01",
        "-0001-01-01",
        "2026-1-1",
        "99991231",
        "9999년 12월 31일",
        "２０２６-11-23",
        "2026-11-23\u00a0",
    ]
    need = ["--one-time", "card", "--json"]
    places = (
        *(
            ["select-pg", *need, "--as-of"],
            ["checklist", *need, "--as-of"],
            ["next-steps", "--gateway", "nice", "--as-of"],
        ),
        *(
            ["next-steps", "--gateway", "nice", *need, "--start"],
            ["next-steps", "--gateway", "nice", *need, "--open-by"],
        ),
        *(
            ["next-steps", "--gateway", "nice", "--format", "ics", "--start"],
            ["done", "apply", "--plan", "d.yaml", "--on"],
        ),
        *(
            ["compare", "--as-of"],
            ["fees", "--as-of"],
            ["rules", "sources", "--as-of"],
            ["rules", "show", "nice", "--as-of"],
        ),
    )
    for day in days[:: 3 if small else 1]:
        for place in places:
            told = run(*place, day)
            after = run("--plan", "d.yaml", "--json")
            held = told.code in {0, 2} and after.code == 0
            yield "" if held else f"{place} {day}: {told.code} {after.code} {told.err[:100]}"
        for key in ("start: {}", "open_by: {}", "done: {{apply: {}}}", "answers: {{start: {}}}"):
            Path("p.yaml").write_text(f"kind: plan\nversion: 1\nchosen: [nice]\n{key.format(repr(day))}\n", "utf-8")
            for command in ([], ["next-steps", "--json"], ["select-pg", *need], ["next-steps", "--format", "ics"]):
                told = run(*command, "--plan", "p.yaml")
                yield "" if told.code in {0, 5} else f"{command} on {key} {day}: {told.code} {told.err[:100]}"


PLAN_ATTACKS: Final[dict[str, Attack]] = {
    "sets of flags": sets_of_flags,
    "mutated plans": mutated_plans,
    "updates at once": updates_at_once,
    "commands at once": commands_at_once,
    "kills": kills,
    "broken-off questions": broken_off_questions,
    "odd places": odd_places,
    "files of others": files_of_others,
    "large plans": large_plans,
    "odd days": odd_days,
    "signals at prompts": signals_at_prompts,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        return _one(asked.one, asked.seed, small=asked.small)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, seed {asked.seed}\n")
    print("| attack | tried | failed | seconds | megabytes |\n| --- | --- | --- | --- | --- |", flush=True)
    failures = []
    for name in asked.names or PLAN_ATTACKS:
        begun = time.perf_counter()
        line = [
            sys.executable,
            __file__,
            "--one",
            name,
            "--seed",
            str(asked.seed),
            *(["--small"] if asked.small else []),
        ]
        with tempfile.TemporaryFile("w+") as told:
            process = subprocess.Popen(line, stdout=told)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            told.seek(0)
            tried, *failed = told.read().splitlines() or ["0"]
        failed += [f"ended with {process.returncode}"] if process.returncode else []
        row = f"| {name} | {tried} | {len(failed)} | {time.perf_counter() - begun:.1f} | {used.ru_maxrss // 1024} |"
        print(row, flush=True)
        failures += [f"{name}: {text}" for text in failed[:5]]
    print(*("", *failures), sep="\n")
    return bool(failures)


def _one(name: str, seed: int, *, small: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        (work := Path(folder) / "work").mkdir()
        os.chdir(work)
        tries = list(PLAN_ATTACKS[name](seed, small))
    print(len(tries), *(ascii(failure)[:400] for failure in tries if failure), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
