"""What changes when a sales tier does: for whom it is told, and what it then costs."""

import json

import pytest

from support import CHECKED, run


def told(*flags: str) -> list[str]:
    result = run("select-pg", "--one-time", "card", *flags, f"--as-of={CHECKED}", "--json")
    assert (result.code, result.err) == (0, "")
    return [warning["text"] for warning in json.loads(result.out)["warnings"] if warning["code"] == "tier_review"]


def test_a_new_business_hears_what_it_will_pay_after_its_first_filing() -> None:
    # small-business-commission-fee: 첫 세금 신고 전까지 일반, 연 12억은 중소3.
    # domestic-and-oversea-fees 갤럭시아 일반 3.20%, 중소3 2.65%, 가입비 무료: 2.65% x 1억 x 12 x 1.1 = 3498만
    (text,) = told("--yearly-sales", "0", "--sales", "card=1억")
    assert text == (
        "알려 주신 매출이면 한 해 1,200,000,000원이라 첫 세금 신고 뒤에는 중소3 구간: "
        "갤럭시아머니트리 일반결제 카드 3.20% -> 2.65%, 그 요율로 친 첫해 비용 34,980,000원"
    )


def test_whoever_outgrows_a_tier_hears_what_the_next_review_brings() -> None:
    # 연 6억은 중소2. domestic-and-oversea-fees 다날 영세 1.40%, 중소2 2.15%, 가입비 20만:
    #   (20만 + 2.15% x 5000만 x 12) x 1.1 = 1441만
    (text,) = told("--tier", "micro", "--sales", "card=5000만")
    assert "다음 1월이나 7월부터는 중소2 구간: 다날 일반결제 카드 1.40% -> 2.15%" in text
    assert "14,410,000원" in text


@pytest.mark.parametrize(
    "flags",
    [
        ("--tier", "micro", "--sales", "card=2000만"),  # 연 2억 4000만: 그대로 영세
        ("--tier", "general", "--sales", "card=2000만"),  # 나머지를 다른 곳에서 팔 수도 있음
        ("--yearly-sales", "50억", "--sales", "card=2000만"),
        ("--tier", "small_1"),
    ],
)
def test_all_others_hear_of_the_half_yearly_review(flags: tuple[str, ...]) -> None:
    assert told(*flags) == ["매출 구간은 매년 1월과 7월에 다시 정해지고, 바뀌면 카드 요율도 바뀜"]


@pytest.mark.parametrize(
    "flags",
    [
        ("--yearly-sales", "0", "--sales", "card=3억"),  # 연 36억: 첫 신고 뒤에도 일반
        ("--yearly-sales", "0"),
        (),  # 구간을 모름: tier_unknown이 말함
    ],
)
def test_nothing_is_said_twice_or_foretold_from_nothing(flags: tuple[str, ...]) -> None:
    assert told(*flags) == []


def test_what_has_no_tier_is_told_of_none() -> None:
    out = run("select-pg", "--one-time", "transfer", "--tier", "micro", "--sales", "transfer=1억", "--json").out
    assert "tier_review" not in out
