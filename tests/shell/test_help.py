"""The help and the complaints of every command: in Korean, whatever the libraries say, and no wider than the screen."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from command_lines import ENGLISH
from portone_guide.app import app
from portone_guide.terminal.text import cells
from support import run


def _commands() -> Iterator[tuple[str, ...]]:
    root: Any = typer.main.get_command(app)
    context = root.make_context("portone-guide", [], resilient_parsing=True)
    for name in root.list_commands(context):
        yield (name,)
        command = root.get_command(context, name)
        yield from ((name, part) for part in getattr(command, "commands", {}))


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_all_help_is_korean_and_fits(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    commands = [(), *_commands()]
    assert len(commands) > 20
    for words in commands:
        told = run(*words, "--help")
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(f"쓰는 법: {' '.join(['portone-guide', *words])} ")
        assert not ENGLISH.search(told.out), told.out
        assert max(cells(line) for line in told.out.split("\n")) <= columns
        for param in _params(words):
            assert all(name in told.out for name in param.opts if name.startswith("-")), (words, param.opts)


def _params(words: tuple[str, ...]) -> list[Any]:
    command: Any = typer.main.get_command(app)
    context = command.make_context("portone-guide", [], resilient_parsing=True)
    for word in words:
        command = command.get_command(context, word)
        context = command.make_context(word, [], parent=context, resilient_parsing=True)
    return list(command.get_params(context))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("done", "STEP: 적지 않았습니다: "),
        ("done a b", "받지 않는 값이 더 있습니다: 'b'"),
        ("select-pg --onetime card", "모르는 플래그입니다: '--onetime'\n혹시 이것인가요: --one-time"),
        ("select-pg --one-time", "--one-time: 값을 적지 않았습니다.\n쓰는 법: portone-guide select-pg --help"),
        ("fees --vat=yes", "--vat: 값을 받지 않는 플래그입니다.\n쓰는 법: portone-guide fees --help"),
        ("nothing", "모르는 명령입니다: 'nothing'"),
        ("rules nothing", "모르는 명령입니다: 'nothing'"),
        ("--onetime", "모르는 플래그입니다: '--onetime'"),
        ("select-pg -x", "모르는 플래그입니다: '-x'"),
        ("done apply --on 2026-11-99", "--on: 날짜가 아닙니다"),
    ],
)
def test_what_the_parser_complains_of_is_told_in_korean(line: str, told: str) -> None:
    ended = run(*line.split())
    assert ended.code == 2
    assert ended.err.startswith(told)
    assert not ENGLISH.search(ended.err)


def test_no_command_tells_an_error_in_the_words_of_a_library() -> None:
    for words in _commands():
        for line in ((*words, "--nothing"), (*words, "--plan"), (*words, "a", "b", "c", "d", "e", "--json=1")):
            ended = run(*line)
            assert ended.code == 2, line
            assert not ENGLISH.search(ended.err), ended.err
