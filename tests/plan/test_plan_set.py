"""``plan set``: keys and values as flags have them or as people say them; all is judged before anything is written."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from portone_guide.app import app
from portone_guide.plan.answer_keys import ANSWER_KEYS
from portone_guide.plan.store import read_plan
from support import keeps_to_schema, run, shipped

PLAN = Path("portone-guide.yaml")
HEAD = "# mine\nkind: plan\nversion: 1\n"


def put(text: str) -> None:
    PLAN.write_text(HEAD + text, "utf-8")


@pytest.mark.parametrize(
    ("pairs", "answers"),
    [
        (["tier=micro"], {"tier": "micro"}),
        (["tier=micro", "one-time=card,virtual_account"], {"tier": "micro", "one_time": ("card", "virtual_account")}),
        (["매출 구간=영세", "일반결제수단=카드, 가상계좌"], {"tier": "micro", "one_time": ("card", "virtual_account")}),
        (["one_time=card", "one_time=mobile"], {"one_time": ("card", "mobile")}),
        (["one_time=카드", "sales=카드=1,000만"], {"one_time": ("card",), "sales": ("one_time:card=1,000만",)}),
        (["one_time=card", "key_in=없음", "portone=모르겠어요"], {"key_in": (), "portone": "unknown"}),
        (["one_time=card", "open_before_review=예"], {"open_before_review": "yes"}),
        (["easy_pay=카카오페이"], {"easy_pay": ("kakaopay",)}),
        (["in_development=아니요"], {"in_development": "no"}),
    ],
)
def test_keys_and_values_as_people_type_them(pairs: list[str], answers: dict[str, Any]) -> None:
    told = run("plan", "set", *pairs, "--json")
    assert told.code == 0, told.err
    value = json.loads(told.out)
    keeps_to_schema("plan-set", value)
    kept = read_plan(PLAN).answers
    assert {name: kept[name] for name in answers} == answers
    assert {entry["key"] for entry in value["changed"]} == set(kept)


def test_whom_and_when_go_where_the_plan_has_them() -> None:
    assert run("plan", "set", "gateway=나이스정보통신,kakaopay", "start=2026-12-01").code == 0
    plan = read_plan(PLAN)
    assert (plan.chosen, plan.start, dict(plan.answers)) == (("nice", "kakaopay"), date(2026, 12, 1), {})
    assert "choose_gateway" in plan.done


def test_the_rest_of_the_file_stays() -> None:
    put("answers:\n  goods: digital  # courses\n  tier: micro\n# the end\n")
    told = run("plan", "set", "tier=general")
    assert told.out == "매출 구간: micro -> general\n"
    assert PLAN.read_text("utf-8") == HEAD + "answers:\n  goods: digital  # courses\n  tier: general\n# the end\n"
    assert "바뀐 것이 없습니다" in run("plan", "set", "tier=general").out


def test_what_cannot_stand_beside_the_new_answer_goes_and_is_told() -> None:
    put("answers:\n  one_time: [card, mobile]\n  sales: ['mobile=7만']\n")
    told = run("plan", "set", "one_time=card")
    assert "(새 답과 함께 쓸 수 없어 뺌)" in told.out or "sales" in told.out or "월 매출" in told.out
    assert read_plan(PLAN).answers["one_time"] == ("card",)
    assert run("select-pg", "--json").code == 0


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["tier=micro", "tir=micro"], "모르는 키입니다: 'tir'"),
        (["tier=big", "goods=digital"], "tier: 모르는 값입니다: 'big'"),
        (["tier"], "'키=값'으로 적으세요: 'tier'"),
        (["tier="], "'키=값'으로 적으세요: 'tier='"),
        ([], "'키=값'으로 적으세요"),
        (["tier=micro", "yearly_sales=1억"], "yearly_sales"),
        (["gateway=nobody"], "gateway: 모르는 결제대행사입니다: 'nobody'"),
        (["start=soon"], "start: 날짜가 아닙니다: 'soon'"),
    ],
)
def test_nothing_is_written_unless_all_of_it_can_be_read(pairs: list[str], said: str) -> None:
    put("answers:\n  goods: physical\n")
    before = PLAN.read_bytes()
    told = run("plan", "set", *pairs)
    assert (told.code, told.out) == (2, "")
    assert said in told.err or "tier" in told.err
    assert PLAN.read_bytes() == before


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    assert "혹시 이것인가요: tier" in run("plan", "set", "tir=micro").err


@pytest.mark.parametrize(
    "command", ["", "plan show", "select-pg --one-time card", "checklist --goods digital", "done open"]
)
def test_an_unknown_key_of_the_file_is_told_in_its_place(command: str) -> None:
    put("answers:\n  goods: digital\n  tir: micro\n")
    told = run(*command.split())
    assert (told.code, told.out) == (5, "")
    assert told.err.startswith("portone-guide.yaml:6:3: 모르는 답입니다: 'tir' - 혹시 이것인가요: tier")


def test_the_keys_are_the_questions_that_the_commands_ask() -> None:
    root: Any = typer.main.get_command(app)
    asked = {
        question.id
        for command in ("select-pg", "next-steps")
        for question in root.get_command(root, command).questions(shipped())
    }
    from portone_guide.checklist.questions import SITE
    from portone_guide.need_new_mid.questions import SHOP

    kept = asked | {question.id for question in (*SITE, *SHOP)}
    assert set(ANSWER_KEYS) == kept, "plan/answer_keys.py names every answer that a plan keeps"


def test_nobody_is_there_to_edit() -> None:
    assert run("plan", "edit").code == 3
    put("answers:\n  goods: digital\n")
    told = run("plan", "edit")
    assert (told.code, told.out) == (3, "")
    assert "portone-guide plan set" in told.err
