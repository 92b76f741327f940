"""Puts angles together to positions: which number is the latitude, and what belongs together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from auditor.confidential.glance import Glance
from auditor.confidential.place.angles import Angle, Axis, Hemisphere, Whole, angles, compact, lettered
from auditor.confidential.place.labels import axis_of, first_axis, names_another
from auditor.confidential.place.reading import Order, Reading

_REACH = 200
"""Furthest that a labelled latitude and its longitude stand apart, in characters."""
_LETTER_REACH = 80
_PAIR_REACH = 90
_GAP = re.compile(
    r"""[°"'\s]{0,40}(?:[,;/|~_+:)("'\]\[\\]{1,4}|\s|x|and|by|y|et|und|&|<br ?/?>|-)?[\s,;+"'(\[<>=]{0,40}"""
)
_NUMBERED = re.compile(
    r"(?<![a-z])(?:version|ver|v|release|rel|build|rev|revision|isbn|doi|cve|model|part|sku|serial|ref|article)s?\b"
    r"[\s.:#=-]{0,3}(?:(?:no|nr|number)\b[\s.:#]{0,3})?$"
)
"""Words that make "39.78172-89.65" the number of something."""
_NAMED_BEHIND = re.compile(
    r"[°\s]{0,3}[(\[]?(?P<name>la(?=t)|lo(?=n)|ln(?=g))(?:t(?:itude)?|n(?:g(?:itude)?)?|g)(?![a-z])\.?[)\]]?"
    r"(?P<gap>[\s,;/|]{0,4}(?:and\s)?)(?P<more>[-+]?\d)?"
)
"""Labels behind both numbers: "39.78172 lat, -89.65015 long"."""
_SAID_NEXT = re.compile(r"(?<=[a-z]{3})[ \n](?!and\b|by\b|lon|lat|lng)[a-z]{3}")
_ISO_6709 = re.compile(
    r"(?<!\d)(?P<north>[-+])(?P<lat>\d{4}|\d{6})(?P<latf>\.\d{1,20})?"
    r"(?P<east>[-+])(?P<lon>\d{5}|\d{7})(?P<lonf>\.\d{1,20})?(?![\d.])"
)
_INTEGERS = re.compile(
    r"(?P<first>lat|lon|lng)[a-z_]{0,9}e(?P<power>[67])[^\w-]{1,6}(?P<one>-?\d{6,10})(?!\d)"
    r"[^0-9-]{1,40}(?:lat|lon|lng)[a-z_]{0,9}e[67][^\w-]{1,6}(?P<other>-?\d{6,10})(?!\d)"
)
_LEAST_SCALED = 6
"""The fewest digits of an angle in whole millionths or ten-millionths of a degree."""
_DECIMAL = r"(-?\d{1,3}\.\d{1,20})"
_PART = r"(\d{1,9}(?:\.\d{1,12})?)(?:/(\d{1,9}))?"
_PARTS = rf"[^0-9a-z]{{1,12}}{_PART}[,;\s]{{1,4}}{_PART}[,;\s]{{1,4}}{_PART}"
_REF = r"(?:(?:[^0-9a-z]{1,12}(?:gps)?(?:latitude|longitude)?_?ref[^a-z]{1,8}|\s?)([nsew])(?![a-z]))?"
_EXIF = re.compile(rf"latitude{_PARTS}{_REF}[^0-9]{{1,40}}longitude{_PARTS}{_REF}")
"""Degrees, minutes and seconds as fractions or in a list, as cameras write them."""
_BOX = re.compile(
    rf"b(?:ounding_?)?box[^\w-]{{1,4}}{_DECIMAL},\s?{_DECIMAL},\s?{_DECIMAL},\s?{_DECIMAL}(?![\d.])"
)
_WIDEST_BOX = 0.03
"""Widest map section, in degrees, whose middle still points at one place (about 3 km)."""


def positions(text: str, whole: Whole) -> Iterator[Reading]:
    """Every position in `text` (folded, without escapes) whose whole degrees are in `whole`."""
    plain = list(angles(text, whole))
    taken: set[int] = set()
    for reading in (*_hemispheres(text, _apart([*plain, *lettered(text, whole)])), *_labelled(text, plain)):
        taken.add(reading.start)
        yield reading
    yield from (reading for reading in _side_by_side(text, plain) if reading.start not in taken)
    yield from _iso_6709(text)


def _apart(found: list[Angle]) -> list[Angle]:
    """Angles by position, without those that overlap an earlier one."""
    kept: list[Angle] = []
    for angle in sorted(found, key=lambda angle: (angle.start, -angle.end)):
        if not kept or angle.start >= kept[-1].end:
            kept.append(angle)
    return kept


def _hemispheres(text: str, found: list[Angle]) -> Iterator[Reading]:
    """Pairs whose letters (N, S, E, W) all stand after, or all before, their numbers.

    Both may be so where a word behind the last one belongs to what is said next ("N 1.5 W 2.5 South door").
    """
    for first, second in pairwise(found):
        gap = text[first.end : second.start]
        if len(gap) > _LETTER_REACH or any(character.isdigit() for character in gap):
            continue
        for one, other, end in (
            (first.after, second.after, second.after_end),
            (first.before, second.before, second.end),
        ):
            if one is None or other is None or one[0] == other[0]:
                continue
            form = f"{first.form} with hemispheres"
            unit = min(first.unit, second.unit)
            for sign, far in product(_signs(one), _signs(other)):
                values = {one[0]: abs(first.value) * sign, other[0]: abs(second.value) * far}
                yield Reading(first.start, end, values["latitude"], values["longitude"], unit, form)


def _signs(hemisphere: Hemisphere) -> tuple[int, ...]:
    """The signs that a hemisphere's letter may stand for."""
    return (hemisphere[1],) if hemisphere[1] else (-1, 1)


def _labelled(text: str, found: list[Angle]) -> Iterator[Reading]:
    """Pairs of a number labelled as latitude and one labelled as longitude, in either order."""
    named = [(angle, axis) for angle in found if (axis := axis_of(text, angle))]
    for (first, one), (second, other) in pairwise(named):
        order = _order(one, other)
        if order is None or second.start - first.end > _REACH:
            continue
        if not one.isdigit() and names_another(text, first.end, second.start, order):
            continue
        latitude, longitude = (first, second) if order == "latitude" else (second, first)
        for north, east in product(
            _signed(text, latitude, "latitude"), _signed(text, longitude, "longitude")
        ):
            yield Reading(
                first.start,
                second.end,
                north,
                east,
                min(first.unit, second.unit),
                "labelled latitude and longitude",
                unsigned=not (first.signed or second.signed),
            )


def _order(one: str, other: str) -> Axis | None:
    """Which of two neighbouring labels comes first; None when they do not make a pair.

    Google links number the parts of a position: 3 and 4 are latitude and longitude, 1 and 2, and 2
    and 3, longitude and latitude.
    """
    if one.isdigit() and other.isdigit():
        if int(other) != int(one) + 1:
            return None
        return "latitude" if one == "3" else "longitude"
    if {one, other} != {"latitude", "longitude"}:
        return None
    return "latitude" if one == "latitude" else "longitude"


def _signed(text: str, angle: Angle, axis: Axis) -> list[float]:
    """The value with each sign that a hemisphere beside it may give.

    A word such as "west" before another word may as well begin what is said next ("West door").
    """
    beside = angle.after or angle.before
    if not beside or angle.signed or beside[0] != axis:
        return [angle.value]
    values = [abs(angle.value) * sign for sign in _signs(beside)]
    return [angle.value, *values] if angle.after and _SAID_NEXT.match(text, angle.after_end) else values


def _side_by_side(text: str, found: list[Angle]) -> Iterator[Reading]:
    """Pairs of bare numbers with nothing but a separator between them, or a label behind each."""
    for first, second in pairwise(found):
        between = (first.end, second.start)
        if second.start - first.end > _PAIR_REACH:
            continue
        order = _named_behind(text, first, second)
        if order is None and not _GAP.fullmatch(text, *between):
            continue
        glued = second.start == first.end
        if glued and (not second.signed or _NUMBERED.search(text, max(0, first.start - 24), first.start)):
            continue
        unsigned = not (first.signed or second.signed)
        straight = Reading(
            first.start, second.end, first.value, second.value, min(first.unit, second.unit),
            "latitude and longitude", unsigned=unsigned,
        )  # fmt: skip
        turned = replace(
            straight, latitude=second.value, longitude=first.value, form="longitude and latitude"
        )
        order = order or first_axis(text, first.start)
        if order == "longitude":
            yield turned
        elif order == "latitude":
            yield straight
        else:
            yield replace(straight, order=Order.ASSUMED, form="two decimal numbers")
            yield replace(turned, order=Order.SWAPPED, form="two decimal numbers, the longitude first")


def _named_behind(text: str, first: Angle, second: Angle) -> Axis | None:
    """Which of two numbers comes first where the label of each stands behind it."""
    one, other = _NAMED_BEHIND.match(text, first.end), _NAMED_BEHIND.match(text, second.end)
    if not one or not other or one.end("gap") != second.start or other["more"]:
        return None
    names = (one["name"] == "la", other["name"] == "la")
    return None if names[0] == names[1] else "latitude" if names[0] else "longitude"


def _iso_6709(text: str) -> Iterator[Reading]:
    """Positions with signs for letters and nothing between (`+394654-0893900/`)."""
    for found in _ISO_6709.finditer(text):
        latitude = compact(found["lat"], found["latf"] or "", 2)
        longitude = compact(found["lon"], found["lonf"] or "", 3)
        if latitude and longitude:
            values = (
                -latitude[0] if found["north"] == "-" else latitude[0],
                -longitude[0] if found["east"] == "-" else longitude[0],
            )
            yield Reading(*found.span(), *values, min(latitude[1], longitude[1]), "ISO 6709 position")


def may_be_marked(seen: Glance) -> bool:
    """False only when `marked_positions` would find nothing."""
    text = seen.text
    if "box" in text and _BOX.search(text):
        return True
    if "latitude" in text and _EXIF.search(text):
        return True
    scaled = seen.has_digits(_LEAST_SCALED) and ("e7" in text or "e6" in text)
    return scaled and _INTEGERS.search(text) is not None


def marked_positions(text: str) -> Iterator[Reading]:
    """Positions that a word announces: whole numbers of a millionth of a degree, map sections."""
    for found in _INTEGERS.finditer(text) if "e7" in text or "e6" in text else ():
        scale = 0.1 ** int(found["power"])
        one, other = int(found["one"]) * scale, int(found["other"]) * scale
        at = (one, other) if found["first"] == "lat" else (other, one)
        yield Reading(*found.span(), *at, scale, "whole numbers")
    for found in _EXIF.finditer(text) if "latitude" in text else ():
        yield from _exif(found)
    for found in _BOX.finditer(text) if "box" in text else ():
        west, south, east, north = (float(part) for part in found.groups())
        if abs(east - west) <= _WIDEST_BOX and abs(north - south) <= _WIDEST_BOX:
            middle = ((south + north) / 2, (west + east) / 2)
            yield Reading(*found.span(), *middle, 1e-4, "middle of a map section", Order.SWAPPED)


def _exif(found: re.Match[str]) -> Iterator[Reading]:
    """A position in the way of EXIF: three fractions an axis, and a letter for the hemisphere."""
    groups = found.groups()
    values = []
    for parts, letter in ((groups[:6], groups[6]), (groups[7:13], groups[13])):
        over = [float(parts[i]) / float(parts[i + 1] or 1) if parts[i + 1] != "0" else 0.0 for i in (0, 2, 4)]
        value = over[0] + over[1] / 60 + over[2] / 3600
        values.append(-value if letter in ("s", "w") else value)
    unsigned = not (groups[6] and groups[13])
    yield Reading(*found.span(), values[0], values[1], 1e-4, "camera position", unsigned=unsigned)
