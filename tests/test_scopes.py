"""Whom a row concerns: every note of the rule files says it, and every command tells it to no one else."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.gateways.scope import Audience, concerns
from portone_guide.needs.requirements import Need, requirements_from
from portone_guide.next_steps.insurance import reserved
from portone_guide.rules.models.fields import PaymentType, PortOneVersion
from portone_guide.rules.models.scope import Scope, ScopedNote
from portone_guide.select_pg.decide import select
from support import run, shipped

EASY_PAYS = frozenset({"easy_pay", *(f"easy_pay:{name}" for name in shipped().pg_methods.easy_pays)})
# What a text names, and which of the scope's sets must then be within what.
NAMED: tuple[tuple[str, str, frozenset[str]], ...] = (
    (r"정기결제|정기\(비인증\)|빌링|자동결제", "types", frozenset({"billing", "overseas_billing", "key_in"})),
    (r"수기|키인", "types", frozenset({"key_in", "billing"})),
    (r"본인인증|통합인증", "types", frozenset({"identity", "billing"})),
    (r"해외결제|해외카드|일본결제|일본 편의점", "types", frozenset({"overseas", "overseas_billing"})),
    (r"가상계좌", "methods", frozenset({"virtual_account", "transfer"})),
    (r"휴대폰", "methods", frozenset({"mobile"})),
    (r"상품권", "methods", frozenset({"gift_certificate", "easy_pay:t_money"})),
    (r"간편결제", "methods", EASY_PAYS),
    (r"위챗페이", "methods", frozenset({"wechatpay"})),
    (r"알리페이 ?플러스", "methods", frozenset({"alipay_plus"})),
    (r"중개", "industries", frozenset({"brokerage", "c2c_platform"})),
    (r"쇼피파이|글로벌 포트원", "platforms", frozenset({"shopify"})),
)
# Texts that name something without being about it alone, and why that is so.
GENERAL = {
    "제휴 간편결제는 상점관리자 변경/추가의 1.2.1에서": "제휴 간편결제 이야기이고, 정기결제는 안 된다고만 말함",
    "휴대폰 실물·컨텐츠 결제(빌링키": "휴대폰 이야기이고 빌링키까지 넣음",
    "결제창 빌링키 발급은 휴대폰 본인인증": "휴대폰은 결제수단이 아니라 본인인증",
    "포인트 충전(환금성) 서비스는": "업종 이야기",
    "간편결제를 포함한 모든 결제수단은": "모든 결제수단",
    "나이스에 미리 신청하고 계약해야 하는 것: 간편결제를 포함한 모든": "모든 결제수단",
    "국내 결제는 구모듈뿐": "모듈을 고르는 법",
    "V2에서는 휴대폰 본인인증만": "모듈이 없는 버전을 말함",
    "주문서 안에서": "주문서 안의 수단을 모두 적음",
    "도움말 계약 안내는 카드와 휴대폰만": "그 밖의 수단",
    "계약 안내는 신용카드와 휴대폰결제만": "그 밖의 수단",
    "하단과 결제페이지에 사업자 정보를": "휴대폰은 결제수단이 아니라 전화번호",
    "다날 결제와 토스페이 간편결제는 앱마켓": "다날의 모든 결제와 함께 말함",
    "V1 안내의 pay_method는 card, trans": "안내의 목록을 옮김",
}
# What a module does not do is told to nobody who signs for it: whoever asks for it gets another module.
DENIED = {"제휴 간편결제는 신모듈에서만 가능", "정기결제 안내 없음"}


def notes() -> Iterator[tuple[str, tuple[PortOneVersion, ...], ScopedNote]]:
    """Every note of a module, contract or platform, with the PortOne versions in which it can be told at all."""
    book = shipped()
    for name, listed in book.pg_methods.module_notes.items():
        for note in listed:
            yield name, book.pg_methods.modules[name].portone, note
    for name, contract in book.contracts.gateways.items():
        for note in contract.notes:
            yield name, get_args(PortOneVersion), note
    for name, platform in book.terms.platforms.items():
        for note in platform.notes:
            yield name, platform.portone or get_args(PortOneVersion), note


def general(text: str) -> bool:
    return any(text.startswith(start) for start in GENERAL)


def test_a_note_that_names_a_version_is_told_in_no_other() -> None:
    wrong = []
    for name, versions, note in notes():
        named = {f"v{number}" for number in re.findall(r"V([12])(?![0-9.])", note.text)}
        if len(named) == 1 and named <= set(versions):
            told = set(note.scope.portone or versions)
            if told != named:
                wrong.append((name, note.text, sorted(told)))
        elif len(named) == 2 and len(versions) == 2:
            wrong.append((name, note.text, "말하는 버전이 둘: 나누세요"))
    assert not wrong


@pytest.mark.parametrize(("pattern", "part", "within"), NAMED, ids=[row[0] for row in NAMED])
def test_a_note_that_names_a_payment_is_told_to_nobody_else(pattern: str, part: str, within: frozenset[str]) -> None:
    wrong = []
    for name, _, note in notes():
        module = shipped().pg_methods.modules.get(name)
        if not re.search(pattern, note.text) or general(note.text):
            continue
        if module and (module.purpose in {"overseas", "identity"} and part == "types" and module.purpose in within):
            continue
        if part == "platforms" and name in within:
            continue  # a note of that platform's own
        if part not in {"industries", "platforms"} and _only_module(name, note, within):
            continue
        said = set(getattr(note.scope, part))
        if not said or not said <= within:
            wrong.append((name, note.text, sorted(said)))
    assert not wrong


def _only_module(name: str, note: ScopedNote, within: frozenset[str]) -> bool:
    """Tell whether everything that a module supports is what the note is about."""
    rows = [row for row in shipped().pg_methods.support.get(name, ()) if row.supported != "no"]
    return bool(rows) and all(row.type in within or set(row.methods) <= within for row in rows)


def test_a_platform_says_of_a_payment_only_to_whom_it_concerns() -> None:
    lines = {"self": "정기결제는 주기적으로", "wordpress": "가상계좌는 입금통지"}
    for platform, text in lines.items():
        wanted = ["--one-time", "card", "--platform", platform, "--json"]
        assert text not in run("select-pg", *wanted).out
        assert text in run("select-pg", *wanted, "--billing", "card", "--one-time", "virtual_account").out


def test_every_exception_is_still_there() -> None:
    texts = [note.text for _, _, note in notes()]
    assert [start for start in GENERAL if not any(text.startswith(start) for text in texts)] == []


def test_no_scope_shuts_everybody_out() -> None:
    """A scope must leave somebody whom its module can serve."""
    book = shipped()
    wrong = []
    for name, listed in book.pg_methods.module_notes.items():
        rows = book.pg_methods.support.get(name, ())
        for note in listed:
            told = any(
                _told(note.scope, Need(row.type, method, row.style), version)
                for row in rows
                for method in row.methods
                for version in row.portone
            )
            if rows and not told and note.text not in DENIED:
                wrong.append((name, note.text))
    assert not wrong


def _told(scope: Scope, need: Need, version: PortOneVersion) -> bool:
    return concerns(scope, Audience((version,), (need,), industries=scope.industries))


scopes = st.builds(
    Scope,
    portone=st.sampled_from([(), ("v1",), ("v2",)]),
    types=st.lists(st.sampled_from(get_args(PaymentType)), max_size=2).map(tuple),
    methods=st.lists(st.sampled_from(["card", "mobile", "easy_pay", "easy_pay:kakaopay"]), max_size=2).map(tuple),
    platforms=st.sampled_from([(), ("self",), ("shopify",)]),
    industries=st.sampled_from([(), ("brokerage",)]),
)
asked = st.lists(
    st.builds(
        Need,
        type=st.sampled_from(get_args(PaymentType)),
        method=st.sampled_from(["card", "mobile", "easy_pay:kakaopay", "easy_pay:payco"]),
    ),
    max_size=3,
).map(tuple)


@given(scopes, asked, asked, st.sampled_from(get_args(PortOneVersion)))
def test_one_more_need_takes_no_note_away(
    scope: Scope, needs: tuple[Need, ...], more: tuple[Need, ...], version: PortOneVersion
) -> None:
    if needs and concerns(scope, Audience((version,), needs)):
        assert concerns(scope, Audience((version,), (*needs, *more)))


# --- what is told


@cache
def road(*args: str) -> dict[str, Any]:
    ended = run("next-steps", *args, "--as-of", "2026-02-02", "--json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)  # type: ignore[no-any-return]


def told(gateway: str, *args: str) -> str:
    contract = road("--gateway", gateway, *args)["contracts"][gateway]
    return "\n".join(row["text"] for row in contract["notes"])


def test_paypal_has_no_paper_contract_and_no_insurance() -> None:
    # help/paypal-contract: 별도 계약절차가 없음
    found = road("--gateway", "paypal", "--overseas", "paypal", "--monthly-sales", "1000만")
    assert found["insurance"] is None
    assert found["documents"] == []
    assert found["card_review"] == []
    assert found["contracts"]["paypal"]["guarantee_insurance"]["asked"] == "no"
    assert found["contracts"]["paypal"]["reserve"] is None
    assert not [row for row in found["opening"] if "card_review" in row["id"]]


def test_with_another_gateway_its_papers_are_there() -> None:
    found = road("--gateway", "paypal", "--gateway", "nice", "--one-time", "card", "--overseas", "paypal")
    assert {"contract", "insurance_policy"} <= {row["id"] for row in found["documents"]}
    assert found["insurance"]
    assert found["contracts"]["nice"]["guarantee_insurance"]["asked"] == "yes"


@pytest.mark.parametrize(
    ("gateway", "percent", "monthly", "most"),
    [
        # help/paymentwall-international: 건별 5%를 약 6개월 -> 1,000만원이면 달마다 50만원, 여섯 달이면 300만원
        ("paymentwall", "5", 500_000, 3_000_000),
        # help/payletter-international: 정산금액의 10%를 180일 -> 달마다 100만원, 180일이면 5,917,808원
        ("payletter", "10", 1_000_000, 5_917_808),
    ],
)
def test_a_reserve_instead_of_insurance(gateway: str, percent: str, monthly: int, most: int) -> None:
    found = road("--gateway", gateway, "--overseas", "card", "--monthly-sales", "1000만")
    assert found["insurance"] is None
    assert "insurance_policy" not in {row["id"] for row in found["documents"]}
    held = found["contracts"][gateway]["reserve"]
    assert (held["percent"]["max"], held["monthly_krw"], held["most_krw"]) == (percent, monthly, most)
    assert held["sources"] == [f"https://help.portone.io/content/{gateway}-international"]
    unsaid = road("--gateway", gateway, "--overseas", "card")["contracts"][gateway]["reserve"]
    assert unsaid["monthly_krw"] is None
    assert unsaid["percent"] == held["percent"]


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_more_sales_never_hold_less(sales: int, more: int) -> None:
    for contract in shipped().contracts.gateways.values():
        if contract.reserve:
            few, many = (reserved(contract.reserve, amount) for amount in (sales, sales + more))
            assert few.monthly is not None and many.monthly is not None
            assert few.most is not None and many.most is not None
            assert 0 <= few.monthly <= many.monthly
            assert few.monthly <= few.most <= many.most


@pytest.mark.parametrize("gateway", sorted(shipped().pg_methods.gateways))
def test_insurance_reserve_or_unknown_is_said_of_every_gateway(gateway: str) -> None:
    found = road("--gateway", gateway)
    row = found["contracts"][gateway]["guarantee_insurance"]
    questions = [entry["what"] for entry in found["unknowns"]]
    assert ("보증보험에 가입해야 하는지" in questions) == (row is None or row["asked"] == "unknown")
    assert (found["insurance"] is None) == (row is not None and row["asked"] == "no")
    foreign = "".join(note["text"] for note in (found["insurance"] or {"rules": []})["rules"])
    others = {entry.name for name, entry in shipped().pg_methods.gateways.items() if name != gateway}
    assert not [name for name in others if name in foreign], "a rule of another gateway"


def test_contract_notes_by_what_is_asked() -> None:
    assert "일본결제" not in told("inicis", "--one-time", "card")
    assert "통합인증" not in told("inicis", "--one-time", "card")
    assert "수기" not in told("kcp", "--one-time", "card")
    assert "빌링키" in told("kcp", "--billing", "card", "--style", "api")
    assert "빌링키" not in told("kcp", "--billing", "card", "--style", "window")
    assert "API 수기결제" in told("kpn", "--key-in", "card")
    assert "쇼피파이" not in told("payletter", "--overseas", "card", "--platform", "self")
    assert "일본결제" in told("inicis"), "nothing was asked for: everything is told"


def test_quick_opening_by_what_is_asked() -> None:
    # help/open-immediately: 정기결제는 바로오픈으로 할 수 없고, 토스페이먼츠는 실물만
    def offered(gateway: str, *args: str) -> bool:
        return road("--gateway", gateway, *args)["contracts"][gateway]["quick_opening"] is not None

    assert offered("kcp", "--one-time", "card", "--billing", "card")
    assert not offered("kcp", "--billing", "card")
    assert not offered("kcp", "--one-time", "transfer")
    assert not offered("tosspayments", "--one-time", "card", "--goods", "digital")


def test_settlement_by_what_is_asked() -> None:
    def methods(*args: str) -> set[str]:
        return {row["method"] for row in road("--gateway", "inicis", *args)["contracts"]["inicis"]["settlement"]}

    assert methods("--one-time", "card") == {"카드"}
    assert methods("--overseas", "japan_card") == {"일본 카드"}


def test_papers_by_what_is_asked() -> None:
    def ids(*args: str) -> set[str]:
        return {row["id"] for row in road(*args)["documents"]}

    assert "kakaopay_billing_terms" not in ids("--gateway", "kakaopay", "--easy-pay", "kakaopay")
    assert "kakaopay_billing_terms" in ids("--gateway", "kakaopay", "--billing", "easy_pay:kakaopay")
    assert "app_screens" not in ids("--gateway", "nice", "--one-time", "card", "--platform", "self")
    assert "app_screens" in ids("--gateway", "nice", "--one-time", "card")


def test_opening_by_what_is_asked() -> None:
    def ids(*args: str) -> set[str]:
        return {row["id"] for row in road("--gateway", "nice", *args)["opening"]}

    assert "keyin_agreement" not in ids("--one-time", "card")
    assert "keyin_agreement" in ids("--key-in", "card")
    assert not ids("--one-time", "card", "--portone", "v1") & {"v1_transfer", "v1_mobile_review", "v1_mobile_month"}
    assert "app_scheme" not in ids("--one-time", "card", "--platform", "self")


def test_identity_alone_has_no_card_review_and_no_payment_to_verify() -> None:
    found = road("--gateway", "danal", "--identity", "sms")
    assert found["card_review"] == []
    ids = {row["id"] for row in found["opening"]}
    assert not ids & {"verify_amount", "cancel_rehearsal", "card_review_done", "webhook_live_url"}
    assert {"live_channel_key", "api_secret"} <= ids


@pytest.mark.parametrize("kind", ["billing", "overseas_billing"])
def test_recurring_payments_abroad_open_as_those_at_home(kind: str) -> None:
    flag = "--" + kind.replace("_", "-")
    ids = {row["id"] for row in road("--gateway", "eximbay", flag, "card")["opening"]}
    assert "billing_schedule" in ids


# --- the checklist asks the same


@cache
def checked(*args: str) -> dict[str, set[str]]:
    ended = run("checklist", "--platform", "self", *args, "--json")
    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    return {part: {row["id"] for row in found[part]} for part in ("items", "documents")}


def test_checklist_of_who_asks_for_no_contract() -> None:
    # help/paypal-contract: 별도 계약절차가 없음
    found = checked("--gateway", "paypal", "--overseas", "paypal")
    assert not found["items"] & {"documents_contract", "documents_insurance", "card_review_request"}
    assert not found["documents"] & {"contract", "insurance_policy", "corporate_register"}
    assert "documents_application" in found["items"], "the business registration is uploaded all the same"
    both = checked("--gateway", "paypal", "--gateway", "nice", "--one-time", "card", "--overseas", "paypal")
    assert {"documents_contract", "documents_insurance", "card_review_request"} <= both["items"]


@pytest.mark.parametrize("gateway", sorted(shipped().pg_methods.gateways))
def test_checklist_and_road_agree_on_insurance(gateway: str) -> None:
    found = checked("--gateway", gateway, "--one-time", "card")
    asked_for = road("--gateway", gateway, "--one-time", "card")["insurance"] is not None
    assert ("documents_insurance" in found["items"]) == asked_for
    assert ("insurance_policy" in found["documents"]) == asked_for


def test_checklist_of_japan_is_for_japan() -> None:
    # help/internationl-high-risk-industry: 일본결제 심사 조건은 해외카드 특약과 다름
    special = checked("--gateway", "inicis", "--one-time", "card", "--overseas", "card")
    japan = checked("--gateway", "inicis", "--overseas", "japan_card", "--industry", "alcohol")
    rules = {"inicis_jp_site", "inicis_jp_law", "inicis_jp_goods"}
    assert not special["items"] & rules
    assert rules <= japan["items"]
    assert "japan_alcohol" in japan["documents"]
    assert (
        "japan_alcohol"
        not in checked("--gateway", "inicis", "--one-time", "card", "--industry", "alcohol")["documents"]
    )


def test_checklist_papers_by_what_is_asked() -> None:
    def documents(*args: str) -> set[str]:
        return checked("--gateway", "kakaopay", *args)["documents"]

    assert "kakaopay_billing_agreement" not in documents("--easy-pay", "kakaopay")
    assert "kakaopay_billing_agreement" in documents("--billing", "easy_pay:kakaopay")


def module_notes(gateway: str, version: str, **answers: list[str]) -> str:
    given = {**answers, "portone": version}
    requirements = requirements_from(given, shipped(), date(2026, 2, 2))
    entry = next(entry for entry in select(shipped(), requirements).qualified if entry.gateway == gateway)
    return "\n".join(entry.notes)


def test_module_notes_by_version_and_need() -> None:
    v1, v2 = (module_notes("inicis", version, one_time=["card"]) for version in ("v1", "v2"))
    assert "키파일을 압축" in v1
    assert "키파일을 압축" not in v2
    assert "정기결제" not in v2
    assert "정기결제는 상점아이디에 자동결제 특약" in module_notes("inicis", "v2", billing=["card"])
    assert "그룹아이디" not in module_notes("kcp", "v2", one_time=["card"])
    assert "국내 결제는" not in module_notes("eximbay", "v2", overseas=["card"])


def test_the_screen_shows_the_notes_that_concern() -> None:
    # 알아둘 것은 첫 번째 후보만 보인다: V2 화면에 V1만 말하는 줄이 없다
    for version, other in (("v1", "V2"), ("v2", "V1")):
        ended = run("select-pg", "--easy-pay", "kakaopay", "--portone", version, "--plain")
        told = ended.out.partition("[추천한 곳]")[2].partition("\n[")[0]
        assert told
        assert not [line for line in told.splitlines() if line.startswith(f"- {other}")]
