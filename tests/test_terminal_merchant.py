"""Builders by name and the checklist's questions, in a real pseudo-terminal."""

import json
from pathlib import Path

from portone_guide.plan.store import read_plan
from support import run
from test_terminal import DOWN, ENTER, NONE, Terminal, start, terminals

__all__ = ["terminals"]
PLAN = "kind: plan\nversion: 1\nanswers:\n  goods: digital\n  platform: self\n  one_time: [card]\n"
WITH_PLAN = Path("portone-guide.yaml")


def test_a_builder_by_name_is_answered_at_once(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "select-pg")
    terminal.wait_for("무엇을 파나요?")
    terminal.press(DOWN, ENTER)
    terminal.wait_for("다음 업종에 해당하나요?")
    terminal.press(NONE)
    terminal.wait_for("어디에 만드나요?")
    terminal.press(*(DOWN,) * 5, ENTER)
    screen = terminal.wait_for("더 보기")
    assert "호스팅사를 통해 계약하세요 - 카페24" in screen
    assert terminal.end() == 0
    assert read_plan(WITH_PLAN).answers["platform"] == "cafe24"


def test_a_builder_by_flag_is_asked_nothing(terminals: list[Terminal]) -> None:
    terminal = start(terminals, "checklist", "--platform", "고도몰", "--no-save")
    assert "고도몰에 물어보세요" in terminal.wait_for("더 보기")
    assert terminal.end() == 0


def test_the_checklist_shows_the_list_and_then_asks_by_groups_with_a_review(terminals: list[Terminal]) -> None:
    open_items = ("product_details", "refund_policy")
    every = read_items()
    states = "".join(f"  {name}: pass\n" for name in every if name not in open_items)
    WITH_PLAN.write_text(f"{PLAN}checklist:\n{states}", "utf-8")
    terminal = start(terminals, "checklist")
    before = terminal.wait_for("[상품] 상품(서비스) 상세정보 기재")
    assert "정해지지 않은 것만 묶음별로 여쭙습니다" in before
    assert "- 환불 1: 확인 필요 1" in before
    terminal.press(ENTER)  # nothing is pointed at
    terminal.wait_for("화살표로 고른 뒤 Enter")
    assert "product_details" not in read_plan(WITH_PLAN).checklist
    terminal.press(DOWN, ENTER)
    terminal.wait_for("[환불] 환불 정보(정책) 기재")
    terminal.press(DOWN, DOWN, ENTER)
    terminal.wait_for("이대로 결과 보기")
    terminal.press(ENTER)
    terminal.wait_for("고칠 것: 환불 정보(정책) 기재")
    assert terminal.end() == 0
    kept = read_plan(WITH_PLAN).checklist
    assert (kept["product_details"], kept["refund_policy"]) == ("pass", "fail")


def read_items() -> list[str]:
    """The items of the plan's shop that are asked."""
    shop = ("--goods", "digital", "--platform", "self", "--one-time", "card")
    return [item["id"] for item in json.loads(run("checklist", *shop, "--json", "--no-save").out)["items"]]
