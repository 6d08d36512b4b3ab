"""What is not given is never 0: a sum of some parts is named by what it counts, and decides nothing."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.needs.requirements import Part, Requirements
from portone_guide.select_pg.answer import Selection
from portone_guide.select_pg.decide import select
from support import CHECKED, run, shipped

BOOK = shipped()
PARTS: list[Part] = [
    ("one_time", "card"),
    ("one_time", "transfer"),
    ("one_time", "virtual_account"),
    ("one_time", "easy_pay:naverpay"),
    ("billing", "card"),
]
FLAGS = ("--one-time", "card", "--easy-pay", "naverpay", "--easy-pay-contract", "via_gateway", "--tier", "micro")
ONLY_NAVERPAY = (*FLAGS, "--sales", "easy_pay:naverpay=1000만", f"--as-of={CHECKED}")


def asked(*arguments: str) -> dict[str, Any]:
    result = run("select-pg", *arguments, "--json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)  # type: ignore[no-any-return]


def test_json_says_which_parts_are_in() -> None:
    answer = asked(*ONLY_NAVERPAY)
    assert answer["qualified"]
    for entry in answer["qualified"]:
        assert entry["partial"]["missing"][0] == "one_time:card"
        assert entry["first_year_cost_krw"] is None
        assert entry["monthly_fee_krw"] is None
        assert entry["holds"] == []
    whole = asked(*FLAGS, "--sales", "card=1000만", "--sales", "easy_pay:naverpay=1000만", f"--as-of={CHECKED}")
    assert all((entry["monthly_fee_krw"] is None) == bool(entry["partial"]["missing"]) for entry in whole["qualified"])
    assert any(not entry["partial"]["missing"] for entry in whole["qualified"])


def test_the_screen_names_a_sum_by_what_it_counts() -> None:
    out = " ".join(run("select-pg", *ONLY_NAVERPAY).out.split())
    assert "월 수수료(네이버페이만)" in out
    assert "월 수수료는 네이버페이만 더한 값; 카드 매출은 모름" in out
    assert "일반결제 카드의 매출이나 건수를 몰라 비용으로는 비교하지 않았습니다" in out
    assert "첫해 비용" not in out


def test_a_set_of_contracts_names_its_sum_too() -> None:
    flags = ("--one-time", "card", "--easy-pay", "kakaopay", "--easy-pay-contract", "direct", "--portone", "v1")
    out = run("select-pg", *flags, "--tier", "micro", "--sales", "easy_pay:kakaopay=500만", f"--as-of={CHECKED}").out
    assert "월 수수료 85,000~160,000원 (카카오페이만 더한 값; 카드: 모름)" in out


def test_a_fee_that_no_page_gives_is_left_out_by_name() -> None:
    # domestic-and-oversea-fees: KG파이낸셜에는 빌링/수기 요율이 없음. 카드 일반 3.20% x 100만 = 3만 2000
    answer = asked("--one-time", "card", "--billing", "card", "--tier", "general", "--sales", "one_time:card=100만",
                   "--sales", "billing:card=100만", f"--as-of={CHECKED}")  # fmt: skip
    (entry,) = [entry for entry in answer["qualified"] if entry["gateway"] == "kg_financial"]
    assert entry["partial"] == {"counted": ["one_time:card"], "missing": ["billing:card"]}
    assert entry["known_monthly_fee_krw"] == {"min": 32_000, "max": 32_000}


def order(selection: Selection) -> list[str]:
    return [entry.gateway for entry in selection.qualified]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), min_size=2, max_size=4, unique=True), st.data())
def test_some_sales_decide_no_order(parts: list[Part], data: st.DataObject) -> None:
    """Whatever the sales of some parts are, gateways are ranked as without them, and no sum stands as a cost."""
    some = data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=len(parts) - 1, unique=True))
    answers = Requirements(methods=tuple(parts), tier="micro", as_of=CHECKED)
    sales = {part: data.draw(st.integers(0, 10**9)) for part in some}
    without, partly = select(BOOK, answers), select(BOOK, answers._replace(sales=sales))
    assert (partly.by_cost, partly.partly) == (False, True)
    assert order(partly) == order(without)
    assert [entry.gateways for entry in partly.combinations] == [entry.gateways for entry in without.combinations]
    assert partly.portone_plan is None
    for entry in partly.qualified:
        assert (entry.cost.monthly, entry.cost.first_year) == (None, None)
    for found in partly.combinations:
        assert (found.monthly, found.first_year, found.saves_first_year) == (None, None, None)


def test_where_nothing_is_asked_for_nothing_is_compared_by_cost() -> None:
    selection = select(BOOK, Requirements(as_of=CHECKED))
    assert (selection.by_cost, selection.partly, selection.break_even) == (False, False, None)
