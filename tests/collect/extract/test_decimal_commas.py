"""Decimal commas in separated values part no columns where another sign does."""

import pytest

from auditor.collect.extract import read
from auditor.core.document import Resource


def texts(body: str) -> list[str]:
    return [f.text for f in read(Resource("https://example.org/places.csv", body.encode())).fragments]


@pytest.mark.parametrize(
    "body",
    ["lat;lon\n39,78172;-89,65015\n", "lat\tlon\n39,78172\t-89,65015\n", "lat|lon\n39,78172|-89,65015\n"],
)
def test_positions_with_decimal_commas(body: str) -> None:
    assert "geo:39.78172,-89.65015" in texts(body)


def test_figures_between_commas_are_columns() -> None:
    assert "12, 1247 North Maple Street, 5" in "\n".join(texts("12,1247 North Maple Street,5\n13,4,5\n"))
    assert "1, 2, 3" in "\n".join(texts("1,2,3\n4,5,6\n"))
