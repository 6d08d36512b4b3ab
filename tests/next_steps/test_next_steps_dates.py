"""The dates of the road: forward, backward, from what is done, and open where nobody tells how long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_next_steps import TODAY, alone, answer, plan_with, steps_by_id

from portone_guide.next_steps.answer import Schedule
from portone_guide.next_steps.schedule import backward, forward, states
from portone_guide.road.answer import RoadStep
from portone_guide.rules.business_days import add_business_days
from portone_guide.rules.models.roadmap import Days
from support import run, shipped


def test_forward_over_seollal() -> None:
    found = steps_by_id(answer("--gateway", "nice", "--start", "2026-02-13"))
    assert found["apply"]["end"] == found["apply"]["end_latest"] == "2026-02-13"
    # 2 to 3 business days after Friday 13 February 2026; 16 to 18 are Seollal: 19, 20, 23
    assert found["contract_guidance"]["end"] == "2026-02-20"
    assert found["contract_guidance"]["end_latest"] == "2026-02-23"
    assert found["gateway_review"]["business_days"] is None
    assert found["gateway_review"]["end_latest"] is None
    assert found["open"]["open_ended"]


def test_after_an_unknown_step_no_latest_day_is_invented() -> None:
    for gateway in shipped().pg_methods.gateways:
        found = alone(gateway)
        by_key = {
            (step["id"], step["gateway"] if len(found["gateways"]) > 1 else None): step for step in found["steps"]
        }
        for step in found["steps"]:
            before = [by_key.get((other["id"], None)) for other in step["after"]]
            if any(other and other["end_latest"] is None for other in before):
                assert step["start_latest"] is None
                assert step["end_latest"] is None
                assert step["open_ended"]


def test_backward_counts_by_the_longest_and_the_shortest() -> None:
    found = answer("--gateway", "nice", "--open-by", "2026-12-31")
    goal = found["goal"]
    # back from Thursday 31 December 2026 (25 is a holiday): 10 for the cards, 5 for the papers, 3 or 2 for the mail
    assert goal["apply_by"] == "2026-12-04"
    assert goal["apply_latest"] == "2026-12-07"
    assert goal["verdict"] == "possible"
    assert "결제대행사 입점심사 받기" in goal["steps_of_unknown_length"]
    assert found["counted"] == "backward"


@pytest.mark.parametrize(
    ("open_by", "verdict"),
    [
        ("2026-02-20", "past"),
        ("2026-01-05", "past"),
        ("2026-03-03", "tight"),
        ("2026-03-04", "possible"),
        ("2026-06-30", "possible"),
    ],
)
def test_a_day_that_is_too_near_is_said_to_be(open_by: str, verdict: str) -> None:
    # from Monday 2 February 2026: 17 business days at the least (2+5+10) and 18 at the most reach 3 and 4 March
    # (Seollal 16 to 18, substitute holiday 2 March)
    assert answer("--gateway", "nice", "--open-by", open_by)["goal"]["verdict"] == verdict
    said = run("next-steps", "--gateway", "nice", "--open-by", open_by, "--as-of", TODAY, "--plain").out
    assert ("이미 늦었습니다" in said) == (verdict == "past")


def test_done_steps_are_done_and_the_rest_is_counted_from_them() -> None:
    plan_with("chosen: [nice]\ndone: {apply: 2026-01-29, contract_guidance: 2026-02-02}\n")
    found = steps_by_id(answer())
    assert found["apply"]["state"] == "done"
    assert found["apply"]["end"] == "2026-01-29"
    assert found["gateway_review"]["start"] == "2026-02-02"
    assert found["sign_contract"]["end"] == "2026-02-09"
    assert found["test_integration"]["state"] == "open"


def test_what_should_have_happened_is_overdue() -> None:
    plan_with("chosen: [nice]\ndone: {apply: 2026-01-20}\n")
    found = steps_by_id(answer())
    assert found["contract_guidance"]["overdue"] == "2026-01-23"
    assert found["contract_guidance"]["end"] == TODAY
    assert found["contract_guidance"]["end_latest"] is None


def test_a_step_before_a_done_one_is_over() -> None:
    plan_with("chosen: [nice]\ndone: {card_review: 2026-01-30}\n")
    found = steps_by_id(answer())
    assert {found[name]["state"] for name in ("apply", "sign_contract", "test_integration")} == {"passed"}
    assert found["live_channel"]["state"] == "open"
    assert found["live_channel"]["start"] == "2026-01-30" or found["live_channel"]["start"] >= TODAY


def _chain(days: list[Days | None]) -> tuple[RoadStep, ...]:
    def step(number: int, length: Days | None) -> RoadStep:
        after = ((f"s{number - 1}", None),) if number else ()
        return RoadStep(
            f"s{number}", None, False, f"s{number}", "contract", "", "gateway", "", (), None, (), length, None, None,
            after, number == 0,
        )  # fmt: skip

    return tuple(step(number, length) for number, length in enumerate([None, *days]))


lengths = st.lists(
    st.none() | st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda two: Days(min(two), max(two))), max_size=6
)


@given(lengths, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_forward_dates_are_in_order(days: list[Days | None], start: date) -> None:
    steps = _chain(days)
    made = forward(steps, start, {}, start, add_business_days)
    _in_order(steps, made)
    least = sum(length.min for length in days if length)
    first = add_business_days(start, 0)
    assert made.of(steps[-1]).end == add_business_days(first, least)
    if all(days):
        most = sum(length.max for length in days if length)
        assert made.of(steps[-1]).end_latest == add_business_days(first, most)
    else:
        assert made.of(steps[-1]).end_latest is None


@given(lengths, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_backward_is_forward_the_other_way(days: list[Days | None], goal: date) -> None:
    steps = _chain(days)
    made = backward(steps, goal, {}, add_business_days)
    _in_order(steps, made)
    first = made.of(steps[0])
    assert first.end_latest
    again = forward(steps, first.end_latest, {}, first.end_latest, add_business_days)
    assert again.of(steps[-1]).end == made.of(steps[-1]).end_latest
    assert made.of(steps[-1]).end_latest in {goal, add_business_days(goal, -1)}
    assert made.of(steps[0]).open_ended == (None in days)


def _in_order(steps: tuple[RoadStep, ...], made: Schedule) -> None:
    for step in steps:
        dates = made.of(step)
        assert dates.start and dates.end and dates.start <= dates.end
        if dates.end_latest and dates.start_latest:
            assert dates.end <= dates.end_latest
            assert dates.start <= dates.start_latest <= dates.end_latest
        for key in step.after:
            assert made.dates[key].end <= dates.start or made.backward  # type: ignore[operator]


def test_states_follow_from_what_is_done() -> None:
    steps = _chain([None, None])
    assert list(states(steps, {"s1": date(2026, 1, 1)}).values()) == ["open", "done", "passed"]
    found = states(steps, {})
    assert set(found.values()) == {"open"}
