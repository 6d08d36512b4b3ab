"""``inspect`` as typed: what it keeps, what it hides, and how the checklist takes it up."""

import importlib.util
import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from shop import HERE

from portone_guide.checklist.decide import fresh
from portone_guide.plan.model import SiteSeen
from support import keeps_to_schema, run

SHOP = HERE / "saved"
PLAN = "kind: plan\nversion: 1\nanswers:\n  goods: physical\n  platform: self\n  one_time: [card]\n"


def test_names_and_mobile_numbers_are_hidden_unless_asked_for() -> None:
    for flags, shown in (((), False), (("--show-values",), True)):
        told = run("inspect", SHOP, "--json", *flags).out + run("inspect", SHOP, "--plain", *flags).out
        assert ("김온솔" in told) is shown
        assert ("010-2345-6789" in told) is shown
        assert "010-" in told


def test_the_report_keeps_to_its_schema_and_quotes_are_short() -> None:
    from rich.cells import cell_len

    report = json.loads(run("inspect", SHOP, "--json").out)
    keeps_to_schema("inspect", report)
    quotes = [place["quote"] for sign in report["signs"] for place in sign["where"]]
    assert quotes
    assert max(map(cell_len, quotes)) <= 80


def test_text_of_a_site_moves_no_cursor_and_is_no_markup() -> None:
    evil = "<footer>상호: [bold]\x1b[31m가게\x07\u202e | 사업자등록번호: 220-81-62517 | 대표: 김온솔</footer>"
    told = run("inspect", "-", "--plain", stdin=evil).out
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "\u202e" not in told
    assert "[bold]" in told


def kept(folder: Path) -> Any:
    import yaml

    return yaml.safe_load((folder / "portone-guide.yaml").read_text("utf-8"))


def test_the_plan_keeps_states_and_the_day_and_no_text_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "portone-guide.yaml").write_text(PLAN, "utf-8")
    assert run("inspect", SHOP).code == 0
    plan = kept(tmp_path)
    assert set(plan["site"]) == {"day", "items"}
    assert plan["site"]["day"] == str(date.today())
    assert plan["site"]["items"]["terms_of_use"] == "fail"
    assert set(plan["site"]["items"].values()) <= {"pass", "fail"}
    for text in ("온나무", "220-81", "김온솔"):
        assert text not in (tmp_path / "portone-guide.yaml").read_text("utf-8")


def test_no_plan_is_made_and_none_is_changed_without_wish(tmp_path: Path) -> None:
    run("inspect", SHOP)
    assert not (tmp_path / "portone-guide.yaml").exists()
    (tmp_path / "portone-guide.yaml").write_text(PLAN, "utf-8")
    run("inspect", SHOP, "--no-save")
    assert (tmp_path / "portone-guide.yaml").read_text("utf-8") == PLAN


def items(*arguments: str) -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(run("checklist", *arguments, "--json").out)["items"]}


def test_the_checklist_takes_up_what_was_seen_and_the_own_answer_stays(tmp_path: Path) -> None:
    (tmp_path / "portone-guide.yaml").write_text(PLAN, "utf-8")
    run("inspect", SHOP)
    assert items()["terms_of_use"]["state"] == "fail"
    assert items()["terms_of_use"]["seen"] == {"state": "fail", "on": str(date.today())}
    own = items("--set", "terms_of_use=pass")["terms_of_use"]
    assert (own["state"], own["seen"]["state"]) == ("pass", "fail")
    assert "사이트에서는 미흡으로 보임" in run("checklist", "--plain").out
    assert json.loads(run("checklist", "--json").out)["ready"]["gateway_review"] != "yes"


def test_from_site_does_both_in_one() -> None:
    both = items("--from-site", str(SHOP), "--goods", "physical", "--one-time", "card")
    assert both["footer_phone_not_mobile"]["state"] == "fail"
    assert both["footer_phone_not_mobile"]["seen"] is not None


@pytest.mark.parametrize(("days", "used"), [(0, True), (14, True), (15, False), (-1, False)])
def test_a_look_is_gone_by_for_two_weeks(days: int, used: bool) -> None:
    today = date(2026, 11, 29)
    assert (fresh(SiteSeen(today - timedelta(days=days)), today) is not None) is used


def test_exit_codes() -> None:
    assert run("inspect", SHOP).code == 0
    assert run("inspect", SHOP, "--exit-code").code == 6
    assert run("inspect").code == 3
    assert run("inspect", "nowhere").code == 2


def test_without_its_libraries_it_says_how_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "httpx" else find(name))
    ended = run("inspect", SHOP)
    assert ended.code == 2
    assert "pip install 'portone-guide[inspect]'" in ended.err


def test_what_the_registration_says_is_compared() -> None:
    def verdict(*expected: str) -> str:
        flags = [word for text in expected for word in ("--expect", text)]
        told = json.loads(run("inspect", SHOP, "--json", *flags).out)
        return str(next(row["verdict"] for row in told["checklist"] if row["item"] == "footer_matches_registration"))

    assert verdict() == "check"
    assert verdict("trade_name=온나무공방") == "check"
    assert verdict("trade_name=다른가게") == "fail"


def test_addresses_of_this_machine_are_not_opened() -> None:
    told = json.loads(run("inspect", "http://127.0.0.1/", "--no-browser", "--json").out)
    assert [page["why_not"] for page in told["pages"]] == ["refused_address"]
    assert {sign["state"] for sign in told["signs"]} == {"unreadable"}


def test_a_chromium_that_is_not_there_is_told_before_anything_is_read() -> None:
    ended = run("inspect", SHOP, "--chromium", "/nowhere/chromium")
    assert ended.code == 2
    assert "/nowhere/chromium" in ended.err


def test_as_root_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("playwright")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    ended = run("inspect", "https://shop.invalid/", "--browser", "--chromium", sys.executable)
    assert ended.code == 2
    assert "--no-sandbox" in ended.err
    assert "보통 사용자" in ended.err


def test_every_name_of_several_is_hidden_and_so_is_one_without_a_label() -> None:
    several = "<footer>상호: 온나무 | 대표: 김온솔, 이나무 | 사업자등록번호: 220-81-62517</footer>"
    bare = "<footer>(주)온나무 | 김온솔 | 사업자등록번호: 220-81-62517</footer>"
    for html in (several, bare):
        for flags in (("--json",), ("--plain", "--all")):
            told = run("inspect", "-", *flags, stdin=html).out
            assert "온솔" not in told
            assert "이나무" not in told
            assert "김" in told


def test_values_have_no_marks_that_move_a_cursor() -> None:
    evil = "<footer>상호: 온\x1b[31m나\u202e무\u200b | 사업자등록번호: 220-81-62517 | 대표: 김온솔</footer>"
    report = json.loads(run("inspect", "-", "--json", stdin=evil).out)
    texts = [sign["value"] or "" for sign in report["signs"]]
    assert all(char.isprintable() for text in texts for char in text), texts
