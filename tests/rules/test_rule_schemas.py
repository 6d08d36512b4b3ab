"""Editors check rule files by a JSON Schema: each file names its own, and it takes what ``rules check`` takes."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from portone_guide.rules.book import ALL_KINDS
from support import DATA

FILES = sorted(DATA.rglob("*.yaml"))
HEAD = "# yaml-language-server: $schema="


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are truths, and a day is text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, form, firsts in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)", "-+.0123456789"),
    ("null", "~|null|Null|NULL|", "~nN"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})\Z"), list(firsts))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


@cache
def validator(kind: str) -> Any:
    schema = json.loads((DATA / "schemas" / f"{kind}.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def wrong(text: str) -> list[str]:
    value = yaml.load(text, Core)
    found = validator(value["kind"]).iter_errors(value)
    return ["/".join(map(str, error.absolute_path)) for error in found]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_a_shipped_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text("utf-8")
    first, _, _ = text.partition("\n")
    kind = yaml.load(text, yaml.BaseLoader)["kind"]
    assert (path.parent / first.removeprefix(HEAD)).resolve() == DATA / "schemas" / f"{kind}.json"
    if path.parent.name != "skeletons":  # its empty tables are not looked up yet
        assert wrong(text) == []


def test_every_kind_has_a_schema() -> None:
    assert {path.stem for path in (DATA / "schemas").iterdir()} == set(ALL_KINDS)


@pytest.mark.parametrize(
    ("kind", "before", "after", "where"),
    [
        ("fees", "  rate: 10%", "  rat: 10%", "vat"),
        ("pg_methods", "    role: general", "    role: generous", "gateways/tosspayments/role"),
        ("pg_methods", "portone_complete: yes", "portone_complete: true", "modules/tosspayments.new/portone_complete"),
        ("sources", "checked: 2026-", "checked: 26-", "sources/api/rest-v2/checked"),
        ("gateways/kcp", "gateway: kcp", "gateway: 케이씨피", "gateway"),
        ("gateways/kcp", "does: not_charged", "does: nothing", "test_money/0/does"),
        ("gateways/kcp", "contacts:", "notes_of_mine: []\ncontacts:", ""),
        ("terms", "platforms:", "conditions: {}\nplatforms:", ""),
    ],
)
def test_a_mistake_is_marked_where_it_stands(kind: str, before: str, after: str, where: str) -> None:
    text = (DATA / f"{kind}.yaml").read_text("utf-8")
    assert before in text
    assert where in wrong(text.replace(before, after, 1))
