"""Steps of a gateway are steps: each of several has its own, by names that people type, done and waited for."""

import json
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from portone_guide.needs.requirements import Requirements
from portone_guide.plan.model import Plan
from portone_guide.plan.store import read_plan
from portone_guide.road.find import find_step
from portone_guide.road.of_plan import marked, progress_of, steps_of, with_choice
from portone_guide.road.steps import whole_road
from support import run, shipped

PLAN = Path("portone-guide.yaml")
TWO = "kind: plan\nversion: 1\nchosen: [nice, kakaopay]\nanswers:\n  one_time: [card]\n  easy_pay: [kakaopay]\n"
DAY = date(2026, 11, 2)


def home() -> dict:
    return json.loads(run("--json").out)


def put(text: str) -> None:
    PLAN.write_text(text, "utf-8")


def test_two_gateways_have_steps_of_their_own() -> None:
    put(TWO)
    for step in ("build_site", "test_integration", "apply"):
        assert run("done", step, "--on", "2026-11-02").code == 0
    assert run("done", "카카오페이:계약 안내").code == 0
    found = home()
    open_now = {found["next"]["step"], *(step["step"] for step in found["also"])}
    assert open_now == {"nice:contract_guidance", "kakaopay:partner"}
    assert found["next"]["step"] == "kakaopay:partner"  # what the merchant can do comes before what others do
    assert read_plan(PLAN).done["kakaopay:contract_guidance"] == date.today()
    assert run("undo", "kakaopay:contract_guidance").code == 0
    assert "kakaopay:contract_guidance" in {home()["next"]["step"], *(step["step"] for step in home()["also"])}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("naverpay:inspection", "naverpay:inspection"),
        ("네이버페이:검수", "naverpay:inspection"),
        ("네이버페이 : 검수 요청", "naverpay:inspection_request"),
        ("naverpay_inspection", "naverpay:inspection"),
        ("naverpay:card_review", "naverpay:inspection"),
        ("나이스정보통신:카드사 심사", "nice:card_review"),
        ("신청", "apply"),
        ("서비스 열기", "open"),
        ("사이트준비", "build_site"),
    ],
)
def test_steps_go_by_what_people_call_them(text: str, name: str) -> None:
    steps = whole_road(shipped(), ["nice", "naverpay"], Requirements())
    assert find_step(text, steps, shipped().pg_methods).name == name


def test_a_name_of_several_steps_is_asked_back() -> None:
    put(TWO)
    told = run("done", "card_review")
    assert (told.code, told.out) == (2, "")
    assert "nice:card_review, kakaopay:card_review" in told.err
    assert "계획에 있는 곳: nice, kakaopay" in run("done", "kcp:apply").err
    assert read_plan(PLAN).done == {}


def test_every_step_of_every_gateway_is_found_by_its_name_and_no_two_share_one() -> None:
    file = shipped().pg_methods
    for gateway in file.gateways:
        steps = whole_road(shipped(), [gateway], Requirements())
        assert len({step.name for step in steps}) == len(steps), gateway
        for step in steps:
            assert find_step(step.name, steps, file) == step
            if step.lane:
                assert find_step(f"{file.gateways[gateway].name}:{step.title}", steps, file).title == step.title


def test_a_day_without_a_gateway_is_that_of_all_until_one_is_taken_back() -> None:
    book = shipped()
    plan = Plan(chosen=("nice", "kakaopay"), done={"card_review": DAY})
    steps = steps_of(book, plan, DAY)
    mine = find_step("nice:card_review", steps, book.pg_methods)
    assert marked(plan, mine, steps).done == {"kakaopay:card_review": DAY}
    assert marked(plan, mine, steps, done=date(2026, 12, 1)).done == {
        "kakaopay:card_review": DAY,
        "nice:card_review": date(2026, 12, 1),
    }


def test_what_was_done_with_one_gateway_is_not_done_with_the_next() -> None:
    plan = Plan(chosen=("nice",), done={"gateway_review": DAY, "apply": DAY}, waiting={"card_review": DAY})
    after = with_choice(shipped(), plan, ("nice", "kakaopay"), date(2026, 12, 1))
    assert after.done == {"nice:gateway_review": DAY, "apply": DAY, "choose_gateway": date(2026, 12, 1)}
    assert after.waiting == {"nice:card_review": DAY}
    found = progress_of(shipped(), after, date(2026, 12, 1))
    states = {step.name: found.states[step.key] for step in found.steps}
    assert (states["nice:gateway_review"], states["kakaopay:gateway_review"]) == ("done", "open")


def test_the_choice_is_not_done_without_a_choice() -> None:
    told = run("done", "choose_gateway")
    assert (told.code, told.out) == (2, "")
    assert "portone-guide choose" in told.err
    assert not PLAN.exists()
    assert run("choose", "nice").code == 0
    assert run("done", "choose_gateway", "--on", "2026-11-02").code == 0
    assert read_plan(PLAN).done["choose_gateway"] == DAY
    assert run("undo", "choose_gateway").code == 0
    assert read_plan(PLAN).chosen == ()
    assert home()["next"]["step"] == "choose_gateway"


def test_what_is_waited_for_has_its_day_and_ends() -> None:
    put(TWO)
    assert run("waiting", "나이스:카드사 심사", "--on", "2020-01-02").code == 0
    assert read_plan(PLAN).waiting == {"nice:card_review": date(2020, 1, 2)}
    entry, other = home()["waiting"]
    assert (other["step"], other["noted"]) == ("kakaopay:contract_guidance", False)  # applied by then at the latest
    # 퀵 가이드: 카드사 심사는 영업일 10일. 2020-01-02 was a Thursday.
    assert entry == {
        "step": "nice:card_review",
        "gateway": "nice",
        "since": "2020-01-02",
        "noted": True,
        "due": "2020-01-16",
        "late": True,
    }
    road = json.loads(run("next-steps", "--json").out)
    late = {step["name"]: step["overdue"] for step in road["steps"] if step["overdue"]}
    assert late == {entry["step"]: entry["due"] for entry in home()["waiting"]}
    assert late["nice:card_review"] == "2020-01-16"
    assert run("done", "nice:card_review", "--on", "2020-02-03").code == 0
    assert read_plan(PLAN).waiting == {}
    assert "이미 끝낸" in run("waiting", "nice:card_review").err
    assert run("undo", "nice:card_review").code == 0


def test_a_step_whose_time_nobody_tells_is_never_late() -> None:
    put(TWO)
    run("waiting", "nice:gateway_review", "--on", "2001-01-02")
    entry = next(entry for entry in home()["waiting"] if entry["noted"])
    assert (entry["due"], entry["late"]) == (None, False)
    assert "얼마나 걸리는지 출처에 없음" in " ".join(run().out.split())


def test_the_reminder_is_the_mail_alone_and_every_line_whole() -> None:
    put(f"{TWO}  trade_name: 하나상점\n")
    run("waiting", "nice:card_review", "--on", "2020-01-02")
    assert "portone-guide waiting nice:card_review --mail" in run().out
    told = run("waiting", "nice:card_review", "--mail")
    assert told.err == ""
    lines = told.out.split("\n")
    assert lines[0].startswith("받는 사람: ")
    assert "@" in lines[0]
    assert lines[1] == "제목: [하나상점] 나이스정보통신 카드사 심사 진행 상황 문의"
    assert "영업일 10일 (2020-01-16까지)" in told.out
    assert "portone-guide" not in told.out
    assert json.loads(run("waiting", "nice:card_review", "--mail", "--json").out)["mail"] == told.out
    before = PLAN.read_bytes()
    assert "연락 기다림: (여기에 적으세요)" in run("waiting", "kakaopay:card_review", "--mail").out
    assert PLAN.read_bytes() == before
    run("done", "kakaopay:card_review")
    told = run("waiting", "kakaopay:card_review", "--mail")
    assert (told.code, told.out) == (2, "")
    assert "portone-guide undo kakaopay:card_review" in told.err


@pytest.mark.parametrize("pair", list(combinations(["nice", "kakaopay", "naverpay", "paypal"], 2)))
def test_doing_what_comes_next_reaches_the_end(pair: tuple[str, str]) -> None:
    book = shipped()
    plan = with_choice(book, Plan(answers={"one_time": ("card",)}), pair, DAY)
    for _ in range(80):
        found = progress_of(book, plan, DAY)
        if found.now is None:
            return
        plan = marked(plan, found.now, found.steps, done=DAY)
    pytest.fail("the road does not end")
