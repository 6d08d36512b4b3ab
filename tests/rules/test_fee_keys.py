"""A fee key: one value, written as the rule files write it; and which fee is in force on a day."""

from datetime import date

import pytest

from portone_guide.rules.checks.fee_blocks import unknown_key
from portone_guide.rules.loader import load
from portone_guide.rules.models.fee import Fee, FeeBlock, fees_on
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.money import Charge


@pytest.mark.parametrize(
    ("text", "key", "method"),
    [
        ("signup_fee", FeeKey.signup(), "signup_fee"),
        ("signup_fee.overseas.card", FeeKey.signup("card"), "signup_fee"),
        ("card.small_1", FeeKey.card("small_1"), "card"),
        ("card.billing_key_in", FeeKey.card(None), "card"),
        ("transfer", FeeKey("transfer"), "transfer"),
        ("virtual_account.api", FeeKey("virtual_account", way="api"), "virtual_account"),
        ("mobile.physical.billing", FeeKey("mobile", "physical", "billing"), "mobile"),
        ("overseas.paypal", FeeKey("overseas", "paypal"), "overseas:paypal"),
        ("overseas.card.billing", FeeKey("overseas", "card", "billing"), "overseas_billing:card"),
        ("overseas.paypay.digital", FeeKey("overseas", "paypay", goods="digital"), "overseas:paypay"),
        ("signup_fee.japan", FeeKey("signup_fee", "japan"), "signup_fee"),
        ("yearly_fee.japan", FeeKey("yearly_fee", "japan"), "yearly_fee"),
        ("monthly_fee", FeeKey("monthly_fee"), "monthly_fee"),
        ("easy_pay.money.billing", FeeKey("easy_pay", "money", "billing"), "easy_pay:money"),
        ("identity.sms", FeeKey("identity", "sms"), "identity:sms"),
    ],
)
def test_a_key_reads_and_writes(text: str, key: FeeKey, method: str) -> None:
    assert FeeKey.parse(text) == key
    assert str(key) == text
    assert key.method == method


def test_a_contract_of_its_own_has_fees_only_where_it_is_named() -> None:
    methods = load().pg_methods
    assert unknown_key("yearly_fee.japan", methods, {"japan": None}) is None
    assert unknown_key("yearly_fee.japan", methods) is not None
    assert unknown_key("monthly_fee", methods) is None


def test_every_shipped_key_reads_back_as_written() -> None:
    keys = {key for blocks in load().fees.fees.values() for block in blocks for key in block.rates}
    assert {str(FeeKey.parse(key)) for key in keys} == keys


@pytest.mark.parametrize(
    "text", ["", "card", "card.", "transfer.", "transfer.billing", "signup_fee.overseas", "api", "mobile..physical"]
)
def test_a_key_that_there_is_not_is_told_as_written(text: str) -> None:
    assert (unknown_key(text, load().pg_methods) or "").startswith(f"모르는 요금 항목입니다: '{text}' - ")


@pytest.mark.parametrize("text", ["overseas.mars", "signup_fee.overseas.mars", "overseas.mars.billing", "overseas."])
def test_an_overseas_method_that_there_is_not_is_told(text: str) -> None:
    assert (unknown_key(text, load().pg_methods) or "").startswith("모르는 해외 결제수단입니다: '")


def test_the_latest_block_that_names_a_fee_is_in_force() -> None:
    old, new = (("", Charge(won=300)),), (("", Charge(won=200)),)
    first = FeeBlock(date(2026, 1, 1), "a", {"transfer": old, "signup_fee": ()})
    second = FeeBlock(date(2026, 7, 1), "b", {"transfer": new})
    before, after = Fee(date(2026, 1, 1), old, "a"), Fee(date(2026, 7, 1), new, "b")
    signup = {FeeKey.signup(): (Fee(date(2026, 1, 1), (), "a"),)}
    assert fees_on((first, second), date(2025, 12, 31)) == {}
    assert fees_on((first, second), date(2026, 6, 30)) == {FeeKey("transfer"): (before,), **signup}
    assert fees_on((first, second), date(2026, 7, 1)) == {FeeKey("transfer"): (before, after), **signup}
