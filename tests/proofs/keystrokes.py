"""Counts the keys from the start of ``select-pg`` to its answer: ``python tests/proofs/keystrokes.py``.

Each key is pressed in a real pseudo-terminal once its question stands there; an answer by flags takes none.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from test_terminal import DOWN, ENTER, SPACE, UP, Terminal

NOTHING: Final = (UP, UP, UP, ENTER)
"""The rows at the end are none, not known, back."""
FIRST: Final = (DOWN, ENTER)


class Kind(NamedTuple):
    """A merchant, the keys counted before, and what is pressed at some questions; elsewhere what fits most."""

    name: str
    before: int
    keys: dict[str, tuple[str, ...]]


KINDS: Final = (
    Kind("a card-only shop", 16, {"일반결제": (SPACE, ENTER)}),
    Kind("a subscription service", 20, {"일반결제": NOTHING, "정기결제": (SPACE, ENTER)}),
    Kind("a shop with two easy pays", 28, {"일반결제": (SPACE, ENTER), "간편결제": (SPACE, DOWN, SPACE, ENTER)}),
)
QUESTIONS: Final = {
    "무엇을 파나요?": ("", FIRST),
    "다음 업종에 해당하나요?": ("", NOTHING),
    "어디에 만드나요?": ("", FIRST),
    "구매자가 결제할 때마다 받을 결제수단은?": ("일반결제", NOTHING),
    "함께 받을 간편결제는?": ("간편결제", NOTHING),
    "정기결제(구독)로 받을 결제수단은?": ("정기결제", NOTHING),
    "수기결제로 받을 결제수단은?": ("", NOTHING),
    "간편결제는 어떻게 계약할까요?": ("", FIRST),
    "해외 구매자의 결제도 받나요?": ("", NOTHING),
    "본인인증이 필요한가요?": ("", NOTHING),
    "누가 계약하나요?": ("", FIRST),
    "화면은 어떻게 할까요?": ("", (UP, UP, ENTER)),
    "포트원 버전은?": ("", FIRST),
    "연 매출은 어느 정도인가요?": ("", FIRST),
    "(원)": ("", (ENTER,)),
    "(건)": ("", (ENTER,)),
    "먼저 열어야 하나요?": ("", FIRST),
    "이대로 결과 보기": ("", (ENTER,)),
}


def counted(kind: Kind) -> int:
    """Return how many keys lead to the answer."""
    terminal = Terminal(sys.executable, ["-m", "portone_guide", "select-pg"], rows=60)
    pressed = 0
    try:
        while True:
            screen = waiting(terminal)
            if "어느 곳으로 진행할까요?" in screen:
                return pressed
            last = max(QUESTIONS, key=screen.rfind)
            named, usual = QUESTIONS[last]
            for key in kind.keys.get(named, usual) if named else usual:
                terminal.press(key)
                pressed += 1
    finally:
        terminal.process.close(force=True)


def waiting(terminal: Terminal) -> str:
    """Return the screen once the program asks for keys: it has been still for a while."""
    import pexpect

    while True:
        try:
            terminal._stream.feed(terminal.process.read_nonblocking(4096, timeout=1.5))
        except pexpect.TIMEOUT:
            if (screen := terminal.screen()).strip():
                return screen


def main() -> None:
    """Count for each kind of merchant, in an empty folder."""
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            print(f"{kind.name}: {counted(kind)} keys (before: {kind.before})")


if __name__ == "__main__":
    main()
