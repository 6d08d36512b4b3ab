"""Measures ``portone-guide mcp``, its start and each tool's calls: ``python benchmarks/mcp_server.py``.

It is spoken to as assistants do, over pipes; the first call of a tool imports its command.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

START_LIMIT = 1.5  # seconds from the start of the process until it has answered the first message
CALL_LIMIT = 0.05  # seconds of a call, after the first of its tool
CALLS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("select_pg", {"one_time": ["card"], "tier": "general"}),
    ("select_pg", {"one_time": ["card"], "billing": ["card"], "easy_pay": ["kakaopay"], "yearly_sales": "10억"}),
    ("checklist", {"goods": "physical", "platform": "self", "one_time": ["card"]}),
    ("next_steps", {"gateway": ["nice"], "one_time": ["card"], "business": "corporation"}),
    ("need_new_mid", {"gateway": ["nice"], "change": ["add_billing"]}),
    ("compare", {"gateways": ["nice", "kcp"]}),
    ("compare", {}),
    ("fees", {}),
    ("facts", {"about": "show", "gateway": "nice"}),
    ("facts", {"about": "conflicts"}),
    ("facts", {"about": "sources"}),
    ("questions", {"command": "select-pg"}),
    ("questions", {}),
)


class Time(NamedTuple):
    """How long something took, in seconds: on the clock, and of a processor."""

    waited: float
    worked: float


class Server:
    """A running server."""

    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "portone_guide", "mcp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "XDG_CACHE_HOME": f"{folder}/cache"},
        )
        self._number = 0
        client = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}
        self.ask("initialize", client)
        self._write({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Return the result of a request."""
        self._number += 1
        self._write({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())["result"]

    def worked(self) -> float:
        """Return how many seconds of a processor its threads have used; 0 where the system does not tell."""
        told = Path("/proc", str(self._process.pid), "task").glob("*/schedstat")
        return sum(int(path.read_text("utf-8").split()[0]) for path in told) / 1e9

    def end(self) -> None:
        """Close its input and wait for its end."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(30)
        assert self._process.stdout
        self._process.stdout.close()

    def _write(self, message: Mapping[str, Any]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()


def main() -> None:
    """Measure and print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=7, metavar="N", help="how often each row runs (default: 7)")
    repeat = max(2, parser.parse_args().repeat)
    starts, lists = [], []
    calls: list[list[Time]] = [[] for _ in CALLS]
    with tempfile.TemporaryDirectory() as folder:
        Server(folder).end()  # fills the cache
        for _ in range(repeat):
            before = time.perf_counter()
            server = Server(folder)
            starts.append(Time(time.perf_counter() - before, server.worked()))
            lists.append(timed(server, "tools/list", {})[0])
            server.end()
        server = Server(folder)
        for _ in range(repeat):
            for number, (tool, told) in enumerate(CALLS):
                took, result = timed(server, "tools/call", {"name": tool, "arguments": told})
                assert not result.get("isError"), (tool, told, result)
                calls[number].append(took)
        server.end()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs, {repeat} runs\n")
    print("| the process | waited ms | worked ms | limit |\n| --- | --- | --- | --- |")
    print(row("starts and answers the first message", starts, START_LIMIT))
    print(row("tells its tools, for the first time", lists, None))
    print("\n| a call | first, worked ms | waited ms | worked ms | limit |\n| --- | --- | --- | --- | --- |")
    for (tool, told), (first, *later) in zip(CALLS, calls, strict=True):
        told_text = json.dumps(told, ensure_ascii=False)
        print(row(f"`{tool}` `{told_text}` | {first.worked * 1000:.0f}", later, CALL_LIMIT))


def timed(server: Server, method: str, params: Mapping[str, Any]) -> tuple[Time, Any]:
    """Return how long a request takes, and what it gives."""
    before, worked = time.perf_counter(), server.worked()
    result = server.ask(method, params)
    return Time(time.perf_counter() - before, server.worked() - worked), result


def row(name: str, times: list[Time], limit: float | None) -> str:
    """Return a row of a table; on a machine that others use, what counts is what was worked."""
    waited, worked = (median(column) for column in zip(*times, strict=True))
    verdict = "-" if limit is None else f"{limit * 1000:.0f} {'met' if (worked or waited) <= limit else 'NOT met'}"
    return f"| {name} | {waited * 1000:.0f} | {worked * 1000:.0f} | {verdict} |"


if __name__ == "__main__":
    main()
