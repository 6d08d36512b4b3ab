"""Pages that are too old to rely on are told by every command whose answer rests on them, in one line."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from support import run, shipped, too_wide

LINES = [
    ("select-pg", "--one-time", "card", "--billing", "card", "--no-save"),
    ("select-pg", "--overseas", "crypto", "--portone", "v1", "--no-save"),  # nothing is recommended
    ("next-steps", "--gateway", "kcp", "--one-time", "card", "--no-save"),
    ("next-steps", "--gateway", "kcp", "--platform", "builder", "--no-save"),
    ("checklist", "--goods", "physical", "--one-time", "card", "--no-save"),
    ("need-new-mid", "--gateway", "nice", "--gateway", "kcp", "--change", "add_billing", "--no-save"),
    ("fees",),
    ("compare", "kcp", "nice"),
    ("compare",),
]


def days() -> Iterator[date]:
    """Yield the days around which a page gets old, and one on which all are."""
    for checked in sorted({page.checked for page in shipped().sources.sources.values()}):
        yield from (checked + timedelta(180), checked + timedelta(181))


def told(line: tuple[str, ...], day: date) -> dict[str, Any]:
    ended = run(*line, f"--as-of={day}", "--json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def urls_in(value: Any) -> Iterator[str]:
    """Yield every address in an answer."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from urls_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from urls_in(inner)
    elif isinstance(value, str) and value.startswith("https://"):
        yield value


@pytest.mark.parametrize("line", LINES)
def test_old_pages_are_counted_by_their_content(line: tuple[str, ...]) -> None:
    checked = {page.url: page.checked for page in shipped().sources.sources.values()}
    for day in days():
        answer = told(line, day)
        old = answer.pop("old_sources")
        named = {url for url in urls_in(answer) if url in checked}
        late = {url for url in named if (day - checked[url]).days > 180}
        if old is None:
            assert not late
            continue
        assert set(old["urls"]) <= late
        assert old["count"] == len(old["urls"]) == len(set(old["urls"])) > 0
        assert old["oldest"] == str(min(checked[url] for url in old["urls"]))
        assert (old["older_than_days"], old["pages"] >= old["count"]) == (180, True)
    assert old is not None  # on the last day every page is old
    assert old["count"] == old["pages"]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("width", [80, 60])
def test_old_pages_are_one_line_above_the_pages(
    line: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    first, *_, last = days()
    fresh, old = (run(*line, f"--as-of={day}") for day in (first, last))
    assert (fresh.code, old.code) == (0, 0)
    assert too_wide(old.out, width) == []
    old.out.encode("cp949")
    assert "일 넘은 내용" not in "".join(fresh.out.split("\n"))
    above, mark, below = "".join(old.out.split()).partition("180일넘은내용입니다")
    assert mark
    assert mark not in below
    assert "오래됨" not in above
    assert ("오래됨" in below) == ("출처-" in below)  # page by page only where the pages are listed
