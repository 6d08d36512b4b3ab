"""Home, ``next-steps`` and the checklist say the same about what comes next, over many plans."""

import json
import shlex
from itertools import product
from pathlib import Path

import pytest

from portone_guide.checklist.following_words import following
from portone_guide.plan.model import Plan
from portone_guide.plan.store import read_plan
from portone_guide.report.decide import whole
from portone_guide.road.answer import CHOICE, SITE
from portone_guide.road.of_plan import steps_of
from support import CHECKED, run, shipped

PLAN = Path("portone-guide.yaml")
SETS = ((), ("nice",), ("nice", "kakaopay"), ("naverpay", "nice"), ("paypal",), ("kcp", "naverpay"))
ANSWERS = ({"one_time": ("card",)}, {"one_time": ("card",), "easy_pay": ("kakaopay",), "goods": "digital"})


def plans() -> list[Plan]:
    """Plans with more and more of their steps done, one after the other or every other one, and one waited for."""
    found = []
    for gateways, answers in product(SETS, ANSWERS):
        plan = Plan(answers=dict(answers), chosen=gateways)
        names = [step.name for step in steps_of(shipped(), plan, CHECKED) if step.id != CHOICE]
        for number in range(0, len(names), 6):
            found.append(plan._replace(done=dict.fromkeys(names[:number], CHECKED)))
            found.append(plan._replace(done=dict.fromkeys(names[1:number:2], CHECKED)))
            found.append(plan._replace(waiting={names[number]: CHECKED}, done=dict.fromkeys(names[:number], CHECKED)))
    return found


def test_every_command_says_the_same_step() -> None:
    told = plans()
    assert len(told) > 60
    for plan in told:
        answer = whole(shipped(), plan, CHECKED, plan_exists=True)
        home = answer.standing
        if answer.road:
            assert answer.road.ahead.now == home.next, plan
            assert answer.road.ahead.also == home.also, plan
            assert answer.road.ahead.waited == home.waited, plan
            late = {step.key for step in answer.road.steps if answer.road.schedule.of(step).overdue}
            assert {entry.step.key for entry in home.late if entry.step.days} >= late, plan
        assert answer.checklist
        assert answer.checklist.ahead
        lines = [line for line, _ in following(answer.checklist, answer.checklist.ahead)]
        if answer.checklist.ahead.states[SITE, None] == "open":
            assert lines == ["portone-guide checklist"]  # nothing of it was checked yet
            site_is_next = home.next is not None and home.next.id == SITE
            assert site_is_next or (home.next is not None and home.next.id == CHOICE) or SITE in _names(home.also)
        elif home.next:
            assert lines[-1] == (home.next.command or f"portone-guide done {home.next.name}"), plan


def _names(steps: tuple) -> set[str]:
    return {step.id for step in steps}


def ready() -> Plan:
    items = dict.fromkeys(shipped().checklist.items, "pass")
    return Plan(answers={"goods": "physical", "platform": "self", "one_time": ("card",)}, checklist=items)


@pytest.mark.parametrize("gateways", [(), ("nice",), ("nice", "kakaopay")])
def test_passing_the_checklist_offers_to_complete_its_step(gateways: tuple[str, ...]) -> None:
    from portone_guide.plan.store import change_plan

    change_plan(PLAN, lambda _: ready()._replace(chosen=gateways))
    told = json.loads(run("checklist", "--json").out)
    assert set(told["ready"].values()) == {"yes"}
    first, *_ = told["next_actions"]
    assert first == "portone-guide done build_site"
    assert run(*shlex.split(first)[1:]).code == 0
    after = json.loads(run("--json").out)
    assert after["next"]["step"] == ("test_integration" if gateways else "choose_gateway")
    assert "build_site" not in {after["next"]["step"], *(step["step"] for step in after["also"])}
    assert json.loads(run("checklist", "--json").out)["next_actions"] == [after["next"]["command"]]
    run("checklist", "--set", "refund_policy=fail", "--save", "--json")
    undo, again = json.loads(run("checklist", "--json").out)["next_actions"]
    assert again == after["next"]["command"]
    assert run(*shlex.split(undo)[1:]).code == 0
    assert json.loads(run("checklist", "--json").out)["next_actions"] == ["portone-guide checklist"]


def test_every_next_command_moves_the_plan_on() -> None:
    """From nothing to the end by typing what home says; where it names no command of ours, by its ``done``."""
    assert run("choose", "nice", "--one-time", "card").code == 0
    seen = []
    for _ in range(40):
        before = json.loads(run("--json").out)["next"]
        if before is None:
            break
        seen.append(before["step"])
        assert run("done", before["step"]).code == 0
    assert len(seen) == len(set(seen)) > 10
    assert len(read_plan(PLAN).done) == len(seen) + 1
