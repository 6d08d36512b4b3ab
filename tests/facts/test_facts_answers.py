"""Answers about facts: JSON is of the type that its report declares, fees have names, faces take the answer alone."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from said import answer

from portone_guide.facts.answer import RateColumn, RateState
from portone_guide.facts.fees.answer import SortKey
from portone_guide.facts.rate_table import named_fee
from portone_guide.facts.rate_words import COLUMN_NAMES, NO_RATE, fee_label
from portone_guide.facts.support_words import ROLE_NAMES, STATE_WORDS
from portone_guide.rules.models.fee_key import FeeKey
from portone_guide.rules.models.fields import Role, Supported
from support import keeps_to_schema, run, shipped


@pytest.mark.parametrize(
    ("args", "declared"),
    [
        (["fees"], "fees"),
        (["fees", "--as-of=2020-01-01", "--vat", "--sort=mobile"], "fees"),
        (["compare"], "compare"),
        (["compare", *shipped().pg_methods.gateways], "compare"),
        (["rules", "sources"], "rules-sources"),
        (["rules", "conflicts"], "rules-conflicts"),
        (["rules", "conflicts", "kcp"], "rules-conflicts"),
        (["rules", "conflicts", "triple_a"], "rules-conflicts"),
        (["rules", "check"], "rules-check"),
        *((["rules", "show", gateway], "rules-show") for gateway in shipped().pg_methods.gateways),
        (["rules", "show", "kcp", "--as-of=2020-01-01"], "rules-show"),
    ],
)
def test_json_is_of_the_declared_type(args: list[str], declared: str) -> None:
    keeps_to_schema(declared, answer(*args))


def test_json_of_a_failed_check_is_of_the_declared_type(here: Path) -> None:
    (here / "bad.yaml").write_text("kind: fees\nvat: 10\n", encoding="utf-8")
    keeps_to_schema("rules-check", json.loads(run("rules", "check", "bad.yaml", "--json").out))


def test_every_code_has_its_word() -> None:
    assert set(COLUMN_NAMES) == set(get_args(RateColumn))
    assert {*NO_RATE, "known"} == set(get_args(RateState))
    assert set(STATE_WORDS) == set(get_args(Supported))
    assert set(ROLE_NAMES) == set(get_args(Role))
    for sort in get_args(SortKey):
        assert run("fees", "--sort", sort, "--plain").code == 0


def test_every_fee_has_a_name_of_its_own() -> None:
    book = shipped()
    sheets = [block.rates for blocks in book.fees.fees.values() for block in blocks]
    keys = {FeeKey.parse(text) for rates in sheets for text in rates}
    names = {key: fee_label(named_fee(key, book)) for key in keys}
    assert len(set(names.values())) == len(names)
    for key, name in names.items():
        assert re.search(r"[가-힣A-Z]", name), key
    assert names[FeeKey.card("general")] == "카드(일반)"
    assert names[FeeKey.card(None)] == "카드 정기·수기결제"
    assert names[FeeKey("virtual_account", way="api")] == "가상계좌(API)"
    assert names[FeeKey("mobile", "physical", "billing")] == "휴대폰 실물 정기결제"
    assert names[FeeKey("easy_pay", "money", "billing")] == "자체 머니 정기결제"
    assert names[FeeKey("overseas", "card")] == "해외카드"
    assert names[FeeKey.signup()] == "가입비"
