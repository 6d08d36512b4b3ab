"""The attacks, whole: ``python tests/attack [--small] [NAME...]`` prints a table and ends with 1 if any try failed.

A try is one damaged file, one changed name, one command line at a broken stream. Each row runs in a process of its
own: its seconds and megabytes (the most that it or a program that it started held) are those of that process.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from attack.attacks import ATTACKS

_SHOWN = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ATTACKS))
    parser.add_argument("--small", action="store_true", help="a few tries of each")
    parser.add_argument("--seed", type=int, default=0, help="where the random ones begin (printed, 0 if left out)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        return _one(asked.one, asked.seed, small=asked.small)
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, seed {asked.seed}{', small' if asked.small else ''}\n"
    )
    print("| attack | tried | failed | seconds | megabytes |\n| --- | --- | --- | --- | --- |", flush=True)
    failures: list[str] = []
    for name in asked.names or ATTACKS:
        tried, failed, seconds, megabytes = _row(name, asked.seed, small=asked.small)
        print(f"| {name} | {tried} | {len(failed)} | {seconds:.1f} | {megabytes} |", flush=True)
        failures += [f"{name}: {text}" for text in failed[:_SHOWN]]
    print(*("", *failures), sep="\n")
    return bool(failures)


def _row(name: str, seed: int, *, small: bool) -> tuple[int, list[str], float, int]:
    """Run one attack in a process of its own; return what it tried and what it cost."""
    begun = time.perf_counter()
    command = [sys.executable, __file__, "--one", name, "--seed", str(seed), *(["--small"] if small else [])]
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen(command, stdout=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        tried, *failed = told.read().splitlines() or ["0"]
    if process.returncode:
        failed.append(f"ended with {process.returncode}")
    return int(tried), failed, time.perf_counter() - begun, used.ru_maxrss // 1024


def _one(name: str, seed: int, *, small: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        (work := Path(folder) / "work").mkdir()
        os.chdir(work)
        tries = list(ATTACKS[name](seed, small))
    print(len(tries), *(failure.replace("\n", " ")[:300] for failure in tries if failure), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
