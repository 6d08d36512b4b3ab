"""What holds for every question to the shipped rule files: about single gateways, and about sets of contracts."""

import random
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.needs.requirements import Need, Part, Requirements
from portone_guide.rules.models.fields import BusinessForm, Goods, PlatformId, SalesTier
from portone_guide.select_pg.answer import Combination, Qualified, Selection
from portone_guide.select_pg.decide import select
from support import CHECKED, shipped

BOOK = shipped()
PARTS: tuple[Part, ...] = tuple(
    dict.fromkeys(
        (row.type, method)
        for rows in BOOK.pg_methods.support.values()
        for row in rows
        if row.supported == "yes"
        for method in row.methods
    )
)
COMMON: tuple[Part, ...] = (
    ("one_time", "card"),
    ("billing", "card"),
    ("one_time", "easy_pay:naverpay"),
    ("one_time", "easy_pay:kakaopay"),
    ("overseas", "card"),
    ("overseas", "convenience_store"),
    ("identity", "integrated"),
)


def random_question(draw: random.Random) -> Requirements:
    """A question of one to five methods, with or without everything else that can be said."""

    def some(values: tuple[object, ...], chance: float) -> object:
        return draw.choice(values) if draw.random() < chance else None

    parts = draw.sample(COMMON if draw.random() < 0.6 else PARTS, draw.randrange(1, 6))
    fresh = draw.random() < 0.3
    return Requirements(
        methods=tuple(parts),
        styles=tuple(
            (kind, style) for kind in ("billing", "key_in") for style in ("window", "api") if draw.random() < 0.2
        ),
        easy_pay_contract=draw.choice(["any", "direct", "via_gateway"]),
        portone=some(("v1", "v2"), 0.3),  # type: ignore[arg-type]
        tier=None if fresh else some(get_args(SalesTier), 0.5),  # type: ignore[arg-type]
        yearly_sales=0 if fresh else None,
        sales={part: draw.randrange(10**8) for part in parts} if draw.random() < 0.5 else {},
        largest_payment=some((1_000, 1_500_000, 3_000_000), 0.3),  # type: ignore[arg-type]
        goods=some(get_args(Goods), 0.5),  # type: ignore[arg-type]
        business=some(get_args(BusinessForm), 0.5),  # type: ignore[arg-type]
        industries=tuple(draw.sample(tuple(BOOK.industries.industries), 1)) if draw.random() < 0.3 else (),
        platform=some(get_args(PlatformId), 0.2),  # type: ignore[arg-type]
        open_before_review=draw.random() < 0.1,
        as_of=CHECKED,
    )


def alone(answers: Requirements, needs: list[Need], gateway: str) -> Qualified | None:
    """What the answer says of one gateway to a merchant who wants nothing but these needs."""
    asked = answers._replace(
        methods=tuple(dict.fromkeys(need.part for need in needs)),
        styles=tuple((need.type, need.style) for need in needs if need.style),
    )
    return next((entry for entry in select(BOOK, asked).qualified if entry.gateway == gateway), None)


def check_set(answers: Requirements, entry: Combination) -> None:
    assert {need for need, _ in entry.assignment} == set(answers.needs())
    assert {gateway for _, gateway in entry.assignment} == set(entry.gateways)
    said = set(entry.asks)
    for gateway in entry.gateways:
        member = alone(answers, [need for need, carrier in entry.assignment if carrier == gateway], gateway)
        assert member, f"{gateway} would be left out alone"
        assert entry.version in member.versions
        for reason in member.reasons:
            if reason.kind not in {"supported", "sign_later"}:
                assert (gateway, reason) in said
        assert set(member.unknowns) <= set(entry.unknowns)
        assert (gateway in entry.later) == member.waits
    assert bool(entry.order) == bool(entry.later)
    conflicts = {name for _, reason in entry.asks for name in reason.conflicts}
    assert conflicts <= set(entry.conflicts)
    assert not conflicts or entry.confidence == "disputed"


def check(answers: Requirements, selection: Selection) -> None:
    found = [entry.gateway for entry in (*selection.qualified, *selection.rejected)]
    assert sorted(found) == sorted(BOOK.pg_methods.gateways)
    for entry in selection.combinations:
        check_set(answers, entry)
    first = selection.recommended
    if first and first.confidence == "confirmed":
        assert all(entry.saves_first_year for entry in selection.combinations)
    if first and first.waits:
        assert all(entry.waits or entry.confidence == "disputed" for entry in selection.qualified)


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_a_set_carries_all_that_its_members_carry_alone(seed: int) -> None:
    answers = random_question(random.Random(seed))
    check(answers, select(BOOK, answers))


@settings(max_examples=100)
@given(st.integers(0, 2**32))
def test_one_more_need_never_adds_a_gateway(seed: int) -> None:
    draw = random.Random(seed)
    answers = random_question(draw)
    more = {entry.gateway for entry in select(BOOK, answers).qualified}
    for part in answers.methods if len(answers.methods) > 1 else ():
        fewer = answers._replace(methods=tuple(other for other in answers.methods if other != part))
        assert more <= {entry.gateway for entry in select(BOOK, fewer).qualified}, part


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from([0, 100_000, 200_000, 350_000, 400_000]))
def test_no_answer_costs_more_to_sign_up_for_than_was_said(seed: int, most: int) -> None:
    """All contracts of an answer together, not each for itself: what is said is what can be spent."""
    answers = random_question(random.Random(seed))._replace(max_signup_fee=most)
    selection = select(BOOK, answers)
    for entry in selection.qualified:
        assert entry.cost.signup.once is not None
        assert entry.cost.signup.once <= most
    for found in selection.combinations:
        assert found.signup is not None, found.gateways
        assert found.signup <= most, found.gateways
