"""Writers of small files for the carrier matrix: each puts a text into one kind of file, as (name, bytes)."""

import bz2
import io
import plistlib
import quopri
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from html import escape

from tests.collect.extract.compound import compound, container, record

Writer = Callable[[str], tuple[str, bytes]]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def package(**members: str) -> bytes:
    """A ZIP package; names are given with "__" for "/" and "_xml" at the end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            path = name.replace("__", "/").removesuffix("_xml")
            archive.writestr(path + ".xml" if name.endswith("_xml") else path, body)
    return out.getvalue()


def office(**members: str) -> bytes:
    """An Office Open XML package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, body in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", body)
    return out.getvalue()


def pdf(text: str, place: str) -> bytes:
    """A PDF of one page with `text` on the page, in its properties, as a note or in a form field."""
    literal = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    content = f"BT /F1 12 Tf 72 700 Td ({literal if place == 'page' else 'x'}) Tj ET"
    kinds = {
        "note": f"/Subtype /Text /Contents ({literal})",
        "field": f"/Subtype /Widget /FT /Tx /T (a) /V ({literal})",
        "link": f"/Subtype /Link /A << /S /URI /URI (https://maps.example/?q={literal}) >>",
    }
    annotation = f"<< /Type /Annot /Rect [0 0 9 9] {kinds.get(place, '/Subtype /Popup')} >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R] "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        annotation,
        f"<< /Title ({literal if place == 'title' else 'x'}) >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 8\n0000000000 65535 f \n{table}trailer\n<< /Size 8 /Root 1 0 R /Info 7 0 R >>\nstartxref\n{len(out)}\n"
    return out + end.encode() + b"%%EOF\n"


def database(text: str) -> bytes:
    """A database with one table of one text."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE notes (note TEXT)")
        connection.execute("INSERT INTO notes VALUES (?)", (text,))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def font(text: str) -> bytes:
    """A font with nothing but names."""
    pool = text.encode("utf-16-be")
    table = struct.pack(">9H", 0, 1, 18, 3, 1, 0x409, 0, len(pool), 0) + pool
    return (
        b"\0\1\0\0"
        + struct.pack(">4H", 1, 16, 0, 0)
        + b"name"
        + struct.pack(">3I", 0, 28, len(table))
        + table
    )


def id3(text: str) -> bytes:
    """The tag at the start of a sound file."""
    content = b"\3" + text.encode()
    frame = b"TIT2" + struct.pack(">IH", len(content), 0) + content
    return b"ID3\4\0\0" + bytes((0, 0, len(frame) >> 7, len(frame) & 127)) + frame


def message(text: str) -> bytes:
    """An Outlook message."""
    return compound({"__substg1.0_1000001F": text.encode("utf-16-le")})


WRITERS: dict[str, Writer] = {
    "PDF page": lambda t: ("a.pdf", pdf(t, "page")),
    "PDF property": lambda t: ("a.pdf", pdf(t, "title")),
    "PDF note": lambda t: ("a.pdf", pdf(t, "note")),
    "PDF form field": lambda t: ("a.pdf", pdf(t, "field")),
    "Word header": lambda t: (
        "a.docx",
        office(
            word__document=f"<w:document xmlns:w='{_WORD}'/>",
            word__header1=f"<w:hdr xmlns:w='{_WORD}'><w:p><w:r><w:t>{escape(t)}</w:t></w:r></w:p></w:hdr>",
        ),
    ),
    "Excel hidden sheet": lambda t: (
        "a.xlsx",
        office(
            xl__workbook=f"<workbook xmlns='{_SHEET}' xmlns:r='{_LINKS}'><sheets><sheet name='S' state='hidden'"
            " sheetId='1' r:id='rId1'/></sheets></workbook>",
            xl__worksheets__sheet1=f"<worksheet xmlns='{_SHEET}'><sheetData><row r='1'><c r='A1' t='inlineStr'>"
            f"<is><t>{escape(t)}</t></is></c></row></sheetData></worksheet>",
        ),
    ),
    "PowerPoint notes": lambda t: (
        "a.pptx",
        office(
            ppt__presentation="<p/>",
            ppt__notesSlides__notesSlide1=f"<n xmlns:a='{_DRAWING}'><a:p><a:r><a:t>{escape(t)}</a:t></a:r></a:p></n>",
        ),
    ),
    "OpenDocument text": lambda t: (
        "a.odt",
        package(
            META_INF__manifest="",
            **{"META-INF__manifest_xml": "<m/>"},
            content_xml=f"<d xmlns:text='{_ODF}:text:1.0'><text:p>{escape(t)}</text:p></d>",
        ),
    ),
    "EPUB chapter": lambda t: (
        "a.epub",
        package(mimetype="application/epub+zip", **{"a.xhtml": f"<html><p>{escape(t)}</p></html>"}),
    ),
    "old slides": lambda t: (
        "a.ppt",
        compound({"PowerPoint Document": record(0x0FA0, t.encode("utf-16-le"))}),
    ),
    "macro": lambda t: ("a.doc", compound({"M": container(f"Attribute VB_Name\r\na = '{t}'".encode())})),
    "Outlook message": lambda t: ("a.msg", message(t)),
    "database": lambda t: ("a.db", database(t)),
    "property list": lambda t: ("a.plist", plistlib.dumps({"note": t}, fmt=plistlib.FMT_BINARY)),
    "font": lambda t: ("a.ttf", font(t)),
    "sound tag": lambda t: ("a.mp3", id3(t)),
    "mailbox": lambda t: (
        "a.mbox",
        f"From a@b.c Thu Jan  1 00:00:00 2026\nFrom: a@b.c\nSubject: x\n\n{t}\n".encode(),
    ),
    "bzip2": lambda t: ("a.bz2", bz2.compress(t.encode())),
    "zlib": lambda t: ("a", zlib.compress(f"We say: {t}".encode())),
    "TeX": lambda t: ("a.tex", ("\\textbf{" + t[:4] + "}" + t[4:]).encode()),
    "BBCode": lambda t: ("a.txt", f"[b]{t[:4]}[/b]{t[4:]}".encode()),
    "quoted-printable": lambda t: (
        "a.txt",
        quopri.encodestring(f"Caf\u00e9 =\u00e9= \u00e8: {t}".encode()),
    ),
    "hexadecimal": lambda t: ("a.txt", f"key: {t.encode().hex()}".encode()),
    "octets": lambda t: ("a.txt", t.encode().hex(" ").encode()),
    "character codes": lambda t: (
        "a.js",
        f"x=String.fromCharCode({','.join(str(ord(c)) for c in f'in {t} now')})".encode(),
    ),
    "reversed": lambda t: ("a.js", f"x='{t[::-1]}'.split('').reverse().join('')".encode()),
    "array of parts": lambda t: ("a.js", f"x=[{','.join(repr(p) for p in t.split(' '))}].join(' ')".encode()),
    "style sheet, two rules": lambda t: (
        "a.css",
        f".a::before{{content:'{t[:6]}'}} .a::after{{content:'{t[6:]}'}}".encode(),
    ),
    "unknown file": lambda t: ("a.bin", b"\x00\x01\x02" + t.encode() + b"\x00\xff" * 30),
    "unknown file, UTF-16": lambda t: ("a.bin", b"\x81\x01\x02" + t.encode("utf-16-be") + b"\xff\x03" * 30),
}
