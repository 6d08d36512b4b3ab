"""What ``rules`` says of checks and pages."""

from collections.abc import Mapping
from typing import Final

from portone_guide.facts.answer import SourceAge
from portone_guide.facts.rules.answer import Checked, Counts

_COUNTED: Final[Mapping[str, str]] = {
    "gateways": "결제대행사 {}곳",
    "modules": "모듈 {}개",
    "support": "지원 행 {}개",
    "fees": "요금 {}개",
    "conflicts": "어긋남 {}건",
    "sources": "출처 {}쪽",
}


def passed_text(checked: Checked, counts: Counts) -> str:
    """Return one line for rule files without a mistake."""
    named = f" ({', '.join(checked.files)})" if checked.files else ""
    found = ", ".join(_COUNTED[name].format(f"{number:,}") for name, number in counts._asdict().items())
    rest = f", 출처가 없어 모름으로 답하는 것 {len(checked.missing)}건" if checked.missing else ""
    return f"규칙 파일 통과{named}: {found}{rest}"


def age_text(age: SourceAge) -> str:
    """Return the day of a page's content and its age: ``2026-08-06 내용, 96일 지남``, with 오래됨 where it is."""
    if age.days < 0:
        return f"{age.source.checked} 내용, 기준일보다 {-age.days}일 뒤"
    return f"{age.source.checked} 내용, {age.days}일 지남{', 오래됨' if age.old else ''}"
