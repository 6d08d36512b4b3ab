"""An answer in two steps: what fits a terminal, and everything."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portone_guide.terminal.blocks import Bullets, Page, Part, Section, Text
from portone_guide.terminal.first_view import LINES, first_view
from portone_guide.terminal.render import drawn
from portone_guide.terminal.show import NoSectionError, View, show, show_page

SECTIONS = (Section("cost", "비용", (Text("만 원"),)), Section("sources", "출처", (Text("쪽"),)))
PAGE = Page((Part((Text("답"),)), Part((Text("덤"),), rank=1)), SECTIONS)


def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def lines(page: Page) -> list[str]:
    return drawn(first_view(page, lambda screen: drawn(screen).count("\n"))).splitlines()


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 9)), min_size=1, max_size=12))
def test_it_fits_and_the_weightier_stays(parts: list[tuple[int, int]]) -> None:
    page = Page(tuple(Part((Bullets((str(rank),) * size),), rank) for size, rank in parts), SECTIONS)
    shown = lines(page)
    assert len(shown) <= LINES
    stayed = [int(line[2:]) for line in shown if line.startswith("- ")]
    assert max(stayed) == max(rank for _, rank in parts)
    assert shown[-1].startswith("더 보기")


def test_the_first_view_names_every_section(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_terminal(monkeypatch)
    show_page(PAGE, View(plain=True))
    assert capsys.readouterr().out.splitlines() == [
        "답", "덤", "더 보기: --all(모두), --section 이름: cost(비용), sources(출처)",
    ]  # fmt: skip


def test_a_pipe_gets_everything_and_no_spaces_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    show_page(PAGE, View())
    out = capsys.readouterr().out
    assert "더 보기" not in out
    assert [line for line in out.splitlines() if line in {"답", "덤", "만 원", "쪽"}] == ["답", "덤", "만 원", "쪽"]
    assert all(line == line.rstrip() for line in out.splitlines())


def test_one_section(capsys: pytest.CaptureFixture[str]) -> None:
    show_page(PAGE, View(plain=True, section="cost"))
    assert capsys.readouterr().out == "[비용]\n만 원\n"
    with pytest.raises(NoSectionError) as error:
        show_page(PAGE, View(section="papers"))
    assert error.value.there == ("cost", "sources")


def test_everything_goes_through_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch)
    paged: list[str] = []
    monkeypatch.setattr("pydoc.pager", paged.append)
    show_page(PAGE, View(plain=True, everything=True))
    assert paged == ["답\n덤\n\n[비용]\n만 원\n\n[출처]\n쪽\n"]


@pytest.mark.parametrize(("count", "is_paged"), [(3, False), (60, True)])
def test_a_list_taller_than_the_terminal_goes_through_the_pager(
    count: int, is_paged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    read: list[str] = []
    monkeypatch.setattr("pydoc.pager", read.append)
    show((Bullets(tuple(f"{number}곳" for number in range(count))),), plain=True)
    assert bool(read) == is_paged
