"""Writes the screens of README.md from the real program: ``python docs/capture_screens.py``.

Each block between ``<!-- screen: NAME -->`` and ``<!-- end -->`` is replaced by what the program shows.
"""

import contextlib
import os
import re
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COLUMNS = 80
LINES = 24
UP, DOWN, ENTER = "\x1b[A", "\x1b[B", "\r"
ON = "2026-11-23"

# Command lines whose first view is shown.
COMMANDS: dict[str, str] = {
    "home": "",
    "select-pg": "select-pg --one-time card --one-time virtual_account --billing card --portone v2 --tier small_1 "
    f"--sales one_time:card=2000만 --sales billing:card=500만 --count virtual_account=50 --as-of {ON}",
    "checklist": "checklist --goods physical --platform self --one-time card --phone 010-1234-5678 "
    "--url https://dev.shop.example --mail-order-number 2024-서울강남-00123",
    "next-steps": f"next-steps --gateway kpn --one-time card --portone v2 --start {ON} --as-of {ON}",
    "need-new-mid": "need-new-mid --gateway nice --change add_billing",
}
# What the wizard asks first, and the keys that answer.
ANSWERS = (
    ("무엇을 파나요?", DOWN + ENTER),
    ("다음 업종에", UP + ENTER),
    ("어디에 만드나요?", DOWN + ENTER),
    ("결제할 때마다", DOWN + " "),
)


class Terminal:
    """The program in a terminal of 80 x 24, and all that it has shown there."""

    def __init__(self, command: str, folder: str) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES + 40)
        self._stream = pyte.Stream(self._screen)
        self._program = pexpect.spawn(
            sys.executable,
            ["-m", "portone_guide", *command.split()],
            cwd=folder,
            dimensions=(LINES, COLUMNS),
            encoding="utf-8",
            timeout=20,
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "LANG": "C.UTF-8"},
        )

    def until(self, text: str) -> None:
        """Wait until a text is shown, however its lines are broken."""
        while text.replace(" ", "") not in "".join(self.lines()).replace(" ", ""):
            self._stream.feed(self._program.read_nonblocking(4096, timeout=20))

    def type(self, keys: str) -> None:
        """Send keys."""
        self._program.send(keys)

    def end(self) -> None:
        """Read until the program ends."""
        with contextlib.suppress(pexpect.EOF):
            while True:
                self._stream.feed(self._program.read_nonblocking(4096, timeout=20))

    def lines(self) -> list[str]:
        """Return what is shown, without the empty lines around it."""
        rows = (
            "".join(self._screen.buffer[row][column].data for column in range(self._screen.columns)).rstrip()
            for row in range(self._screen.lines)
        )
        return "\n".join(rows).strip("\n").split("\n")


def capture(command: str) -> str:
    """Return the first view of a command."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(command, folder)
        terminal.end()
    return "\n".join([*_folded(f"$ portone-guide {command}".rstrip()), "", *terminal.lines()])


def capture_wizard() -> str:
    """Return the screen of the wizard's first questions."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal("select-pg", folder)
        for text, keys in ANSWERS:
            terminal.until(text)
            terminal.type(keys)
        terminal.until("●")
    return "\n".join(["$ portone-guide select-pg", "", *terminal.lines()])


def _folded(command: str) -> list[str]:
    """Break a long command line the way a shell takes it."""
    words, lines = command.split(" "), [""]
    for word in words:
        if len(lines[-1]) + len(word) > COLUMNS - 4:
            lines[-1] += " \\"
            lines.append("   ")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def render(readme: str) -> str:
    """Return README text with every screen as the program shows it now."""

    def replaced(match: re.Match[str]) -> str:
        name = match[1]
        shown = capture_wizard() if name == "wizard" else capture(COMMANDS[name])
        return f"<!-- screen: {name} -->\n```text\n{shown}\n```\n<!-- end -->"

    return re.sub(r"<!-- screen: ([\w-]+) -->.*?<!-- end -->", replaced, readme, flags=re.S)


if __name__ == "__main__":
    README.write_text(render(README.read_text("utf-8")), "utf-8")
