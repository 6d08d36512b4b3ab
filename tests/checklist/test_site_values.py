"""Values of a footer: the arithmetic and the forms that Korean numbers have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.gateways.korean_forms import phone_kind, valid_business_number
from portone_guide.gateways.site_values import check_business_number, check_mail_order_number, check_phone, check_url
from portone_guide.gateways.value_words import value_reason
from support import shipped


@pytest.mark.parametrize(
    "number",
    [
        *("220-81-62517", "120-81-47521", "104-81-45690", "220 81 62517", "2208162517"),
        *("２２０-８１-６２５１７", "２２０－８１－６２５１７", "220–81–62517", "２２０　８１　６２５１７"),
    ],
)
def test_real_business_numbers_pass(number: str) -> None:
    assert check_business_number(number).state == "pass"


@pytest.mark.parametrize(
    "number",
    [
        "123-45-67890",
        "000-00-00000",
        "220-81-62518",
        "100-81-00000",
        "220-00-62517",
        "220-81-0000",
        "",
        "abc",
        "²208162517",
    ],
)
def test_impossible_business_numbers_fail(number: str) -> None:
    assert check_business_number(number).state == "fail"


@given(st.integers(101, 999), st.integers(1, 99), st.integers(1, 9999))
def test_one_check_digit_of_ten_is_right(office: int, kind: int, serial: int) -> None:
    front = f"{office}{kind:02}{serial:04}"
    right = [digit for digit in range(10) if valid_business_number(f"{front}{digit}")]
    # The tax office's sum, written out: weights 1 3 7 1 3 7 1 3 5 and the tens of the last product.
    total = sum(int(d) * w for d, w in zip(front, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=True)) + int(front[8]) * 5 // 10
    assert right == [(10 - total % 10) % 10]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("010-1234-5678", "mobile"),
        ("011.234.5678", "mobile"),
        ("+82 10-1234-5678", "mobile"),
        ("02-123-4567", "area_02"),
        ("(02) 1234-5678", "area_02"),
        ("+82-2-1234-5678", "area_02"),
        ("031-123-4567", "area_0xx"),
        ("064 123 4567", "area_0xx"),
        ("070-1234-5678", "internet_070"),
        ("1588-0000", "national_15xx"),
        ("+82 1588-0000", "national_15xx"),
        ("1661-1234", "national_15xx"),
        ("1899-1234", "national_15xx"),
        ("080-123-4567", "toll_free_080"),
        ("0505-123-4567", "personal_050"),
        ("１５８８-００００", "national_15xx"),
        ("０２－１２３４－５６７８", "area_02"),
        ("０１０-1234-5678", "mobile"),
        ("٠2-123-4567", None),
        ("119", None),
        ("02-123", None),
        ("1234-5678", None),
        ("+1 212 555 0100", None),
        ("", None),
    ],
)
def test_phone_kinds(number: str, kind: str | None) -> None:
    assert phone_kind(number) == kind


def test_a_mobile_number_fails_and_an_unsourced_kind_is_to_be_checked() -> None:
    # 서비스 필수 구축요건: 전화번호(휴대폰번호 불가). No page speaks of 070.
    assert check_phone("010-1234-5678", shipped().checklist).state == "fail"
    assert check_phone("070-1234-5678", shipped().checklist).state == "check"


@pytest.mark.parametrize("number", ["1588-0000", "1661-7335", "1800-0678", "+82 1544-8667", "１５８８－４９５４"])
def test_a_representative_number_passes(number: str) -> None:
    # 서비스 필수 구축요건 denies mobile numbers only; 결제대행사별 문의처 calls such numbers 유선문의처.
    assert check_phone(number, shipped().checklist).state == "pass"


def test_the_cure_for_a_refused_number_is_taken() -> None:
    told = value_reason(check_phone("010-1234-5678", shipped().checklist))
    assert "유선 번호나 대표번호" in told
    assert {check_phone(cure, shipped().checklist).state for cure in ("02-123-4567", "031-123-4567", "1588-0000")} == {
        "pass"
    }


@pytest.mark.parametrize(
    "number",
    [
        "제2018-서울강남-1234호",
        "2017-서울용산-0662",
        "2025 - 서울마포 - 0061",
        "2020-성남분당B-0719",
        "제 2012-대구중구-3090 호",
        "광진 제599호",
        "제18-439호",
    ],
)
def test_mail_order_numbers_as_seen_pass(number: str) -> None:
    assert check_mail_order_number(number).state == "pass"


@pytest.mark.parametrize(
    "number",
    [
        *("강남-14211호", "금천구청 제 2005-01053", "2025 - 화성향남 0101", "제 599 호", "서초 제 2010-0123-1 호"),
        *("2020 서울 강남 1234", "제2018서울강남1234호", "통신판매업신고번호: 강남-14211호", "강남－１４２１１호"),
    ],
)
def test_mail_order_numbers_in_unusual_forms_are_to_be_checked(number: str) -> None:
    # Numbers in forms that offices issued: no reason to call them wrong, none to call them right.
    assert check_mail_order_number(number).state == "check"


def test_a_label_before_a_mail_order_number_and_full_width_digits_change_nothing() -> None:
    assert check_mail_order_number("통신판매업신고번호: 제２０１８-서울강남-１２３４호").state == "pass"


@pytest.mark.parametrize(
    "number",
    [
        *("2024-서울강남-0000", "제0000-서울강남-0000호", "2024-OO-1234", "0000", "준비중", "", "2024-서울강남-"),
        *("제0000-서울강남-0123호", "OO구청 제 2005-01053", "○○-14211호", "강남-0000호", "2025 - 지역명 0101"),
        *("2024-서울강남-OOOO", "xx-1234호", "해당없음", "면제", "220-81-62517", "02-1234-5678", "2024", "12345"),
    ],
)
def test_placeholders_are_no_numbers(number: str) -> None:
    assert check_mail_order_number(number).state == "fail"


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.myshop.co.kr", "pass"),
        ("myshop.kr/about", "pass"),
        ("https://dev.myshop.kr", "fail"),
        ("https://test2.myshop.kr", "fail"),
        ("https://myshop-staging.kr", "fail"),
        ("https://demo.myshop.kr/latest", "fail"),
        ("https://www.latest-fashion.kr", "pass"),
        ("https://contest.kr", "pass"),
        ("https://contest.co.kr", "pass"),
        ("https://testament.kr", "pass"),
        ("https://devine.kr", "pass"),
        ("https://demotivate.kr", "pass"),
        ("https://www.backstage.kr", "pass"),
        ("https://test.myshop.kr", "fail"),
        ("https://dev-api.myshop.kr", "fail"),
        ("https://TEST.myshop.kr", "fail"),
        ("https://stage.myshop.kr", "check"),
        ("https://stage-test.myshop.kr", "fail"),
        ("ｔｅｓｔ．myshop.kr", "fail"),
        ("ｍｙｓｈｏｐ．kr", "pass"),
        ("https://myshop..kr", "fail"),
        ("https://.myshop.kr", "fail"),
        ("https://myshop.kr./", "pass"),
        ("http://localhost:3000", "fail"),
        ("http://192.168.0.10", "fail"),
        ("http://www.myshop.kr", "check"),
        ("ftp://myshop.kr", "fail"),
        ("https://", "fail"),
        ("http://[::1", "fail"),
        ("쇼핑몰.한국", "pass"),
    ],
)
def test_urls(url: str, state: str) -> None:
    assert check_url(url, shipped().checklist).state == state


@given(st.text())
def test_any_text_is_judged_without_error(text: str) -> None:
    file = shipped().checklist
    for value in (
        check_business_number(text),
        check_phone(text, file),
        check_mail_order_number(text),
        check_url(text, file),
    ):
        assert value.state in {"pass", "fail", "check"}
        assert value_reason(value)
