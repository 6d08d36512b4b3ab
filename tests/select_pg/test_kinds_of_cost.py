"""Every kind of cost is told in its own unit, and "no source says" only where none does."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.limits import limits_met
from portone_guide.gateways.pricing import Pricing
from portone_guide.gateways.words import left_out_text, pricing_text
from portone_guide.needs.options import has_foreign_money
from portone_guide.needs.requirements import Need, Part, Requirements
from portone_guide.rules.models.fee import fees_on
from portone_guide.rules.models.fee_key import STANDING, TIERS, FeeKey
from portone_guide.rules.models.fields import Goods, PaymentType
from portone_guide.rules.vocabulary import methods_of
from portone_guide.select_pg.answer import Qualified
from portone_guide.select_pg.decide import select
from portone_guide.select_pg.words import month_text, text_of
from support import CHECKED, shipped

BOOK = shipped()
CARD: Part = ("overseas", "card")
PARTS: tuple[Part, ...] = tuple(
    (kind, method) for kind in get_args(PaymentType) for method in methods_of(kind, BOOK.pg_methods)
)


def asked(*parts: Part, **more: Any) -> Requirements:
    return Requirements(methods=parts, as_of=CHECKED, **more)


def qualified(gateway: str, answers: Requirements) -> Qualified:
    return next(entry for entry in select(BOOK, answers).qualified if entry.gateway == gateway)


def pricings(gateway: str) -> Iterator[tuple[Part, Pricing]]:
    for tier, goods, platform in itertools.product(TIERS, (None, *get_args(Goods)), (None, "app", "self")):
        sheet = FeeSheet(BOOK, Requirements(tier=tier, goods=goods, platform=platform, as_of=CHECKED))
        for part in PARTS:
            yield part, sheet.pricing(gateway, Need(*part))


def test_every_row_of_a_sheet_is_told_to_some_question() -> None:
    """Its charges come in the answer, or what its page leaves open is said: a row is never only looked at."""
    for gateway, blocks in BOOK.fees.fees.items():
        told = [pricing for _, pricing in pricings(gateway)]
        charges = {charge for pricing in told for charge in pricing.charges}
        left_open = {
            charge
            for pricing in told
            for reason in (pricing.unknown, pricing.gap)
            if reason and reason.code == "fee_unknown.open"
            for _, charge in dict(reason.facts)["parts"]
        }
        for key, (*_, fee) in fees_on(blocks, CHECKED).items():
            if key.family not in {"signup_fee", *STANDING}:
                for _, charge in fee.quote:
                    assert charge in (left_open if charge.open else charges), (gateway, str(key))


def test_every_row_of_a_platform_is_told_to_its_shops_and_to_no_one_else() -> None:
    for platform, sheets in BOOK.fees.platform_fees.items():
        for gateway, blocks in sheets.items():
            for key, (*_, fee) in fees_on(blocks, CHECKED).items():
                there, elsewhere = (
                    [FeeSheet(BOOK, Requirements(goods=key.goods, platform=place, as_of=CHECKED)) for place in places]
                    for places in ([platform], [None, "self"])
                )
                kind, _, method = key.method.partition(":")
                assert kind == "overseas", "another kind of payment is asked for otherwise"
                pricing = there[0].pricing(gateway, Need("overseas", method))
                told = {charge for _, charge in fee.quote if not charge.open}
                assert told <= set(pricing.charges), (platform, gateway, str(key))
                assert fee.source in pricing.sources
                assert "platform_rate" in {reason.code for reason in pricing.remarks}
                for sheet in elsewhere:
                    assert sheet.quote(gateway, key)[0] != fee.quote, (gateway, str(key))
                    others = sheet.pricing(gateway, Need("overseas", method)).remarks
                    assert "platform_rate" not in {reason.code for reason in others}


def test_a_rate_that_is_only_read_to_be_of_a_method_is_told_as_a_reading() -> None:
    sheet = FeeSheet(BOOK, Requirements(as_of=CHECKED))
    for gateway, methods in BOOK.fees.overseas_rows.items():
        for method in methods:
            told = {reason.code for reason in sheet.pricing(gateway, Need("overseas", method)).remarks}
            read = method in BOOK.fees.overseas_readings.get(gateway, ())
            assert ("fee_reading" in told) == read, (gateway, method)


def test_what_a_payout_costs_is_told_of_whoever_asks_it_and_is_in_no_sum() -> None:
    answers = Requirements(methods=(("overseas", "card"),), sales={("overseas", "card"): 10_000_000}, as_of=CHECKED)
    for entry in select(BOOK, answers).qualified:
        told = [text_of(reason) for reason in entry.reasons if reason.code == "payout_fee"]
        assert bool(told) == (entry.gateway in BOOK.fees.payout_fees)
        assert not told or "4 USD/건" in told[0]


def test_every_sign_up_and_standing_fee_is_told_to_some_question() -> None:
    for gateway, blocks in BOOK.fees.fees.items():
        sheet = FeeSheet(BOOK, Requirements(as_of=CHECKED))
        told = [sheet.signup_fee(gateway, [Need(*part)]) for part in PARTS]
        once = {pricing.once for pricing in told}
        standing = {(fee.every, fee.charge) for pricing in told for fee in pricing.recurring}
        for key, (*_, fee) in fees_on(blocks, CHECKED).items():
            for _, charge in fee.quote:
                if key.family == "signup_fee":
                    assert charge.won in once, (gateway, str(key))
                elif key.family in STANDING:
                    assert (key.family.removesuffix("ly_fee"), charge) in standing, (gateway, str(key))


def test_no_source_says_only_where_the_sheet_has_no_row_of_that_method() -> None:
    for gateway in BOOK.pg_methods.gateways:
        fees = fees_on(BOOK.fees.fees.get(gateway, ()), CHECKED)
        rows = {key.method for key, (*_, fee) in fees.items() if fee.quote}
        for (kind, method), pricing in pricings(gateway):
            if pricing.unknown and pricing.unknown.code == "fee_unknown.need" and kind in {"overseas", "identity"}:
                assert f"{kind}:{method}" not in rows, (gateway, kind, method)


def test_mobile_rates_that_a_sheet_has_are_named_where_it_lacks_one_of_them() -> None:
    """domestic-and-oversea-fees, KPN: 실물 3.20%/3.50%, 웹콘텐츠 7.00%/7.50%, no 모바일콘텐츠."""
    pricing = FeeSheet(BOOK, asked(goods="digital")).pricing("kpn", Need("one_time", "mobile"))
    assert pricing.unknown is not None
    assert text_of(pricing.unknown) == (
        "일반결제 휴대폰 결제 수수료: 웹 콘텐츠 7.00~7.50%. 앱(모바일) 콘텐츠 요율은 출처에 없어 파는 것을 알아야 함"
    )


def test_foreign_money_stands_beside_the_total_until_a_rate_is_given() -> None:
    answers = asked(CARD, sales={CARD: 10_000_000}, payments={CARD: 100})
    entry = qualified("paypal", answers)
    assert entry.cost.monthly is None
    assert entry.cost.first_year is None
    assert left_out_text(entry.cost.left_out) == "+ 30 USD/월"
    assert "+ 30 USD/월: 환율(--usd-krw)을 몰라 원화 합계에 더하지 않음" in map(text_of, entry.unknowns)
    given = qualified("paypal", answers._replace(usd_krw=Decimal(1400)))
    assert given.cost.left_out == ()
    assert given.unknowns == ()


@pytest.mark.parametrize(("usd_krw", "won"), [(None, None), (Decimal(1400), 140_000), (Decimal("1389.5"), 138_950)])
def test_a_monthly_fee_in_dollars_is_told_and_turned_to_won_only_with_a_rate(
    usd_krw: Decimal | None, won: int | None
) -> None:
    entry = qualified("paymentwall", asked(CARD, portone="v1", usd_krw=usd_krw))
    assert [fee.won for fee in entry.cost.signup.recurring] == [won]
    assert "가입비와 따로 내는 이용료: 월 100 USD (VAT 별도)" in map(text_of, entry.reasons)
    assert left_out_text(entry.cost.left_out) == ("" if won else "+ 100 USD/월")


def test_a_rate_that_the_page_leaves_out_is_told_with_what_comes_on_top() -> None:
    entry = qualified("paymentwall", asked(CARD, portone="v1"))
    assert "해외결제 해외카드 수수료: 요율 모름 + 0.30 USD/건" in map(text_of, entry.unknowns)


def test_what_the_review_settles_is_not_called_missing() -> None:
    sheet = FeeSheet(BOOK, asked(("overseas", "paypay")))
    pricing = sheet.pricing("eximbay", Need("overseas", "paypay"))
    assert pricing.unknown is not None
    assert text_of(pricing.unknown) == "해외결제 PayPay(일본) 수수료: 심사 후 결정"


def test_a_yearly_fee_comes_besides_the_sign_up_fee_of_a_contract_of_its_own() -> None:
    entry = qualified("inicis", asked(("overseas", "japan_card")))
    assert entry.cost.signup.once == 150_000
    assert entry.cost.signup.fixed_first_year == 750_000
    assert "가입비와 따로 내는 이용료: 일본결제 연 600,000원 (VAT 별도)" in map(text_of, entry.reasons)
    card = qualified("inicis", asked(CARD))
    assert (card.cost.signup.once, card.cost.signup.recurring) == (200_000, ())


def test_sign_up_fees_of_which_no_page_says_that_they_add_up_are_both_named() -> None:
    entry = qualified("eximbay", asked(("one_time", "card"), CARD))
    assert entry.cost.signup.once is None
    assert "국내와 해외를 함께 신청할 때의 가입비: 출처에 없음 (따로는 100,000원, 200,000원)" in map(
        text_of, entry.unknowns
    )


@pytest.mark.parametrize(
    ("gateway", "said"),
    [
        # paymentwall-international: 실결제 건별 5%를 약 6개월
        (
            "paymentwall",
            "결제 금액의 5%를 약 6개월 동안 맡아 두었다가 돌려줌: "
            "비용은 아니지만 매달 최대 500,000원, 쌓이면 최대 약 3,000,000원이 묶임",
        ),
        # payletter-international: 정산금액의 10%를 180일
        (
            "payletter",
            "정산금의 10%를 180일 동안 맡아 두었다가 돌려줌: "
            "비용은 아니지만 매달 최대 1,000,000원, 쌓이면 최대 약 6,000,000원이 묶임",
        ),
    ],
)
def test_money_kept_back_is_told_apart_from_what_it_costs(gateway: str, said: str) -> None:
    with_sales = qualified(gateway, asked(CARD, portone="v1", sales={CARD: 10_000_000}))
    assert said in map(text_of, with_sales.reasons)
    without = qualified(gateway, asked(CARD, portone="v1"))
    assert [(hold.monthly, hold.most) for hold in without.cost.holds] == [(None, None)]
    assert any(text_of(reason).endswith("맡아 두었다가 돌려줌") for reason in without.reasons)


def test_only_gateways_whose_page_says_so_keep_money_back() -> None:
    found = {entry.gateway for entry in select(BOOK, asked(CARD)).qualified if entry.cost.holds}
    assert found == {"paymentwall", "payletter"}


def test_a_surcharge_that_pages_disagree_on_is_told_and_in_no_sum() -> None:
    part: Part = ("one_time", "easy_pay:samsungpay")
    for entry in select(BOOK, asked(part, tier="small_1", sales={part: 10_000_000})).qualified:
        (line,) = entry.cost.lines
        if line.pricing.charges:
            assert pricing_text(line.pricing) == pricing_text(
                FeeSheet(BOOK, asked(tier="small_1")).pricing(entry.gateway, Need("one_time", "card"))
            )
            assert (entry.cost.monthly, entry.cost.first_year) == (None, None)
            assert "inicis-fee-samsungpay" in entry.conflicts
            assert any("0.30%가 더 붙는다고" in text_of(reason) for reason in entry.unknowns)


def test_limits_in_another_currency_ask_to_be_checked_with_both_numbers() -> None:
    answers = asked(CARD, largest_payment=1_500_000)
    (once, month) = limits_met(BOOK, "eximbay", answers)
    assert text_of(once).startswith("해외카드: 한 번에 1,000 USD 이하가 기본 한도: 1,500,000원과 통화가 달라 확인 필요")
    assert text_of(month).startswith(
        "해외카드: 한 구매자가 한 달에 5회, 1,000 USD 이하가 기본 한도: 1,500,000원과 통화가 달라"
    )
    assert [*limits_met(BOOK, "eximbay", answers._replace(usd_krw=Decimal(1500)))] == []
    (above, _) = limits_met(BOOK, "eximbay", answers._replace(usd_krw=Decimal(1400)))
    assert text_of(above) == (
        "해외카드: 한 번에 1,000 USD(알려 준 환율로 1,400,000원) 이하가 기본 한도: 1,500,000원을 받으려면 협의 필요"
    )


def test_a_limit_holds_for_its_own_payments_only() -> None:
    assert [*limits_met(BOOK, "eximbay", asked(("one_time", "card"), largest_payment=10**9))] == []
    assert [*limits_met(BOOK, "welcome", asked(CARD, largest_payment=10**9))] == []
    assert [*limits_met(BOOK, "welcome", asked(("key_in", "card"), largest_payment=10**9))] != []
    assert [*limits_met(BOOK, "welcome", asked(("one_time", "easy_pay:payco"), largest_payment=10**9))] != []


@pytest.mark.parametrize(
    ("gateway", "method", "payment", "said"),
    [
        # pg-max-min-amount: 카카오페이 신용카드 200만원 미만, 카카오머니 1회 200만원
        ("kakaopay", "easy_pay:kakaopay", 2_000_000, ["카카오페이: 카드로 한 번에 2,000,000원 미만이"]),
        (
            "kakaopay",
            "easy_pay:kakaopay",
            2_000_001,
            ["카카오페이: 카드로 한 번에 2,000,000원 미만이", "카카오페이: 머니로 한 번에 2,000,000원 이하가"],
        ),
        # pg-max-min-amount: 페이코 간편계좌 일 200만원 / 월 500만원. 포인트 200만은 가질 수 있는 만큼이라 한도가 아님
        (
            "payco",
            "easy_pay:payco",
            5_000_001,
            [
                "페이코: 계좌로 한 구매자가 하루에 2,000,000원",
                "페이코: 계좌로 한 구매자가 한 달에 5,000,000원",
            ],
        ),
        # pg-max-min-amount: 헥토 신용카드 보통 1회 1~2천만원, 계약 시 심사 후 결정
        ("hecto", "card", 10_000_001, ["카드: 한 번에 보통 10,000,000원~20,000,000원이고 계약 때 심사로 정함"]),
        ("hecto", "card", 10_000_000, []),
    ],
)
def test_each_limit_that_the_payment_meets_is_told(gateway: str, method: str, payment: int, said: list[str]) -> None:
    found = [
        text_of(reason) for reason in limits_met(BOOK, gateway, asked(("one_time", method), largest_payment=payment))
    ]
    assert len(found) == len(said)
    assert all(text.startswith(start) for text, start in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("answers", "matters"),
    [
        ({"overseas": ["card"], "sales": ["card=1000만"]}, True),
        ({"overseas": ["card"]}, False),
        ({"overseas": ["card"], "largest_payment": "100만"}, True),
        ({"overseas": ["japan_card"], "sales": ["japan_card=1000만"]}, False),
        ({"one_time": ["card"], "sales": ["card=1000만"], "largest_payment": "100만"}, False),
        ({"overseas": ["wechatpay"], "sales": ["wechatpay=1000만"]}, False),
        ({"one_time": ["card"], "sales": ["card=1000만"], "platform": ["shopify"]}, True),
        ({"one_time": ["card"], "platform": ["shopify"]}, False),
    ],
)
def test_the_exchange_rate_is_asked_only_where_it_changes_the_answer(answers: dict[str, Any], matters: bool) -> None:
    assert has_foreign_money(answers, BOOK) == matters


def test_the_recurring_card_and_the_one_time_card_abroad_have_each_its_rate() -> None:
    sheet = FeeSheet(BOOK, asked(CARD))
    assert pricing_text(sheet.pricing("payletter", Need("overseas", "card"))) == "4.50~5.00%"
    assert pricing_text(sheet.pricing("payletter", Need("overseas_billing", "card"))) == "4.50~5.20%"
    assert sheet.quote("payletter", FeeKey("overseas", "card", "billing"))[0]


def test_foreign_money_stands_beside_a_month_in_its_own_unit_and_a_sum_without_it_is_not_told() -> None:
    # help/paypal-international: 0.30 USD a payment besides 2.9 ~ 4.4%
    part: Part = ("overseas", "paypal")
    sales = {part: 10_000_000}
    for payments, rate, said in (
        ({part: 100}, None, "290,000~440,000원 + 30 USD/월"),
        ({part: 100}, Decimal(1400), "332,000~482,000원"),
        ({}, None, "모름"),
    ):
        cost = qualified("paypal", asked(part, sales=sales, payments=payments, usd_krw=rate)).cost
        assert month_text(cost, cost.lines) == said
