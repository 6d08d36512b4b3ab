"""The codes of the answer and their sentences; and that faces take the answer alone."""

import inspect
from importlib import import_module
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

from portone_guide.gateways.pricing import Pricing
from portone_guide.gateways.words import pricing_text
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.money import parse_charge
from portone_guide.select_pg.answer import RejectionCode
from portone_guide.select_pg.words import SENTENCES
from reason_codes import reasons_given

FLOOR = ("gateways/conditions.py", "gateways/fees.py")
FACES = [import_module(f"portone_guide.select_pg.{name}") for name in ("words", "screen", "report", "questions")]


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert {given.code for given in reasons_given(["select_pg", *FLOOR])} == set(SENTENCES)


def test_a_sentence_takes_the_facts_that_come_with_its_code() -> None:
    for given in reasons_given(["select_pg", *FLOOR]):
        inspect.signature(SENTENCES[given.code]).bind(**dict.fromkeys(given.facts))


def test_a_gateway_is_left_out_for_the_kinds_of_reasons_that_scripts_know() -> None:
    given = {reason.code.partition(".")[0] for reason in reasons_given(["select_pg/hurdles.py", "select_pg/fit.py"])}
    assert given == set(get_args(RejectionCode))


@pytest.mark.parametrize("face", FACES)
def test_a_face_takes_no_rule_book(face: ModuleType) -> None:
    assert RuleBook not in vars(face).values()
    own = [value for value in vars(face).values() if getattr(value, "__module__", "") == face.__name__]
    functions = [value for value in own if inspect.isfunction(value)]
    assert functions
    for function in functions:
        if function.__name__ != "<lambda>":
            assert RuleBook not in get_type_hints(function).values(), function.__name__


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
