"""The way to apply is never hidden: whatever the verdict, what is known of it stands on the screen and in the JSON."""

import itertools
import json

import pytest

from portone_guide.need_new_mid.answer import Change, Decision, Way
from portone_guide.need_new_mid.decide import answer, decide
from portone_guide.need_new_mid.report import mid_report
from portone_guide.need_new_mid.screen import mid_page
from portone_guide.need_new_mid.words import field_line, lead_time
from support import run, shipped

GATEWAYS = list(shipped().pg_methods.gateways)
WEIGHT = {"keep": 0, "ask_gateway": 1, "new_mid": 2, "new_contract": 3}
CASES = list(shipped().merchant_ids.cases)


def known(way: Way) -> list[str]:
    """Everything that a source says of a way: where, what to do, what to send, how long."""
    route = way.route
    fields = [field.item for field in route.send] if route.email else [field_line(field) for field in route.send]
    notes = [note.text for note in (*route.prepare, *route.after, *route.old_id)]
    return [route.where, *route.steps, *fields, *notes, lead_time(route.lead_time), *filter(None, [route.url])]


def shown(change: Change) -> str:
    return json.dumps(mid_page(answer(shipped(), [change])).whole(), ensure_ascii=False)


def decision_for(gateway: str, *cases: str) -> Decision:
    return decide(shipped(), Change(gateway, cases))


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_every_known_way_is_on_the_screen_whatever_the_verdict(gateway: str) -> None:
    for case in CASES:
        decision = decision_for(gateway, case)
        said = shown(decision.change)
        for way in decision.ways:
            for text in known(way):
                assert json.dumps(text, ensure_ascii=False)[1:-1] in said, (case, text)
        if decision.verdict == "ask_gateway":
            assert all(contact.value in said for contact in decision.contacts)


def test_what_must_be_asked_has_a_way_too() -> None:
    # additional-nice: MID 추가 신청은 포트원 고객지원팀에 메일, 2~3 영업일 안에 안내.
    out = run("need-new-mid", "--gateway", "nice", "--change", "add_method", "--plain").out
    assert "물어보세요" in out
    assert "포트원 고객지원팀에 메일로 보내면" in out
    assert "영업일 2~3일" in out
    assert "받는 사람: cs@portone.io" in out
    assert "새로 받아야 하는지도 알려" in out


@pytest.mark.parametrize("gateway", ["nice", "inicis", "kcp", "tosspayments", "ksnet"])
def test_with_several_changes_none_loses_its_way(gateway: str) -> None:
    alone = {case: {way.route for way in decision_for(gateway, case).ways} for case in CASES}
    for pair in itertools.combinations(CASES, 2):
        decision = decision_for(gateway, *pair)
        assert {way.route for way in decision.ways} == alone[pair[0]] | alone[pair[1]]
        weights = [max(WEIGHT[case.verdict] for case in way.cases) for way in decision.ways]
        assert weights == sorted(weights, reverse=True)


def test_the_json_has_every_way_with_its_changes() -> None:
    report = mid_report(answer(shipped(), [Change("inicis", ("add_overseas_card", "add_japan"))]))
    assert (report["verdict"], report["route_cases"]) == ("new_contract", ["add_japan"])
    assert report["url"] == "https://inquiry.portone.io/"
    assert [way["cases"] for way in report["other_ways"]] == [["add_overseas_card"]]
    assert "해외 카드" in report["other_ways"][0]["where"]


def test_overseas_cards_and_japan_are_different_changes() -> None:
    # inicis-international: 상점관리자 > 1.2.3 특약 서비스 추가 > 해외 카드.
    # content200047: 도입문의, 사전 심사, 포트원 계약, 이니시스 계약.
    cards, japan = decision_for("inicis", "add_overseas_card"), decision_for("inicis", "add_japan")
    assert (cards.verdict, japan.verdict) == ("keep", "new_contract")
    assert cards.route
    assert "특약 서비스 추가" in cards.route.where
    assert japan.route
    assert len(japan.route.steps) == 4
    assert "일본" not in shown(cards.change)
    assert decision_for("inicis", "add_overseas").verdict == "ask_gateway"


@pytest.mark.parametrize(
    ("gateway", "verdict", "where"),
    [
        # tosspayment-international: 국내결제만 쓰고 있었다면 해외결제용 MID 추가발급, 신규계약과 같은 접수.
        ("tosspayments", "new_mid", "전자결제 신청"),
        # kcp-international: 상점관리자 > 고객센터 > 질문하기 > 해외카드 신청.
        ("kcp", "ask_gateway", "해외카드 신청"),
        # nice-international: 신규계약부서 1661-7335 - 3 또는 메일.
        ("nice", "ask_gateway", "1661-7335"),
    ],
)
def test_overseas_cards_at_each_gateway(gateway: str, verdict: str, where: str) -> None:
    decision = decision_for(gateway, "add_overseas_card")
    assert decision.verdict == verdict
    assert decision.route
    assert where in decision.route.where


def test_japan_at_a_gateway_that_no_page_speaks_of_is_asked() -> None:
    assert decision_for("nice", "add_japan").cases[0].row is None
    # eximbay-international: eContext는 법인사업자만.
    row = decision_for("eximbay", "add_japan").cases[0].row
    assert row
    assert "법인" in row.why


def test_a_dispute_about_the_way_is_told_with_that_way_only() -> None:
    # kcp-easypay-hub-apply: 상점관리자 문의로 추가. additional-kcp: 콘솔에서 다시 접수. 간편결제만 어긋남.
    about = "NHN KCP 간편결제의 추가 경로"
    assert about in run("need-new-mid", "--gateway", "kcp", "--change", "add_easy_pay").out
    assert about not in run("need-new-mid", "--gateway", "kcp", "--change", "new_site").out


def test_a_direct_contract_with_payco_keeps_its_id_and_asks_for_no_new_one() -> None:
    # additional-payco: 직접 계약한 상점아이디는 그대로 쓰고 호스팅 정보만 변경.
    found = run("need-new-mid", "--gateway", "payco", "--change", "contract_outside_portone", "--json").out
    answer = json.loads(found)
    assert (answer["verdict"], answer["route"], answer["old_id"]) == ("keep", "request_to_portone", [])
    assert "호스팅 변경 요청" in answer["email_draft"]
    assert "추가 요청" not in answer["email_draft"]
