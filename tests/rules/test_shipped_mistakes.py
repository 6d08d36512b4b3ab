"""A mistake put into a shipped file is told: what the tiny files have no rows for."""

import pytest
from test_scope_checks import told


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
