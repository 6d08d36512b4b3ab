"""The attacks, whole: ``python tests/attack [--small] [NAME...]`` prints a table and ends with 1 if any try failed.

A try is one damaged file, one changed name, one command line at a broken stream. Each row runs in a process of its
own: its seconds and megabytes (the most that it or a program that it started held) are those of that process.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from attack.table import ATTACKS, one, row

_SHOWN = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ATTACKS))
    parser.add_argument("--small", action="store_true", help="a few tries of each")
    parser.add_argument("--seed", type=int, default=0, help="where the random ones begin (printed, 0 if left out)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one, asked.seed, small=asked.small)
        return 0
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, seed {asked.seed}{', small' if asked.small else ''}\n"
    )
    print("| attack | tried | failed | seconds | megabytes |\n| --- | --- | --- | --- | --- |", flush=True)
    failures: list[str] = []
    for name in asked.names or ATTACKS:
        told = row(name, asked.seed, small=asked.small)
        print(f"| {name} | {told.tried} | {len(told.failed)} | {told.seconds:.1f} | {told.megabytes} |", flush=True)
        failures += [f"{name}: {text}" for text in told.failed[:_SHOWN]]
    print(*("", *failures), sep="\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
