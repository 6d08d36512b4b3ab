"""What is looked for on a site and the checklist each speak of the other: a hole on either side is told."""

import re

import pytest

from portone_guide.rules.errors import RuleFileError
from portone_guide.rules.loader import parse_files
from portone_guide.rules.reading.cache import RuleText
from support import DATA, rule_texts


def told(kind: str, pattern: str, instead: str) -> list[str]:
    """Return what is told of the shipped files with one place of one file changed."""
    texts = rule_texts(DATA)
    text = texts[kind].data.decode()
    changed, count = re.subn(pattern, instead, text, count=1)
    assert count == 1
    try:
        parse_files({**texts, kind: RuleText(texts[kind].name, changed.encode())})
    except RuleFileError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("kind", "pattern", "instead", "says"),
    [
        ("checklist", r"\n    seen_by: \[escrow\]", "", "이 표시로 보는 항목이 없습니다"),
        ("checklist", r"seen_by: \[escrow\]", "seen_by: [escrow, cart]", "이 표시로 보는 항목이 있습니다: alone을"),
        ("checklist", r"seen_by: \[escrow\]", "seen_by: [escrows]", "escrow"),
        (
            "site_signs",
            r"\[이메일, 이메일주소",
            "[이메일, 전화번호, 이메일주소",
            "다른 것의 말이기도 합니다: '전화번호'",
        ),
        ("site_signs", r"\n  escrow:", "\n  escrou:", "escrou"),
    ],
)
def test_a_hole_is_told_with_its_place(kind: str, pattern: str, instead: str, says: str) -> None:
    problems = told(kind, pattern, instead)
    assert any(says in problem for problem in problems), problems
    assert all(re.match(r"[^:]+:\d+:\d+: ", problem) for problem in problems)


def test_a_sign_without_a_row_is_told() -> None:
    text = rule_texts(DATA)["site_signs"].data.decode()
    row = re.search(r"\n  cart:.*?(?=\n  order_page:)", text, re.DOTALL)
    assert row is not None
    problems = told("site_signs", re.escape(row.group()), "")
    assert any("찾을 것이 빠졌습니다: 'cart'" in problem for problem in problems), problems
