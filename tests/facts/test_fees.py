"""``fees``: the numbers of the fee page, VAT, order, and what no page says."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import DAY, answer, rates_of

from portone_guide.facts.fees.decide import sorted_rows
from portone_guide.facts.rate_table import RATE_COLUMNS, RateTable
from support import CHECKED, run, shipped

TIERS = ("general", "micro", "small_1", "small_2", "small_3")

# help/pricing/pg/domestic-and-oversea-fees: 신용카드 일반·영세·중소1·중소2·중소3, 빌링/수기 (None: no rate), 가입비.
CARD_RATES = {
    "tosspayments": ("3.20 1.65 2.25 2.40 2.65", "3.23", 200_000),
    "kpn": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "smartro": ("3.20 1.80 2.40 2.55 2.80", "3.20", 200_000),
    "kcp": ("3.20 1.72 2.32 2.47 2.72", "3.20", 150_000),
    "nice": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "inicis": ("3.20 1.90 2.50 2.65 2.90", "3.20", 200_000),
    "danal": ("3.20 1.40 2.00 2.15 2.40", "3.20", 200_000),
    "kicc": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "hecto": ("3.20 2.00 2.50 2.60 2.80", "3.20", 200_000),
    "ksnet": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "welcome": ("3.20 1.70 2.30 2.45 2.70", "3.20", 200_000),
    "kiwoompay": ("3.20 1.90 2.40 2.50 2.70", "3.20", 200_000),
    "kg_financial": ("3.20 1.40 2.00 2.15 2.40", None, 200_000),
    "galaxia": ("3.20 1.60 2.20 2.35 2.65", "3.20", 0),
    "tosspay": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "naverpay": ("2.50 0.90 1.45 1.60 1.85", None, 0),
    "naverpay_order": ("3.40 1.70 2.30 2.45 2.70", None, 0),
    "kakaopay": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "payco": ("3.20 1.70 2.30 2.45 2.70", "3.20", 0),
    "smilepay": ("3.20 1.70 2.30 2.45 2.70", None, 0),
}
# The same page: 계좌이체, 가상계좌, 휴대폰 실물·웹콘텐츠·모바일콘텐츠, 상품권, 해외결제 as the table shows them.
OTHER_RATES = {
    ("tosspayments", "transfer"): "1.80%",
    ("tosspayments", "virtual_account"): "300원/건",
    ("tosspayments", "mobile.physical"): "4.50%",
    ("tosspayments", "mobile.web_content"): "7.50%",
    ("tosspayments", "mobile.app_content"): "5.70%",
    ("inicis", "gift_certificate"): "11.00%",
    ("naverpay_order", "virtual_account"): "0.91%",
    ("naverpay_order", "transfer"): "1.50%",
    ("kpn", "mobile.physical"): "3.20~3.50%",
    ("hecto", "mobile.physical"): "2.10~2.65%",
    ("hecto", "mobile.web_content"): "4.75~7.20%",
    ("kg_financial", "mobile.web_content"): "6.30~7.70%",
    ("ksnet", "overseas_card"): "4.20%",
    ("nice", "overseas_card"): "3.80%",
    ("tosspay", "own_money"): "3.20~3.50%",
    ("hyphen", "own_money"): "0.50% (최소 150원)",
    ("eximbay", "signup"): "100,000~200,000원",
}


@pytest.mark.parametrize(("place", "tier"), list(enumerate(TIERS)))
def test_fees_match_the_fee_page(place: int, tier: str) -> None:
    rates = rates_of("fees", DAY, "--tier", tier)
    for gateway, (cards, billing, signup) in CARD_RATES.items():
        assert rates[gateway]["card"]["rate"] == f"{cards.split()[place]}%", gateway
        assert rates[gateway]["billing"]["rate"] == (f"{billing}%" if billing else None), gateway
        assert rates[gateway]["signup"]["charges"][0]["per_payment_krw"] == signup, gateway
    for (gateway, column), text in OTHER_RATES.items():
        assert rates[gateway][column]["rate"] == text, (gateway, column)


def test_fees_add_vat_exactly() -> None:
    rates = rates_of("fees", DAY, "--tier", "micro")
    # 1.65% x 1.1, 0.91% x 1.1, 300 x 1.1, 200,000 x 1.1, 2.10~2.65% x 1.1, 0.50% (150) x 1.1
    assert rates["tosspayments"]["card"]["rate_with_vat"] == "1.815%"
    assert rates["naverpay_order"]["virtual_account"]["rate_with_vat"] == "1.001%"
    assert rates["kcp"]["virtual_account"]["rate_with_vat"] == "330원/건"
    assert rates["tosspayments"]["signup"]["rate_with_vat"] == "220,000원"
    assert rates["hecto"]["mobile.physical"]["rate_with_vat"] == "2.31~2.915%"
    assert rates["hyphen"]["own_money"]["rate_with_vat"] == "0.55% (최소 165원)"
    assert rates["kpn"]["signup"]["rate_with_vat"] == "무료"


def test_fees_screen_shows_vat_only_when_asked() -> None:
    before, with_vat = (run("fees", DAY, "--tier", "micro", "--plain", *flag).out for flag in ([], ["--vat"]))
    assert "토스페이먼츠: 카드 1.65%," in before
    assert "VAT 별도" in before
    assert "토스페이먼츠: 카드 1.815%," in with_vat
    assert "VAT 별도" not in with_vat
    assert "VAT 10%를 더한 값" in with_vat


def test_fees_say_whose_tier_is_shown() -> None:
    assert "매출 구간: 일반 (기본값" in run("fees", "--plain").out
    assert "매출 구간: 중소2. " in run("fees", "--plain", "--tier", "small_2").out


def test_fees_unknown_is_a_word_and_never_a_number() -> None:
    # The fee page has no mobile rate for NICE although its own page supports mobile; none at all for Triple-A.
    rates = rates_of("fees", DAY)
    assert rates["nice"]["mobile.physical"] == {
        "state": "unknown",
        "rate": None,
        "rate_with_vat": None,
        "charges": [],
        "sources": [],
        "conflicts": [],
    }
    # Naver Pay has recurring payments but no rate for them on the page; whether its order form has any is disputed.
    assert rates["naverpay"]["billing"]["state"] == "unknown"
    assert rates["naverpay_order"]["billing"]["state"] == "unknown"
    assert rates["paypal"]["card"]["state"] == "not_supported"
    shown = next(line for line in run("fees", DAY, "--plain").out.splitlines() if line.startswith("- Triple-A: "))
    assert re.search(r"\d", shown.replace("Triple-A", "")) is None
    assert "카드 모름" in shown


@pytest.mark.parametrize(
    ("sort", "column"),
    [
        ("card", "card"),
        ("billing", "billing"),
        ("transfer", "transfer"),
        ("virtual_account", "virtual_account"),
        ("mobile", "mobile.physical"),
        ("signup", "signup"),
    ],
)
@pytest.mark.parametrize("tier", ["general", "micro"])
def test_fees_sort_puts_the_lowest_first_and_what_is_not_known_last(sort: str, column: str, tier: str) -> None:
    found = [entry["rates"][column] for entry in answer("fees", DAY, "--sort", sort, "--tier", tier)["gateways"]]
    known = [rate for rate in found if rate["state"] == "known"]
    assert known
    assert all(rate["state"] != "known" for rate in found[len(known) :])
    lowest = [
        min((float(charge["min_percent"]), charge["per_payment_krw"]) for charge in rate["charges"]) for rate in known
    ]
    assert lowest == sorted(lowest)


def test_fees_sort_by_name_and_by_card() -> None:
    by_name = [entry["name"].casefold() for entry in answer("fees", "--sort", "name")["gateways"]]
    assert by_name == sorted(by_name)
    by_card = [entry["gateway"] for entry in answer("fees", DAY, "--tier", "micro")["gateways"]]
    assert by_card[:2] == ["eximbay", "naverpay"]  # 0.70% and 0.90% on the fee page


@given(st.permutations(list(CARD_RATES)), st.sampled_from(["card", "billing", "mobile", "signup", "transfer", "name"]))
@settings(max_examples=30)
def test_fees_order_does_not_depend_on_the_file(order: list[str], sort: str) -> None:
    book = shipped()
    table = RateTable(book, "small_1", CHECKED)

    def sorted_from(gateways: list[str]) -> list[str]:
        rows = sorted_rows(table.rows(gateways), sort)  # type: ignore[arg-type]
        return [row.gateway for row in rows]

    assert sorted_from(order) == sorted_from(list(CARD_RATES))


def test_fees_before_anything_was_seen_are_unknown() -> None:
    rates = rates_of("fees", "--as-of=2020-01-01")
    assert {rate["state"] for columns in rates.values() for rate in columns.values()}.isdisjoint({"known"})
    assert "이 날짜에 알려진 요율이 없습니다" in run("fees", "--as-of=2020-01-01", "--plain").out


def test_fees_follow_the_day_and_the_given_file(changed_fees: Path) -> None:
    def card(day: str) -> str:
        return rates_of("fees", f"--as-of={day}", "--rules", changed_fees)["tosspayments"]["card"]["rate"]

    assert [card("2026-12-31"), card("2027-01-01")] == ["3.20%", "9.87%"]
    shown = run("rules", "show", "tosspayments", "--as-of=2027-01-01", "--rules", changed_fees, "--plain").out
    assert "카드(일반): 9.87% (2027-01-01부터)" in shown
    assert "이전 값: 2025-07-14부터 3.20%" in shown
    before = run("rules", "show", "tosspayments", "--as-of=2026-12-31", "--rules", changed_fees, "--plain").out
    assert "카드(일반): 3.20% (2025-07-14부터)" in before
    assert "9.87%" not in before


def test_columns_of_the_table_are_those_of_the_answer() -> None:
    assert set(rates_of("fees")["kcp"]) == set(RATE_COLUMNS)
