"""Who of several gateways carries what: each part of the road is about what its gateway carries in the set."""

import json
from typing import Any

import pytest

from support import run

SET = ("--gateway", "kcp", "--gateway", "tosspayments", "--one-time", "card", "--identity", "sms", "--no-save")
SAID = ("--carries", "tosspayments=card", "--carries", "kcp=identity:sms")


def told(*args: str, command: str = "next-steps") -> Any:
    found = run(command, *args, "--json")
    assert found.code == 0, found.err
    return json.loads(found.out)


def modules(answer: Any, gateway: str) -> list[str]:
    return [module["module"] for module in answer["channels"][gateway]["modules"]]


def test_each_gateway_shows_the_modules_of_what_it_carries() -> None:
    unsaid, said = told(*SET, "--portone", "v2"), told(*SET, "--portone", "v2", *SAID)
    assert modules(unsaid, "kcp") == ["kcp.main", "kcp.identity"]
    assert modules(said, "kcp") == ["kcp.identity"]
    assert modules(said, "tosspayments") == modules(unsaid, "tosspayments")
    assert {row["gateway"]: row["type"] for row in said["code"]} == {"kcp": "identity", "tosspayments": "one_time"}


def test_nobody_looks_at_the_payments_of_a_gateway_that_only_verifies_people() -> None:
    ids = {(step["id"], step["gateway"]) for step in told(*SET, *SAID)["steps"]}
    assert {("card_review", "tosspayments"), ("rehearsal", "tosspayments"), ("kcp_identity_apply", "kcp")} <= ids
    assert not {("card_review", "kcp"), ("kcp_request_card_review", "kcp"), ("rehearsal", "kcp")} & ids
    alone = {step["id"] for step in told("--gateway", "kcp", "--identity", "sms", "--no-save")["steps"]}
    assert not {"card_review", "kcp_request_card_review", "rehearsal"} & alone


def test_a_step_for_a_payment_is_on_the_road_of_who_carries_it() -> None:
    both = ("--gateway", "kcp", "--gateway", "nice", "--one-time", "virtual_account", "--billing", "card", "--no-save")
    ids = {
        step["id"]
        for step in told(*both, "--carries", "kcp=billing:card", "--carries", "nice=virtual_account")["steps"]
    }
    assert "kcp_billing_group" in ids
    assert "kcp_vbank_notice" not in ids


def test_papers_are_those_that_a_gateway_wants_for_what_it_carries() -> None:
    both = ("--gateway", "paypal", "--gateway", "kcp", "--overseas", "paypal", "--identity", "sms", "--no-save")
    found = told(*both, "--carries", "paypal=overseas:paypal", "--carries", "kcp=identity:sms")
    kcp = told("--gateway", "kcp", "--identity", "sms", "--no-save")
    assert {row["id"] for row in found["documents"]} == {row["id"] for row in kcp["documents"]}
    assert found["card_review"] == []


def test_the_one_to_sign_with_first_comes_first() -> None:
    answer = told(
        "--gateway", "naverpay", "--gateway", "nice", "--one-time", "card", "--easy-pay", "naverpay", "--no-save"
    )
    assert answer["gateways"] == ["nice", "naverpay"]
    assert list(answer["channels"]) == list(answer["contracts"]) == ["nice", "naverpay"]


@pytest.mark.parametrize("command", ["next-steps", "checklist"])
def test_it_is_told_where_several_carry_the_same(command: str) -> None:
    codes = [row["code"] for row in told(*SET, command=command)["warnings"]]
    assert "carried_by_several" in codes
    assert "carried_by_several" not in [row["code"] for row in told(*SET, *SAID, command=command)["warnings"]]


def test_who_is_not_signed_with_carries_nothing() -> None:
    answer = told("--gateway", "kcp", "--one-time", "card", "--carries", "nice=card", "--no-save")
    assert modules(answer, "kcp") == ["kcp.main"]


@pytest.mark.parametrize(("pair", "told_of"), [("kcp", "--carries"), ("kcp=cart", "cart"), ("nicee=card", "nice")])
def test_a_pair_that_means_nothing_is_refused(pair: str, told_of: str) -> None:
    found = run("next-steps", *SET, "--carries", pair)
    assert found.code == 2
    assert told_of in found.err


def test_a_set_goes_on_as_it_was_offered() -> None:
    selection = told(
        "--overseas", "paypal", "--one-time", "card", "--identity", "sms", "--no-save", command="select-pg"
    )
    first = selection["combinations"][0]
    line = next(line for line in selection["next_actions"] if " next-steps " in line).split()
    answer = json.loads(run(*line[1:]).out)
    assert answer["gateways"] == first["gateways"]
    assert not [row for row in answer["warnings"] if row["code"] in {"carried_by_several", "unsupported"}]
    assert all(f"--carries {gateway}={need}" in " ".join(line) for need, gateway in first["assignment"].items())


def test_limits_are_those_of_what_a_gateway_carries() -> None:
    # pg-max-min-amount: 나이스 휴대폰 500원, 계좌이체 200원, 카드 100원; 엑심베이는 1,000 USD까지
    both = ("--gateway", "nice", "--gateway", "eximbay", "--one-time", "mobile", "--overseas", "card", "--no-save")
    found = told(*both)["contracts"]
    assert [(row["method"], row["minimum"]) for row in found["nice"]["amount_limits"]] == [("mobile", 500)]
    abroad = [row["foreign_maximum"] for row in found["eximbay"]["amount_limits"]]
    assert {"amount": "1000", "currency": "USD"} in abroad
    alone = told("--gateway", "nice", "--one-time", "card", "--no-save")["contracts"]["nice"]["amount_limits"]
    assert [(row["method"], row["minimum"], row["text"]) for row in alone] == [("card", 100, "카드: 100원부터")]


@pytest.mark.parametrize("command", ["next-steps", "checklist"])
def test_a_payment_below_the_least_is_told(command: str) -> None:
    # pg-max-min-amount: KCP 신용카드 1,000원(따로 요청하면 100원), 다날 휴대폰 301원
    def below(*args: str) -> list[str]:
        found = told(*args, "--no-save", command=command)["warnings"]
        return [row["text"] for row in found if row["code"] == "amount_limit"]

    [kcp] = below("--gateway", "kcp", "--one-time", "card", "--smallest-payment", "999원")
    assert kcp.startswith("카드: 한 번에 1,000원부터 받는 것이 기본: 999원은")
    assert below("--gateway", "kcp", "--one-time", "card", "--smallest-payment", "1000") == []
    assert len(below("--gateway", "danal", "--one-time", "mobile", "--largest-payment", "300")) == 1
    # help/paymentwall: 0.30 EUR; no exchange rate for euros is asked for
    [hidden] = below("--gateway", "paymentwall", "--overseas", "card", "--smallest-payment", "100")
    assert "통화가 달라 확인 필요" in hidden
    assert "usd" not in hidden


def test_what_pages_dispute_about_a_demand_is_marked_where_it_is_told() -> None:
    # help/content54: 계약하면 보증보험; 페이먼트월의 자기 페이지는 보증보험이 없다고 하고 다른 페이지는 요구
    gateways = ("--gateway", "paymentwall", "--gateway", "inicis", "--overseas", "card", "--no-save")
    found = told(*gateways)
    demands = {name: row["guarantee_insurance"]["conflict"] for name, row in found["contracts"].items()}
    assert demands == {"paymentwall": "paymentwall-insurance", "inicis": "general-insurance"}
    shown = " ".join(run("next-steps", *gateways, "--section", "contract").out.split())
    about = {row["id"]: row["about"] for row in found["disputes"]}
    assert all(f"출처가 어긋남: {about[name]}" in shown for name in demands.values())
    papers = told("--gateway", "kicc", "--one-time", "card", "--business", "corporation", "--no-save")["documents"]
    assert "kicc-documents" in {row["conflict"] for row in papers}
