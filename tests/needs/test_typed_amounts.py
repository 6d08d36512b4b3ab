"""Amounts and days as people type them: one meaning each, or refused."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.needs.korean_day import parse_day
from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.words import problem_lines
from support import run


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("백만원", 1_000_000),
        ("1천만원", 10_000_000),
        ("천만", 10_000_000),
        ("2천만", 20_000_000),
        ("3백만", 3_000_000),
        ("십만", 100_000),
        ("1.5억", 150_000_000),
        ("0.5억 원", 50_000_000),
        ("2.5만", 25_000),
        ("1.5천만", 15_000_000),
        ("1,000만 원", 10_000_000),
        ("1억5천만", 150_000_000),
        ("1억 5천만 원", 150_000_000),
        ("1천5백만", 15_000_000),
        ("1천500만", 15_000_000),
        ("삼천오백만원", 35_000_000),
        ("일억 이천만", 120_000_000),
        ("3천억", 300_000_000_000),
        ("15백만원", 15_000_000),
        ("5천원", 5_000),
        ("5만 5천", 55_000),
        ("1억 500원", 100_000_500),
        ("１，０００만 원", 10_000_000),
        ("１０００００００", 10_000_000),
        ("\u110e\u1165\u11ab\u1106\u1161\u11ab", 10_000_000),  # 천만, taken apart as some systems paste it
    ],
)
def test_amounts_as_people_write_them(text: str, amount: int) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["5천", "3억5천", "3억5천원", "1억 5000", "1억 500", "2천5", "백", "삼천"])
def test_what_may_lack_its_unit_is_refused_with_both_ways_to_write_it(text: str) -> None:
    # 매출 "5천" is 5,000만 to many people, 5,000 to others.
    with pytest.raises(WrongValueError) as raised:
        parse_amount(text)
    assert "뜻이 둘" in "".join(problem_lines(raised.value.problem))


@pytest.mark.parametrize(
    "text",
    [
        *("1.5", "1000.0", "10.000.000", "1.5원", "1.5천원", ".5억", "1.억", "1.234567891억", "1.00005만"),
        *("1.5억 3000만", "1억 2.5만", "1,5억", "10,00", "1,0000만", ",1000", "1_0"),
        *(
            "1 000",
            "1 5000만",
            "1억 12345만",
            "1만 20000",
            "1천1000만",
            "백천만",
            "십백만",
            "삼오만",
            "오",
            "만원",
            "억",
        ),
        *("٣", "²만", "1조", "+5", "5천만원정", "약 1억", "1억만", "만만", "원1000", "1000원원", "KRW 1000"),
    ],
)
def test_garbage_is_refused(text: str) -> None:
    with pytest.raises(WrongValueError):
        parse_amount(text)


def _numbers(text: str) -> set[Decimal]:
    """Everything that a text before 억, 만 or 원 can mean, read by hand: every sum of falling places."""
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return {Decimal(text)}
    if re.fullmatch(r"[0-9]{1,3}([,_][0-9]{3})+(\.[0-9]+)?", text):
        return {Decimal(re.sub("[,_]", "", text))}
    if re.fullmatch(r"[0-9]+,[0-9]+", text):  # a comma for a point, or in the wrong place
        return {Decimal(text.replace(",", "")), Decimal(text.replace(",", "."))}
    digits = "일이삼사오육칠팔구"
    if len(text) == 1 and text in digits:
        return {Decimal(digits.index(text) + 1)}
    found = set()
    for unit, size in (("천", 1000), ("백", 100), ("십", 10)):
        larger = "천백십".partition(unit)[0]  # 천백 is 1,100: what has a larger unit does not multiply a smaller one
        places = [index for index, letter in enumerate(text) if letter == unit]
        for place in [place for place in places if not set(larger) & set(text[:place])]:
            many = _numbers(text[:place]) if place else {Decimal(1)}
            rest = _numbers(text[place + 1 :]) if text[place + 1 :] else {Decimal(0)}
            found |= {a * size + b for a in many for b in rest if b < size}
    return found


def _readings(text: str) -> Iterator[Decimal]:
    plain = re.sub(r"\s", "", text)
    bare = plain.removesuffix("원")
    cut = re.fullmatch(r"(?:(.+)억)?(?:(.+)만)?(.*)", bare)
    assert cut
    high, low, ones = cut.groups()
    for a in _numbers(high) if high else {Decimal(0)}:
        for b in _numbers(low) if low else {Decimal(0)}:
            for c in _numbers(ones) if ones else {Decimal(0)}:
                yield a * 10**8 + b * 10**4 + c
                if c and not low and (any(unit in ones for unit in "천백십") or high) and plain == bare:
                    yield a * 10**8 + c * 10**4  # 만 left out


_TOKENS = st.sampled_from([*"0123456789", *"천백십만억원", *"만억", *"일삼오", ",", ".", " ", "000", "500"])


@settings(max_examples=600)
@given(st.lists(_TOKENS, min_size=1, max_size=8).map("".join))
def test_whatever_is_taken_has_exactly_one_meaning(text: str) -> None:
    try:
        amount = parse_amount(text)
    except WrongValueError:
        return
    assert set(_readings(text)) == {Decimal(amount)}


@given(st.integers(1, 9), st.sampled_from([("천", 1000), ("백", 100), ("십", 10)]), st.sampled_from(["만", "억"]))
def test_small_units_multiply_what_follows(many: int, small: tuple[str, int], unit: str) -> None:
    name, size = small
    worth = many * size * {"만": 10**4, "억": 10**8}[unit]
    hangul = "일이삼사오육칠팔구"[many - 1]
    assert {parse_amount(f"{digit}{name}{unit}{won}") for digit in (many, hangul) for won in ("", "원", " 원")} == {
        worth
    }


@given(st.integers(0, 10**7), st.integers(1, 8))
def test_a_decimal_before_a_unit_is_exact(number: int, places: int) -> None:
    text = f"{number // 10**places}.{number % 10**places:0{places}}"
    assert parse_amount(f"{text}억") == Decimal(text) * 10**8
    with pytest.raises(WrongValueError):
        parse_amount(text)


def test_an_amount_of_two_meanings_is_told_at_its_flag() -> None:
    result = run("select-pg", "--one-time", "card", "--sales", "card=5천", "--json")
    assert result.code == 2
    assert "--sales" in result.err
    assert "5천만, 5천원" in result.err


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-12-01",
            "2026.12.1",
            "2026. 12. 1.",
            "2026/12/01",
            "20261201",
            "２０２６-１２-０１",
            "２０２６１２０１",
        ),
        *("2026년 12월 1일", "2026년12월1일", "2026–12–01"),
    ],
)
def test_days_as_people_write_them(text: str) -> None:
    assert parse_day(text) == date(2026, 12, 1)


@pytest.mark.parametrize(
    "text", ["12월 1일", "26-12-01", "2026-13-01", "2026년 12월", "2026-12-01-01", "٢٠٢٦-12-01", ""]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(WrongValueError):
        parse_day(text)
