"""Well-known binary (OGC 06-103r4, 8.2): positions stored by databases of maps, also in GeoPackage blobs."""

import struct

from auditor.collect.extract.named import position

_WITH_Z, _WITH_M, _WITH_REFERENCE = 0x80000000, 0x40000000, 0x20000000
_ENVELOPES = (0, 32, 48, 48, 64)
_MAX_POINTS = 500
_POINT, _LINE, _POLYGON = 1, 2, 3


def positions(body: bytes) -> list[str]:
    """`geo:LAT,LON` of each point of a geometry, or nothing when the bytes are no geometry."""
    if body[:2] == b"GP" and len(body) > 8:
        # GeoPackage 1.3, 2.1.3: a header whose flags say how long the envelope is.
        size = _ENVELOPES[min(body[3] >> 1 & 7, 4)]
        body = body[8 + size :]
    try:
        found, _ = _geometry(body, 0, 4)
    except (struct.error, ValueError):
        return []
    return list(dict.fromkeys(found))


def _geometry(body: bytes, at: int, depth: int) -> tuple[list[str], int]:
    order = {0: ">", 1: "<"}.get(body[at] if at < len(body) else 9)
    if order is None or depth == 0:
        raise ValueError("no geometry")
    kind = struct.unpack_from(f"{order}I", body, at + 1)[0]
    at += 9 if kind & _WITH_REFERENCE else 5
    flat = kind & 0x0FFFFFFF
    width = 2 + bool(kind & _WITH_Z) + bool(kind & _WITH_M) + (0, 1, 1, 2)[min(flat // 1000, 3)]
    flat %= 1000
    if flat == _POINT:
        return _points(body, at, 1, width, order)
    if not 2 <= flat <= 7:
        raise ValueError("no geometry")
    count = struct.unpack_from(f"{order}I", body, at)[0]
    at += 4
    if flat == _LINE:
        return _points(body, at, count, width, order)
    found: list[str] = []
    for _ in range(min(count, _MAX_POINTS)):
        if flat == _POLYGON:
            more, at = _points(body, at + 4, struct.unpack_from(f"{order}I", body, at)[0], width, order)
        else:
            more, at = _geometry(body, at, depth - 1)
        found += more
    return found, at


def _points(body: bytes, at: int, count: int, width: int, order: str) -> tuple[list[str], int]:
    if count * width * 8 > len(body) - at:
        raise ValueError("no geometry")
    found = []
    for index in range(min(count, _MAX_POINTS)):
        longitude, latitude = struct.unpack_from(f"{order}2d", body, at + index * width * 8)
        text = position(str(latitude), str(longitude))
        if not text:
            raise ValueError("no position")
        found.append(text)
    return found, at + count * width * 8
