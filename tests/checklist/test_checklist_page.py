"""The checklist on one screen, the items that nobody can check off, and answers by the words on the screen."""

import json

import pytest

from portone_guide.checklist.decide import checklist
from portone_guide.checklist.questions import every_item, item_questions
from portone_guide.checklist.screen import list_lines
from portone_guide.checklist.site import Site
from portone_guide.needs.requirements import Requirements
from support import run, shipped

SHOP = ("--goods", "physical", "--platform", "self", "--one-time", "card", "--billing", "card")
FILE = shipped().checklist
NOTES = {name for name, item in FILE.items.items() if item.note}


def test_notes_are_told_and_neither_asked_nor_set_nor_blocking() -> None:
    assert NOTES
    found = json.loads(run("checklist", *SHOP, "--json").out)
    items, notes = {item["id"] for item in found["items"]}, {note["id"] for note in found["notes"]}
    assert notes <= NOTES and "nonauth_strict" in notes
    assert items.isdisjoint(NOTES)
    site = Site(Requirements(methods=(("billing", "card"),)))
    assert {question.id for question in item_questions(checklist(shipped(), site, {}).groups)}.isdisjoint(NOTES)
    assert {question.id for question in every_item(shipped())}.isdisjoint(NOTES)
    everything = checklist(shipped(), site, {name: "pass" for name in FILE.items if name not in NOTES})
    assert set(everything.ready.values()) == {"yes"}
    refused = run("checklist", *SHOP, "--set", "nonauth_strict=pass")
    assert (refused.code, refused.out) == (2, "")
    assert "알아둘 것" in refused.err


@pytest.mark.parametrize(
    "text", ["refund_policy=미흡", "환불 정보(정책) 기재=미흡", "환불정보(정책)기재=fail", "환불 정보=미흡"]
)
def test_set_takes_the_words_on_the_screen(text: str) -> None:
    found = json.loads(run("checklist", *SHOP, "--set", text, "--json").out)
    assert {item["id"] for item in found["items"] if item["state"] == "fail"} == {"refund_policy"}


@pytest.mark.parametrize(
    ("text", "hint"),
    [("포인트 충전=통과", "point_model"), ("refund_policy=됨", "통과, 미흡, 해당없음"), ("환불 정보", "답을 알 수")],
)
def test_what_set_does_not_understand_is_told_with_what_it_takes(text: str, hint: str) -> None:
    refused = run("checklist", *SHOP, "--set", text)
    assert refused.code == 2
    assert hint in refused.err


def test_the_list_before_the_questions_counts_every_item_of_its_group() -> None:
    checked = checklist(shipped(), Site(Requirements(methods=(("one_time", "card"),))), {"refund_policy": "pass"})
    lines = list_lines(checked).splitlines()
    assert "- 환불 1: 통과 1" in lines
    assert len(lines) == sum(any(not entry.item.note for entry in group.items) for group in checked.groups)


def test_the_first_question_of_a_group_tells_what_is_in_it() -> None:
    checked = checklist(shipped(), Site(Requirements(methods=(("one_time", "card"),))), {})
    for group in checked.groups:
        asked = [entry for entry in group.items if not entry.item.note]
        first = item_questions([group])[0]
        assert all(entry.item.title in first.explain for entry in asked if len(asked) > 1)
