"""next-steps: the road, its dates, what each gateway wants, and how the command ends."""

import json
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.gateways.missing_facts import missing_facts
from portone_guide.needs.requirements import Requirements
from portone_guide.next_steps.insurance import insurance_needs
from portone_guide.next_steps.words import FACT_NAMES, contacts
from portone_guide.road.steps import road
from support import keeps_to_schema, run, shipped

TODAY = "2026-02-02"


def answer(*args: str) -> dict[str, Any]:
    ended = run("next-steps", *args, "--as-of", TODAY, "--json")
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    keeps_to_schema("next-steps", found)
    return found  # type: ignore[no-any-return]


@cache
def alone(gateway: str) -> dict[str, Any]:
    """The answer for one gateway from 3 March 2026, for tests that look at all of them."""
    return answer("--gateway", gateway, "--start", "2026-03-03")


def steps_by_id(found: dict[str, Any], gateway: str | None = None) -> dict[str, dict[str, Any]]:
    return {step["id"]: step for step in found["steps"] if gateway in {None, step["gateway"]}}


def plan_with(text: str) -> None:
    from pathlib import Path

    Path("portone-guide.yaml").write_text(f"kind: plan\nversion: 1\n{text}", encoding="utf-8")


# --- the road


@pytest.mark.parametrize("gateway", sorted(shipped().pg_methods.gateways))
def test_every_gateway_has_a_whole_road(gateway: str) -> None:
    found = alone(gateway)
    assert {step["stage"] for step in found["steps"]} == {"test", "contract", "review", "live"}
    assert found["channels"].keys() == {gateway}
    assert all(step["sources"] for step in found["steps"])
    assert all(step["business_days"] or step["business_days"] is None for step in found["steps"])
    keys = [(step["id"], step["gateway"]) for step in found["steps"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("pair", list(combinations(["nice", "kakaopay", "naverpay", "paypal"], 2)))
def test_a_set_has_a_road_a_gateway_and_one_opening(pair: tuple[str, str]) -> None:
    steps = road(shipped(), dict.fromkeys(pair, Requirements()))
    assert steps[0].stage == "test"
    assert steps[-1].id == "open"
    before: set[object] = set()
    for step in steps:
        assert set(step.after) <= before, f"{step.key} comes before what it waits for"
        before.add(step.key)
    assert {lane for step in steps if (lane := step.lane)} == set(pair)
    reviews = [step for step in steps if step.stage == "review"]
    for lane in pair:
        first = next(step for step in reviews if step.lane == lane)
        assert ("test_integration", None) in first.after
    assert len(steps[-1].after) == len(pair)


def test_the_review_waits_for_the_payment_page() -> None:
    # help/content59: 카드사 심사는 결제창이 호출되는 상태에서 요청한다
    first = next(step for step in road(shipped(), {"nice": Requirements()}) if step.stage == "review")
    assert ("test_integration", None) in first.after


def test_a_gateways_own_days_stand_in_for_the_general_ones() -> None:
    # help/nice-contract: 신청 후 2~3영업일 내 메일
    own = steps_by_id(answer("--gateway", "nice"))["contract_guidance"]
    assert own["business_days"] == {"min": 2, "max": 3}
    assert own["gateway"] == "nice"
    assert "https://help.portone.io/content/nice-contract" in own["sources"]


def test_a_replaced_step_is_replaced() -> None:
    # help/naverpay-contract: 1차 심사가 입점심사를 대신한다
    ids = steps_by_id(answer("--gateway", "naverpay"))
    assert "naverpay_first_review" in ids
    assert "gateway_review" not in ids


# --- what each gateway wants


def test_test_channels_as_the_page_has_them() -> None:
    # help/nice: 결제창 일반결제 iamport00m; help/test-mode-cancel: 나이스는 매일 자동취소
    channel = answer("--gateway", "nice", "--one-time", "card")["channels"]["nice"]
    assert "iamport00m" in {row["merchant_id"] for row in channel["test"]}
    assert channel["test_money"] == "charged_auto_cancelled"


def test_no_shared_test_id_is_said() -> None:
    # help/paymentwall: 신청을 먼저 하고 테스트 키를 받는다
    rows = answer("--gateway", "paymentwall")["channels"]["paymentwall"]["test"]
    assert rows
    assert all(row["merchant_id"] is None and row["note"] for row in rows)


def test_live_fields_of_the_module_and_no_other() -> None:
    fields = answer("--gateway", "kakaopay")["channels"]["kakaopay"]["live_fields"]
    assert {row["module"] for row in fields} == {"kakaopay.main"}
    assert any("CID" in row["field"] for row in fields)


def test_papers_by_who_signs() -> None:
    # help/content54: 법인은 법인인감증명서, 개인은 대표자 인감증명서; 외국인 대표는 외국인등록증
    def names(*said: str) -> set[str]:
        return {paper["name"] for paper in answer("--gateway", "nice", "--portone", "v2", *said)["documents"]}

    sole, corporation = names("--business", "sole"), names("--business", "corporation")
    assert sole != corporation
    assert any("법인" in name for name in corporation - sole)
    assert any("외국인등록증" in name for name in names("--business", "sole", "--foreign-representative") - sole)
    assert sole | corporation <= names()


def test_insurance_as_the_pages_example() -> None:
    # help/content54: 가입금액 500만원의 월 한도는 일일정산 1,000만, 월 4회 1,500만, 월 2회 2,000만, 월 1회 2,500만원
    rule = shipped().contracts.insurance
    for sales, cycle in ((10, "daily"), (15, "four_a_month"), (20, "two_a_month"), (25, "once_a_month")):
        (need,) = insurance_needs(rule, sales * 1_000_000, cycle)  # type: ignore[arg-type]
        assert need.insured_sum == 5_000_000
        assert need.monthly_cap == sales * 1_000_000
        assert need.premium_min == need.premium_max == 47_650


@given(st.integers(1, 10**12))
def test_the_cap_always_covers_the_sales(sales: int) -> None:
    for need in insurance_needs(shipped().contracts.insurance, sales, None):
        assert sales <= need.monthly_cap < sales + need.multiple


def test_quick_opening_where_it_is_offered() -> None:
    # help/open-immediately: 이니시스, KCP, 토스페이먼츠
    found = answer("--gateway", "inicis", "--gateway", "nice")["contracts"]
    assert found["inicis"]["quick_opening"]["methods"] == ["card", "transfer", "virtual_account"]
    assert found["nice"]["quick_opening"] is None


def test_opening_checklist_of_the_version() -> None:
    for version in ("v1", "v2"):
        items = answer("--gateway", "nice", "--portone", version)["opening"]
        assert items
        assert all(version in item["portone"] for item in items)


def test_missing_facts_are_said_with_whom_to_ask() -> None:
    book = shipped()
    missing = missing_facts(book)
    assert len(set(missing)) == len(missing)
    for gateway in book.pg_methods.gateways:
        said = alone(gateway)["unknowns"]
        assert all(row["ask"] for row in said)
        whole = [fact for fact in missing if fact.gateway == gateway and fact.module is None]
        assert {FACT_NAMES[fact.fact] for fact in whole} <= {row["what"] for row in said}
        assert contacts(book.pg_methods.gateways[gateway])


def test_a_need_that_nobody_carries_is_a_warning() -> None:
    texts = [row["text"] for row in answer("--gateway", "kakaopay", "--one-time", "transfer")["warnings"]]
    assert any("계좌이체" in text for text in texts)


def test_conditions_are_told_to_whom_they_concern() -> None:
    # data/gateways/: 해외카드(overseas), 중개(brokerage), 앱(platform: app)
    def texts(*args: str) -> str:
        return "\n".join(row["text"] for row in answer("--one-time", "card", *args)["warnings"])

    assert "해외카드" not in texts("--gateway", "nice")
    assert "해외카드는 국내사업자만" in texts("--gateway", "nice", "--overseas", "card")
    assert "중개서비스" not in texts("--gateway", "kakaopay")
    assert "중개서비스" in texts("--gateway", "kakaopay", "--industry", "brokerage")
    assert "앱스토어에 등록" in texts("--gateway", "kakaopay"), "not said where the shop is: it may be an app"
    assert "앱스토어에 등록" not in texts("--gateway", "kakaopay", "--platform", "self")
    assert "일반 PG 결제모듈이 이미 적용" in texts("--gateway", "naverpay")


def test_version_that_all_of_a_set_have() -> None:
    # 네이버페이 주문형은 V1만
    found = answer("--gateway", "nice", "--gateway", "naverpay_order")
    assert found["portone"] == "v1"
    assert not found["portone_given"]


def test_code_in_the_language_asked_for() -> None:
    for language in ("js", "react", "python"):
        code = answer("--gateway", "nice", "--one-time", "card", "--lang", language)["code"]
        browser = {entry["lang"] for entry in code if entry["runs"] == "browser"}
        assert browser == (set() if language == "python" else {language})
    both = answer("--gateway", "nice", "--one-time", "card")["code"]
    assert [(entry["runs"], entry["lang"]) for entry in both] == [
        ("browser", "js"),
        ("client", "python"),
        ("server", "python"),
    ]


def test_v1_code_change_names_the_pg_code() -> None:
    changes = answer("--gateway", "nice", "--portone", "v1", "--one-time", "card")["code_change"]
    assert any(change["before"].startswith('pg: "nice_v2.') for change in changes)


# --- a gateway that wants another one selling first


def test_what_is_signed_later_begins_a_month_after_the_opening() -> None:
    # help/naverpay-contract: 일반 PG 결제모듈이 적용되어 있고 한 달 이상 매출이 있어야 심사 가능
    found = answer("--gateway", "nice", "--gateway", "naverpay", "--one-time", "card", "--easy-pay", "naverpay")
    later = [step for step in found["steps"] if step["later"]]
    assert {step["gateway"] for step in later} == {"naverpay"}
    assert [step["months_after"] for step in later] == [1] + [0] * (len(later) - 1)
    assert later[0]["after"] == [{"id": "open", "gateway": None}]
    opening = next(step for step in found["steps"] if step["id"] == "open")
    assert all(key["gateway"] != "naverpay" for key in opening["after"])
    assert date.fromisoformat(later[0]["start"]) >= date.fromisoformat(opening["end"]) + timedelta(days=28)
    assert "sign_later" in {warning["code"] for warning in found["warnings"]}


@pytest.mark.parametrize("gateways", [["naverpay"], ["naverpay", "kakaopay"], ["nice", "kakaopay"]])
def test_nothing_waits_where_no_ordinary_gateway_of_the_set_opens_the_way(gateways: list[str]) -> None:
    arguments = [part for name in gateways for part in ("--gateway", name)]
    assert not any(step["later"] for step in answer(*arguments)["steps"])


def test_counted_backward_the_later_contract_follows_the_wished_opening() -> None:
    arguments = ("--gateway", "nice", "--gateway", "naverpay", "--open-by", "2027-06-01")
    alone = answer("--gateway", "nice", "--open-by", "2027-06-01")
    found = answer(*arguments)
    later = [step for step in found["steps"] if step["later"]]
    assert later[0]["start"] == "2027-07-01"
    assert found["goal"]["apply_by"] == alone["goal"]["apply_by"]


def test_what_pages_say_differently_about_a_channel_is_told_with_it() -> None:
    book = shipped()
    gateway_of = {module: row.gateway for module, row in book.pg_methods.modules.items()}
    tables = (book.channels.test, book.channels.live_fields)
    wanted = {(gateway_of[name], row.conflict) for table in tables for name, rows in table.items() for row in rows}
    by_gateway = (book.channels.test_money, book.channels.untestable)
    wanted |= {(name, row.conflict) for table in by_gateway for name, rows in table.items() for row in rows}
    missing = {(gateway, conflict) for gateway, conflict in wanted if conflict}
    assert missing
    for gateway in {name for name, _ in missing}:
        identity = ("--identity=sms", "--portone=v1")
        for asked in ((), identity[:1], identity, ("--overseas=japan_card",), ("--overseas=alipay_plus",)):
            found = answer(f"--gateway={gateway}", *asked)["channels"][gateway]
            rows = [*found["test"], *found["live_fields"], *found["test_money_by_method"], *found["untestable"]]
            told = {found["test_money_conflict"], *(row["conflict"] for row in rows)}
            missing -= {(gateway, conflict) for conflict in told}
    assert missing == set()


def test_a_doubt_about_a_field_stands_beside_it_on_the_screen() -> None:
    # help/naverpay와 ready/readme는 Chain ID를 적고 help/real-channel-info는 적지 않음
    shown = run("next-steps", "--gateway=naverpay", "--plain").out
    assert "출처가 어긋남: 네이버페이 결제형의 Chain ID" in shown
