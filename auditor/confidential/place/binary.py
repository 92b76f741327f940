"""Points in well-known binary, written in hexadecimal, as databases of maps print them."""

import re
import struct
from collections.abc import Iterator

from auditor.confidential.place.projection import web_mercator
from auditor.confidential.place.reading import Reading

_WKB = re.compile(
    r"(?<![0-9a-f])(?:(?P<little>01)(?:010000(?:00|80)|010000[2a]0[0-9a-f]{8}|e9030000)"
    r"|00(?:(?:00|80)000001|[2a]0000001[0-9a-f]{8}|000003e9))(?P<x>[0-9a-f]{16})(?P<y>[0-9a-f]{16})"
)
"""Byte order, kind (a point, with or without height), perhaps a reference system (PostGIS), x and y."""
_HEADS = ("010100", "01e90300", "0000000001", "0080000001", "0020000001", "00a0000001", "00000003e9")
_ALWAYS = "0000"
"""Stands at the beginning of every point, whatever its byte order and kind."""
_UNIT = 1e-6
_MOST_DEGREES = 180.0


def may_be_binary(text: str) -> bool:
    """False only when `binary_readings` would find nothing in folded `text`."""
    return _has_head(text) and _WKB.search(text) is not None


def _has_head(text: str) -> bool:
    return _ALWAYS in text and any(head in text for head in _HEADS)


def binary_readings(text: str) -> Iterator[Reading]:
    """Every point in `text` (folded). Beyond any longitude its numbers are web Mercator metres."""
    for found in _WKB.finditer(text) if _has_head(text) else ():
        order = "<" if found["little"] else ">"
        x, y = (struct.unpack(f"{order}d", bytes.fromhex(found[axis]))[0] for axis in "xy")
        if not (abs(x) < 1e8 and abs(y) < 1e8):
            continue
        metric = abs(x) > _MOST_DEGREES or abs(y) > _MOST_DEGREES
        latitude, longitude = web_mercator(x, y) if metric else (y, x)
        yield Reading(*found.span(), latitude, longitude, _UNIT, "well-known binary")
