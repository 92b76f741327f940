"""Positions on the national grids of Britain and Ireland."""

import re
from collections.abc import Callable, Iterator

from auditor.confidential.glance import Glance
from auditor.confidential.place.grids import halves
from auditor.confidential.place.projection import IRISH_TRANSVERSE, british, irish
from auditor.confidential.place.reading import Reading, distance_m
from auditor.confidential.place.seek import beginning, places

_METRES = 111_000.0
"""Metres in a degree of latitude."""
_DIGITS = r"(?:(\d{3,5})[\s,]\s?(\d{3,5})|(\d{6}|\d{8}|\d{10}))(?![a-z0-9])"
_BRITISH = re.compile(rf"(?<![a-z0-9])([hnost][a-hj-z])\s?{_DIGITS}")
_IRISH = re.compile(
    r"(?<![a-z0-9])([a-hj-z])\s?(?:(\d{4,5})[\s,]\s?(\d{4,5})|(\d{8}|\d{10}))(?![a-z0-9])"
    rf"|(?:grid|irish|osi|tm65|tm75|ig)\W{{0,3}}(?:ref(?:erence)?\W{{0,3}})?([a-hj-z])\s?{_DIGITS}"
)
_METRE = r"(\d{5,6}(?:\.\d{1,6})?)"
_LABELLED = re.compile(
    rf"(?:easting|epsg:+(?:27700|2157|29902|29903)|itm|osgb(?:36)?|bng)[^0-9a-z]{{1,6}}(?:easting|e|x)?[^0-9a-z]{{0,4}}{_METRE}"
    rf"(?:[^0-9a-z]{{1,6}}(?:northing|n|y)[^0-9a-z]{{0,4}}|[\s,;]{{1,4}}){_METRE}(?!\d)"
)
_PAIRED = re.compile(
    rf"(?<![a-z0-9])[ex][\s:=]{{0,3}}{_METRE}m?[\s,;&]{{1,4}}(?:amp;)?[ny][\s:=]{{0,3}}{_METRE}(?!\d)"
)
"""A letter for each axis: "E 424857 N 564847", "x=424857&y=564847"."""
_NAMED_BEHIND = re.compile(
    rf"(?<![\d.]){_METRE}[\s,;]{{1,3}}{_METRE}[^a-z0-9]{{1,4}}(?:(?:british|irish|os|uk|national)\s){{1,3}}grid"
)
_LEAST_DIGITS = 5
_GRID = " grid"
_GRID_REACH = 64
"""The most characters from an easting to the end of the name of the grid behind it."""
_WORDS = ("easting", "epsg:", "itm", "osgb", "bng")
_LETTERED = tuple(f" {axis}{' ' * gap}00000".encode() for axis in "ex" for gap in range(4))
"""How `_PAIRED` begins where every figure is a nought and other signs are spaces."""
_SQUARES = "abcdefghjklmnopqrstuvwxyz"
_SQUARE_M = 100_000
_NEAR_SQUARE_M = 85_000.0
"""From the middle of a square to its corner, and more than any radius beyond."""


def national_readings(text: str) -> Iterator[Reading]:
    """Every position on a national grid in `text` (folded, without escapes)."""
    for found in _BRITISH.finditer(text):
        yield from _in_square(found, found[1], found.groups()[1:], british, "British grid reference")
    for found in _IRISH.finditer(text):
        square, *digits = found.groups()[:4] if found[1] else found.groups()[4:]
        yield from _in_square(found, square, digits, irish, "Irish grid reference")
    for found in (*_named(text), *_PAIRED.finditer(text)):
        yield from _metric(found)


def may_be_national(seen: Glance) -> bool:
    """False only when no position in metres is named in a text; squares are looked for apart."""
    if not seen.has_digits(_LEAST_DIGITS):
        return False
    if any(True for _ in _named(seen.text)):
        return True
    return any(head in seen.ruled for head in _LETTERED) and _PAIRED.search(seen.text) is not None


def _named(text: str) -> Iterator[re.Match[str]]:
    """Eastings and northings beside a word that tells what they are."""
    yield from beginning(_LABELLED, text, *_WORDS)
    done = 0
    for at in places(text, _GRID):
        end = at + len(_GRID)
        found = _NAMED_BEHIND.search(text, max(done, end - _GRID_REACH), end)
        if found:
            done = found.end()
            yield found


def _in_square(
    found: re.Match[str],
    square: str,
    digits: Iterator[str] | tuple[str, ...] | list[str],
    to_degrees: Callable[[float, float], tuple[float, float]],
    form: str,
) -> Iterator[Reading]:
    one, other, run = digits
    pair = (one, other) if one else halves(run)
    if pair is None or len(pair[0]) != len(pair[1]):
        return
    size = 10 ** (5 - len(pair[0]))
    east, north = _corner(square)
    at = to_degrees(east + (int(pair[0]) + 0.5) * size, north + (int(pair[1]) + 0.5) * size)
    yield Reading(found.start(), found.end(), *at, size / _METRES, form)


def _metric(found: re.Match[str]) -> Iterator[Reading]:
    """Eastings and northings in metres: the words rarely tell which grid, so that each is tried."""
    metres = float(found[1]), float(found[2])
    for to_degrees in (british, irish, IRISH_TRANSVERSE.to_degrees):
        at = to_degrees(*metres)
        yield Reading(found.start(), found.end(), *at, 1 / _METRES, "eastings and northings")


def _corner(square: str) -> tuple[int, int]:
    """Easting and northing of the south-western corner of a square of 100 km: `tq`, or in Ireland `o`."""
    second = _SQUARES.index(square[-1])
    if len(square) == 1:
        return second % 5 * _SQUARE_M, (4 - second // 5) * _SQUARE_M
    first = _SQUARES.index(square[0])
    east = ((first - 2) % 5 * 5 + second % 5) * _SQUARE_M
    return east, (19 - first // 5 * 5 - second // 5) * _SQUARE_M


def british_squares(latitude: float, longitude: float) -> set[str]:
    """The squares of the National Grid in which a position near the given one can lie."""
    names = [first + second for first in "hnost" for second in _SQUARES]
    return {square for square in names if _is_near(square, british, latitude, longitude)}


def irish_squares(latitude: float, longitude: float) -> set[str]:
    """The squares of the Irish Grid in which a position near the given one can lie."""
    return {square for square in _SQUARES if _is_near(square, irish, latitude, longitude)}


def _is_near(
    square: str, to_degrees: Callable[[float, float], tuple[float, float]], latitude: float, longitude: float
) -> bool:
    east, north = _corner(square)
    middle = to_degrees(east + _SQUARE_M / 2, north + _SQUARE_M / 2)
    return distance_m(*middle, latitude, longitude) <= _NEAR_SQUARE_M
