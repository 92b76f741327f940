"""Barcodes drawn without a picture: cells, boxes, shadows and block characters."""

import json
from collections.abc import Callable
from itertools import groupby

import pytest

from auditor.collect.extract import read
from auditor.core.document import Document, Resource
from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found

segno = pytest.importorskip("segno")
OURS = "Meet Rosalind Achterberg at the door"
NEAR = "Meet Rosalind Achterbosch at the door"


def _rows(text: str, margin: int = 0) -> list[list[bool]]:
    rows = [[bool(dark) for dark in row] for row in segno.make(text, micro=False).matrix]
    side = len(rows) + 2 * margin
    beside, empty = [False] * margin, [[False] * side] * margin
    return [*empty, *([*beside, *row, *beside] for row in rows), *empty]


def _table(text: str, cell: Callable[[bool], str], head: str = "", row: str = "<tr>{}</tr>\n") -> str:
    return f"{head}<table>{''.join(row.format(''.join(map(cell, r))) for r in _rows(text))}</table>"


def coloured(text: str) -> str:
    return _table(text, lambda dark: f'<td width=4 bgcolor="{"#000000" if dark else "#FFFFFF"}"></td>')


def never_closed(text: str) -> str:
    return _table(text, lambda dark: f'<td style="background:{"#111" if dark else "#eee"}">', row="<tr>{}")


def filled(text: str) -> str:
    return _table(text, lambda dark: f'<TD BGCOLOR="{"black" if dark else "white"}">&nbsp;</TD>')


def classes(text: str) -> str:
    head = "<style>td.d, .x{background:rgb(0, 0, 80)} td{width:4px}</style>"
    return _table(text, lambda dark: "<td class=d></td>" if dark else "<td></td>", head)


def classes_of_another_file(text: str) -> str:
    return _table(text, lambda dark: f'<td class="{"on" if dark else "off"}"></td>')


def spans(text: str) -> str:
    rows = (
        "".join(
            f"<td colspan={len(list(run))} bgcolor={'#000' if dark else '#fff'}></td>"
            for dark, run in groupby(row)
        )
        for row in _rows(text)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def boxes(text: str) -> str:
    rows = (
        "".join(f'<div style="width:4px;background:{"#000" if dark else "#fff"}"></div>' for dark in row)
        for row in _rows(text)
    )
    return "".join(f"<div class=row>{row}</div>" for row in rows)


def boxes_in_one_flow(text: str) -> str:
    cells = "".join(f"<i class={'d' if dark else 'l'}></i>" for row in _rows(text, 4) for dark in row)
    return f"<style>.d{{background-color:black}}</style><div>{cells}</div>"


def shadows(text: str) -> str:
    points = ", ".join(
        f"{4 * x + 4}px {4 * y + 4}px 0 #000"
        for y, row in enumerate(_rows(text))
        for x, dark in enumerate(row)
        if dark
    )
    return f'<div style="width:4px;height:4px;box-shadow: {points}"></div>'


def shadows_of_a_rule(text: str) -> str:
    points = ",".join(
        f"rgb(0,0,0) {x}em {y}em" for y, row in enumerate(_rows(text)) for x, dark in enumerate(row) if dark
    )
    return f"<style>#q{{width:1em;box-shadow:{points}}}</style><div id=q></div>"


def half_blocks(text: str, margin: int = 2, *, is_dark_on_light: bool = True) -> str:
    rows = _rows(text, margin)
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    signs = " ▀▄█" if is_dark_on_light else "█▄▀ "
    pairs = zip(rows[0::2], rows[1::2], strict=True)
    return "\n".join("".join(signs[a + 2 * b] for a, b in zip(*pair, strict=True)) for pair in pairs)


def whole_blocks(text: str) -> str:
    return "\n".join("".join("██" if dark else "  " for dark in row) for row in _rows(text))


def number_signs(text: str) -> str:
    return "\n".join("  " + "".join("##" if dark else "  " for dark in row) for row in _rows(text))


def squares(text: str) -> str:
    return "\n".join("".join("⬛" if dark else "⬜" for dark in row) for row in _rows(text, 1))


MARKUP = (
    coloured,
    never_closed,
    filled,
    classes,
    classes_of_another_file,
    spans,
    boxes,
    boxes_in_one_flow,
    shadows,
    shadows_of_a_rule,
)
CHARACTERS = (half_blocks, whole_blocks, number_signs, squares)


def page(body: str) -> Document:
    return read(Resource("https://example.org/", f"<p>Scan</p>{body}<p>Bye</p>".encode(), "text/html"))


@pytest.mark.parametrize("draw", MARKUP)
def test_a_code_made_of_elements_is_read(draw: Callable[[str], str]) -> None:
    for text, kinds in ((OURS, {Kind.PERSON}), (NEAR, set())):
        body = f"<p>Scan</p>{draw(text)}<p>Bye</p>"
        assert found("text/html", body) == kinds
        codes = [f.text for f in page(draw(text)).fragments if f.carrier == "barcode"]
        assert codes == [text]


@pytest.mark.parametrize("draw", CHARACTERS)
@pytest.mark.parametrize("frame", ["text", "page", "json"])
def test_a_code_made_of_characters_is_read(draw: Callable[[str], str], frame: str) -> None:
    for text, kinds in ((OURS, {Kind.PERSON}), (NEAR, set())):
        drawn = f"Scan this:\n\n{draw(text)}\n\nThank you"
        body = {"text": drawn, "page": f"<pre>{drawn}</pre>", "json": json.dumps({"motd": drawn})}[frame]
        kind = {"text": "text/plain", "page": "text/html", "json": "application/json"}[frame]
        assert found(kind, body) == kinds


def test_light_on_dark_and_without_a_margin_are_read() -> None:
    assert found("text/plain", half_blocks(OURS, is_dark_on_light=False)) == {Kind.PERSON}
    assert found("text/plain", half_blocks(OURS, 0)) == {Kind.PERSON}
    lines = "".join(f"<div>{line.replace(' ', '&nbsp;')}</div>\n" for line in half_blocks(OURS).split("\n"))
    assert found("text/html", lines) == {Kind.PERSON}


def test_what_seems_a_code_and_is_not_read_is_listed() -> None:
    rows = _rows(OURS)
    side = len(rows)
    broken = [
        [dark if x < 7 or y < 7 else (x * y) % 3 == 0 for x, dark in enumerate(row)]
        for y, row in enumerate(rows)
    ]
    drawn = "\n".join("".join("██" if dark else "  " for dark in row) for row in broken)
    document = read(Resource("https://example.org/a.txt", drawn.encode(), "text/plain"))
    assert side >= 21
    assert [entry.mend for entry in document.unchecked] == ["scan it by hand"]


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + ("<tr>" + "<td>1</td>" * 30 + "</tr>") * 30 + "</table>",
        "<table>" + ("<tr>" + '<td class="free"></td>' * 31 + "</tr>") * 25 + "</table>",
        "<table>" + ("<tr>" + ("<td class=a></td><td></td>" * 15) + "</tr>") * 30 + "</table>",
        "<pre>" + "\n".join("█" * 20 + " " * n for n in range(30)) + "</pre>",
        '<p style="box-shadow: 0 1px 2px #000, 0 0 4px rgba(0,0,0,.2)">x</p>',
    ],
)
def test_calendars_banners_and_shades_are_no_codes(body: str) -> None:
    document = page(body)
    assert not document.unchecked
    assert not [f for f in document.fragments if f.carrier == "barcode"]
