"""What tests of the facts share: answers as JSON, and what every screen keeps to."""

import json

from support import CHECKED, Run, run, too_wide

DAY = f"--as-of={CHECKED}"


def answer(*args: object) -> dict:
    """Run a command with ``--json`` and return its one object."""
    ended = run(*args, "--json")
    assert (ended.code, ended.err) == (0, "")
    value = json.loads(ended.out)
    assert next(iter(value)) == "schema_version"
    assert value["schema_version"] == 1
    return value


def rates_of(*args: object) -> dict[str, dict]:
    return {entry["gateway"]: entry["rates"] for entry in answer(*args)["gateways"]}


def assert_readable(ended: Run, width: int) -> None:
    """Nothing is wider than the terminal, and a Korean code page has every glyph."""
    assert ended.code == 0
    ended.out.encode("cp949")
    assert too_wide(ended.out, width) == []
