"""A result goes where it was asked to go, whole or not at all."""

import json
from pathlib import Path
from unittest import mock

import pytest

from command_lines import PLAN
from support import run

ROAD = ("next-steps", "--gateway", "nice", "--one-time", "card", "--start", "2026-11-23", "--as-of", "2026-11-23")
MID = ("need-new-mid", "--gateway", "nice", "--change", "new_site", "--as-of", "2026-11-23")
SELECT = ("select-pg", "--one-time", "card", "--as-of", "2026-11-23")
CHECK = ("checklist", "--one-time", "card", "--as-of", "2026-11-23")
REPORT = ("report", "--as-of", "2026-11-23")


@pytest.mark.parametrize("line", [ROAD, MID, SELECT, CHECK, REPORT], ids=lambda line: line[0])
@pytest.mark.parametrize("shape", ["html", "md", "json", "ics"])
def test_a_file_has_what_stdout_would_have(line: tuple[str, ...], shape: str) -> None:
    shown = run(*line, "--format", shape)
    if shape == "ics" and line != ROAD:
        assert shown.code == 2
        return
    into = run(*line, "--out", f"답.{shape.upper()}")
    assert (shown.code, into.code, into.out) == (0, 0, "")
    assert f"답.{shape.upper()}" in into.err
    kept = Path(f"답.{shape.upper()}").read_bytes().decode()
    if shape == "json":
        assert json.loads(kept) == json.loads(shown.out)
    elif shape == "ics":  # the stamp is of the second
        assert kept.count("\r\n") == kept.count("\n") == shown.out.count("\n") > 10
    else:
        assert kept == shown.out


def test_a_format_that_is_asked_for_beats_the_name() -> None:
    run(*SELECT, "--format", "md", "--out", "a.html")
    assert Path("a.html").read_text("utf-8").startswith("# ")


def test_a_dash_is_stdout() -> None:
    assert run(*SELECT, "--format", "md", "--out", "-").out == run(*SELECT, "--format", "md").out


def test_a_name_that_tells_no_format_is_asked_about() -> None:
    told = run(*SELECT, "--out", "answer.pdf")
    assert (told.code, Path("answer.pdf").exists()) == (2, False)
    assert "html" in told.err


def test_the_plan_is_never_written_over() -> None:
    plan = Path("portone-guide.yaml")
    plan.write_text(PLAN, "utf-8")
    Path("link.md").symlink_to(plan)
    for name in ("portone-guide.yaml", "./portone-guide.yaml", "link.md"):
        assert run(*REPORT, "--format", "md", "--out", name).code == 2
    assert run(*REPORT, "--plan", "link.md", "--out", "link.md").code == 2
    assert plan.read_text("utf-8") == PLAN


def test_what_was_there_is_replaced_whole_and_keeps_its_rights() -> None:
    old = Path("a.html")
    old.write_text("old", "utf-8")
    old.chmod(0o640)
    run(*SELECT, "--out", "a.html")
    assert old.read_text("utf-8").startswith("<!doctype html>")
    assert old.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in Path().iterdir()] == ["a.html"]


def test_what_can_not_be_written_leaves_all_as_it_was() -> None:
    old = Path("a.html")
    old.write_text("old", "utf-8")
    with mock.patch("pathlib.Path.replace", side_effect=OSError(28, "No space left on device")):
        told = run(*SELECT, "--out", "a.html")
    assert (told.code, told.out) == (7, "")
    assert "a.html" in told.err
    assert old.read_text("utf-8") == "old"
    assert [path.name for path in Path().iterdir()] == ["a.html"]


def test_a_folder_is_no_file() -> None:
    Path("a.html").mkdir()
    assert run(*SELECT, "--out", "a.html").code == 2


def test_open_opens_the_file_that_was_written() -> None:
    with mock.patch("webbrowser.open", return_value=True) as opened:
        assert run(*SELECT, "--out", "a.html", "--open").code == 0
    opened.assert_called_once_with(Path("a.html").resolve().as_uri())


def test_open_alone_makes_a_page_where_nobody_else_can_look() -> None:
    with mock.patch("webbrowser.open", return_value=False) as opened:
        told = run(*SELECT, "--open")
    path = Path(opened.call_args.args[0].removeprefix("file://"))
    assert path.read_text("utf-8").startswith("<!doctype html>")
    assert path.parent.stat().st_mode & 0o077 == 0
    assert told.err.count(str(path)) == 2, "where it is, and that nothing here opens it"
    assert [*Path().iterdir()] == []
    path.unlink()
    path.parent.rmdir()
