"""Where a merchant stands on the road, and what is kept of it."""

import json
from datetime import date
from pathlib import Path

import pytest

from portone_guide.home.decide import standing
from portone_guide.home.report import home_report, plan_report
from portone_guide.home.screen import home_page
from portone_guide.plan.model import Plan
from portone_guide.terminal.plain import plain_text
from support import keeps_to_schema, run, shipped

STEPS = tuple(shipped().roadmap.steps)
TODAY = date(2026, 11, 23)
FULL = Plan(
    answers={"one_time": ("card", "virtual_account"), "goods": "physical"},
    chosen=("kpn", "a_gateway_of_old"),
    checklist={"refund_policy": "pass"},
    done={STEPS[0]: date(2026, 11, 2)},
    start=date(2026, 11, 3),
    open_by=date(2027, 1, 4),
)


def done_until(step: str, on: date) -> Plan:
    return Plan(done=dict.fromkeys(STEPS[: STEPS.index(step)], on))


def test_a_new_merchant_stands_at_the_first_step() -> None:
    found = standing(shipped(), Plan(), TODAY, plan_exists=False)
    assert found.next is not None
    assert (found.next.id, found.stage) == (STEPS[0], found.next.stage)
    assert (found.done, found.late, found.also) == ((), (), ())
    assert [entry.id for entry in found.later] == list(STEPS[1:])
    assert "아직 시작하지 않았습니다" in plain_text(home_page(found).whole())


def test_every_step_comes_next_once_those_before_it_are_done() -> None:
    for number, step in enumerate(STEPS):
        found = standing(shipped(), done_until(step, TODAY), TODAY, plan_exists=True)
        assert found.next is not None
        assert found.next.id == step
        assert [entry.step.id for entry in found.done] == list(STEPS[:number])
        command = "choose" if number == 0 else f"done {step}"
        assert f"portone-guide {command}" in plain_text(home_page(found).whole())


def test_all_done_is_operating() -> None:
    found = standing(shipped(), Plan(done=dict.fromkeys(STEPS, TODAY)), TODAY, plan_exists=True)
    assert (found.next, found.later, found.stage, found.waited) == (None, (), "operate", ())
    assert "모든 단계를 끝냈습니다" in plain_text(home_page(found).whole())


@pytest.mark.parametrize(("today", "late"), [(date(2020, 1, 7), False), (date(2020, 1, 8), True)])
def test_a_step_is_late_the_day_after_its_longest_time(today: date, late: bool) -> None:
    # 퀵 가이드: within three business days of the application; 2020-01-02 was a Thursday.
    plan = done_until("contract_guidance", date(2020, 1, 2))
    assert bool(standing(shipped(), plan, today, plan_exists=True).late) == late


def test_only_gateways_that_there_are_have_a_name() -> None:
    found = standing(shipped(), FULL, TODAY, plan_exists=True)
    assert found.chosen == FULL.chosen
    assert found.chosen_names == (shipped().pg_methods.gateways["kpn"].name,)


@pytest.mark.parametrize("plan", [Plan(), FULL, done_until("contract_guidance", date(2020, 1, 2))])
def test_json_is_of_the_declared_type(plan: Plan) -> None:
    keeps_to_schema("home", home_report(standing(shipped(), plan, TODAY, plan_exists=True)))
    keeps_to_schema("plan-show", plan_report(plan))


def test_json_at_the_end_of_the_road_is_of_the_declared_type() -> None:
    plan = Plan(done=dict.fromkeys(STEPS, TODAY))
    keeps_to_schema("home", home_report(standing(shipped(), plan, TODAY, plan_exists=True)))


def test_plan_show_is_the_plan() -> None:
    run("done", STEPS[1], "--on", "2026-11-02")
    value = json.loads(run("plan", "show", "--json").out)
    assert value == {"schema_version": 1, "kind": "plan", "version": 1, "done": {STEPS[1]: "2026-11-02"}}
    assert STEPS[1] in run("plan", "show").out


def test_a_day_that_is_none_is_told_with_its_own_flag() -> None:
    ended = run("done", STEPS[1], "--on", "yesterday")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("--on: 날짜가 아닙니다: 'yesterday'")
    assert not Path("portone-guide.yaml").exists()


def test_a_hosted_shop_is_sent_to_its_host_and_not_down_our_road() -> None:
    hosted = Plan(answers={"platform": "builder"}, done={STEPS[0]: TODAY})
    found = standing(shipped(), hosted, TODAY, plan_exists=True)
    text = plain_text(home_page(found).whole())
    assert "호스팅사를 통해 계약" in text
    assert "portone-guide next-steps" not in text
    assert "portone-guide done" not in text
    told = home_report(found)
    keeps_to_schema("home", told)
    assert told["through_host"] and told["next"]
    assert told["next"]["command"] is None
    for answers in ({}, {"platform": "self"}, {"platform": "of_old"}):
        assert standing(shipped(), Plan(answers=dict(answers)), TODAY, plan_exists=True).host is None
