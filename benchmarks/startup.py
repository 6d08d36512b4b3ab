"""Measures how fast portone-guide starts, beside a bare Typer program in the same environment.

Run it with the interpreter of the environment to measure: ``python benchmarks/startup.py [--repeat N]``.
Every repetition runs every row once, in an order of its own, so that a slow moment of the machine meets all rows.
"""

import argparse
import os
import platform
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pexpect

TARGET = 1.3
WARM_UPS = 2  # the first fills the rule cache and the byte code, the second shows that both are there
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


class Row(NamedTuple):
    """One thing to measure. ``first_text`` is what stands on the screen once it asks; None runs it to its end."""

    name: str
    command: tuple[str, ...]
    first_text: str | None = None
    judged: bool = True
    optional: bool = False


def guide(arguments: str, first_text: str | None = None) -> Row:
    """Return a row of portone-guide; one command, one line below."""
    name = f"portone-guide {arguments}".rstrip() or "portone-guide"
    return Row(name, (str(SCRIPTS / "portone-guide"), *arguments.split()), first_text)


WHOLE_PROCESS = (
    guide("select-pg --one-time card --tier general --json"),
    guide("checklist --goods physical --platform self --one-time card --json"),
    guide("next-steps --gateway kpn --one-time card --json"),
    guide("need-new-mid --gateway nice --change add_billing --json"),
    guide(""),
    Row("copier --version", (str(SCRIPTS / "copier"), "--version"), judged=False, optional=True),
)
FIRST_QUESTION = (
    guide("select-pg", "무엇을 파나요?"),
    guide("checklist", "무엇을 파나요?"),
    guide("next-steps", "어느 결제대행사"),
    guide("need-new-mid", "어느 결제대행사인가요?"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=15, metavar="N", help="how often each row runs (default: 15)")
    repeat = max(1, parser.parse_args().repeat)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        bare = script(scratch, "bare_typer.py", BARE_TYPER)
        asking = script(scratch, "bare_question.py", BARE_QUESTION)
        runs = (Row("bare Typer program", bare, judged=False), *WHOLE_PROCESS)
        asks = (Row("bare Typer + Questionary program", asking, "Which one?", judged=False), *FIRST_QUESTION)
        runs = tuple(row for row in runs if not row.optional or Path(row.command[0]).exists())
        times = measure((*runs, *asks), repeat, scratch)
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs, median of {repeat} runs\n")
    print_table("whole process", runs, times)
    print()
    print_table("until the first question is on screen", asks, times)


def script(scratch: Path, name: str, text: str) -> tuple[str, ...]:
    """Write a program and return the command that runs it."""
    (scratch / name).write_text(text, "utf-8")
    return sys.executable, str(scratch / name)


def measure(rows: Sequence[Row], repeat: int, scratch: Path) -> dict[Row, list[float]]:
    """Return the seconds of each run of each row, in a fresh cache and an empty folder."""
    place = scratch / "empty"
    place.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("COLUMNS", "LINES", "PYTHON"))},
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),  # kept between runs, as installed programs have it
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PROMPT_TOOLKIT_NO_CPR": "1",  # a question to the terminal that nobody here would answer
    }
    order = random.Random(0)
    times: dict[Row, list[float]] = {row: [] for row in rows}
    for number in range(WARM_UPS + repeat):
        for row in order.sample(rows, len(rows)):
            once: Callable[[Row, Path, dict[str, str]], float] = run if row.first_text is None else ask
            seconds = once(row, place, environment)
            if number >= WARM_UPS:
                times[row].append(seconds)
        sys.stderr.write(f"\r{max(0, number + 1 - WARM_UPS)}/{repeat}")
    sys.stderr.write("\n")
    return times


def run(row: Row, place: Path, environment: dict[str, str]) -> float:
    """Return how long a command takes from its start to its end; its output goes to a pipe."""
    before = time.perf_counter()
    result = subprocess.run(row.command, cwd=place, env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - before
    if result.returncode:
        sys.exit(f"{row.name}: exit {result.returncode}\n{result.stderr.decode(errors='replace')}")
    return seconds


def ask(row: Row, place: Path, environment: dict[str, str]) -> float:
    """Return how long it takes until the first question stands in a pseudo-terminal, then end the command."""
    before = time.perf_counter()
    process = pexpect.spawn(
        row.command[0],
        list(row.command[1:]),
        cwd=str(place),
        env=environment,
        dimensions=(40, 100),
        encoding="utf-8",
        timeout=30,
    )
    try:
        process.expect_exact(row.first_text)
        seconds = time.perf_counter() - before
    except (pexpect.EOF, pexpect.TIMEOUT):
        sys.exit(f"{row.name}: never asked {row.first_text!r}; it said:\n{process.before}")
    finally:
        process.delayafterclose = process.ptyproc.delayafterterminate = 0.01
        process.close(force=True)
    return seconds


def print_table(title: str, rows: Sequence[Row], times: dict[Row, list[float]]) -> None:
    """Print a Markdown table; the first row is what the others are compared to."""
    base = median(times[rows[0]])
    print(f"| {title} | median ms | least ms | ratio | target {TARGET} |")
    print("| --- | --- | --- | --- | --- |")
    for row in rows:
        middle = median(times[row])
        ratio = middle / base
        verdict = ("met" if ratio <= TARGET else "NOT met") if row.judged else "-"
        print(f"| `{row.name}` | {middle * 1000:.1f} | {min(times[row]) * 1000:.1f} | {ratio:.2f} | {verdict} |")


if __name__ == "__main__":
    main()
