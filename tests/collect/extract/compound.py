"""A writer of small OLE compound files (MS-CFB, version 3), for the tests of old Office files."""

import struct

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096  # shorter streams would have to stand in the stream for small ones


def compound(streams: dict[str, bytes]) -> bytes:
    """A file with `streams`, each filled up with zeros to the length from which streams stand alone."""
    bodies = [body.ljust(_LEAST, b"\0") for body in streams.values()]
    bodies = [body + b"\0" * (-len(body) % SECTOR) for body in bodies]
    directory_size = -(-(len(streams) + 1) * 128 // SECTOR)
    fat: list[int] = [_FAT]
    fat += [*range(2, 1 + directory_size), _END]
    starts = []
    for body in bodies:
        starts.append(len(fat))
        count = len(body) // SECTOR
        fat += [*range(len(fat) + 1, len(fat) + count), _END]
    assert len(fat) <= SECTOR // 4, "one sector of the table is enough for a test"
    entries = [_entry("Root Entry", 5, _FREE, 1, _END, 0)]
    for number, (name, start, body) in enumerate(zip(streams, starts, bodies, strict=True), 1):
        entries.append(
            _entry(name, 2, number + 1 if number < len(streams) else _FREE, _FREE, start, len(body))
        )
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _LEAST, _END, 0, _END, 0, 0,
    )  # fmt: skip
    header = header.ljust(SECTOR, b"\xff")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    directory = b"".join(entries).ljust(directory_size * SECTOR, b"\0")
    return header + table + directory + b"".join(bodies)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", raw, len(raw), kind, 1, _FREE, right, child, start, size
    )  # fmt: skip


def record(kind: int, body: bytes) -> bytes:
    """A record of a presentation: version, kind, length, content."""
    return struct.pack("<HHI", 0, kind, len(body)) + body


def container(source: bytes) -> bytes:
    """Macro source as a compressed container that only holds literal bytes (MS-OVBA, 2.4.1)."""
    out = b"".join(b"\0" + source[at : at + 8] for at in range(0, len(source), 8))
    return b"\x01" + struct.pack("<H", 0xB000 | (len(out) - 1)) + out
