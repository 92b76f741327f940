"""Puts in the commas that people leave out of an address, so that its lines can be told apart."""

import re

from auditor.confidential.address.typed.street_name import JOINED_NAME
from auditor.confidential.address.vocabulary.lists import words as listed
from auditor.confidential.address.vocabulary.numbers import ORDINALS_ABROAD
from auditor.confidential.address.vocabulary.streets import (
    DIRECTIONS,
    JOINED,
    LINKS,
    PREFIX_TYPES,
    STREET_TYPES,
)
from auditor.confidential.address.vocabulary.words import BUILDINGS, NUMBER_SIGNS, SIDES, UNITS

_HOUSE = re.compile(r"\d{1,6}[a-z]?(?:-\d{1,6}[a-z]?)?")
_CODE = re.compile(r"\d{4,5}(?:-\d{3})?|\d{2}-\d{3}")
_STOREY = re.compile(r"\d{1,2}[oa]")
"""The number of a storey, as in Spain: the sign of "2º" is folded to a letter."""
_NAME_WORDS = 5
"""Words between a house number and the type of street, at most."""
_NO_HOUSE_BEHIND = (UNITS.keys() | NUMBER_SIGNS) - {"house"}
_VENUES = listed("mall club center centre plaza station village park court gardens lodge mission mill union")
"""Types of street that as often end the name of a building."""
_ROMANCE = listed("c cl calle avenida avda paseo plaza rue quai chemin via viale piazza corso rua travessa")
"""Types that lead a street's name and are no English words."""
_NUMBERED_ROADS = listed("highway hwy route rte road rd county state interstate farm ranch loop spur")
"""What a number behind belongs to."""
_OF_STREETS = LINKS | SIDES | {word for said in ORDINALS_ABROAD.values() for word in said}
"""Words before a joined name ("Alte Landstrasse") that belong to it."""


def punctuate(line: str) -> str:
    """`line` (folded, without commas) with one behind a venue and one before a continental postcode.

    "Harbor House 1247 Maple Street" names a building first; "Triftstrasse 67 13353 Berlin" is street,
    number, postcode, town.
    """
    words = line.split()
    plain = [word.strip(".,#()'\"") for word in words]
    marks = {_number_behind_venue(plain), _street_behind_venue(plain), _code_behind_number(plain)}
    marks = (marks | {_unit_behind_number(plain), _unit_behind_leading(plain)}) - {0}
    return (
        " ".join(f"{word}," if at + 1 in marks else word for at, word in enumerate(words)) if marks else line
    )


def _number_behind_venue(words: list[str]) -> int:
    """Where a house number stands with its street behind and a name or a unit before it; 0 when nowhere."""
    at = next((i for i, word in enumerate(words) if _figures(word)), 0)
    if at and words[at - 1] in UNITS and _figures(" ".join(words[at + 1 : at + 2])):
        at += 1
    elif not at or _is_of_street(words[:at]):
        return 0
    behind = words[at + 1 : at + 2 + _NAME_WORDS]
    if len(behind) < 2 or not _HOUSE.fullmatch(words[at]):
        return 0
    typed = any(word in STREET_TYPES for word in behind[1:]) or behind[0] in PREFIX_TYPES
    return at if typed or any(JOINED_NAME.match(word) for word in behind) else 0


def _figures(text: str) -> bool:
    return any(c.isdecimal() for c in text)


def _is_of_street(words: list[str]) -> bool:
    """True when a number behind `words` is their own: "Calle Mayor 12", "Apt 5", "Highway 31"."""
    last = words[-1]
    if last in _NO_HOUSE_BEHIND or words[0] in PREFIX_TYPES or last.endswith(JOINED):
        return True
    return last in DIRECTIONS or (last in STREET_TYPES and last not in _VENUES)


def _street_behind_venue(words: list[str]) -> int:
    """Where a street begins whose number stands behind it, when a name stands before it; 0 when nowhere."""
    for at, word in enumerate(words[:-1]):
        if _figures(word) or word in PREFIX_TYPES - _ROMANCE:
            return 0
        if word in _ROMANCE:
            # "Gran Via" is the name of a street; a venue has more words.
            return at if at != 1 and words[at - 1] not in _NO_HOUSE_BEHIND | LINKS else 0
        if JOINED_NAME.match(word) and _HOUSE.fullmatch(words[at + 1]):
            if _OF_STREETS.intersection(words[:at]) or (at == 1 and _of_place(words[0])):
                return 0
            return at
    return 0


def _of_place(word: str) -> bool:
    """True for a German adjective of a place, which belongs to the street: "Ottenser Hauptstrasse"."""
    return len(word) > 5 and word.endswith("er") and word not in BUILDINGS


def _unit_behind_number(words: list[str]) -> int:
    """Where a unit stands behind a street and its number: "Ahornstrasse 42 Whg. 3"; 0 when nowhere."""
    if words[:1] and words[0] in UNITS:
        return 0
    for at in range(2, len(words)):
        unit = words[at] in UNITS or _STOREY.fullmatch(words[at])
        if unit and _HOUSE.fullmatch(words[at - 1]) and not _figures(" ".join(words[: at - 1])):
            return at
    return 0


def _unit_behind_leading(words: list[str]) -> int:
    """The same where the number comes first and the type leads: "18 rue des Tilleuls Bat. B"."""
    if len(words) < 5 or not _HOUSE.fullmatch(words[0]) or words[1] not in PREFIX_TYPES:
        return 0
    units = (at for at in range(3, len(words) - 1) if words[at] in UNITS and words[at] not in STREET_TYPES)
    return next((at for at in units if len(words[at + 1]) == 1 or _figures(words[at + 1])), 0)


def _code_behind_number(words: list[str]) -> int:
    """Where a postcode stands between street and town; 0 when nowhere."""
    for at in range(1, len(words) - 1):
        before = words[at - 1]
        if not _CODE.fullmatch(words[at]) or not all(word.isalpha() for word in words[at + 1 :]):
            continue
        if _HOUSE.fullmatch(before) and (at < 2 or words[at - 2] not in _NO_HOUSE_BEHIND):
            return at
        # The comma of "12, rue des Lilas 31000 Toulouse" has parted the number already.
        street = words[0] in _ROMANCE or _figures(" ".join(words[: at - 1]))
        whole = len(words[at]) == 5 and street
        if whole and len(before) > 2 and before not in _NO_HOUSE_BEHIND and before not in _NUMBERED_ROADS:
            return at
    return 0
