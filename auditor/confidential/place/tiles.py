"""Positions that are given by the map tile which shows them."""

import re
from collections.abc import Iterator
from math import atan, degrees, pi, sinh

from auditor.confidential.glance import Glance
from auditor.confidential.place.reading import Reading

_FIRST = 15
"""The coarsest zoom level whose tiles are worth a look: about a kilometre across."""
_PATH = re.compile(r"/(1[5-9]|2[01])/(\d{4,7})/(\d{4,7})(?![\d.]\d)")
_X, _Y, _Z = (
    r"(?:x|tilecol)=(\d{4,7})",
    r"(?:y|tilerow)=(\d{4,7})",
    r"(?:z|zoom|tilematrix)=(?:\w{1,12}:){0,3}(\d{1,2})",
)
_AND = r"(?:&(?:amp;)?|;)"
_QUERY = (
    (re.compile(_AND.join((_X, _Y, _Z))), (3, 1, 2)),
    (re.compile(_AND.join((_Z, _X, _Y))), (1, 2, 3)),
    (re.compile(_AND.join((_Z, _Y, _X))), (1, 3, 2)),
)
_QUADKEY = re.compile(r"(?:/|[/=]a|quadkey\W{1,3})([0-3]{15,21})(?![0-9a-z])")
_LEAST_DIGITS, _LEAST_KEY = 4, 15
"""The fewest digits of a tile's column or row, and of its quadkey."""
_QUAD_WORDS = ("virtualearth", "quadkey", "/tiles/")


def may_hold_tile(seen: Glance) -> bool:
    """False only when `tile_readings` would find nothing."""
    if not seen.has_digits(_LEAST_DIGITS):
        return False
    text = seen.text
    hinted = _PATH.search(text) or _may_query(text) or (seen.has_digits(_LEAST_KEY) and _names_key(text))
    return bool(hinted) and next(tile_readings(text), None) is not None


def _may_query(text: str) -> bool:
    if "=" not in text:
        return False
    return ("x=" in text and "y=" in text and ("z=" in text or "zoom=" in text)) or "tilematrix=" in text


def _names_key(text: str) -> bool:
    return any(word in text for word in _QUAD_WORDS)


def tile_readings(text: str) -> Iterator[Reading]:
    """The middle of every map tile that `text` (folded, without escapes) names, in any common scheme."""
    for found in _PATH.finditer(text):
        yield from _tile(found, *(int(group) for group in found.groups()))
    if _may_query(text):
        for pattern, (zoom, column, row) in _QUERY:
            for found in pattern.finditer(text):
                yield from _tile(found, int(found[zoom]), int(found[column]), int(found[row]))
    if _names_key(text):
        for found in _QUADKEY.finditer(text):
            bits = [int(digit) for digit in found[1]]
            column = int("".join(str(bit & 1) for bit in bits), 2)
            row = int("".join(str(bit >> 1) for bit in bits), 2)
            yield from _tile(found, len(bits), column, row)


def _tile(found: re.Match[str], zoom: int, column: int, row: int) -> Iterator[Reading]:
    tiles = 1 << zoom
    if not _FIRST <= zoom <= 22 or column >= tiles or row >= tiles:
        return
    longitude = (column + 0.5) / tiles * 360 - 180
    latitude = degrees(atan(sinh(pi * (1 - 2 * (row + 0.5) / tiles))))
    yield Reading(*found.span(), latitude, longitude, 360 / tiles, "map tile")
