"""Faces of the answer take it alone, and say every code that the decision can give."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import portone_guide.next_steps as room
from faces import CAUTIONS, codes_given, reasons_given
from portone_guide.gateways.missing_facts import Fact
from portone_guide.gateways.money_words import MONEY_WORDS
from portone_guide.next_steps.code_words import CHANGES
from portone_guide.next_steps.words import (
    CYCLE_NAMES,
    FACT_NAMES,
    KIND_NAMES,
    SENTENCES,
    STAGE_NAMES,
    WHY_VERSION,
)
from portone_guide.rules.models.channel import TestMoney as Money
from portone_guide.rules.models.contract import BusinessKind, SettlementCycle
from portone_guide.rules.models.roadmap import RoadStage

FILES = {path.stem: path for path in Path(room.__path__[0]).glob("*.py")}
FACES = sorted(name for name in FILES if name in {"answer", "calendar"} or name.endswith(("screen", "report", "words")))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("next_steps/doubts.py", *CAUTIONS) == SENTENCES.keys()
    assert codes_given("next_steps/code_change.py") == CHANGES.keys()
    assert codes_given("gateways/version_choice.py") == WHY_VERSION.keys()
    assert codes_given("next_steps") < SENTENCES.keys() | CHANGES.keys() | WHY_VERSION.keys()


def test_a_sentence_takes_the_facts_that_come_with_its_code() -> None:
    for given in reasons_given("next_steps", *CAUTIONS):
        told = {**SENTENCES, **CHANGES, **WHY_VERSION}[given.code]
        inspect.signature(told).bind(**dict.fromkeys(given.facts))


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
def test_a_face_decides_nothing(name: str) -> None:
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    decisions = {f"portone_guide.next_steps.{other}" for other in FILES.keys() - set(FACES) - {"wishes"}}
    assert modules.isdisjoint(decisions)


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
