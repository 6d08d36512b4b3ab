"""The scenarios of tests/scenarios: what `select-pg` must answer, written down from the source pages by hand."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

import pytest

from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.question import YES
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.words import problem_lines
from portone_guide.rules.errors import RuleFileError, shown
from portone_guide.rules.models.fields import Day, Id, Parsed, PortOneVersion, Text
from portone_guide.rules.reading import yaml_text
from portone_guide.rules.reading.shape import check_shape
from portone_guide.select_pg.answer import Confidence, RejectionCode
from support import run, shipped

FOLDER = Path(__file__).parent / "scenarios"


class Unknown(NamedTuple):
    """A figure that the answer must leave out, because the pages do not give it."""


def typed_won(text: str) -> int:
    """Read an amount as the program does; what is wrong with it is told as the reading of files wants it."""
    try:
        return parse_amount(text)
    except WrongValueError as error:
        raise ValueError(" ".join(problem_lines(error.problem))) from None


def read_won(value: Any) -> int | Unknown:
    """Read won: a whole number, in the ways that flags take it, or `unknown`."""
    if not isinstance(value, str):
        raise ValueError("금액(예: 14만)이나 unknown을 적으세요")
    return Unknown() if value == "unknown" else typed_won(value)


def read_amount(value: Any) -> dict[str, int] | Unknown:
    """Read won from `min` to `max`, or one figure that is both."""
    if isinstance(value, dict):
        if set(value) != {"min", "max"} or not all(isinstance(text, str) for text in value.values()):
            raise ValueError("범위는 'min: 금액'과 'max: 금액' 두 줄로 적으세요")
        return {end: typed_won(text) for end, text in value.items()}
    won = read_won(value)
    return won if isinstance(won, Unknown) else {"min": won, "max": won}


def read_flags(value: Any) -> tuple[str, ...]:
    """Read the flags of select-pg: names without dashes, each with one value or a list of them."""
    if not isinstance(value, dict) or not value:
        raise ValueError("'플래그: 값'의 표를 적으세요")
    arguments: list[str] = []
    for name, given in value.items():
        if f"--{name}" not in {question.flag_name for question in NEEDS}:
            raise ValueError(f"select-pg에 없는 플래그입니다: {shown(name)}")
        texts = given if isinstance(given, list) else [given]
        if not texts or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"{shown(name)}에 값이나 값의 목록을 적으세요")
        if name == "open-before-review":
            if texts != [YES]:
                raise ValueError(f"{shown(name)}에는 yes만 적거나 줄을 지우세요")
            arguments.append(f"--{name}")
        else:
            arguments += [f"--{name}={text}" for text in texts]
    return tuple(arguments)


Won = Annotated[Any, Parsed(read_won, raw=True)]
Amount = Annotated[Any, Parsed(read_amount, raw=True)]


class Qualified(NamedTuple):
    """What must be said of a gateway that qualifies; what is left out is not looked at."""

    confidence: Confidence | None = None
    portone_versions: tuple[PortOneVersion, ...] | None = None
    modules: tuple[Id, ...] | None = None
    monthly_fee_krw: Amount = None
    known_monthly_fee_krw: Amount = None
    signup_fee_krw: Won = None
    first_year_cost_krw: Amount = None
    reasons: tuple[Id, ...] | None = None


class Contracts(NamedTuple):
    """A set of contracts that must be offered: which need goes to which gateway."""

    assignment: dict[Id, Id]
    confidence: Confidence | None = None
    monthly_fee_krw: Amount = None
    known_monthly_fee_krw: Amount = None
    signup_fee_krw: Won = None
    first_year_cost_krw: Amount = None
    saves_first_year_krw: Won = None
    sign_now: tuple[Id, ...] | None = None
    sign_later: tuple[Id, ...] | None = None


class Expected(NamedTuple):
    """What the answer must hold: these gateways and sets at least; `combinations: none` forbids any set."""

    qualified: dict[Id, Qualified] = {}  # noqa: RUF012 - never changed
    rejected: dict[Id, RejectionCode] = {}  # noqa: RUF012
    combinations: tuple[Contracts, ...] | Literal["none"] = ()
    portone_plan_krw: Won = None
    warnings: tuple[Id, ...] = ()


class Scenario(NamedTuple):
    """One question to select-pg and its answer."""

    title: Text
    flags: Annotated[tuple[str, ...], Parsed(read_flags, raw=True)]
    as_of: Day
    expected: Expected


class ScenarioFile(NamedTuple):
    """A file of scenarios on one subject."""

    scenarios: tuple[Scenario, ...]


def scenarios_in(document: yaml_text.Document) -> list[Scenario]:
    """Return the scenarios of a file; any key that is not known here is an error with its place."""
    file: ScenarioFile = check_shape(document, ScenarioFile)
    empty = [
        document.problem(("scenarios", index), "기대하는 답이 없습니다: expected에 한 가지 이상 적으세요")
        for index, scenario in enumerate(file.scenarios)
        if scenario.expected == Expected()
    ]
    if empty:
        raise RuleFileError(empty)
    return list(file.scenarios)


@cache
def all_scenarios() -> dict[str, Scenario]:
    """Return every scenario of every file by where it stands; a wrong file stops the tests with its errors."""
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        document = yaml_text.read(path, path.name)
        for index, scenario in enumerate(scenarios_in(document)):
            found[f"{path.name}:{document.place(('scenarios', index))[0]}"] = scenario
    return found


def mismatches(expected: Any, found: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield each field of an expectation (a row) that an answer's object does not have."""
    for name, wanted in expected._asdict().items():
        if wanted is None or name == "assignment":
            continue
        got = found[name]
        if name == "reasons":
            missing = set(wanted) - {reason["code"] for reason in got}
            if missing:
                yield f"{where}: 말하지 않은 것 {sorted(missing)}"
            continue
        if name == "modules":
            got = tuple(module["id"] for module in got)
        elif isinstance(got, list):
            got = tuple(got)
        if got != (None if isinstance(wanted, Unknown) else wanted):
            yield f"{where}: {name}은(는) {wanted}이어야 하는데 {got}"


def check(expected: Expected, answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield everything in which an answer is not what a scenario expects."""
    fitting = {entry["gateway"]: entry for entry in answer["qualified"]}
    others = {entry["gateway"]: {reason["code"] for reason in entry["reasons"]} for entry in answer["rejected"]}
    for gateway, wanted in expected.qualified.items():
        if gateway in fitting:
            yield from mismatches(wanted, fitting[gateway], gateway)
        else:
            yield f"{gateway}: 맞는 곳이어야 하는데 {sorted(others.get(gateway, ['모르는 이름']))}"
    for gateway, code in expected.rejected.items():
        if code not in others.get(gateway, ()):
            got = sorted(others.get(gateway, ["맞는 곳"] if gateway in fitting else ["모르는 이름"]))
            yield f"{gateway}: {code}로 빠져야 하는데 {got}"
    yield from check_sets(expected, answer["combinations"])
    if expected.portone_plan_krw is not None:
        plan = None if isinstance(expected.portone_plan_krw, Unknown) else expected.portone_plan_krw
        if plan != answer["portone_plan_krw"]:
            yield f"포트원 이용료: {plan}이어야 하는데 {answer['portone_plan_krw']}"
    missing = set(expected.warnings) - {warning["code"] for warning in answer["warnings"]}
    if missing:
        yield f"없는 알림: {sorted(missing)}"


def check_sets(expected: Expected, offered: list[dict[str, Any]]) -> Iterator[str]:
    """Yield each set of contracts that is missing or wrong."""
    if expected.combinations == "none":
        if offered:
            yield f"계약 조합이 없어야 하는데 {[entry['gateways'] for entry in offered]}"
        return
    for wanted in expected.combinations:
        found = [entry for entry in offered if entry["assignment"] == wanted.assignment]
        if found:
            yield from mismatches(wanted, found[0], " + ".join(found[0]["gateways"]))
        else:
            yield f"없는 계약 조합: {wanted.assignment}, 있는 것: {[entry['assignment'] for entry in offered]}"


@pytest.mark.parametrize("place", all_scenarios())
def test_scenario(place: str) -> None:
    scenario = all_scenarios()[place]
    result = run("select-pg", *scenario.flags, f"--as-of={scenario.as_of}", "--no-save", "--json")
    assert (result.code, result.err) == (0, "")
    assert list(check(scenario.expected, json.loads(result.out))) == [], scenario.title


def test_no_two_scenarios_have_one_title() -> None:
    titles = [scenario.title for scenario in all_scenarios().values()]
    assert len(titles) >= 35
    assert sorted(set(titles)) == sorted(titles)


def test_the_scenarios_name_every_gateway_of_the_fee_page_and_every_kind_of_rejection() -> None:
    named = {
        gateway for one in all_scenarios().values() for gateway in (*one.expected.qualified, *one.expected.rejected)
    }
    assert set(shipped().fees.fees) - named == set()
    told = {code for one in all_scenarios().values() for code in one.expected.rejected.values()}
    # "industry" (a gateway that says no by name) rests on a page about overseas payments only.
    assert set(get_args(RejectionCode)) - told <= {"industry"}


GOOD = """scenarios:
  - title: 카드
    flags: {one-time: card, tier: micro, sales: card=1000만}
    as_of: 2026-08-19
    expected:
      qualified:
        danal: {monthly_fee_krw: 14만}
"""


def parsed(text: str) -> list[Scenario]:
    return scenarios_in(yaml_text.parse(text.encode(), "나쁜.yaml"))


def test_a_scenario_reads_as_it_was_written() -> None:
    (scenario,) = parsed(GOOD)
    assert scenario.flags == ("--one-time=card", "--tier=micro", "--sales=card=1000만")
    assert scenario.as_of == date(2026, 8, 19)
    assert scenario.expected.qualified["danal"].monthly_fee_krw == {"min": 140_000, "max": 140_000}


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("scenarios:", "scenario:", "scenario"),
        ("as_of:", "as-of:", "as-of"),
        ("title:", "titel:", "titel"),
        ("expected:", "expects:", "expects"),
        ("qualified:", "qualify:", "qualify"),
        ("monthly_fee_krw", "monthly_fee", "monthly_fee"),
        ("tier: micro", "teir: micro", "teir"),
        ("tier: micro", "tier: ", "비었"),
        ("one-time:", "one_time:", "one_time"),
        ("2026-08-19", "2026-8-19", "2026-8-19"),
        ("14만", "14만 정도", "14만 정도"),
        ("14만", "{min: 14만}", "max"),
        ("{monthly_fee_krw: 14만}", "{confidence: sure}", "sure"),
        ("    as_of: 2026-08-19\n", "    as_of: 2026-08-19\n    as_of: 2026-08-20\n", "두 번"),
        ("      qualified:\n        danal: {monthly_fee_krw: 14만}\n", "      warnings: []\n", "기대하는 답"),
        ("      qualified:\n        danal: {monthly_fee_krw: 14만}\n", "      rejected: {kcp: no}\n", "'no'"),
    ],
)
def test_a_mistake_in_a_scenario_is_an_error_with_its_place(right: str, wrong: str, told: str) -> None:
    assert GOOD.count(right) == 1
    with pytest.raises(RuleFileError) as caught:
        parsed(GOOD.replace(right, wrong))
    assert told in str(caught.value)
    assert str(caught.value).startswith("나쁜.yaml:")


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ("qualified: {danal: {monthly_fee_krw: 14만 1원}}", "danal: monthly_fee_krw"),
        ("qualified: {danal: {monthly_fee_krw: unknown}}", "danal: monthly_fee_krw"),
        ("qualified: {danal: {modules: [danal.new]}}", "danal: modules"),
        ("qualified: {kakaopay: {}}", "kakaopay: 맞는 곳이어야"),
        ("qualified: {nobody: {}}", "모르는 이름"),
        ("rejected: {danal: not_supported}", "danal: not_supported로"),
        ("rejected: {kakaopay: goods}", "kakaopay: goods로"),
        ("portone_plan_krw: 10만", "포트원 이용료"),
        ("warnings: [tier_unknown]", "tier_unknown"),
        ("combinations: [{assignment: {one_time:card: danal}}]", "없는 계약 조합"),
    ],
)
def test_an_answer_that_is_not_the_expected_one_is_told(expected: str, told: str) -> None:
    (scenario,) = parsed(GOOD.replace("qualified:\n        danal: {monthly_fee_krw: 14만}", expected))
    answer = json.loads(run("select-pg", *scenario.flags, f"--as-of={scenario.as_of}", "--json").out)
    (mismatch,) = check(scenario.expected, answer)
    assert told in mismatch
