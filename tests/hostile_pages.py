"""A page with a text of others in every place that there is, and what a parser makes of a page."""

from datetime import date
from html.parser import HTMLParser

from portone_guide.terminal.blocks import (
    Bar,
    Bars,
    Bullets,
    Chart,
    Code,
    Column,
    Command,
    Days,
    Heading,
    Linked,
    Point,
    Screen,
    Span,
    Table,
    Task,
    Tasks,
    Text,
    Timeline,
)

DAYS = Days(date(2026, 11, 23), date(2026, 12, 2), date(2026, 12, 9))


def every_block(said: str) -> Screen:
    """Return a screen with a text in each place that a block has for one."""
    points = (Point(1, 2, said), Point(2, 4, said))
    return (
        Heading(said),
        Text(said),
        Heading(said),
        Bullets((said, (said, said))),
        Bullets(((Linked(said, "https://a.example/"),),)),
        Heading(said, 1),
        Tasks((Task(said, done=True, details=(said,), state=said), Task(said, done=False))),
        Heading(said),
        Table((Column(said), Column(said, right=True)), ((said, said),)),
        Bars((Bar(said, 1, 2, said),)),
        Heading(said),
        Chart(said, said, ((1, said), (2, said)), ((said, points),), ((1, said),)),
        Timeline((Span(said, DAYS, done=False, open_ended=True, text=said, group=said),), (said, said, said, said)),
        Command(said, said),
        Code("js", said),
    )


class Read(HTMLParser):
    """What a parser makes of a page: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def shape(self) -> list[tuple[str, dict[str, str | None]]]:
        """Return the elements, with what is said in their attributes left out."""
        return [(tag, {key: None if key in _SAYING else attrs[key] for key in attrs}) for tag, attrs in self.tags]


_SAYING = {"aria-label", "class"}
HOSTILE = (
    *("<script>alert(1)</script>", "</style>", "</title>", "</pre>", "<!--", "-->", "]]>", "&lt;", "&#x3c;", "\"'"),
    *("<img src=x onerror=alert(1)>", "javascript:alert(1)", "http://a.example", "{{1}}", "\x00", "\u202e", "\r"),
    *("<svg onload=alert(1)>", "' onclick='alert(1)", "\ud800"),
)
