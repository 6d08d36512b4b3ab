"""Writes the screens of README.md from the real program: ``python docs/capture_screens.py``.

Each block between ``<!-- screen: NAME -->`` and ``<!-- end -->`` is replaced by what the program shows.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COLUMNS = 80
ON = "2026-11-23"

# Commands whose result is shown; a number cuts the screen after so many lines.
COMMANDS: dict[str, tuple[list[str], int]] = {
    "home": ([], 14),
    "select-pg": (
        [
            "select-pg",
            "--one-time",
            "card",
            "--one-time",
            "virtual_account",
            "--billing",
            "card",
            "--portone",
            "v2",
            "--tier",
            "small_1",
            "--sales",
            "one_time:card=2000만",
            "--sales",
            "billing:card=500만",
            "--count",
            "virtual_account=50",
            "--as-of",
            ON,
        ],
        34,
    ),
    "checklist": (
        [
            "checklist",
            "--goods",
            "physical",
            "--platform",
            "self",
            "--one-time",
            "card",
            "--phone",
            "010-1234-5678",
            "--url",
            "https://dev.shop.example",
            "--mail-order-number",
            "2024-서울강남-00123",
        ],
        18,
    ),
    "next-steps": (
        ["next-steps", "--gateway", "kpn", "--one-time", "card", "--portone", "v2", "--start", ON, "--as-of", ON],
        40,
    ),
    "need-new-mid": (["need-new-mid", "--gateway", "nice", "--change", "add_billing"], 24),
}


def capture(arguments: list[str], lines: int) -> str:
    """Return the first lines of what a command shows on an 80-column terminal."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            [sys.executable, "-m", "portone_guide", *arguments],
            cwd=folder,
            env={**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
    shown = [line.rstrip() for line in result.stdout.strip("\n").splitlines()]
    if len(shown) > lines:
        shown = [*shown[:lines], "..."]
    typed = " ".join(["$ portone-guide", *arguments])
    return "\n".join([*_folded(typed), "", *shown])


def capture_wizard() -> str:
    """Return the screen of the wizard's first questions, driven in a pseudo-terminal."""
    screen = pyte.Screen(COLUMNS, 24)
    stream = pyte.Stream(screen)
    with tempfile.TemporaryDirectory() as folder:
        program = pexpect.spawn(
            sys.executable,
            ["-m", "portone_guide", "select-pg"],
            cwd=folder,
            dimensions=(24, COLUMNS),
            encoding="utf-8",
            timeout=20,
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        )
        for text, keys in (
            ("무엇을 파나요?", "\r"),
            ("다음 업종에", "\r"),
            ("어디에 만드나요?", "\r"),
            ("결제할 때마다", " "),
        ):
            while text.replace(" ", "") not in _text(screen).replace(" ", ""):
                stream.feed(program.read_nonblocking(4096, timeout=20))
            program.send(keys)
        while "●" not in _text(screen):
            stream.feed(program.read_nonblocking(4096, timeout=20))
        program.close(force=True)
    lines = [line for line in _text(screen).splitlines() if line.strip()]
    return "\n".join(["$ portone-guide select-pg", "", *lines[-14:]])


def _text(screen: pyte.Screen) -> str:
    rows = (
        "".join(screen.buffer[row][column].data for column in range(screen.columns)).rstrip()
        for row in range(screen.lines)
    )
    return "\n".join(rows)


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
        shown = capture_wizard() if name == "wizard" else capture(*COMMANDS[name])
        return f"<!-- screen: {name} -->\n```text\n{shown}\n```\n<!-- end -->"

    return re.sub(r"<!-- screen: ([\w-]+) -->.*?<!-- end -->", replaced, readme, flags=re.S)


if __name__ == "__main__":
    README.write_text(render(README.read_text("utf-8")), "utf-8")
