"""The codes of the answer and their sentences; and that faces take the answer alone."""

import inspect
from typing import get_args

import pytest

from faces import CAUTIONS, codes_given, reasons_given
from portone_guide.gateways.pricing import Pricing
from portone_guide.gateways.words import pricing_text
from portone_guide.rules.models.money import parse_charge
from portone_guide.select_pg.answer import RejectionCode
from portone_guide.select_pg.words import SENTENCES

FLOOR = (
    *(place for place in CAUTIONS if place != "gateways/cautions.py"),
    "gateways/contract_fees.py",
    "gateways/fees.py",
)

JUDGES = (
    "select_pg/hurdles.py",
    "select_pg/fit.py",
    "gateways/barriers.py",
    "gateways/hosting.py",
    "gateways/industries.py",
    "gateways/versions.py",
)


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("select_pg", *FLOOR) == set(SENTENCES)


def test_a_sentence_takes_the_facts_that_come_with_its_code() -> None:
    for given in reasons_given("select_pg", *FLOOR):
        inspect.signature(SENTENCES[given.code]).bind(**dict.fromkeys(given.facts))


def test_a_gateway_is_left_out_for_the_kinds_of_reasons_that_scripts_know() -> None:
    given = {code.partition(".")[0] for code in codes_given(*JUDGES)}
    assert given == set(get_args(RejectionCode))


@pytest.mark.parametrize(
    ("charges", "text"),
    [
        ((), "모름"),
        (("3.20%",), "3.20%"),
        (("2.30%", "4.00%"), "2.30~4.00%"),
        (("300 KRW",), "300원/건"),
        (("3.20%", "300 KRW"), "3.20% / 300원/건"),
    ],
)
def test_a_charge_is_told_as_one_figure_a_range_or_each(charges: tuple[str, ...], text: str) -> None:
    assert pricing_text(Pricing(tuple(map(parse_charge, charges)))) == text
