"""Money is written with its unit, and means exactly what is written."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.needs.exchange_questions import rate_of
from portone_guide.needs.korean_number import parse_amount
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.words import problem_lines
from portone_guide.rules.models.money import Charge, Foreign, parse_charge, parse_foreign, parse_won


def percent(text: str, high: str | None = None) -> Charge:
    return Charge(Decimal(text), Decimal(high or text))


def usd(amount: str) -> Foreign:
    return Foreign(Decimal(amount), "USD")


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        ("3.20%", percent("3.20")),
        ("3.2 %", percent("3.2")),
        ("100%", percent("100")),
        ("0%", percent("0")),
        ("2.30% ~ 4.00%", percent("2.30", "4.00")),
        ("2.30%~4.00%", percent("2.30", "4.00")),
        ("300 KRW", Charge(won=300)),
        ("1,234,567KRW", Charge(won=1_234_567)),
        ("0 KRW", Charge()),
        ("3.20% + 100 KRW", Charge(Decimal("3.20"), Decimal("3.20"), won=100)),
        ("0.50% min 150 KRW", Charge(Decimal("0.50"), Decimal("0.50"), floor=150)),
        ("300 USD", Charge(foreign=usd("300"))),
        ("2.90% ~ 4.40% + 0.30 USD", Charge(Decimal("2.90"), Decimal("4.40"), foreign=usd("0.30"))),
        ("4.00% min 180 JPY", Charge(Decimal(4), Decimal(4), foreign_floor=Foreign(Decimal(180), "JPY"))),
        ("unknown + 0.30 USD", Charge(foreign=usd("0.30"), open="unknown")),
        ("review", Charge(open="review")),
        ("  0.50%   min  150   KRW ", Charge(Decimal("0.50"), Decimal("0.50"), floor=150)),
    ],
)
def test_a_charge_is_read_as_written(text: str, charge: Charge) -> None:
    assert parse_charge(text) == charge


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "3.20",
        "300",
        "3,20%",
        "%",
        "KRW",
        "-3.20%",
        "+3.20%",
        "3.20%%",
        ".5%",
        "3.%",
        "2.30 ~ 4.00%",
        "2.30% ~",
        "~ 4.00%",
        "3.20% 4.00%",
        "300원",
        "300 CHF",
        "0.30 USD + 3.20%",
        "review 3.20%",
        "300krw",
        "3 0 0 KRW",
        "30,0 KRW",
        "1,2345 KRW",
        ",300 KRW",
        "1.5 KRW",
        "1e3 KRW",
        "９ KRW",
        "٣%",
        "1_000 KRW",
        "9" * 16 + " KRW",
        "3.20% min 150",
        "3.20% max 150 KRW",
        "unknown",
        "무료",
    ],
)
def test_anything_else_is_no_charge(text: str) -> None:
    with pytest.raises(ValueError, match="요율이 아닙니다"):
        parse_charge(text)


@pytest.mark.parametrize(
    ("text", "says"), [("4.00% ~ 2.30%", "거꾸로"), ("100.01%", "100%가 넘는"), ("320%", "100%가 넘는")]
)
def test_an_impossible_rate_says_why(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_charge(text)


@pytest.mark.parametrize("text", ["200000", "3.20%", "200,000 KRW min 1 KRW", "20,0000 KRW", "", "KRW", "-1 KRW"])
def test_an_amount_needs_its_unit(text: str) -> None:
    with pytest.raises(ValueError, match="원 단위 금액이 아닙니다"):
        parse_won(text)


@given(st.integers(0, 10**15 - 1))
def test_every_amount_is_read_with_and_without_commas(won: int) -> None:
    assert parse_won(f"{won} KRW") == won
    assert parse_won(f"{won:,} KRW") == won
    assert parse_charge(f"{won:,} KRW") == Charge(won=won)


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_every_range_is_exact(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert parse_charge(f"{low}% ~ {high}%") == Charge(low, high)


@given(st.text())
def test_no_text_does_more_than_be_refused(text: str) -> None:
    for parse in (parse_charge, parse_won, parse_amount):
        try:
            parse(text)
        except ValueError as error:
            said = "".join(problem_lines(error.problem)) if isinstance(error, WrongValueError) else str(error)
            assert len(said) < 200
            assert "\n" not in said


@pytest.mark.parametrize(
    ("charge", "text"),
    [
        (percent("3.20"), "3.20%"),
        (percent("2.30", "4.00"), "2.30~4.00%"),
        (Charge(won=300), "300원/건"),
        (Charge(won=1234), "1,234원/건"),
        (Charge(Decimal("0.50"), Decimal("0.50"), floor=150), "0.50% (최소 150원)"),
        (Charge(Decimal("3.20"), Decimal("3.20"), won=100), "3.20% 100원/건"),
        (Charge(), "0원/건"),
        (Charge(Decimal("2.90"), Decimal("4.40"), foreign=usd("0.30")), "2.90~4.40% + 0.30 USD/건"),
        (Charge(foreign=usd("0.30"), open="unknown"), "요율 모름 + 0.30 USD/건"),
        (Charge(Decimal(4), Decimal(4), foreign_floor=Foreign(Decimal(180), "JPY")), "4.00% (최소 180 JPY)"),
        (Charge(open="review"), "심사 후 결정"),
    ],
)
def test_a_charge_shows_its_unit(charge: Charge, text: str) -> None:
    assert str(charge) == text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("10000000", 10_000_000),
        ("10,000,000", 10_000_000),
        ("10_000_000원", 10_000_000),
        ("1000만", 10_000_000),
        ("1,000만 원", 10_000_000),
        ("1억", 100_000_000),
        ("1억 5000만", 150_000_000),
        ("3억5천원", None),
        ("1억 5000만 3000원", 150_003_000),
        ("30억", 3_000_000_000),
        ("1000조", None),
        ("만", None),
        ("원", None),
        ("억원", None),
        ("", None),
        ("-1", None),
        ("1.5억", 150_000_000),
        ("1e9", None),
        ("abc", None),
        ("1만억", None),
        ("1만 1억", None),
        ("1000000000000000", 10**15),
        ("1000000000000001", None),
        ("9" * 5000, None),
        ("9" * 5000 + "억", None),
    ],
)
def test_amounts_as_people_type_them(text: str, amount: int | None) -> None:
    if amount is None:
        with pytest.raises(WrongValueError) as raised:
            parse_amount(text)
        assert re.search(r"읽을 수 없습니다|너무 큰", " ".join(problem_lines(raised.value.problem)))
    else:
        assert parse_amount(text) == amount


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["", " "]), st.booleans())
def test_korean_units_add_up(hundred_millions: int, ten_thousands: int, ones: int, gap: str, won: bool) -> None:
    parts = [f"{hundred_millions:,}억", f"{ten_thousands:,}만", f"{ones:,}"]
    text = gap.join(parts) + ("원" if won else "")
    assert re.search(r"\d", text)
    assert parse_amount(text) == hundred_millions * 10**8 + ten_thousands * 10**4 + ones


@pytest.mark.parametrize(
    ("text", "money", "shown"),
    [
        ("1,000 USD", usd("1000"), "1,000 USD"),
        ("0.3 EUR", Foreign(Decimal("0.3"), "EUR"), "0.30 EUR"),
        ("180 JPY", Foreign(Decimal(180), "JPY"), "180 JPY"),
    ],
)
def test_foreign_money_stays_in_its_unit(text: str, money: Foreign, shown: str) -> None:
    assert parse_foreign(text) == money
    assert str(money) == shown


@pytest.mark.parametrize("text", ["1000", "1000 KRW", "$1000", "1000 usd", "-1 USD", "USD", "1,00 USD"])
def test_foreign_money_needs_its_unit(text: str) -> None:
    with pytest.raises(ValueError, match="외화 금액이 아닙니다"):
        parse_foreign(text)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("1400", "1400"),
        ("1,389.5", "1389.5"),
        ("1,400원", "1400"),
        (" 1400.25 ", "1400.25"),
        ("99", None),
        ("0", None),
        ("100001", None),
        ("1.4e3", None),
        ("USD", None),
        ("", None),
    ],
)
def test_a_rate_as_people_type_it(text: str, rate: str | None) -> None:
    if rate is None:
        with pytest.raises(WrongValueError):
            rate_of(text)
    else:
        assert rate_of(text) == Decimal(rate)
