"""Whatever the streams are like, a run ends as promised: a code of the table, at most one line, no half answer."""

import json
import os
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from portone_guide.shell.exits import Exit

GUIDE = f"{shlex.quote(sys.executable)} -m portone_guide"
COMMANDS = [
    "--version",
    "",
    "--help",
    "select-pg --help",
    "rules",
    "rules check",
    "plan show",
    "fees",
    "fees --json",
    "fees --plain",
    "rules conflicts --json",
    "next-steps --gateway nice --one-time card --format ics",
    "next-steps --gateway nice --one-time card --format md",
    "checklist --footer",
    "need-new-mid --synonyms",
]


def shell(line: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, timeout=120, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_leaves_is_no_error(command: str) -> None:
    for unbuffered in ("", "1"):
        ended = shell(f"{GUIDE} {command} | true; exit ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED=unbuffered)
        assert (ended.returncode, ended.stderr) == (Exit.OK, b"")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_one_line(command: str) -> None:
    for unbuffered in ("", "1"):
        ended = shell(f"{GUIDE} {command} > /dev/full", PYTHONUNBUFFERED=unbuffered)
        assert ended.returncode == Exit.NO_OUTPUT
        told = ended.stderr.decode()
        if "--json" in command:
            assert json.loads(told)["error"]["code"] == "no_output"
        else:
            assert told == "결과를 표준 출력에 쓸 수 없습니다: 디스크에 남은 자리가 없음\n"


def test_nothing_is_done_where_nothing_can_be_said() -> None:
    ended = shell(f"{GUIDE} select-pg --one-time card --plan my.yaml >&-")
    assert (ended.returncode, ended.stderr.decode()) == (7, "결과를 표준 출력에 쓸 수 없습니다: 닫혀 있습니다\n")
    assert not Path("my.yaml").exists()


def test_nobody_can_be_asked_through_a_closed_stdin() -> None:
    ended = shell(f"{GUIDE} select-pg <&-")
    assert (ended.returncode, ended.stdout) == (Exit.NEEDS_ANSWERS, b"")
    assert shell(f"{GUIDE} need-new-mid --value - <&-").returncode == Exit.USAGE


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_a_closed_stderr_changes_nothing_else(where: str) -> None:
    ended = shell(f"{GUIDE} select-pg {where}")
    assert (ended.returncode, ended.stdout) == (Exit.NEEDS_ANSWERS, b"")
    ended = shell(f"{GUIDE} fees --plain {where}")
    assert (ended.returncode, ended.stdout) == (Exit.OK, shell(f"{GUIDE} fees --plain").stdout)


@cache
def right_text(command: str) -> str:
    told = shell(f"{GUIDE} {command}", PYTHONIOENCODING="utf-8")
    return (told.stdout or told.stderr).decode("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp949"])
@pytest.mark.parametrize("command", ["fees", "fees --json", "select-pg", "--help"])
def test_every_letter_can_be_read_back(encoding: str, command: str) -> None:
    ended = shell(f"{GUIDE} {command}", PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert ended.returncode in {Exit.OK, Exit.NEEDS_ANSWERS}
    text = (ended.stdout or ended.stderr).decode(encoding)
    right = right_text(command)
    if "--json" in command:
        assert json.loads(text) == json.loads(right)
    elif encoding == "cp949":
        assert text == right
    else:
        assert "?" not in text or text.count("?") == right.count("?")
        assert text.encode("latin-1").decode("unicode_escape") == right


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp949"])
def test_what_is_utf_8_for_its_readers_is_utf_8_everywhere(encoding: str) -> None:
    """A page says so in its head, and programs take JSON for it, whatever this system writes its texts in."""
    here = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    page = shell(f"{GUIDE} select-pg --one-time card --format html", **here).stdout
    assert "결제대행사" in page.decode("utf-8")
    data = shell(f"{GUIDE} fees --json", **here).stdout
    assert json.loads(data.decode("utf-8"))["schema_version"]


def test_a_pipe_that_nobody_writes_or_reads_is_not_waited_for(tmp_path: Path) -> None:
    for name in ("rules.yaml", "page.html"):
        os.mkfifo(tmp_path / name)
    read = shell(f"cd {tmp_path} && {GUIDE} rules check rules.yaml")
    assert (read.returncode, "파이프에 아무것도 오지 않음" in read.stderr.decode()) == (Exit.BAD_RULES, True)
    line = f"{GUIDE} select-pg --one-time card --out page.html"
    written = shell(f"cd {tmp_path} && {line}")
    assert (written.returncode, "파이프를 읽는 곳이 없음" in written.stderr.decode()) == (Exit.USAGE, True)
    both = shell(f"cd {tmp_path}; cat page.html > got.html & sleep 1; {line}; code=$?; wait; exit $code")
    assert (both.returncode, "결제대행사" in (tmp_path / "got.html").read_text("utf-8")) == (Exit.OK, True)


def test_a_file_on_a_full_disk_or_in_a_loop_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "full.html").symlink_to("/dev/full")
    (tmp_path / "loop.html").symlink_to("loop.html")
    assert shell(f"cd {tmp_path} && {GUIDE} select-pg --one-time card --out full.html").returncode == Exit.NO_OUTPUT
    looped = shell(f"cd {tmp_path} && {GUIDE} select-pg --one-time card --out loop.html")
    assert (looped.returncode, "링크가 맴돎" in looped.stderr.decode()) == (Exit.USAGE, True)
    assert (tmp_path / "loop.html").is_symlink()
    made = shell(f"cd {tmp_path} && {GUIDE} code --gateway kpn --one-time card --stack php --out loop.html")
    assert (made.returncode, b"RuntimeError" in made.stderr) == (Exit.USAGE, False)
