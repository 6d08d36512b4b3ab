"""What flags answered is kept with ``--save`` or a named plan only; what is printed next carries the rest."""

import shlex
from pathlib import Path

import pytest
import typer

from portone_guide.app import app
from portone_guide.plan.store import read_plan
from portone_guide.shell.carried import TAKEN, Unsaved, carried
from portone_guide.terminal.blocks import Command
from printed_lines import printed
from support import run, shipped

PLAN = Path("portone-guide.yaml")
LINES = {
    "select-pg": "select-pg --one-time card --tier general",
    "checklist": "checklist --goods physical --one-time card --set refund_policy=pass",
    "next-steps": "next-steps --gateway nice --one-time card --business sole --start 2026-12-01",
    "need-new-mid": "need-new-mid --gateway nice --change new_site --goods physical",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_flags_alone_write_nothing_even_where_there_is_a_plan(line: str) -> None:
    for shape, plan in {"--json": None, "--format md": "kind: plan\nversion: 1\nchosen: [kcp]\n"}.items():
        if plan:
            PLAN.write_text(plan, "utf-8")
        assert run(*line.split(), *shape.split()).code == 0
        assert (PLAN.read_text("utf-8") if plan else PLAN.exists()) == (plan or False)


@pytest.mark.parametrize("how", ["--save", "--plan portone-guide.yaml"])
def test_what_was_asked_to_be_kept_is_kept_whole(how: str) -> None:
    for line in LINES.values():
        assert run(*line.split(), *how.split(), "--json").code == 0
    plan = read_plan(PLAN)
    assert dict(plan.answers) == {"one_time": ("card",), "tier": "general", "goods": "physical", "business": "sole"}
    assert (plan.chosen, str(plan.start), plan.checklist) == (("nice",), "2026-12-01", {"refund_policy": "pass"})
    assert "choose_gateway" in plan.done


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_no_save_wins_over_a_named_plan_and_contradicts_save(line: str) -> None:
    assert run(*line.split(), "--plan", "p.yaml", "--no-save", "--json").code == 0
    assert not Path("p.yaml").exists()
    told = run(*line.split(), "--save", "--no-save")
    assert (told.code, told.out) == (2, "")
    assert "하나만" in told.err


@pytest.mark.parametrize("command", ["select-pg", "checklist", "next-steps"])
def test_the_next_command_says_what_no_plan_keeps(command: str) -> None:
    for more, wanted in (("", True), ("--save", False)):
        PLAN.unlink(missing_ok=True)
        told = run(*LINES[command].split(), *more.split(), "--plain")
        following = [line for line in printed(told.out.partition("[다음에 할 일]")[2]) if "> road.ics" not in line]
        assert following
        assert all(("--one-time card" in line) == wanted for line in following), following
        for line in following:
            assert run(*shlex.split(line)[1:]).code in {0, 3}, line


def test_what_a_line_says_already_is_not_said_twice() -> None:
    from portone_guide.next_steps.questions import NEXT_STEPS

    given = {"gateway": ["nice"], "one_time": ["card"], "business": "sole"}
    lines = ["portone-guide next-steps --gateway nice --format ics > a.ics", "portone-guide done apply"]
    lines += ["portone-guide choose nice", "portone-guide fees"]
    blocks = carried(tuple(Command(line, "") for line in lines), (), Unsaved("next-steps", NEXT_STEPS, given))
    assert [block.command for block in blocks if isinstance(block, Command)] == [
        "portone-guide next-steps --gateway nice --format ics --one-time card --business sole > a.ics",
        "portone-guide done apply",
        "portone-guide choose nice --one-time card --business sole",
        "portone-guide fees",
    ]


def test_commands_take_what_they_are_told() -> None:
    root = typer.main.get_command(app)
    for name, flow in TAKEN.items():
        flags = {question.flag_name for question in root.get_command(root, name).questions(shipped())}  # type: ignore[attr-defined]
        assert {question.flag_name for question in flow} <= flags, name
