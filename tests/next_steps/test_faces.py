"""Faces of the answer take it alone, and say every code that the decision can give."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import portone_guide.next_steps as room
from portone_guide.gateways.conditions import conditions_for
from portone_guide.gateways.missing_facts import Fact
from portone_guide.needs.requirements import Requirements
from portone_guide.next_steps.code_words import CHANGES
from portone_guide.next_steps.words import CYCLE_NAMES, FACT_NAMES, KIND_NAMES, MONEY_WORDS, SENTENCES, STAGE_NAMES
from portone_guide.rules.models.channel import TestMoney as Money
from portone_guide.rules.models.contract import BusinessKind, SettlementCycle
from portone_guide.rules.models.roadmap import RoadStage
from support import shipped

FILES = {path.stem: path for path in Path(room.__path__[0]).glob("*.py")}
FACES = sorted(
    name for name in FILES if name in {"answer", "calendar", "gantt"} or name.endswith(("screen", "report", "words"))
)


def codes_in(name: str) -> set[str]:
    """The codes that a file gives, written out where it gives them."""
    calls = [
        node for node in ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    given = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "because"]
    codes = {call.args[0].value for call in given if isinstance(call.args[0], ast.Constant)}
    assert len(codes) == len(given), "each code stands once, as it is"
    return codes


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    book = shipped()
    found = [reason for name in book.pg_methods.gateways for reason in conditions_for(book, name, Requirements())]
    conditions = {reason.code for reason in found}
    assert conditions == {"condition", "condition.general_gateway_first"}
    assert codes_in("doubts") | conditions == SENTENCES.keys()
    assert codes_in("code_change") == CHANGES.keys()
    assert {name for name in FILES if codes_in(name)} == {"doubts", "code_change"}


def test_every_name_is_told() -> None:
    assert (*FACT_NAMES, "sample") == get_args(Fact), "samples are told need by need"
    for kind, names in (
        (RoadStage, STAGE_NAMES),
        (Money, MONEY_WORDS),
        (BusinessKind, KIND_NAMES),
        (SettlementCycle, CYCLE_NAMES),
    ):
        assert tuple(names) == get_args(kind)


@pytest.mark.parametrize("name", FACES)
def test_a_face_takes_the_answer_alone(name: str) -> None:
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules = {node.module or "" for node in imported}
    names = {alias.name for node in imported for alias in node.names}
    assert modules.isdisjoint({"portone_guide.rules.book", "portone_guide.rules.loader"})
    assert not [what for what in names if what == "RuleBook" or what.endswith("File")]
    decisions = {f"portone_guide.next_steps.{other}" for other in FILES.keys() - set(FACES) - {"wishes"}}
    assert modules.isdisjoint(decisions), "a face shows what was decided, it decides nothing"


def test_a_face_costs_what_it_needs() -> None:
    """Once the caches are filled, an answer as JSON loads no library that only other faces need."""
    code = (
        "import sys\n"
        "from portone_guide.app import run\n"
        "run('next-steps --gateway nice --one-time card --as-of 2026-02-02 --json'.split())\n"
        "heavy = {'holidays', 'icalendar', 'jinja2', 'rich', 'questionary', 'pydantic', 'yaml'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    for _ in range(2):
        ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
