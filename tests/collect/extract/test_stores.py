"""Databases, old Office files, fonts, mailboxes, web archives and packed files give back what was planted."""

import bz2
import gzip
import io
import json
import lzma
import plistlib
import sqlite3
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from auditor.collect.extract import read
from auditor.core.document import Document, Resource
from tests.collect.extract.compound import compound, container, record

ADDRESS = "1247 North Maple Street"
NEAR = "1274 North Oak Street"
POSITION = "geo:39.7817,-89.6501"
FILES = Path(__file__).parent / "files"


def document(body: bytes, name: str = "file", declared: str = "") -> Document:
    return read(Resource(f"https://example.org/{name}", body, declared))


def places(doc: Document, text: str) -> set[tuple[str, str]]:
    return {(f.carrier, f.place(f.text.find(text))) for f in doc.fragments if text in f.text}


def database(*statements: tuple[str, tuple[object, ...]]) -> bytes:
    connection = sqlite3.connect(":memory:")
    for statement, values in statements:
        connection.execute(statement, values)
    connection.commit()
    try:
        return connection.serialize()
    finally:
        connection.close()


def test_rows_of_a_database():
    body = database(
        ("CREATE TABLE home (house_number INT, street TEXT)", ()),
        ("INSERT INTO home VALUES (1247, 'North Maple Street')", ()),
        ("CREATE TABLE map (lat REAL, lon REAL)", ()),
        ("INSERT INTO map VALUES (39.7817, -89.6501)", ()),
    )
    doc = document(body)
    assert ("database", "table home, row 1") in places(doc, ADDRESS)
    assert ("database", "table map, row 1") in places(doc, POSITION)
    assert doc.media_type == "application/vnd.sqlite3"
    assert not doc.unchecked


def test_files_and_geometries_in_cells_of_a_database():
    geometry = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIdd", 1, 1, -89.6501, 39.7817)
    body = database(
        ("CREATE TABLE blobs (b BLOB)", ()),
        ("INSERT INTO blobs VALUES (?)", (zlib.compress(f"we are at {ADDRESS}, come in".encode()),)),
        ("INSERT INTO blobs VALUES (?)", (geometry,)),
    )
    doc = document(body)
    assert places(doc, ADDRESS)
    assert places(doc, POSITION)


def test_a_database_cut_short_is_listed_and_its_strings_are_searched():
    body = database(("CREATE TABLE t (t TEXT)", ()), ("INSERT INTO t VALUES (?)", (ADDRESS,)))
    doc = document(body[: len(body) // 2] + body[-200:])
    assert doc.unchecked
    assert places(doc, ADDRESS)


def test_a_binary_property_list():
    value = {"houseNumber": 1247, "street": "North Maple Street", "lat": 39.7817, "lng": -89.6501}
    doc = document(plistlib.dumps(value, fmt=plistlib.FMT_BINARY))
    assert places(doc, ADDRESS)
    assert places(doc, POSITION)


def test_cells_of_an_old_workbook():
    doc = document((FILES / "staff.xls").read_bytes(), "staff.xls")
    assert any(
        carrier == "ole-cell" and "sheet" in place for carrier, place in places(doc, "1247, North Maple")
    )


def test_texts_of_an_old_presentation_in_the_order_of_its_cells():
    stream = (
        record(0x0FA8, b"1247")
        + record(0x0BC3, b"\1\2\3")
        + record(0x0FA0, "North Maple Street".encode("utf-16-le"))
    )
    doc = document(compound({"PowerPoint Document": stream}))
    assert places(doc, "1247\nNorth Maple Street") == {("ole-text", "slides")}


def test_macros_are_unpacked():
    source = f'Attribute VB_Name = "Home"\r\nplace = "{ADDRESS}"\r\n'.encode()
    doc = document(compound({"Module1": b"\1\2\3\4" * 30 + container(source)}))
    assert ("ole-text", "stream Module1, macro 1") in places(doc, ADDRESS)


def test_an_outlook_message():
    doc = document(
        compound(
            {
                "__substg1.0_0037001F": f"Visit {ADDRESS}".encode("utf-16-le"),
                "__substg1.0_10130102": b"<p>1247 <b>North</b> Maple Street, second</p>",
                "__substg1.0_10090102": struct.pack("<II4sI", 0, 0, b"MELA", 0)
                + b"{\\rtf1 1247 North Maple\\~Street, third}",
            }
        )
    )
    assert ("mail-text", "field 0037") in places(doc, ADDRESS)
    assert places(doc, f"{ADDRESS}, second")
    assert places(doc, f"{ADDRESS}, third")


def font(names: list[str], kind: bytes = b"\0\1\0\0") -> bytes:
    pool = b"".join(name.encode("utf-16-be") for name in names)
    records, at = b"", 0
    for number, name in enumerate(names):
        size = len(name) * 2
        records += struct.pack(">6H", 3, 1, 0x409, number, size, at)
        at += size
    table = struct.pack(">3H", 0, len(names), 6 + len(records)) + records + pool
    return kind + struct.pack(">4H", 1, 16, 0, 0) + b"name" + struct.pack(">3I", 0, 28, len(table)) + table


def test_names_in_a_font_stand_apart_from_each_other():
    doc = document(font(["Home Sans", ADDRESS, "Regular"]))
    assert places(doc, f"Home Sans\n{ADDRESS}\nRegular") == {("font-text", "names")}


def test_a_web_font():
    plain = font([ADDRESS, *["Home Sans Regular"] * 20])
    table = plain[28:]
    packed = zlib.compress(table)
    header = b"wOFF" + b"\0\1\0\0" + struct.pack(">I2HI2H5I", 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    entry = b"name" + struct.pack(">4I", 64, len(packed), len(table), 0)
    assert places(document(header + entry + packed), ADDRESS)


def test_a_mailbox():
    message = "From a@b.c Thu Jan  1 00:00:00 2026\nFrom: a@b.c\nSubject: {}\n\n{}\n\n"
    doc = document((message.format("x", "hi") + message.format("y", ADDRESS)).encode(), "a.mbox")
    assert any(place.startswith("message 2") for _, place in places(doc, ADDRESS))


def test_a_web_archive():
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = io.BytesIO(b"<p>1247 <b>North</b> Maple Street</p>")
    writer.write_record(
        writer.create_warc_record("http://e.org/", "response", payload=page, http_headers=headers)
    )
    assert places(document(out.getvalue(), "a.warc.gz"), ADDRESS)


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        (gzip.compress, "a.gz"),
        (bz2.compress, "a.bz2"),
        (lzma.compress, "a.xz"),
        (lambda body: lzma.compress(body, format=lzma.FORMAT_ALONE), "a.lzma"),
        (zlib.compress, "a"),
        (lambda body: b"CWS\x08" + struct.pack("<I", len(body)) + zlib.compress(body), "a.swf"),
    ],
    ids=["gzip", "bzip2", "xz", "lzma", "zlib", "flash"],
)
def test_packed_files(pack, name):
    doc = document(pack(f"We are at {ADDRESS} today.".encode()), name)
    assert places(doc, ADDRESS)
    damaged = document(pack(f"We are at {ADDRESS} today.".encode() * 50)[:60], name)
    assert damaged.unchecked


def test_brotli_is_told_by_its_name():
    import brotli

    assert places(document(brotli.compress(f"<p>{ADDRESS}</p>".encode()), "page.html.br"), ADDRESS)


def test_the_name_of_a_packed_file():
    out = io.BytesIO()
    with gzip.GzipFile(filename=f"{ADDRESS}.txt", mode="wb", fileobj=out) as file:
        file.write(b"x")
    assert ("file-name", "name of the packed file") in places(document(out.getvalue()), ADDRESS)


def test_members_of_ar_and_cpio_archives():
    body = ADDRESS.encode()
    ar = b"!<arch>\n" + b"note.txt/".ljust(48) + b"%-10d`\n" % len(body) + body + b"\n"
    head = b"070701" + b"%08X" * 13 % (1, 0o100644, 0, 0, 1, 0, len(body), 0, 0, 0, 0, 9, 0) + b"note.txt\0"
    cpio = head + b"\0" * (-len(head) % 4) + body + b"\0" * (-len(body) % 4)
    assert {place.partition(",")[0] for _, place in places(document(ar), ADDRESS)} == {"note.txt"}
    assert {place.partition(",")[0] for _, place in places(document(cpio), ADDRESS)} == {"note.txt"}


def test_positions_of_a_shapefile():
    shape = struct.pack(">ii", 1, 10) + struct.pack("<idd", 1, -89.6501, 39.7817)
    header = struct.pack(">i20xi", 9994, (100 + len(shape)) // 2) + struct.pack("<ii", 1000, 1) + b"\0" * 64
    assert places(document(header + shape), POSITION) == {("position", "shapes")}


@pytest.mark.parametrize("name", ["subtitles.mkv", "subtitles.mp4", "chapters.mkv", "title.opus"])
def test_words_in_recordings(name):
    doc = document((FILES / name).read_bytes(), name)
    joined = [" ".join(f.text.split()) for f in doc.fragments]
    assert any(ADDRESS in text for text in joined)
    assert "was not examined" in doc.unchecked[0].reason


def test_the_cover_picture_of_a_recording():
    assert places(document((FILES / "photo.flac").read_bytes()), POSITION)


def test_what_follows_a_picture_is_read():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "JPEG")
    archive = gzip.compress(f"We are at {ADDRESS}.".encode())
    assert places(document(out.getvalue() + archive), ADDRESS)
    assert places(document(out.getvalue() + f"\n{ADDRESS}".encode()), ADDRESS)
    assert len(document(out.getvalue() + b"\0" * 900).fragments) == len(document(out.getvalue()).fragments)


def test_strings_of_unknown_files_in_every_width():
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        for lead in (b"\x00\x01\x02", b"\x81\x01\x02\x03"):
            doc = document(lead + ADDRESS.encode(encoding) + b"\x00\xff" * 30)
            assert places(doc, ADDRESS), (encoding, lead)
            assert not places(doc, NEAR)


def test_unknown_files_are_named_when_their_kind_is():
    doc = document(b"7z\xbc\xaf\x27\x1c" + bytes(range(256)))
    assert doc.unchecked[0].reason.startswith("a 7-Zip archive, which is not unpacked")
    doc = document(b"PAR1" + b"abc" * 30 + b"PAR1")
    assert "Parquet" in doc.unchecked[0].reason


def test_scaled_degrees_arcs_and_routes():
    recorded = {"latitudeE7": 397817000, "longitudeE7": -896501000}
    arcs = {
        "type": "Topology",
        "transform": {"scale": [0.0001, 0.0001], "translate": [-89.66, 39.77]},
        "objects": {"home": {"type": "Point", "coordinates": [99, 117]}},
    }
    for value in (recorded, arcs, {"overview_polyline": {"points": "szxqFbxdbP"}}):
        doc = document(json.dumps(value).encode(), "a.json", "application/json")
        assert any(f.text.startswith("geo:39.781") or "\ngeo:39.781" in f.text for f in doc.fragments), value


def test_archive_behind_a_program() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.txt", ADDRESS)
    doc = document(b"MZ" + bytes(500) + out.getvalue())
    assert ("text", "archive at its end, plan.txt, line 1") in places(doc, ADDRESS)
    assert not places(document(b"MZ" + bytes(500) + b"PK\x03\x04" + bytes(90)), ADDRESS)


def test_strings_of_four_bytes_a_character() -> None:
    for encoding in ("utf-32-le", "utf-32-be"):
        body = b"\x93NUMPY\x01\0\x0a\0{'a': 1}\n\xff" + ADDRESS.encode(encoding) + bytes(8)
        assert places(document(body), ADDRESS)


def test_deleted_words_of_a_rich_text_stand_apart() -> None:
    doc = document(rb"{\rtf1 Moved{\deleted %s}Now}" % ADDRESS.encode())
    assert ADDRESS in "\n".join(f.text for f in doc.fragments).splitlines()


def test_runs_of_an_inline_text_in_a_sheet_are_joined() -> None:
    runs = "<r><t>1247 Nor</t></r><r><t>th Maple Street</t></r>"
    cells = f'<c r="A1" t="inlineStr"><is>{runs}</is></c><c r="B1" t="inlineStr"><is><t>next</t></is></c>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        sheet = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    doc = document(out.getvalue())
    assert any(f.carrier == "xlsx-cell" and f"{ADDRESS}, next" in f.text for f in doc.fragments)
