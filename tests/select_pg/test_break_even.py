"""Where the order turns: both sides of every turning point, with what is really charged there."""

import json
from fractions import Fraction
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.gateways.fees import FeeSheet
from portone_guide.gateways.pricing import Amount
from portone_guide.needs.amounts import Part
from portone_guide.needs.requirements import Requirements
from portone_guide.select_pg.answer import BreakEven
from portone_guide.select_pg.costs import Costs
from portone_guide.select_pg.decide import select
from support import CHECKED, run, shipped

BOOK = shipped()
PARTS: list[Part] = [
    ("one_time", "card"),
    ("one_time", "transfer"),
    ("one_time", "mobile"),
    ("one_time", "virtual_account"),
    ("one_time", "easy_pay:kakaopay"),
    ("billing", "card"),
    ("key_in", "card"),
    ("overseas", "card"),
]
TIERS = ["micro", "small_1", "small_2", "small_3", "general", None]
# A part's fee is rounded to whole won a month, and its sales are, where several grow together: by so much a year and
# part two costs can differ from the lines that they are on.
ROUNDED = 30


@st.composite
def questions(draw: st.DrawFn, most: int) -> Requirements:
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=most, unique=True))
    amounts = {part: draw(st.integers(1, 10**9)) for part in parts if draw(st.integers(0, 5))}
    counts = {part: draw(st.integers(1, 10**5)) for part in parts if part[1] == "virtual_account" or part in {PARTS[1]}}
    return Requirements(
        methods=tuple(parts),
        tier=draw(st.sampled_from(TIERS)),
        portone=draw(st.sampled_from([None, "v1", "v2"])),
        sales=amounts,
        payments=counts if draw(st.integers(0, 3)) else {},
        as_of=CHECKED,
    )


def grown(answers: Requirements, found: BreakEven, total: int) -> Requirements:
    """Answers whose sales and payments have grown by one factor, to ``total`` a month."""
    if found.now is None:
        (part,) = answers.methods
        amounts = {part: total}
        return answers._replace(sales=amounts) if found.unit == "krw" else answers._replace(payments=amounts)

    def more(amounts: Any) -> dict[Part, int]:
        return {part: round(Fraction(amount * total, found.now or 0)) for part, amount in amounts.items()}

    return answers._replace(sales=more(answers.sales), payments=more(answers.payments))


def cost(answers: Requirements, found: BreakEven, gateway: str, total: int) -> Amount:
    """What the real cost function says of all that is sold, with what is fixed in a first year."""
    asked = grown(answers, found, total)
    costs = Costs(BOOK, asked, FeeSheet(BOOK, asked))
    entry = costs.of(gateway, asked.needs())
    year = costs.first_year(entry.known, entry.signup.fixed_first_year)
    assert year is not None
    if not found.left_out:
        assert year == entry.first_year
    return year


def surely_cheaper(one: Amount, other: Amount, slack: int) -> bool:
    return one.max < other.min + slack


def surely_not_cheaper(one: Amount, other: Amount, slack: int) -> bool:
    return one.max + slack >= other.min


@settings(max_examples=300)
@given(st.one_of(questions(1), questions(1), questions(3)), st.integers(1, 10**6), st.integers(1, 10**6))
def test_each_side_of_a_turning_point_is_as_it_is_told(answers: Requirements, far: int, other: int) -> None:
    selection = select(BOOK, answers)
    found = selection.break_even
    if found is None:
        return
    assert 2 <= len(found.gateways) <= 3
    assert selection.recommended is not None
    assert selection.recommended.gateway in found.gateways
    step = 10_000 if found.unit == "krw" else 1
    grow = len(answers.sales) + len(answers.payments)
    slack = ROUNDED * grow if grow > 1 else 0
    for turn in found.crossings:
        start, until = turn.start, turn.until

        def at(total: int, turn: Any = turn) -> tuple[Amount, Amount]:
            return cost(answers, found, turn.cheaper, total), cost(answers, found, turn.than, total)

        assert start % step == 0
        assert surely_cheaper(*at(start), slack)
        assert surely_cheaper(*at(start + far * step), slack)
        if start > step:
            assert surely_not_cheaper(*at(start - step), slack)
        if until is not None:
            assert until < start
            cheaper, than = at(until)
            assert surely_cheaper(than, cheaper, slack)
            cheaper, than = at(until + step)
            assert surely_not_cheaper(than, cheaper, slack)
    if not slack:
        check_none_is_missed(answers, found, sorted({far * step, other * step}))


def check_none_is_missed(answers: Requirements, found: BreakEven, totals: list[int]) -> None:
    """Where one is surely cheaper when less is sold, and the other when more is, a turning point is told between."""
    less, more = totals[0], totals[-1]
    told = {(turn.cheaper, turn.than): turn for turn in found.crossings}
    for one, other in permutations(found.gateways, 2):
        first = surely_cheaper(cost(answers, found, one, less), cost(answers, found, other, less), 0)
        last = surely_cheaper(cost(answers, found, other, more), cost(answers, found, one, more), 0)
        if first and last:
            turn = told[other, one]
            assert turn.until is not None
            assert less <= turn.until < turn.start <= more


@settings(max_examples=60)
@given(questions(2))
def test_the_chart_shows_what_is_charged(answers: Requirements) -> None:
    found = select(BOOK, answers).break_even
    if found is None:
        return
    assert bool(found.levels) == bool(found.crossings and not found.left_out)
    for total, amounts in found.levels:
        for gateway, amount in zip(found.gateways, amounts, strict=True):
            real = cost(answers, found, gateway, total)
            assert abs(amount.min - real.min) + abs(amount.max - real.max) <= ROUNDED * 4 * (len(answers.sales) > 1)


def asked(*arguments: str) -> dict[str, Any]:
    result = run("select-pg", *arguments, f"--as-of={CHECKED}", "--json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)  # type: ignore[no-any-return]


def test_sales_from_which_a_sign_up_fee_pays() -> None:
    # domestic-and-oversea-fees, 영세: 갤럭시아 1.60% 가입비 무료, 다날 1.40% 가입비 20만.
    # 20만 / (12 x 0.20%) = 833만 3333.3
    found = asked("--one-time", "card", "--tier", "micro", "--sales", "card=300만")["break_even"]
    assert found["counted"] == ["one_time:card"]
    assert (found["unit"], found["now"], found["missing"]) == ("krw", 3_000_000, [])
    assert {
        "cheaper": "danal",
        "than": "galaxia",
        "from_monthly": 8_340_000,
        "reverse_until": 8_330_000,
        "beyond_tier": False,
    } in found["changes"]


def test_a_turning_point_in_another_tier_says_so() -> None:
    # 중소2, 연 10억원 미만. 토스 2.40% 가입비 20만, KPN 2.50% 무료: 20만 / (12 x 0.10%) = 1666만 6667.
    # 10억 / 12 = 8333만: 그보다 적음.
    below = asked("--one-time", "card", "--tier", "small_2", "--sales", "card=1000만")["break_even"]["changes"]
    assert all(change["beyond_tier"] == (change["from_monthly"] * 12 >= 10**9) for change in below)


def test_what_nobody_gave_is_reckoned_for_one_payment_alone() -> None:
    alone = asked("--one-time", "card", "--tier", "micro")["break_even"]
    assert (alone["now"], bool(alone["changes"])) == (None, True)
    assert asked("--one-time", "card", "--one-time", "transfer", "--tier", "micro")["break_even"] is None


def test_what_is_left_out_is_named_and_no_first_year_is_charted() -> None:
    flags = ("--one-time", "card", "--one-time", "transfer", "--tier", "micro", "--sales", "card=300만")
    found = asked(*flags)["break_even"]
    assert (found["counted"], found["missing"], found["levels"]) == (["one_time:card"], ["one_time:transfer"], [])
    assert found["changes"]
    out = run("select-pg", *flags, f"--as-of={CHECKED}").out
    assert "월 매출에 따라 바뀌는 순서 (카드 수수료와 가입비만)" in out
    assert "첫해 비용" not in out


def test_several_amounts_grow_by_one_factor() -> None:
    # domestic-and-oversea-fees, 영세: 다날 1.40%, 갤럭시아 1.60%, 계좌이체는 둘 다 1.80%, 가입비 20만과 무료.
    # 카드가 합계의 절반이면 차이도 절반: 20만 / (12 x 0.20% x 1/2) = 1666만 6666.7
    flags = ("--one-time", "card", "--one-time", "transfer", "--tier", "micro")
    sales = ("--sales", "card=500만", "--sales", "transfer=500만")
    changes = asked(*flags, *sales)["break_even"]["changes"]
    (change,) = [one for one in changes if (one["cheaper"], one["than"]) == ("danal", "galaxia")]
    assert (change["from_monthly"], change["reverse_until"]) == (16_670_000, 16_660_000)
    out = run("select-pg", *flags, *sales, f"--as-of={CHECKED}").out
    assert "월 매출 합계(지금 비율 그대로 늘 때) 1,667만 원부터는" in " ".join(out.split())


def test_the_screen_tells_the_turning_point_in_words() -> None:
    out = run("select-pg", "--one-time", "card", "--tier", "micro", "--sales", "card=300만", f"--as-of={CHECKED}").out
    assert "카드 월 매출 834만 원부터는 갤럭시아머니트리보다 다날 쪽이 쌉니다" in out
