"""Takes country, postcode and state out of an address, as its owner typed it."""

import re

from auditor.confidential.address.model import Parts
from auditor.confidential.address.typed.segments import is_unit
from auditor.confidential.address.typed.street_name import JOINED_NAME, WORD
from auditor.confidential.address.vocabulary.dates import has_day
from auditor.confidential.address.vocabulary.lists import in_order
from auditor.confidential.address.vocabulary.postcodes import BEFORE_TOWNS, FINE, PATTERNS, code_of
from auditor.confidential.address.vocabulary.routes import read_route
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, LINKS, PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.vocabulary.words import COUNTRIES, STATES, UNITS

COUNTRY_OF = {
    **dict.fromkeys(in_order("ab bc mb nb nl ns nu on pe qc sk yt"), "ca"),
    **dict.fromkeys(in_order("nsw qld vic tas act"), "au"),
}
"""The country of a province or state whose code no state of another country has."""


def _squeeze(text: str) -> str:
    return "".join(WORD.findall(text)).replace("'", "")


def take_country(parts: Parts, segments: list[str]) -> None:
    """Take the country off the end of `segments`, which are changed, and note it in `parts`."""
    code = COUNTRIES.get(_squeeze(segments[-1]))
    if code and len(segments) > 1 and len(code) == 1 and _squeeze(segments[-1]) not in STATES:
        parts.country = min(code)
        segments.pop()
        return
    words = WORD.findall(segments[-1])
    for count in (4, 3, 2, 1):
        whole = "".join(words[-count:])
        code = COUNTRIES.get(whole)
        if len(words) <= count + 1 or not code or len(code) > 1 or len(whole) < 3 or whole in STATES:
            continue
        if words[-count - 1] not in ("new", "de", "northern", "little", "south"):
            parts.country = min(code)
            segments[-1] = segments[-1][: segments[-1].rindex(words[-count])].strip(" .-")
        return


def take_postcode(parts: Parts, segments: list[str]) -> None:
    """Find the postcode from the end backwards, and cut it out."""
    order = [parts.country] if parts.country in PATTERNS else []
    order += [
        c for c in ("ca", "ie", "gb", "ar", "br", "pt", *BEFORE_TOWNS, "us", "nl", "four") if c not in order
    ]
    for country in order:
        for index in range(len(segments) - 1, -1, -1):
            for found in reversed(list(PATTERNS[country].finditer(segments[index]))):
                if _is_postcode(parts, segments, index, found, country):
                    parts.postcode = code_of(found, country)
                    parts.plus4 = found[2] or "" if country == "us" else ""
                    if country in FINE or country in ("pl", "br", "pt"):
                        parts.country = parts.country or country
                    rest = (segments[index][: found.start()].strip(), segments[index][found.end() :].strip())
                    segments[index : index + 1] = [s.strip(" -.") for s in rest if s.strip(" -.")]
                    return


def _is_postcode(parts: Parts, segments: list[str], index: int, found: re.Match[str], country: str) -> bool:
    """A figure is a postcode, and not a house number, when of the address's other lines one has a number."""
    segment = segments[index]
    if country in BEFORE_TOWNS and parts.country != country:
        # "Praha 1" is a town and its district.
        behind = re.sub(r"\s\d{1,2}$", "", segment[found.end() :].strip())
        named = (
            bool(behind)
            and not any(c.isdecimal() for c in behind)
            and not STREET_TYPES.keys() & behind.split()
        )
        return index > 0 and not segment[: found.start()].strip() and named and not parts.country
    if country not in FINE or country == "nl":
        before, after = segment[: found.start()].split(), segment[found.end() :].split()
        if country == "nl" and (index == 0 or (found[2] in STREET_TYPES and not before and len(after) == 0)):
            return False
        unit = bool(before) and before[-1].strip(".#") in UNITS and before[-1].strip(".") not in STATES
        if unit or (before and before[-1] in ("box", "no", "no.")):
            return False
        if country == "four" and before and not after and _ends_street(before, found[0], index):
            return False
        others = [s for s in segments[:index] + segments[index + 1 :] if not is_unit(s)]
        rest = " ".join([*others, segment[: found.start()], segment[found.end() :]])
        at_edge = not after or not before
        numbered = any(c.isdecimal() for c in rest)
        if country == "four" and not (numbered or before or after) and index == 1:
            # "Rua Augusta, 1450, Campinas": the only number behind a street is its house's.
            return segments[0].split()[0].strip(".") not in PREFIX_TYPES
        if country == "four" and not (numbered or before) and _in_america(segments[-1]):
            # "2500 Chestnut, Dover DE" has no number but the house's.
            return False
        if numbered and country == "us" and _has_street(others):
            # "90402 Nürnberg": the street was named before, with a number.
            return at_edge and not any(word.strip(".") in STREET_TYPES.keys() - LINKS for word in after)
        # "18952 La Coruña" has an article where a house number stands as well, "18952 La Brea" a lane.
        types = STREET_TYPES.keys() - LINKS if numbered else STREET_TYPES.keys()
        if any(word.strip(".") in types or JOINED_NAME.match(word) for word in after):
            return False
        return at_edge and (index > 0 or bool(before)) and (numbered or index > 0)
    return True


def _has_street(segments: list[str]) -> bool:
    """True when one of the lines has a number and a German or Dutch street of one word."""
    return any(
        any(JOINED_NAME.match(word.strip(".,")) for word in segment.split()[:-1])
        and re.search(r"\d", segment) is not None
        for segment in segments
    )


def _in_america(segment: str) -> bool:
    """True when a line ends in a state of the United States."""
    codes = STATES.get((WORD.findall(segment) or [""])[-1], frozenset())
    return bool(codes) and not codes & {*COUNTRY_OF, "wa", "sa", "nt"}


def _ends_street(before: list[str], figures: str, index: int) -> bool:
    """True for the number of a road or a house: "Farm to Market Road 2920", "Av. Corrientes 1234" """
    figures_before = any(c.isdecimal() for word in before for c in word)
    # "Avenida 9 de Julio 1850": the first figures are the name's.
    alone = index == 0 and (not figures_before or has_day(before))
    led = before[0].strip(".") in PREFIX_TYPES or bool(JOINED_NAME.match(before[-1]))
    return read_route(f"{' '.join(before[1:])} {figures}") is not None or (alone and led)


def take_state(parts: Parts, segments: list[str]) -> None:
    """Cut the state off the end of the last line that has one."""
    for index in range(len(segments) - 1, 0 if len(segments) > 1 else -1, -1):
        words = WORD.findall(segments[index])
        for count in (4, 3, 2, 1):
            if len(words) < count or (index == 0 and len(words) - count < 3):
                continue
            code = STATES.get("".join(words[-count:]))
            typed = any(word in STREET_TYPES for word in words[2:-2])
            directed = count == 1 and index == 0 and words[-1] in DIRECTIONS and words[-2] in STREET_TYPES
            if directed and len(segments) == 1:
                # "1247 Maple St NE" has a direction, and no Nebraska.
                continue
            if code and not (count == 1 and words[-1] in STREET_TYPES and index == 0 and not typed):
                parts.state = min(code)
                rest = segments[index]
                for word in reversed(words[-count:]):
                    rest = rest[: rest.rindex(word)]
                rest = rest.strip(" .-")
                if len(segments) <= 2 and count == 2 and not (index and rest):
                    # "New York" with no other town is the town as well.
                    parts.towns.append(" ".join(words[-count:]))
                if words == ["washington"] and not parts.towns:
                    # Alone, the capital is as likely as the state.
                    parts.towns, parts.state = ["washington"], ""
                segments[index : index + 1] = [rest] if rest else []
                return
