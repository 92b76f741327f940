"""Finds single angles in folded text: decimal degrees, degrees with minutes and seconds, compact forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Axis = Literal["latitude", "longitude"]
Hemisphere = tuple[Axis, int]
"""An axis, and the sign that a letter such as S or W gives to its value; 0 where it may be either.

O is the east of German (Ost) and the west of Spanish, French, Italian and Portuguese (oeste, ouest, ovest).
"""
Whole = frozenset[int]
"""Whole degrees worth reading; angles with others are passed over."""

_DEGREE = r"(?:\s?(?:°|deg(?:rees?|\.)?|grados?|gradi|grad(?:en)?|graus|degres?|(?:o|d|\*)(?=\s?\d)),?\s?)"
_MINUTE = r"\s?(?:'|′|`|´|min(?:ut(?:es?|os?|i|en)|\.)?|m(?![a-z])),?\s?(?:(?:and|y|et|und)\s(?=\d))?"
_SECOND = r"\s?(?:\"|''|′′|'|′|sec(?:onds?|\.)?|seg(?:undos?|\.)?|s(?=\W{0,2}[nsewo](?![a-z])))"
_PART = r"\d{1,2}(?:[.,]\d{1,20})?(?!\d)"
_RING = r"o(?=\s?[nsew](?![a-z])|[\s,;]{1,3}-?\d{1,3}\.\d{3,20}o)"
"""The masculine ordinal written for a degree sign, which folding makes an "o"; alone it may be the west."""
_ANGLE = re.compile(
    r"(?<![0-9!])(?<![0-9]\.)(?:(?P<degrees>\d{1,3})(?:"
    rf"{_DEGREE}(?P<minutes>{_PART})(?:{_MINUTE}(?:(?P<seconds>{_PART})(?:{_SECOND})?)?)?"
    r"|(?P<fraction>\.\d{1,20}|(?:\s\.\s?|\.\s)\d{4,20}|,\d{1,20}(?!\.?\d)(?!°\s?\d{1,2}\s?['′]))(?!\.?\d)"
    rf"(?:\s?(?:°|deg(?:rees?|\.)?(?![a-z]))|{_RING})?"
    r")|(?P<nought>\.\d{3,20})(?!\.?\d))"
)
_BARE_PART = r"(\d{1,2}(?:\.\d{1,20})?)(?!\d)"
_BARE = re.compile(rf"(?<!\d)(?<!\d\.)(\d{{1,3}})[\s:,_|-]\s?{_BARE_PART}(?:[\s:,_|-]\s?{_BARE_PART})?")
_COMPACT = re.compile(r"(?<![\d.])(\d{4,7})(\.\d{1,20})?(?![\d.])")
_GERMAN: dict[str, Hemisphere] = {
    "nord": ("latitude", 1), "sud": ("latitude", -1), "ost": ("longitude", 1), "west": ("longitude", -1),
}  # fmt: skip
"""As in "noerdlicher Breite", folded."""
_HEMISPHERES: dict[str, Hemisphere] = {
    **dict.fromkeys(("n", "north", "norte", "nord", "noord"), ("latitude", 1)),
    **dict.fromkeys(("s", "south", "sur", "sud", "zuid"), ("latitude", -1)),
    **dict.fromkeys(("e", "east", "este", "est", "ost", "oost", "leste"), ("longitude", 1)),
    **dict.fromkeys(("w", "west", "oeste", "ouest", "ovest"), ("longitude", -1)),
    "o": ("longitude", 0),
    **{f"{word}l{end}": side for word, side in _GERMAN.items() for end in ("", "ich", "iche", "icher")},
}
_NAMES = "|".join(sorted(_HEMISPHERES, key=len, reverse=True))
_AFTER = re.compile(
    rf"(?:[,_|]?\s?|\s?\()(?:degrees?\s)?(?:(?:de\s)?(?:latitud|longitud)(?:e|ine)?\s)?({_NAMES})(?![a-z])"
)
_BEFORE = re.compile(rf"(?<![a-z])({_NAMES})\.?[\s:=]{{0,3}}[-+]?$")
_ONLY_COMMA = re.compile(r",\s?[a-z]")
_SIGN = re.compile(r"[-+]\s?$")
_LEADS_TO_VALUE = re.compile(
    r"""[,;:=(\[{<>|/]$|(?<![a-z])["'′″`´]$|(?<![\d.,])\d{1,3}[.,]\d{4,20}\s?(?:°|deg)?$|\d\s?[°"'′″]$"""
)
"""What a value may follow: a separator, an opening quote, half a position."""
_LEAD = 28


@dataclass(frozen=True, slots=True)
class Angle:
    """One angle as written. `value` carries the sign written before it; `before` and `after` are the
    hemispheres that stand beside it, which may belong to a neighbour. `unit` is the last written
    place in degrees."""

    start: int
    end: int
    value: float
    unit: float
    signed: bool
    form: str
    before: Hemisphere | None
    after: Hemisphere | None
    after_end: int


def angles(text: str, whole: Whole) -> Iterator[Angle]:
    """Every angle in `text` with marks or a fraction, in order of position."""
    for found in _ANGLE.finditer(text):
        degrees = found["degrees"] or "0"
        if int(degrees) not in whole:
            continue
        if found["minutes"] is not None:
            value = _sexagesimal(degrees, found["minutes"], found["seconds"])
            form = "degrees and minutes"
        else:
            digits = (found["fraction"] or found["nought"]).replace(" ", "")[1:].strip()
            value = (float(f"{degrees}.{digits}"), 10.0 ** -len(digits))
            form = "decimal degrees"
        if value is not None:
            yield _beside(text, found, value, form)


def lettered(text: str, whole: Whole) -> Iterator[Angle]:
    """Angles whose parts no mark tells apart (`39 46 54 n`, `394654n`): only a hemisphere makes them one."""
    for found in _bare(text):
        value = _sexagesimal(*found.groups())
        if value is not None and int(found[1]) in whole:
            angle = _beside(text, found, value, "degrees and minutes")
            if angle.before or angle.after:
                yield angle
    for found in _COMPACT.finditer(text):
        width = {4: 2, 6: 2, 5: 3, 7: 3}[len(found[1])]
        value = compact(found[1], found[2] or "", width)
        if value is not None and int(found[1][:width]) in whole:
            angle = _beside(text, found, value, "compact degrees")
            if angle.before or angle.after:
                yield angle


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Numbers in twos and threes, and threes that begin inside another: "Bus 12, 46 48 44.4 n"."""
    at, within = 0, 0
    while found := _BARE.search(text, at):
        if found[3] or found.start() >= within:
            yield found
            within = max(within, found.end())
        at = found.end(1)


def compact(run: str, fraction: str, width: int) -> tuple[float, float] | None:
    """Value and unit of DDMM or DDMMSS with `width` digits of degrees; `fraction` has its full stop."""
    rest = run[width:]
    if len(rest) == 4:
        return _sexagesimal(run[:width], rest[:2], rest[2:] + fraction)
    return _sexagesimal(run[:width], rest + fraction, None)


def _sexagesimal(*parts: str | None) -> tuple[float, float] | None:
    """Value and unit in degrees; None when minutes or seconds are out of range."""
    value, unit, scale = 0.0, 1.0, 1.0
    for place, part in enumerate(parts):
        if part is None:
            break
        plain = part.replace(",", ".")
        number = float(plain)
        if place and number > 60:
            # 60 itself is what rounding makes of 59.6.
            return None
        value += number / scale
        unit = 10.0 ** -len(plain.partition(".")[2]) / scale
        scale *= 60
    return value, unit


def _is_dash(text: str, sign: re.Match[str]) -> bool:
    """True for the mark of a list or a dash behind words or numbers, "- 36.1093", "Lot 5 - 36.1093".

    A minus has no blank behind it, unless a sign before it leads to a value ("lat: - 36.1093") or the
    first half of the position does ("36.1093 - 115.1725").
    """
    if len(sign[0]) == 1:
        return False
    before = text[max(0, sign.start() - _LEAD) : sign.start()].rstrip(" \t")
    return _LEADS_TO_VALUE.search(before) is None


def _beside(text: str, found: re.Match[str], value: tuple[float, float], form: str) -> Angle:
    """The angle with the sign before it and the hemispheres around it."""
    start, end = found.span()
    sign = _SIGN.search(text, max(0, start - 2), start)
    if sign and _is_dash(text, sign):
        sign = None
    if sign:
        start = sign.start()
    before = _BEFORE.search(text[max(0, start - 12) : start])
    after = _AFTER.match(text, end)
    if after and form != "compact degrees" and _ONLY_COMMA.match(text, end):
        after = None
    return Angle(
        start,
        end,
        -value[0] if sign and sign[0][0] == "-" else value[0],
        value[1],
        sign is not None,
        form,
        _HEMISPHERES[before[1]] if before else None,
        _HEMISPHERES[after[1]] if after else None,
        after.end() if after else end,
    )
