"""Words that say which number is the latitude, in prose, markup, scripts and links."""

import re

from auditor.confidential.place.angles import Angle, Axis

_LATITUDE = r"latitude|latitud|latitudine|lat|breitengrad|breite|breedtegraad|(?<![a-z])y(?=[\"':= ])"
_LONGITUDE = (
    r"longitude|longitud|longitudine|long|lng|lon|langengrad|laengengrad|lange|lengtegraad"
    r"|(?<![a-z])x(?=[\"':= ])"
)
_FILLER = (
    r"(?:value|content|degrees?|decimal|double|float|number|text|string|type|wgs ?84|dd|dms|ref|is|of|the"
    r"|minus|negative|plus|coordinates?|title|class|itemprop|property|name|abbr|data|td|tr|th|dt|span|div|strong|b|em|i|p|li|[0-9])"
)
_LABEL = re.compile(
    rf"(?:!(?P<google>[1-4])d|(?:(?P<latitude>{_LATITUDE})|(?P<longitude>{_LONGITUDE}))"
    r"(?:(?<=(?<![a-z])(?:lat|lon|lng))\.|(?<=(?<![a-z])long)\.)?)"
    rf"[^a-z0-9\n.!]{{0,8}}(?:{_FILLER}[^a-z0-9.!]{{1,8}}){{0,6}}\n?\s{{0,4}}$"
)
_HINT = re.compile("l[aoe]|lng|br|[xy!]")
_LABELLED_NUMBER = {
    "latitude": re.compile(rf"(?:{_LATITUDE})[^a-z0-9]{{0,12}}\d"),
    "longitude": re.compile(rf"(?:{_LONGITUDE})[^a-z0-9]{{0,12}}\d"),
}
_PAIR_NAMES = r"lnglat|lonlat|fromlonlat|setlnglat|makepoint|lon,\s?lat|lng,\s?lat|longitude,\s?latitude"
_LONGITUDE_FIRST = re.compile(
    r"(?:coordinates[^a-z0-9]{0,80}|(?:point|linestring|polygon)\s?(?:z|m|zm)?\s{0,3}\([\s(]{0,6}"
    rf"|(?:{_PAIR_NAMES})[^a-z0-9]{{0,8}}"
    r"|(?:yandex|2gis)[^\s]{0,120}[?&#](?:ll|pt|rll|whatshere\[point\]|m)=(?:[^\s&]{0,40}~)?)$"
)
_FIRST_HINTS = ("coord", "point", "line", "polyg", "lon", "lng", "yandex", "2gis")
"""One of these is in whatever puts the longitude first."""
_LATITUDE_FIRST = re.compile(r"(?:geo[:;]|/@|\bicbm\W{1,20}|geo\.position\W{1,20}|content\W{1,4}|cp=|loc:)$")
_BEFORE = 72
_BEFORE_PAIR = 180


def axis_of(text: str, angle: Angle) -> str:
    """What the label before `angle` calls it: latitude, longitude, part 1 to 4 of a Google link, or ""."""
    window = text[max(0, angle.start - _BEFORE) : angle.start]
    label = _LABEL.search(window) if _HINT.search(window) else None
    if label is None:
        return ""
    return label["google"] or ("latitude" if label["latitude"] else "longitude")


def names_another(text: str, start: int, end: int, axis: Axis) -> bool:
    """True when `text` labels one more number as `axis` between `start` and `end`."""
    return _LABELLED_NUMBER[axis].search(text, start, end) is not None


def first_axis(text: str, start: int) -> Axis | None:
    """Which number comes first in a pair at `start`, where the format says so."""
    before = text[max(0, start - _BEFORE_PAIR) : start]
    if any(word in before for word in _FIRST_HINTS) and _LONGITUDE_FIRST.search(before):
        return "longitude"
    return "latitude" if _LATITUDE_FIRST.search(before[-36:]) else None
