"""No comment in a plan is lost when a run writes, however the value below or beside it was written."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.rules.reading.yaml_edit import revised
from portone_guide.rules.reading.yaml_text import parse
from support import run

HEAD = "kind: plan\nversion: 1\n"
FLOW = "answers: {\n  goods: physical,  # 실물만\n  one_time: [card]  # 12월에 계좌이체 추가\n}\n"
LIST = "answers:\n  one_time:\n    # 대표님 요청\n    - transfer  # 수수료가 낮음\n    - card  # 필수\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (
            "plan set tier=micro",
            HEAD + FLOW,
            HEAD + "answers:\n  goods: physical  # 실물만\n  one_time: [card]  # 12월에 계좌이체 추가\n  tier: micro\n",
        ),
        (
            "plan set tier=micro",
            "# 우리 가게\n{ # 계획\n  kind: plan, 'version': 1,\n  # 위\n  answers: {goods: physical, # 실물만\n"
            "    one_time: [card,\n      # 곧\n      mobile # 휴대폰\n    ] # 둘\n  } # 답\n  # 끝\n} # 뒤\n",
            "# 우리 가게\n# 계획\nkind: plan\n'version': 1\n# 위\nanswers:\n  goods: physical  # 실물만\n  one_time:\n"
            "    - card\n    # 곧\n    - mobile  # 휴대폰  # 둘  # 답\n  tier: micro\n# 끝 # 뒤\n",
        ),
        (
            "plan set one_time=card,mobile",
            HEAD + "answers:\n  one_time: [ # 받을 것\n    transfer, # 수수료\n    card # 필수\n  ]\n",
            HEAD + "answers:\n  one_time:  # 받을 것\n    - card  # 필수\n    - mobile\n",
        ),
        (
            "plan set one_time=card,transfer,mobile",
            HEAD + LIST,
            HEAD + "answers:\n  one_time:\n    - card  # 필수\n    # 대표님 요청\n    - transfer  # 수수료가 낮음\n"
            "    - mobile\n",
        ),
        (
            "plan set one_time=mobile",
            HEAD + LIST,
            HEAD + "answers:\n  one_time:\n    - mobile\n    # 대표님 요청\n",
        ),
        (
            "choose kakaopay nice --anyway",
            HEAD + "chosen:\n  - nice  # 담당 김대리\n",
            HEAD + "chosen:\n  - kakaopay\n  - nice  # 담당 김대리\n",
        ),
        (
            "undo apply",
            HEAD + "done:  # 날짜\n  # 접수번호 1234, 박과장\n  apply: 2026-11-02\n# 뒤\n",
            HEAD + "# 날짜\n# 접수번호 1234, 박과장\n# 뒤\n",
        ),
    ],
)
def test_comments_stay_at_what_they_are_about(command: str, before: str, after: str, ends: str) -> None:
    Path("f.yaml").write_bytes(before.replace("\n", ends).encode())
    result = run(*command.split(), "--plan", "f.yaml")
    assert result.code == 0, result.err
    written = Path("f.yaml").read_bytes().decode()
    assert written.partition("done:" + ends)[0] == after.replace("\n", ends)  # a choice is done on the day it is made


TEXTS = st.sampled_from(["card", "a: b", "# no", "", "한글", "- x", "[", "x:", "null"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=5)


def flow(value: Any) -> str:
    """Return a value in flow style with a comment above each entry, one on its line, and one before the end."""
    if isinstance(value, str):
        return f'"{value}"'
    named = isinstance(value, dict)
    items = [f'"{name}": {flow(item)}' for name, item in value.items()] if named else [flow(item) for item in value]
    inside = ", # beside {n}\n".join(f"\n# above {{n}}\n{item}" for item in items)
    return f"{'{' if named else '['} # head {{n}}{inside}\n# end {{n}}\n{'}' if named else ']'}"


def block(value: Any, indent: str) -> str:
    """Return a value in block style, behind its key, with comments as in :func:`flow`."""
    if isinstance(value, str) or not value:
        return f' "{value}" # beside {{n}}\n' if isinstance(value, str) else f" {value} # beside {{n}}\n"
    items = value.items() if isinstance(value, dict) else [(None, item) for item in value]
    lines = (
        f"{indent}# above {{n}}\n{indent}{f'{name}:' if name else '-'}{block(item, indent + '  ')}"
        for name, item in items
    )
    return f" # head {{n}}\n{''.join(lines)}"


def numbered(text: str) -> str:
    parts = text.split("{n}")
    return "".join(f"{part}{number}" for number, part in enumerate(parts[:-1])) + parts[-1]


def grown(value: Any) -> Any:
    """Return a value with more in it, and its lists turned round."""
    if isinstance(value, dict):
        return {**{name: grown(item) for name, item in value.items()}, "new": "x"}
    return ["new", *reversed(value)] if isinstance(value, list) else value


@given(TABLES, st.none() | TABLES, st.booleans())
def test_no_comment_on_its_own_line_is_lost_and_none_of_what_stays(
    before: dict[str, Any], after: dict[str, Any] | None, flowing: bool
) -> None:
    before = {"kind": "plan", **before}
    text = numbered(flow(before) + "\n" if flowing else block(before, "").removeprefix(" "))
    assert parse(text.encode(), "x").value == before
    assert revised(text, before) == text
    value = grown(before) if after is None else {"kind": "plan", **after}
    new = revised(text, value)
    assert parse(new.encode(), "x").value == value
    told = re.findall("# (?:above|end|head|beside) [0-9]+" if after is None else "# (?:above|end) [0-9]+", text)
    assert [comment for comment in told if not re.search(f"{comment}(?![0-9])", new)] == []
