"""need-new-mid: the four cases of the quick guide, the gateways that differ, and what no source settles."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from portone_guide.need_new_mid.answer import Change
from portone_guide.need_new_mid.decide import decide
from portone_guide.need_new_mid.questions import NEED_NEW_MID
from portone_guide.needs.flow import walk
from scripted import ScriptedAsker
from support import keeps_to_schema, run, shipped, too_wide

FIXED_CASES = {
    *("contract_outside_portone", "contract_via_other_host", "new_site", "new_category"),
    *("add_billing", "add_key_in", "add_method", "add_easy_pay", "add_overseas", "add_identity"),
    *("change_style", "change_module", "separate_settlement", "settlement_account", "split_account"),
    *("add_tax_free", "business_changed"),
}


def asked(*arguments: object) -> dict[str, Any]:
    result = run("need-new-mid", *arguments, "--json")
    assert result.err == ""
    answer = json.loads(result.out)
    keeps_to_schema("need-new-mid", answer)
    return answer  # type: ignore[no-any-return]


def verdict(gateway: str, *cases: str) -> str:
    arguments = [argument for case in cases for argument in ("--change", case)]
    return str(asked("--gateway", gateway, *arguments)["verdict"])


def test_every_fixed_case_exists() -> None:
    assert set(shipped().merchant_ids.cases) >= FIXED_CASES


def test_the_cases_of_the_quick_guide() -> None:
    # 퀵 가이드, 상점아이디 추가: 결제방식이 달라지는 경우, 다른 서비스인 경우, 사업자가 변경되는 경우(계약을 새롭게).
    assert verdict("nice", "add_billing") == "new_mid"
    assert verdict("nice", "new_category") == "new_mid"
    assert verdict("nice", "business_changed") == "new_contract"


def test_a_contract_made_outside_needs_an_id_of_its_own() -> None:
    # additional-tosspayments, additional-kcp: 직접 계약된 상점아이디는 포트원에서 못 씀.
    for gateway in ("tosspayments", "kcp", "inicis"):
        assert verdict(gateway, "contract_outside_portone") == "new_mid"


def test_routes_follow_each_gateways_own_page() -> None:
    # 각 additional-* 문서: KG이니시스는 상점관리자, 토스페이먼츠는 콘솔 재신청, KSNET은 포트원에 요청.
    assert asked("--gateway", "inicis", "--change", "new_site")["route"] == "gateway_admin"
    assert asked("--gateway", "tosspayments", "--change", "new_site")["route"] == "reapply_in_console"
    ksnet = asked("--gateway", "ksnet", "--change", "new_site")
    assert ksnet["route"] == "request_to_portone"
    assert "cs@portone.io" in ksnet["email_draft"]


def test_the_draft_marks_what_is_missing_and_fills_what_is_known() -> None:
    draft = asked("--gateway", "ksnet", "--change", "new_site")["email_draft"]
    assert "(여기에 적으세요)" in draft
    assert draft.startswith("받는 사람:")
    assert "제목:" in draft


def test_several_changes_take_the_weightiest_verdict() -> None:
    answer = asked("--gateway", "nice", "--change", "add_billing", "--change", "business_changed")
    assert answer["verdict"] == "new_contract"
    assert [reason["verdict"] for reason in answer["reasons"]] == ["new_mid", "new_contract"]


def test_what_no_page_settles_is_asked() -> None:
    book = shipped()
    spoken = {
        (gateway, case)
        for row in book.merchant_ids.verdicts
        for case in row.cases
        for gateway in (row.gateways or book.pg_methods.gateways)
    }
    silent = [
        (gateway, case)
        for gateway, case in itertools.product(book.pg_methods.gateways, book.merchant_ids.cases)
        if (gateway, case) not in spoken
    ]
    assert silent, "some cells must be unknown"
    for gateway, case in silent:
        decision = decide(book, Change(gateway, (case,)))
        assert decision.verdict == "ask_gateway"
        assert decision.cases[0].row is None


@pytest.mark.parametrize("gateway", list(shipped().pg_methods.gateways))
def test_every_cell_answers_and_holds_to_the_schema(gateway: str) -> None:
    cases = [argument for case in shipped().merchant_ids.cases for argument in ("--change", case)]
    answer = asked("--gateway", gateway, *cases)
    for reason in answer["reasons"]:
        assert bool(reason["sources"]) == (reason["text"] != "출처에 이 경우가 없어 결제대행사에 물어봐야 함")


def test_every_row_decides_somewhere() -> None:
    book = shipped()
    file = book.merchant_ids
    decided = set()
    for row in file.verdicts:
        for gateway, case in itertools.product(row.gateways or book.pg_methods.gateways, row.cases):
            decision = decide(book, Change(gateway, (case,), row.method[:1], row.easy_pay[:1]))
            decided.add(decision.cases[0].row)
    assert decided >= set(file.verdicts)


def test_no_two_rows_answer_the_same_question() -> None:
    book = shipped()
    seen: dict[tuple[object, ...], object] = {}
    for row in book.merchant_ids.verdicts:
        for case, gateway in itertools.product(row.cases, row.gateways or ("",)):
            for method, brand in itertools.product(row.method or ("",), row.easy_pay or ("",)):
                key = (case, gateway, method, brand)
                assert key not in seen, key
                seen[key] = row


def test_every_route_is_reached() -> None:
    book = shipped()
    file = book.merchant_ids
    reached = set()
    for gateway in book.pg_methods.gateways:
        for case in file.cases:
            brands = {brand for route in file.routes.get(gateway, ()) for brand in route.easy_pay}
            for easy_pay in [(), *((brand,) for brand in brands)]:
                # The verdict does not matter here: routes are picked by case and brand.
                decision = decide(book, Change(gateway, (case,), (), easy_pay))
                reached.add(decision.route)
    every = {route for routes in file.routes.values() for route in routes} | set(file.general_routes)
    assert len(every - reached) == 0


def test_synonyms_cover_every_gateway_that_a_page_names() -> None:
    # real-channel-info: KCP 사이트코드, 카카오페이 CID, 다날 CPID, KG파이낸셜 서비스ID.
    names = {
        row["gateway"]: row["label"] for row in json.loads(run("need-new-mid", "--synonyms", "--json").out)["synonyms"]
    }
    assert names["kcp"] == "사이트코드"
    assert "CID" in names["kakaopay"]
    assert "CPID" in names["danal"]
    assert "서비스" in names["kg_financial"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("imp12345678", "portone_customer_code"),
        ("store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec", "store_id"),
        ("channel-key-893597d6-e62d-410f-83f9-119f530b4b11", "channel_key"),
    ],
)
def test_a_pasted_value_is_recognised(value: str, kind: str) -> None:
    found = json.loads(run("need-new-mid", "--value", value, "--json").out)
    assert kind in [row["id"] for row in found["kinds"]]


def test_a_shared_test_id_is_recognised() -> None:
    # 채널 설정 문서와 개발자센터: INIpayTest는 KG이니시스의 공용 테스트 MID.
    found = json.loads(run("need-new-mid", "--value", "INIpayTest", "--json").out)
    assert {row["gateway"] for row in found["test_ids"]} == {"inicis"}


def test_a_pasted_value_is_never_shown_or_kept() -> None:
    secret = "channel-key-893597d6-e62d-410f-83f9-119f530b4b11"
    result = run("need-new-mid", "--value", secret)
    assert secret not in result.out + result.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 3, "--gateway, --change"),
        (("--gateway", "nice"), 3, "--change"),
        (("--gateway", "unknown", "--change", "new_site"), 3, "--gateway"),
        (("--gateway", "nice", "--change", "unknown"), 3, "--change"),
        (("--gateway", "nicee", "--change", "new_site"), 2, "nice"),
        (("--gateway", "nice", "--change", "new_sit"), 2, "new_site"),
        (("--gateway", "nice", "--change", "add_easy_pay", "--easy-pay", "kakao"), 2, "kakaopay"),
    ],
)
def test_errors_say_what_to_type(arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run("need-new-mid", *arguments)
    assert result.code == code
    assert words in result.err


def test_the_plans_gateway_is_the_default() -> None:
    Path("portone-guide.yaml").write_text("kind: plan\nversion: 1\nchosen: [ksnet]\n", "utf-8")
    assert asked("--change", "new_site")["gateway"] == "ksnet"


@pytest.mark.parametrize("case", list(shipped().merchant_ids.cases))
def test_the_flow_asks_only_what_the_case_needs(case: str) -> None:
    asker = ScriptedAsker({"gateway": ["nice"], "change": [case]})
    walk(NEED_NEW_MID, {}, shipped(), asker, keep=lambda _: None)
    assert ("easy_pay_added" in asker.asked) == (case == "add_easy_pay")
    assert ("method" in asker.asked) == (
        case in {"add_billing", "add_key_in", "add_method", "add_overseas", "add_identity"}
    )


@pytest.mark.parametrize("columns", ["80", "60"])
def test_the_screen_fits_and_is_cp949(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setenv("COLUMNS", columns)
    for gateway in ("nice", "kakaopay", "hyphen"):
        out = run("need-new-mid", "--gateway", gateway, "--change", "add_billing").out
        out.encode("cp949")
        assert too_wide(out, int(columns)) == []
