"""Completion in real shells, each with a home of its own: installed, and asked for with Tab."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from portone_guide.completion.install import install, script

SHELLS = {
    "bash": ["--noprofile", "-i"],
    "zsh": ["-i"],
    "fish": ["-i", "--private"],
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the program on its path."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    program = bin_ / "portone-guide"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m portone_guide "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, home: Path) -> Iterator[pexpect.spawn]:
    """A shell in which completion was installed."""
    name = request.param
    if not shutil.which(name):
        pytest.skip(f"no {name} on this machine")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("portone_guide.completion.install._shell", lambda: name)
        install(home)
    process = pexpect.spawn(
        name,
        SHELLS[name],
        dimensions=(40, 100),
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "$ "},
        cwd=str(home),
    )
    yield process
    process.close(force=True)


def completed(shell: pexpect.spawn, line: str, wanted: str) -> None:
    """Type a line and Tab until the shell shows what is wanted."""
    shell.send(f"{line}\t")
    shell.expect_exact(wanted)
    shell.send("\x15\x03")
    time.sleep(0.1)


def test_a_real_shell_completes(shell: pexpect.spawn) -> None:
    shell.send("echo rea''dy\r")
    shell.expect_exact("ready")
    completed(shell, "portone-guide need", "-new-mid")
    completed(shell, "portone-guide select-pg --one-time virt", "ual_account")
    completed(shell, "portone-guide compare 카카", "오페이")
    completed(shell, "portone-guide done choose_", "gateway")
    completed(shell, "portone-guide select-pg --section ruled", "-out")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_scripts_are_right(name: str, tmp_path: Path) -> None:
    if not shutil.which(name):
        pytest.skip(f"no {name} on this machine")
    path = tmp_path / "script"
    path.write_text(script(name), "utf-8")
    subprocess.run([name, "-n", str(path)], check=True, timeout=30)
