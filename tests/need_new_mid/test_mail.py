"""The mail for another id: what is known is filled in, alone or as a link; and how many ids several changes need."""

import json
from email import message_from_string
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.need_new_mid.answer import Change, Sender
from portone_guide.need_new_mid.decide import decide
from portone_guide.need_new_mid.email_words import email_draft, mailto
from support import run, shipped

BOOK = shipped()
WHO = (
    "--trade-name",
    "하나상회",
    "--business-number",
    "120-81-47521",
    "--representative",
    "김하나",
    "--contact",
    "김하나 02-1",
)
NICE = ("need-new-mid", "--gateway", "nice", "--change", "add_billing")


def field(text: str, label: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"- {label}: ")).partition(": ")[2]


def test_every_known_field_is_filled_in() -> None:
    mail = run(*NICE, "--method", "card", "--url", "https://hana.kr", "--service-type", "꽃 구독", *WHO, "--mail").out
    for label, value in (
        ("상호명", "하나상회"),
        ("사업자번호", "120-81-47521"),
        ("대표자명", "김하나"),
        ("포트원으로 연동할 서비스 주소", "https://hana.kr"),
        ("포트원으로 연동할 서비스 유형(업종)", "꽃 구독"),
        ("담당자 정보", "김하나 02-1"),
        ("원하는 결제 방식", "정기결제"),
        ("원하는 결제 수단", "카드"),
    ):
        assert field(mail, label) == value
    assert field(mail, "기존 상점아이디의 결제수수료율").startswith("(여기에 적으세요)")


def test_the_plan_fills_in_what_no_flag_says() -> None:
    plan = (
        "kind: plan\nversion: 1\nanswers: {trade_name: 하나, one_time: [card], billing: [mobile], industry: [travel]}\n"
    )
    Path("portone-guide.yaml").write_text(plan, "utf-8")
    mail = run(*NICE, "--mail").out
    assert (field(mail, "상호명"), field(mail, "원하는 결제 수단")) == ("하나", "휴대폰 결제")
    assert field(mail, "포트원으로 연동할 서비스 유형(업종)") == BOOK.industries.industries["travel"].name
    site = run("need-new-mid", "--gateway", "nice", "--change", "new_site", "--mail").out
    assert field(site, "원하는 결제 방식") == "일반결제, 정기결제"
    added = run("need-new-mid", "--gateway", "nice", "--change", "add_method", "--mail").out
    assert "여기에 적으세요" in field(added, "원하는 결제 수단"), "which of the plan's methods is new is not known"
    assert Path("portone-guide.yaml").read_text("utf-8") == plan


def test_the_mail_stands_alone_in_whole_lines() -> None:
    mail = run(*NICE, "--mail").out
    assert mail.startswith(
        "받는 사람: cs@portone.io\n제목: [포트원] 나이스정보통신 상점아이디 추가 요청\n\n안녕하세요."
    )
    assert mail.endswith("감사합니다.\n")
    assert max(map(len, mail.splitlines())) > 60
    assert json.loads(run(*NICE, "--json").out)["email_draft"] == mail.removesuffix("\n")


def test_without_a_mail_there_is_nothing_to_print() -> None:
    refused = run("need-new-mid", "--gateway", "inicis", "--change", "new_site", "--mail")
    assert (refused.code, refused.out) == (2, "")
    assert "보낼 메일이 없습니다" in refused.err


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=60))
def test_what_was_typed_adds_no_line_and_no_header(typed: str) -> None:
    sender = Sender({"trade_name": typed, "url": f"\r\nBcc: {typed}", "contact": "a&cc=b@c.d\nx"})
    decision = decide(BOOK, Change("nice", ("new_site",)), sender=sender)
    (way,) = decision.ways
    draft, link = email_draft(decision, way), mailto(decision, way)
    assert draft and link
    plain = email_draft(*_without(decision.change))
    assert plain and len(draft.splitlines()) == len(plain.splitlines())
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "cs@portone.io")
    assert link.isascii() and not any(char.isspace() for char in link)
    found = parse_qsl(parts.query, strict_parsing=True)
    assert [name for name, _ in found] == ["subject", "body"]
    body = dict(found)["body"].replace("\r\n", "\n")
    assert draft.endswith(body)
    assert message_from_string(f"Subject: {dict(found)['subject']}\n\n{body}").keys() == ["Subject"]


def _without(change: Change):  # type: ignore[no-untyped-def]
    decision = decide(BOOK, change)
    return decision, decision.ways[0]


def test_every_field_of_the_table_is_one_that_a_page_asks_for() -> None:
    file = BOOK.merchant_ids
    routes = [*file.general_routes, *(route for own in file.routes.values() for route in own)]
    asked = {item.item for route in routes for item in route.send} | {"결제대행사", "PG사"}
    assert set(file.mail_fields) <= asked
    for route in routes:
        if route.email:
            unknown = [item.item for item in route.send if item.item not in file.mail_fields and not item.value]
            assert all("수수료" in item or "매출" in item for item in unknown), unknown


@pytest.mark.parametrize(
    ("cases", "certain", "possible", "order"),
    [
        # add-service 2·3: a new service and recurring payments each get an id of their own.
        (("add_billing", "new_site"), 2, 2, ["new_site", "add_billing"]),
        (("new_category", "new_site"), 1, 1, ["new_category", "new_site"]),
        (("add_billing", "add_key_in", "contract_outside_portone"), 3, 3, None),
        (("new_site", "portone_v1_to_v2"), 1, 1, ["new_site"]),
        (("add_tax_free", "add_billing"), 1, 2, ["add_tax_free", "add_billing"]),
    ],
)
def test_several_changes_say_how_many_ids_and_in_which_order(
    cases: tuple[str, ...], certain: int, possible: int, order: list[str] | None
) -> None:
    ids = decide(BOOK, Change("nice", cases)).ids
    assert ids
    assert (ids.certain, ids.possible) == (certain, possible)
    found = [case.case for case in ids.order]
    assert set(found) == set(order or cases)
    stages = [BOOK.merchant_ids.cases[name].another_for for name in found]
    assert stages == sorted(stages, key=["contract", "service", "payment"].index)


def test_the_number_of_ids_is_told_on_the_screen_and_in_json() -> None:
    line = ("need-new-mid", "--gateway", "nice", "--change", "new_site", "--change", "add_billing")
    assert "새 상점아이디가 2개 필요합니다. 신청하는 차례:" in run(*line).out
    told = json.loads(run(*line, "--json").out)["ids"]
    assert told == {"certain": 2, "possible": 2, "order": ["new_site", "add_billing"], "together": True}
    assert json.loads(run(*line[:-2], "--json").out)["ids"] is None
