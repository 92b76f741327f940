"""A quick look at a text: which notations of a position near one of the points can it hold at all?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor

from auditor.confidential.glance import Glance
from auditor.confidential.place.grids import WEB_WORDS, ZONE_WORD
from auditor.confidential.place.national import british_squares, irish_squares, may_be_national
from auditor.confidential.place.projection import to_web_mercator

_BANDS = "ccdefghjklmnpqrstuvwxx"
_MARGIN = 0.2
"""Degrees by which a point may be off and still be read in its own zone or band."""
_BRITAIN = (49.5, 61.5, -9.0, 2.5)
_ROUNDING = 1e-6
_WEB_NAME = "mercator"
_WEB_NUMBERS = tuple(word.encode() for word in WEB_WORDS if word.isdecimal())
_LEAST_DIGITS = 3
_MOST = 24
"""More beginnings than this are looked for with one figure less."""


@dataclass(frozen=True, slots=True)
class Around:
    """A point, and how far off a position may be that gives it away: all in degrees."""

    latitude: float
    longitude: float
    high: float
    wide: float


class Gate:
    """Tells which recognisers are worth running. Each answer is False only when they would find nothing."""

    __slots__ = ("_latitudes", "_longitudes", "_squares", "_web", "_zone_numbers", "_zones")

    def __init__(self, points: Iterable[Around]) -> None:
        self._latitudes, self._longitudes = _Beginnings(), _Beginnings()
        south, north, west, east = _BRITAIN
        eastings: set[bytes] = set()
        northings: set[bytes] = set()
        self._web = (eastings, northings)
        zones: set[int] = set()
        bands: set[str] = {"n", "s"}
        squares: set[str] = set()
        for point in points:
            _add_web_kilometres(point, eastings, northings)
            self._latitudes.add(abs(point.latitude), point.high)
            self._longitudes.add(abs(point.longitude), point.wide)
            if south <= point.latitude <= north and west <= point.longitude <= east:
                squares |= british_squares(point.latitude, point.longitude)
                squares |= irish_squares(point.latitude, point.longitude)
            zones |= {floor((point.longitude + d + 180) / 6) % 60 + 1 for d in (-_MARGIN, 0, _MARGIN)}
            for d in (-3 * _MARGIN, 3 * _MARGIN):
                bands.add(_BANDS[min(max(floor((point.latitude + d + 80) / 8), -1), 20) + 1])
        self._zones = re.compile(
            rf"(?:{'|'.join(map(str, sorted(zones)))})\s?[{''.join(sorted(bands))}]"
            r"(?:(?:orth|outh)?[\s,:;]{1,4}(?:easting|e|x)?[\s:=]{0,3}0?\d{3},?\d{3}|\s?[a-hj-np-z][a-hj-np-v]\s?\d\d)"
        )
        self._zone_numbers = [f"32{half}{zone:02}".encode() for half in "67" for zone in sorted(zones)]
        # In a text whose figures are all noughts, and whose other signs are spaces.
        self._squares = [f"{square}{gap}000".encode() for square in sorted(squares) for gap in ("", " ")]

    def degrees(self, seen: Glance) -> bool:
        """Whether the text holds the first figures of a latitude and of a longitude."""
        return self._latitudes.within(seen) and self._longitudes.within(seen)

    def grids(self, seen: Glance) -> bool:
        """Whether the text names a zone with figures, or may be about another grid of the whole Earth."""
        text = seen.text
        return (
            self._zones.search(text) is not None
            or (any(word in seen.digits for word in _WEB_NUMBERS) and any(word in text for word in WEB_WORDS))
            or _WEB_NAME in text
            or self._may_pair(seen)
            or (any(n in seen.digits for n in self._zone_numbers) and ("epsg" in text or "srid" in text))
            or ("utm" in text and ZONE_WORD in text)
        )

    def national(self, seen: Glance) -> bool:
        """Whether the text names a square of Britain or Ireland with figures, or a position in metres."""
        if not self._squares or not seen.has_digits(_LEAST_DIGITS):
            return False
        return any(square in seen.ruled for square in self._squares) or may_be_national(seen)

    def _may_pair(self, seen: Glance) -> bool:
        """Whether the kilometres of an easting and a northing of web Mercator stand in the text."""
        return all(any(head in seen.digits for head in heads) for heads in self._web) and all(
            any(head in seen.raw for head in heads) for heads in self._web
        )


def _add_web_kilometres(point: Around, eastings: set[bytes], northings: set[bytes]) -> None:
    """Add the kilometres of web Mercator between which a position near `point` lies."""
    latitudes = (point.latitude - point.high, point.latitude + point.high)
    longitudes = (point.longitude - point.wide, point.longitude + point.wide)
    corners = [to_web_mercator(*at) for at in zip(latitudes, longitudes, strict=True)]
    west, south, east, north = (floor(metres / 1000) for corner in corners for metres in corner)
    # Below nought the figures written are those of the next kilometre.
    eastings.update(str(abs(kilometre)).encode() for kilometre in range(west, east + 2))
    northings.update(str(abs(kilometre)).encode() for kilometre in range(south, north + 2))


class _Beginnings:
    """The first figures of every way to write an angle near one of many: decimals, or degrees and minutes."""

    __slots__ = ("_decimals", "_minutes")

    def __init__(self) -> None:
        self._decimals: set[bytes] = set()
        self._minutes: set[bytes] = set()

    def add(self, value: float, reach: float) -> None:
        """Take in the angles up to `reach` from `value`, both in degrees and without sign."""
        low, high = max(0.0, value - reach - _ROUNDING), value + reach + _ROUNDING
        self._decimals.update(text.encode() for text in _decimals(low, high))
        self._minutes.update(text.encode() for text in _minutes(low, high))

    def within(self, seen: Glance) -> bool:
        """Whether one of them is in the text."""
        return any(text in seen.decimals for text in self._decimals) or any(
            text in seen.digits for text in self._minutes
        )


def _decimals(low: float, high: float) -> Iterator[str]:
    """The beginnings of decimal numbers from `low` to `high`. A nought before the point may be left out."""
    tenths = range(floor(low * 10), floor(high * 10) + 1)
    hundredths = range(floor(low * 100), floor(high * 100) + 1)
    if len(hundredths) > _MOST:
        yield from (_with_point(n, 1) for n in tenths)
        return
    yield from (_with_point(n, 2) for n in hundredths)
    # A number with a single decimal has no second one to compare.
    yield from (_with_point(n, 1) for n in tenths if low <= n / 10 <= high)


def _with_point(number: int, places: int) -> str:
    whole, part = divmod(number, 10**places)
    return f"{whole or ''}.{part:0{places}}"


def _minutes(low: float, high: float) -> Iterator[str]:
    """Degrees and minutes run together, from `low` to `high`; a nought before the minutes may be missing."""
    first, last = floor(low * 60), floor(high * 60)
    if last - first > _MOST:
        yield from (str(degrees) for degrees in range(first // 60, last // 60 + 1))
        return
    for number in range(first, last + 1):
        degrees, minutes = divmod(number, 60)
        yield f"{degrees}{minutes:02}"
        if minutes < 10:
            yield f"{degrees}{minutes}"
