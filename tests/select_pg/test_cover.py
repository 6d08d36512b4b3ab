"""The search for contract sets finds exactly what trying all sets finds, and stays quick where there are many."""

import random
from itertools import combinations
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.select_pg import cover as cover_module
from portone_guide.select_pg.cover import Cover, CoverProblem, cheapest_pairs, smallest_covers

UNKNOWN = 10**24


def cost_of(problem: CoverProblem, chosen: tuple[int, ...]) -> int | None:
    """The definition, once more: fixed costs, and each item at the cheapest offer of the set."""
    total = 0
    for offer in chosen:
        total += problem.fixed[offer]
    for item in range(problem.items):
        prices = [problem.costs[offer][item] for offer in chosen]
        known = [price for price in prices if price is not None]
        if not known:
            return None
        total += min(known)
    return total


def smallest_by_trying_all(problem: CoverProblem, most: int) -> list[Cover]:
    for size in range(1, len(problem.costs) + 1):
        found = [
            Cover(cost, chosen)
            for chosen in combinations(range(len(problem.costs)), size)
            if (cost := cost_of(problem, chosen)) is not None
        ]
        if found:
            return sorted(found)[:most]
    return []


def pairs_by_trying_all(problem: CoverProblem, below: int, most: int) -> list[Cover]:
    found = []
    for pair in combinations(range(len(problem.costs)), 2):
        cost = cost_of(problem, pair)
        if cost is None or cost >= below:
            continue
        carried = {0: 0, 1: 0}
        for item in range(problem.items):
            one, other = problem.costs[pair[0]][item], problem.costs[pair[1]][item]
            first = other is None or (one is not None and one <= other)
            carried[0 if first else 1] += 1
        if all(carried.values()):
            found.append(Cover(cost, pair))
    return sorted(found)[:most]


@st.composite
def problems(draw: st.DrawFn, offers: int = 9, items: int = 6) -> CoverProblem:
    count, width = draw(st.integers(1, offers)), draw(st.integers(1, items))
    cost = draw(
        st.sampled_from(
            [
                st.integers(0, 2),  # many ties
                st.integers(0, 10**6),
                st.just(0),
                st.sampled_from([0, 1, 640, 10**12, UNKNOWN, 2 * UNKNOWN]),
            ]
        )
    )
    cell = st.one_of(st.none(), cost) if draw(st.booleans()) else st.one_of(st.none(), st.none(), st.none(), cost)
    return CoverProblem(
        draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=count, max_size=count)),
        draw(st.lists(cost, min_size=count, max_size=count)),
    )


@settings(max_examples=600)
@given(problems(), st.integers(1, 4))
def test_no_smaller_or_cheaper_cover_is_missed(problem: CoverProblem, most: int) -> None:
    assert smallest_covers(problem, most) == smallest_by_trying_all(problem, most)


@settings(max_examples=300)
@given(problems(), st.integers(0, 40), st.integers(1, 4))
def test_no_cheaper_pair_is_missed(problem: CoverProblem, below: int, most: int) -> None:
    for limit in (below, 3 * UNKNOWN * 10):
        assert cheapest_pairs(problem, limit, most) == pairs_by_trying_all(problem, limit, most)


@pytest.mark.parametrize("seed", range(24))
def test_larger_problems_are_solved_exactly_too(seed: int) -> None:
    """Sparse ones that need four to six offers, so that the search has to branch."""
    problem = random_problem(13, 12, 0.22 + 0.01 * (seed % 8), seed, ties=seed % 2 == 0)
    assert smallest_covers(problem, 3) == smallest_by_trying_all(problem, 3)


@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_the_items_does_not_matter(problem: CoverProblem, order: random.Random) -> None:
    """Whoever names the same needs in another order gets the same answer, ties included."""
    shuffled = list(range(problem.items))
    order.shuffle(shuffled)
    again = CoverProblem([[row[item] for item in shuffled] for row in problem.costs], problem.fixed)
    assert smallest_covers(again, 3) == smallest_covers(problem, 3)


def test_nothing_to_cover_and_nothing_to_cover_it_with() -> None:
    assert smallest_covers(CoverProblem([], [])) == []
    assert smallest_covers(CoverProblem([[], []], [1, 2])) == []
    assert smallest_covers(CoverProblem([[None, 1]], [0])) == []
    assert cheapest_pairs(CoverProblem([], []), 10) == []


@given(problems())
def test_carriers_are_the_cheapest_and_of_equals_the_first(problem: CoverProblem) -> None:
    for cover in smallest_covers(problem, 2):
        for item, carrier in enumerate(problem.carriers(cover.offers)):
            prices = {offer: price for offer in cover.offers if (price := problem.costs[offer][item]) is not None}
            assert carrier == min(prices, key=lambda offer: (prices[offer], cover.offers.index(offer)))
        assert problem.total(cover.offers) == cover.cost == cost_of(problem, cover.offers)


def random_problem(offers: int, items: int, density: float, seed: int, *, ties: bool = False) -> CoverProblem:
    draw = random.Random(seed)
    price = (lambda: draw.choice([5, 5, 7])) if ties else (lambda: draw.randrange(1, 10**6))
    costs = [[price() if draw.random() < density else None for _ in range(items)] for _ in range(offers)]
    for item in range(items):
        if all(row[item] is None for row in costs):
            costs[draw.randrange(offers)][item] = price()
    return CoverProblem(costs, [draw.choice([0, 100_000, 200_000]) for _ in range(offers)])


def alike(kinds: int) -> CoverProblem:
    """Each gateway many times, at fixed costs of its own: many covers a little dearer than the best."""
    problem, draw = random_problem(kinds, 12, 0.2, 4), random.Random(4)
    rows = [problem.costs[offer % kinds] for offer in range(100)]
    return CoverProblem(rows, [draw.randrange(10_000) for _ in rows])


def trades(offers: int, items: int) -> CoverProblem:
    """One item each, and what is saved on it is paid to sign up: all smallest covers cost the same."""
    costs = [[offer // items if offer % items == item else None for item in range(items)] for offer in range(offers)]
    return CoverProblem(costs, [offers - offer // items for offer in range(offers)])


def some_each(offers: int, items: int, carried: int, *, free: bool) -> CoverProblem:
    """Each offer carries so many items, any: smallest covers are many, and hold nothing twice."""
    draw = random.Random(1)
    rows = [set(draw.sample(range(items), carried)) for _ in range(offers)]
    costs = [
        [(0 if free else draw.randrange(10_000)) if item in row else None for item in range(items)] for row in rows
    ]
    return CoverProblem(costs, [0] * offers)


def families(offers: int, items: int, carried: int) -> CoverProblem:
    """Each offer carries the same items as many others, at prices of its own."""
    draw = random.Random(4)
    count = items // carried
    costs = [
        [draw.randrange(10_000) if item // carried == offer % count else None for item in range(items)]
        for offer in range(offers)
    ]
    return CoverProblem(costs, [draw.randrange(10_000) for _ in range(offers)])


def singles(offers: int, items: int, *, ties: bool) -> CoverProblem:
    """Each offer carries one item only: any choice of one for each item is a smallest cover."""
    draw = random.Random(1)
    costs = [
        [(7 if ties else draw.randrange(10**6)) if offer % items == item else None for item in range(items)]
        for offer in range(offers)
    ]
    return CoverProblem(costs, [5 if ties else draw.randrange(10**6) for _ in range(offers)])


@pytest.mark.parametrize(
    "problem",
    [
        pytest.param(trades(16, 4), id="all cost the same"),
        pytest.param(singles(16, 4, ties=True), id="all the same"),
        pytest.param(singles(16, 4, ties=False), id="one item each"),
        pytest.param(some_each(16, 8, 2, free=True), id="two items each, free"),
        pytest.param(some_each(16, 8, 2, free=False), id="two items each"),
        pytest.param(families(18, 12, 3), id="four families"),
    ],
)
@pytest.mark.parametrize("most", [1, 3, 20])
def test_problems_with_very_many_smallest_covers_are_solved_exactly_too(problem: CoverProblem, most: int) -> None:
    assert smallest_covers(problem, most) == smallest_by_trying_all(problem, most)


@pytest.mark.parametrize(
    ("problem", "size"),
    [
        pytest.param(random_problem(100, 12, 0.03, 3), 10, id="sparse"),
        pytest.param(random_problem(100, 12, 0.1, 3), 4, id="one in ten"),
        pytest.param(random_problem(100, 12, 0.2, 1), 3, id="one in five"),
        pytest.param(random_problem(100, 12, 0.3, 2), 3, id="one in three"),
        pytest.param(random_problem(100, 12, 0.5, 1, ties=True), 2, id="one in two, ties"),
        pytest.param(random_problem(100, 12, 0.8, 1), 1, id="most"),
        pytest.param(alike(20), 4, id="twenty kinds, five of each"),
        pytest.param(singles(100, 12, ties=False), 12, id="one item each"),
        pytest.param(singles(100, 12, ties=True), 12, id="one item each, all the same"),
        pytest.param(trades(100, 12), 12, id="one item each, all cost the same"),
        pytest.param(some_each(100, 12, 2, free=True), 6, id="two items each, free"),
        pytest.param(some_each(100, 12, 2, free=False), 6, id="two items each"),
        pytest.param(families(100, 12, 2), 6, id="six families"),
        pytest.param(families(100, 12, 3), 4, id="four families"),
        pytest.param(CoverProblem([[3] * 12] * 100, [1] * 100), 1, id="all the same"),
    ],
)
def test_a_hundred_gateways_and_twelve_needs_take_bounded_work(problem: CoverProblem, size: int) -> None:
    """Counted in steps of the search, not in seconds: benchmarks/contracts.py measures those."""
    search = cover_module._Search
    extend, steps = search._extend, 0

    def counted(*args: Any) -> None:
        nonlocal steps
        steps += 1
        extend(*args)

    with mock.patch.object(search, "_extend", counted):
        found = smallest_covers(problem, 3)
    assert 0 < steps < 2000
    assert {len(cover.offers) for cover in found} == {size}
    assert len({cover.offers for cover in found}) == len(found)
    assert found == sorted(found)
    assert all(cost_of(problem, cover.offers) == cover.cost for cover in found)


def test_independent_choices_are_each_the_cheapest() -> None:
    """Where each offer carries one item, the cheapest cover is the cheapest offer of each item."""
    problem = singles(100, 12, ties=False)
    cheapest = [
        min(
            (problem.fixed[offer] + (problem.costs[offer][item] or 0), offer)
            for offer in range(100)
            if offer % 12 == item
        )
        for item in range(12)
    ]
    (best,) = smallest_covers(problem)
    assert best == Cover(sum(cost for cost, _ in cheapest), tuple(sorted(offer for _, offer in cheapest)))
