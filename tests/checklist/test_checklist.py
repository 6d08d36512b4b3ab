"""The checklist: who is asked for what, what blocks which review, and that nothing typed is kept."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.checklist.decide import checklist
from portone_guide.checklist.questions import SITE, item_questions
from portone_guide.checklist.site import Site
from portone_guide.needs.flow import walk
from portone_guide.needs.question import Option, Question
from portone_guide.needs.requirements import Requirements
from scripted import ChoosingAsker
from support import keeps_to_schema, run, shipped, too_wide

SHIPPED = ("--goods", "physical", "--platform", "self", "--one-time", "card")


def asked(*arguments: object) -> dict[str, Any]:
    result = run("checklist", *arguments, "--json")
    assert result.err == ""
    answer = json.loads(result.out)
    keeps_to_schema("checklist", answer)
    return answer  # type: ignore[no-any-return]


def ids(*arguments: object) -> set[str]:
    return {item["id"] for item in asked(*arguments)["items"]}


def test_shipped_goods_need_three_products_and_delivery_and_services_need_one() -> None:
    # 서비스 필수 구축요건: 실물 3개 이상, 비실물 1개 이상, 배송/교환은 실물.
    goods = ids(*SHIPPED)
    service = ids("--goods", "digital", "--one-time", "card")
    assert {"products_physical", "delivery_policy"} <= goods
    assert "products_digital" not in goods
    assert "products_digital" in service
    assert not {"products_physical", "delivery_policy"} & service


def test_unknown_goods_leave_both_in() -> None:
    assert {"products_physical", "products_digital"} <= ids("--one-time", "card")


def test_items_follow_payment_type_style_platform_and_gateway() -> None:
    plain = ids(*SHIPPED)
    assert "products_billing" not in plain
    assert "products_billing" in ids(*SHIPPED, "--billing", "card")
    assert "card_form_api" in ids(*SHIPPED, "--billing", "card", "--style", "api")
    assert "app_capture" in ids("--platform", "app", "--one-time", "card")
    assert "app_capture" not in plain
    kakao = {name for name in ids(*SHIPPED, "--gateway", "kakaopay") if name not in plain}
    assert kakao, "Kakao Pay has items of its own"
    naver = {name for name in ids(*SHIPPED, "--gateway", "naverpay") if name not in plain}
    assert kakao - naver
    assert naver - kakao


def test_identity_only_merchants_are_not_asked_for_products() -> None:
    found = ids("--identity", "sms")
    assert "products_physical" not in found
    assert "payment_module_callable" not in found
    assert "footer_business_info" in found


def test_the_legal_group_is_labelled_and_blocks_no_review() -> None:
    legal = [item for item in asked(*SHIPPED)["items"] if item["group"] == "legal"]
    assert {"legal_article_10", "legal_article_13"} <= {item["id"] for item in legal}
    assert all(item["reviews"] == [] for item in legal)


def test_ready_only_when_every_required_item_passes() -> None:
    items = asked(*SHIPPED)["items"]
    everything = [f"--set={item['id']}=pass" for item in items]
    assert asked(*SHIPPED, *everything)["ready"] == {"gateway_review": "yes", "card_issuer_review": "yes"}
    one_open = [text for text in everything if "refund_policy" not in text]
    assert asked(*SHIPPED, *one_open)["ready"] == {"gateway_review": "unknown", "card_issuer_review": "unknown"}
    failed = [*one_open, "--set=refund_policy=fail"]
    assert asked(*SHIPPED, *failed)["ready"] == {"gateway_review": "no", "card_issuer_review": "no"}


def test_what_only_card_companies_look_at_blocks_only_their_review() -> None:
    # 카드사 심사를 위해서는 결제 페이지와 결제 모듈 호출이 필요하다.
    items = asked(*SHIPPED)["items"]
    everything = [
        f"--set={item['id']}={'fail' if item['id'] == 'payment_module_callable' else 'pass'}" for item in items
    ]
    assert asked(*SHIPPED, *everything)["ready"] == {"gateway_review": "yes", "card_issuer_review": "no"}


@given(
    st.dictionaries(
        st.sampled_from(sorted(shipped().checklist.items)), st.sampled_from(["pass", "fail", "na", "check"])
    )
)
def test_readiness_says_what_the_items_say(states: dict[str, Any]) -> None:
    checked = checklist(shipped(), Site(Requirements(methods=(("one_time", "card"),), goods="physical")), states)
    for review, ready in checked.ready.items():
        found = {e.state for e in checked.asked if review in e.item.reviews and e.item.required}
        expected = "no" if "fail" in found else "unknown" if "check" in found else "yes"
        assert ready == expected
        assert bool(checked.blocking(review)) == (ready != "yes")


def test_a_typed_value_decides_its_item() -> None:
    answer = asked(*SHIPPED, "--phone", "010-1234-5678", "--url", "https://dev.shop.kr")
    states = {item["id"]: item["state"] for item in answer["items"]}
    assert states["footer_phone_not_mobile"] == "fail"
    assert states["host_not_test"] == "fail"
    good = asked(*SHIPPED, "--phone", "02-123-4567", "--business-number", "220-81-62517")
    assert {value["field"]: value["state"] for value in good["values"]}["business_number"] == "pass"


def test_exit_code_fails_only_on_request_and_only_on_a_fail() -> None:
    assert run("checklist", *SHIPPED, "--json", "--phone", "010-1234-5678").code == 0
    assert run("checklist", *SHIPPED, "--json", "--phone", "010-1234-5678", "--exit-code").code == 6
    assert run("checklist", *SHIPPED, "--json", "--set", "refund_policy=fail", "--exit-code").code == 6
    assert run("checklist", *SHIPPED, "--json", "--exit-code").code == 0


def test_nothing_typed_is_kept_or_shown_again() -> None:
    number = "220-81-62517"
    result = run("checklist", *SHIPPED, "--business-number", number, "--set", "refund_policy=pass", "--plan", "p.yaml")
    assert number not in result.out
    kept = Path("p.yaml").read_text("utf-8")
    assert number not in kept
    assert "refund_policy: pass" in kept
    assert number not in run("checklist", *SHIPPED, "--business-number", number, "--json").out


def test_the_plan_remembers_what_was_answered() -> None:
    run("checklist", *SHIPPED, "--set", "refund_policy=pass", "--plan", "portone-guide.yaml")
    states = {item["id"]: item["state"] for item in asked(*SHIPPED)["items"]}
    assert states["refund_policy"] == "pass"


def test_the_footer_has_every_required_field_and_escapes_what_was_typed() -> None:
    result = run(
        "checklist", "--footer", "--trade-name", "<b>가게</b>", "--representative", "홍길동",
        "--business-number", "220-81-62517", "--phone", "02-123-4567", "--address", "서울시",
    )  # fmt: skip
    text, _, html = result.out.partition("[HTML]")
    # 필수 노출 사항: 상호명, 사업자등록번호, 대표자명, 사업장주소지, 전화번호
    for word in ("<b>가게</b>", "홍길동", "220-81-62517", "02-123-4567", "서울시"):
        assert word in text
    assert "&lt;b&gt;가게&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "여기에" in run("checklist", "--footer").out


def test_markdown_has_every_item_as_a_task() -> None:
    out = run("checklist", *SHIPPED, "--format", "md", "--set", "refund_policy=pass").out
    items = asked(*SHIPPED)["items"]
    assert out.count("- [ ] ") + out.count("- [x] ") == len(items)
    assert out.count("- [x] ") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--set", "refund_polcy=pass"), 2, "refund_policy"),
        (("--set", "refund_policy=maybe"), 2, "pass, fail, na, check"),
        (("--gateway", "nobody", "--json"), 2, "--gateway"),
        (("--format", "pdf"), 2, "md"),
        ((), 3, "--goods"),
        (("--rules", "missing.yaml", "--json"), 4, "missing.yaml:1:1"),
    ],
)
def test_errors_say_what_to_type(arguments: Sequence[str], code: int, words: str) -> None:
    result = run("checklist", *arguments)
    assert result.code == code
    assert words in result.err
    assert "Traceback" not in result.err
    assert len(result.err.strip().splitlines()) <= 3


@settings(max_examples=40)
@given(st.data())
def test_every_path_through_the_questions_ends(data: st.DataObject) -> None:
    book = shipped()

    def choose(question: Question, options: Sequence[Option]) -> Any:
        values = [option.value for option in options]
        if question.kind == "one":
            return data.draw(st.sampled_from([*values, "unknown"]))
        return data.draw(st.lists(st.sampled_from(values), unique=True, max_size=3))

    walk(SITE, {}, book, ChoosingAsker(choose), keep=lambda _: None)
    parts = [("one_time", "card"), ("billing", "card"), ("identity", "sms"), ("overseas", "card")]
    site = Site(
        Requirements(
            methods=tuple(data.draw(st.lists(st.sampled_from(parts), unique=True))),
            goods=data.draw(st.sampled_from([None, "physical", "digital"])),
        ),
        tuple(data.draw(st.lists(st.sampled_from(sorted(book.pg_methods.gateways)), max_size=2, unique=True))),
    )
    questions = item_questions(checklist(book, site, {}).groups)
    asker = ChoosingAsker(lambda question, options: options[0].value)
    answers = walk(questions, {}, book, asker, keep=lambda _: None)
    assert set(answers) == {question.id for question in questions} == set(asker.asked)


def test_every_item_is_shown_to_somebody() -> None:
    book = shipped()
    file = book.checklist
    seen: set[str] = set()
    sites = [Site(in_development=True)]
    for item in file.items.values():
        rule = item.applies
        kind = "identity" if rule.identity_only else next(iter(rule.types), "one_time")
        asked = Requirements(
            methods=((kind, next(iter(rule.methods), "card")),),
            styles=tuple((None, style) for style in rule.styles),
            goods=next(iter(rule.goods), None),
            platform=next(iter(rule.platforms), None),
            industries=rule.industries,
        )
        sites.append(Site(asked, rule.gateways, rule.in_development))
    for site in sites:
        seen |= {entry.id for entry in checklist(book, site, {}).items}
    assert seen == set(file.items)


@pytest.mark.parametrize("columns", ["80", "60"])
def test_the_screen_fits_and_is_cp949(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setenv("COLUMNS", columns)
    out = run("checklist", *SHIPPED, "--gateway", "kakaopay", "--set", "refund_policy=fail").out
    out.encode("cp949")
    assert too_wide(out, int(columns)) == []
