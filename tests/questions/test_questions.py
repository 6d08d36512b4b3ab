"""``questions`` tells all that can be answered, and nothing that can't."""

import json
from typing import Any

import pytest

from portone_guide import app
from portone_guide.needs.flow import applicable
from portone_guide.needs.question import Flow
from portone_guide.needs.questions import NEEDS
from portone_guide.questions.decide import listed
from portone_guide.questions.words import CONDITIONS
from support import keeps_to_schema, run, shipped

ASKING = ("select-pg", "checklist", "next-steps", "need-new-mid", "compare", "fees")


def flow_of(command: str) -> Flow:
    return app.LazyGroup().get_command(None, command).questions(shipped())  # type: ignore[no-any-return]


def report(*arguments: str) -> dict[str, list[dict[str, Any]]]:
    told = run("questions", *arguments, "--json")
    assert (told.code, told.err) == (0, "")
    keeps_to_schema("questions", json.loads(told.out))
    return {entry["command"]: entry["questions"] for entry in json.loads(told.out)["commands"]}


def test_without_a_command_all_that_ask_are_told() -> None:
    told = report()
    assert tuple(told) == (*ASKING[:2], "inspect", "next-steps", "code", "need-new-mid", "choose", *ASKING[4:])
    assert all(told[command] == report(command)[command] for command in ASKING)


def test_a_command_that_asks_nothing_has_no_questions() -> None:
    assert report("done") == {"done": []}
    assert report("rules") == {"rules": []}
    assert "묻는 것이 없는 명령입니다." in run("questions", "done", "--plain").out


@pytest.mark.parametrize("command", ASKING)
def test_every_question_of_the_command_is_told_with_a_flag_that_it_has(command: str) -> None:
    usage = run(command, "--help").out
    for question in report(command)[command]:
        for flag in filter(None, (question["flag"], question["off_flag"])):
            assert flag in usage
    flow = flow_of(command)
    assert [question["id"] for question in report(command)[command]] == [question.id for question in flow]


@pytest.mark.parametrize("command", ASKING)
def test_each_condition_has_words_and_is_told_by_its_name(command: str) -> None:
    named = {question.ask_if.__name__ for question in flow_of(command)} - {"always", "never"}
    assert named <= CONDITIONS.keys()
    told = {question["condition"]["code"] for question in report(command)[command] if question["condition"]}
    assert told == named


def test_no_condition_has_words_that_nobody_reads() -> None:
    assert {question.ask_if.__name__ for command in ASKING for question in flow_of(command)} >= CONDITIONS.keys()


@pytest.mark.parametrize("command", ASKING)
def test_what_is_always_asked_is_what_is_asked_of_whom_nothing_is_known(command: str) -> None:
    by_answers = {question.id for question in applicable(flow_of(command), {}, shipped())}
    found = {question["id"]: question["asked"] for question in report(command)[command]}
    always = {name for name, asked in found.items() if asked == "always"}
    assert always <= by_answers
    assert all(found[name] == "condition" for name in by_answers - always)
    assert not by_answers & {name for name, asked in found.items() if asked == "flag_only"}


def example(question: dict[str, Any], value: str) -> list[str]:
    if question["metavar"] is None:
        return [question["off_flag"] if value == "no" and question["off_flag"] else question["flag"]]
    return [question["flag"], f"{value}=1" if question["kind"] == "amounts" else value]


@pytest.mark.parametrize("command", ASKING)
def test_every_value_that_is_told_is_read(command: str) -> None:
    """All values of each question at once: a name that the flag does not take would end with exit code 2."""
    questions = report(command)[command]
    for question in questions:
        for value in question["values"]:
            assert value["label"].strip()
    many = [question for question in questions if question["kind"] in {"many", "amounts"}]
    given = [text for question in many for value in question["values"] for text in example(question, value["value"])]
    ended = run(command, *given, "--json")
    assert ended.code == 0, ended.err
    for question in questions:
        for value in question["values"] if question["kind"] == "one" else ():
            ended = run(command, *_enough(command), *example(question, value["value"]), "--json")
            assert ended.code == 0, ended.err


def _enough(command: str) -> list[str]:
    """What a command needs at least."""
    needs = {"select-pg": "--one-time card", "next-steps": "--gateway nice"}
    return needs.get(command, "--gateway nice --change new_site" if command == "need-new-mid" else "").split()


@pytest.mark.parametrize("command", ASKING)
def test_no_value_is_left_out(command: str) -> None:
    """A flag that takes names tells which when it gets another one: exactly those are listed."""
    for question in report(command)[command]:
        if question["kind"] not in {"one", "many"} or question["metavar"] is None or question["flag"] == "--set":
            continue
        if question["id"] == "carries":  # a pair of names: those that can be are offered
            continue
        ended = run(command, *_enough(command), question["flag"], "~", "--json")
        hint = json.loads(ended.err)["error"]["hint"].partition(": ")[2].split(", ")
        values = {value["value"] for value in question["values"]}
        assert values >= {*hint}, question["id"]
        assert question["id"] == "style" or values == {*hint}


def test_a_question_offers_what_the_questions_before_it_make_possible() -> None:
    rows = next(entry for entry in listed("select-pg", NEEDS, shipped()).questions if entry.id == "sales").values
    values = {row.value for row in rows}
    assert values >= {"one_time:card", "billing:card", "key_in:card", "overseas:card", "one_time:easy_pay:kakaopay"}
    assert not any(value.startswith("identity:") for value in values)


def test_a_method_of_two_payment_types_is_named_by_the_domestic_one() -> None:
    method = next(question for question in report("need-new-mid")["need-new-mid"] if question["id"] == "method")
    named = {value["value"]: value["label"] for value in method["values"]}
    assert (named["card"], named["virtual_account"], named["alipay"]) == ("카드", "가상계좌", "알리페이")


def test_the_items_of_the_checklist_are_answered_by_one_flag() -> None:
    items = [question for question in report("checklist")["checklist"] if question["flag"] == "--set"]
    assert [item["id"] for item in items] == [name for name, item in shipped().checklist.items.items() if not item.note]
    item = next(item for item in items if item["id"] == "refund_policy")
    assert item["condition"]["code"] == "concerns_site"
    assert [(value["value"], value["label"]) for value in item["values"]][:2] == [
        ("refund_policy=pass", "통과"),
        ("refund_policy=fail", "미흡"),
    ]


def test_the_screen_has_the_flag_when_it_is_asked_and_what_to_write() -> None:
    told = run("questions", "select-pg", "--plain").out
    assert "- --easy-pay-contract: 언제 묻나 간편결제를 고르면, 답 하나, 무엇을 간편결제는 어떻게 계약할까요?" in told
    assert "direct(간편결제사와 직접 계약)" in told


def test_an_unknown_command_is_told_with_those_near_it() -> None:
    ended = run("questions", "selct-pg", "--json")
    assert ended.code == 2
    assert json.loads(ended.err)["error"]["code"] == "unknown_command"
    assert "select-pg" in json.loads(ended.err)["error"]["hint"]
