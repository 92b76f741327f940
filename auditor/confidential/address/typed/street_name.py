"""Takes the name of a street apart: direction, type and name; and what follows them on the line."""

import re

from auditor.confidential.address.model import Parts
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.leading import kinds_of, leads
from auditor.confidential.address.vocabulary.lists import words as listed
from auditor.confidential.address.vocabulary.streets import (
    DIRECTIONS,
    JOINED,
    LINKS,
    STREET_TYPES,
    TRANSLATED,
    USUAL_TYPES,
)
from auditor.confidential.address.vocabulary.towns import with_quarter
from auditor.confidential.address.vocabulary.words import TITLES, UNITS, UNITS_ALONE

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
JOINED_NAME = re.compile(f"([a-z]{{3,}}?)[-]?({'|'.join(JOINED)}|str|pl|gt)$")
_TYPES_ONLY = STREET_TYPES.keys() - {"broadway", "bway", "bdwy"}
"""Types that are no names by themselves: "East Road" is a road, "East Broadway" the east of Broadway."""
_OF_WHAT = frozenset(["strasse", "str", "platz", "allee", "weg", "ring", "ufer"])
"""German types that stand before a name with an article: "Straße des 17. Juni"."""
_LAST_DIRECTIONS = DIRECTIONS | {"o": "w"}
"""Directions behind a name with its type first: "rue Sherbrooke O." is ouest."""
_PLACED_BEHIND = frozenset(["lower", "lwr", "lr", "upper", "uppr", "upr", "great", "little", "old", "new"])
"""Words of a name that may stand behind the type, as in Ireland: "Mallow Street Upr"."""
_NO_NAMES = listed(
    "avenida avda avd avinguda calle cll carrer rue quai chemin impasse rua travessa via viale piazza corso"
)
"""Types that are no street's name: what stands behind them is."""
_ENGLISH = USUAL_TYPES | listed("court ct circle cir way terrace ter loop trail trl place pl parkway pkwy")
"""Types behind a name even where a word such as "Via" leads it."""
_SIDES = listed("esq dto dta dcha dcho izq izda izqda fte frente links rechts th tv")
"""Which of a floor's doors is meant."""
_LETTERED_UNITS = frozenset(
    [
        "apt",
        "apartment",
        "suite",
        "ste",
        "unit",
        "floor",
        "fl",
        "flr",
        "room",
        "rm",
        "bldg",
        "building",
        "flat",
    ]
)
"""Units that nothing else is called by, so that a letter behind them is theirs."""
SAINTS = frozenset(["st", "ste", "sta", "sto"])


def read_name(parts: Parts, words: list[str]) -> str:
    """Direction, type and name from the words behind the number."""
    words = _compound_ordinals(_compound_directions(words))
    if len(words) > 1 and words[0] in DIRECTIONS and (len(words) > 2 or words[1] not in _TYPES_ONLY):
        parts.before = DIRECTIONS[words.pop(0)]
    if not words:
        return ""
    if (rest := _read_joined(parts, words)) is None:
        rest = _read_leading(parts, words)
    return _read_typed(parts, words) if rest is None else rest


def _read_joined(parts: Parts, words: list[str]) -> str | None:
    """Name and type in one word, as in German; None where there is none."""
    for index, word in enumerate(words[:4]):
        if index and word in STREET_TYPES:
            return None
        joined = JOINED_NAME.match(word)
        if not joined or _is_typed_behind(words, index):
            continue
        behind = words[index + 1 :]
        if parts.number_last and 0 < len(behind) <= 2 and "".join(behind).isalpha():
            # "Oranjelaan Westzijde 41": what stands before the number belongs to the name.
            parts.name = tuple(words)
            return ""
        parts.name = (*words[:index], joined[1])
        parts.types, parts.joined = STREET_TYPES[joined[2]], True
        return unit_and_rest(parts, _number_first(parts, behind))
    return None


def _read_leading(parts: Parts, words: list[str]) -> str | None:
    """Type and name in this order, as in the Romance languages; None where no type leads."""
    if words[:2] == ["gran", "via"] and len(words) > 2:
        # "Gran Vía Menéndez Pelayo": the type is of two words.
        words = words[1:]
    if words[1:3] == ["gran", "via"] and kinds_of(words[0]):
        # "Calle Gran Vía": there the street's name.
        parts.name, parts.types, parts.type_first = ("gran", "via"), kinds_of(words[0]), True
        return unit_and_rest(parts, _number_within(parts, words[1:])[2:])
    named = len(words) > 2 and words[0] in _OF_WHAT and words[1] in ("der", "des", "vom", "zum", "zur")
    if not named and (len(words) < 2 or not leads(words[0], parts) or not _type_leads(words, parts)):
        return None
    parts.types, parts.type_first = kinds_of(words[0]), True
    parts.types |= {TRANSLATED[kind] for kind in parts.types if kind in TRANSLATED}
    name, rest = _until_unit(_number_within(parts, words[1:]))
    parts.name = tuple(name)
    if len(parts.name) > 1 and not rest and parts.name[-1] in _LAST_DIRECTIONS:
        parts.after, parts.name = _LAST_DIRECTIONS[parts.name[-1]], parts.name[:-1]
    return unit_and_rest(parts, rest)


def _read_typed(parts: Parts, words: list[str]) -> str:
    """Name and type in this order, or a name alone."""
    end = _type_index(words)
    if end is None:
        name, rest = _until_unit(words)
        if len(name) > 1 and name[-1] in DIRECTIONS:
            parts.after = DIRECTIONS[name.pop()]
        parts.name = tuple(name)
        return unit_and_rest(parts, rest)
    parts.name, parts.types = tuple(words[:end]), STREET_TYPES[words[end]]
    if parts.name == ("the",):
        # "The Esplanade": the type is the name.
        parts.name, parts.types = ("the", words[end]), frozenset()
    rest = words[end + 1 :]
    if rest and rest[0] in DIRECTIONS:
        parts.after = DIRECTIONS[rest.pop(0)]
    elif (
        len(rest) == 1 and rest[0] in _PLACED_BEHIND and not parts.state and parts.country in ("", "ie", "gb")
    ):
        # Elsewhere "Maple St Lower" is the lower flat.
        parts.name = (rest.pop(), *parts.name)
    return unit_and_rest(parts, rest)


def _is_typed_behind(words: list[str], index: int) -> bool:
    """True when a type of its own follows: "Greenberg Street" is no Berg."""
    behind = words[index + 1] if index + 1 < len(words) else ""
    return behind in STREET_TYPES and len(behind) > 1 and behind not in UNITS


def _number_within(parts: Parts, words: list[str]) -> list[str]:
    """Take out a house number behind the name, where the town follows without a comma: "Mayor 20 Sevilla"."""
    if parts.number:
        return words
    for at in range(1, len(words) - 1):
        named = any(word.isalpha() and word not in LINKS for word in words[:at])
        if named and (found := re.fullmatch(r"(\d{1,4})([a-z]?)", words[at])):
            parts.number, parts.letter, parts.number_last = found[1], found[2], True
            if town := unit_and_rest(parts, words[at + 1 :]):
                parts.towns += with_quarter(town)
            return words[:at]
    return words


def _number_first(parts: Parts, words: list[str]) -> list[str]:
    """Take the house number off the front of what follows a street, where none was seen yet."""
    if not parts.number and words and words[0].isdecimal() and len(words[0]) <= 4:
        parts.number, parts.number_last, words = words[0], True, words[1:]
        if words and len(words[0]) == 1 and words[0].isalpha():
            parts.letter, words = words[0], words[1:]
    return words


def _type_leads(words: list[str], parts: Parts) -> bool:
    """True when the first word is the street's type: "Avenue A", "Via Roma", "Rue de la Paix"."""
    if len(words) > 2 and words[-1] in DIRECTIONS:
        # "Est" is the east behind "Boulevard Charest", and no estate.
        words = words[:-1]
    if (words[1] in SAINTS or words[1] in TITLES) and len(words) > 2:
        # "Rue St-Denis" is a saint's, "Avenida Dr. Arnaldo" a doctor's.
        return True
    surely = words[0] in _NO_NAMES or (words[0] == "av" and parts.number_last)
    if surely and not parts.state and words[-1] not in _ENGLISH:
        # "Avenida Diagonal", "rue Jules Ferry"
        return True
    last_type = _type_index(words)
    if last_type is not None and last_type > 0 and words[1] not in LINKS:
        return False
    return not (last_type == len(words) - 1 and words[1] not in LINKS)


def _compound_directions(words: list[str]) -> list[str]:
    """Two words for one direction ("south west") as one."""
    for index in range(len(words) - 1):
        both = words[index] + words[index + 1]
        named = len(words) > index + 2 and words[index + 2] not in STREET_TYPES
        if both in DIRECTIONS and len(words) > 2 and (named or index or len(words) == index + 2):
            return [*words[:index], both, *words[index + 2 :]]
    return words


def _compound_ordinals(words: list[str]) -> list[str]:
    """Two words for one ordinal ("twenty third") as one."""
    for index in range(len(words) - 1):
        both = words[index] + words[index + 1]
        if both in numbers.ORDINAL_WORDS:
            return [*words[:index], both, *words[index + 2 :]]
    return words


def _type_index(words: list[str]) -> int | None:
    """Where the street's type stands: the last of the first run of type words behind a name."""
    for index in range(1, len(words)):
        if words[index] in STREET_TYPES and len(words[index]) > 1:
            if _is_name_part(words, index):
                continue
            if (
                words[index] in UNITS
                and index + 1 < len(words)
                and any(c.isdecimal() for c in words[index + 1])
            ):
                return None
            while (
                index + 1 < len(words) and words[index + 1] in STREET_TYPES and words[index + 1] not in UNITS
            ):
                index += 1  # noqa: PLW2901 - walks on along a run such as "Park Drive"
            return index
        if words[index] in UNITS and index + 1 < len(words) and len(words[index + 1]) <= 4:
            return None
    return None


def _is_name_part(words: list[str], index: int) -> bool:
    """True when the type at `index` belongs to the name: "Rev. Dr. Martin Luther King Drive", "Queens Wood
    Central Avenue". A usual type follows, and only words of a name stand between.
    """
    behind = words[index + 1 : index + 4]
    if all(word in TITLES for word in words[: index + 1]):
        return bool(STREET_TYPES.keys() & words[index + 1 :])
    if words[index] in USUAL_TYPES or not behind or behind[0] in STREET_TYPES or behind[0] in UNITS:
        return False
    last = next((i for i, word in enumerate(behind) if word in USUAL_TYPES), 0)
    return last > 0 and not any(c.isdecimal() for word in behind[:last] for c in word)


def _until_unit(words: list[str]) -> tuple[list[str], list[str]]:
    for index in range(1, len(words)):
        has_id = index + 1 < len(words) and any(c.isdecimal() for c in words[index + 1])
        lettered = words[index] in _LETTERED_UNITS and len(words) == index + 2 and len(words[-1]) == 1
        if words[index] in UNITS and (has_id or lettered or words[index] in UNITS_ALONE):
            return words[:index], words[index:]
    return words, []


def unit_and_rest(parts: Parts, words: list[str]) -> str:
    """A unit at the front of what follows the street; the rest is the town."""
    if len(words) > 2 and words[0].isdecimal() and words[1] in _SIDES:
        # "2 esq"
        parts.unit, words = words[0] + words[1], words[2:]
    if words and words[0] in UNITS and (len(words) > 1 or words[0] in UNITS_ALONE):
        alone = words[0] in UNITS_ALONE and not (len(words) > 1 and any(c.isdecimal() for c in words[1]))
        parts.unit_type = UNITS[words[0]]
        parts.unit = "" if alone else words[1]
        words = words[1 if alone else 2 :]
    elif words and any(c.isdecimal() for c in words[0]) and not parts.unit:
        parts.unit, words = words[0], words[1:]
    return " ".join(words)
