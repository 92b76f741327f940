"""Barcodes drawn in SVG, as the common programs write them."""

import io

import pytest

from auditor.collect.extract import read
from auditor.core.document import Document, Resource
from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found

segno = pytest.importorskip("segno")
OURS = "Meet Rosalind Achterberg at the door"
NEAR = "Meet Rosalind Achterbosch at the door"
_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">'


def _matrix(text: str) -> list[tuple[int, int]]:
    rows = segno.make(text, micro=False).matrix
    return [(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]


def stroked(text: str) -> str:
    out = io.BytesIO()
    segno.make(text).save(out, kind="svg", scale=4)
    return out.getvalue().decode()


def rectangles(text: str) -> str:
    modules = "".join(
        f'<rect x="{x * 3}mm" y="{y * 3}mm" width="3mm" height="3mm"/>' for x, y in _matrix(text)
    )
    return f'{_OPEN}<rect fill="#fff" width="100%" height="100%"/>{modules}</svg>'


def white_over_black(text: str) -> str:
    rows = segno.make(text, micro=False).matrix
    side = len(rows)
    modules = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1" style="fill:{"#000" if dark else "#ffffff"}"/>'
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
    )
    return f'{_OPEN}<rect width="{side}" height="{side}"/>{modules}</svg>'


def one_path(text: str) -> str:
    return f'{_OPEN}<path d="{"".join(f"M{x},{y}h1v1h-1z" for x, y in _matrix(text))}"/></svg>'


def absolute_path(text: str) -> str:
    steps = " ".join(f"M {x} {y} H {x + 1} V {y + 1} H {x} Z" for x, y in _matrix(text))
    return f'{_OPEN}<path fill="black" d="{steps}"/></svg>'


def symbols(text: str) -> str:
    modules = "".join(f'<use x="{x}" y="{y}" href="#m"/>' for x, y in _matrix(text))
    return f'{_OPEN}<defs><path id="m" d="M0 0h1v1H0z"/></defs>{modules}</svg>'


WAYS = [stroked, rectangles, white_over_black, one_path, absolute_path, symbols]


@pytest.mark.parametrize("write", WAYS, ids=lambda write: write.__name__)
def test_a_drawn_code_is_read(write) -> None:
    assert found("image/svg+xml", write(OURS)) == {Kind.PERSON}
    assert not found("image/svg+xml", write(NEAR))
    assert found("text/html", f"<!doctype html><p>x</p>{write(OURS)}") == {Kind.PERSON}


def document(body: str) -> Document:
    return read(Resource("https://a.example/x.svg", body.encode(), "image/svg+xml"))


def test_a_code_that_cannot_be_read_is_listed() -> None:
    modules = [(x, y) for x, y in _matrix(OURS) if x > 8 or y > 8]
    drawing = "".join(f'<rect x="{x}" y="{y}" width="1" height="1"/>' for x, y in modules)
    [entry] = document(f"{_OPEN}{drawing}</svg>").unchecked
    assert "barcode" in entry.reason


@pytest.mark.parametrize(
    "drawing",
    [
        "".join(f'<rect x="{3 * x}" y="{100 - x % 37}" width="2" height="{x % 37}"/>' for x in range(1, 120)),
        '<path d="' + "".join(f"M{x} {x % 7}l3 4" for x in range(200)) + '"/>',
        '<path d="M0 0h' + "h".join(["1"] * 500) + '"/>',
    ],
    ids=["chart", "strokes", "one line"],
)
def test_other_drawings_are_not_listed(drawing: str) -> None:
    assert document(f"{_OPEN}{drawing}</svg>").unchecked == ()
