"""The plan file is the user's: comments and order survive, a wrong value has its place, nothing is written unjudged."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attack.broken_off import Typist, at_a_terminal
from portone_guide.plan.model import Plan
from portone_guide.plan.store import change_plan, read_plan
from portone_guide.rules.reading.yaml_edit import revised
from portone_guide.rules.reading.yaml_text import parse
from support import ROOT, run

MINE = (ROOT / "tests" / "attack" / "plan.yaml").read_text("utf-8")
PLAN = Path("portone-guide.yaml")


def put(text: str) -> None:
    PLAN.write_text(text, "utf-8")


def test_what_a_person_wrote_stays_when_a_run_writes() -> None:
    put(MINE)
    assert run("done", "apply", "--on", "2026-11-23").code == 0
    assert run("checklist", "--set", "refund_policy=pass", "--save", "--json").code == 0
    assert run("undo", "choose_gateway").code == 0
    expected = MINE.replace("refund_policy: fail ", "refund_policy: pass ")
    expected = expected.replace("  choose_gateway: 2026-11-02\n", "  apply: '2026-11-23'\n")
    expected = expected.replace("chosen: [nice]\n", "")
    assert PLAN.read_text("utf-8").replace("  # handed in by post\n", "") == expected.replace(
        "  # handed in by post\n", ""
    )
    assert "  # handed in by post\n" in PLAN.read_text("utf-8")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_windows_stay(ends: str, mark: bytes) -> None:
    PLAN.write_bytes(mark + MINE.replace("\n", ends).encode())
    assert run("done", "apply").code == 0
    after = PLAN.read_bytes()
    assert after.startswith(mark + b"# our shop")
    assert after.count(b"\n") == after.count(ends.encode()) == MINE.count("\n") + 1


VALUES = st.recursive(
    st.sampled_from(["card", "a: b", "#", "no", "1", "한글", "- x", "'", "[", "x #y", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=5)


@given(TABLES, TABLES, st.booleans())
def test_any_change_reads_back_and_keeps_the_comments(before: dict, after: dict, nested: bool) -> None:
    text = revised("kind: plan\n", {"kind": "plan", "x": before} if nested else {"kind": "plan", **before})
    noted = "\n".join(f"{line}  # note {number}\n# above {number}" for number, line in enumerate(text.split("\n")[:-1]))
    value = {"kind": "plan", "x": after} if nested else {"kind": "plan", **after}
    new = revised(noted + "\n", value)
    assert parse(new.encode(), "x").value == value
    if all(isinstance(item, str) for item in (*before.values(), *after.values())):  # no list or table is replaced
        kept = {line for line in noted.split("\n") if line.startswith("# above")}
        assert kept <= set(new.split("\n"))


@pytest.mark.parametrize("command", ["select-pg", "checklist", "next-steps --gateway nice"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("  tier: big\n", "4:3: tier: 모르는 값입니다: 'big'"),
        ("  one_time:\n    - card\n    - cash\n", "6:7: one_time: 모르는 값입니다: 'cash'"),
        ("  one_time: [card, cash]\n", "4:20: one_time: 모르는 값입니다: 'cash'"),
        ("  one_time: [card]\n  sales: ['mobile=1']\n", "5:3: sales: 요청하지 않은 결제수단입니다: 'mobile'"),
        ("  largest_payment: 많이\n", "4:3: largest_payment: 금액이나 건수로"),
        ("  goods: digital\nchosen: [nice, nobody]\n", "5:16: chosen: 모르는 결제대행사입니다: 'nobody'"),
    ],
)
def test_a_wrong_value_in_the_plan_is_told_in_its_place(command: str, text: str, place: str) -> None:
    put(f"kind: plan\nversion: 1\nanswers:\n{text}")
    if "chosen" in text and command != "checklist":
        command = "need-new-mid --change new_site"
    result = run(*command.split(), *(() if command.startswith("need") else ("--goods", "physical")))
    assert (result.code, result.out) == (5, "")
    assert result.err.startswith(f"portone-guide.yaml:{place}")
    assert "--tier" not in result.err
    assert PLAN.read_text("utf-8").endswith(text)


@pytest.mark.parametrize("empty", ["", " ", "　", "\u00a0", "\u2028", "\u200b"])
@pytest.mark.parametrize("flag", ["--tier", "--one-time", "--sales", "--largest-payment", "--portone"])
def test_an_empty_flag_is_told_and_nothing_is_written(flag: str, empty: str) -> None:
    result = run("select-pg", "--one-time", "card", flag, empty, "--plan", "p.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{flag}: 값이 비었습니다")
    assert not Path("p.yaml").exists()


def test_flags_are_kept_in_their_plain_form() -> None:
    typed = (
        "--one-time",
        "ｃａｒｄ",
        "--tier",
        "\u00a0ｍｉｃｒｏ",
        "--sales",
        "card=１０００\u3000만",
        "--key-in",
        "none",
    )
    assert run("select-pg", *typed, "--plan", "p.yaml", "--json").code == 0
    assert read_plan(Path("p.yaml")).answers == {
        "one_time": ("card",),
        "tier": "micro",
        "sales": ("card=1000 만",),
        "key_in": (),
    }


@pytest.mark.parametrize("raised", ["²", "①", "½"])
def test_a_raised_or_circled_digit_is_no_plain_one(raised: str) -> None:
    assert run("select-pg", "--one-time", "card", "--largest-payment", f"1{raised}").code == 2


def test_flags_take_the_place_of_what_the_plan_has_and_only_of_that() -> None:
    first = "--one-time card --one-time mobile --tier micro --sales card=100만 --sales mobile=7만 --goods digital"
    run("select-pg", *first.split(), "--plan", "p.yaml", "--json")
    assert run("select-pg", "--one-time", "mobile", "--yearly-sales", "0", "--plan", "p.yaml", "--json").code == 0
    assert read_plan(Path("p.yaml")).answers == {
        "one_time": ("mobile",),
        "yearly_sales": "0",
        "sales": ("mobile=7만",),
        "goods": "digital",
    }
    assert run("select-pg", "--plan", "p.yaml", "--json").code == 0


def test_a_command_changes_what_it_was_told_and_nothing_else() -> None:
    put("kind: plan\nversion: 1\nchosen: [nice]\n")
    change_plan(PLAN, lambda plan: plan._replace(chosen=("kcp",)))
    assert run("next-steps", "--start", "2026-11-23", "--save", "--json").code == 0
    assert read_plan(PLAN) == Plan(chosen=("kcp",), start=date(2026, 11, 23))


def test_the_lock_lies_beside_the_plan_and_without_it_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    put(MINE)
    monkeypatch.setattr("portone_guide.plan.file.LOCK_WAIT", 0.1)
    with FileLock(".portone-guide.yaml.lock"):
        result = run("done", "apply")
    assert result.code == 5
    assert "다른 실행이 적고 있어" in result.err
    assert PLAN.read_text("utf-8") == MINE
    assert run("done", "apply").code == 0


def test_at_most_a_hundred_mistakes_are_told() -> None:
    put("kind: plan\nversion: 1\n" + "".join(f"k{number}: v\n" for number in range(250)))
    result = run("plan", "show")
    assert result.code == 5
    assert len(re.findall(r"^portone-guide\.yaml:", result.err, re.M)) == 100
    assert "그 밖에 150건" in result.err


def test_needs_of_nothing_end_in_the_question_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attack.broken_off._SCRIPT", {})
    monkeypatch.setattr(Typist, "ask", lambda self, question, *_: [] if question.kind == "many" else "unknown")
    result = at_a_terminal("select-pg")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("받을 결제수단을 하나 이상 고르세요.")
    assert read_plan(PLAN).asking["select-pg"].again[:2] == ("one_time", "billing")


def test_a_plan_that_would_be_too_large_to_read_is_not_written(tmp_path: Path) -> None:
    plan = tmp_path / "p.yaml"
    head = "kind: plan\nversion: 1\nchosen: [nice]\n"
    before = head + "# " + "x" * (999_990 - len(head)) + "\n"
    plan.write_text(before, "utf-8")
    ended = run("done", "apply", "--plan", plan)
    assert (ended.code, "1MB까지" in ended.err) == (5, True)
    assert plan.read_text("utf-8") == before
