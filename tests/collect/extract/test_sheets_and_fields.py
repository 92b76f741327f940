"""Formulas of sheets, XML kept in documents, cells of several lines, fields of press pictures."""

import io
import struct
import zipfile
from html import escape

import pytest
from PIL import Image

from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def package(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def sheet(cells: dict[str, str]) -> bytes:
    """A workbook of one sheet; what begins with "=" is a formula without its result."""
    rows = "".join(
        f'<row r="{number}"><c r="{name}" t="str">'
        + (f"<f>{escape(text[1:])}</f>" if text[0] == "=" else f"<v>{escape(text)}</v>")
        + "</c></row>"
        for number, (name, text) in enumerate(cells.items(), 1)
    )
    return package({"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>"})


FORMULAS = {
    "added": {"A1": '="R"&"osalind A"&"{0}"'},
    "function": {"A1": '=CONCATENATE("Rosa","lind"," A", "{0}")'},
    "cells": {"D5": "Rosa", "B2": "note", "F9": "lind A{0}", "A9": "=D5&$F$9"},
    "range": {"C1": "R", "A4": "osalind", "C2": " A{0}", "Z1": "=CONCAT(C1,A4,C2:C2)"},
    "delimiter": {"C1": "Rosalind", "B7": "x", "C2": "A{0}", "Z1": '=TEXTJOIN(" ",TRUE,C1:C2)'},
}


@pytest.mark.parametrize("way", FORMULAS)
def test_a_formula_is_put_together(way: str) -> None:
    cells = FORMULAS[way]
    for rest, kinds in (("chterberg", {Kind.PERSON}), ("chterbosch", set())):
        assert found(XLSX, sheet({name: text.format(rest) for name, text in cells.items()})) == kinds


def test_a_range_without_end_and_a_formula_of_numbers_are_passed_over() -> None:
    assert not found(XLSX, sheet({"A1": '="x"&A1:XFD1048576', "A2": "=SUM(A1:A9)"}))


@pytest.mark.parametrize(("town", "is_ours"), [("Springfield", True), ("Shelbyville", False)])
def test_data_kept_beside_a_letter_is_read_by_its_fields(town: str, is_ours: bool) -> None:
    data = f"<a><num>1247</num><note>n</note><street>North Maple Street</street><city>{town}</city></a>"
    letter = package({"word/document.xml": "<w:document/>", "customXml/item1.xml": data})
    assert (found(DOCX, letter) == {Kind.ADDRESS}) is is_ours


@pytest.mark.parametrize(("town", "is_ours"), [("Springfield", True), ("Shelbyville", False)])
def test_the_lines_of_a_cell_are_an_address(town: str, is_ours: bool) -> None:
    body = f'id,address\n1,"1247 North Maple Street\n{town}"\n'
    assert (found("text/csv", body) == {Kind.ADDRESS}) is is_ours


def test_the_lines_of_a_cell_may_be_a_name() -> None:
    assert found("text/csv", 'id,who\n1,"Rosalind\nAchterberg"\n') == {Kind.PERSON}
    assert not found("text/csv", 'id,who\n1,"Rosalind\nAchterbosch"\n')


@pytest.mark.parametrize(("town", "is_ours"), [("Springfield", True), ("Shelbyville", False)])
def test_the_place_of_a_press_picture_is_read_with_its_town(town: str, is_ours: bool) -> None:
    fields = b"".join(
        b"\x1c\x02" + bytes((number,)) + struct.pack(">H", len(text)) + text.encode()
        for number, text in ((90, town), (92, "1247 North Maple Street"))
    )
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(fields)) + fields + b"\0" * (len(fields) % 2)
    segment = b"Photoshop 3.0\0" + block
    out = io.BytesIO()
    Image.new("RGB", (24, 18), "green").save(out, "JPEG")
    body = out.getvalue()
    body = body[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + body[2:]
    assert (found("image/jpeg", body) == {Kind.ADDRESS}) is is_ours
