"""The words of the screens: found by any name, told with their pages, and honest where no page explains them."""

import json

import pytest

from portone_guide.explain.decide import explained
from portone_guide.needs.glossary import find_word, words_in
from portone_guide.needs.questions import NEEDS
from portone_guide.needs.reading import WrongValueError
from support import keeps_to_schema, run, shipped

FILE = shipped().glossary


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("MID", "merchant_id"),
        ("mid", "merchant_id"),
        ("상점아이디", "merchant_id"),
        ("사이트 코드", "merchant_id"),
        ("CPID", "merchant_id"),
        ("PG", "pg"),
        ("billing key", "billing_key"),
        ("중소2", "sales_tier"),
        ("webhook", "webhook"),
        ("V2", "portone_version"),
        ("제휴", "easy_pay_via_gateway"),
    ],
)
def test_a_word_is_found_by_any_of_its_names(typed: str, word: str) -> None:
    assert find_word(typed, FILE) == word


def test_every_name_finds_its_word_and_each_word_has_a_page() -> None:
    for name, word in FILE.words.items():
        assert all(find_word(text, FILE) == name for text in (word.name, *word.also))
        assert word.sources
        told = run("explain", word.name)
        assert told.code == 0
        assert all(shipped().sources.sources[source].url in told.out for source in word.sources)


def test_the_words_that_merchants_meet_are_there() -> None:
    words = "MID 상점아이디 PG 채널 채널키 빌링키 정기결제 수기결제 결제창 웹훅 카드사심사 입점심사 보증보험 정산주기"
    words += " 영세 바로오픈 롤링리저브 통신판매업신고번호 에스크로 본인인증 CPID 사이트코드 해외카드 제휴 직접계약"
    for text in words.split():
        assert find_word(text, FILE)


def test_what_no_page_explains_is_said_to_be_so() -> None:
    told = run("explain", "통신판매업 신고번호")
    assert "뜻을 설명하는 출처가 없습니다" in told.out
    found = json.loads(run("explain", "통신판매업 신고번호", "--json").out)
    keeps_to_schema("explain", found)
    assert found["words"][0]["means"] is None


def test_all_words_are_listed_and_an_unknown_one_is_told_with_those_near_it() -> None:
    everything = json.loads(run("explain", "--json").out)
    keeps_to_schema("explain", everything)
    assert len(everything["words"]) == len(FILE.words) == len(explained(shipped(), None).words)
    ended = run("explain", "빌링")
    assert (ended.code, ended.err) == (2, "풀이가 없는 낱말입니다: '빌링'\n혹시 이것인가요: 정기결제, 빌링키\n")
    assert "portone-guide explain" in run("explain", "zzz").err
    with pytest.raises(WrongValueError):
        find_word("", FILE)
    assert run("explain", "MID", "--format", "md").out.startswith("상점아이디(MID)") or "MID" in run("explain").out


def test_questions_have_words_to_explain() -> None:
    explained_ = [question.id for question in NEEDS if words_in(f"{question.text} {question.explain}", FILE)]
    assert len(explained_) > 12
    told = [word.name for word in words_in("카드사 심사(약 2주)가 끝나기 전에 먼저 열어야 하나요?", FILE)]
    assert told == ["카드사 심사"]
