"""Measures how fast portone-guide starts, beside bare programs in the same environment and the same run.

Run it with the interpreter of the environment to measure: ``python benchmarks/startup.py [--repeat N]``.
Every repetition runs every row once, in an order of its own, so that a slow moment of the machine meets all rows.
"""

import argparse
import os
import platform
import random
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Literal, NamedTuple

import pexpect

WARM_UPS = 2  # the first fills the cache and the byte code, the second shows that both are there
COLD_RUNS = 5
COLD_LIMIT = 1.0  # seconds more than the same command with a warm cache
SCRIPTS = Path(sysconfig.get_path("scripts"))

BARE_TYPER = """\
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    print("Hello")


app()
"""
BARE_QUESTION = """\
import questionary
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    questionary.select("Which one?", choices=["one", "two", "three"]).unsafe_ask()


app()
"""

How = Literal["pipe", "terminal", "question"]


class Row(NamedTuple):
    """One thing to measure. ``first_text`` is what stands on the screen once it asks; it ends there.

    ``target`` is how long it may take, times the bare program of its table; None: it is only there to compare with.
    """

    name: str
    command: tuple[str, ...]
    how: How = "pipe"
    target: float | None = None
    first_text: str = ""


def guide(arguments: str, how: How, target: float, first_text: str = "") -> Row:
    """Return a row of portone-guide; one command, one line below."""
    name = f"portone-guide {arguments}".rstrip()
    return Row(name, (str(SCRIPTS / "portone-guide"), *arguments.split()), how, target, first_text)


SELECT = "select-pg --one-time card --tier general"
CHECKLIST = "checklist --set refund_policy=pass --goods physical --platform self --one-time card"
NEXT_STEPS = "next-steps --gateway kpn --one-time card"
NEED_NEW_MID = "need-new-mid --gateway nice --change add_billing"
PIPED = (
    guide(f"{SELECT} --json", "pipe", 0.85),
    guide("checklist --goods physical --platform self --one-time card --json", "pipe", 0.85),
    guide(f"{NEXT_STEPS} --json", "pipe", 0.85),
    guide(f"{NEED_NEW_MID} --json", "pipe", 0.85),
    guide("", "pipe", 0.95),
    guide("--help", "pipe", 1.0),
    guide("select-pg --help", "pipe", 1.0),
)
ON_A_TERMINAL = tuple(guide(command, "terminal", 1.2) for command in ("", SELECT, CHECKLIST, NEXT_STEPS, NEED_NEW_MID))
ASKING = (
    guide("select-pg", "question", 1.0, "무엇을 파나요?"),
    guide("checklist", "question", 1.0, "무엇을 파나요?"),
    guide("next-steps", "question", 1.0, "어느 결제대행사"),
    guide("need-new-mid", "question", 1.0, "어느 결제대행사인가요?"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=15, metavar="N", help="how often each row runs (default: 15)")
    repeat = max(1, parser.parse_args().repeat)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        bare = script(scratch, "bare_typer.py", BARE_TYPER)
        asking = script(scratch, "bare_question.py", BARE_QUESTION)
        tables = (
            ("whole process, into a pipe", (Row("bare Typer program", bare), *PIPED)),
            ("whole process, on a terminal", (Row("bare Typer program", bare, "terminal"), *ON_A_TERMINAL)),
            (
                "until the first question is on screen",
                (Row("bare Typer + Questionary program", asking, "question", first_text="Which one?"), *ASKING),
            ),
        )
        surroundings = environment(scratch)
        times = measure([row for _, rows in tables for row in rows], repeat, surroundings)
        cold = measure_cold(PIPED[:4], surroundings)
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs, median of {repeat} runs")
    for title, rows in tables:
        print()
        print_table(title, rows, times)
    print()
    print_cold(cold, times)


def script(scratch: Path, name: str, text: str) -> tuple[str, ...]:
    """Write a program and return the command that runs it."""
    (scratch / name).write_text(text, "utf-8")
    return sys.executable, str(scratch / name)


def environment(scratch: Path) -> dict[str, str]:
    """Return what programs find around them: an empty cache of their own and byte code that is kept."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COLUMNS", "LINES", "PYTHON"))}
    (scratch / "empty").mkdir()
    return {
        **kept,
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),  # kept between runs, as installed programs have it
        "HOME": str(scratch / "empty"),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PROMPT_TOOLKIT_NO_CPR": "1",  # a question to the terminal that nobody here would answer
    }


def measure(rows: Sequence[Row], repeat: int, surroundings: Mapping[str, str]) -> dict[Row, list[float]]:
    """Return the seconds of each run of each row."""
    order = random.Random(0)
    times: dict[Row, list[float]] = {row: [] for row in rows}
    for number in range(WARM_UPS + repeat):
        for row in order.sample(rows, len(rows)):
            seconds = timed(row, surroundings)
            if number >= WARM_UPS:
                times[row].append(seconds)
        sys.stderr.write(f"\r{max(0, number + 1 - WARM_UPS)}/{repeat}")
    sys.stderr.write("\n")
    return times


def measure_cold(rows: Sequence[Row], surroundings: Mapping[str, str]) -> dict[Row, list[float]]:
    """Return the seconds of each row's first run ever: nothing is in the cache folder."""
    times: dict[Row, list[float]] = {row: [] for row in rows}
    for _ in range(COLD_RUNS):
        for row in rows:
            shutil.rmtree(surroundings["XDG_CACHE_HOME"], ignore_errors=True)
            times[row].append(timed(row, surroundings))
    return times


def timed(row: Row, surroundings: Mapping[str, str]) -> float:
    """Run a row once and return its seconds."""
    if row.how == "pipe":
        return run(row, surroundings)
    return in_a_terminal(row, surroundings)


def run(row: Row, surroundings: Mapping[str, str]) -> float:
    """Return how long a command takes from its start to its end; its output goes to a pipe."""
    before = time.perf_counter()
    result = subprocess.run(
        row.command, cwd=surroundings["HOME"], env=dict(surroundings), capture_output=True, check=False
    )
    seconds = time.perf_counter() - before
    if result.returncode:
        sys.exit(f"{row.name}: exit {result.returncode}\n{result.stderr.decode(errors='replace')}")
    return seconds


def in_a_terminal(row: Row, surroundings: Mapping[str, str]) -> float:
    """Return how long it takes until its end, or until its first question stands there, in a pseudo-terminal."""
    before = time.perf_counter()
    process = pexpect.spawn(
        row.command[0],
        list(row.command[1:]),
        cwd=surroundings["HOME"],
        env=dict(surroundings),
        dimensions=(40, 100),
        encoding="utf-8",
        timeout=30,
    )
    try:
        process.expect_exact(row.first_text) if row.first_text else process.expect(pexpect.EOF)
        seconds = time.perf_counter() - before
    except (pexpect.EOF, pexpect.TIMEOUT):
        sys.exit(f"{row.name}: never asked {row.first_text!r}; it said:\n{process.before}")
    finally:
        process.delayafterclose = process.ptyproc.delayafterterminate = 0.01
        process.close(force=True)
    return seconds


def print_table(title: str, rows: Sequence[Row], times: Mapping[Row, list[float]]) -> None:
    """Print a Markdown table; the first row is what the others are compared to."""
    base = median(times[rows[0]])
    print(f"| {title} | median ms | least ms | ratio | target |")
    print("| --- | --- | --- | --- | --- |")
    for row in rows:
        middle = median(times[row])
        ratio = middle / base
        verdict = "-" if row.target is None else f"{row.target} {'met' if ratio <= row.target else 'NOT met'}"
        print(f"| `{row.name}` | {middle * 1000:.1f} | {min(times[row]) * 1000:.1f} | {ratio:.2f} | {verdict} |")


def print_cold(cold: Mapping[Row, list[float]], times: Mapping[Row, list[float]]) -> None:
    """Print how much longer the first run ever takes."""
    print(f"| first run ever, into a pipe | median ms | more than warm, s | limit {COLD_LIMIT} s more |")
    print("| --- | --- | --- | --- |")
    for row, seconds in cold.items():
        more = median(seconds) - median(times[row])
        verdict = "met" if more <= COLD_LIMIT else "NOT met"
        print(f"| `{row.name}` | {median(seconds) * 1000:.0f} | {more:.2f} | {verdict} |")


if __name__ == "__main__":
    main()
