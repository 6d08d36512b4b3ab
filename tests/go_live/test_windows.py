"""Every rule of a payment call in every language: a program that breaks it, and its twin that does not."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from go_live.scanned import program, programs, rules_of, scan_of
from support import shipped


class Pair(NamedTuple):
    version: str
    frame: str
    rule: str
    number: int
    bad: Mapping[str, Any]
    good: Mapping[str, Any]


def pairs() -> Iterator[Pair]:
    for version, frames in programs("frames").items():
        for rule, rows in programs("fields")[version]["rules"].items():
            for number, row in enumerate(rows):
                for frame in row.get("only", frames):
                    if frame not in row.get("not", ()):
                        yield Pair(version, frame, rule, number, row["bad"], row["good"])


@pytest.mark.parametrize("pair", [*pairs()], ids=lambda pair: f"{pair.rule}{pair.number}-{pair.version}-{pair.frame}")
def test_a_program_that_breaks_a_rule_is_found_and_its_twin_is_not(pair: Pair) -> None:
    path, text = program(pair.version, pair.frame, pair.bad)
    found = scan_of({path: text})
    assert pair.rule in rules_of(found), text
    path, text = program(pair.version, pair.frame, pair.good)
    assert pair.rule not in rules_of(scan_of({path: text})), text


@pytest.mark.parametrize(("version", "frame"), [(v, f) for v, frames in programs("frames").items() for f in frames])
def test_a_right_program_has_nothing_that_blocks(version: str, frame: str) -> None:
    path, text = program(version, frame, {})
    found = scan_of({path: text})
    assert found.calls == 1, text
    assert [(one.rule, one.code) for one in found.blocks] == []
    assert rules_of(found) <= {"no_server_check", "no_webhook"}, "only what another repository may have"


def test_there_are_enough_pairs() -> None:
    assert len(set(pairs_by_name())) >= 150


def pairs_by_name() -> list[tuple[str, str, str, int]]:
    return [(pair.version, pair.frame, pair.rule, pair.number) for pair in pairs()]


def test_ids_of_every_gateway_are_found_as_pg() -> None:
    """Each shared id that the channels name, as the pg of a call and under a key that names it."""
    book = shipped()
    for module, rows in book.channels.test.items():
        code = book.pg_methods.modules[module].v1_code
        for row in rows:
            if not row.merchant_id:
                continue
            if code:
                path, text = program("v1", "html", {"channelKey": None, "pg": f'"{code}.{row.merchant_id}"'})
                found = scan_of({path: text})
                assert "test_merchant_id" in rules_of(found), text
                assert any(row.merchant_id in one.code for one in found.findings)
            for text in (f"PORTONE_PG_MID={row.merchant_id}\n", f"IMP_CPID='{row.merchant_id}'\n"):
                assert "test_merchant_id" in rules_of(scan_of({".env": f"IMP_CODE=imp1\n{text}"})), text
            alone = f'const word = "{row.merchant_id}"; // iamport\n'
            assert "test_merchant_id" not in rules_of(scan_of({"src/words.js": alone}))
