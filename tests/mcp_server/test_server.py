"""The server as assistants run it: a process that is spoken to by the official SDK's client."""

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from assistants import ROOT

from portone_guide.mcp_server.tools import offers
from support import SCHEMAS, run

pytest.importorskip("mcp", reason="no SDK: pip install 'portone-guide[mcp]'")

import anyio
from mcp import types
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

from portone_guide.mcp_server.serving import server_of

BROKEN_PLAN = "kind: plan\nversion: 1\nchosen: nice\n"
COMMAND = ("-m", "portone_guide", "mcp")


def granting(folder: Path) -> Any:
    """Return how a client grants a folder."""

    async def granted(context: Any) -> types.ListRootsResult:
        return types.ListRootsResult(roots=[types.Root(uri=folder.as_uri())])

    return granted


def talk(folder: Path, granted: Path, said: Callable[[Client], Awaitable[None]]) -> None:
    """Run the server in a folder with a broken plan, and talk to it."""
    (folder / "portone-guide.yaml").write_text(BROKEN_PLAN, "utf-8")

    async def talked() -> None:
        parameters = StdioServerParameters(command=sys.executable, args=list(COMMAND), cwd=folder)
        with (folder / "errors").open("w") as errors:
            async with Client(stdio_client(parameters, errors), list_roots_callback=granting(granted)) as client:
                await said(client)

    anyio.run(talked)
    assert (folder / "errors").read_text("utf-8") == ""
    assert (folder / "portone-guide.yaml").read_text("utf-8") == BROKEN_PLAN


def test_an_assistant_finds_asks_reads_and_is_told_what_is_wrong(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    shop.mkdir()
    (shop / "pay.js").write_text("IMP.request_pay({ amount: 100 })\n", "utf-8")
    flags = ("--one-time", "card", "--tier", "general")
    wanted = json.loads(run("select-pg", *flags, "--json").out)

    async def said(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == list(offers())
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
        answer = await client.call_tool("select_pg", {"one_time": ["card"], "tier": "general"})  # held to its schema
        assert answer.structured_content == wanted
        assert json.loads(answer.content[0].text) == wanted  # type: ignore[union-attr]
        part = await client.call_tool("select_pg", {"one_time": ["card"], "section": ["warnings"]})
        assert list(part.structured_content) == ["schema_version", "warnings"]
        wrong = await client.call_tool("select_pg", {"one_time": ["cash\u202e"]})
        assert wrong.is_error
        assert wrong.structured_content["error"]["message"] == "--one-time: 모르는 값입니다: 'cash?'"
        scanned = await client.call_tool("go_live_scan", {})
        assert scanned.structured_content["path"] == str(shop)
        assert (await client.call_tool("go_live_scan", {"path": str(tmp_path)})).is_error
        with pytest.raises(MCPError):
            await client.call_tool("refund", {})
        words = await client.read_resource("portone-guide://glossary")
        assert json.loads(words.contents[0].text) == json.loads(run("explain", "--json").out)  # type: ignore[union-attr]
        read = await client.read_resource("portone-guide://schemas/fees")
        assert read.contents[0].text == (SCHEMAS / "fees.json").read_text("utf-8")  # type: ignore[union-attr]
        assert len((await client.list_resources()).resources) >= len(list(SCHEMAS.iterdir()))
        (prompt,) = (await client.list_prompts()).prompts
        message = (await client.get_prompt(prompt.name, {"business": "떡집"})).messages[0]
        assert "떡집" in message.content.text  # type: ignore[union-attr]

    talk(tmp_path, shop, said)


def test_older_clients_are_asked_for_their_folders_directly_and_need_not_grant_any(tmp_path: Path) -> None:
    async def talked() -> None:
        server = server_of(ROOT)
        async with Client(server, mode="legacy", list_roots_callback=granting(tmp_path)) as client:
            assert client.session.protocol_version < "2026"
            assert (await client.call_tool("go_live_scan", {})).structured_content["path"] == str(tmp_path)
        for mode in ("legacy", "auto"):
            async with Client(server, mode=mode) as client:
                assert (await client.call_tool("go_live_scan", {"path": str(tmp_path)})).is_error

    anyio.run(talked)


INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


STUCK = """
import sys, threading
from portone_guide.app import run
from portone_guide.mcp_server.calls import Calls
answer = Calls.answer
def stuck(self, offer, given, roots):
    return threading.Event().wait() if offer.tool.name == "compare" else answer(self, offer, given, roots)
Calls.answer = stuck
sys.exit(run(["mcp"]))
"""


def test_nothing_but_the_protocol_is_said_and_the_end_of_the_input_is_the_end_of_all(tmp_path: Path) -> None:
    """Also of a call that never ends, as that of a site that never answers."""

    def call(number: int, tool: str, **told: str) -> str:
        params = {"name": tool, "arguments": told}
        return json.dumps({"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": params})

    asked = (
        json.dumps(INITIALIZE),
        '{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        "no JSON \x1b[2J",
        '{"jsonrpc": "2.0", "id": 9, "method": "tools/call", "params": {"name": "fees\\ud800"}}',
        call(2, "go_live_scan", path="."),
        '{"jsonrpc": "2.0", "id": 3, "method": "nothing"}',
        call(4, "compare"),
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", STUCK], cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8"
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write("".join(f"{line}\n" for line in asked))
        process.stdin.flush()
        told: dict[Any, Any] = {}
        while not {2, 3} <= told.keys():
            message = json.loads(process.stdout.readline())  # each line is one message
            told[message.get("id")] = message
        process.stdin.close()
        assert process.wait(60) == 0
        assert {json.loads(line)["id"] for line in process.stdout} <= {4}
        assert "Traceback" not in process.stderr.read()
    assert told[1]["result"]["serverInfo"]["name"] == "portone-guide"
    assert told[2]["result"]["structuredContent"]["error"]["code"] == "wrong_value"  # no folder was granted
    assert told[3]["error"]["code"] == -32601


def test_without_the_sdk_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portone_guide.mcp_server.command.find_spec", lambda name: None)
    ended = run("mcp")
    assert ended.code == 2
    assert "pip install 'portone-guide[mcp]'" in ended.err
