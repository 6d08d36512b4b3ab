"""The wizard in a real pseudo-terminal: arrows, going back, Ctrl-C, narrow screens, pipes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from portone_guide.plan.store import read_plan

UP, DOWN, ENTER, SPACE, CTRL_C = "\x1b[A", "\x1b[B", "\r", " ", "\x03"
NONE = UP + ENTER  # the rows at the end: back, not known, none


class Terminal:
    """The program in a pseudo-terminal, with its screen as a person sees it."""

    def __init__(self, program: str, arguments: list[str], columns: int = 80, rows: int = 40) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.process = pexpect.spawn(
            program,
            arguments,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=20,
            env={**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"},
        )

    def wait_for(self, text: str) -> str:
        """Read until ``text`` stands on the screen (wherever its lines broke), and return the screen."""
        while not self._has(text):
            self._stream.feed(self.process.read_nonblocking(4096, timeout=20))
        return self.screen()

    def wait_until_gone(self, text: str) -> None:
        """Read until ``text`` stands on the screen no more: it is drawn from the top, a part at a time."""
        while self._has(text):
            self._stream.feed(self.process.read_nonblocking(4096, timeout=20))

    def _has(self, text: str) -> bool:
        return "".join(text.split()) in "".join(self.screen().split())

    def screen(self) -> str:
        """Return the screen's lines; a wide letter's second cell is no character of its own."""
        rows = self._screen.buffer
        return "\n".join(
            "".join(rows[row][column].data for column in range(self._screen.columns)).rstrip()
            for row in range(self._screen.lines)
        )

    def press(self, *keys: str) -> None:
        """Type keys."""
        for key in keys:
            self.process.send(key)

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        return int(self.process.exitstatus)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.process.close(force=True)


def start(terminals: list[Terminal], *arguments: str, columns: int = 80) -> Terminal:
    terminals.append(Terminal(sys.executable, ["-m", "portone_guide", *arguments], columns))
    return terminals[-1]


def answer_until_portone(terminal: Terminal) -> None:
    terminal.wait_for("무엇을 파나요?")
    terminal.press(DOWN, DOWN, UP, ENTER)
    terminal.wait_for("다음 업종에 해당하나요?")
    terminal.press(NONE)
    terminal.wait_for("어디에 만드나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("결제할 때마다 받을 결제수단은?")
    terminal.press(SPACE, ENTER)
    for text in (
        "함께 받을 간편결제는?",
        "정기결제(구독)로",
        "수기결제로 받을",
        "해외 구매자의 결제도",
        "본인인증이 필요한가요?",
    ):
        terminal.wait_for(text)
        terminal.press(NONE)
    terminal.wait_for("포트원 버전은?")


@pytest.mark.parametrize("columns", [80, 60])
def test_from_the_first_question_to_a_chosen_gateway(terminals: list[Terminal], columns: int) -> None:
    terminal = start(terminals, "select-pg", columns=columns)
    answer_until_portone(terminal)
    terminal.press(DOWN, ENTER)
    terminal.wait_for("연 매출은 어느 정도인가요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("일반결제 카드 (원)")
    terminal.press("1000만", ENTER)
    terminal.wait_for("한 번에 결제하는 가장 큰 금액은?")
    terminal.press(ENTER)
    terminal.wait_for("먼저 열어야 하나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("이대로 결과 보기")
    terminal.press(ENTER)
    terminal.wait_for("어느 곳으로 진행할까요?")
    terminal.press(ENTER)
    terminal.wait_for("화살표로 고른 뒤")
    assert "추천: " in terminal.screen(), "the answer stays above the question about it"
    terminal.press(DOWN, ENTER)
    terminal.wait_for("로 진행합니다")
    assert terminal.end() == 0
    plan = read_plan(Path("portone-guide.yaml"))
    assert plan.answers["one_time"] == ("card",)
    assert plan.answers["sales"] == ("one_time:card=1000만",)
    assert len(plan.chosen) == 1
    assert "choose_gateway" in plan.done


def test_back_returns_to_the_question_before(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "select-pg")
    terminal.wait_for("무엇을 파나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("다음 업종에 해당하나요?")
    terminal.press(NONE)
    terminal.wait_for("어디에 만드나요?")
    terminal.press(UP, UP, ENTER)  # the way back stands above what is not known
    terminal.wait_for("[2/")
    terminal.press(CTRL_C)
    assert terminal.end() == 130


def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "select-pg")
    answer_until_portone(terminal)
    terminal.press(CTRL_C)
    screen = terminal.wait_for("이어서 하기: portone-guide select-pg")
    assert "Traceback" not in screen
    assert terminal.end() == 130
    assert read_plan(Path("portone-guide.yaml")).answers["one_time"] == ("card",)
    again = start(terminals, "select-pg")
    again.wait_for("포트원 버전은?")
    again.press(CTRL_C)
    assert again.end() == 130
    anew = start(terminals, "select-pg", "--ask")
    anew.wait_for("무엇을 파나요?")
    anew.press(ENTER)  # what was answered is pointed at
    anew.wait_for("다음 업종에 해당하나요?")
    anew.press(CTRL_C)
    assert anew.end() == 130
    assert read_plan(Path("portone-guide.yaml")).answers["one_time"] == ("card",)


def test_ctrl_c_without_a_plan_gives_the_command_to_go_on(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "select-pg", "--no-save")
    answer_until_portone(terminal)
    terminal.press(CTRL_C)
    terminal.wait_for("portone-guide select-pg --goods physical --industry none --platform self --one-time card")
    assert terminal.end() == 130
    assert not Path("portone-guide.yaml").exists()


def test_a_wrong_amount_is_told_at_once(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "select-pg", "--no-save")
    answer_until_portone(terminal)
    terminal.press(DOWN, ENTER)
    terminal.wait_for("연 매출은 어느 정도인가요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("일반결제 카드 (원)")
    terminal.press("많이", ENTER)
    terminal.wait_for("금액이나 건수로 읽을 수 없습니다")
    terminal.press(CTRL_C)
    assert terminal.end() == 130


def test_prompts_go_to_stderr_and_the_result_to_stdout(terminals: list[Terminal]) -> None:
    command = f"{sys.executable} -m portone_guide select-pg --one-time card --tier general > result.txt"
    terminal = Terminal("/bin/sh", ["-c", command])
    terminals.append(terminal)
    assert terminal.end() == 0
    assert "추천" in Path("result.txt").read_text("utf-8")


def test_piped_answers_never_pick_for_the_person() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "portone_guide", "select-pg"],
        input="\n\n\n\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 3
    assert result.stdout == ""
    assert "--one-time" in result.stderr
    assert "--identity" in result.stderr


def test_a_closed_reader_is_no_error() -> None:
    command = f"{sys.executable} -m portone_guide select-pg --one-time card --plain | head -1"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 1


def test_the_checklist_stops_and_goes_on_where_it_was(terminals: list[Terminal]) -> None:
    Path("portone-guide.yaml").write_text(
        "kind: plan\nversion: 1\nanswers:\n  goods: digital\n  platform: self\n  one_time: [card]\n", "utf-8"
    )
    terminal = start(terminals, "checklist", columns=60)
    for number, keys in enumerate(((DOWN, ENTER), (DOWN, DOWN, ENTER), (CTRL_C,)), 1):
        terminal.wait_for(f"[{number}/")
        terminal.wait_for("화살표로 고르고 Enter")  # keys that come before are not taken
        terminal.press(*keys)
    terminal.wait_for("이어서 하기: portone-guide checklist")
    assert terminal.end() == 130
    assert list(read_plan(Path("portone-guide.yaml")).checklist.values()) == ["pass", "fail"]
    again = start(terminals, "checklist", columns=60)
    again.wait_for("[3/")
    again.wait_for("화살표로 고르고 Enter")
    again.press(CTRL_C)
    assert again.end() == 130


def test_need_new_mid_asks_and_answers(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "need-new-mid", columns=60)
    terminal.wait_for("어느 결제대행사인가요?")
    terminal.press(SPACE, ENTER)
    terminal.wait_for("무엇이 달라지나요?")
    terminal.press(SPACE, ENTER)
    terminal.wait_for("어디에 만드나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("이대로 결과 보기")
    terminal.press(ENTER)
    terminal.wait_for("출처")
    assert terminal.end() == 0


@pytest.mark.parametrize("line", ["select-pg", "next-steps", "checklist", "need-new-mid"])
def test_nothing_is_asked_where_another_program_reads_the_keyboard(terminals: list[Terminal], line: str) -> None:
    """A pager at the end of a pipe reads keys: the question would fight with it for them."""
    terminals.append(
        Terminal("bash", ["-c", f"{sys.executable} -m portone_guide {line} | cat; exit ${{PIPESTATUS[0]}}"])
    )
    terminals[-1].wait_for("파이프로 보낼 때는 묻지 않습니다")
    assert terminals[-1].end() == 3


def test_into_a_file_it_asks(terminals: list[Terminal]) -> None:
    terminals.append(Terminal("sh", ["-c", f"{sys.executable} -m portone_guide select-pg > plan.txt"]))
    terminals[-1].wait_for("무엇을 파나요?")
    terminals[-1].press(CTRL_C)
    assert terminals[-1].end() == 130


def test_a_long_list_is_narrowed_down_and_explained_in_a_real_terminal(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "need-new-mid", columns=60)
    terminal.wait_for("어느 결제대행사인가요?")
    terminal.press("ㅇㄴㅅㅅ")
    terminal.wait_for("(1개)")
    terminal.wait_until_gone("더 있음")
    terminal.press("zz")
    terminal.wait_for("맞는 것이 없습니다")
    terminal.press("\x7f\x7f", "?")
    terminal.wait_for("결제대행사(PG): 카드, 계좌이체")
    terminal.press(SPACE, ENTER)
    terminal.wait_for("무엇이 달라지나요?")
    assert "KG 이니시스" in terminal.wait_for("[2/")
