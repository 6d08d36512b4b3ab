"""Programs of every language, each with a twin that a rule must leave alone; and all that is innocent."""

from collections.abc import Mapping
from typing import Any

import pytest

from go_live.scanned import programs, rules_of, scan_of
from go_live.test_windows import pairs_by_name
from support import shipped

OTHERS: list[dict[str, Any]] = programs("others")


def files_of(row: Mapping[str, Any], side: str) -> dict[str, str]:
    said = row[side]
    return dict(said) if isinstance(said, dict) else {row["file"]: said}


def name_of(row: Mapping[str, Any]) -> str:
    return f"{row['rule']}-{next(iter(files_of(row, 'bad')))}"


@pytest.mark.parametrize("row", OTHERS, ids=name_of)
def test_a_program_is_found_and_its_twin_is_not(row: dict[str, Any]) -> None:
    found = scan_of(files_of(row, "bad"))
    assert row["rule"] in rules_of(found), found.findings
    twin = scan_of(files_of(row, "good"))
    assert row["rule"] not in rules_of(twin), [one for one in twin.findings if one.rule == row["rule"]]


def test_every_rule_has_a_pair_except_those_that_need_to_be_told_of_a_contract() -> None:
    tried = {row["rule"] for row in OTHERS} | {name[2] for name in pairs_by_name()}
    assert tried == set(shipped().go_live.checks) - {"other_gateway", "other_merchant_id"}
