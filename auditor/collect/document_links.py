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
_MANY = f"only {PARTS_LIMIT} of its compressed parts were looked through for links"
_LONG = f"of a compressed part only {UNPACKED_LIMIT // 1024**2} MB were looked through for links"


def document_links(body: bytes) -> tuple[set[str], str]:
    """The addresses that a PDF or an Office file (OOXML, ODF) links to, and what was not looked through, if
    anything; nothing for anything else.
    """
    cut: set[str] = set()
    if body[:1024].lstrip().startswith(b"%PDF-"):
        links = _pdf_links(body, cut)
    elif body.startswith(b"PK\x03\x04"):
        links = _office_links(body, cut)
    else:
        return set(), ""
    return {link.decode("utf-8", "replace") for link in links}, " and ".join(sorted(cut))


def _pdf_links(body: bytes, cut: set[str]) -> Iterator[bytes]:
    yield from map(_unescaped, _URI.findall(body))
    for count, found in enumerate(_OBJECT_STREAM.finditer(body)):
        if count >= PARTS_LIMIT:
            cut.add(_MANY)
            return
        stream = zlib.decompressobj()
        try:
            plain = stream.decompress(body[found.end() : found.end() + UNPACKED_LIMIT], UNPACKED_LIMIT)
        except zlib.error:
            continue
        if not stream.eof and len(plain) == UNPACKED_LIMIT:
            cut.add(_LONG)
        yield from map(_unescaped, _URI.findall(plain))


def _unescaped(link: bytes) -> bytes:
    return re.sub(rb"\\([()\\])", rb"\1", link)


def _office_links(body: bytes, cut: set[str]) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".rels") or name == "content.xml"]
            if len(names) > PARTS_LIMIT:
                cut.add(_MANY)
            for name in names[:PARTS_LIMIT]:
                with archive.open(name) as part:
                    plain = part.read(UNPACKED_LIMIT)
                    if part.read(1):
                        cut.add(_LONG)
                yield from _TARGET.findall(plain)
                yield from re.findall(rb"""xlink:href=["'](https?:[^"']+)["']""", plain)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError):
        return
