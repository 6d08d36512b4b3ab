"""Blocks on a terminal and as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.terminal.blocks import Block, Bullets, Code, Task, Tasks, Text
from portone_guide.terminal.plain import plain_text
from portone_guide.terminal.render import drawn
from portone_guide.terminal.text import cells

TASKS = Tasks((Task("약관", done=True, details=("왜: 법", "할 일: 적기")), Task("환불", done=False)))


def shown(block: Block) -> list[str]:
    return drawn((block,)).splitlines()


def test_tasks() -> None:
    lines = ["[x] 약관", "    왜: 법", "    할 일: 적기", "[ ] 환불"]
    assert shown(TASKS) == lines
    assert plain_text((TASKS,)) == "- [x] 약관\n  왜: 법\n  할 일: 적기\n- [ ] 환불\n"


def test_an_item_of_several_lines() -> None:
    block = Bullets(("하나", ("둘", "", "2"), ("셋", "3", "33")))
    assert shown(block) == ["- 하나", "- 둘", "  2", "- 셋", "  3", "  33"]
    assert plain_text((block,)) == "- 하나\n- 둘\n  2\n- 셋\n  3\n  33\n"


LINES = st.lists(st.text(st.sampled_from("가a *`\\\x1b"), max_size=90).filter(lambda line: line == line.rstrip()))


@given(LINES)
def test_a_program_is_shown_as_a_text_each_line(lines: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "60")
        code, texts = (Code("js", "\n".join(["1", *lines])),), (Text("1"), *map(Text, lines))
        assert plain_text(code) == plain_text(texts)
        assert _printed(code) == _printed(texts)


def _printed(screen: tuple[Block, ...]) -> str:
    return drawn(screen)


@pytest.mark.parametrize("columns", [40, 60])
def test_an_address_is_never_broken(columns: int) -> None:
    address = f"https://help.portone.io/content/{'long-name-' * 6}end"
    told = drawn((Bullets((f"출처: 아주 긴 주소 {address}",)), Text(f"{address} 뒤에 오는 말")), columns)
    lines = [line.strip() for line in told.split("\n")]
    assert lines.count(address) == 2
    assert all(cells(line) <= columns or " " not in line for line in lines)
