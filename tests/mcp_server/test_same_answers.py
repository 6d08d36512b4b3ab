"""A tool says what the command line says with ``--json``; all of it: ``python tests/proofs/same_answers.py``."""

from collections import Counter, defaultdict
from itertools import chain
from typing import Any

from assistants import Call, answered, calls_of_lines, differs
from jsonschema import Draft202012Validator

from portone_guide.mcp_server.schemas import answer_schema
from portone_guide.mcp_server.tools import offers

_MOST = 2
"""Lines of each tool: those of the whole table, and the scenarios, take a minute."""


def some_calls() -> list[Call]:
    by_tool: dict[str, list[Call]] = defaultdict(list)
    for call in calls_of_lines():
        by_tool[call.offer.tool.name].append(call)
    spread = (calls[:: -(-len(calls) // _MOST)] for calls in by_tool.values())
    return list(chain.from_iterable(spread))


def test_a_tool_says_what_its_command_line_says() -> None:
    asked = Counter(call.offer.tool.name for call in some_calls())
    assert [call.line.name for call in some_calls() if differs(call)] == []
    assert asked.keys() == offers().keys()


def test_a_part_of_what_a_tool_says_keeps_to_its_schema() -> None:
    """The whole does, where it is what the command line says; validating all of that takes seconds."""
    for call in {call.offer.tool.name: call for call in some_calls()}.values():
        schema = answer_schema(call.offer.schemas)
        whole = answered(call)
        part = answered(call._replace(told={**call.told, "section": list(whole)[-1:]}))
        assert part == {"schema_version": 1, **dict(list(whole.items())[-1:])}
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(part)


def test_schemas_of_tools_refer_to_nothing_that_is_not_there() -> None:
    for offer in offers().values():
        schema = answer_schema(offer.schemas)
        assert schema["type"] == "object"
        assert {ref.removeprefix("#/$defs/") for ref in _references(schema)} <= schema.get("$defs", {}).keys()


def _references(value: Any) -> set[str]:
    if isinstance(value, list):
        return {ref for item in value for ref in _references(item)}
    if not isinstance(value, dict):
        return set()
    own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
    return own | {ref for item in value.values() for ref in _references(item)}
