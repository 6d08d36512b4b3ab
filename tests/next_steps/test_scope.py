"""Version, modules, steps and fields of next-steps are of what is asked for, and of nothing else."""

import json
import re
from functools import cache
from typing import Any, get_args

import pytest

from portone_guide.needs.requirements import Requirements
from portone_guide.road.steps import road
from portone_guide.rules.models.fields import PortOneVersion
from support import keeps_to_schema, run, shipped

BOOK = shipped()
MODULES = BOOK.pg_methods.modules
GATEWAYS = sorted(BOOK.pg_methods.gateways)
VERSIONS: tuple[PortOneVersion, ...] = get_args(PortOneVersion)


@cache
def answer(*args: str) -> dict[str, Any]:
    ended = run("next-steps", *args, "--as-of", "2026-02-02", "--json")
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)
    keeps_to_schema("next-steps", found)
    return found


def channels(gateway: str, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = answer("--gateway", gateway, *args)["channels"][gateway]
    return found


def fields(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["field"]: row for row in found["live_fields"]}


# --- version and module


def test_a_card_merchant_gets_the_card_module_and_its_version() -> None:
    # help/danal: 결제창 일반/정기결제는 V1에서만, 공용 아이디 9810030929, CPPWD는 공란(중요)
    danal = channels("danal", "--one-time", "card")
    assert (danal["portone"], [row["module"] for row in danal["modules"]]) == ("v1", ["danal.main"])
    assert [row["merchant_id"] for row in danal["test"]] == ["9810030929"]
    assert not fields(danal)["CPPWD"]["required"]
    assert "빈칸" in fields(danal)["CPPWD"]["note"]
    assert "상품코드" not in fields(danal)
    # help/kicc: 구모듈 결제창 일반/정기결제는 V1, T5102001; 해외결제 모듈에는 공용 아이디가 없음
    kicc = channels("kicc", "--one-time", "card")
    assert (kicc["portone"], [row["module"] for row in kicc["modules"]]) == ("v1", ["kicc.old"])
    assert [row["merchant_id"] for row in kicc["test"]] == ["T5102001"]
    assert channels("kicc", "--overseas", "wechatpay")["modules"][0]["module"] == "kicc.overseas"


def test_a_mobile_merchant_gets_the_fields_of_the_mobile_channel() -> None:
    # help/danal: 휴대폰 결제 채널의 CPPWD는 다날로부터 발급받은 PWD, 상품코드도 입력
    danal = channels("danal", "--one-time", "mobile")
    assert [row["merchant_id"] for row in danal["test"]] == ["A010002002"]
    assert set(fields(danal)) == {"PG상점아이디(CPID)", "CPPWD", "상품코드"}
    assert all(row["required"] for row in danal["live_fields"])


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_without_needs_all_payment_modules_are_shown_with_their_versions(gateway: str) -> None:
    found = channels(gateway)
    own = [name for name, module in MODULES.items() if module.gateway == gateway]
    paying = [name for name in own if MODULES[name].purpose == "payment"] or own
    assert [row["module"] for row in found["modules"]] == paying
    for row in found["modules"]:
        assert row["portone"] == list(MODULES[row["module"]].portone)
    assert {row["module"] for row in [*found["test"], *found["live_fields"]]} <= set(paying)
    screen = run("next-steps", "--gateway", gateway, "--as-of", "2026-02-02").out
    for row in found["modules"]:
        assert f"{row['name']} ({'·'.join(row['portone']).upper()}) 공용 테스트" in screen


def test_the_newer_of_two_versions_with_the_reason() -> None:
    assert channels("nice", "--one-time", "card")["portone_why"] == "V1과 V2 모두 되어 새 버전으로 보임"
    assert channels("nice", "--one-time", "card")["portone"] == "v2"
    only = channels("danal", "--one-time", "card")
    assert "V1에서만" in only["portone_why"]
    assert channels("nice", "--one-time", "card", "--portone", "v1")["portone_why"] == "정한 버전"


def test_an_identity_merchant_gets_the_identity_module() -> None:
    # help/danal: 본인인증은 V1·V2, 테스트 연동정보가 제공되지 않음
    danal = channels("danal", "--identity", "sms")
    assert (danal["portone"], [row["module"] for row in danal["modules"]]) == ("v2", ["danal.identity"])
    assert [row["merchant_id"] for row in danal["test"]] == [None]


def test_a_version_that_carries_nothing_shows_the_payment_module_of_its_own() -> None:
    found = answer("--gateway", "danal", "--one-time", "card", "--portone", "v2")
    assert any("지원한다는 출처가 없습니다" in row["text"] for row in found["warnings"])
    assert [row["module"] for row in found["channels"]["danal"]["modules"]] == ["danal.main"]
    assert found["channels"]["danal"]["modules"][0]["portone"] == ["v1"]


def test_a_set_in_one_version_wherever_one_will_do() -> None:
    both = answer("--gateway", "danal", "--gateway", "kakaopay", "--one-time", "card", "--easy-pay", "kakaopay")
    assert {name: row["portone"] for name, row in both["channels"].items()} == {"danal": "v1", "kakaopay": "v1"}
    assert both["channels"]["kakaopay"]["portone_why"] == "고른 곳이 모두 되는 버전"
    # 한국결제네트웍스는 V2뿐, 다날 결제는 V1뿐
    apart = answer("--gateway", "danal", "--gateway", "kpn", "--one-time", "card", "--one-time", "gift_certificate")
    assert {name: row["portone"] for name, row in apart["channels"].items()} == {"danal": "v1", "kpn": "v2"}
    assert any("버전이 다릅니다" in row["text"] for row in apart["warnings"])
    assert {version for item in apart["opening"] for version in item["portone"]} == {"v1", "v2"}


# --- platforms


def test_a_wordpress_shop_is_on_v1() -> None:
    # help/content200009: 우커머스 플러그인은 V1
    assert channels("nice", "--one-time", "card", "--platform", "wordpress")["portone"] == "v1"
    warned = answer("--gateway", "nice", "--one-time", "card", "--platform", "wordpress", "--portone", "v2")["warnings"]
    assert any("고른 포트원 버전을 쓸 수 없습니다" in row["text"] for row in warned)


@pytest.mark.parametrize("gateways", [("nice",), ("nice", "kakaopay")])
def test_a_hosted_shop_signs_through_its_host(gateways: tuple[str, ...]) -> None:
    # help/other-hosting-company: 홈페이지 자체를 호스팅사로 만들었으면 그 호스팅사를 통해 PG 계약
    named = [text for name in gateways for text in ("--gateway", name)]
    found = answer(*named, "--platform", "builder")
    assert "호스팅사를 통해 계약" in found["through_host"]["text"]
    assert found["through_host"]["sources"]
    assert (found["steps"], found["channels"], found["contracts"], found["code"]) == ([], {}, {}, [])
    for shape in ((), ("--format", "md"), ("--plain",)):
        text = run("next-steps", *named, "--platform", "builder", *shape).out
        assert "호스팅사를 통해 계약" in text
        assert "전자결제 신청" not in text
    assert run("next-steps", *named, "--platform", "builder", "--format", "ics").code == 0


# --- steps and fields


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("gateway", GATEWAYS)
def test_nothing_of_another_version_is_shown(gateway: str, version: PortOneVersion) -> None:
    found = answer("--gateway", gateway, "--portone", version)
    shown = found["channels"][gateway]
    if not any(version in row["portone"] for row in shown["modules"]):
        return  # told in the versions that its modules have
    for row in [*shown["test"], *shown["live_fields"], *shown["live_differences"]]:
        assert not row["portone"] or version in row["portone"], row
    rows = {row.id: row for row in BOOK.contracts.gateways[gateway].steps} if gateway in BOOK.contracts.gateways else {}
    for step in found["steps"]:
        row = rows.get(step["id"])
        assert not row or not row.portone or version in row.portone, step["id"]


def test_steps_and_fields_of_a_version() -> None:
    # help/inicis: V1은 키파일 등록, V2는 별도의 키파일 등록 없이; ready/readme: KCP V2는 PG-API 인증서, V1은 사이트키
    def ids(gateway: str, version: str) -> set[str]:
        return {step["id"] for step in answer("--gateway", gateway, "--portone", version)["steps"]}

    assert "inicis_key_file" in ids("inicis", "v1") - ids("inicis", "v2")
    assert "kcp_certificate" in ids("kcp", "v2") - ids("kcp", "v1")
    old, new = (set(fields(channels("kcp", "--portone", version))) for version in ("v1", "v2"))
    assert "사이트키" in old - new
    assert {"PG-API 인증서키", "PG-API 개인키", "개인키 비밀번호"} <= new - old


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_a_card_shop_is_asked_for_nothing_that_only_others_fill_in(gateway: str) -> None:
    found = channels(gateway, "--one-time", "card")
    if not found["modules"] or any(
        "지원한다는" in row["text"] for row in answer("--gateway", gateway, "--one-time", "card")["warnings"]
    ):
        return
    for row in [*found["live_fields"], *found["live_differences"], *found["untestable"]]:
        assert not row["types"] or "one_time" in row["types"], row
        assert not row["methods"] or "card" in row["methods"], row


def test_who_bills_is_told_the_fields_of_billing() -> None:
    # ready/readme: 정기결제 이용 시 ssp Mall ID 필수(스마트로 신모듈), 정기결제용 서비스ID 필수(KG파이낸셜 구모듈)
    assert "ssp Mall ID" not in fields(channels("smartro", "--one-time", "card"))
    assert fields(channels("smartro", "--billing", "card"))["ssp Mall ID"]["required"]
    # ready/readme: KG파이낸셜 신모듈은 서비스ID와 연동키, 구모듈은 서비스ID. 상품권은 신모듈만
    new = fields(channels("kg_financial", "--one-time", "gift_certificate"))
    assert set(new) == {"PG상점아이디(서비스ID)", "연동키"}


def test_the_test_money_of_domestic_payments_is_not_that_of_overseas_ones() -> None:
    # help/settle speaks of the V1 module alone: 매일 23:00~23:50 사이 자동취소; v2/hecto-global says nothing of it
    assert channels("hecto", "--one-time", "card")["test_money"] == "charged_auto_cancelled"
    abroad = channels("hecto", "--overseas", "paypay")
    assert (abroad["test_money"], abroad["test_money_when"]) == ("unknown", None)
    # ready/readme (2026-05-22): 상점아이디, 라이센스키(전문 해쉬 키), 암호화 키
    assert set(fields(abroad)) == {"상점아이디", "라이센스키(전문 해쉬 키)", "암호화 키"}


def test_who_verifies_identity_with_kcp_is_told_the_key_of_its_version() -> None:
    # ready/readme (2026-07-01): V2의 SDK 방식은 가맹점 인증키만. help/kcp_channel: 가맹점 인증키(암복호화키)
    v1, v2 = (fields(channels("kcp", "--identity", "sms", "--portone", version)) for version in ("v1", "v2"))
    assert ("가맹점 인증키(본인인증 인증키)" in v1, "가맹점 인증키(본인인증 인증키)" in v2) == (False, True)
    assert ("가맹점 인증키(암복호화키)" in v1, "가맹점 인증키(암복호화키)" in v2) == (True, False)


ONE_VERSION = re.compile(r"^V[12](은|는|만)\b|\(V[12]\)|^V[12]만|V[12]만,")


def test_a_row_that_speaks_of_one_version_names_it() -> None:
    """What a text says of a version is data, so that it can be left out on a road in the other one."""
    file = BOOK.channels
    texts = [
        (name, text)
        for rows in (file.live_fields, file.live_differences, file.untestable)
        for name, listed in rows.items()
        for row in listed
        for text in (getattr(row, "text", None), getattr(row, "note", None))
        if text and not row.portone
    ]
    texts += [
        (name, text)
        for name, contract in BOOK.contracts.gateways.items()
        for step in contract.steps
        for text in (step.title, step.what)
        if not step.portone
    ]
    assert [entry for entry in texts if ONE_VERSION.search(entry[1])] == []


def test_a_road_without_versions_has_the_steps_of_all() -> None:
    ids = {step.id for step in road(BOOK, dict.fromkeys(["inicis", "kcp"], Requirements()))}
    assert {"inicis_key_file", "kcp_certificate"} <= ids
    ids = {step.id for step in road(BOOK, {"inicis": Requirements()}, {"inicis": "v2"})}
    assert "inicis_key_file" not in ids
