"""The plan in a real pseudo-terminal: choosing later, editing one answer, flags that are kept, waiting."""

import signal
from pathlib import Path

import pytest

from portone_guide.plan.store import read_plan
from test_terminal import CTRL_C, DOWN, ENTER, UP, Terminal, start, terminals

__all__ = ["terminals"]

PLAN = Path("portone-guide.yaml")
NEED = "kind: plan\nversion: 1\nanswers:\n  goods: physical\n  platform: self\n  one_time: [card]\n  tier: micro\n"


@pytest.mark.parametrize("columns", [80, 60])
def test_undecided_is_told_how_to_choose_and_chooses(terminals: list[Terminal], columns: int) -> None:
    PLAN.write_text(f"{NEED}asking:\n  select-pg:\n    stage: choose\n", "utf-8")
    terminal = start(terminals, "select-pg", columns=columns)
    terminal.wait_for("어느 곳으로 진행할까요?")
    terminal.press(UP, ENTER)  # the last row
    terminal.wait_for("아직 정하지 않았습니다. 정하면 적으세요: portone-guide choose")
    assert terminal.end() == 0
    assert read_plan(PLAN).chosen == ()
    again = start(terminals, "choose", columns=columns)
    again.wait_for("어느 곳으로 진행할까요?")
    again.press(DOWN, ENTER)
    again.wait_for("portone-guide checklist")
    assert again.end() == 0
    assert len(read_plan(PLAN).chosen) == 1


def test_one_answer_is_edited_and_the_rest_stays(terminals: list[Terminal]) -> None:
    PLAN.write_text(NEED, "utf-8")
    terminal = start(terminals, "plan", "edit")
    terminal.wait_for("무엇을 고칠까요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("무엇을 파나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("배송하지 않는 것 어디에 만드나요?")  # the list again, with the new answer
    terminal.press(CTRL_C)
    terminal.wait_for("이어서 하기: portone-guide plan edit")
    assert terminal.end() == 130
    kept = dict(read_plan(PLAN).answers)
    assert kept.pop("goods") == "digital"
    assert kept == {"platform": "self", "one_time": ("card",), "tier": "micro"}


WHOLE = f"{NEED}  identity: []\n  sales: [one_time:card=1000만]\n  largest_payment: 50만\nstart: 2026-12-01\n"


@pytest.mark.parametrize(
    ("line", "asked", "back"),
    [
        (0, "무엇을 파나요?", "\x1b[D"),
        (2, "결제할 때마다 받을 결제수단은?", "\x1b[D"),
        (5, "일반결제 카드 (원)", "<\r"),
        (6, "한 번에 결제하는 가장 큰 금액은? (원)", "<\r"),
        (7, "언제 신청하나요? (", "<\r"),
    ],
)
def test_back_goes_to_the_list_of_what_to_edit(terminals: list[Terminal], line: int, asked: str, back: str) -> None:
    PLAN.write_text(WHOLE, "utf-8")
    terminal = start(terminals, "plan", "edit")
    terminal.wait_for("무엇을 고칠까요?")
    terminal.press(*[DOWN] * (line + 1), ENTER)
    terminal.wait_until_gone("무엇을 고칠까요? (")
    terminal.wait_for("[1/1]")
    terminal.wait_for(asked)
    terminal.press(back)
    terminal.wait_for("무엇을 고칠까요? (")
    terminal.press(UP, ENTER)
    assert terminal.end() == 0
    assert PLAN.read_text("utf-8") == WHOLE


SALES = """\
kind: plan
version: 1
answers: {goods: physical, industry: [], platform: self, one_time: [card, transfer, mobile], easy_pay: [], billing: [],
  key_in: [], overseas: [], overseas_billing: [], identity: [], business: sole, portone: v2, tier: small_1}
asking:
  select-pg: {}
"""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM])
def test_rows_answered_before_a_run_is_broken_off_are_kept_and_asked_again(
    terminals: list[Terminal], stop: signal.Signals
) -> None:
    PLAN.write_text(SALES, "utf-8")
    terminal = start(terminals, "select-pg")
    terminal.wait_for("일반결제 카드 (원)")
    terminal.press("2000만", ENTER)
    terminal.wait_for("일반결제 계좌이체 (원)")
    terminal.press("300만", ENTER)
    terminal.wait_for("일반결제 휴대폰 결제 (원)")
    terminal.wait_for("이전 질문은 <")
    if stop == signal.SIGINT:
        terminal.press(CTRL_C)
    else:
        terminal.process.kill(stop)
    terminal.wait_for("여기까지 답한 것은 portone-guide.yaml에 있습니다")
    assert terminal.end() == 130
    kept = read_plan(PLAN)
    assert kept.answers["sales"] == ("one_time:card=2000만", "one_time:transfer=300만")
    assert kept.asking["select-pg"].again == ("sales",)
    again = start(terminals, "select-pg")
    again.wait_for("2000만")
    again.press(ENTER)
    again.wait_for("일반결제 계좌이체 (원)")
    again.wait_for("300만")
    again.press(ENTER)
    again.wait_for("일반결제 휴대폰 결제 (원)")
    again.press("10만", ENTER)
    again.wait_for("한 번에 결제하는 가장 큰 금액은?")
    again.press(CTRL_C)
    assert again.end() == 130
    kept = read_plan(PLAN)
    assert kept.answers["sales"][2:] == ("one_time:mobile=10만",)
    assert kept.asking["select-pg"].again == ()


def test_rows_edited_before_a_person_goes_away_are_kept(terminals: list[Terminal]) -> None:
    PLAN.write_text(WHOLE.replace("[card]", "[card, transfer]"), "utf-8")
    terminal = start(terminals, "plan", "edit")
    terminal.wait_for("무엇을 고칠까요?")
    terminal.press(*[DOWN] * 6, ENTER)
    terminal.wait_for("일반결제 카드 (원)")
    terminal.wait_for("이전 질문은 <")
    terminal.press("\x15", "700만", ENTER)
    terminal.wait_for("일반결제 계좌이체 (원)")
    terminal.press(CTRL_C)
    terminal.wait_for("여기까지 고친 것은 portone-guide.yaml에 있습니다.")
    assert terminal.end() == 130
    assert read_plan(PLAN).answers["sales"] == ("one_time:card=700만",)


def test_flags_are_asked_nothing_and_the_first_view_says_what_became_of_them(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "checklist", "--goods", "physical", "--one-time", "card")
    terminal.wait_for("플래그로 답한 것은 적지 않았습니다. 남기려면 --save를 붙이세요.")
    assert terminal.end() == 0
    assert not PLAN.exists()
    kept = start(terminals, "select-pg", "--one-time", "card", "--tier", "general", "--save")
    kept.wait_for("플래그로 답한 것을 portone-guide.yaml에 적었습니다.")
    assert kept.end() == 0
    assert dict(read_plan(PLAN).answers) == {"one_time": ("card",), "tier": "general"}


def test_what_is_late_comes_with_its_mail(terminals: list[Terminal]) -> None:
    PLAN.write_text("kind: plan\nversion: 1\nchosen: [nice, kakaopay]\n", "utf-8")
    terminal = start(terminals, "waiting", "나이스:카드사 심사", "--on", "2020-01-02", columns=60)
    terminal.wait_for("2020-01-16까지였습니다.")
    terminal.wait_for("portone-guide waiting nice:card_review --mail")
    assert terminal.end() == 0
    mail = start(terminals, "waiting", "nice:card_review", "--mail", columns=60)
    assert "감사합니다." in mail.wait_for("감사합니다.")
    assert mail.end() == 0
