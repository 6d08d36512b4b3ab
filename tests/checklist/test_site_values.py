"""Values of a footer: the arithmetic and the forms that Korean numbers have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.checklist.korean_forms import phone_kind, valid_business_number
from portone_guide.checklist.site_values import check_business_number, check_mail_order_number, check_phone, check_url
from portone_guide.checklist.words import value_reason
from support import shipped


@pytest.mark.parametrize("number", ["220-81-62517", "120-81-47521", "104-81-45690", "220 81 62517", "2208162517"])
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
    "number", ["2024-서울강남-0000", "제0000-서울강남-0000호", "2024-OO-1234", "0000", "준비중", "", "2024-서울강남-"]
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
        ("https://www.latest-fashion.kr", "check"),
        ("https://contest.kr", "check"),
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
