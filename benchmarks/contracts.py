"""Measures the search for the fewest contracts: on what the rule files give, and on far larger problems.

``python benchmarks/contracts.py [--seeds N] [--sets N]``: the contract problems of the shipped rule files, each of
which must be solved in under 5 ms; then 100 gateways x 12 needs, from sparse to dense, and problems made to be
hard, each in under half a second. A time is the least of three rounds, so that a slow moment of the machine
is none of the search.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import combinations
from typing import NamedTuple, get_args
from unittest import mock

from portone_guide.needs.requirements import Part, Requirements
from portone_guide.rules.book import RuleBook
from portone_guide.rules.loader import load
from portone_guide.rules.models.fields import PaymentType, PortOneVersion
from portone_guide.rules.vocabulary import methods_of
from portone_guide.select_pg import cover
from portone_guide.select_pg.cover import Cover, CoverProblem, cheapest_pairs, smallest_covers
from portone_guide.select_pg.decide import select

GATEWAYS, NEEDS = 100, 12
LIMIT, SHIPPED_LIMIT = 0.5, 0.005  # seconds
SHOWN = 5  # how many covers a result lists at most
DENSITIES = (0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.7, 0.9)
DAY = date(2026, 8, 19)  # every shipped fee block has begun by then
# How many needs a drawn set has, up to far more than a merchant asks for; "all" is every need at once.
SET_SIZES = (3, 4, 5, 6, 8, 12, 20, 40)

Search = Callable[[], list[Cover]]


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
    families = [list(range(start, start + 3)) for start in range(0, NEEDS, 3)]
    costs: list[list[int | None]] = []
    for _ in range(GATEWAYS):
        carried = {need for family in source.sample(families, 2) for need in family if source.random() < 0.9}
        costs.append([source.randrange(10_000) if need in carried else None for need in range(NEEDS)])
    return CoverProblem(costs, [source.randrange(10_000) for _ in range(GATEWAYS)])


def one_family_each(size: int) -> Callable[[random.Random], CoverProblem]:
    """Return a maker: needs in families of ``size``, and gateways that carry one each, at prices of their own."""

    def make(source: random.Random) -> CoverProblem:
        count = NEEDS // size
        costs = [
            [source.randrange(10_000) if need // size == number % count else None for need in range(NEEDS)]
            for number in range(GATEWAYS)
        ]
        return CoverProblem(costs, [source.randrange(10_000) for _ in range(GATEWAYS)])

    return make


def any_few(carried: int, *, signup: int) -> Callable[[random.Random], CoverProblem]:
    """Return a maker: gateways that carry any so many needs, with sign-up fees below ``signup``."""

    def make(source: random.Random) -> CoverProblem:
        rows = [set(source.sample(range(NEEDS), carried)) for _ in range(GATEWAYS)]
        costs = [[source.randrange(10_000) if need in row else None for need in range(NEEDS)] for row in rows]
        return CoverProblem(costs, [source.randrange(signup) for _ in range(GATEWAYS)])

    return make


KINDS = (
    *(Kind(f"random, density {density}", at_random(density)) for density in DENSITIES),
    *(Kind(f"random, density {density}, all costs 0", at_random(density, most=1)) for density in DENSITIES),
    Kind("20 different gateways, 5 of each, density 0.2", at_random(0.2, alike=20)),
    Kind("whole families of needs", in_families),
    *(Kind(f"one family of {size} each", one_family_each(size)) for size in (1, 2, 3, 4, 6)),
    *(Kind(f"any {carried} needs each", any_few(carried, signup=10_000)) for carried in (2, 3, 4)),
    *(Kind(f"any {carried} needs each, no sign-up fees", any_few(carried, signup=1)) for carried in (2, 3, 4)),
)


def asked(book: RuleBook, sets: int) -> Iterator[Requirements]:
    """Yield what merchants could ask for: every pair of needs, then sets drawn at random, and everything at once.

    Drawn of what some gateway carries in one PortOne version: any other set has no cover.
    """
    everything = [(kind, method) for kind in get_args(PaymentType) for method in methods_of(kind, book.pg_methods)]
    source = random.Random(0)
    for version in get_args(PortOneVersion):
        alone = {part: Requirements((part,), portone=version, as_of=DAY) for part in everything}
        parts: list[Part] = [part for part, requirements in alone.items() if select(book, requirements).qualified]
        yield from (Requirements(pair, as_of=DAY) for pair in combinations(parts, 2))
        for methods in (*(tuple(source.sample(parts, size)) for size in SET_SIZES for _ in range(sets)), tuple(parts)):
            plain = Requirements(methods, portone=version, as_of=DAY)
            sales = {part: source.randrange(10**8) for part in methods}
            yield plain
            yield plain._replace(tier="general", sales=sales, payments=dict.fromkeys(methods, 1000))
            yield plain._replace(styles=((None, "window"), (None, "api")))


def shipped_problems(book: RuleBook, sets: int) -> dict[str, tuple[CoverProblem, Search]]:
    """Return every different contract problem that the answers rest on, with the search that was asked for."""
    found: dict[str, tuple[CoverProblem, Search]] = {}

    def smallest(problem: CoverProblem, most: int = 1) -> list[Cover]:
        found[repr((problem, most))] = problem, partial(smallest_covers, problem, most)
        return smallest_covers(problem, most)

    def pairs(problem: CoverProblem, below: int, most: int = 1) -> list[Cover]:
        found[repr((problem, below, most))] = problem, partial(cheapest_pairs, problem, below, most)
        return cheapest_pairs(problem, below, most)

    with mock.patch.object(cover, "smallest_covers", smallest), mock.patch.object(cover, "cheapest_pairs", pairs):
        for requirements in asked(book, sets):
            select(book, requirements)
    return found


def timed(searches: list[Search]) -> list[tuple[float, list[Cover]]]:
    """Return for each search the least of three times, in seconds, and what it found."""
    times: list[list[float]] = [[] for _ in searches]
    for _ in range(3):
        for search, taken in zip(searches, times, strict=True):
            before = time.perf_counter()
            search()
            taken.append(time.perf_counter() - before)
    return [(min(taken), search()) for search, taken in zip(searches, times, strict=True)]


def measure_shipped(sets: int) -> None:
    """Print how long the problems of the shipped rule files take."""
    problems = shipped_problems(load(), sets)
    sizes = ", ".join(map(str, SET_SIZES))
    print(f"{len(problems)} problems of the shipped rule files: every pair of needs, all at once, and")
    print(f"{sets} sets each of {sizes} needs, with and without sales and styles\n")
    print("| needs of one problem | problems | most gateways | contracts in a cover | median ms | worst ms |")
    print("| --- | --- | --- | --- | --- | --- |")
    worst = 0.0
    bounds = (2, 6, 12, 24, max(problem.items for problem, _ in problems.values()))
    for low, high in zip((0, *bounds), bounds, strict=False):
        group = [entry for entry in problems.values() if low < entry[0].items <= high]
        results = timed([search for _, search in group])
        times = sorted(seconds for seconds, _ in results)
        contracts = {len(entry.offers) for _, covers in results for entry in covers}
        offers = max(len(problem.costs) for problem, _ in group)
        print(f"| {low + 1}-{high} | {len(group)} | {offers} | {span(contracts)} | {in_ms(times)} |", flush=True)
        worst = max(worst, times[-1])
    print(verdict(worst, SHIPPED_LIMIT))


def measure_large(seeds: int) -> None:
    """Print how long problems take that are larger than any of the rule files."""
    print(f"{GATEWAYS} gateways x {NEEDS} needs, {seeds} problems of each kind, {SHOWN} covers asked for\n")
    print("| problems | contracts in a cover | median ms | worst ms |")
    print("| --- | --- | --- | --- |")
    worst = 0.0
    for kind in KINDS:
        problems = [kind.make(random.Random(seed)) for seed in range(seeds)]
        results = timed([partial(smallest_covers, problem, SHOWN) for problem in problems])
        times = sorted(seconds for seconds, _ in results)
        contracts = {len(entry.offers) for _, covers in results for entry in covers}
        print(f"| {kind.name} | {span(contracts)} | {in_ms(times)} |", flush=True)
        worst = max(worst, times[-1])
    print(verdict(worst, LIMIT))


def span(sizes: set[int]) -> str:
    return f"{min(sizes)}-{max(sizes)}" if len(sizes) > 1 else f"{min(sizes, default=0)}"


def in_ms(times: list[float]) -> str:
    return f"{times[len(times) // 2] * 1000:.1f} | {times[-1] * 1000:.1f}"


def verdict(worst: float, limit: float) -> str:
    return f"\nworst: {worst * 1000:.1f} ms, {'under' if worst < limit else 'NOT under'} {limit * 1000:g} ms\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, metavar="N", help="large problems of each kind (default: 10)")
    parser.add_argument("--sets", type=int, default=40, metavar="N", help="drawn sets of each size (default: 40)")
    arguments = parser.parse_args()
    measure_shipped(max(1, arguments.sets))
    measure_large(max(1, arguments.seeds))


if __name__ == "__main__":
    main()
