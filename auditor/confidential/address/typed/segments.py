"""Tells the lines of an address apart: the one with the street, units, bare numbers."""

import re

from auditor.confidential.address.typed.indoors import is_indoors
from auditor.confidential.address.typed.street_name import JOINED_NAME, WORD
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.routes import read_route
from auditor.confidential.address.vocabulary.streets import PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.vocabulary.words import BUILDINGS, UNITS, UNITS_ALONE

BARE_NUMBER = re.compile(r"\d{1,6}(?:\s?(?:[a-z]|bis|ter|quater|quinquies))?(?:-\d+)?")
"""A house number on a line of its own, perhaps with a word for a second house of that number."""
_FLOOR = re.compile(
    r"\d{1,2}\.?\s?[oa]\.?(?:\s*(?:dto|dcho|dcha|der|dir|izq|izda|esq|fte|frente|[a-z]|\d{1,2}[oa]?)\.?)?"
)
"""A floor and a door, as in Spain and Portugal: "3º B", "2.º Dto"."""

_NAMED_STREET = re.compile(
    "...(?:strasse|str|weg|gasse|platz|allee|straat|laan|gracht|gatan|vagen|vej|vegen)$"
)
"""A German, Dutch or Nordic street in one word, and no town such as "Heidelberg"."""
_DANISH_FLOOR = re.compile(r"(?:\d{1,2}|st|kl)\.?,?\s?(?:t\.?\s?[hv]|m\.?\s?f)\.?")
"""A floor and the door to the right, to the left or in the middle, as in Denmark: "3. th"."""

_ENGLISH_STREETS = frozenset(
    ["street", "road", "avenue", "lane", "drive", "close", "crescent", "grove", "way", "terrace", "court"]
)
"""Types in front of whose streets a house number stands, never behind."""
_LONG_CODE = re.compile(r"\d{6}|\d{3} \d{3}")
_OWN_NUMBER = re.compile(r"\d{1,5}[a-z]? [a-z]")


def is_unit(segment: str) -> bool:
    """True for a line that names a unit, a floor or a door, and nothing else."""
    words = WORD.findall(segment)
    if not words:
        return False
    if _FLOOR.fullmatch(segment) or _DANISH_FLOOR.fullmatch(segment) or is_indoors(segment):
        return True
    if segment.startswith("#") or (len(words) == 1 and words[0] in UNITS_ALONE):
        return True
    if len(words) == 2 and words[0] in UNITS_ALONE:
        # "Lower Hutt" and "Front Royal" are towns, "Lower Level" is none.
        return not may_be_town(words[1])
    ordinal = numbers.ordinal_value(words[0]) is not None and len(words) == 2 and words[1] in UNITS
    nested = len(words) == 4 and words[2] in UNITS
    return ordinal or (
        (len(words) <= 3 or nested)
        and words[0] in UNITS
        and any(len(w) < 5 or w.isdecimal() for w in words[1:])
    )


def may_be_town(word: str) -> bool:
    """True for a name behind a word such as "lower", not for more about where in a house a unit is."""
    inside = ("left", "right", "door", "level", "entrance", "side", "middle")
    return word.isalpha() and len(word) >= 3 and not (word in UNITS or word in BUILDINGS or word in inside)


def _score(segment: str) -> int:
    """How much a line looks like the one with the street."""
    if BARE_NUMBER.fullmatch(segment):
        return 0
    words = WORD.findall(segment)
    typed = any(w in STREET_TYPES for w in words) or any(JOINED_NAME.match(w) for w in words)
    number = bool(re.search(r"\d", segment)) or (bool(words) and words[0] in numbers.VALUES)
    route = read_route(re.sub(r"^\d+\S*\s+", "", segment))
    typed = typed or bool(route)
    named = any(
        len(w) > 1 and w.isalpha() and w not in numbers.VALUES and w not in numbers.REPEATS for w in words
    )
    numbered = bool(re.match(r"\d", segment)) and named
    typed = typed or bool(re.match(r"\d+ [nsew]\w* \d+", segment))
    points = (
        5
        if number and typed
        else 4
        if numbered
        else 3
        if typed and (len(words) > 1 or _NAMED_STREET.search(words[0]))
        else 2
        if number and named
        else 0
    )
    # A rural route or a box is where mail goes; a line with a house's number says more.
    posted = route is not None and route[0] in ("rural", "box")
    return points - (3 if is_unit(segment) else 0) - posted


def without_long_codes(segments: list[str]) -> list[str]:
    """The lines without a postcode of six figures on a line of its own, where another line has a number."""
    codes = [at for at in range(1, len(segments)) if _LONG_CODE.fullmatch(segments[at])]
    rest = [segment for at, segment in enumerate(segments) if at not in codes]
    return rest if any(re.search(r"\d", segment) for segment in rest) else segments


def numbers_to_streets(segments: list[str]) -> list[str]:
    """The lines, a number alone as one with the street behind: "Elm House, 12, Fir Road, Leeds"."""
    joined = list(segments)
    for at in range(len(segments) - 3, 0, -1):
        street = segments[at + 1].split()
        english = len(street) > 1 and _ENGLISH_STREETS & STREET_TYPES.get(street[-1], frozenset())
        led = _begins_abroad(segments[at - 1]) or _begins_abroad(segments[at + 1])
        if english and not led and street[0].isalpha() and BARE_NUMBER.fullmatch(segments[at]):
            joined[at : at + 2] = [f"{segments[at]} {segments[at + 1]}"]
    return joined


def _is_house(segment: str) -> bool:
    """True for a house number with a street that no building is named by: "12 Fir Lane"."""
    last = segment.rpartition(" ")[2]
    typed = last not in BUILDINGS and STREET_TYPES.get(last, frozenset()) & _ENGLISH_STREETS
    return bool(typed and _OWN_NUMBER.match(segment))


def _begins_abroad(segment: str) -> bool:
    """True for a line in which the number stands behind: "Calle Mayor", "Ahornstrasse"."""
    words = segment.split()
    return words[0] in PREFIX_TYPES or any(JOINED_NAME.match(word) for word in words)


def street_segment(segments: list[str]) -> int:
    """Which of the lines holds the street."""
    scores = [_score(segment) for segment in segments]
    at = scores.index(max(scores)) if scores else 0
    named = scores[at : at + 2] == [5, 5] and segments[at].rpartition(" ")[2] in BUILDINGS
    if named and _is_house(segments[at + 1]):
        # "18 Maple Court, 12 Fir Lane": the flat 18 of a house with a name.
        return at + 1
    if scores[at + 1 : at + 2] == [3] == scores[at : at + 1] and segments[at].split(" ")[-1] in BUILDINGS:
        # "Rosewood Lodge, Harrow Lane": without a number the house has a name.
        return at + 1
    return at
