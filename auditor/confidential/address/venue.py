"""Tells the name of whoever lives at an address from its street, where no comma stands between them."""

import re

from auditor.confidential.address import numbers
from auditor.confidential.address.lists import words
from auditor.confidential.address.routes import read_route
from auditor.confidential.address.streets import DIRECTIONS, JOINED, LINKS, PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.words import GIVEN_NAMES, TITLES, UNITS

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(
    r"(?P<venue>[^\d#]{3,70}?)[\s,]+(?P<line>\d{1,6}[a-z]?(?:-\d{1,5})?\s+(?P<rest>[^\d\s].*|\d+\S*\s.*))"
)
_LEADING = words("calle avenida avda avd rue via viale piazza corso rua paseo carrer plaza calzada boulevard")
_SHORT_LEADING = re.compile(r"\s(?:c|av|r|v)\.?\s(?=(?:de|del|la|los|las|da|do|dos|della|du|des)\s)")
_MOST_WORDS = 6
_NAMED = (
    LINKS
    | TITLES
    | GIVEN_NAMES
    | DIRECTIONS.keys()
    | words(
        """
    alt alte alter alten altes neu neue neuer neuen gross grosse grosser grossen klein kleine kleiner
    kleinen ober obere oberer oberen unter untere unterer unteren hohe hohen lange langen kurze
    oude nieuwe grote kleine hoge lage kaiser konig kurfurst prinz graf oberst st sankt zum zur in vor
    """
    )
)
"""Words that begin the name of a street."""


def cut_venue(street: str) -> tuple[str, str]:
    """What stands before number and street on their line, and the rest: "The Book Club 100 Leonard St"."""
    first = _WORD.match(street)
    if first is None or first[0][0].isdigit() or first[0] in _STARTS or read_route(street):
        return "", street
    found = _NUMBERED.fullmatch(street)
    if found and not found["venue"].endswith(JOINED) and _is_street(_WORD.findall(found["rest"])):
        return found["venue"], found["line"]
    for type_ in re.finditer(rf"\s(?=(?:{'|'.join(sorted(_LEADING))})\s)", street):
        if len(_WORD.findall(street[: type_.start()])) >= 2:
            return street[: type_.start()], street[type_.end() :]
    found = _SHORT_LEADING.search(street)
    if found and len(_WORD.findall(street[: found.start()])) >= 2:
        return street[: found.start()], street[found.start() :].strip()
    return "", street


_STARTS = PREFIX_TYPES | numbers.VALUES.keys() | UNITS.keys() | {"no", "nr", "number", "num", "box", "po"}
"""Words before a figure that may belong to the street or to its number."""


def _is_street(behind: list[str]) -> bool:
    """True when the words behind a number go on like a street: a name and a type."""
    typed = any(word in STREET_TYPES and len(word) >= 2 for word in behind[1:_MOST_WORDS])
    return typed or (behind[0] in PREFIX_TYPES and len(behind[0]) >= 3 and len(behind) > 1)


def own_words(before: list[str]) -> list[str]:
    """Of the words before a compound such as "triftstrasse" those that belong to the street's name."""
    if len(before) >= 2 and not _NAMED.intersection(before):
        return []
    return before
