"""A mistake put into a shipped file is told: what the tiny files have no rows for."""

import re
from datetime import UTC, datetime
from typing import get_args
from unittest import mock

import pytest
from test_scope_checks import told

from portone_guide.rules.checks import sources
from portone_guide.rules.models.roadmap import RoadCommand
from support import run


@pytest.mark.parametrize(
    ("key", "before", "after", "says"),
    [
        (
            "roadmap",
            "    name: 카드사 심사\n",
            "    name: 신청\n",
            "'apply'의 이름이기도 합니다: '신청' - 다른 이름을 적으세요",
        ),
        (
            "roadmap",
            "    name: 신청\n",
            "    name: open\n",
            "'open'의 이름이기도 합니다: 'open' - 다른 이름을 적으세요",
        ),
    ],
)
def test_two_steps_of_one_name_are_told(key: str, before: str, after: str, says: str) -> None:
    assert told(key, before, after) == [says]


def test_a_clock_that_is_behind_does_not_make_every_page_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "datetime", mock.Mock(now=lambda _: datetime(2001, 1, 1, tzinfo=UTC)))
    assert told("roadmap", "    name: 신청\n", "    name: 신청하기\n") == []


@pytest.mark.parametrize("line", get_args(RoadCommand))
def test_every_line_that_a_step_can_have_is_one_of_the_program(line: str) -> None:
    words = [word for word in line.split(" ")[1:] if not word.isupper()]
    usage = run(*words, "--help").out.splitlines()[0].removeprefix("쓰는 법: ")
    needed = re.sub(r" (\[.*?\]|명령 \.\.\.)", "", usage)
    assert needed == line


def test_a_line_that_is_none_of_the_program_is_told() -> None:
    (found,) = told("roadmap", "command: portone-guide checklist\n", "command: rm -rf ~\n")
    assert found.startswith("쓸 수 없는 값입니다: 'rm -rf ~' - 'portone-guide select-pg', ")
