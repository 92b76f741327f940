"""CSV that a spreadsheet reads as text, never as a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.report.tables import as_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", '=HYPERLINK("http://x")', "＝1", "\r=1"]
)
def test_formulas_become_text(text):
    assert read(as_csv(("a",), [(text,)]))[1] == [f"'{text}"]


@settings(max_examples=100)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2), max_size=4
    )
)
def test_every_cell_comes_back_and_none_computes(rows):
    back = read(as_csv(("a", "b"), rows))
    assert len(back) == len(rows) + 1
    for row, cells in zip(rows, back[1:], strict=True):
        for text, cell in zip(row, cells, strict=True):
            assert cell in (text, f"'{text}")
            assert not cell.strip().startswith(("=", "+", "-", "@"))
