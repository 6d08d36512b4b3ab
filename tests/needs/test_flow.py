"""The flow of select-pg: every path ends in requirements, going back and changing lose nothing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.needs.flow import BACK, applicable, next_question, pruned, walk, without_last
from portone_guide.needs.question import UNKNOWN, never
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.requirements import requirements_from
from scripted import ChoosingAsker, ScriptedAsker
from support import CHECKED, run, shipped


def kept(_: object) -> None:
    """Keep nothing."""


def test_every_question_is_a_flag() -> None:
    flags = run("select-pg", "--help").out
    assert all(f"{question.flag_name} " in flags for question in NEEDS)


NEVER_ASKED = {"yearly_sales", "smallest_payment", "max_signup_fee"}
"""Flags alone: each narrows down what another question asks."""


def test_every_question_explains_itself_and_ends_differently_from_the_next() -> None:
    asked = [question for question in NEEDS if question.ask_if is not never]
    assert {question.id for question in NEEDS} - {question.id for question in asked} == NEVER_ASKED
    assert all(question.text and question.explain for question in asked)
    assert len({question.id for question in NEEDS}) == len(NEEDS)


def test_first_answers_lead_to_requirements() -> None:
    asker = ScriptedAsker(
        {
            "goods": "physical",
            "industry": [],
            "platform": "self",
            "one_time": ["card", "virtual_account"],
            "easy_pay": ["kakaopay"],
            "billing": ["card"],
            "key_in": [],
            "easy_pay_contract": "via_gateway",
            "overseas": [],
            "identity": [],
            "style": ["api"],
            "portone": "v2",
            "tier": "new",
            "sales": ["one_time:card=1000만", "billing:card=3,000,000"],
            "count": ["one_time:virtual_account=50"],
            "largest_payment": "50만",
            "open_before_review": "no",
        }
    )
    answers = walk(NEEDS, {}, shipped(), asker, keep=kept)
    needs = requirements_from(answers, shipped(), CHECKED)
    assert [need.key for need in needs.needs()] == [
        "one_time:card",
        "one_time:virtual_account",
        "billing:card:api",
        "one_time:easy_pay:kakaopay",
    ]
    assert needs.sales == {("one_time", "card"): 10_000_000, ("billing", "card"): 3_000_000}
    assert needs.payments == {("one_time", "virtual_account"): 50}
    assert needs.yearly_sales == 0
    assert needs.largest_payment == 500_000
    assert not needs.open_before_review
    assert "overseas_billing" not in asker.asked


def test_going_back_asks_the_previous_question_again() -> None:
    asker = ScriptedAsker({"goods": ("physical", "digital"), "industry": (BACK, []), "one_time": ["card"]})
    answers = walk(NEEDS, {}, shipped(), asker, keep=kept)
    assert asker.asked[:4] == ["goods", "industry", "goods", "industry"]
    assert answers["goods"] == "digital"


def test_change_one_asks_only_what_the_change_opens() -> None:
    asker = ScriptedAsker(
        {"one_time": (["card"], ["virtual_account"]), "sales": ["one_time:card=100만"], "tier": "micro"},
        reviews=["one_time", None],
    )
    answers = walk(NEEDS, {}, shipped(), asker, keep=kept)
    first_review = asker.asked.index("open_before_review") + 1
    assert asker.asked[first_review:] == ["one_time", "count"]
    assert answers["sales"] == [], "sales of a method that was taken out must go with it"
    assert answers["tier"] == "micro"


def test_answers_given_by_flags_are_not_asked() -> None:
    asker = ScriptedAsker({})
    walk(NEEDS, {"one_time": ["card"], "portone": "v1"}, shipped(), asker, keep=kept)
    assert not {"one_time", "portone"} & set(asker.asked)


def test_every_answer_is_kept_at_once() -> None:
    seen: list[set[str]] = []
    asker = ScriptedAsker({"one_time": ["card"]})
    walk(NEEDS, {}, shipped(), asker, keep=lambda answers: seen.append(set(answers)))
    assert [len(answers) for answers in seen] == list(range(1, len(seen) + 1))


@pytest.mark.parametrize(
    "chosen",
    list(
        itertools.product(
            [[], ["card"], ["card", "virtual_account", "mobile"]],
            [[], ["card"], ["mobile"]],
            [[], ["card"], ["virtual_account"]],
            [[], ["kakaopay", "naverpay"]],
            [[], ["card", "paypal"]],
            [[], ["sms"]],
            ["physical", "digital", UNKNOWN],
        )
    ),
)
def test_every_path_ends_in_requirements(chosen: tuple[object, ...]) -> None:
    names = ("one_time", "billing", "key_in", "easy_pay", "overseas", "identity", "goods")
    script = dict(zip(names, chosen, strict=True))
    asker = ScriptedAsker(script)
    answers = walk(NEEDS, {}, shipped(), asker, keep=kept)
    needs = requirements_from(answers, shipped(), CHECKED)
    assert len(asker.asked) == len(set(asker.asked)), "a question was asked twice"
    assert next_question(NEEDS, answers, shipped()) is None
    assert bool(needs.methods) == any(script[name] for name in names[:-1])
    assert ("easy_pay_contract" in asker.asked) == bool(script["easy_pay"])
    assert ("style" in asker.asked) == bool(script["billing"] or script["key_in"] or script["identity"])
    assert ("overseas_billing" in asker.asked) == bool(script["overseas"])


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"overseas": ["convenience_store"]}, True),
        ({"overseas": ["card"]}, False),
        ({"industry": ["donation"], "one_time": ["card"]}, True),
        ({"industry": ["travel"], "one_time": ["card"]}, False),
    ],
)
def test_who_signs_is_asked_where_some_gateway_takes_only_one_form(said: dict[str, object], asked: bool) -> None:
    asker = ScriptedAsker(said)
    walk(NEEDS, {}, shipped(), asker, keep=kept)
    assert ("business" in asker.asked) == asked


@given(st.data())
def test_any_options_that_are_shown_can_be_picked(data: st.DataObject) -> None:
    def choose(question, options):  # type: ignore[no-untyped-def]
        values = [option.value for option in options]
        match question.kind:
            case "one":
                return data.draw(st.sampled_from([*values, UNKNOWN]))
            case "many":
                return data.draw(st.one_of(st.just(UNKNOWN), st.lists(st.sampled_from(values), unique=True)))
            case "amount":
                return data.draw(st.sampled_from(["1000", "1만", UNKNOWN]))
            case "amounts":
                rows = data.draw(st.lists(st.sampled_from(values), unique=True)) if values else []
                return [f"{row}=10000" for row in rows] or UNKNOWN

    answers = walk(NEEDS, {}, shipped(), ChoosingAsker(choose), keep=kept)
    needs = requirements_from(answers, shipped(), CHECKED)
    assert set(needs.sales) <= set(needs.methods)


def test_without_last_drops_one_answer_and_resuming_goes_on_there() -> None:
    answers = {"goods": "physical", "industry": [], "platform": "self"}
    upcoming = next_question(NEEDS, answers, shipped())
    earlier = without_last(NEEDS, answers, shipped(), upcoming)
    assert set(earlier) == {"goods", "industry"}
    again = next_question(NEEDS, earlier, shipped())
    assert again is not None
    assert again.id == "platform"


def test_pruning_keeps_what_still_applies() -> None:
    answers = {"easy_pay_contract": "direct", "goods": "digital", "other_command": "x"}
    assert pruned(NEEDS, answers, shipped()) == {"goods": "digital", "other_command": "x"}


def test_options_of_every_shown_question_have_labels() -> None:
    answers = {"one_time": ["card"], "easy_pay": ["kakaopay"], "billing": ["card"], "overseas": ["card"]}
    for question in applicable(NEEDS, answers, shipped()):
        options = question.options(answers, shipped())
        assert all(option.label.strip() for option in options)
        assert question.kind == "amount" or options, question.id
