"""Command lines as what an assistant tells a tool."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typer

from command_lines import Line, lines, parts, said
from portone_guide import app
from portone_guide.mcp_server.arguments import Argument
from portone_guide.mcp_server.calls import ABOUT, Calls
from portone_guide.mcp_server.tools import Offer, arguments, offers
from portone_guide.shell.error_report import error_report
from portone_guide.shell.exits import CommandError
from support import shipped

ROOT: Any = typer.main.get_command(app.app)


@cache
def calls() -> Calls:
    """What answers, as one server has it."""
    return Calls(ROOT)


@cache
def known(tool: str) -> dict[str, Argument]:
    """What can be told to a tool."""
    return arguments(ROOT, offers()[tool], shipped())


def call_of(words: Sequence[str]) -> tuple[Offer, dict[str, Any]] | None:
    """Return the tool of a command line with ``--json``, and what it is told; None: no tool is told that."""
    for offer in offers().values():
        for name, line in offer.lines.items():
            if tuple(words[: len(line)]) == line:
                rest = [word for word in words[len(line) :] if word not in offer.tool.always]
                told = dict(_told(rest, known(offer.tool.name)))
                if None in told:
                    return None
                return offer, {ABOUT: name, **told} if len(offer.lines) > 1 else told
    return None


def _told(words: list[str], by_name: dict[str, Argument]) -> Iterator[tuple[Any, Any]]:
    by_flag = {argument.flag or "": argument for argument in by_name.values()}
    by_flag |= {argument.off: argument for argument in by_name.values() if argument.off}
    texts: dict[str, list[str]] = {}
    while words:
        word = words.pop(0)
        flag, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
        argument = by_flag.get(flag)
        if flag == "--json":
            continue
        if argument is None:
            yield None, flag
        elif argument.kind == "switch":
            yield argument.name, flag == argument.flag
        else:
            texts.setdefault(argument.name, []).append(value if equals or not flag else words.pop(0))
    for name, values in texts.items():
        yield name, values if by_name[name].kind == "texts" else values[-1]


FOLDER = Path(__file__).parent.parent


class Call(NamedTuple):
    """A command line with ``--json``, and what a tool is told in place of it."""

    line: Line
    offer: Offer
    told: dict[str, Any]


def calls_of_lines() -> Iterator[Call]:
    """Yield every command line that a tool can be told."""
    code = ("go-live", "scan", str(FOLDER / "go_live" / "programs"), "--json")
    places = (Line(code), Line((*code, "--portone", "v2", "--pc-only")), Line((*code, "--only", "no_redirect")))
    chosen = ("code", "--gateway", "nice", "--one-time", "card", "--billing", "card", "--print", "--json", "--stack")
    projects = (Line((*chosen, "express")), Line((*chosen, "fastapi")))
    for line in lines():
        here = line.arguments[:2] == ("go-live", "scan") or "-" in line.arguments  # what a folder or the input has
        if "--json" in line.arguments and line.plan is None and not here and (call := call_of(line.arguments)):
            yield Call(line, *call)
    for line in (*places, *projects):
        if call := call_of(line.arguments):
            yield Call(line, *call)


def calls_of_scenarios() -> Iterator[Call]:
    """Yield every scenario of ``select-pg`` likewise."""
    from select_pg.test_scenarios import all_scenarios

    for scenario in all_scenarios().values():
        line = Line(("select-pg", *scenario.flags, "--as-of", scenario.as_of.isoformat(), "--json"))
        if call := call_of(line.arguments):
            yield Call(line, *call)


def answered(call: Call) -> Any:
    """Return what a tool says, or the error that it says in place of it; all of the tests may be read."""
    try:
        return calls().answer(call.offer, call.told, (FOLDER,))
    except CommandError as error:
        return error_report(error)


def differs(call: Call) -> bool:
    """Tell whether a tool says anything else than its command line."""
    command = parts(said(call.line))
    return _timeless(json.loads(command.err or command.out)) != _timeless(answered(call))


def _timeless(value: Any) -> Any:
    return {**value, "read_at": None} if "read_at" in value else value
