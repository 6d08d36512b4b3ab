"""Feet of shops as they are written: each way of writing is read, and nothing is read into it."""

from typing import Any

import pytest
import yaml
from looked import looked_at_text
from shop import HERE

FEET: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "feet.yaml").read_text("utf-8"))
PAGE = "<html><head><meta charset=utf-8><title>x</title></head><body><p>물건을 팝니다.</p>{}</body></html>"


@pytest.mark.parametrize("way", FEET)
def test_a_foot_is_read_as_it_is_written(way: str) -> None:
    row = FEET[way]
    many = "".join(f"<li>나무 {number}</li>" for number in range(13_000)) if "{many}" in row["html"] else ""
    html = row["html"].replace("{many}", many).replace("{long}", "나무 도마 " * 2000)
    signs = {sign.id: sign for sign in looked_at_text(PAGE.replace("{}", html)).signs}
    has = row.get("has", {})
    assert {name: signs[name].value for name in has} == has
    assert {name for name in has if signs[name].state != "found"} == set()
    assert {name for name in row.get("lacks", ()) if signs[name].state not in {"not_found", "label_only"}} == set()
    assert {name for name in row.get("open", ()) if signs[name].state != "unreadable"} == set()
    assert {name for name in row.get("not_found", ()) if signs[name].state == "found"} == set()
