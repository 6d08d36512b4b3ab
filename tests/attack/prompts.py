"""Signals at every kind of prompt, in a pseudo-terminal: it is given back as it was."""

import os
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

UP, DOWN, ENTER, SPACE = "\x1b[A", "\x1b[B", "\r", " "
_NONE: Final = UP + ENTER
_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_WAIT: Final = 30
# The line, what is typed at which text, and the text of the prompt at which the signal comes.
_PROMPTS: Final[dict[str, tuple[str, tuple[tuple[str, str], ...], str]]] = {
    "one": ("select-pg", (), "무엇을 파나요?"),
    "many": ("select-pg", (("무엇을 파나요?", DOWN + ENTER),), "다음 업종에"),
    "number": ("next-steps --gateway nice --ask --one-time card", (), ""),
    "a typed secret": ("need-new-mid --value -", (), "값을 붙여"),
    "yes or no": ("plan reset --plan p.yaml", (), "새로 시작할까요"),
    "review": (
        "need-new-mid --change new_site",
        (("어느 결제대행사", SPACE + ENTER), ("어디에 만드나요", DOWN + ENTER)),
        "이대로 결과 보기",
    ),
}
_TO_A_NUMBER: Final = (
    ("함께 받을", _NONE),
    ("정기결제(구독)", _NONE),
    ("수기결제로", _NONE),
    ("해외 구매자의", _NONE),
    ("본인인증이", _NONE),
    ("포트원 버전", DOWN + ENTER),
    ("누가 계약", DOWN + ENTER),
    ("외국인인가요", DOWN + ENTER),
)


def signals_at_prompts(seed: int, small: bool) -> Iterator[str]:
    """Each signal at each kind of prompt."""
    Path("p.yaml").write_text("kind: plan\nversion: 1\n", "utf-8")
    for number, (name, (line, typed, prompt)) in enumerate(_PROMPTS.items()):
        steps, last = (typed, prompt) if prompt else (_TO_A_NUMBER, "한 달 매출은")
        for order, sent in enumerate(_SIGNALS):
            if small and (number, order) not in {(0, 0), (1, 1), (4, 0), (5, 2)}:
                continue
            for path in Path().glob("portone-guide*"):
                path.unlink()
            said = _at_a_prompt(line, steps, last, sent)
            yield f"{name}, {sent.name}: {said}" if said else ""


def _at_a_prompt(line: str, steps: tuple[tuple[str, str], ...], last: str, sent: signal.Signals) -> str:
    person, terminal = os.openpty()
    before = termios.tcgetattr(terminal)
    process = subprocess.Popen(
        [sys.executable, "-m", "portone_guide", *line.split()],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONIOENCODING": "utf-8"},
    )
    try:
        for text, keys in (*steps, (last, "")):
            if said := _until(person, text):
                return said
            time.sleep(0.05)
            os.write(person, keys.encode())
        begun = time.perf_counter()
        while termios.tcgetattr(terminal) == before and time.perf_counter() - begun < 2:
            time.sleep(0.02)
        process.send_signal(sent)
        code = process.wait(_WAIT)
        after = termios.tcgetattr(terminal)
        rest = _rest(person)
    except subprocess.TimeoutExpired:
        return "did not end"
    finally:
        process.kill()
        process.wait()
        os.close(person)
        os.close(terminal)
    if after != before:
        return "the terminal is not as it was"
    if rest.rfind("\x1b[?25l") > rest.rfind("\x1b[?25h"):
        return "the cursor is hidden"
    return "" if code == 130 and "Traceback" not in rest else f"exit {code}: {rest[-200:]}"


def _until(person: int, text: str) -> str:
    wanted, seen, begun = "".join(text.split()), "", time.perf_counter()
    while wanted not in "".join(seen.split()):
        if time.perf_counter() - begun > _WAIT:
            return f"never asked {text!r}: {seen[-200:]}"
        if select.select([person], [], [], 0.2)[0]:
            seen += os.read(person, 4096).decode("utf-8", "replace")
    return ""


def _rest(person: int) -> str:
    seen = b""
    while select.select([person], [], [], 0.2)[0]:
        try:
            seen += os.read(person, 4096)
        except OSError:
            break
    return seen.decode("utf-8", "replace")
