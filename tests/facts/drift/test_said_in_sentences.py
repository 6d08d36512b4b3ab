"""What a sentence, a way through menus or a label says that is a value, though it looks like words."""

from pathlib import Path

import pytest
from copies import CHANNELS, RULES, changes_between

from portone_guide.facts.rules.drift.answer import Change
from portone_guide.facts.rules.drift.korean_ways import steps_of

OPI = "opi/ko/pay.md"


def one(folder: Path, old: str, new: str, page: str = CHANNELS, rules: str = RULES) -> Change:
    """Return the only change between two states of a page."""
    (change,) = changes_between(folder, {page: old}, {page: new}, rules)
    return change


WAYS = [
    ("콘솔의 [결제 연동] → [연동 관리] → [채널 관리] 페이지에 추가합니다.", ["결제 연동", "연동 관리", "채널 관리"]),
    ("[관리자] - [부가서비스] - [연동방식 설정] 에서 바꿉니다.", ["관리자", "부가서비스", "연동방식 설정"]),
    ("관리자콘솔↗ > 결제 연동 > + 채널 추가", ["관리자콘솔", "결제 연동", "채널 추가"]),
    ("경로 : 로그인 > 좌측 상단 [전자결제 신청] 버튼 클릭 > 접수완료", ["로그인", "전자결제 신청", "접수완료"]),
    ("상점관리자 > 고객지원 > 기술지원", ["상점관리자", "고객지원", "기술지원"]),
    ("https://www.example.com/ → 문서를 봅니다.", []),
    ("금액 > 0 이고 a -> b 이면 (c > d) 입니다.", []),
    ("[안내] 카드사 심사를 기다립니다.", []),
]


@pytest.mark.parametrize(("text", "steps"), WAYS)
def test_the_steps_of_a_way_through_menus(text: str, steps: list[str]) -> None:
    assert steps_of(text) == steps


def test_a_menu_with_another_name_is_a_change_and_names_the_row_with_that_way(tmp_path: Path) -> None:
    old = "## 채널 설정\n\n콘솔의 [결제 연동] → [연동 관리] → [채널 관리] 페이지에 추가합니다.\n"
    rules = RULES + "ways:\n  danal.main:\n    - where: 결제 연동 > 연동 관리 > 채널 관리\n      source: help/danal\n"
    change = one(tmp_path, old, old.replace("연동 관리", "연동 정보"), rules=rules)
    assert (change.kind, change.harm, change.old, change.new) == ("value_gone", "support", "연동 관리", "연동 정보")
    assert [fact.what for fact in change.facts] == ["danal.main > 0 > where: 결제 연동 > 연동 관리 > 채널 관리"]


def test_a_sentence_that_now_is_true_of_one_company_only(tmp_path: Path) -> None:
    old = "## 본인인증\n\n- SMS 본인인증은 테스트가 되지 않습니다.\n- 스마트로와 다날은 계약 뒤에 씁니다.\n"
    change = one(tmp_path, old, old.replace("- SMS", "- 스마트로 SMS"), OPI)
    assert (change.kind, change.old, change.new) == ("value_new", None, "스마트로")


def test_a_page_that_names_its_own_company_once_more_says_nothing_new(tmp_path: Path) -> None:
    old = "---\ntitle: 다날\n---\n## 본인인증\n\nSMS 본인인증은 테스트가 되지 않습니다.\n"
    assert one(tmp_path, old, old.replace("SMS 본인", "다날 SMS 본인")).kind == "wording"


def test_names_with_strokes_between_are_told_apart(tmp_path: Path) -> None:
    old = "수수료는 3.1% (AuPay/MerPay)이고 달마다 냅니다.\n"
    change = one(tmp_path, old, old.replace("AuPay/MerPay", "AuPay/MerPay/PayDay"), OPI)
    assert (change.old, change.new) == (None, "PayDay")


def test_a_brand_in_latin_letters_is_a_name(tmp_path: Path) -> None:
    old = "## 청구지\n\n주소를 적습니다.\n"
    change = one(tmp_path, old, old.replace("주소를", "Klarna 결제 때 주소를"), OPI)
    assert (change.kind, change.new) == ("value_new", "Klarna")


@pytest.mark.parametrize(("label", "kind"), [("Wechat", "value_gone"), ("Wechat(PC)", None), ("Wechat (PC)", None)])
def test_a_label_that_lost_its_limit_is_a_change(label: str, kind: str | None, tmp_path: Path) -> None:
    old = "## 수수료\n\n- Wechat (PC) : 2.80%\n"
    found = changes_between(tmp_path, {OPI: old}, {OPI: old.replace("Wechat (PC)", label)})
    assert [change.kind for change in found] == ([kind] if kind else [])


def test_a_label_with_another_name_of_the_same_company_is_words(tmp_path: Path) -> None:
    old = "## 요금\n\n- 이니시스 : 카드, 상품권\n"
    assert one(tmp_path, old, old.replace("이니시스", "KG이니시스"), OPI).kind == "wording"


def test_a_merchant_id_beside_what_it_is_for_is_an_id(tmp_path: Path) -> None:
    old = "- 상점아이디 : 본인인증 AO6R1 선택\n"
    assert one(tmp_path, old, old.replace("AO6R1", "AO6R2")).harm == "ids"


def test_a_code_that_went_names_the_rows_of_what_its_sentence_is_about(tmp_path: Path) -> None:
    old = "---\ntitle: 다날\n---\n## 유의사항\n\n- 클라르나는 `P197` 코드를 씁니다.\n"
    rules = RULES + "support:\n  danal.main:\n    - note: 클라르나\n      source: opi/ko/pay\n"
    change = one(tmp_path, old, old.replace("`P197`", "`bill_to`"), OPI, rules)
    assert [fact.what for fact in change.facts] == ["danal.main > 0 > note: 클라르나"]


def test_a_title_that_names_a_module_now_is_a_change_but_other_words_are_none(tmp_path: Path) -> None:
    old = "---\ntitle: 다날\n---\n## 결제\n\n카드로 냅니다.\n"
    change = one(tmp_path, old, old.replace("title: 다날", "title: 다날 (구모듈)"), OPI)
    assert (change.kind, change.old, change.new) == ("value_new", None, "구모듈")
    assert changes_between(tmp_path / "b", {OPI: old}, {OPI: old.replace("title: 다날", "title: 다날 안내")}) == ()


def test_a_sentence_that_moved_and_stands_twice_now_has_not_gone(tmp_path: Path) -> None:
    line = "1. 관리자(https://agent.example.com/)에서 3일 안에 조회합니다.\n"
    new = f"## 하나\n\n## 둘\n\n{line}\n## 셋\n\n{line}"
    found = changes_between(tmp_path, {OPI: f"## 하나\n\n{line}"}, {OPI: new})
    assert {change.kind for change in found} == {"value_new"}


def test_an_id_that_begins_with_digits_is_one_id(tmp_path: Path) -> None:
    old = "정기결제는 32AAE5BE9B 아이디를 씁니다.\n"
    change = one(tmp_path, old, old.replace("32AAE5BE9B", "32AAE5BE9C"), OPI)
    assert (change.harm, change.old, change.new) == ("ids", "32AAE5BE9B", "32AAE5BE9C")
