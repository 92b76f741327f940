"""Takes an address apart, as its owner typed it."""

import re

from auditor.confidential.address import numbers
from auditor.confidential.address.model import Parts
from auditor.confidential.address.postcodes import FINE, PATTERNS, code_of
from auditor.confidential.address.routes import read_route
from auditor.confidential.address.streets import DIRECTIONS, JOINED, LINKS, PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.words import COUNTRIES, STATES, UNITS, UNITS_ALONE
from auditor.confidential.fold import fold

_SEGMENT = re.compile(r"[,;\n|]+|\s[-–—•·]\s")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_INITIALS = re.compile(r"\b([a-z])\.\s?(?=[a-z]\.)")
_JOINED = re.compile(f"([a-z]{{3,}}?)[-]?({'|'.join(JOINED)}|str)$")
_HEAD = re.compile(
    r"(?:(?:no|nr|number|num|nro|n)\b\.?\s*|#\s*)?(?P<number>\d{1,3},\d{3}|\d{1,6})(?:-(?P<high>\d{1,6})\b)?"
    r"(?:\s*-?(?P<letter>[a-z])\b(?![.'])|\s(?P<suffix>bis|ter|quater)\b)?(?:[\s-](?P<fraction>[1-3]/[2-4])\b)?"
)
_GRID = re.compile(r"([nsew])\s?(\d{1,6})\s?([nsew])\s?(\d{1,6})\b")
_TAIL = re.compile(
    r"[\s,]+(?:no|nr|number|num|nro|n|nummer)?[.\s#]*(?P<number>\d{1,5})(?:-(?P<high>\d{1,5})\b)?"
    r"(?:\s?-?(?P<letter>[a-z])|\s(?P<suffix>bis|ter|quater))?$"
)
_BOXED = ("box", "rural", "contract")
"""Routes whose deliveries are numbered by box."""
_UNIT_FIRST = re.compile(
    r"(?:(?P<type>[a-z]+)\.?\s*)?(?P<unit>[a-z]?\d{1,4}[a-z]?)\s*/\s*(?=\d{1,5}[a-z]?\s+[a-z])"
)


def parse(text: str, label: str) -> Parts:
    """The parts of the address in `text`. Never fails: what cannot be placed stays empty."""
    parts = Parts(label)
    parts.umlauts = any(c in "äöüÄÖÜ" for c in text) or "\u0308" in text
    plain = _INITIALS.sub(r"\1", fold(text).text)
    segments = [s.strip(" .\t\r-") for s in _SEGMENT.split(plain)]
    segments = [s for s in segments if s]
    if not segments:
        return parts
    _take_country(parts, segments)
    _take_postcode(parts, segments)
    _take_state(parts, segments)
    at = _street_segment(segments)
    _read_segments(parts, segments, at)
    return parts


def _squeeze(text: str) -> str:
    return "".join(_WORD.findall(text)).replace("'", "")


def _take_country(parts: Parts, segments: list[str]) -> None:
    code = COUNTRIES.get(_squeeze(segments[-1]))
    if code and len(segments) > 1 and len(code) == 1 and _squeeze(segments[-1]) not in STATES:
        parts.country = min(code)
        segments.pop()


def _take_postcode(parts: Parts, segments: list[str]) -> None:
    """Find the postcode from the end backwards, and cut it out."""
    order = [parts.country] if parts.country in PATTERNS else []
    order += [c for c in ("ca", "ie", "gb", "br", "pt", "us", "nl", "four") if c not in order]
    for country in order:
        for index in range(len(segments) - 1, -1, -1):
            for found in reversed(list(PATTERNS[country].finditer(segments[index]))):
                if _is_postcode(segments, index, found, country):
                    parts.postcode = code_of(found, country)
                    parts.plus4 = found[2] or "" if country == "us" else ""
                    if country in FINE:
                        parts.country = parts.country or country
                    rest = (segments[index][: found.start()].strip(), segments[index][found.end() :].strip())
                    segments[index : index + 1] = [s.strip(" -.") for s in rest if s.strip(" -.")]
                    return


def _is_postcode(segments: list[str], index: int, found: re.Match[str], country: str) -> bool:
    """A figure is a postcode, and not a house number, when of the address's other lines one has a number."""
    segment = segments[index]
    if country in ("nl", "four", "us", "pt", "br"):
        before, after = segment[: found.start()].split(), segment[found.end() :].split()
        if country == "nl" and (index == 0 or (found[2] in STREET_TYPES and not before and len(after) == 0)):
            return False
        if before and (before[-1].strip(".#") in UNITS or before[-1] in ("box", "no", "no.")):
            return False
        others = segments[:index] + segments[index + 1 :]
        rest = " ".join([*others, segment[: found.start()], segment[found.end() :]])
        at_edge = not after or not before
        if any(word.strip(".") in STREET_TYPES or _JOINED.match(word) for word in after):
            return False
        return at_edge and (index > 0 or bool(before)) and (any(c.isdecimal() for c in rest) or index > 0)
    return True


def _take_state(parts: Parts, segments: list[str]) -> None:
    """Cut the state off the end of the last line that has one."""
    for index in range(len(segments) - 1, 0 if len(segments) > 1 else -1, -1):
        words = _WORD.findall(segments[index])
        for count in (4, 3, 2, 1):
            if len(words) < count or (index == 0 and len(words) - count < 3):
                continue
            code = STATES.get("".join(words[-count:]))
            if code and not (count == 1 and words[-1] in STREET_TYPES and index == 0):
                parts.state = min(code)
                if len(segments) <= 2 and count == 2:
                    # "New York" with no other town is the town as well.
                    parts.towns.append(" ".join(words[-count:]))
                rest = segments[index]
                for word in reversed(words[-count:]):
                    rest = rest[: rest.rindex(word)]
                if rest.strip(" .-"):
                    segments[index] = rest.strip(" .-")
                else:
                    segments.pop(index)
                return


def _is_unit(segment: str) -> bool:
    words = _WORD.findall(segment)
    if not words:
        return False
    if segment.startswith("#") or (len(words) == 1 and words[0] in UNITS_ALONE):
        return True
    ordinal = numbers.ordinal_value(words[0]) is not None and len(words) == 2 and words[1] in UNITS
    return ordinal or (
        len(words) <= 3 and words[0] in UNITS and any(len(w) < 5 or w.isdecimal() for w in words[1:])
    )


def _score(segment: str) -> int:
    """How much a line looks like the one with the street."""
    words = _WORD.findall(segment)
    typed = any(w in STREET_TYPES for w in words) or any(_JOINED.match(w) for w in words)
    number = bool(re.search(r"\d", segment)) or (bool(words) and words[0] in numbers.VALUES)
    if read_route(re.sub(r"^\d+\S*\s+", "", segment)):
        typed = True
    named = any(len(w) > 1 and w.isalpha() and w not in numbers.VALUES for w in words)
    numbered = bool(re.match(r"\d", segment)) and named
    typed = typed or bool(re.match(r"\d+ [nsew]\w* \d+", segment))
    points = (
        5
        if number and typed
        else 4
        if numbered
        else 3
        if typed and len(words) > 1
        else 2
        if number and named
        else 0
    )
    return points - (3 if _is_unit(segment) else 0)


def _street_segment(segments: list[str]) -> int:
    scores = [_score(segment) for segment in segments]
    return scores.index(max(scores)) if scores else 0


def _read_segments(parts: Parts, segments: list[str], at: int) -> None:
    if not segments:
        return
    street = segments[at]
    behind = segments[at + 1 :]
    bare = re.fullmatch(r"\d{1,6}[a-z]?(?:-\d+)?", segments[at - 1]) if at else None
    if bare and not re.match(r"\d", street):
        street = f"{segments.pop(at - 1)} {street}"
        at -= 1
    elif (
        behind
        and not re.search(r"\d", street)
        and re.fullmatch(r"(?:n\w{0,5}\.?\s*|#)?\d{1,5}\s?[a-z]?", behind[0])
    ):
        street = f"{street} {behind.pop(0)}"
    for segment in segments[:at]:
        if _is_unit(segment):
            _take_unit(parts, segment)
        elif not parts.building and not re.fullmatch(r"[\d\W]+", segment):
            parts.building = tuple(_WORD.findall(segment))
    rest = _read_street(parts, street)
    if rest:
        behind.insert(0, rest)
    for segment in behind:
        if _is_unit(segment):
            _take_unit(parts, segment)
        elif town := " ".join(re.findall("[a-z]+", segment)):
            parts.towns.append(town)


def _take_unit(parts: Parts, segment: str) -> None:
    words = _WORD.findall(segment)
    if words and words[0] in UNITS:
        parts.unit_type, words = UNITS[words[0]], words[1:]
    elif len(words) == 2 and words[1] in UNITS:
        parts.unit_type, words = UNITS[words[1]], words[:1]
    parts.unit = "".join(words)


def _read_street(parts: Parts, street: str) -> str:
    """Read number, direction, name and type; give back what follows them on the line (the town)."""
    if not re.match(r"[\d#]|(?:no|nr)\b", street) and (route := read_route(street)) and route[0] in _BOXED:
        return _read_route_line(parts, street, route)
    street = _read_number(parts, street)
    route = read_route(_without_direction(parts, street))
    if route:
        return _read_route_line(parts, street, route)
    words = _WORD.findall(street)
    if not parts.number and len(words) > 2 and words[0] in numbers.VALUES:
        count = 1
        while count < len(words) - 2 and words[count] in numbers.NUMBER_WORDS:
            count += 1
        parts.number, words = numbers.spoken(words[:count]) or "", words[count:]
    words = [w.replace("'", "") for w in words]
    return _read_name(parts, words)


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
    found = re.search(rf"\b{route[1]}\b", street)
    rest = street[found.end() :].strip() if found else ""
    if route[0] in _BOXED[1:]:
        box = re.match(r"[\s,#]*(?:box|bx)?\s*#?\s*(\d+)([a-z]?)", rest)
        if box:
            parts.number, parts.letter = box[1], box[2]
            rest = rest[box.end() :].strip()
    elif route[0] == "box":
        parts.route, parts.number = ("box", ""), re.sub(r"\D", "", route[1])
        parts.letter = re.sub(r"\d", "", route[1])
    words = _WORD.findall(rest)
    if words and words[0] in DIRECTIONS:
        parts.after = DIRECTIONS[words.pop(0)]
    return _unit_and_rest(parts, words)


def _read_number(parts: Parts, street: str) -> str:
    if (grid := _GRID.match(street)) and len(street) > grid.end() + 1:
        parts.number = "".join(grid.groups())
        return street[grid.end() :].strip()
    if unit := _UNIT_FIRST.match(street):
        kinds = UNITS.get(unit["type"] or "", frozenset())
        if kinds or not unit["type"]:
            parts.unit, parts.unit_type = unit["unit"], kinds
            street = street[unit.end() :]
    head = _HEAD.match(street)
    if head and re.match(r"(?:st|nd|rd|th)\b", street[head.end("number") :]):
        head = None
    if head:
        letter = head["letter"] or ""
        end = head.end()
        if letter and (letter in "nsew" or street[head.end("letter") :].strip(" ") in STREET_TYPES):
            # "1247 N Maple St" has a direction there, not a letter.
            letter, end = "", head.start("letter")
        _set_number(
            parts, head["number"].replace(",", ""), head["high"], letter or head["suffix"], head["fraction"]
        )
        return street[end:].strip(" -,.")
    if tail := _TAIL.search(street):
        _set_number(parts, tail["number"], tail["high"], tail["letter"] or tail["suffix"], "")
        return street[: tail.start()].strip(" -,.")
    return street


def _set_number(
    parts: Parts, number: str, high: str | None, letter: str | None, fraction: str | None
) -> None:
    parts.number = number.lstrip("0") or number
    parts.letter, parts.fraction = letter or "", fraction or ""
    if high:
        parts.high = high


def _read_name(parts: Parts, words: list[str]) -> str:
    """Direction, type and name from the words behind the number."""
    words = _compound_directions(words)
    if len(words) > 1 and words[0] in DIRECTIONS and not (len(words) == 2 and words[1] in STREET_TYPES):
        parts.before = DIRECTIONS[words.pop(0)]
    if not words:
        return ""
    if joined := _JOINED.match(words[0]):
        parts.name, parts.types, parts.joined = (joined[1],), STREET_TYPES[joined[2]], True
        return _unit_and_rest(parts, words[1:])
    if words[0] in PREFIX_TYPES and len(words) > 1 and _type_leads(words):
        parts.types, parts.type_first = STREET_TYPES[words[0]], True
        name, rest = _until_unit(words[1:])
        parts.name = tuple(name)
        if len(parts.name) > 1 and not rest and parts.name[-1] in DIRECTIONS:
            parts.after, parts.name = DIRECTIONS[parts.name[-1]], parts.name[:-1]
        return _unit_and_rest(parts, rest)
    end = _type_index(words)
    if end is None:
        name, rest = _until_unit(words)
        if len(name) > 1 and name[-1] in DIRECTIONS:
            parts.after = DIRECTIONS[name.pop()]
        parts.name = tuple(name)
        return _unit_and_rest(parts, rest)
    parts.name, parts.types = tuple(words[:end]), STREET_TYPES[words[end]]
    rest = words[end + 1 :]
    if rest and rest[0] in DIRECTIONS:
        parts.after = DIRECTIONS[rest.pop(0)]
    return _unit_and_rest(parts, rest)


def _type_leads(words: list[str]) -> bool:
    """True when the first word is the street's type: "Avenue A", "Via Roma", "Rue de la Paix"."""
    last_type = _type_index(words)
    if last_type is not None and last_type > 0 and words[1] not in LINKS:
        return False
    return not (last_type == len(words) - 1 and words[1] not in LINKS)


def _compound_directions(words: list[str]) -> list[str]:
    """Two words for one direction ("south west") as one."""
    for index in range(len(words) - 1):
        both = words[index] + words[index + 1]
        if both in DIRECTIONS and len(words) > 2:
            return [*words[:index], both, *words[index + 2 :]]
    return words


def _type_index(words: list[str]) -> int | None:
    """Where the street's type stands: the last of the first run of type words behind a name."""
    for index in range(1, len(words)):
        if words[index] in STREET_TYPES:
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


def _until_unit(words: list[str]) -> tuple[list[str], list[str]]:
    for index in range(1, len(words)):
        has_id = index + 1 < len(words) and any(c.isdecimal() for c in words[index + 1])
        if words[index] in UNITS and (has_id or words[index] in UNITS_ALONE):
            return words[:index], words[index:]
    return words, []


def _unit_and_rest(parts: Parts, words: list[str]) -> str:
    """A unit at the front of what follows the street; the rest is the town."""
    if words and words[0] in UNITS and (len(words) > 1 or words[0] in UNITS_ALONE):
        alone = words[0] in UNITS_ALONE and not (len(words) > 1 and any(c.isdecimal() for c in words[1]))
        parts.unit_type = UNITS[words[0]]
        parts.unit = "" if alone else words[1]
        words = words[1 if alone else 2 :]
    elif words and any(c.isdecimal() for c in words[0]) and not parts.unit:
        parts.unit, words = words[0], words[1:]
    return " ".join(words)
