"""What buyers of a country pay with: only what a page says, with who takes it, and at once."""

import json

import pytest

from portone_guide.gateways.countries import buyers
from portone_guide.needs.flow import applicable
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.requirements import Requirements
from portone_guide.select_pg.decide import select
from support import CHECKED, run, shipped

BOOK = shipped()
COUNTRIES = BOOK.terms.countries


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_method_has_its_page_and_those_that_take_it(country: str) -> None:
    (found,) = buyers(BOOK, Requirements(countries=(country,), as_of=CHECKED))
    assert {method.method for method in found.methods} == {
        method for row in COUNTRIES[country].rows for method in row.methods
    }
    assert all(method.sources for method in found.methods)


@pytest.mark.parametrize("method", ["paypay", "alipay", "convenience_store"])
def test_those_that_take_a_method_are_those_that_fit_it(method: str) -> None:
    found = buyers(BOOK, Requirements(countries=("jp", "cn"), as_of=CHECKED))
    told = next(entry for country in found for entry in country.methods if entry.method == method)
    selection = select(BOOK, Requirements(methods=(("overseas", method),), as_of=CHECKED))
    assert set(told.gateways) == {entry.gateway for entry in selection.qualified}


@pytest.mark.parametrize("typed", ["jp", "일본"])
def test_a_country_alone_is_answered_at_once(typed: str) -> None:
    told = run("select-pg", "--country", typed)
    assert told.code == 0
    assert "일본 구매자: " in told.out and "PayPay" in told.out
    assert "추천" not in told.out
    answer = json.loads(run("select-pg", "--country", typed, "--json").out)
    assert (answer["qualified"], answer["rejected"], answer["recommended"]) == ([], [], None), (
        "nothing is asked for yet"
    )
    (country,) = answer["countries"]
    assert country["country"] == "jp"
    assert "inicis" in next(entry["gateways"] for entry in country["methods"] if entry["method"] == "paypay")


def test_a_country_of_which_no_page_speaks_is_unknown() -> None:
    (country,) = json.loads(run("select-pg", "--country", "베트남", "--json").out)["countries"]
    assert country["methods"] == []
    assert "출처가 없어 모릅니다" in run("select-pg", "--country", "vn").out.replace("\n", " ")


def test_a_country_changes_nothing_of_what_fits() -> None:
    line = ("select-pg", "--overseas", "card", "--json")
    alone, with_country = (json.loads(run(*line, *more).out) for more in ((), ("--country", "jp")))
    assert alone["qualified"] == with_country["qualified"]
    assert "일본 구매자" in run(*line[:-1], "--country", "jp").out


def test_who_sells_abroad_is_asked_for_countries_next() -> None:
    abroad = [question.id for question in applicable(NEEDS, {"overseas": ["card"]}, BOOK)]
    assert abroad[abroad.index("overseas") + 1] == "country"
    assert "country" not in {question.id for question in applicable(NEEDS, {"one_time": ["card"]}, BOOK)}


def test_who_has_signed_already_is_shown_the_way_to_more_ids() -> None:
    line = ("select-pg", "--billing", "card", "--one-time", "card", "--platform", "self", "--contracted", "나이스페이")
    printed = run(*line, "--plain").out
    told = next(row.strip() for row in printed.splitlines() if "need-new-mid" in row)
    assert told.endswith(
        "portone-guide need-new-mid --gateway nice --change contract_outside_portone --change add_billing"
        " --method card --platform self"
    )
    answer = run(*told[told.index("need-new-mid") :].split()).out
    assert "새 상점아이디가 2개 필요합니다" in answer
    assert "need-new-mid" not in run(*line[:-2], "--plain").out
    asked = {question.id for question in applicable(NEEDS, {"billing": ["card"]}, BOOK)}
    assert "contracted" in asked
    assert "contracted" not in {question.id for question in applicable(NEEDS, {"one_time": ["card"]}, BOOK)}


def test_what_is_printed_next_runs() -> None:
    out = run("select-pg", "--country", "cn").out
    line = next(line for line in out.splitlines() if line.strip().startswith("portone-guide select-pg"))
    assert run(*line.split()[1:]).code == 0
