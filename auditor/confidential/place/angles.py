"""Finds single angles in folded text: decimal degrees, degrees with minutes and seconds, compact forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Axis = Literal["latitude", "longitude"]
Whole = frozenset[int]
"""Whole degrees worth reading; angles with others are passed over."""

_DEGREE = r"(?:\s?(?:°|deg(?:rees?|\.)?|grados?|gradi|grad(?:en)?|graus|degres?|(?:o|d|\*)(?=\s?\d))\s?)"
_MINUTE = r"\s?(?:'|′|`|´|min(?:ut(?:es?|os?|i|en)|\.)?|m(?![a-z]))\s?"
_SECOND = r"\s?(?:\"|''|′′|'|′|sec(?:onds?|\.)?|seg(?:undos?|\.)?|s(?=\W{0,2}[nsewo](?![a-z])))"
_PART = r"\d{1,2}(?:[.,]\d{1,20})?(?!\d)"
_ANGLE = re.compile(
    r"(?<![0-9])(?<![0-9]\.)(?P<degrees>\d{1,3})(?:"
    rf"{_DEGREE}(?P<minutes>{_PART})(?:{_MINUTE}(?:(?P<seconds>{_PART})(?:{_SECOND})?)?)?"
    rf"|(?P<fraction>\.\d{{1,20}}|,\d{{1,20}}(?!\.?\d))(?!\.?\d)(?:\s?(?:°|deg(?:rees?|\.)?(?![a-z])))?"
    r")"
)
_BARE_PART = r"(\d{1,2}(?:\.\d{1,20})?)(?!\d)"
_BARE = re.compile(
    rf"(?<![\d.])(?:(?P<before>(?<![a-z])[nsewo])\s?)?(\d{{1,3}})[\s:,-]\s?{_BARE_PART}(?:[\s:,-]\s?{_BARE_PART})?"
    r"(?:\s?(?P<after>[nsewo])(?![a-z]))?"
)
_COMPACT = re.compile(
    r"(?<![\d.])(?:(?P<before>(?<![a-z])[nsew])\s?)?(\d{2,3})(\d{2})(\d{2})?(\.\d{1,20})?"
    r"(?:[\s,]?(?P<after>[nsew])(?![a-z]))?(?![\d.])"
)
_HEMISPHERES: dict[str, tuple[Axis, int]] = {
    **dict.fromkeys(("n", "north", "norte", "nord", "noord", "lat n"), ("latitude", 1)),
    **dict.fromkeys(("s", "south", "sur", "sud", "zuid"), ("latitude", -1)),
    **dict.fromkeys(("e", "east", "este", "est", "ost", "oost", "leste"), ("longitude", 1)),
    **dict.fromkeys(("w", "west", "oeste", "ouest", "ovest", "o"), ("longitude", -1)),
}
_NAMES = "|".join(sorted(_HEMISPHERES, key=len, reverse=True))
_AFTER = re.compile(rf"\s?(?:degrees?\s)?({_NAMES})(?![a-z])")
_BEFORE = re.compile(rf"(?<![a-z])({_NAMES})\.?[\s:=]{{0,3}}$")
_SIGN = re.compile(r"[-+]\s?$")


@dataclass(frozen=True, slots=True)
class Angle:
    """One angle as written. `value` carries the sign written before it; `before` and `after` are the
    hemispheres that stand beside it, each an axis and a sign, which may belong to a neighbour."""

    start: int
    end: int
    value: float
    unit: float
    signed: bool
    form: str
    before: tuple[Axis, int] | None = None
    after: tuple[Axis, int] | None = None
    after_end: int = 0


def angles(text: str, whole: Whole) -> Iterator[Angle]:
    """Every angle in `text` with marks or a fraction, in order of position."""
    for found in _ANGLE.finditer(text):
        degrees = found["degrees"]
        if int(degrees) not in whole:
            continue
        if found["fraction"] is None:
            angle = _sexagesimal(found.start(), found.end(), found.group("degrees", "minutes", "seconds"))
            form = "degrees and minutes"
        else:
            digits = found["fraction"][1:]
            angle = (float(f"{degrees}.{digits}"), 10.0 ** -len(digits))
            form = "decimal degrees"
        if angle is not None:
            yield _beside(text, Angle(found.start(), found.end(), *angle, signed=False, form=form))


def lettered(text: str, whole: Whole) -> Iterator[Angle]:
    """Angles whose parts no mark tells apart (`39 46 54 n`, `394654n`): only a hemisphere makes them one."""
    for pattern, form in ((_BARE, "degrees and minutes"), (_COMPACT, "compact degrees")):
        for found in pattern.finditer(text):
            letter = found["after"] or found["before"]
            if not letter:
                continue
            parts = [part for part in found.groups()[1:-1] if part is not None]
            if pattern is _COMPACT:
                parts = _split_compact(parts, letter)
            angle = _sexagesimal(found.start(), found.end(), (*parts, None)[:3])
            if angle is None or int(parts[0]) not in whole:
                continue
            hemisphere = _HEMISPHERES[letter]
            value = angle[0] * hemisphere[1]
            yield Angle(
                found.start(),
                found.end(),
                abs(value),
                angle[1],
                False,
                form,
                hemisphere if found["before"] else None,
                hemisphere if found["after"] else None,
                found.end(),
            )


def _split_compact(parts: list[str], letter: str) -> list[str]:
    """Degrees, minutes and seconds of a run of digits: two digits of latitude, three of longitude."""
    run = "".join(parts)
    width = 2 if letter in "ns" else 3
    whole, _, fraction = run.partition(".")
    rest = whole[width:]
    tail = f".{fraction}" if fraction else ""
    if len(rest) == 4:
        return [whole[:width], rest[:2], rest[2:] + tail]
    return [whole[:width], rest + tail]


def _sexagesimal(start: int, end: int, parts: tuple[str | None, ...]) -> tuple[float, float] | None:
    """Value and unit in degrees; None when minutes or seconds are out of range."""
    del start, end
    value, unit, scale = 0.0, 1.0, 1.0
    for place, part in enumerate(parts):
        if part is None:
            break
        number = float(part.replace(",", "."))
        if place and number >= 60:
            return None
        value += number / scale
        decimals = len(part.replace(",", ".").partition(".")[2])
        unit = 10.0**-decimals / scale
        scale *= 60
    return value, unit


def _beside(text: str, angle: Angle) -> Angle:
    """`angle` with the sign before it and the hemispheres around it."""
    start, value, signed = angle.start, angle.value, False
    sign = _SIGN.search(text, max(0, start - 2), start)
    if sign:
        start, signed = sign.start(), True
        value = -value if sign[0][0] == "-" else value
    before = _BEFORE.search(text[max(0, start - 12) : start])
    after = _AFTER.match(text, angle.end)
    return replace(
        angle,
        start=start,
        value=value,
        signed=signed,
        before=_HEMISPHERES[before[1]] if before else None,
        after=_HEMISPHERES[after[1]] if after else None,
        after_end=after.end() if after else angle.end,
    )
