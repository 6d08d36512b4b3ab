"""What holds of money, whatever is asked: over random questions to the shipped rule files."""

from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.gateways.pricing import Amount
from portone_guide.needs.requirements import Part, Requirements
from portone_guide.rules.models.fields import PaymentType, PlatformId
from portone_guide.rules.vocabulary import methods_of
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.decide import select
from support import CHECKED, shipped

BOOK = shipped()
KINDS: tuple[PaymentType, ...] = ("one_time", "billing", "key_in", "overseas", "overseas_billing", "identity")
PARTS: list[Part] = [(kind, method) for kind in KINDS for method in methods_of(kind, BOOK.pg_methods)]
FIRST = min(block.from_ for blocks in BOOK.fees.fees.values() for block in blocks)


@st.composite
def questions(draw: st.DrawFn, days: st.SearchStrategy[date]) -> Requirements:
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True))
    given_for = st.lists(st.sampled_from(parts), unique=True)
    return Requirements(
        methods=tuple(parts),
        easy_pay_contract=draw(st.sampled_from(["any", "direct", "via_gateway"])),
        tier=draw(st.sampled_from([None, "micro", "small_1", "small_2", "small_3", "general"])),
        goods=draw(st.sampled_from([None, "physical", "digital"])),
        platform=draw(st.sampled_from([None, *get_args(PlatformId)])),
        industries=tuple(draw(st.lists(st.sampled_from(list(BOOK.industries.industries)), max_size=1))),
        usd_krw=draw(st.sampled_from([None, Decimal(1400)])),
        sales={part: draw(st.integers(0, 10**9)) for part in draw(given_for)},
        payments={part: draw(st.integers(0, 10**5)) for part in draw(given_for)},
        as_of=draw(days),
    )


def sums(selection: Selection) -> dict[str, tuple[Amount | None, ...]]:
    """Every sum of the answer, by the contracts that it is of."""
    found: dict[str, tuple[Amount | None, ...]] = {
        entry.gateway: (entry.cost.monthly, entry.cost.known, entry.cost.first_year) for entry in selection.qualified
    }
    found.update({"+".join(one.gateways): (one.monthly, one.known, one.first_year) for one in selection.combinations})
    return found


@settings(max_examples=150)
@given(questions(st.just(CHECKED)))
def test_every_gateway_is_either_qualified_or_rejected_with_a_reason(answers: Requirements) -> None:
    selection = select(BOOK, answers)
    named = [entry.gateway for entry in (*selection.qualified, *selection.rejected)]
    assert sorted(named) == sorted(BOOK.pg_methods.gateways)
    assert all(entry.reasons for entry in selection.rejected)


@settings(max_examples=150)
@given(questions(st.just(CHECKED)))
def test_money_is_never_negative_and_never_the_wrong_way_round(answers: Requirements) -> None:
    selection = select(BOOK, answers)
    amounts = [amount for found in sums(selection).values() for amount in found]
    amounts += [line.monthly for entry in selection.qualified for line in entry.cost.lines]
    amounts += [
        amount for _, level in (selection.break_even.levels if selection.break_even else ()) for amount in level
    ]
    for amount in filter(None, amounts):
        assert 0 <= amount.min <= amount.max
    assert all((entry.cost.signup.once or 0) >= 0 for entry in selection.qualified)
    assert all((entry.saves_first_year or 0) >= 0 for entry in selection.combinations)
    assert (selection.portone_plan or 0) >= 0


@settings(max_examples=150)
@given(questions(st.just(CHECKED)), st.data())
def test_more_sales_never_lower_the_cost(answers: Requirements, data: st.DataObject) -> None:
    more = answers._replace(
        sales={part: amount + data.draw(st.integers(0, 10**8)) for part, amount in answers.sales.items()},
        payments={part: number + data.draw(st.integers(0, 10**4)) for part, number in answers.payments.items()},
    )
    less_cost = {entry.gateway: entry.cost for entry in select(BOOK, answers).qualified}
    more_cost = {entry.gateway: entry.cost for entry in select(BOOK, more).qualified}
    assert less_cost.keys() == more_cost.keys()
    for gateway, less in less_cost.items():
        for one, other in zip(
            (less.monthly, less.known, less.first_year),
            (more_cost[gateway].monthly, more_cost[gateway].known, more_cost[gateway].first_year),
            strict=True,
        ):
            assert (one is None) == (other is None)
            if one and other:
                assert one.min <= other.min
                assert one.max <= other.max


@settings(max_examples=80)
@given(questions(st.dates(date(2000, 1, 1), FIRST - timedelta(days=1))))
def test_before_the_first_block_every_cost_is_unknown(answers: Requirements) -> None:
    selection = select(BOOK, answers)
    assert all(amount is None for found in sums(selection).values() for amount in found)
    assert all(entry.cost.signup.once is None for entry in selection.qualified)
    assert all(one.signup is None for one in selection.combinations)
    assert selection.break_even is None
