"""Takes an address apart, as its owner typed it."""

import re

from auditor.confidential.address.model import Parts
from auditor.confidential.address.typed.commas import punctuate
from auditor.confidential.address.typed.place import COUNTRY_OF, take_country, take_postcode, take_state
from auditor.confidential.address.typed.segments import (
    BARE_NUMBER,
    is_unit,
    numbers_to_streets,
    street_segment,
    without_long_codes,
)
from auditor.confidential.address.typed.street_line import read_street, take_unit
from auditor.confidential.address.typed.street_name import WORD
from auditor.confidential.address.typed.tidy import tidied
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.dates import has_day
from auditor.confidential.address.vocabulary.districts import district_in, of_eircode
from auditor.confidential.address.vocabulary.routes import read_route
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, STREET_TYPES, USUAL_TYPES
from auditor.confidential.address.vocabulary.towns import town_begins, with_quarter
from auditor.confidential.address.vocabulary.words import BUILDINGS
from auditor.confidential.fold import fold

_CZECH = re.compile(
    r"[ěřůĚŘŮ]|[eEr]\u030c|u\u030a|(?i:\bč\.?\s?[poe]\b)|\b\d{3} \d{2}\s(?:Praha|Brno)\b"
    r"|\b\d{3,4}/\d{1,3}\b(?=.*\b\d{3} \d{2}\b)",
    re.DOTALL,
)
"""Letters that only Czech has, and a house's number in its quarter: "č. p. 858", "858/20" with the other."""
_CENTRES = frozenset(["centro", "col centro", "colonia centro"])
"""Quarters that every town has."""
_SEGMENT = re.compile(r"[,;\n|]+|\s[-–—•·*]\s")
_SUFFIX_APART = re.compile(r",\s*(?=(?:jr|sr|junior|senior|i{2,3})\b)")
"""The comma of "King, Jr." parts nothing."""
_INITIALS = re.compile(r"\b([a-z])\.\s?(?=[a-z]\.)")

_RUN_TOGETHER = re.compile(r"(?<=\d )((?:\w+\s){0,3}[A-Z][a-z]{2,})([A-Z][a-z]{1,8})(?=\s*(?:[.,;\n]|$))")
""" "1247 MapleStreet": a type run together with its name."""


def _apart(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}" if found[2].lower() in STREET_TYPES else found[0]


def parse(text: str, label: str) -> Parts:
    """The parts of the address in `text`. Never fails: what cannot be placed stays empty."""
    parts = Parts(label)
    parts.umlauts = any(c in "äöüÄÖÜ" for c in text) or "\u0308" in text
    text = _RUN_TOGETHER.sub(_apart, text)
    plain = _SUFFIX_APART.sub(" ", _INITIALS.sub(r"\1", tidied(fold(text).text)))
    plain = ", ".join(punctuate(segment) for segment in _SEGMENT.split(plain))
    segments = [s.strip(" .\t\r-") for s in _SEGMENT.split(plain)]
    segments = [s for s in segments if s]
    if not segments:
        return parts
    take_country(parts, segments)
    take_postcode(parts, segments)
    if not parts.country and len(parts.postcode) == 5 and _CZECH.search(text):
        parts.country = "cz"
    take_state(parts, segments)
    if len(parts.postcode) != 5:
        # "64000 Monterrey, NL" is in Nuevo León, not in Newfoundland.
        parts.country = parts.country or COUNTRY_OF.get(parts.state, "")
    segments = numbers_to_streets(without_long_codes(segments))
    at = street_segment(segments)
    _read_segments(parts, segments, at)
    parts.towns = [town for town in parts.towns if town not in _CENTRES]
    if parts.country == "ie":
        parts.district = parts.district or of_eircode(parts.postcode)
    if parts.state == "nl" and parts.type_first and parts.number_last:
        # Nuevo León
        parts.country = ""
    _unit_before_number(parts)
    _unit_behind_name(parts)
    lone = len(parts.building) == 1 and parts.type_first and not BUILDINGS.intersection(parts.building)
    if (parts.number_last or lone) and parts.building and not (parts.towns or parts.postcode):
        # "Kolín, Pražská 3": the town comes first.
        parts.towns.append(" ".join(parts.building))
    _town_behind_name(parts)
    return parts


def _join_crossing(parts: Parts) -> None:
    """In Colombia "# 93-47" is the house 47 behind the crossing with street 93: one number, and no range."""
    counted = parts.type_first and len(parts.name) == 1 and parts.name[0][0].isdecimal()
    if not parts.number_last or not parts.number.isdecimal():
        return
    if parts.high and counted and len(parts.high) <= 3:
        parts.unit, parts.high = parts.high, ""
    elif not parts.unit.isdecimal() or not (parts.country == "co" or (counted and not parts.unit_type)):
        return
    parts.crossing = parts.number + parts.letter + parts.unit
    parts.number, parts.unit = parts.number + parts.unit, ""


def _town_behind_name(parts: Parts) -> None:
    """Part a street without a type from the town behind it: "115 Broadway San Francisco CA"."""
    typed = parts.types or parts.route or parts.number_last or parts.after
    if typed or parts.towns or not (parts.state and parts.number) or len(parts.name) < 2:
        return
    cut = town_begins(list(parts.name))
    parts.towns.append(" ".join(parts.name[cut:]))
    parts.name = parts.name[:cut]
    if len(parts.name) > 1 and parts.name[-1] in DIRECTIONS:
        parts.after, parts.name = DIRECTIONS[parts.name[-1]], parts.name[:-1]


def _unit_behind_name(parts: Parts) -> None:
    """Read "860 W Blackhawk 305" as the flat 305 of the house 860."""
    settled = parts.types or parts.route or parts.number_last or parts.after or parts.unit
    if settled or not parts.before or len(parts.name) != 2:
        return
    first, last = parts.name
    if (
        len(first) >= 3
        and first.isalpha()
        and first not in STREET_TYPES
        and last.isdecimal()
        and len(last) <= 4
    ):
        parts.name, parts.unit = (first,), last


def _unit_before_number(parts: Parts) -> None:
    """Read "205-4388" as the flat 205 of the house 4388, where such numbers are no range and no one number.

    One hyphened number is usual in Hawaii ("91-1245"), and with two figures behind in Queens ("144-27").
    """
    low, high = parts.number, parts.high
    if not (low.isdecimal() and high.isdecimal()) or parts.number_last or parts.state == "hi":
        return
    is_range = len(low) == len(high) and 0 < int(high) - int(low) <= 100
    if not is_range and (len(high) >= 3 or parts.country in ("ca", "au", "nz")):
        parts.unit, parts.number, parts.high = parts.unit or low, high.lstrip("0") or high, ""


_FLAT_OF_HOUSE = re.compile(r"(\d{1,4}[a-z]?) (?=[a-z]{3})")
""" "18 Maple Court" on a line before the street's."""
_IN_TOWN = re.compile(r"^(?:in|en|at|near) (?=[a-z]{3})")
""" "1247 Maple Street in Springfield"."""
_BOX = re.compile(r"(?:box|bx)\b\.?\s*#?\s*\d")


def _read_segments(parts: Parts, segments: list[str], at: int) -> None:
    if not segments:
        return
    street = segments[at]
    behind = segments[at + 1 :]
    bare = BARE_NUMBER.fullmatch(segments[at - 1]) if at else None
    first, *others = street.split(" ")
    # "10325 - 83 Avenue"
    numbered = numbers.ordinal_value(first) is not None or (
        first.isdecimal() and others[:1] != [] and others[0].strip(".") in USUAL_TYPES
    )
    if bare and (numbered or not re.match(r"\d", street)):
        street = f"{segments.pop(at - 1)} {street}"
        at -= 1
    elif (
        behind
        and (has_day(WORD.findall(street)) or not re.search(r"\d", street))
        and re.fullmatch(r"(?:n\w{0,5}\.?\s*(?:[oa]\.?\s*)?|#)?\d{1,5}\s?[a-z]?", behind[0])
    ):
        street = f"{street} {behind.pop(0)}"
    if behind and _BOX.match(behind[0]) and read_route(street):
        # "Rural Route 1, Box 9C"
        street = f"{street} {behind.pop(0)}"
    for segment in segments[:at]:
        if is_unit(segment):
            take_unit(parts, segment)
        elif not parts.building and not re.fullmatch(r"[\d\W]+", segment):
            flat = _FLAT_OF_HOUSE.match(segment)
            parts.building = tuple(WORD.findall(segment[flat.end() :] if flat else segment))
            parts.unit = parts.unit or (flat[1] if flat else "")
    rest = read_street(parts, street)
    _join_crossing(parts)
    if rest:
        behind.insert(0, rest)
    _read_behind(parts, behind)


def _read_behind(parts: Parts, behind: list[str]) -> None:
    """Read units, towns and their district from the lines behind the street's."""
    for segment in behind:
        if is_unit(segment):
            take_unit(parts, segment)
        elif _take_district(parts, segment, last=segment is behind[-1]):
            continue
        elif town := " ".join(re.findall("[a-z]+", segment.partition("(")[0] or segment)):
            # What stands in brackets tells one of two towns from the other: "Halle (Saale)".
            parts.towns += _halves(segment)
            _add_town(parts, town)


def _halves(segment: str) -> list[str]:
    """The town and its district of "Berlin-Schoneberg"."""
    halves = re.fullmatch(r"([a-z]{5,})-([a-z]{5,})", segment.strip())
    return [halves[2], halves[1]] if halves else []


def _take_district(parts: Parts, segment: str, *, last: bool) -> bool:
    """Note the district of a town, and the town: "Dublin 9"; true when nothing else is on the line."""
    town, district = district_in(segment)
    placed = district[:1].isdecimal() or (last and not (parts.state or parts.postcode))
    if not (district and placed and (town or parts.towns)):
        return False
    parts.district = district
    if town:
        _add_town(parts, town)
    return True


def _add_town(parts: Parts, town: str) -> None:
    """Note a town, without the letters of its province too: "Bologna BO"."""
    town = _IN_TOWN.sub("", town)
    head, _, province = town.rpartition(" ")
    if head and len(province) == 2 and parts.number_last and parts.type_first:
        parts.towns.append(head)
    parts.towns += with_quarter(town)
