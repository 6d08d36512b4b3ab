"""Blocks as one HTML page: everything is said, nothing of it is markup of others, nothing is fetched."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from portone_guide.terminal.blocks import Bar, Bars, Bullets, Code, Column, Command, Heading, Table, Task, Tasks, Text
from portone_guide.terminal.html import html

NASTY = st.text(st.sampled_from("가<>&\"'`a /=\x1b\u202e"), min_size=1, max_size=20)
TAGS = frozenset(
    "html head meta title style body h1 h2 p ul li small a pre table tr th td".split()  # noqa: SIM905
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.said = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@given(NASTY)
def test_what_others_wrote_stays_text(nasty: str) -> None:
    screen = (
        Heading(nasty),
        Text(nasty, "bad"),
        Bullets(((nasty, nasty),)),
        Tasks((Task(nasty, done=True, details=(nasty,)),)),
        Table((Column(nasty), Column("b")), ((nasty, nasty),)),
        Bars((Bar(nasty, 1, 2, nasty),)),
        Command(nasty, nasty),
        Code("js", nasty),
    )
    page = read(html(screen))
    assert page.tags <= TAGS
    assert page.addresses == []
    clean = re.sub("[\x1b\u202e]", "?", nasty)
    assert page.said.count(clean) >= 14
    assert "\x1b" not in html(screen)


def test_an_address_is_a_link_and_nothing_is_fetched() -> None:
    page = read(html((Heading("제목"), Text("https://a.example/b?c=1&d"), Text("see https://a.example"))))
    assert page.addresses == ["https://a.example/b?c=1&d"]
    assert "제목" in page.said
