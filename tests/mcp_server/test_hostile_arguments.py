"""Whatever an assistant tells a tool, it hears an error that it can act on, and no more is read than was granted."""

import json
from pathlib import Path
from typing import Any

import pytest
from assistants import ROOT, calls, known
from jsonschema import Draft202012Validator

from portone_guide.commands import COMMANDS
from portone_guide.mcp_server.granted import folders
from portone_guide.mcp_server.tools import arguments, offers
from portone_guide.shell.error_report import error_report
from portone_guide.shell.error_words import error_of
from portone_guide.shell.exits import CommandError
from support import keeps_to_schema, shipped

DEEP: Any = "x"
for _ in range(200):
    DEEP = [DEEP]
HOSTILE: tuple[Any, ...] = (
    "",
    " ",
    "-",
    "--",
    "--help",
    "--plan=/tmp/x",
    "\x00",
    "\x1b[2J",
    "\x9b31m",
    "\ud800",
    "줄\n바꿈",
    "\u202egpj",
    "'; rm -rf ~; '",
    "../../etc/passwd",
    "file:///etc/passwd",
    "ftp://shop.example/",
    "[red]x[/red]",
    "가" * 1999,
    "a" * 3000,
    0,
    -1,
    10**30,
    10**5000,
    1.5,
    float("nan"),
    True,
    False,
    None,
    [],
    [[]],
    ["card"] * 400,
    {"a": 1},
    DEEP,
)


def told(tool: str, given: dict[Any, Any], roots: tuple[Path, ...] = ()) -> Any:
    """Return what a tool says, or its error as JSON."""
    try:
        return calls().answer(offers()[tool], given, roots)
    except Exception as error:
        return error_report(error_of(error))


def is_visible(said: Any) -> bool:
    text = json.dumps(said, ensure_ascii=False)
    return text.isprintable() and "\\u00" not in text


CASES = [(tool, name) for tool in offers() for name in (*known(tool), "section", "about", "no_such_argument")]


@pytest.mark.parametrize("tool", offers())
def test_a_hostile_argument_is_answered_or_told_as_an_error(tool: str, tmp_path: Path) -> None:
    for number, value in enumerate(HOSTILE):
        names = [name for name_tool, name in CASES if name_tool == tool]
        for name in names[number % 13 :: 13]:  # each meets a part of them, all of them meet each value in some tool
            said = told(tool, {name: value}, (tmp_path,))
            assert is_visible(said), (name, value)
            if "error" in said:
                keeps_to_schema("error", said)
                assert said["error"]["code"] != "bug", (name, value, said)


def test_what_was_told_wrong_is_named() -> None:
    assert told("fees", {"sort": ["card"]})["error"]["message"] == "sort: 글을 적으세요."
    assert told("fees", {"srot": "card"})["error"]["hint"] == "혹시 이것인가요: sort"
    assert told("fees", {"vat": "yes"})["error"]["flag"] == "--vat"
    assert "sources" in told("fees", {"section": "source"})["error"]["hint"]
    assert told("facts", {"gateway": "kcp"})["error"]["code"] == "needs_answers"
    assert told("need_new_mid", {"synonyms": True, "section": "verdict"})["error"]["hint"].endswith("synonyms")


@pytest.mark.parametrize("tool", offers())
def test_what_can_be_told_is_a_schema_without_a_way_to_files_keys_or_the_plan(tool: str) -> None:
    schema = calls().input_schema(offers()[tool])
    Draft202012Validator.check_schema(schema)
    assert not schema["properties"].keys() & {"plan", "no_save", "rules", "out", "open", "format", "allow_private"}
    for name in arguments(ROOT, offers()[tool], shipped()):
        assert schema["properties"][name]["description"]


def test_no_tool_verifies_refunds_or_keeps() -> None:
    lines = {answer.line for entry in COMMANDS.values() for answer in entry.answers if answer.tool}
    assert not lines & {"go-live verify", "plan show", "plan reset", "report", ""}
    assert {"select_pg", "go_live_scan", "facts"} <= offers().keys()


def test_only_granted_folders_are_read(tmp_path: Path) -> None:
    shop, other = tmp_path / "shop", tmp_path / "other"
    for folder in (shop, other):
        folder.mkdir()
        (folder / "pay.js").write_text("IMP.request_pay({ amount: 100 })\n", "utf-8")
    (shop / "way_out").symlink_to(other)
    roots = folders([shop.as_uri(), "https://shop.example/", "file://elsewhere/etc", (tmp_path / "no").as_uri()])
    assert roots == (shop.resolve(),)
    assert told("go_live_scan", {}, roots) == told("go_live_scan", {"path": str(shop)}, roots)
    assert told("go_live_scan", {"path": "pay.js"}, roots)["findings"]
    assert told("go_live_scan", {}, roots)["files"]["skipped"] == {"link": 1}
    for way in (str(other), "way_out", "../other", "..", str(tmp_path), "way_out/pay.js", "missing.js", "~"):
        assert told("go_live_scan", {"path": way}, roots)["error"]["code"] == "wrong_value", way
    assert told("go_live_scan", {"path": str(shop)})["error"]["hint"] == "클라이언트가 허락한 폴더(roots): 없음"
    assert told("inspect_site", {"target": str(other)}, roots)["error"]["code"] == "wrong_value"
    assert told("go_live_scan", {"path": "https://shop.example/"}, roots)["error"]["code"] == "wrong_value"


def test_the_plan_of_the_folder_is_neither_read_nor_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plan = tmp_path / "portone-guide.yaml"
    plan.write_text("kind: plan\nversion: 1\nchosen: nice\n", "utf-8")  # no list: every command that reads it ends
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert told("select_pg", {})["error"]["code"] == "needs_answers"
    assert told("select_pg", {"one_time": ["card"]})["qualified"]
    assert told("checklist", {"goods": "physical", "set": ["refund_policy=pass"]})["items"]
    assert told("next_steps", {"gateway": ["nice"], "start": "2026-12-01"})["steps"]
    assert plan.read_text("utf-8").endswith("chosen: nice\n")
    assert [path.name for path in tmp_path.iterdir()] == [plan.name]


def test_a_project_is_told_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = told("code", {"gateway": ["nice"], "one_time": ["card"], "stack": "express"})
    assert list(said["contents"]) == said["files"]
    assert "README.md" in said["files"]
    assert (said["folder"], said["changed"], list(tmp_path.iterdir())) == (None, [], [])
    assert told("code", {"gateway": ["nice"], "out": "x", "stack": "express"})["error"]["code"] == "unknown_flag"


def test_text_of_others_is_visible_in_what_a_tool_says(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>a\x1b[2Jb\u202ec\x9bd</title><p>상호: \x1b]0;x\x07가게</p>", "utf-8")
    said = told("inspect_site", {"target": "index.html"}, (tmp_path,))
    assert "error" not in said
    assert is_visible(said)


def test_an_answer_alone_is_an_error_of_usage_where_nothing_is_said() -> None:
    with pytest.raises(CommandError) as raised:
        calls().answer(offers()["next_steps"], {}, ())
    assert raised.value.flag == "--gateway"
