"""Carrier by fact: each kind of fact, planted and as a near miss, in each carrier: `python -m tests.recall.carrier_matrix`.

A cell says how many of its planted texts were found exactly or probably, and how many near misses were
kept silent. Files are made by the formats' own writers where one is installed for the tests.
"""

import base64
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path
from urllib.parse import quote

from auditor.collect.extract import read
from auditor.confidential import Facts, Searcher
from auditor.core.document import Resource
from auditor.core.status import Grade, Kind
from tests.recall.carrier_files import WRITERS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "carriers.md"
START, END = "<!-- matrix: python -m tests.recall.carrier_matrix --docs -->", "<!-- end of matrix -->"

TABLE = {
    "schema": 1,
    "address": [
        {
            "label": "shelter",
            "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
            "latitude": 39.7817,
            "longitude": -89.6501,
        }
    ],
    "phone": [{"label": "line", "number": "+1 217 555 0148"}],
    "person": [{"label": "case manager", "name": "Alexandra Quillfeather"}],
}
FACTS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.ADDRESS: (
        ("1247 N. Maple St., Ste 300", "1247 NORTH MAPLE STREET", "1247 North Mapel Street"),
        ("1274 North Maple Street", "1247 North Oak Street", "PO Box 1247, Springfield"),
    ),
    Kind.PHONE: (
        ("(217) 555-0148", "+1 217.555.0148", "217 555 0148 ext. 12"),
        ("(217) 555-0149", "317-555-0148", "217-555-01480"),
    ),
    Kind.COORDINATES: (
        ("39.7817, -89.6501", "geo:39.7818,-89.6502", "39.7817 N, 89.6501 W"),
        ("39.9817, -89.6501", "geo:40.7817,-89.6501", "39.7817 kg"),
    ),
    Kind.PERSON: (
        ("Alexandra Quillfeather", "Quillfeather, Alexandra", "ALEXANDRA QUILLFEATHER"),
        ("Benjamin Quillfeather", "Alexandra Ridge", "a quill feather"),
    ),
}


def _page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>t</title>{head}</head><body>{body}</body></html>".encode()


def _docx(text: str) -> bytes:
    import docx

    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def _png(text: str) -> bytes:
    from PIL import Image, PngImagePlugin

    info = PngImagePlugin.PngInfo()
    info.add_text("Description", text)
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def _jpeg(text: str) -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E] = text
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def _zip(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", text)
    return out.getvalue()


def _mail(text: str) -> bytes:
    message = EmailMessage()
    message["From"] = "office@example.org"
    message.set_content(text, cte="base64")
    return message.as_bytes()


CARRIERS: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "page text": lambda t: ("a.html", _page(f"<p>{escape(t)}</p>")),
    "split over tags": lambda t: (
        "a.html",
        _page(f"<p>{escape(t[:3])}<b>{escape(t[3:9])}</b>{escape(t[9:])}</p>"),
    ),
    "character references": lambda t: ("a.html", _page("".join(f"&#{ord(c)};" for c in t))),
    "attribute": lambda t: ("a.html", _page(f'<img src="x.png" alt="{escape(t)}">')),
    "comment": lambda t: ("a.html", _page(f"<!-- {t} -->")),
    "meta": lambda t: ("a.html", _page("", f'<meta name="description" content="{escape(t)}">')),
    "hidden": lambda t: ("a.html", _page(f"<template><p hidden>{escape(t)}</p></template>")),
    "script": lambda t: ("a.html", _page(f"<script>const a = {json.dumps(t)};</script>")),
    "script, escaped": lambda t: ("a.js", ("x='" + "".join(f"\\u{ord(c):04x}" for c in t) + "'").encode()),
    "script, base64": lambda t: (
        "a.js",
        f"atob('{base64.b64encode(f'we are at {t} today'.encode()).decode()}')".encode(),
    ),
    "link": lambda t: ("a.html", _page(f'<a href="https://maps.example/?q={quote(t)}">map</a>')),
    "json": lambda t: ("a.json", json.dumps({"deep": [{"note": t}]}).encode()),
    "json-ld": lambda t: (
        "a.html",
        _page(
            "",
            f'<script type="application/ld+json">{json.dumps({"@type": "Thing", "description": t})}</script>',
        ),
    ),
    "xml": lambda t: ("a.xml", f"<?xml version='1.0'?><r><a>{escape(t)}</a></r>".encode()),
    "feed": lambda t: (
        "a.rss",
        f"<rss><channel><item><description>{escape(f'<p>{escape(t)}</p>')}</description></item></channel></rss>".encode(),
    ),
    "calendar": lambda t: (
        "a.ics",
        f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{t}\r\nEND:VEVENT\r\nEND:VCALENDAR".encode(),
    ),
    "card": lambda t: ("a.vcf", f"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:{t}\r\nEND:VCARD".encode()),
    "csv": lambda t: ("a.csv", f'id,note\n1,"{t}"\n2,"x"\n'.encode()),
    "text": lambda t: ("a.txt", t.encode()),
    "text, UTF-16": lambda t: ("a.txt", t.encode("utf-16")),
    "markdown": lambda t: ("a.md", f"# Plan\n\n**{t}**\n".encode()),
    "svg": lambda t: (
        "a.svg",
        f"<svg xmlns='http://www.w3.org/2000/svg'><text>{escape(t)}</text></svg>".encode(),
    ),
    "style": lambda t: ("a.css", f".a::after {{ content: '{t}' }}".encode()),
    "rtf": lambda t: ("a.rtf", f"{{\\rtf1\\ansi {t}\\par}}".encode()),
    "mail": lambda t: ("a.eml", _mail(t)),
    "word": lambda t: ("a.docx", _docx(t)),
    "png text": lambda t: ("a.png", _png(t)),
    "photo description": lambda t: ("a.jpg", _jpeg(t)),
    "zip": lambda t: ("a.zip", _zip(t)),
    "gzip": lambda t: ("a.txt.gz", gzip.compress(t.encode())),
    **WRITERS,
}


def outcomes() -> Iterator[tuple[str, Kind, bool, str, bool]]:
    """Carrier, kind, whether planted, the text, and whether it went as it should."""
    searcher = Facts.from_table(TABLE).searcher()
    for carrier, write in CARRIERS.items():
        for kind, (planted, near) in FACTS.items():
            for texts, wanted in ((planted, True), (near, False)):
                for text in texts:
                    yield carrier, kind, wanted, text, _found(searcher, write(text), kind) is wanted


def _found(searcher: Searcher, file: tuple[str, bytes], kind: Kind) -> bool:
    name, body = file
    document = read(Resource(f"https://www.example.org/{name}", body))
    return any(
        match.kind is kind and match.grade is not Grade.PARTIAL
        for fragment in document.fragments
        for match in searcher.find_in(fragment.text)
    )


def table() -> tuple[str, bool]:
    """The matrix as a Markdown table, and whether every cell is full."""
    cells: dict[tuple[str, Kind], list[int]] = {}
    for carrier, kind, wanted, _, right in outcomes():
        cell = cells.setdefault((carrier, kind), [0, 0, 0, 0])
        cell[0 if wanted else 2] += right
        cell[1 if wanted else 3] += 1
    lines = ["| carrier | " + " | ".join(kind.value for kind in FACTS) + " |", "|---|" + "---|" * len(FACTS)]
    for carrier in CARRIERS:
        row = (cells[carrier, kind] for kind in FACTS)
        lines.append(f"| {carrier} | " + " | ".join(f"{a}/{b}, {c}/{d}" for a, b, c, d in row) + " |")
    return "\n".join(lines), all(a == b and c == d for a, b, c, d in cells.values())


def documented(text: str, matrix: str) -> str:
    """The page of the documentation with `matrix` between its marks."""
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    return f"{head}{START}\n{matrix}\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """Print the matrix; with `--docs`, write it into the documentation instead."""
    matrix, full = table()
    if "--docs" in arguments:
        PAGE.write_text(documented(PAGE.read_text("utf-8"), matrix), "utf-8")
    else:
        print(matrix)
    return 0 if full else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
