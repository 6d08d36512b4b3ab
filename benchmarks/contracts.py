"""Measures the search for the fewest contracts on problems far larger than the rule files give.

``python benchmarks/contracts.py [--seeds N]``: 200 gateways, 40 needs, from sparse to dense, and problems
made to be hard. The worst time must stay under a second.
"""

import argparse
import random
import time
from collections.abc import Callable
from typing import NamedTuple

from portone_guide.select_pg.cover import CoverProblem, smallest_covers

GATEWAYS, NEEDS = 200, 40
LIMIT = 1.0  # seconds
SHOWN = 5  # how many covers a result lists at most
DENSITIES = (0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.7, 0.9)


class Kind(NamedTuple):
    """How problems are made: random ones by density, or by a maker of their own."""

    name: str
    make: Callable[[random.Random], CoverProblem]


def at_random(density: float, *, most: int = 10_000, alike: int = 0) -> Callable[[random.Random], CoverProblem]:
    """Return a maker: each gateway carries each need with this chance, at a cost up to ``most``.

    With ``alike`` there are only so many different gateways, each of them many times: whole ranges of ties.
    Every need has a carrier, so that there always is something to find.
    """

    def make(source: random.Random) -> CoverProblem:
        def row() -> list[int | None]:
            return [source.randrange(most) if source.random() < density else None for _ in range(NEEDS)]

        kinds = [row() for _ in range(alike or GATEWAYS)]
        costs = [list(kinds[number % len(kinds)]) for number in range(GATEWAYS)]
        for need in range(NEEDS):
            if all(line[need] is None for line in costs):
                costs[source.randrange(GATEWAYS)][need] = source.randrange(most)
        return CoverProblem(costs, [source.randrange(most) for _ in range(GATEWAYS)])

    return make


def in_families(source: random.Random) -> CoverProblem:
    """Make gateways that carry whole families of needs, as real ones do (cards, easy pay, billing ...)."""
    families = [list(range(start, start + 5)) for start in range(0, NEEDS, 5)]
    costs: list[list[int | None]] = []
    for _ in range(GATEWAYS):
        carried = {need for family in source.sample(families, 3) for need in family if source.random() < 0.9}
        costs.append([source.randrange(10_000) if need in carried else None for need in range(NEEDS)])
    return CoverProblem(costs, [source.randrange(10_000) for _ in range(GATEWAYS)])


KINDS = (
    *(Kind(f"random, density {density}", at_random(density)) for density in DENSITIES),
    *(Kind(f"random, density {density}, all costs 0", at_random(density, most=1)) for density in (0.08, 0.2, 0.5)),
    Kind("20 different gateways, 10 of each, density 0.2", at_random(0.2, alike=20)),
    Kind("whole families of needs", in_families),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, metavar="N", help="problems of each kind (default: 10)")
    seeds = max(1, parser.parse_args().seeds)
    print(f"{GATEWAYS} gateways x {NEEDS} needs, {seeds} problems of each kind, {SHOWN} covers asked for\n")
    print("| problems | contracts in a cover | median ms | worst ms |")
    print("| --- | --- | --- | --- |")
    worst = 0.0
    for kind in KINDS:
        sizes: set[int] = set()
        times = []
        for seed in range(seeds):
            problem = kind.make(random.Random(seed))
            before = time.perf_counter()
            covers = smallest_covers(problem, SHOWN)
            times.append(time.perf_counter() - before)
            sizes |= {len(cover.offers) for cover in covers}
        times.sort()
        shown = f"{min(sizes)}-{max(sizes)}" if len(sizes) > 1 else f"{min(sizes, default=0)}"
        print(f"| {kind.name} | {shown} | {times[len(times) // 2] * 1000:.1f} | {times[-1] * 1000:.1f} |", flush=True)
        worst = max(worst, times[-1])
    print(f"\nworst: {worst * 1000:.0f} ms, {'under' if worst < LIMIT else 'NOT under'} {LIMIT:g} s")


if __name__ == "__main__":
    main()
