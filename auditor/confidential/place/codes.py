"""Positions written as codes: plus codes, geohashes, short links of OpenStreetMap."""

import re
from collections.abc import Iterable, Iterator

from auditor.confidential.glance import Glance
from auditor.confidential.place.reading import Reading
from auditor.confidential.place.seek import beginning, places

_PLUS = "23456789cfghjmpqrvwx"
_PLUS_CODE = re.compile(rf"\+(?<=[{_PLUS}]{{4}}\+)(?P<tail>[{_PLUS}]{{2,7}})?(?![a-z0-9])")
_PLUS_HEAD = re.compile(rf"(?<![a-z0-9])([{_PLUS}]{{4,8}})$")
_BASE32 = "0123456789bcdefghjkmnpqrstuvwxyz"
_GEOHASH = re.compile(
    r"(?:geo[-_ ]?hash[^a-z0-9]{1,8}(?:(?!geo[-_ ]?hash)[a-z]{2,9}[^a-z0-9]{1,4}){0,3}|waze\.com/ul/h"
    rf"|(?<![a-z])gh=)([{_BASE32}]{{7,12}})(?![a-z0-9])"
)
_LOCATOR_WORD = re.compile(r"(?<![a-z])(?:maidenhead|locator|qth|qra|grid\s?square)")
_LOCATOR_CODE = r"([a-r]{2}\d\d[a-x]{2}\d\d(?:[a-x]{2})?)(?![a-z0-9])"
_LOCATOR_BEHIND = re.compile(rf"(?:\s(?:locator|square|code|is)){{0,5}}[^a-z0-9]{{1,4}}{_LOCATOR_CODE}")
_LOCATOR_BEFORE = re.compile(rf"(?<![a-z0-9]){_LOCATOR_CODE}[^a-z0-9]{{1,3}}\Z")
_LOCATOR_REACH = 13
"""The most characters from the start of a locator to the word behind it."""
_LOCATOR_WORDS = ("maidenhead", "locator", "qth", "qra", "grid")
_LOCATOR_OUTLINE = b"xx00xx00"
_GO = "/go/"
_OSM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~"
_OSM_LINK = re.compile(
    r"(?:openstreetmap\.org|osm\.org)/go/([A-Za-z0-9_~@]{6,12})(?![A-Za-z0-9_~@])", re.IGNORECASE
)
_HOUSE = 1e-4
_FINE_CELL = 2e-4


def code_readings(text: str, points: Iterable[tuple[float, float]]) -> Iterator[Reading]:
    """Every plus code and geohash in `text` (folded, without escapes).

    A plus code without its first four characters is read as the one nearest to each of `points`:
    the reader knows the town.
    """
    if "+" in text:
        for found in _PLUS_CODE.finditer(text):
            head = _PLUS_HEAD.search(text, max(0, found.start() - 9), found.start())
            if head and len(head[1]) in (4, 6, 8):
                yield from _plus_code(head[1], found["tail"] or "", (head.start(1), found.end()), points)
    for found in _geohashes(text):
        latitude, longitude, size = decode_geohash(found[1])
        yield Reading(found.start(1), found.end(1), latitude, longitude, _unit(size), "geohash")
    for start, end in _locators(text):
        latitude, longitude, size = decode_locator(text[start:end])
        yield Reading(start, end, latitude, longitude, _unit(size), "Maidenhead locator")


def may_hold_code(seen: Glance, original: str) -> bool:
    """False only when `code_readings` and `osm_readings` would find nothing."""
    text = seen.text
    return (
        ("+" in text and _PLUS_CODE.search(text) is not None)
        or (_LOCATOR_OUTLINE in seen.outline and bool(_locators(text)))
        or any(True for _ in _geohashes(text))
        or ("/" in original and _GO in original)
    )


def _geohashes(text: str) -> Iterator[re.Match[str]]:
    """The geohashes behind a word that announces them; most texts lack even a part of the words."""
    words: list[str] = []
    if "hash" in text:
        words += ("geohash", "geo-hash", "geo_hash", "geo hash")
    if "/" in text:
        words.append("waze.com/ul/h")
    if "=" in text:
        words.append("gh=")
    return beginning(_GEOHASH, text, *words)


def _locators(text: str) -> list[tuple[int, int]]:
    """Where the locators stand that a word right before or behind them names."""
    spans: set[tuple[int, int]] = set()
    for at in places(text, *_LOCATOR_WORDS):
        word = _LOCATOR_WORD.match(text, at)
        if word is None:
            continue
        behind = _LOCATOR_BEHIND.match(text, word.end())
        before = _LOCATOR_BEFORE.search(text, max(0, at - _LOCATOR_REACH), at)
        spans.update(found.span(1) for found in (behind, before) if found)
    return sorted(spans)


def osm_readings(original: str) -> Iterator[Reading]:
    """The positions of OpenStreetMap's short links, whose capitals count: `original` is not folded."""
    for found in _OSM_LINK.finditer(original) if _GO in original else ():
        latitude, longitude, size = decode_osm(found[1])
        yield Reading(*found.span(), latitude, longitude, _unit(size), "short link of OpenStreetMap")


def _plus_code(
    head: str, tail: str, span: tuple[int, int], points: Iterable[tuple[float, float]]
) -> Iterator[Reading]:
    missing = 8 - len(head)
    if missing and not tail:
        return
    for point in points if missing else ((0.0, 0.0),):
        latitude, longitude, size = decode_plus(_prefix(point, missing) + head + tail)
        if missing:
            pitch = 400 / 20 ** (missing // 2)
            latitude += pitch * round((point[0] - latitude) / pitch)
            longitude += pitch * round((point[1] - longitude) / pitch)
        form = "short plus code" if missing else "plus code"
        yield Reading(*span, latitude, longitude, _unit(size), form)


def _unit(size: float) -> float:
    """The last written place of a code whose cell is `size` degrees high."""
    return _HOUSE if size <= _FINE_CELL else size


def _prefix(point: tuple[float, float], length: int) -> str:
    """The first `length` characters of the plus code of `point`."""
    latitude, longitude = min(point[0], 89.9999) + 90, (point[1] + 180) % 360
    code = ""
    scale = 20.0
    for _ in range(length // 2):
        row, column = int(latitude // scale), int(longitude // scale)
        code += _PLUS[row] + _PLUS[column]
        latitude, longitude, scale = latitude - row * scale, longitude - column * scale, scale / 20
    return code


def decode_plus(code: str) -> tuple[float, float, float]:
    """Centre and height in degrees of the cell of a full plus code without its separator.

    After the Open Location Code specification: five pairs of base 20 digits, then a grid of five
    rows by four columns per digit.
    """
    latitude, longitude, high, wide = -90.0, -180.0, 400.0, 400.0
    pairs = code[:10]
    for index in range(0, len(pairs) - 1, 2):
        high /= 20
        wide /= 20
        latitude += _PLUS.index(pairs[index]) * high
        longitude += _PLUS.index(pairs[index + 1]) * wide
    for digit in code[10:]:
        high /= 5
        wide /= 4
        row, column = divmod(_PLUS.index(digit), 4)
        latitude += row * high
        longitude += column * wide
    return latitude + high / 2, longitude + wide / 2, high


def decode_geohash(code: str) -> tuple[float, float, float]:
    """Centre and height in degrees of the cell of a geohash."""
    bounds = [[-180.0, 180.0], [-90.0, 90.0]]
    even = 0
    for character in code:
        value = _BASE32.index(character)
        for bit in (16, 8, 4, 2, 1):
            pair = bounds[even]
            pair[0 if value & bit else 1] = (pair[0] + pair[1]) / 2
            even ^= 1
    (west, east), (south, north) = bounds
    return (south + north) / 2, (west + east) / 2, north - south


def decode_locator(code: str) -> tuple[float, float, float]:
    """Centre and height in degrees of a square of the Maidenhead locator of radio amateurs (IARU)."""
    latitude, longitude, high, wide = -90.0, -180.0, 180.0, 360.0
    for index, cells in zip(range(0, len(code), 2), (18, 10, 24, 10, 24), strict=False):
        high /= cells
        wide /= cells
        first, second = (int(c) if c.isdigit() else ord(c) - ord("a") for c in code[index : index + 2])
        latitude += second * high
        longitude += first * wide
    return latitude + high / 2, longitude + wide / 2, high


def decode_osm(code: str) -> tuple[float, float, float]:
    """Centre and height in degrees of the map section of a short link: three bits a character and axis."""
    x = y = 0
    for character in code.replace("@", "~"):
        value = _OSM.index(character)
        for bit in (5, 3, 1):
            x = x << 1 | value >> bit & 1
            y = y << 1 | value >> bit - 1 & 1
    cells = 1 << 3 * len(code)
    return (y + 0.5) / cells * 180 - 90, (x + 0.5) / cells * 360 - 180, 180 / cells
