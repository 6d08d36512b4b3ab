"""What leaves the program: nothing in it moves a cursor, and what is long is short."""

import io
import json
import sys
from unittest import mock

import pytest

from attack.evil import EVIL, HIDDEN
from portone_guide.needs.lookup import nearest
from portone_guide.terminal import out
from portone_guide.terminal.blocks import Bullets, Code, Column, Heading, Screen, Table, Task, Tasks, Text
from portone_guide.terminal.markdown import markdown
from portone_guide.terminal.plain import plain_text
from portone_guide.terminal.text import clean, one_line
from support import keeps_to_schema, run


def of(text: str) -> Screen:
    return (
        Heading(text),
        Text(text),
        Bullets((text, (text, text))),
        Tasks((Task(text, True, (text,)),)),
        Table((Column(text), Column(text)), ((text, text),)),
        Code("sh", text),
    )


@pytest.mark.parametrize("write", [markdown, plain_text])
def test_no_control_code_leaves_in_a_file(write: object) -> None:
    text = write(of(EVIL))  # type: ignore[operator]
    assert not HIDDEN & set(text)


def test_no_control_code_leaves_by_any_door() -> None:
    for write in (out.say, out.tell, out.write_json, lambda text: out.write_json(text, error=True)):
        stdout, stderr = io.StringIO(), io.StringIO()
        with mock.patch.object(sys, "stdout", stdout), mock.patch.object(sys, "stderr", stderr):
            write(EVIL)
        text = stdout.getvalue() + stderr.getvalue()
        assert text
        assert not HIDDEN & set(text)
        if text.startswith('"'):
            assert json.loads(text) == EVIL, "a program gets what it was"


def test_one_line_is_one_line() -> None:
    line = one_line(f"a\nBcc: x@example.com\r\nb{EVIL}\u2028c")
    assert line == clean(line)
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](https://example.com/x.png)",
        "~~~",
        "```",
        "# title",
        "https://example.com/<script>",
        "label https://example.com/><script>",
        "&lt;b&gt;",
        "| a | b |",
        "<https://example.com>",
    ],
)
def test_no_raw_markup_in_markdown(text: str) -> None:
    """A reader of Markdown makes letters of it, whatever it is."""
    from markdown_it import MarkdownIt

    for screen in (of(text)[:-1], (Bullets((("x", text),)),)):
        made = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(markdown(screen))
        inner = [token for top in made for token in (top, *(top.children or ()))]
        assert not [token for token in inner if token.type in {"html_block", "html_inline", "image", "fence"}]
        links = [str(token.attrs["href"]) for token in inner if token.type == "link_open"]
        assert all(link.startswith("https://example.com") and "<" not in link for link in links)


def test_a_cell_stays_in_its_row() -> None:
    text = markdown((Table((Column("a"), Column("b")), (("x", "1\n2 | 3"),)),))
    assert text.splitlines()[2:] == ["| x | 1 2 \\| 3 |"]


def test_long_values_are_short_in_errors() -> None:
    for arguments in (
        ("select-pg", "--one-time", "x" * 100_000),
        ("select-pg", "--one-time", "card", "--sales", "card=" + "9" * 50_000 + "x"),
        ("next-steps", "--gateway", "y" * 9_999),
        ("rules", "show", "'" * 5_000),
        ("rules", "check", "z" * 9_000),
        ("z" * 20_000,),
        ("select-pg", "--" + "u" * 20_000),
        ("checklist", "--set", "a=" + "b" * 20_000),
        ("next-steps", "--format", "f" * 20_000),
    ):
        told = run(*arguments)
        assert told.code in {2, 4}
        assert max(map(len, told.err.splitlines())) <= 1000
        if told := run(*arguments, "--json").err:
            assert len(told) < 4000


@pytest.mark.parametrize("evil", ["\x1b[2J", "\u202e", "\u2028", "\x9b31m", "a\nb", "\udc80"])
def test_what_was_typed_comes_back_clean(evil: str) -> None:
    for arguments in (
        ("select-pg", "--one-time", evil),
        ("select-pg", "--one-time", "card", "--as-of", evil),
        ("next-steps", "--gateway", evil),
        ("rules", "show", evil),
        ("rules", "check", evil),
        ("rules", "check", f"{evil}/x.yaml", "--json"),
        (evil,),
        ("select-pg", f"--{evil}"),
        ("plan", "show", "--plan", f"{evil}.yaml"),
        ("compare", evil, "--json"),
        ("checklist", "--footer", "--trade-name", evil, "--address", evil),
    ):
        told = run(*arguments)
        assert told.code != 1
        assert clean(told.out + told.err) == told.out + told.err, arguments
        if "--json" in arguments and told.err:
            keeps_to_schema("error", json.loads(told.err))


def test_a_long_name_is_near_to_nothing() -> None:
    assert nearest("k" * 100_000, ["kcp", "nice"]) == ()
