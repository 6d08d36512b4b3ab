"""Tables that are split to fit a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from portone_guide.terminal.blocks import Column, Table
from portone_guide.terminal.split_table import shortened, split_to_fit
from portone_guide.terminal.text import cells


@given(
    st.lists(st.lists(st.text("가나ab1.% ", max_size=12), min_size=6, max_size=6), max_size=4),
    st.integers(min_value=10, max_value=120),
)
def test_a_split_table_fits_and_keeps_every_cell(rows: list[list[str]], width: int) -> None:
    columns = tuple(Column(f"칸{number}") for number in range(6))
    parts = split_to_fit(Table(columns, tuple(map(tuple, rows))), width)
    assert [column for part in parts for column in part.columns[1:]] == list(columns[1:])
    assert all(part.columns[0] == columns[0] for part in parts)
    for number, row in enumerate(rows):
        assert [cell for part in parts for cell in part.rows[number][1:]] == row[1:]
    for part in parts:
        lines = [tuple(column.title for column in part.columns), *part.rows]
        needed = sum(max(cells(line[index]) for line in lines) + 3 for index in range(len(part.columns))) - 3
        assert needed <= width or len(part.columns) == 2


@given(st.text("가나다ab(", max_size=20), st.integers(min_value=2, max_value=30))
def test_shortened_text_fits(text: str, width: int) -> None:
    found = shortened(text, width)
    assert cells(found) <= width
    assert found == text if cells(text) <= width else found.endswith("..")
