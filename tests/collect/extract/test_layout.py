"""Texts by where they stand on a page: columns, words divided at line ends, marks below the line."""

import struct

import pytest

from auditor.collect.extract import read
from auditor.core.document import Resource
from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found


def pdf(pieces: list[tuple[int, int, str]], extra: str = "") -> bytes:
    """A PDF of one page with each text at its place, in points from below; `extra` goes into the catalogue."""
    shown = "".join(f"BT /F 12 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in pieces)
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{extra}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>\nstream\n{shown}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(body)
    body += (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    )
    return body.encode("latin-1")


def columns(given: str, family: str) -> bytes:
    left = ["The office moved last", f"year and {given}", f"{family} now leads it", "with much care"]
    right = ["Other words stand here", "and go on and on like", "this until the very", "end of the page"]
    heading = [(72, 700, "Annual letter of the agency to all of its many friends")]
    rows: list[tuple[int, int, str]] = []
    for number, (a, b) in enumerate(zip(left, right, strict=True)):
        rows += ((72, 660 - 14 * number, a), (320, 660 - 14 * number, b))
    return pdf(heading + rows)


def test_a_page_in_columns_is_read_column_by_column():
    assert found("application/pdf", columns("Rosalind", "Achterberg")) == {Kind.PERSON}
    assert not found("application/pdf", columns("Rosalind", "Achterbosch"))


def test_a_page_in_one_column_is_not_read_twice():
    page = pdf([(72, 700 - 14 * i, f"line {i} of a letter") for i in range(6)])
    document = read(Resource("https://a.example/x.pdf", page, "application/pdf"))
    assert not any("columns" in fragment.where for fragment in document.fragments)


@pytest.mark.parametrize("hyphen", ["-", "\\255"])
@pytest.mark.parametrize(("rest", "is_ours"), [("berg and left", True), ("bosch and left", False)])
def test_a_divided_name_is_put_together(hyphen: str, rest: str, is_ours: bool):
    page = pdf([(72, 700, f"we met at Rosalind Achter{hyphen}"), (72, 686, rest)])
    assert (found("application/pdf", page) == {Kind.PERSON}) is is_ours


@pytest.mark.parametrize(("ending", "is_ours"), [("0148", True), ("0184", False)])
def test_a_number_divided_behind_its_hyphen(ending: str, is_ours: bool):
    page = pdf([(72, 700, "call us at 217-555-"), (72, 686, f"{ending} at night")])
    assert (found("application/pdf", page) == {Kind.PHONE}) is is_ours


def test_a_comma_below_the_line_stays_in_it():
    text = "1247 North Maple Street, Shelbyville, IL 61201"
    letters = [(72 + 12 * i, 700, letter) for i, letter in enumerate(text) if letter != " "]
    shuffled = letters[1::2] + letters[0::2]
    assert not found("application/pdf", pdf(shuffled))
    ours = "1247 North Maple Street, Springfield"
    letters = [(72 + 12 * i, 700, letter) for i, letter in enumerate(ours) if letter != " "]
    assert found("application/pdf", pdf(letters[1::2] + letters[0::2])) == {Kind.ADDRESS}


@pytest.mark.parametrize(("rest", "is_ours"), [("chterberg", True), ("chterbosch", False)])
def test_the_script_of_a_pdf_is_read_as_one(rest: str, is_ours: bool):
    action = f'/OpenAction<</S/JavaScript/JS(app.alert\\("R"+"osalind A"+"{rest}"\\);)>>'
    assert (found("application/pdf", pdf([(72, 700, "x")], action)) == {Kind.PERSON}) is is_ours


def id3(name: bytes, content: bytes) -> bytes:
    frame = name + struct.pack(">I", len(content)) + b"\0\0" + content
    return b"ID3\x03\0\0" + bytes((0, 0, len(frame) >> 7, len(frame) & 0x7F)) + frame + b"\xff\xfb\x90\0" * 40


@pytest.mark.parametrize("name", [b"COMM", b"USLT"])
@pytest.mark.parametrize(("number", "is_ours"), [("217-555-0148", True), ("217-555-0184", False)])
def test_a_remark_in_a_language_is_read_in_its_letters(name: bytes, number: str, is_ours: bool):
    wide = b"\x01eng\xff\xfe\0\0" + number.encode("utf-16")
    narrow = b"\x03eng\0" + number.encode()
    for content in (wide, narrow):
        assert (found("audio/mpeg", id3(name, content)) == {Kind.PHONE}) is is_ours
