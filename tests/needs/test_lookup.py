"""One lookup for whatever has names: gateways, methods, tiers, and everything else that a flag takes."""

from itertools import chain

import pytest

from portone_guide.checklist.questions import SITE
from portone_guide.need_new_mid.questions import NEED_NEW_MID
from portone_guide.needs.lookup import meant, near
from portone_guide.needs.question import Answer
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.typed_names import called_of, in_ids, may_be_names, named_by
from portone_guide.next_steps.questions import NEXT_STEPS
from support import run, shipped

FLOW = tuple({question.id: question for question in chain(NEEDS, SITE, NEXT_STEPS, NEED_NEW_MID)}.values())


def test_all_that_a_flag_takes_is_found_by_its_name_on_the_screens() -> None:
    book = shipped()
    with_names = 0
    for question in FLOW:
        if not named_by(question, book):
            continue
        for name, texts in called_of(question, {}, book).items():
            assert meant(name, {name: texts}) == (name,)
            for text in texts:
                found = in_ids((question,), {question.id: [text]}, book)[question.id]
                assert name in found or len(meant(text, called_of(question, {}, book))) > 1, (question.id, text)
                with_names += not text.isascii()
    assert with_names > 300


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("one_time", ["카드", "카카오페이"], ["card", "easy_pay:kakaopay"]),
        ("tier", "영세", "micro"),
        ("tier", "일반", "general"),
        ("goods", "실물", "physical"),
        ("business", "법인", "corporation"),
        ("platform", "워드프레스", "wordpress"),
        ("gateway", ["이니시스", "NHN KCP"], ["inicis", "kcp"]),
        ("industry", ["여행", "사주"], ["여행", "fortune_telling"]),
        ("style", ["정기결제 API", "결제창"], ["billing:api", "window"]),
        ("sales", ["카드=2000만", "정기결제 카드=1억"], ["card=2000만", "billing:card=1억"]),
        ("change", ["새 사이트"], ["new_site"]),
        ("largest_payment", "2000만", "2000만"),
        ("one_time", ["카"], ["카"]),
    ],
)
def test_a_name_becomes_its_id_and_what_is_not_known_stays(question: str, typed: Answer, kept: Answer) -> None:
    assert in_ids(FLOW, {question: typed}, shipped()) == {question: kept}


def test_ids_need_no_rule_files_to_be_known_as_such() -> None:
    assert not may_be_names({"one_time": ["easy_pay:kakaopay"], "sales": ["one_time:card=2000만"], "tier": "small_1"})
    assert may_be_names({"tier": "영세"})
    assert may_be_names({"one_time": ["Card"]})


def test_the_nearest_are_told_with_their_names() -> None:
    assert near("영새", {"micro": ("영세",), "general": ("일반",)}) == ("micro",)
    assert "혹시 이것인가요: micro(영세)" in run("select-pg", "--one-time", "card", "--tier", "영새").err
    assert run("fees", "--sort", "가상계좌", "--json").out == run("fees", "--sort", "virtual_account", "--json").out


@pytest.mark.parametrize(
    ("korean", "ids"),
    [
        (
            "select-pg --one-time 카드 --easy-pay 카카오페이 --tier 영세 --sales 카드=2000만 --json",
            "select-pg --one-time card --easy-pay kakaopay --tier micro --sales card=2000만 --json",
        ),
        ("compare 이니시스 KCP --tier 중소1 --json", "compare inicis kcp --tier small_1 --json"),
        ("rules show 나이스정보통신 --json", "rules show nice --json"),
        (
            "need-new-mid --gateway 나이스정보통신 --change 정기결제추가 --method 카드 --json",
            "need-new-mid --gateway nice --change add_billing --method card --json",
        ),
    ],
)
def test_a_line_in_korean_says_what_it_says_in_ids(korean: str, ids: str) -> None:
    assert run(*korean.split()) == run(*ids.split())
