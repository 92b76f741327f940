"""Puts angles together to positions: which number is the latitude, and what belongs together."""

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.confidential.place.angles import Angle, Axis, Whole, angles, lettered
from auditor.confidential.place.reading import Order, Reading

_REACH = 200
"""Furthest that a labelled latitude and its longitude stand apart, in characters."""
_GAP = re.compile(
    r"""[°"'\s]{0,4}(?:[,;/|~_+:)("'\]\[]{1,4}|\s|x|and|by|y|et|und|&|\\n|<br ?/?>|-)?[\s,;+"'(\[<>=]{0,4}$"""
)
_LATITUDE = r"latitude|latitud|latitudine|lat|breitengrad|breite|breedtegraad|(?<![a-z])y(?=[\"':= ])"
_LONGITUDE = (
    r"longitude|longitud|longitudine|long|lng|lon|langengrad|laengengrad|lange|lengtegraad"
    r"|(?<![a-z])x(?=[\"':= ])"
)
_FILLER = (
    r"(?:value|content|degrees?|decimal|double|float|number|text|string|type|wgs ?84|dd|dms|ref|is|of|the"
    r"|coordinates?|td|th|dt|span|div|strong|b|em|i|p|li|[0-9])"
)
_LABEL = re.compile(
    rf"(?:!3d|!4d|(?P<latitude>{_LATITUDE})|(?P<longitude>{_LONGITUDE}))"
    rf"[^a-z0-9\n.!]{{0,8}}(?:{_FILLER}[^a-z0-9.!]{{1,6}}){{0,4}}\n?\s{{0,4}}$"
)
_PAIR_NAMES = r"lnglat|lonlat|fromlonlat|setlnglat|lon,\s?lat|lng,\s?lat|longitude,\s?latitude"
_LONGITUDE_FIRST = re.compile(
    r"(?:coordinates[^a-z0-9]{0,12}|(?:point|linestring|polygon)\s?(?:z|m|zm)?[\s(]{1,6}"
    rf"|(?:{_PAIR_NAMES})[^a-z0-9]{{0,8}}"
    r"|(?:yandex|2gis)[^\s]{0,120}[?&#](?:ll|pt|rll|whatshere\[point\]|m)=(?:[^\s&]{0,40}~)?)$"
)
_LATITUDE_FIRST = re.compile(r"(?:geo:|/@|\bicbm\W{1,20}|geo\.position\W{1,20}|content\W{1,4}|cp=|loc:)$")
_CONTEXT = 180


def positions(text: str, whole: Whole) -> Iterator[Reading]:
    """Every position in `text` (folded, without escapes) whose whole degrees are in `whole`."""
    plain = list(angles(text, whole))
    marked = [*plain, *lettered(text, whole)]
    marked.sort(key=lambda angle: angle.start)
    taken: set[int] = set()
    for reading in _hemispheres(marked):
        taken.add(reading.start)
        yield reading
    yield from (r for r in _labelled(text, plain) if r.start not in taken)
    yield from (r for r in _side_by_side(text, plain) if r.start not in taken)


def _hemispheres(found: list[Angle]) -> Iterator[Reading]:
    """Pairs whose letters (N, S, E, W) all stand after, or all before, their numbers."""
    for first, second in _neighbours(found):
        if second.start < first.end or second.start - first.end > _REACH:
            continue
        for side in ("after", "before"):
            one, other = getattr(first, side), getattr(second, side)
            if one is None or other is None or one[0] == other[0]:
                continue
            values = {one[0]: abs(first.value) * one[1], other[0]: abs(second.value) * other[1]}
            end = max(second.end, second.after_end) if side == "after" else second.end
            start = first.start if side == "after" else max(0, first.start - 2)
            yield Reading(
                start,
                end,
                values["latitude"],
                values["longitude"],
                min(first.unit, second.unit),
                f"{first.form} with hemispheres",
            )
            break


def _neighbours(found: list[Angle]) -> Iterator[tuple[Angle, Angle]]:
    """Each angle with the next one, and with the one after it: an altitude or a twin may stand between."""
    for index, first in enumerate(found):
        for second in found[index + 1 : index + 3]:
            yield first, second


def _axis(text: str, angle: Angle) -> Axis | None:
    """What the label before `angle` calls it."""
    window = text[max(0, angle.start - 64) : angle.start]
    label = _LABEL.search(window)
    if label is None:
        return None
    if label["latitude"] or label[0].startswith("!3d"):
        return "latitude"
    return "longitude"


def _labelled(text: str, found: list[Angle]) -> Iterator[Reading]:
    """Pairs of a number labelled as latitude and one labelled as longitude, in either order."""
    named = [(angle, axis) for angle in found if (axis := _axis(text, angle))]
    for (first, one), (second, other) in pairwise(named):
        if one == other or second.start - first.end > _REACH:
            continue
        latitude, longitude = (first, second) if one == "latitude" else (second, first)
        yield Reading(
            first.start,
            second.end,
            _signed(latitude),
            _signed(longitude),
            min(first.unit, second.unit),
            "labelled latitude and longitude",
            unsigned=not (first.signed or second.signed),
        )


def _signed(angle: Angle) -> float:
    """The value with the sign of a hemisphere that stands beside it."""
    beside = angle.after or angle.before
    return abs(angle.value) * beside[1] if beside and not angle.signed else angle.value


def _side_by_side(text: str, found: list[Angle]) -> Iterator[Reading]:
    """Pairs of bare numbers with nothing but a separator between them."""
    for first, second in pairwise(found):
        if second.start - first.end > 24 or not _GAP.match(text[first.end : second.start]):
            continue
        if second.start == first.end and not second.signed:
            continue
        before = text[max(0, first.start - _CONTEXT) : first.start]
        unit, unsigned = min(first.unit, second.unit), not (first.signed or second.signed)
        a, b, span = first.value, second.value, (first.start, second.end)
        if _LONGITUDE_FIRST.search(before):
            yield Reading(*span, b, a, unit, "longitude and latitude", unsigned=unsigned)
        elif _LATITUDE_FIRST.search(before):
            yield Reading(*span, a, b, unit, "latitude and longitude", unsigned=unsigned)
        else:
            yield Reading(*span, a, b, unit, "two decimal numbers", Order.ASSUMED, unsigned)
            yield Reading(
                *span, b, a, unit, "two decimal numbers, the longitude first", Order.SWAPPED, unsigned
            )
