"""The road on a terminal, as plain text and as Markdown, and the wizard that leads to it."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portone_guide.needs.flow import BACK, walk
from portone_guide.needs.question import Option, Question, never
from portone_guide.next_steps.questions import NEXT_STEPS
from portone_guide.plan.store import read_plan
from scripted import ChoosingAsker, ScriptedAsker
from support import run, shipped, too_wide
from test_terminal import DOWN, ENTER, NONE, SPACE, Terminal

FULL = (
    "next-steps",
    "--gateway",
    "nice",
    "--gateway",
    "kakaopay",
    "--one-time",
    "card",
    "--easy-pay",
    "kakaopay",
    "--business",
    "corporation",
    "--foreign-representative",
    "--monthly-sales",
    "1000만",
    "--as-of",
    "2026-02-02",
)


@pytest.fixture(params=["80", "60"])
def columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", request.param)
    return int(request.param)


@pytest.mark.parametrize("gateway", sorted(shipped().pg_methods.gateways))
def test_every_screen_fits_and_is_cp949(gateway: str, columns: int) -> None:
    out = run("next-steps", "--gateway", gateway, "--as-of", "2026-02-02").out
    out.encode("cp949")
    assert too_wide(out, columns) == []


def test_everything_that_is_promised_is_there(columns: int) -> None:
    out = run(*FULL, "--start", "2026-02-13").out
    headings = (
        "첫 결제까지",
        "한눈에 보기",
        "순서: 테스트 연동",
        "순서: 계약",
        "순서: 카드사 심사",
        "순서: 실연동",
        "테스트 채널 만들기",
        "계약 서류",
        "보증보험",
        "실연동 채널 만들기",
        "코드에서 바꿀 것",
        "코드 예시",
        "열기 전에 확인할 것 (V2)",
        "출처에 없어 물어볼 것",
        "출처",
        "다음에 할 일",
    )
    places = [re.search(rf"^{re.escape(text)}|{re.escape(text)}$", out, re.M) for text in headings]
    assert all(places), [text for text, place in zip(headings, places, strict=True) if not place]
    starts = [place.start() for place in places if place]
    assert starts == sorted(starts)
    for text in ("iamport00m", "TC0ONETIME", "외국인등록증", "5,000,000원", "portone-guide choose nice"):
        assert text in out


def test_the_picture_shows_order_and_open_ends(columns: int) -> None:
    out = run("next-steps", "--gateway", "nice", "--start", "2026-02-13", "--as-of", "2026-02-02").out
    picture = out.split("한눈에 보기")[1].split("순서: 테스트")[0]
    rows = {line.split("  ")[0].strip(): line for line in picture.split("\n")}
    mail = next(line for name, line in rows.items() if name.startswith("계약 안내 메일"))
    assert re.search(r"#+\.+$", mail), "2 to 3 days: a sure part and a possible one"
    review = next(line for name, line in rows.items() if name.startswith("결제대행사 입점심사"))
    assert review.rstrip().endswith("?")
    assert review.index("#") > mail.index("#")


def test_done_steps_are_drawn_apart(columns: int) -> None:
    Path("portone-guide.yaml").write_text(
        "kind: plan\nversion: 1\nchosen: [nice]\ndone: {apply: 2026-01-29}\n", encoding="utf-8"
    )
    out = run("next-steps", "--as-of", "2026-02-02").out
    assert re.search(r"콘솔에서 전자결제.* =", out)
    assert "끝냄 (2026-01-29(목))" in out


def test_plain_has_no_picture_and_no_table() -> None:
    out = run(*FULL, "--plain").out
    out.encode("cp949")
    assert "한눈에 보기" not in out
    assert "[순서: 계약]" in out
    assert "가입금액 5,000,000원" in out
    assert "\x1b" not in out


def test_markdown_is_whole_and_escaped() -> None:
    out = run(*FULL, "--format", "md").out
    assert out.startswith("# ")
    fences = re.findall(r"^```(\w*)$", out, re.M)
    assert len(fences) % 2 == 0
    assert {"js", "python"} <= set(fences)
    assert "| 정산 주기 |" in out
    assert "<https://help.portone.io/content/" in out
    assert out.count("```js\n") == 2


def test_two_roads_are_told_apart(columns: int) -> None:
    out = run(*FULL).out
    assert "[나이스정보통신] 계약 안내 메일 받기" in out
    assert "[카카오페이] 계약 안내 메일 받기" in out
    assert "함께 진행할 수 있습니다" in out


# --- the wizard


def kept(_: object) -> None:
    """Keep nothing."""


def test_every_question_has_its_own_flag() -> None:
    flags = run("next-steps", "--help").out
    for question in NEXT_STEPS:
        assert f"{question.flag_name} " in flags
        assert question.ask_if is never or (question.text and question.explain)


def test_answers_lead_to_the_road() -> None:
    asker = ScriptedAsker(
        {
            "gateway": ["nice"],
            "one_time": ["card"],
            "business": "sole",
            "foreign_representative": "no",
            "start": "2026-03-03",
        }
    )
    answers = walk(NEXT_STEPS, {}, shipped(), asker, keep=kept)
    assert answers["gateway"] == ["nice"]
    assert "open_by" not in asker.asked, "a start day makes the other question pointless"
    assert asker.asked[0] == "gateway"


@settings(max_examples=60)
@given(st.data())
def test_every_path_ends_and_means_something(data: st.DataObject) -> None:
    steps = 0

    def choose(question: Question, options: Sequence[Option]) -> Any:
        nonlocal steps
        steps += 1
        values = [option.value for option in options]
        if steps < 40 and data.draw(st.integers(0, 9)) == 0 and question.id != "gateway":
            return BACK
        if data.draw(st.booleans()):
            return "unknown"
        match question.kind:
            case "one":
                return data.draw(st.sampled_from(values))
            case "many":
                return data.draw(st.lists(st.sampled_from(values), max_size=2, unique=True))
            case _:
                return "2026-03-03" if question.id in {"start", "open_by"} else "1000만"

    answers = walk(NEXT_STEPS, {}, shipped(), ChoosingAsker(choose), keep=kept)
    flags: list[str] = []
    for name, answer in answers.items():
        for value in [answer] if isinstance(answer, str) else answer:
            if name == "foreign_representative":
                flags += ["--foreign-representative"] if value == "yes" else []
            elif value != "unknown":
                flags += [f"--{name.replace('_', '-')}", value]
    if "--gateway" not in flags:
        return
    ended = run("next-steps", *flags, "--json", "--as-of", "2026-02-02", "--no-save")
    assert ended.code == 0, ended.err


def test_no_option_is_left_out() -> None:
    """Every option of every question that has a list is picked once, alone."""
    for question in NEXT_STEPS:
        for option in question.options({"gateway": ["nice"]}, shipped()):
            reply = [option.value] if question.kind == "many" else option.value
            script = {"gateway": ["nice"], question.id: reply}
            answers = walk(NEXT_STEPS, {}, shipped(), ScriptedAsker(script), keep=kept)
            if question.id in answers:
                assert answers[question.id] == reply


@pytest.mark.parametrize("columns_wide", [80, 60])
def test_in_a_real_terminal(columns_wide: int) -> None:
    terminal = Terminal(sys.executable, ["-m", "portone_guide", "next-steps"], columns_wide)
    try:
        terminal.wait_for("어느 결제대행사와 계약하나요?")
        terminal.press(DOWN, SPACE, ENTER)
        terminal.wait_for("결제할 때마다 받을 결제수단은?")
        terminal.press(SPACE, ENTER)
        for text in (
            "함께 받을 간편결제는?",
            "정기결제(구독)로",
            "수기결제로 받을",
            "해외 구매자의 결제도",
            "본인인증이",
        ):
            terminal.wait_for(text)
            terminal.press(NONE)
        terminal.wait_for("포트원 버전은?")
        terminal.press(DOWN, ENTER)
        terminal.wait_for("누가 계약하나요?")
        terminal.press(DOWN, ENTER)
        terminal.wait_for("대표자가 외국인인가요?")
        terminal.press(DOWN, ENTER)
        terminal.wait_for("한 달 매출은")
        terminal.press("내일", ENTER)
        terminal.wait_for("읽을 수 없습니다")
        terminal.press("\x7f\x7f", "1000만", ENTER)
        terminal.wait_for("언제 신청하나요?")
        terminal.press("2026-12-01", ENTER)
        terminal.wait_for("이대로 결과 보기")
        terminal.press(ENTER)
        terminal.wait_for("달력에 넣으려면")
        assert terminal.end() == 0
    finally:
        terminal.process.close(force=True)
    plan = read_plan(Path("portone-guide.yaml"))
    assert plan.chosen == ("kcp",)
    assert str(plan.start) == "2026-12-01"
