"""Positions on world-wide grids: UTM, MGRS, web Mercator."""

import re
from collections.abc import Iterator

from auditor.confidential.place.projection import utm, web_mercator
from auditor.confidential.place.reading import Order, Reading
from auditor.confidential.place.seek import beginning

_BANDS = "cdefghjklmnpqrstuvwx"
_METRES = 111_000.0
"""Metres in a degree of latitude."""
_EASTING = r"0?(\d{3},?\d{3})(?:[.,]\d{1,6})?\s?(?:m\s?e|e|m)?(?![a-z0-9])"
_NORTHING = r"(\d{1,2},?\d{3},?\d{3}|\d{6})(?:[.,]\d{1,6})?\s?(?:m\s?n|n|m)?(?![a-z0-9])"
_UTM = re.compile(
    rf"(?<![a-z0-9.])(\d{{1,2}})\s?([{_BANDS}])(?:orth|outh)?[\s,:;]{{1,4}}"
    rf"(?:easting|e|x)?[\s:=]{{0,3}}{_EASTING}[\s,;/]{{1,4}}(?:northing|n|y)?[\s:=]{{0,3}}{_NORTHING}"
)
_ZONE = re.compile(
    rf"zone[\s:=]{{0,3}}(\d{{1,2}})[\s,:;]{{1,4}}(?:easting|e|x)?[\s:=]{{0,3}}{_EASTING}"
    rf"[\s,;/]{{1,4}}(?:northing|n|y)?[\s:=]{{0,3}}{_NORTHING}"
)
_UTM_NUMBER = re.compile(
    r"(?:epsg|srid)[^a-z0-9]{1,4}32([67])(\d\d)[^0-9]{1,24}(\d{6}(?:\.\d{1,12})?)[\s,;]{1,4}(\d{6,7}(?:\.\d{1,12})?)"
    r"(?![\d.])"
)
"""A zone by its number in the EPSG registry: 32601 to 32660 in the north, 32701 to 32760 in the south."""
_MGRS = re.compile(
    rf"(?<![a-z0-9.])(\d{{1,2}})\s?([{_BANDS}])\s?([a-hj-np-z])([a-hj-np-v])\s?"
    r"(?:(\d{2,5})\s(\d{2,5})|(\d{4,10}))(?![a-z0-9])"
)
_COLUMNS = ("abcdefgh", "jklmnpqr", "stuvwxyz")
_ROWS = "abcdefghjklmnpqrstuv"
_ROWS_REPEAT = 2_000_000
WEB_WORDS = ("3857", "102100", "900913", "mercator")
ZONE_WORD = "zone"
_WEB = re.compile(
    r"(?<![\d.])(-?\d{5,8}(?:\.\d{1,12})?)(?![\d.])[^a-z0-9-]{1,6}(?:y[^a-z0-9-]{1,4})?(-?\d{5,8}(?:\.\d{1,12})?)(?![\d.])"
)

_WEB_PAIR = re.compile(r"[\[(]\s?(-?\d{5,8}(?:\.\d{1,12})?)(?:,\s?|\s)(-?\d{5,8}(?:\.\d{1,12})?)\s?[\])]")
"""A pair in brackets, as scripts of maps have it, without a word that names the projection."""


def grid_readings(text: str) -> Iterator[Reading]:
    """Every grid position in `text` (folded, without escapes)."""
    for found in _UTM.finditer(text):
        yield from _utm(found)
    for found in _MGRS.finditer(text):
        yield from _mgrs(found)
    for found in beginning(_ZONE, text, ZONE_WORD):
        yield from _bandless(found)
    for found in beginning(_UTM_NUMBER, text, "epsg", "srid"):
        yield from _numbered(found)
    if any(word in text for word in WEB_WORDS):
        for found in _WEB.finditer(text):
            latitude, longitude = web_mercator(float(found[1]), float(found[2]))
            yield Reading(found.start(), found.end(), latitude, longitude, 1 / _METRES, "web Mercator metres")
        return
    for found in _WEB_PAIR.finditer(text):
        at = web_mercator(float(found[1]), float(found[2]))
        form = "web Mercator metres, not called so"
        yield Reading(found.start(1), found.end(2), *at, 1 / _METRES, form, Order.SWAPPED)


def _utm(found: re.Match[str]) -> Iterator[Reading]:
    """A UTM position. "S" may be the band (north of the equator) or the southern half: both are read."""
    zone, band = int(found[1]), found[2]
    if not 1 <= zone <= 60:
        return
    for north in {band >= "n", band not in "ns"} if band == "s" else {band >= "n"}:
        latitude, longitude = utm(zone, north=north).to_degrees(_metres(found[3]), _metres(found[4]))
        yield Reading(found.start(), found.end(), latitude, longitude, 1 / _METRES, "UTM position")


def _bandless(found: re.Match[str]) -> Iterator[Reading]:
    """A UTM position whose zone has no letter: either half of the Earth."""
    zone = int(found[1])
    for north in (True, False) if 1 <= zone <= 60 else ():
        latitude, longitude = utm(zone, north=north).to_degrees(_metres(found[2]), _metres(found[3]))
        yield Reading(found.start(), found.end(), latitude, longitude, 1 / _METRES, "UTM position")


def _numbered(found: re.Match[str]) -> Iterator[Reading]:
    """A UTM position whose zone and half of the Earth are told by a number."""
    zone, metres = int(found[2]), (float(found[3]), float(found[4]))
    if 1 <= zone <= 60:
        at = utm(zone, north=found[1] == "6").to_degrees(*metres)
        yield Reading(found.start(), found.end(), *at, 1 / _METRES, "UTM position")


def _metres(written: str) -> float:
    return float(written.replace(",", ""))


def _mgrs(found: re.Match[str]) -> Iterator[Reading]:
    zone, band = int(found[1]), found[2]
    digits = (found[5], found[6]) if found[5] else halves(found[7])
    if not 1 <= zone <= 60 or digits is None or len(digits[0]) != len(digits[1]):
        return
    columns = _COLUMNS[(zone - 1) % 3]
    if found[3] not in columns:
        return
    size = 10 ** (5 - len(digits[0]))
    easting = (columns.index(found[3]) + 1) * 100_000 + (int(digits[0]) + 0.5) * size
    row = (_ROWS.index(found[4]) - (5 if zone % 2 == 0 else 0)) % 20
    within = row * 100_000 + (int(digits[1]) + 0.5) * size
    south = -80 + 8 * _BANDS.index(band)
    for repeat in range(5):
        northing = within + repeat * _ROWS_REPEAT
        latitude, longitude = utm(zone, north=band >= "n").to_degrees(easting, northing)
        if south - 0.5 <= latitude <= south + (12 if band == "x" else 8) + 0.5:
            yield Reading(found.start(), found.end(), latitude, longitude, size / _METRES, "MGRS position")


def halves(run: str) -> tuple[str, str] | None:
    """Easting and northing of one run of digits; None for an odd number of them."""
    middle = len(run) // 2
    return (run[:middle], run[middle:]) if len(run) % 2 == 0 else None
