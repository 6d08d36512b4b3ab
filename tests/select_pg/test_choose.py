"""``choose``: any name of a gateway, a set, what was answered against it, and the command that comes next."""

import json
from pathlib import Path

import pytest

from portone_guide.plan.store import read_plan
from portone_guide.select_pg.choice import choice
from portone_guide.select_pg.decide import select
from portone_guide.shell.context import parse
from support import CHECKED, keeps_to_schema, run, shipped

PLAN = Path("portone-guide.yaml")


def chosen() -> tuple[str, ...]:
    return read_plan(PLAN).chosen if PLAN.exists() else ()


def test_a_set_by_any_name_is_kept_and_the_next_command_told() -> None:
    told = run("choose", "나이스정보통신", "KakaoPay", "--one-time", "card", "--easy-pay", "kakaopay")
    assert (told.code, told.err) == (0, "")
    assert "나이스정보통신 + 카카오페이" in told.out
    assert "portone-guide checklist" in told.out
    plan = read_plan(PLAN)
    assert (plan.chosen, set(plan.answers)) == (("nice", "kakaopay"), {"one_time", "easy_pay"})
    assert "choose_gateway" in plan.done


def test_json_is_of_the_declared_type() -> None:
    value = json.loads(run("choose", "nice", "--json").out)
    keeps_to_schema("choose", value)
    assert (value["chosen"], value["before"], value["judged"], value["next"]) == (["nice"], [], False, "build_site")


def test_what_was_answered_rules_a_gateway_out_until_it_is_meant() -> None:
    told = run("choose", "kakaopay", "--one-time", "card", "--plan", "p.yaml")
    assert (told.code, told.out) == (2, "")
    assert "카카오페이: 일반결제 카드: 지원하지 않음" in told.err
    line = next(line.partition(": ")[2] for line in told.err.splitlines() if "--anyway" in line)
    assert not Path("p.yaml").exists()
    assert run(*line.split()[1:]).code == 0
    assert read_plan(Path("p.yaml")).chosen == ("kakaopay",)


def test_one_that_nothing_was_asked_of_is_ruled_out_of_a_set() -> None:
    told = run("choose", "nice", "paypal", "--one-time", "card")
    assert told.code == 2
    assert "페이팔" in told.err
    assert "나이스정보통신:" not in told.err
    assert chosen() == ()


@pytest.mark.parametrize(
    "answers",
    [
        {"one_time": ["card"]},
        {"one_time": ["card"], "easy_pay": ["kakaopay", "naverpay"]},
        {"billing": ["card"], "identity": ["pass"]},
        {"overseas": ["card"]},
    ],
)
def test_what_select_pg_offers_is_never_ruled_out(answers: dict) -> None:
    book = shipped()
    asked = parse(answers, book, CHECKED)
    selection = select(book, asked)
    sets = [(entry.gateway,) for entry in selection.qualified] + [entry.gateways for entry in selection.combinations]
    assert sets
    for gateways in sets[:8]:
        assert choice(book, asked, gateways).ruled_out == ()
    for entry in selection.rejected[:8]:
        found = choice(book, asked, (entry.gateway,))
        assert bool(found.ruled_out) == (not entry.may_fit), entry.gateway


def test_without_a_name_and_a_terminal_the_fitting_ones_are_told() -> None:
    told = run("choose", "--one-time", "card")
    assert (told.code, told.out) == (3, "")
    lines = [line.removeprefix("예: ") for line in told.err.splitlines() if line.startswith("예: ")]
    assert lines
    for line in lines:
        assert run(*line.split()[1:], "--one-time", "card").code == 0


def test_a_name_that_there_is_not_chooses_nothing() -> None:
    told = run("choose", "nice", "nobody")
    assert told.code == 2
    assert "nobody" in told.err
    assert chosen() == ()
