"""next-steps as a command: what it takes, what it keeps in the plan, how it ends."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_next_steps import answer, plan_with, steps_by_id

from support import run, shipped


def test_without_a_gateway_it_says_what_to_type() -> None:
    ended = run("next-steps")
    assert ended.code == 3
    assert "--gateway" in ended.err
    assert not ended.out


@pytest.mark.parametrize(
    "args",
    [
        ("--gateway", "nicee"),
        ("--gateway", "nice", "--start", "내일"),
        ("--gateway", "nice", "--start", "2026-02-30"),
        ("--gateway", "nice", "--open-by", "20260132"),
        ("--gateway", "nice", "--lang", "cobol"),
        ("--gateway", "nice", "--format", "pdf"),
        ("--gateway", "nice", "--business", "club"),
        ("--gateway", "nice", "--settlement-cycle", "weekly"),
        ("--gateway", "nice", "--monthly-sales", "많이"),
        ("--gateway", "nice", "--portone", "v3"),
    ],
    ids=" ".join,
)
def test_bad_input_is_told_in_a_few_lines(args: tuple[str, ...]) -> None:
    ended = run("next-steps", *args)
    assert ended.code == 2, ended.err
    assert 1 <= len(ended.err.strip().split("\n")) <= 3
    assert not ended.out


def test_a_gateway_by_its_name() -> None:
    assert answer("--gateway", "카카오페이")["gateways"] == ["kakaopay"]


def test_the_plans_gateways_and_days_are_used() -> None:
    plan_with("chosen: [kakaopay]\nstart: 2026-03-03\n")
    found = answer()
    assert found["gateways"] == ["kakaopay"]
    assert steps_by_id(found)["apply"]["end"] == "2026-03-03"
    assert answer("--open-by", "2026-12-31")["counted"] == "backward"


def test_days_given_are_kept_in_the_plan() -> None:
    plan_with("chosen: [kakaopay]\n")
    assert answer("--open-by", "2026-12-31")["goal"]
    assert answer()["goal"] is None
    answer("--open-by", "2026-12-31", "--save")
    assert answer()["goal"]["open_by"] == "2026-12-31"
    assert answer("--no-save", "--start", "2026-03-03")["goal"] is None
    assert answer()["goal"]["open_by"] == "2026-12-31"


def test_a_start_on_a_holiday_begins_on_the_next_business_day() -> None:
    assert steps_by_id(answer("--gateway", "nice", "--start", "2026-02-16"))["apply"]["end"] == "2026-02-19"


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_days_as_people_type_them(day: date) -> None:
    from portone_guide.needs.korean_day import parse_day
    from portone_guide.needs.reading import WrongValueError
    from portone_guide.needs.words import problem_lines

    for text in (day.isoformat(), f"{day:%Y%m%d}", f"{day.year}.{day.month}.{day.day}", f" {day:%Y/%m/%d} "):
        assert parse_day(text) == day
    with pytest.raises(WrongValueError) as raised:
        parse_day(f"{day + timedelta(days=1):%m-%d}")
    assert "날짜가 아닙니다" in problem_lines(raised.value.problem)[0]


def test_the_command_starts_without_what_only_some_answers_need() -> None:
    code = (
        "import sys, portone_guide.next_steps.command\n"
        "heavy = {'holidays', 'icalendar', 'rich', 'questionary', 'pydantic', 'yaml'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_all_gateways_at_once() -> None:
    names = list(shipped().pg_methods.gateways)
    found = answer(*(word for name in names for word in ("--gateway", name)))
    assert sorted(found["gateways"]) == sorted(names)
    assert [step for step in found["steps"] if not step["later"]][-1]["id"] == "open"
    opening = next(step for step in found["steps"] if step["id"] == "open")
    waiting = {step["gateway"] for step in found["steps"] if step["later"]}
    assert {key["gateway"] for key in opening["after"]} == set(names) - waiting
    assert set(found["gateways"][-len(waiting) :]) == waiting
