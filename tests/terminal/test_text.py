"""What a text takes on a terminal, by the library that draws it."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from portone_guide.terminal.split_table import shortened
from portone_guide.terminal.text import cells, clean, pad, wrap

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("가각a .-\n\u0301\ufe0f"),
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
    )
).map(lambda text: unicodedata.normalize("NFD", text))


def test_every_letter_is_measured_as_it_is_drawn() -> None:
    letters = [chr(point) for point in range(sys.maxunicode + 1)]
    assigned = [letter for letter in letters if unicodedata.category(letter) not in HIDDEN]
    assert [letter for letter in assigned if cells(letter) != cell_len(letter)] == []
    assert {cells(letter) for letter in letters if letter != "\n" and unicodedata.category(letter) in HIDDEN} == {1}
    assert max(cells(letter) for letter in assigned) == 2


@pytest.mark.parametrize(("text", "width"), [("한글", 4), ("토스페이먼츠", 12), ("값 a1", 5), ("", 0)])
def test_decomposed_hangul_takes_what_it_shows(text: str, width: int) -> None:
    assert cells(text) == width
    assert cells(unicodedata.normalize("NFD", text)) == width


@given(TEXTS)
def test_what_is_measured_is_what_is_drawn(text: str) -> None:
    assert cells(text) == cells(clean(text)) == cell_len(clean(text))


@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_wrapped_lines_fit_and_say_the_same(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert [line for line in lines if cells(line) > width and " " in line.strip(" ")] == []


def test_lines_break_between_words_only() -> None:
    assert wrap("가나 다라 https://a.example/b-c-d-e\n\n마", 10) == ["가나 다라", "https://a.example/b-c-d-e", "", "마"]


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_shortened_text_fits_and_is_as_long_as_may_be(text: str, width: int) -> None:
    found = shortened(text, width)
    assert cells(found) <= width
    if found != clean(text):
        assert cells(text) > width
        assert clean(text).startswith(found.removesuffix(".."))
        assert cells(found) >= width - 1


@given(TEXTS, st.integers(min_value=0, max_value=30), st.booleans())
def test_padded_text_is_as_wide_as_asked_unless_it_was_wider(text: str, width: int, right: bool) -> None:
    padded = pad(text, width, right=right)
    assert cells(padded) == max(width, cells(text))
    assert padded.strip(" ") == text.strip(" ")


def test_what_programs_read_starts_without_rich() -> None:
    code = (
        "import sys\n"
        "from portone_guide.terminal import blocks, markdown, plain, show, split_table, text\n"
        "text.clean('가'), text.won_range(1, 2), split_table.shortened('가나', 4), plain.plain_text(())\n"
        "markdown.markdown((blocks.Text('가'),))\n"
        "sys.exit(', '.join({'rich', 'questionary', 'prompt_toolkit', 'wcwidth'} & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
