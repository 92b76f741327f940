"""Takes the line of an address apart that holds number and street."""

import re

from auditor.confidential.address.model import Parts
from auditor.confidential.address.typed.street_name import SAINTS, WORD, read_name, unit_and_rest
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.leading import LEADING, shortens
from auditor.confidential.address.vocabulary.routes import BOXED, read_route
from auditor.confidential.address.vocabulary.streets import (
    DIRECTIONS,
    PREFIX_TYPES,
    STREET_TYPES,
    USUAL_TYPES,
)
from auditor.confidential.address.vocabulary.words import ABBREVIATED, UNITS

_HEAD = re.compile(
    r"(?:(?:no|nr|number|num|nro|n)\b\.?\s*|#\s*)?(?P<number>\d{1,3},\d{3}|\d{1,6})(?:-(?P<high>\d{1,6})\b)?"
    r"(?:\s*-?(?P<letter>[a-z])\b(?![.']|-\d)|\s?-?(?P<suffix>bis|ter|quater)\b)?(?:[\s-](?P<fraction>[1-3]/[2-4])\b)?"
)
_GRID = re.compile(r"([nsew])\s?(\d{1,6})\s?([nsew])\s?(\d{1,6})\b")
_SIDED = re.compile(r"[nsew]\d{3,5}(?=\s+[a-z])")
"""A number with the side of the county's middle, as in Wisconsin: "W5140"."""
_BLOCKED = re.compile(r"(?P<block>[a-z]{1,2})-?(?P<lot>\d{1,3})\s+(?=(?:calle|c|cll|call)\b)")
"""A number with the letter of its block, as in Puerto Rico: "B-14 Calle 32"."""
_COUNTY_NAMED = re.compile(
    r"^(?!old\b|new\b)(?:[a-z.'-]+\s+){1,4}?"
    r"(?=(?:county|co\.?|cnty\.?|cty\.?)\s+(?:road|rd|highway|hwy|route|rte?)\.?\s+#?\s*\d|(?:cr|csah)\s+\d)"
)
"""The county's own name before its road: "Washington County Road 9"."""
_IN_BLOCK = re.compile(
    r"[\s,]+(?:mza?|mzna?|manzana)\b\.?\s*(?P<block>[a-z]\d?)\b,?\s+(?:lte?|lote?)\b\.?\s*(?P<lot>\d{1,3})\b"
)
"""The letter of a block and the lot in it, as in Peru: "Mz. C Lt. 14"."""
_TAIL = re.compile(
    r"[\s,]+(?:no|nr|number|num|nro|n\.\s?o|n|nummer|(?:sup\.?\s?)?c\.\s?(?:[poe](?:v\.)?)?|cp|co|cislo)?[.\s#]*(?P<number>\d{1,5})(?:-(?P<high>\d{1,5})\b)?"
    r"(?:\s?-?(?P<letter>[a-z])|\s?-?(?P<suffix>bis|ter|quater))?(?P<door>(?:\s?[-/]\s?\w{1,4}|\s[ivx]{1,4}|\s(?!n[or]?\.?\s|num|#|(?:sur|nte|pte|ote|este|[nseo])\b)\w{1,4}\.?\s\d{1,4}){1,3})?$"
)
_SHORT_TYPE = re.compile(r"([a-z]{3,6})\.\s+(?=[a-z]{2})")
_FRENCH_DIRECTIONS = ("ouest", "est", "nord", "sud", "o")
_UNIT_FIRST = re.compile(
    r"(?:(?P<type>[a-z]+)\.?\s*)?(?P<unit>[a-z]?\d{1,4}[a-z]?)\s*/\s*(?=\d{1,5}[a-z]?\s+[a-z])"
)


def take_unit(parts: Parts, segment: str) -> None:
    words = WORD.findall(segment)
    if words and words[0] in UNITS:
        parts.unit_type, words = UNITS[words[0]], words[1:]
        if len(words) > 1 and len(words[1]) > 2 and words[1].isalpha() and words[1] not in UNITS:
            # "Suite E Bothell": the town follows without a comma.
            parts.towns.append(" ".join(words[1:]))
            words = words[:1]
    elif len(words) == 2 and words[1] in UNITS:
        parts.unit_type, words = UNITS[words[1]], words[:1]
    parts.unit = "".join(words)


def read_street(parts: Parts, street: str) -> str:
    """Read number, direction, name and type; give back what follows them on the line (the town)."""
    if not re.match(r"[\d#]|(?:no|nr)\b", street) and (route := read_route(street)) and route[0] in BOXED:
        return _read_route_line(parts, street, route)
    street = _COUNTY_NAMED.sub("", _read_number(parts, street))
    street = _with_type_in_full(parts, street)
    route = read_route(_without_direction(parts, street))
    if route:
        return _read_route_line(parts, street, route)
    words = WORD.findall(street)
    if not parts.number and len(words) > 2 and words[0] in numbers.VALUES:
        count = 1
        while count < len(words) - 2 and words[count] in numbers.NUMBER_WORDS:
            count += 1
        parts.number, words = numbers.spoken(words[:count]) or "", words[count:]
    if words and words[0] in PREFIX_TYPES:
        # The small word of "Carrer d'Aragó" is often left out.
        words = [part for word in words for part in re.sub("^(d|l|dell|all)'(?=..)", r"\1 ", word).split()]
    words = [w.replace("'", "") for w in words]
    if parts.country == "ca" and words and words[0] in PREFIX_TYPES:
        words = _without_town(parts, words)
    return read_name(parts, words)


def _with_type_in_full(parts: Parts, street: str) -> str:
    """The street with a leading type in full that the owner cut short: "Priv. Las Palmas 12"."""
    if parts.number_last and not parts.state and (jiron := re.match(r"jr\.?\s+(?=[a-z]{2})", street)):
        # In Peru; elsewhere "Jr." is the younger of two.
        return f"jiron {street[jiron.end() :]}"
    found = _SHORT_TYPE.match(street)
    known = STREET_TYPES.keys() | ABBREVIATED.keys()
    if not found or not parts.number_last or parts.state or found[1] in known:
        return street
    meant = [word for word in LEADING if shortens(found[1], frozenset([word]), dotted=True, leading=True)]
    begins = [word for word in meant if word.startswith(found[1])]
    whole = begins if len(begins) == 1 else meant
    return f"{whole[0]} {street[found.end() :]}" if len(whole) == 1 else street


def _without_town(parts: Parts, words: list[str]) -> list[str]:
    """The street up to its direction, where the town follows without a comma: "rue des Lilas Ouest Laval"."""
    at = next((i for i in range(2, len(words) - 1) if words[i] in _FRENCH_DIRECTIONS), 0)
    if at:
        parts.towns.append(" ".join(words[at + 1 :]))
    return words[: at + 1] if at else words


def _without_direction(parts: Parts, street: str) -> str:
    """The street without a leading direction, which is noted when a route follows."""
    first, _, rest = street.partition(" ")
    code = DIRECTIONS.get(first.strip("."))
    if code and rest and read_route(rest):
        parts.before = code
        return rest
    return street


def _read_route_line(parts: Parts, street: str, route: tuple[str, str]) -> str:
    parts.route = route
    found = re.search(rf"(?<!\d){route[1]}\b", street)
    rest = street[found.end() :].strip() if found else ""
    if route[0] in BOXED[1:]:
        box = re.match(r"[\s,#]*(?:box|bx)?\s*#?\s*(\d+)([a-z]?)", rest)
        if box:
            parts.number, parts.letter = box[1], box[2]
            rest = rest[box.end() :].strip()
    elif route[0] == "box":
        parts.route, parts.number = ("box", ""), re.sub(r"\D", "", route[1])
        parts.letter = re.sub(r"\d", "", route[1])
    words = WORD.findall(rest)
    if (
        words[:1]
        and words[0] in ("frontage", "service", "access", "feeder")
        and set(words[1:2]) & USUAL_TYPES
    ):
        # The road beside "I-35" has its number.
        words.pop(0)
    if words and words[0] in USUAL_TYPES:
        # "FM 2920 Rd"
        words.pop(0)
    if words and words[0] in DIRECTIONS:
        parts.after = DIRECTIONS[words.pop(0)]
    return unit_and_rest(parts, words)


def _read_number(parts: Parts, street: str) -> str:
    if (grid := _GRID.match(street)) and len(street) > grid.end() + 1:
        parts.number = "".join(grid.groups())
        return street[grid.end() :].strip()
    if sided := _SIDED.match(street):
        parts.number = sided[0]
        return street[sided.end() :].strip()
    if blocked := _BLOCKED.match(street):
        parts.number = blocked["block"] + blocked["lot"]
        return street[blocked.end() :].strip()
    if in_block := _IN_BLOCK.search(street):
        parts.number, parts.number_last = in_block["block"] + in_block["lot"], True
        return f"{street[: in_block.start()]} {street[in_block.end() :]}".strip(" -,.")
    if unit := _UNIT_FIRST.match(street):
        kinds = UNITS.get(unit["type"] or "", frozenset())
        if kinds or not unit["type"]:
            parts.unit, parts.unit_type = unit["unit"], kinds
            street = street[unit.end() :]
    head = _HEAD.match(street)
    if head and _is_ordinal(street, head):
        head = None
    if head:
        letter = head["letter"] or ""
        end = head.end()
        apart = letter and not street[: head.start("letter")][-1:].isdecimal()
        if apart and (letter in "nsew" or _is_lettered_street(street[head.end("letter") :])):
            # "1247 N Maple St" has a direction there, "1850 K Street NW" the street's name.
            letter, end = "", head.start("letter")
        _set_number(
            parts, head["number"].replace(",", ""), head["high"], letter or head["suffix"], head["fraction"]
        )
        return street[end:].strip(" -,.")
    if tail := _TAIL.search(street):
        high, door = tail["high"], tail["door"] or ""
        if high and int(high) <= int(tail["number"]):
            # "Keizersgracht 123-2" is the second floor of 123, no range.
            high, door = None, high
        _set_number(parts, tail["number"], high, tail["letter"] or tail["suffix"], "")
        parts.unit, parts.number_last = "".join(WORD.findall(door)), True
        return street[: tail.start()].strip(" -,.")
    return street


def _is_ordinal(street: str, head: re.Match[str]) -> bool:
    """True when the figures at the front count the street: "4th Avenue", "2e Lindendwarsstraat 12"."""
    behind = street[head.end("number") :]
    return bool(re.match(r"(?:st|nd|rd|th)\b", behind)) or (
        bool(re.match(r"(?:e|er|ere|eme)\b", behind)) and bool(_TAIL.search(street))
    )


def _is_lettered_street(rest: str) -> bool:
    """True when a type follows that has no other name behind it: "K Street NW", not "B chemin du Moulin"."""
    words = WORD.findall(rest)
    if not words or words[0] not in STREET_TYPES:
        return False
    if words[0] not in USUAL_TYPES and STREET_TYPES.keys() & words[1:2]:
        # "7A Mill Lane"
        return False
    named = len(words) > 1 and words[1] not in DIRECTIONS and words[1] not in UNITS
    if named and words[0] in SAINTS and STREET_TYPES.keys() & words[2:5]:
        # "7A St. Mary's Road"
        return False
    return not (named and words[0] in PREFIX_TYPES)


def _set_number(
    parts: Parts, number: str, high: str | None, letter: str | None, fraction: str | None
) -> None:
    parts.number = number.lstrip("0") or number
    parts.letter, parts.fraction = letter or "", fraction or ""
    if high:
        parts.high = high
