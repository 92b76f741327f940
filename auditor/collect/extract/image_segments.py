"""Picture files taken apart: segments that no library shows, previews, and what follows the picture."""

import struct
from collections.abc import Iterator

from auditor.collect.extract.part import Basket
from auditor.collect.extract.strings import strings_of

_JPEG, _PNG, _PSD = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"8BPS"
_SEEN = (b"<x:xmpmeta", b"<rdf:RDF", b"http://ns.adobe.com/xap/1.0/")
_READ_ELSEWHERE = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tEXt", b"zTXt", b"iTXt", b"tRNS", b"fdAT", b"eXIf")
_LEAST_TRAILER = 4
_EDGES = 8
_MAX_PART = 8 << 20


def read(body: bytes, basket: Basket, known: str) -> list[bytes]:
    """Add the strings beside the picture that are not in `known`, read what follows; returns its previews."""
    texts: list[str] = []
    previews: list[bytes] = []
    end = len(body)
    for place, segment, stop in _segments(body):
        end = stop
        if place.startswith("segment") and segment.find(_JPEG, 8) > 0:
            previews.append(segment[segment.find(_JPEG, 8) :])
        if not any(mark in segment[:64] for mark in _SEEN):
            lines = strings_of(segment[:_MAX_PART]).split("\n")
            # The bytes beside a string may look like letters, so its ends do not count.
            texts += [line for line in lines if (line[2:-2] if len(line) > _EDGES else line) not in known]
    basket.add("image-metadata", "\n".join(texts), "strings of its segments")
    trailer = body[end:].lstrip(b"\0\r\n ")
    if len(trailer) >= _LEAST_TRAILER and trailer.strip(trailer[:1]):
        basket.nested(trailer, "data after the picture")
    return previews


def _segments(body: bytes) -> Iterator[tuple[str, bytes, int]]:
    """(place, bytes, end of the picture as far as known) of what lies beside the pixels."""
    if body.startswith(_JPEG):
        yield from _jpeg(body)
    elif body.startswith(_PNG):
        yield from _png(body)
    elif body.startswith(_PSD):
        yield from _psd(body)
    elif body[:4] == b"RIFF":
        yield from _riff(body)


def _jpeg(body: bytes) -> Iterator[tuple[str, bytes, int]]:
    """Marker segments up to the scan (ITU T.81, B.1.1); the first end mark after it ends the picture."""
    at = 2
    while at + 4 <= len(body) and body[at] == 0xFF:
        marker = body[at + 1]
        if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        size = int.from_bytes(body[at + 2 : at + 4], "big")
        if marker in (0xDA, 0xD9):
            found = body.find(b"\xff\xd9", at)
            yield "end", b"", found + 2 if found >= 0 else len(body)
            return
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            yield f"segment {marker:02X}", body[at + 4 : at + 2 + size], len(body)
        at += 2 + max(size, 2)


def _png(body: bytes) -> Iterator[tuple[str, bytes, int]]:
    """Chunks that the imaging library does not read (PNG 1.2, 3.2)."""
    at = 8
    while at + 12 <= len(body):
        size, name = struct.unpack_from(">I4s", body, at)
        at += 12 + size
        if name not in _READ_ELSEWHERE:
            yield f"chunk {name.decode('latin-1')}", body[at - size - 4 : at - 4], len(body)
        if name == b"IEND":
            yield "end", b"", at
            return


def _psd(body: bytes) -> Iterator[tuple[str, bytes, int]]:
    """Image resources and layers (Adobe Photoshop file format: after header and colour mode)."""
    at = 26
    for place in ("colours", "resources", "layers"):
        size = int.from_bytes(body[at : at + 4], "big")
        yield place, body[at + 4 : at + 4 + size], len(body)
        at += 4 + size


def _riff(body: bytes) -> Iterator[tuple[str, bytes, int]]:
    whole = 8 + int.from_bytes(body[4:8], "little")
    yield "end", b"", whole + whole % 2 if whole >= 12 else len(body)
