"""Reads a number as a person types it: without country code, with a remark, or two numbers in one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import phonenumbers

from auditor.confidential.phone.context import DIRECT_DIAL_COUNTRIES
from auditor.confidential.phone.line import Line

_Test = Callable[[phonenumbers.PhoneNumber], bool]
_Read = Callable[[str], list[phonenumbers.PhoneNumber]]

_USUAL = (
    "US", "GB", "IE", "AU", "NZ", "ZA", "IN", "PH", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "PT", "IT",
    "MX", "BR", "AR", "CL", "CO", "SE", "NO", "DK", "FI", "PL",
)  # fmt: skip
"""Countries tried for a number that is none of the agency's own country."""
_NORTH_AMERICA = "US"
_ABROAD = re.compile(r"^\s*\(?00[\s\-.()]*(?=[1-9])")
""" "00 33": what most of the world dials before a country code."""
_TEN_BEHIND = r"(?=(?:[\s\-.()]*\d){10}(?:\D|$))"
_MEXICAN_MOBILE = re.compile(rf"^(\s*\(?(?:\+|\uff0b)\s?52[\s\-.()]*)1{_TEN_BEHIND}")
""" "+52 1 33 ...": dialled from abroad before a mobile number until 2019, and still written."""
_MEXICAN_TRUNK = re.compile(rf"^\s*\(?0(?:1|44|45)\)?{_TEN_BEHIND}")
""" "01 33 ...", "044 33 ...": the same within Mexico."""
_TRUNK = re.compile(r"^\D*0")
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_WORDS = re.compile(r"[\s,;:–—-]+(?=[^\W\d_]|\d{1,2}(?:[/:]\d|\s?[^\W\d_]))")
"""Where a remark in words or times may begin: "after hours", "24/7", "9:00-17:00"."""
_BETWEEN = re.compile(
    r"\s*(?:[;|&\n]|,\s|\s/\s?|/\s|\b(?:or|and|und|oder|et|ou|y|o|e|en|of)\b)\s*", re.IGNORECASE
)
_ENDING = re.compile(r"[\s\-.]*\d[\d\s\-.]*\d")
_DIRECT_DIAL = re.compile(r"(?<=\d)\s?[-‐‑–]\s?(\d{1,4})\s*$")
_LONGEST_DIRECT = 4
_LEAST = 7
"""A number of fewer digits does not stand by itself beside another one."""


def lines_of(number: str, extension: str, regions: Sequence[str]) -> tuple[list[Line], int]:
    """Every line that the typed `number` may mean, and of how many countries each may be.

    Without country code it is one of `regions`, or of the usual countries.

    Raises ValueError, without quoting the number, when it cannot be a telephone number.
    """
    text = _MEXICAN_MOBILE.sub(r"\1", _ABROAD.sub("+", number))
    if "MX" in regions:
        text = _MEXICAN_TRUNK.sub("", text)
    readers: tuple[_Read, ...] = (
        lambda piece: _at_home(piece, regions),
        lambda piece: _in_each(regions, piece, _is_long_enough),
        lambda piece: _in_each(_USUAL, piece, _is_certain),
        lambda piece: _in_each(_USUAL, piece, _is_long_enough),
    )
    for read in readers:
        for plain in _plainer(text):
            if pieces := _pieces(plain, read) or [plain] * bool(read(plain)):
                return _lines([(piece, read(piece)) for piece in pieces], extension)
    raise ValueError(_refusal(text))


def _lines(
    readings: list[tuple[str, list[phonenumbers.PhoneNumber]]], extension: str
) -> tuple[list[Line], int]:
    """The lines of all numbers typed, each with what it may mean; and the most countries of one."""
    found: dict[tuple[str, str], Line] = {}
    countries = 1
    for piece, meanings in readings:
        lines = [line for parsed in meanings for line in _with_direct_dial(piece, _line(parsed, extension))]
        countries = max(countries, len({line.country for line in lines}))
        for line in lines:
            found.setdefault((line.country, line.national), line)
    return list(found.values()), countries


def named_region(number: str) -> str:
    """The country (ISO 3166) of a typed number that begins with its country code; empty for any other."""
    text = _MEXICAN_MOBILE.sub(r"\1", _ABROAD.sub("+", number))
    parsed = _parsed(text, _NORTH_AMERICA) if text.lstrip(" (").startswith("+") else None
    region = phonenumbers.region_code_for_number(parsed) if parsed else None
    return region or ""


def _refusal(text: str) -> str:
    if _parsed(text, _NORTH_AMERICA) is None:
        return "not a telephone number; write it with + and country code"
    return "too short or too long for a telephone number; write it with + and country code"


def _plainer(text: str) -> Iterator[str]:
    """`text`, then with less and less of what may be a remark behind the number."""
    yield text
    while (shorter := _REMARK.sub("", text)) != text:
        text = shorter
        yield text
    for gap in reversed(list(_WORDS.finditer(text))):
        if sum(c.isalnum() for c in text[: gap.start()]) >= _LEAST:
            yield text[: gap.start()]


def _pieces(text: str, read: _Read) -> list[str]:
    """The numbers in a list of them, such as "309-555-0142 / 0143"; nothing for a single number."""
    first, *others = [piece for piece in _BETWEEN.split(text) if piece.strip()] or [""]
    if not others or not _is_whole(first, read):
        return []
    found = [first]
    for piece in others:
        if _is_whole(piece, read):
            found.append(piece)
        elif _ENDING.fullmatch(piece) and not read(text):
            # An ending alone may be an extension as well, unless the text is too long for one number.
            found.append(_ended(first, piece))
        else:
            return []
    return found


def _is_whole(piece: str, read: _Read) -> bool:
    return any(_is_long_enough(parsed) for parsed in read(piece))


def _is_certain(parsed: phonenumbers.PhoneNumber) -> bool:
    """True for a number in use; a few figures are one in some country whatever they are."""
    return _is_long_enough(parsed) and phonenumbers.is_valid_number(parsed)


def _is_long_enough(parsed: phonenumbers.PhoneNumber) -> bool:
    """True for a number that is possible in full and not inside its area alone."""
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    figures = len(phonenumbers.national_significant_number(parsed))
    return bool(reason == phonenumbers.ValidationResult.IS_POSSIBLE) and figures >= _LEAST


def _ended(number: str, ending: str) -> str:
    """`number` with its last figures replaced by those of `ending`."""
    figures = [c for c in ending if c.isdecimal()]
    turned = [figures.pop() if figures and c.isdecimal() else c for c in reversed(number)]
    return "".join(reversed(turned))


def _at_home(text: str, regions: Sequence[str]) -> list[phonenumbers.PhoneNumber]:
    """What `text` means in the agency's countries and North America, or in the country it names."""
    american = _only(_parsed(text, _NORTH_AMERICA), phonenumbers.is_possible_number)
    if text.lstrip(" (").startswith(("+", "\uff0b")):
        return american
    if american and _TRUNK.match(text):
        # No North American number begins with a nought; "011 44" is how others are dialled from there.
        if american[0].country_code != 1 and phonenumbers.is_valid_number(american[0]):
            return american
        american = []
    return [*_in_each(regions, text, phonenumbers.is_valid_number), *american]


def _in_each(regions: Sequence[str], text: str, accepts: _Test) -> list[phonenumbers.PhoneNumber]:
    return [parsed for region in regions for parsed in _only(_parsed(text, region), accepts)]


def _only(parsed: phonenumbers.PhoneNumber | None, accepts: _Test) -> list[phonenumbers.PhoneNumber]:
    return [parsed] if parsed is not None and accepts(parsed) else []


def _parsed(text: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _with_direct_dial(piece: str, line: Line) -> list[Line]:
    """`line`, and what it is without or with its extension where one is dialled right on.

    Figures behind a hyphen may be one ("0341 5550162-14") or the end of the number.
    """
    if line.country not in DIRECT_DIAL_COUNTRIES:
        return [line]
    if line.extension:
        direct = line.extension.isdecimal() and len(line.extension) <= _LONGEST_DIRECT
        return (
            [line, replace(line, national=line.national + line.extension, extension="")] if direct else [line]
        )
    behind = _DIRECT_DIAL.search(piece)
    base = line.national.removesuffix(behind[1]) if behind else ""
    if (
        behind is None
        or len(base) < _LEAST
        or not phonenumbers.is_valid_number(_number_of(line.country, base))
    ):
        return [line]
    return [replace(line, national=base, extension=behind[1], cut=True), line]


def _number_of(country: str, national: str) -> phonenumbers.PhoneNumber:
    return phonenumbers.PhoneNumber(country_code=int(country), national_number=int(national))


def _line(parsed: phonenumbers.PhoneNumber, extension: str) -> Line:
    """The parts of a number that is understood."""
    country = str(parsed.country_code)
    national = phonenumbers.national_significant_number(parsed)
    home = phonenumbers.region_code_for_country_code(int(country))
    trunk = phonenumbers.ndd_prefix_for_region(home, True) or ""
    width = phonenumbers.length_of_geographical_area_code(parsed)
    if country == "1":
        width = 3
    wanted = "".join(c for c in extension if c.isalnum()) or parsed.extension or ""
    return Line(country, national, trunk, national[:width], wanted)
