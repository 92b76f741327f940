"""Fonts: the names, licences and descriptions that a font carries, packed for the web or not."""

import zlib
from collections.abc import Iterator

from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

_MARKS = (b"\0\1\0\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
_TEXT_TABLES = (b"name", b"meta", b"SVG ", b"DSIG")
_MAX_TABLES = 200


def is_font(clues: Clues) -> bool:
    """TrueType or OpenType, WOFF or WOFF2."""
    return clues.head.startswith(_MARKS)


def read(part: Part, basket: Basket) -> None:
    """Read the naming table and other tables that hold words."""
    try:
        for name, body in _tables(part.body, basket):
            if name == b"name":
                basket.add("font-text", "\n".join(_names(body)), "names")
            elif name in _TEXT_TABLES:
                _add(body, f"table {name.decode('latin-1').strip()}", basket)
    except (ValueError, IndexError, zlib.error, _brotli_error()) as error:
        basket.add("font-text", _strings(part.body), "strings of the file")
        basket.skip(f"the font is damaged ({type(error).__name__}); only its plain strings were searched")


def _brotli_error() -> type[Exception]:
    """What the library raises for damaged data."""
    import brotli

    error: type[Exception] = brotli.error
    return error


def _names(body: bytes) -> Iterator[str]:
    """The records of the naming table (OpenType 1.9, name): UTF-16 but for those of the old Macintosh."""
    count, pool = int.from_bytes(body[2:4], "big"), int.from_bytes(body[4:6], "big")
    for index in range(min(count, 5_000)):
        record = body[6 + 12 * index : 18 + 12 * index]
        platform, size, offset = (int.from_bytes(record[i : i + 2], "big") for i in (0, 8, 10))
        raw = body[pool + offset : pool + offset + size]
        yield raw.decode("mac_roman" if platform == 1 else "utf-16-be", "replace")


def _add(body: bytes, place: str, basket: Basket) -> None:
    basket.add("font-text", _strings(body), place)
    start = body.find(b"<svg")
    if start >= 0:
        basket.nested(body[start:], f"{place}, drawing", "glyph.svg", "image/svg+xml")


def _strings(body: bytes) -> str:
    from auditor.collect.extract.strings import strings_of

    return strings_of(body)


def _within(body: bytes, basket: Basket) -> bytes:
    basket.budget.unpack(len(body))
    return body


def _tables(body: bytes, basket: Basket) -> Iterator[tuple[bytes, bytes]]:
    """(tag, bytes) of each table (OpenType 1.9, table directory; WOFF 1.0, 5)."""
    if body[:4] == b"wOF2":
        yield from _packed_tables(body, basket)
    elif body[:4] == b"ttcf":
        start = int.from_bytes(body[12:16], "big")
        yield from _plain_tables(body, start)
    elif body[:4] == b"wOFF":
        for index in range(min(int.from_bytes(body[12:14], "big"), _MAX_TABLES)):
            entry = body[44 + 20 * index : 64 + 20 * index]
            offset, packed, size = (int.from_bytes(entry[i : i + 4], "big") for i in (4, 8, 12))
            content = body[offset : offset + packed]
            if entry[:4] in _TEXT_TABLES:
                if packed < size:
                    content = zlib.decompressobj().decompress(content, basket.budget.unpackable)
                yield entry[:4], _within(content, basket)
        start = int.from_bytes(body[24:28], "big")
        size = int.from_bytes(body[28:32], "big")
        if start and size:
            extended = zlib.decompressobj().decompress(body[start : start + size], basket.budget.unpackable)
            basket.nested(_within(extended, basket), "metadata", "metadata.xml", "application/xml")
    else:
        yield from _plain_tables(body, 0)


def _plain_tables(body: bytes, start: int) -> Iterator[tuple[bytes, bytes]]:
    count = min(int.from_bytes(body[start + 4 : start + 6], "big"), _MAX_TABLES)
    for index in range(count):
        entry = body[start + 12 + 16 * index : start + 28 + 16 * index]
        offset, size = int.from_bytes(entry[8:12], "big"), int.from_bytes(entry[12:16], "big")
        yield entry[:4], body[offset : offset + size]


_KNOWN_TAGS = {5: b"name", 10: b"glyf", 11: b"loca", 41: b"SVG ", 54: b"meta"}


def _packed_tables(body: bytes, basket: Basket) -> Iterator[tuple[bytes, bytes]]:
    """Tables of a WOFF2 file (WOFF2, 4.1 and 5): one packed stream in the order of the directory."""
    import brotli

    at, entries = 48, []
    for _ in range(min(int.from_bytes(body[12:14], "big"), _MAX_TABLES)):
        flags, at = body[at], at + 1
        tag = _KNOWN_TAGS.get(flags & 0x3F, b"")
        if flags & 0x3F == 0x3F:
            tag, at = body[at : at + 4], at + 4
        size, at = _number(body, at)
        changed = flags >> 6 != 3 if tag in (b"glyf", b"loca") else bool(flags >> 6)
        if changed:
            size, at = _number(body, at)
        entries.append((tag, size))
    packed = int.from_bytes(body[20:24], "big")
    stream = _within(brotli.decompress(body[at : at + packed]), basket)
    start = 0
    for tag, size in entries:
        yield tag, stream[start : start + size]
        start += size


def _number(body: bytes, at: int) -> tuple[int, int]:
    """A number written in base 128, and where it ends."""
    value = 0
    for _ in range(5):
        byte, at = body[at], at + 1
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            break
    return value, at
