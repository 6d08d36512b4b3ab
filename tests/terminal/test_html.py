"""Blocks as one HTML page, read back by an HTML parser: all text is there, and none of it is anything else."""

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hostile_pages import HOSTILE, Read, every_block
from portone_guide.terminal.blocks import (
    Bullets,
    Chart,
    Command,
    Days,
    Heading,
    Linked,
    Page,
    Part,
    Point,
    Section,
    Span,
    Text,
    Timeline,
    document,
)
from portone_guide.terminal.html import html
from portone_guide.terminal.text import clean

texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=5).map("".join)


@given(texts)
def test_text_of_others_is_text_and_changes_nothing_else(text: str) -> None:
    plain, hostile = Read(html(every_block("[[가]]"))), Read(html(every_block(f"[[{text}]]")))
    if "https://" not in text:
        assert hostile.shape() == plain.shape()
    said = _without_spaces(clean(f"[[{text}]]"))
    assert _without_spaces("".join(hostile.text)).count(said) == "".join(plain.text).count("[[가]]")


def _without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(st.text(st.sampled_from("ab<>\"'&/:.#?=\u202e"), max_size=20))
def test_only_whole_addresses_become_links_and_only_to_https(end: str) -> None:
    read = Read(
        html(
            (Heading("글"), Text(f"https://{end}"), Text(f"출처: https://{end}"), Bullets((("쪽", f"https://{end}"),)))
        )
    )
    links = [attrs for tag, attrs in read.tags if tag == "a" and attrs.get("class") != "skip"]
    assert len(links) == 3
    for attrs in links:
        assert attrs.keys() == {"href", "rel"}
        assert str(attrs["href"]).startswith("https://")


def test_nothing_is_asked_of_anybody_and_nothing_runs() -> None:
    read = Read(html(every_block("가")))
    kinds = {tag for tag, _ in read.tags}
    assert not kinds & {"script", "img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    for _, attrs in read.tags:
        assert not any(name.startswith("on") or name in {"style", "src"} for name in attrs)
    (icon,) = (attrs["href"] for tag, attrs in read.tags if tag == "link")
    assert icon == "data:,"
    assert "url(" not in html(every_block("가"))


def test_the_policy_lets_this_style_in_and_nothing_else() -> None:
    page = html((Heading("글"),))
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = (attrs["content"] for _, attrs in Read(page).tags if attrs.get("http-equiv"))
    assert str(policy).startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")


def test_one_title_and_a_table_of_contents_that_leads_to_every_section() -> None:
    sections = tuple(Section(name, name, (Heading("속"), Text(name))) for name in ("하나", "둘", "셋"))
    read = Read(html(document("제목", Page((Part((Text("답"),)),), sections, (Command("c", "왜"),)))))
    count = Counter(tag for tag, _ in read.tags)
    assert (count["h1"], count["h2"], count["h3"], count["title"]) == (1, 5, 3, 1)  # with 차례 and 다음에 할 일
    ids = [str(attrs["id"]) for _, attrs in read.tags if "id" in attrs]
    assert len(set(ids)) == len(ids)
    inside = {str(attrs["href"])[1:] for tag, attrs in read.tags if tag == "a"}
    assert inside <= set(ids)
    headings = {str(attrs["id"]) for tag, attrs in read.tags if tag in {"h2", "h3"}} - {"contents"}
    assert headings <= inside


@given(st.lists(st.integers(0, 4), max_size=12))
def test_no_level_of_headings_is_jumped_over(depths: list[int]) -> None:
    screen = (Heading("제목"), *(Heading("머리", depth) for depth in depths))
    body = html(screen).partition("<main")[2]
    levels = [1, *(int(tag[1]) for tag, _ in Read(f"<main{body}").tags if re.fullmatch("h[1-6]", tag))]
    assert len(levels) == len(depths) + 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_both_sources_of_a_dispute_are_links() -> None:
    claims = tuple(Linked(f"{name}: 됨", f"https://{name}.example/") for name in ("a", "b"))
    read = Read(html((Heading("글"), Bullets((("어긋남", *claims),)))))
    links = [str(attrs["href"]) for tag, attrs in read.tags if tag == "a" and "rel" in attrs]
    assert links == ["https://a.example/", "https://b.example/"]


def test_every_line_of_a_chart_is_told_in_figures_too() -> None:
    chart = Chart(
        "비용", "월 매출", ((1, "1만 원"), (2, "2만 원")), (("가", (Point(5, 5, "5원"), Point(9, 9, "9원"))),)
    )
    page = html((Heading("글"), chart))
    rows = Read(page.partition("<table>")[2].partition("</table>")[0]).text
    assert [text for text in rows if text.strip()] == ["월 매출", "가", "1만 원", "5원", "2만 원", "9원"]


def test_marks_of_days_stand_where_the_days_are() -> None:
    ten = Days(date(2026, 11, 21), date(2026, 11, 25), date(2026, 11, 30))
    block = Timeline((Span("가", ten, done=False, open_ended=False, text="글"),), ("a", "b", "c", "d"))
    rects = [attrs for tag, attrs in Read(html((Heading("글"), block))).tags if tag == "rect"][:2]
    starts = [float(str(attrs["x"]).rstrip("%")) for attrs in rects]
    widths = [float(str(attrs["width"]).rstrip("%")) for attrs in rects]
    assert starts[0] == 0
    assert widths[0] == widths[1] == starts[1]  # five days each
