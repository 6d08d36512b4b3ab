"""Every command line that the program prints runs as printed, on the plan that it was printed for."""

import json
import shlex
from pathlib import Path

import pytest

from command_lines import PLAN, lines, said
from printed_lines import printed
from support import run, shipped

STEPS = tuple(shipped().roadmap.steps)
HEAD = "kind: plan\nversion: 1\n"
NEED = "answers:\n  one_time: [card]\n  goods: physical\n  platform: self\n"
PLANS = {
    "none": None,
    "empty": HEAD,
    "answered": PLAN,
    "two gateways": HEAD + "chosen: [nice, kakaopay]\n" + NEED,
    "hosted": HEAD + "answers:\n  platform: builder\n  one_time: [card]\n",
    "nothing fits": HEAD + "answers:\n  one_time: [card]\n  industry: [gambling]\n",
    "long ago": HEAD + "start: 2020-01-02\nchosen: [nice]\n" + NEED,
    "late": HEAD + "chosen: [nice]\ndone:\n  apply: 2020-01-02\n" + NEED,
    "all done": HEAD + "chosen: [nice]\ndone:\n" + "".join(f"  {step}: 2026-01-02\n" for step in STEPS) + NEED,
    "broken off": HEAD + "asking:\n  select-pg:\n    stage: choose\n" + NEED,
    "damaged": "kind: [\n",
    "wrong value": HEAD + "answers:\n  tier: big\n",
    "newer": "kind: plan\nversion: 9\n",
}
COMMANDS = (
    "",
    "plan show",
    "plan reset",
    "select-pg",
    "select-pg --json",
    "select-pg --sales card",
    "checklist",
    "checklist --set refund_policy=fail --plain",
    "checklist --set zzz=pass",
    "next-steps",
    "next-steps --format md",
    "next-steps --start 2020-01-02 --gateway nice --plain",
    "need-new-mid",
    "need-new-mid --change new_site",
    "need-new-mid --value -",
    "report",
    "go-live",
    f"done {STEPS[0]}",
    f"undo {STEPS[1]}",
)
ON_A_PLAN = {"select-pg", "checklist", "next-steps", "done", "undo"}
PLACES = ("portone-guide.yaml", "my plans/it's mine.yaml")


_TRIED: set[str] = set()


def put(plan: str | None, place: str) -> None:
    path = Path(place)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if plan is not None:
        path.write_text(plan, "utf-8")


def runs(line: str, of: str, *, wrong: bool = False) -> None:
    """A line ends well; only where a person would be asked it may say that nobody is there.

    On a plan with a ``wrong`` value it may tell its place.
    """
    assert line.isascii() or "'" in line, f"{of}: nobody can type this: {line}"
    words = shlex.split(line.partition(" > ")[0])
    result = run(*words[1:], stdin="iamport\n")
    if result.code == 3:
        asked = run(*words[1:], *(() if words[1] == "plan" or "--json" in words else ("--plain",)))
        assert "터미널" in asked.err, f"{of}: {line}: {asked.err}"
        return
    if wrong and result.code == 5:
        assert ".yaml:4:3: tier: " in result.err
        return
    if words[1:2] == ["choose"] and "--anyway" in result.err:  # not what was answered: the person decides
        for anyway in printed(result.err):
            assert run(*shlex.split(anyway)[1:]).code == 0
        return
    assert result.code == 0, f"{of}: {line}: exit {result.code}: {result.err}"


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_prints_runs_on_the_same_plan(command: str) -> None:
    tried = 0
    for number, plan in enumerate(PLANS):
        place = PLACES[(number + COMMANDS.index(command)) % 2]
        put(PLANS[plan], place)
        flags = () if place == PLACES[0] else ("--plan", place)
        result = run(*shlex.split(command), *flags)
        for line in dict.fromkeys(printed(result.out + result.err)):
            tried += 1
            if f"{line} on {plan}" not in _TRIED:
                _TRIED.add(f"{line} on {plan}")
                put(PLANS[plan], place)
                runs(line, f"{command} on {plan}", wrong=plan == "wrong value")
            if flags and set(line.split()[1:2]) & ON_A_PLAN:
                assert "--plan" in line or plan == "damaged" or "예:" in result.err, f"{command} on {plan}: {line}"
        put(None, place)
    assert tried


@pytest.mark.parametrize("command", sorted({line.arguments[:1] for line in lines()}), ids="".join)
def test_what_every_line_prints_runs(command: tuple[str, ...]) -> None:
    for line in lines():
        if line.arguments[:1] == command and "--help" not in line.arguments:
            for found in printed(said(line).partition("\n[out]\n")[2].partition("[plan]\n")[0]):
                if found not in _TRIED:
                    _TRIED.add(found)
                    Path("portone-guide.yaml").unlink(missing_ok=True)
                    if line.plan:
                        Path("portone-guide.yaml").write_text(line.plan, "utf-8")
                    runs(found, line.name)


def test_the_lines_of_the_json_answers_run() -> None:
    answer = json.loads(run("select-pg", "--one-time", "card", "--as-of", "2026-11-23", "--json").out)
    found = list(printed(json.dumps(answer)))
    assert len(found) >= 2
    for line in found:
        runs(line, "select-pg --json")


def test_lines_are_taken_as_they_stand() -> None:
    told = "하기: portone-guide done apply\n  portone-guide next-steps --format \\\n    ics > road.ics\n"
    told += "(portone-guide fees --vat). 계획 파일 portone-guide.yaml\n"
    assert list(printed(told)) == [
        "portone-guide done apply",
        "portone-guide next-steps --format ics > road.ics",
        "portone-guide fees --vat",
    ]
    assert list(printed("portone-guide rules show 결제대행사")) == ["portone-guide rules show 결제대행사"]
