"""A mistake put into a shipped file is told: what the tiny files have no rows for."""

import json
import re
from datetime import UTC, datetime
from typing import get_args
from unittest import mock

import pytest
from test_scope_checks import told

from portone_guide.rules.checks import sources
from portone_guide.rules.models.roadmap import RoadCommand
from portone_guide.rules.models.sample import SampleVariable
from portone_guide.samples.program import TEMPLATES
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


BEFORE = "      params: {issueName: 정기결제 등록}\n"


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ("{issueName: $nobody}", "예제 코드에 없는 변수입니다: '$nobody' - $amount, "),
        ('{issueName: \'[{"a": "$nobody"}]\'}', "예제 코드에 없는 변수입니다: '$nobody' - $amount, "),
        ("{issueName: NaN}", "쓸 수 없는 수입니다: "),
        ("{issueName: '[1e999]'}", "쓸 수 없는 수입니다: "),
        ("{__proto__: 1}", "쓸 수 없는 이름입니다: '__proto__' - JavaScript"),
        ("{issueName: '{\"__proto__\": 1}'}", "쓸 수 없는 이름입니다: '__proto__' - JavaScript"),
        ("{a..b: 1}", "쓸 수 없는 이름입니다: 'a..b' - 'easyPay.provider'처럼 "),
        ("{easyPay.x: 1, easyPay: 2}", "'easyPay.x'의 바깥 이름이기도 합니다: 'easyPay' - "),
        (f"{{issueName: '{'[' * 99_999}'}}", "너무 깊은 값입니다: "),
        ("{issueName: '{a: 1}'}", "JSON이 아닙니다: '{a: 1}' - "),
    ],
)
def test_a_parameter_that_no_program_can_have_is_told(params: str, says: str) -> None:
    (found,) = told("gateway/kakaopay", BEFORE, f"      params: {params}\n")
    assert found.startswith(says)


def test_a_call_of_another_version_or_style_is_told() -> None:
    before = "      style: window\n      call: v2_issue_billing_key\n"
    assert told("gateway/kakaopay", before, before.replace("v2_issue_billing_key", "v1_api_billing")) == [
        "연동방식이 window인 호출이 아닙니다: 'v1_api_billing' - style이나 call을 고치세요",
        "포트원 v2의 호출이 아닙니다: 'v1_api_billing' - portone이나 call을 고치세요",
    ]


def test_the_variables_that_samples_can_use_are_those_that_the_pages_have() -> None:
    pages = [path.read_text("utf-8") for path in (TEMPLATES / "browser").glob("*.js")]
    computed = {name for page in pages for name in re.findall(r'"(\$\w+)" in variables', page)}
    given = json.loads((TEMPLATES / "browser" / "values.json").read_text("utf-8")).values()
    assert set(get_args(SampleVariable)) == computed | {text for text in given if text.startswith("$")}
