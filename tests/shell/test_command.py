"""A question's flag comes from its declaration: what is declared is asked for, told in the help, and read."""

from collections.abc import Callable
from typing import Any, Literal

import pytest

from portone_guide.needs.question import Flag, Option, Question
from portone_guide.needs.reading import choice, names_in, read, yes_or_no
from portone_guide.needs.requirements import Requirements
from portone_guide.shell.command import Given, asking, command_of
from portone_guide.shell.flags import Shared
from support import shipped

WRAPPING: Question[Literal["paper", "box"] | None] = Question(
    "gift_wrapping",
    "one",
    Flag("포장: paper, box", "W"),
    choice(Literal["paper", "box"]),
    "포장할까요?",
    "선물이면 포장합니다.",
    lambda answers, book: (Option("paper", "종이"), Option("box", "상자")),
)
COLOURS = Question("colour", "many", Flag("색 (여러 번)", "C", "--in"), names_in(lambda book: ("red", "blue")))
SEALED = Question("sealed", "one", Flag("봉인", off="--unsealed"), yes_or_no)


def run(function: Callable[..., Any], *arguments: str) -> Any:
    return command_of(asking(WRAPPING, COLOURS, SEALED)(function)).main(args=list(arguments), standalone_mode=False)


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ((), {}),
        (("--gift-wrapping", "box"), {"gift_wrapping": "box"}),
        (("--in", "red", "--in", "blue"), {"colour": ["red", "blue"]}),
        (("--sealed",), {"sealed": "yes"}),
        (("--unsealed",), {"sealed": "no"}),
    ],
)
def test_flags_come_as_answers(arguments: tuple[str, ...], given: Given) -> None:
    seen: list[Given] = []

    def command(given: Given) -> None:
        seen.append(given)

    run(command, *arguments)
    assert seen == [given]


def test_shared_flags_come_as_one_value() -> None:
    seen: list[Shared] = []

    def command(given: Given, shared: Shared, loud: bool = False) -> None:
        seen.append(shared)

    run(command, "--json", "--rules", "a.yaml", "--rules", "b.yaml", "--loud")
    assert seen == [Shared(json=True, rules=["a.yaml", "b.yaml"])]


def test_the_help_tells_every_flag(capsys: pytest.CaptureFixture[str]) -> None:
    run(lambda given: None, "--help")
    shown = capsys.readouterr().out
    assert all(text in shown for text in ("--gift-wrapping W", "--in C", "--sealed / --unsealed", "포장: paper, box"))


def test_a_decision_reads_a_new_question_without_anything_between() -> None:
    said = read((WRAPPING, COLOURS, SEALED), {"gift_wrapping": "box", "colour": ["red", "red"]}, shipped())
    needs = Requirements(said=said)
    assert needs.said.of(WRAPPING) == "box"
    assert needs.said.of(COLOURS) == ("red",)
    assert needs.said.of(SEALED) is None
