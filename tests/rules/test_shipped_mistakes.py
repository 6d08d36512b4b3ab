"""A mistake put into a shipped file is told: what the tiny files have no rows for."""

from datetime import UTC, datetime
from unittest import mock

import pytest
from test_scope_checks import told

from portone_guide.rules.checks import sources


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
