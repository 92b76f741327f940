"""Sets apart what tells where inside a house an address is: flats, floors, doors; and how to get in."""

import re

from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.numbers import ORDINAL_WORDS, ORDINALS_ABROAD

_COUNTED = "|".join(sorted({*ORDINAL_WORDS, *(said for group in ORDINALS_ABROAD.values() for said in group)}))
_STOREY = (
    "floors?|flr?s?|storeys?|levels?|piano|pisos?|planta|andar|etage|stock|stockwerk|og|verdieping|verd|sal"
)
_FLOOR_BEHIND = re.compile(
    rf"(?<=[a-z\d.])\s+(?=(?:(?:\d{{1,2}}(?:st|nd|rd|th|er|eme|e|o|a)|{_COUNTED})\.?|\d{{1,2}}\.)\s?(?:{_STOREY})\b)"
)
""" "via Roma 31 Torino secondo piano", "Hauptstr. 20 3. Stock": nothing in front of a floor says so."""
_WAY_IN = (
    "buzzer|buzz|klingeln?|telefonillo|timbre|citofono|campanello|campainha|digicode|interphone|sonnette"
)
_ENTRY = re.compile(
    r"(?:[\s,;(-]+(?:code (?:de la )?porte|code d'(?:acces|entree)"
    r"|(?:gate|door|entry|access|key|lock ?box) code|ring (?:\w+ ){0,2}bell|ask for|klingeln bei)\b"
    rf"|\s*(?:[,;(]|\s-)\s*(?:{_WAY_IN})\b(?!\s(?:street|st|road|rd|lane|ln|ave)\b)"
    rf"|\s+(?:{_WAY_IN})(?=\s*[:#]\s*\d|\s\d+[a-z]?\s*(?:$|[,;\n)])))(?:(?!\s-\s)[^,;\n])*"
)
"""How visitors get in, to the end of its line; what may be a street's name only where it is set apart."""
_UNIT_AHEAD = re.compile(
    r"^\s*(?:(?P<sign>#\s?\w{1,5})|(?P<unit>u\s?\d{1,4}[a-z]?|(?![nsew])[a-z]\d{1,3}|\d{1,3}(?![nsew])[a-z])|(?P<flat>\d/\d))"
    r"\s+(?=\d{1,5}[a-z]?\s+[a-z]{3})"
)
""" "#702 1155 Harwood Street", "U7 214 Kooyong Rd", "0/1 118 Dumbarton Rd": the second is the house's."""
_FLOOR_AHEAD = re.compile(
    rf"^\s*((?:(?:\d{{1,2}}(?:st|nd|rd|th)|{_COUNTED}|ground|top) (?:floor|fl)"
    r"|(?:basement|garden|top floor) flat))"
    r"\s+(?=\d{1,5}[a-z]?\s+[a-z]{3})"
)
""" "3rd floor 418 Linden St": no comma parts the floor from the house."""
_BELGIAN = re.compile(r"(?<=\d)\s+b(?:us|te|oite)?\.?\s?(\d{1,4}[a-z]?)(?=\s*(?:[,;\n/]|$))")
""" "Meir 12 b3": a box within the house."""
_SHORT = re.compile(
    r"(?<=[a-z\d])\s+(?=(?:bur|ofc|ofic|apto|ap)\.?\s?#?\d)"
    r"|(?:(?<=\d)|(?<=\d[a-z]))\s+(?=(?:vh|hh|sf|qg|gh|eg|dg|fundos|fdos|pral|entl)\b)"
)
"""Before short words for a unit that nothing parts from the house number."""


def set_apart(plain: str) -> str:
    """Folded `plain` with commas around units that stand without, and without what opens the door."""
    text = _ENTRY.sub("", plain)
    text = _FLOOR_AHEAD.sub(r"\1, ", _UNIT_AHEAD.sub(_with_word, text))
    return _SHORT.sub(", ", _FLOOR_BEHIND.sub(", ", _BELGIAN.sub(r", bus \1", text)))


def _with_word(found: re.Match[str]) -> str:
    if found["sign"]:
        return f"{found['sign']}, "
    return f"unit {found['unit'].removeprefix('u').strip()}, " if found["unit"] else f"flat {found['flat']}, "


_NAMED = words(
    """
    bl blq bloque bloco ap apt apto bur ofc ofic of lj loja cj conj sl sala esc pta pt puerta port porta
    fundos fdos frente floor floors fl flr flrs level levels storey storeys piano piso planta andar etage et
    stock stockwerk og ug eg dg vh hh sf gh qg hinterhaus vorderhaus seitenflugel gartenhaus quergebaude
    verdieping rdc pral principal entl entresuelo bajo bajos atico
    sal
    """
)
"""Words for a part of a house which are that only where nothing else is said; some are streets' as well."""
_ALONE = words(
    "fundos fdos frente eg dg vh hh sf gh qg rdc pral principal entl entresuelo bajo bajos atico quergebaude"
)
_SIDES = words(
    """
    left right middle links rechts mitte gauche droite dto dta dcho dcha der izq izqda izda esq esquerdo
    direito fte frente sinistra destra front rear back and und et y e bis to vorne hinten
    """
)
_GROUND = re.compile(r"r\.?\s?/\s?c\.?")
"""The ground floor in Portugal."""
_ID = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|eme|e|o|a)?|\d{1,3}[a-z]?|[a-z]")


def is_indoors(segment: str) -> bool:
    """True for a line of nothing but parts of a house: "2nd & 3rd floors", "3. OG links", "r/c esq." """
    ground = _GROUND.match(segment)
    said = re.findall(r"[a-z\d]+", segment[ground.end() :] if ground else segment)
    named = [word for word in said if word in _NAMED]
    others = [word for word in said if word not in _NAMED and word not in _SIDES]
    known = all(
        _ID.fullmatch(word)
        or word in ORDINAL_WORDS
        or any(word in group for group in ORDINALS_ABROAD.values())
        for word in others
    )
    if not known or len(said) > 6:
        return False
    return bool(ground) or (bool(named) and (bool(others) or bool(_ALONE.intersection(named))))
