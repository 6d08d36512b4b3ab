"""An error with ``--json`` is one object on standard error, with the words and the exit code that it has without."""

import json
import shlex
from pathlib import Path
from typing import Any, get_args
from unittest import mock

import pytest

from command_lines import Line, error_lines, parts, said
from portone_guide import app
from portone_guide.shell.exits import EXITS, ErrorCode
from support import keeps_to_schema, run

_WITHOUT_JSON = [line for line in error_lines() if "--json" not in line.arguments]


def error_of(text: str) -> dict[str, Any]:
    report = json.loads(text)
    keeps_to_schema("error", report)
    return report["error"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("line", _WITHOUT_JSON, ids=lambda line: line.name)
def test_every_error_is_told_as_one_object_that_says_the_same(line: Line) -> None:
    told = parts(said(line))
    if told.code == 0 or line.arguments[:2] == ("rules", "check"):
        return  # no error; or one with an object of its own
    as_json = parts(said(line._replace(arguments=(*line.arguments, "--json"))))
    if as_json.code == 0:
        assert line.arguments == ("checklist",), "with --json it asks nothing: it shows the whole list"
        return
    error = error_of(as_json.err)
    assert as_json.out == ""
    assert as_json.code == EXITS[error["code"]]
    if error["flag"] == "--json":
        assert error["code"] == "unknown_flag", "the command has nothing to show as JSON"
        return
    assert as_json.code == told.code
    assert "\n".join(filter(None, (error["message"], error["hint"]))) + "\n" == told.err
    assert error["flag"] is None or error["flag"] in told.err


def test_there_are_errors_of_every_kind_that_a_line_can_have() -> None:
    errors = [parts(said(line._replace(arguments=(*line.arguments, "--json")))) for line in _WITHOUT_JSON]
    codes = {error_of(told.err)["code"] for told in errors if told.err}
    assert codes >= {"unknown_command", "unknown_flag", "wrong_usage", "wrong_value", "needs_answers"}
    assert codes >= {"bad_rules", "bad_plan"}


def test_every_code_has_its_exit_code() -> None:
    assert EXITS.keys() == {*get_args(ErrorCode)}
    assert 0 not in EXITS.values()


@pytest.mark.parametrize(
    ("raised", "code", "ends"),
    [(KeyboardInterrupt(), "interrupted", 130), (ValueError("odd\x1b[2J"), "bug", 1)],
)
def test_what_stops_a_run_from_inside_is_told_as_json_too(raised: BaseException, code: str, ends: int) -> None:
    with mock.patch("portone_guide.shell.context.load", side_effect=raised):
        told = run("rules", "sources", "--json")
        text = run("rules", "sources")
    error = error_of(told.err)
    assert (told.code, told.out, error["code"]) == (ends, "", code)
    assert text.code == ends
    assert "\x1b" not in error["message"]
    assert text.err.lstrip().startswith(error["message"])


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ("select-pg --json", True),
        ("--json select-pg", True),
        ("next-steps --format json", True),
        ("next-steps --format=json", True),
        ("next-steps --json=yes", True),
        ("next-steps --format md", False),
        ("rules check -- --json", False),
        ("compare json", False),
    ],
)
def test_json_is_asked_for_by_its_flag_alone(arguments: str, wanted: bool) -> None:
    assert app.asks_for_json(shlex.split(arguments)) is wanted


def test_rules_check_keeps_its_own_object() -> None:
    told = run("rules", "check", "nowhere.yaml", "--json")
    assert (told.code, told.err) == (4, "")
    keeps_to_schema("rules-check", json.loads(told.out))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("--json select-pg --one-time card", "select-pg --one-time card --json"),
        ("--plain fees", "fees --plain"),
        ("--json rules show nice", "rules show nice --json"),
        ("--plan my.yaml --json plan show", "plan show --plan my.yaml --json"),
        ("--plan none.yaml plan show", "plan show --plan none.yaml"),
        ("--json --plan my.yaml select-pg", "select-pg --json --plan my.yaml"),
        ("--json select-pg --tier big", "select-pg --tier big --json"),
        ("--plan my.yaml fees", "fees --plan my.yaml"),
        ("--json compare nobody", "compare nobody --json"),
        ("--json done apply --on 2026-11-20", "done apply --on 2026-11-20 --json"),
        ("--json --plan my.yaml undo apply", "undo apply --plan my.yaml --json"),
        ("--json done nobody", "done nobody --json"),
        ("--json plan reset --plan none.yaml --yes", "plan reset --plan none.yaml --yes --json"),
    ],
)
def test_a_flag_before_the_command_is_the_same_as_after_it(before: str, after: str) -> None:
    Path("my.yaml").write_text("kind: plan\nversion: 1\nanswers:\n  one_time: [card]\n", "utf-8")
    told = run(*before.split())
    assert told == run(*after.split())
    assert (told.code == 0) is ("big" not in before and "nobody" not in before and "fees --plan" not in after)


def test_the_flag_nearest_to_the_command_counts() -> None:
    Path("near.yaml").write_text("kind: plan\nversion: 1\nchosen: [nice]\n", "utf-8")
    assert json.loads(run("--plan", "far.yaml", "plan", "show", "--plan", "near.yaml", "--json").out)["chosen"]
