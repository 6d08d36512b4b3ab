"""Colour repeats where something stands: every word of a state has its weight, and nothing else is coloured."""

import pytest

from portone_guide.facts.support_words import STATE_WORDS
from portone_guide.go_live.verify_words import STATES
from portone_guide.select_pg.words import STANDINGS
from portone_guide.terminal.blocks import Column, Table, Text
from portone_guide.terminal.render import drawn
from portone_guide.terminal.states import cell_tone, states_in


def test_every_word_of_a_state_weighs_something() -> None:
    words = {**STATE_WORDS, **STANDINGS, **STATES}
    assert {word for word in words.values() if cell_tone(word) == "normal"} == set()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[미흡] 상품명", [(1, 3, "bad")]),
        ("전화번호: 통과 - 형식이 맞습니다", [(6, 8, "good")]),
        ("네이버페이: 모름 (출처에 없음)", [(7, 9, "warn")]),
        ("카드사 심사: 확인할 것이 남음", []),
        ("지원하지 않는 결제수단", []),
        ("확인 필요한 것: 통과하지 못한 항목", []),
    ],
)
def test_a_line_is_coloured_where_it_says_a_state(line: str, told: list[object]) -> None:
    assert list(states_in(line)) == told


def test_a_screen_in_colour_says_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = (Table((Column("곳"), Column("카드")), (("가", "지원"), ("나", "안 함"))), Text("전화: 미흡 - 휴대폰"))
    plain = drawn(screen, 60)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = drawn(screen, 60)
    for start, word in (("\x1b[32m", "지원"), ("\x1b[31m", "안 함"), ("\x1b[31m", "미흡")):
        assert f"{start}{word}" in coloured
        assert word in plain
