"""select-pg --json holds to its schema and to its own word, whatever is asked."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import DATA, keeps_to_schema, run, shipped

BOOK = shipped()
METHODS = ["card", "transfer", "virtual_account", "mobile", "gift_certificate"]
BRANDS = sorted(BOOK.pg_methods.easy_pays)


def asked(*arguments: object) -> dict[str, Any]:
    result = run("select-pg", *arguments, "--json")
    assert (result.code, result.err) == (0, "")
    answer = json.loads(result.out)  # one object, and nothing else on stdout
    keeps_to_schema("select-pg", answer)
    return answer  # type: ignore[no-any-return]


def chosen(flag: str, values: list[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    picked = st.lists(st.sampled_from(values), unique=True, max_size=most)
    return picked.map(lambda names: [text for name in names for text in (flag, name)])


def maybe(flag: str, values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.one_of(st.just([]), st.sampled_from(values).map(lambda value: [flag, value]))


needs = st.tuples(
    chosen("--one-time", [*METHODS, *(f"easy_pay:{brand}" for brand in BRANDS[:4])]),
    chosen("--billing", ["card", "mobile", "easy_pay:kakaopay"]),
    chosen("--key-in", ["card", "virtual_account"]),
    chosen("--easy-pay", BRANDS),
    chosen("--overseas", sorted(BOOK.pg_methods.overseas)),
    chosen("--identity", sorted(BOOK.pg_methods.identity), 1),
).filter(any)
wishes = st.tuples(
    chosen("--style", ["window", "api"]),
    maybe("--easy-pay-contract", ["direct", "via_gateway", "any"]),
    maybe("--portone", ["v1", "v2"]),
    maybe("--tier", ["micro", "small_1", "small_2", "small_3", "general"]),
    maybe("--goods", ["physical", "digital"]),
    maybe("--platform", ["self", "app", "wordpress", "shopify", "builder"]),
    maybe("--industry", sorted(BOOK.industries.industries)),
    maybe("--max-signup-fee", ["0", "150000", "200000"]),
    maybe("--largest-payment", ["100", "5000만"]),
    maybe("--as-of", ["2020-01-01", "2025-11-30", "2026-08-19"]),
    st.sampled_from([[], ["--open-before-review"]]),
)


def flat(parts: tuple[list[str], ...]) -> list[str]:
    return [text for part in parts for text in part]


def with_sales(arguments: list[str], sales: list[int], counts: list[int]) -> list[str]:
    asked_for = run("select-pg", *arguments, "--json")
    parts = dict.fromkeys(
        need.rsplit(":", 1)[0] if need.endswith((":api", ":window")) else need
        for need in json.loads(asked_for.out)["requirements"]["needs"]
    )
    more = [text for part, won in zip(parts, sales, strict=False) for text in ("--sales", f"{part}={won}")]
    return arguments + more + [t for part, n in zip(parts, counts, strict=False) for t in ("--count", f"{part}={n}")]


@settings(max_examples=120)
@given(
    needs,
    wishes,
    st.lists(st.integers(0, 10**9), max_size=3),
    st.lists(st.integers(0, 10**5), max_size=3),
)
def test_any_question_gets_a_sound_answer(
    what: tuple[list[str], ...], how: tuple[list[str], ...], sales: list[int], counts: list[int]
) -> None:
    answer = asked(*with_sales([*flat(what), *flat(how)], sales, counts))
    fitting = [entry["gateway"] for entry in answer["qualified"]]
    others = [entry["gateway"] for entry in answer["rejected"]]
    assert sorted(fitting + others) == sorted(BOOK.pg_methods.gateways), "each gateway stands in exactly one list"
    for entry in answer["qualified"]:
        check_money(entry)
        assert entry["portone"] in entry["portone_versions"]
        assert entry["modules"]
        if entry["confidence"] == "disputed":
            assert entry["conflicts"], "a disputed answer names the pages that disagree"
    for entry in answer["combinations"]:
        check_money(entry)
        assert set(entry["assignment"].values()) == set(entry["gateways"])
        assert sorted(entry["assignment"]) == sorted(set(answer["requirements"]["needs"]))
    if not answer["requirements"]["sales_krw"] and not answer["requirements"]["count"]:
        assert all(entry["monthly_fee_krw"] is None for entry in answer["qualified"])


@settings(max_examples=60)
@given(needs, wishes)
def test_what_is_recommended_can_be_gone_on_with(what: tuple[list[str], ...], how: tuple[list[str], ...]) -> None:
    answer = asked(*flat(what), *flat(how))
    told = answer["recommended"]
    if told is None:
        assert (answer["qualified"], answer["combinations"]) == ([], [])
    elif told["kind"] == "gateway":
        assert set(told["gateways"]) <= {entry["gateway"] for entry in answer["qualified"]}
    else:
        assert not answer["qualified"]
        assert told["gateways"] == answer["combinations"][0]["gateways"]
    answers = [json.loads(said) for said in map(runs_as_printed, answer["next_actions"])]
    if told:
        listed = [line.split()[1] for line in answer["next_actions"]]
        assert listed == ["checklist", "next-steps"]
        assert sorted(answers[1]["gateways"]) == sorted(told["gateways"])
        assert sorted(answers[1]["needs"]) == sorted(answer["requirements"]["needs"])
        assert answers[1]["portone"] == version_of(answer)


def version_of(answer: dict[str, Any]) -> str:
    """The PortOne version of what is recommended."""
    entries = [{**entry, "gateways": [entry["gateway"]]} for entry in answer["qualified"]] + answer["combinations"]
    return next(entry["portone"] for entry in entries if entry["gateways"] == answer["recommended"]["gateways"])


def runs_as_printed(line: str) -> str:
    program, *arguments = shlex.split(line)
    ended = run(*arguments)
    assert (program, ended.code, ended.err) == ("portone-guide", 0, ""), line
    return ended.out


def test_the_set_says_that_no_gateway_carries_all_alone() -> None:
    told = asked("--easy-pay", "kakaopay", "--easy-pay", "naverpay", "--easy-pay-contract", "direct")["recommended"]
    assert (told["kind"], told["gateways"]) == ("set", ["kakaopay", "naverpay"])
    assert told["why"]["code"] == "fewest_contracts"
    assert "2곳과 계약하세요: 카카오페이 + 네이버페이" in told["why"]["text"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("--one-time card --tier general", "lowest_rates"),
        ("--one-time card --tier general --sales card=1000만", "cheapest"),
    ],
)
def test_why_it_is_recommended_has_a_code(more: str, code: str) -> None:
    assert asked(*more.split())["recommended"]["why"]["code"] == code


def test_the_next_commands_carry_what_was_answered_and_where_it_is_kept() -> None:
    Path("my plan.yaml").write_text("kind: plan\nversion: 1\nanswers:\n  goods: digital\n", "utf-8")
    answer = asked("--one-time", "card", "--billing", "card", "--style", "billing:api", "--plan", "my plan.yaml",
                   "--no-save", "--as-of", "2026-11-23", "--rules", str(DATA / "fees.yaml"))  # fmt: skip
    checklist, steps = answer["next_actions"]
    for line in (checklist, steps):
        for part in ("--goods digital", "--one-time card", "--billing card", "--style billing:api", "--no-save",
                     "--plan 'my plan.yaml'", "--as-of 2026-11-23", f"--rules {DATA / 'fees.yaml'}"):  # fmt: skip
            assert part in line
        runs_as_printed(line)
    assert f"--portone {version_of(answer)}" in steps


def test_where_nothing_fits_the_next_commands_show_whom_to_ask() -> None:
    answer = asked("--one-time", "card", "--industry", "gambling")
    assert (answer["recommended"], answer["next_actions"]) == (None, [])
    answer = asked(
        "--one-time", "card", "--key-in", "card", "--overseas-billing", "paypal", "--industry", "variable_amount"
    )
    assert answer["recommended"] is None
    assert answer["next_actions"]
    for line in answer["next_actions"]:
        assert line.startswith("portone-guide rules show ")
        runs_as_printed(line)


def check_money(entry: dict[str, Any]) -> None:
    monthly, year, signup = entry["monthly_fee_krw"], entry["first_year_cost_krw"], entry["signup_fee_krw"]
    for amount in (monthly, year):
        assert amount is None or 0 <= amount["min"] <= amount["max"]
    if year is not None:
        assert monthly is not None
        # 부가가치세 10%: sign-up and twelve months, with VAT.
        for end in ("min", "max"):
            assert abs(year[end] - (signup + 12 * monthly[end]) * 1.1) <= 1
    else:
        assert monthly is None or signup is None


def test_an_unknown_part_voids_the_sum_and_is_named() -> None:
    # 결제대행사 수수료: KG파이낸셜에는 빌링/수기 요율이 없다.
    answer = asked("--one-time", "card", "--billing", "card", "--tier", "general", "--goods", "physical",
                   "--sales", "one_time:card=1000000", "--sales", "billing:card=1000000")  # fmt: skip
    entry = next(entry for entry in answer["qualified"] if entry["gateway"] == "kg_financial")
    assert entry["monthly_fee_krw"] is None
    assert entry["known_monthly_fee_krw"] == {"min": 32_000, "max": 32_000}
    assert any("정기결제 카드" in unknown["text"] for unknown in entry["unknowns"])


def test_a_fee_by_the_piece_needs_the_count() -> None:
    flags = ("--one-time", "virtual_account", "--sales", "virtual_account=1000000")
    without = asked(*flags)["qualified"]
    assert all(entry["monthly_fee_krw"] is None for entry in without)
    counted = {entry["gateway"]: entry for entry in asked(*flags, "--count", "virtual_account=100")["qualified"]}
    # 결제대행사 수수료: 가상계좌 300원.
    assert counted["tosspayments"]["monthly_fee_krw"] == {"min": 30_000, "max": 30_000}


def test_before_the_first_block_no_fee_is_known() -> None:
    for entry in asked("--one-time", "card", "--tier", "general", "--sales", "card=1000000", "--as-of", "2020-01-01")[
        "qualified"
    ]:
        assert entry["monthly_fee_krw"] is None
        assert entry["signup_fee_krw"] is None
        assert entry["unknowns"]


def test_where_the_better_reading_denies_the_rejection_says_that_it_is_disputed() -> None:
    answer = asked("--one-time", "card", "--overseas", "card", "--portone", "v2", "--billing", "card", "--style", "api")
    disputed = [reason for entry in answer["rejected"] for reason in entry["reasons"] if reason["conflicts"]]
    assert disputed
    assert all("어긋" in reason["text"] for reason in disputed if reason["code"] in {"not_supported", "unknown"})


@pytest.mark.parametrize("argument", ["--one-time=cash", "--billing=easy_pay:nobody", "--tier=big", "--sales=mobile=1"])
def test_a_wrong_answer_is_told_with_its_flag(argument: str) -> None:
    result = run("select-pg", "--one-time", "card", argument, "--json")
    assert result.code == 2
    assert result.out == ""
    error = json.loads(result.err)["error"]
    flag = argument.split("=", maxsplit=1)[0]
    assert (error["code"], error["flag"]) == ("wrong_value", flag)
    assert error["message"].startswith(flag)
    assert error["hint"] is None or len(error["hint"].splitlines()) <= 2


def test_a_type_left_out_must_be_clear() -> None:
    result = run("select-pg", "--one-time", "card", "--billing", "card", "--sales", "card=100", "--json")
    assert result.code == 2
    assert "one_time:card, billing:card" in result.err
