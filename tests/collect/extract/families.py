"""A small good file of every family that is read, made here or kept beside the tests: {name: bytes}."""

import bz2
import gzip
import io
import json
import lzma
import plistlib
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

from PIL import Image, PngImagePlugin

from tests.collect.extract.compound import compound, container, record

ADDRESS = "1247 North Maple Street"
_FILES = Path(__file__).parent / "files"


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("Description", ADDRESS, zip=True)
    exif = Image.Exif()
    exif[0x010E] = ADDRESS
    extra = {
        "PNG": {"pnginfo": texts},
        "JPEG": {"exif": exif},
        "WEBP": {"exif": exif},
        "TIFF": {"exif": exif},
    }
    Image.new("RGB", (24, 18), "green").save(out, kind, **extra.get(kind, {}))
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("note.txt", f"{ADDRESS}\n" * 20)
        archive.writestr("b/page.html", f"<p>{ADDRESS}</p>")
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("note.txt")
        member.size = len(ADDRESS)
        archive.addfile(member, io.BytesIO(ADDRESS.encode()))
    return out.getvalue()


def _database() -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE home (house_number INT, street TEXT)")
        connection.execute("INSERT INTO home VALUES (1247, 'North Maple Street')")
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _old_office() -> bytes:
    return compound(
        {
            "PowerPoint Document": record(0x0FA8, ADDRESS.encode()),
            "Module1": container(f"Attribute VB_Name\r\nplace = '{ADDRESS}'".encode()),
            "__substg1.0_0037001F": ADDRESS.encode("utf-16-le"),
        }
    )


def _id3() -> bytes:
    frame = b"TIT2" + struct.pack(">IH", len(ADDRESS) + 1, 0) + b"\3" + ADDRESS.encode()
    return b"ID3\4\0\0" + bytes((0, 0, len(frame) >> 7, len(frame) & 127)) + frame + b"\xff\xfb\x90\0" * 20


def _shapes() -> bytes:
    shape = struct.pack(">ii", 1, 10) + struct.pack("<idd", 1, -89.6501, 39.7817)
    return struct.pack(">i20xi", 9994, 64) + struct.pack("<ii", 1000, 1) + b"\0" * 64 + shape


def _font() -> bytes:
    pool = ADDRESS.encode("utf-16-be")
    table = struct.pack(">9H", 0, 1, 18, 3, 1, 0x409, 0, len(pool), 0) + pool
    return (
        b"\0\1\0\0"
        + struct.pack(">4H", 1, 16, 0, 0)
        + b"name"
        + struct.pack(">3I", 0, 28, len(table))
        + table
    )


def _warc() -> bytes:
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{ADDRESS}</p>".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: http://e.org/\r\nContent-Type: application/http\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


_MAIL = f"From: a@b.c\r\nMIME-Version: 1.0\r\nSubject: {ADDRESS}\r\nContent-Type: text/plain\r\n\r\nhello\r\n".encode()
_PAGE = (
    f"<!doctype html><html><head><script>var a='1247 '+'North Maple Street'</script></head><body><p>{ADDRESS}"
    f"<table><tr><td>1247<td>North</table><!-- {ADDRESS} --></body></html>"
)
_CARD = f"BEGIN:VCARD\r\nVERSION:3.0\r\nADR:;;{ADDRESS};Springfield;IL;62704;\r\nEND:VCARD\r\n"
_XML = f"<?xml version='1.0'?><rss><channel><item><title>{ADDRESS}</title></item></channel></rss>"


def families() -> dict[str, bytes]:
    """Every family's file by its name."""
    made = {path.name: path.read_bytes() for path in sorted(_FILES.iterdir()) if path.suffix != ".md"}
    made |= {
        f"picture.{kind.lower()}": _picture(kind)
        for kind in ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "ICO")
    }
    made |= {
        "a.zip": _zip(),
        "a.tar": _tar(),
        "a.gz": gzip.compress(_tar()),
        "a.bz2": bz2.compress(ADDRESS.encode() * 9),
        "a.xz": lzma.compress(ADDRESS.encode() * 9),
        "a.zlib": zlib.compress(ADDRESS.encode() * 9),
        "a.ar": b"!<arch>\n" + b"note.txt/".ljust(48) + b"%-10d`\n" % len(ADDRESS) + ADDRESS.encode(),
        "a.sqlite": _database(),
        "a.plist": plistlib.dumps({"street": ADDRESS, "lat": 39.7}, fmt=plistlib.FMT_BINARY),
        "old.ppt": _old_office(),
        "a.mp3": _id3(),
        "a.shp": _shapes(),
        "a.ttf": _font(),
        "a.warc": _warc(),
        "a.torrent": b"d7:comment23:%s4:infod4:name1:xee" % ADDRESS.encode(),
        "a.eml": _MAIL,
        "a.mbox": b"From a@b.c Thu Jan  1 00:00:00 2026\n" + _MAIL,
        "a.html": _PAGE.encode(),
        "a.json": json.dumps({"a": [{"street": ADDRESS}]}).encode(),
        "a.vcf": _CARD.encode(),
        "a.xml": _XML.encode(),
        "a.js": f"var a=['{ADDRESS[:7]}','{ADDRESS[7:]}'].join('')+`${{b}}`".encode(),
        "a.css": f".a::before{{content:'{ADDRESS}'}}".encode(),
        "a.csv": b"house number,street\n1247,North Maple Street\n",
        "a.md": f"**1247** _North_ [Maple](x) Street\n\n{ADDRESS}\n".encode(),
        "a.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text>{ADDRESS}</text></svg>".encode(),
        "a.7z": b"7z\xbc\xaf\x27\x1c" + bytes(range(200)),
    }
    return made
