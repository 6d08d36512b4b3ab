"""What may stand next on a command line."""

from pathlib import Path

import pytest
import typer

from portone_guide.app import app
from portone_guide.completion.candidates import candidates
from portone_guide.completion.install import install, script
from portone_guide.shell.exits import CommandError
from support import run, shipped


def offered(*words: str) -> list[str]:
    root = typer.main.get_command(app)
    return [each.value for each in candidates(root, words[:-1], words[-1], shipped())]


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("",), ["select-pg", "explain"]),
        (("sel",), ["select-pg"]),
        (("rules", ""), ["check", "fmt"]),
        (("--pl",), ["--plan", "--plain"]),
        (("select-pg", "--one-t"), ["--one-time"]),
        (("select-pg", "--one-time", "c"), ["card"]),
        (("select-pg", "--one-time", "카"), ["카드", "카카오페이"]),
        (
            (
                "select-pg",
                "--one-time=ca",
            ),
            ["--one-time=card"],
        ),
        (("select-pg", "--one-time", "card", "--tier", ""), ["micro", "general", "new"]),
        (("select-pg", "--tier", "영"), ["영세"]),
        (("select-pg", "--sales", "ca"), ["card="]),
        (("select-pg", "--section", ""), ["cost", "ruled-out"]),
        (("next-steps", "--gateway", "kc"), ["kcp"]),
        (("--section", ""), ["done", "later"]),
        (("go-live", "scan", "--section", ""), ["unread"]),
        (("compare", "kcp", "ni"), ["nice"]),
        (("compare", "이니"), ["이니시스"]),
        (("rules", "show", "kcp"), ["kcp"]),
        (("done", "build"), ["build_site"]),
        (("undo", "심사받을"), ["심사받을사이트준비하기"]),
        (("checklist", "--set", "refund"), ["refund_policy="]),
        (("questions", "need"), ["need-new-mid"]),
        (("explain", "빌링"), ["빌링키"]),
        (("select-pg", "--format", ""), ["html", "md", "json"]),
    ],
)
def test_what_may_stand_next(words: tuple[str, ...], some: list[str]) -> None:
    assert set(some) <= set(offered(*words))


@pytest.mark.parametrize(
    "words", [("select-pg", "--plan", ""), ("select-pg", "--out", "x"), ("rules", "check", ""), ("nothing", "x")]
)
def test_files_and_free_text_are_left_to_the_shell(words: tuple[str, ...]) -> None:
    assert offered(*words) == []


@pytest.mark.parametrize(
    ("shell", "line", "told"),
    [
        ("bash", "portone-guide select-pg --style billing:w", "window\n"),
        ("bash", "portone-guide select-pg --one-time=ca", "card\n"),
        ("fish", "portone-guide select-pg --one-time ca", "card\t카드\n"),
        ("zsh", "portone-guide select-pg --style billing:w", "billing\\:window:정기결제 결제창\n"),
        ("powershell", "portone-guide 'sel", "select-pg\t결제수단·연동방식·수수료로 결제대행사를 고릅니다\n"),
        ("fish", "portone-guide select-pg --one-time card ", ""),
    ],
)
def test_a_shell_is_answered_in_its_way(shell: str, line: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PORTONE_GUIDE_COMPLETE", shell)
    monkeypatch.setenv("_PORTONE_GUIDE_LINE", line)
    assert run() == (0, told, "")


def test_installing_twice_adds_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portone_guide.completion.install._shell", lambda: "bash")
    (tmp_path / ".bashrc").write_text("alias x=y")
    for _ in range(2):
        install(tmp_path)
    assert (tmp_path / ".bashrc").read_text() == "alias x=y\nsource ~/.bash_completions/portone-guide.sh\n"
    assert (tmp_path / ".bash_completions/portone-guide.sh").read_text() == script("bash")


def test_an_unknown_shell_is_told() -> None:
    assert run("--show-completion", "csh").code == 2
    assert "Register-ArgumentCompleter" in run("--show-completion", "powershell").out
    with pytest.raises(CommandError):
        script("csh")
