"""Links inside PDF and Office files, without opening them in earnest."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_URI = re.compile(rb"/URI\s*\(((?:\\.|[^()\\])*)\)")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")
_TARGET = re.compile(rb"""\bTarget\s*=\s*["'](https?:[^"']+)["']""")

UNPACKED_LIMIT = 4 * 1024**2
"""Bytes unpacked from one compressed part."""
PARTS_LIMIT = 500
"""Compressed parts of one file that are looked into."""


def document_links(body: bytes) -> set[str]:
    """The addresses that a PDF or an Office file (OOXML, ODF) links to; empty for anything else."""
    if body[:1024].lstrip().startswith(b"%PDF-"):
        parts: Iterator[bytes] = _pdf_links(body)
    elif body.startswith(b"PK\x03\x04"):
        parts = _office_links(body)
    else:
        return set()
    return {part.decode("utf-8", "replace") for part in parts}


def _pdf_links(body: bytes) -> Iterator[bytes]:
    yield from map(_unescaped, _URI.findall(body))
    for count, found in enumerate(_OBJECT_STREAM.finditer(body)):
        if count >= PARTS_LIMIT:
            return
        try:
            plain = zlib.decompressobj().decompress(
                body[found.end() : found.end() + UNPACKED_LIMIT], UNPACKED_LIMIT
            )
        except zlib.error:
            continue
        yield from map(_unescaped, _URI.findall(plain))


def _unescaped(link: bytes) -> bytes:
    return re.sub(rb"\\([()\\])", rb"\1", link)


def _office_links(body: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".rels") or name == "content.xml"]
            for name in names[:PARTS_LIMIT]:
                with archive.open(name) as part:
                    plain = part.read(UNPACKED_LIMIT)
                yield from _TARGET.findall(plain)
                yield from re.findall(rb"""xlink:href=["'](https?:[^"']+)["']""", plain)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError):
        return
