"""Reads what follows or precedes a street: unit, town, state, postcode; and whether it agrees."""

import re
from dataclasses import dataclass, field

from auditor.confidential.address.forms import Target
from auditor.confidential.address.nearby import PLACE_FIELDS, match_town
from auditor.confidential.address.numbers import ordinal_value
from auditor.confidential.address.postcodes import (
    FINE,
    IN_GROUPS,
    PATTERNS,
    code_of,
    outward_code_at,
    own_code_at,
)
from auditor.confidential.address.streets import DIRECTIONS
from auditor.confidential.address.towns import borough
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import (
    COUNTRIES,
    NOT_TOWNS,
    OTHER_NUMBERS,
    OWN_TOWN_LED,
    STATES,
    TOWN_LED,
    UNITS,
    UNITS_ALONE,
)
from auditor.confidential.edits import swapped

_DISTRICT = re.compile(r"[a-z]{1,2}\d[\da-z]?(?![a-z0-9])")


@dataclass(slots=True, repr=False)
class Place:
    """What is said about the place. `stop` is the end of the tokens that agree."""

    stop: int
    town: bool = False
    state: bool = False
    postcode: bool = False
    other_state: bool = False
    other_postcode: bool = False
    postcode_typo: bool = False
    other_country: bool = False
    unit: str = ""
    unknown: list[str] = field(default_factory=list)
    closed: bool = False
    slug: bool = False
    next_line: bool = False
    piped: bool = False

    @property
    def verdict(self) -> str:
        """agree, other (another place is named), doubt (perhaps another place), or nothing."""
        if self.postcode:
            return "agree"
        if self.other_state or self.other_country:
            return "other"
        if self.other_postcode:
            return ("agree" if self.postcode_typo else "doubt") if self.town else "other"
        if self.town:
            return "agree"
        if self.unknown:
            return "other" if self.state else "doubt" if self.closed else ""
        return "agree" if self.state else ""


class PlaceReader:
    """Walks along the tokens behind a street."""

    __slots__ = ("at", "found", "target", "window")

    def __init__(self, window: Window, index: int, target: Target, glued: str = "") -> None:
        """`glued` is what runs on from the street's type: "Shelbyville" of "StreetShelbyville"."""
        self.window = window
        self.target = target
        self.at = index
        self.found = Place(index, unknown=[glued] if glued else [])

    def read(self) -> Place:
        """All that can be read about the place."""
        tokens, found = self.window.tokens, self.found
        begin = self.at
        while self.at < min(len(tokens), begin + 18):
            if not self.window.near(self.at - 1):
                break
            if self.window.sentence_ends(self.at - 1) and not self._known_ahead():
                break
            if not (self._town() or self._unit() or self._postcode() or self._state() or self._other()):
                break
            if found.postcode or found.other_postcode:
                break
        if found.unknown:
            gap = tokens.gap(self.at - 1)
            # A word alone on the next line or in the next cell is as likely a heading or a field's name as
            # another town.
            ends = self.at >= len(tokens) or gap.strip(" ")[:1] == "\n"
            # "1247 North Maple Street | Donate" is a page's title; a row of a table has more cells.
            found.closed = (
                not found.slug
                and not found.next_line
                and not (found.piped and ends)
                and (ends or gap.strip(" ")[:1] in tuple(",.;:)|<\"'("))
            )
        if not self.target.towns and not self.target.parts.postcode:
            found.unknown = []
        return found

    def _known_ahead(self) -> bool:
        return self._match_town() > 0 or self.window.tokens.word(self.at) == self.target.parts.postcode

    def _advance(self, count: int, *, agrees: bool) -> bool:
        self.at += count
        if agrees:
            self.found.stop = self.at
        return True

    def _match_town(self) -> int:
        """How many tokens from here on are the town's name, or 0."""
        return match_town(self.window, self.at, self.target)

    def _town(self) -> bool:
        count = self._match_town()
        if not count:
            return False
        self.found.town = True
        return self._advance(count, agrees=True)

    def _unit(self) -> bool:
        window, tokens = self.window, self.window.tokens
        word, following = tokens.word(self.at), tokens.word(self.at + 1)
        if word in UNITS:
            if word in STATES and len(following) == 5 and following.isdecimal():
                return False
            if (
                following
                and window.near(self.at)
                and (any(c.isdecimal() for c in following) or len(following) == 1)
            ):
                return self._unit_id(following, 2)
            if following and window.close(self.at) and ordinal_value(following) is not None:
                return self._unit_id(following, 2)
            if word in UNITS_ALONE:
                return self._unit_id(word, 1)
            return word in ("suite", "floor", "unit", "level") and self._advance(1, agrees=False)
        if following in UNITS and ordinal_value(word) is not None:
            return self._unit_id(word, 2)
        ending = tokens.word(self.at + 1) in ("st", "nd", "rd", "th") and tokens.gap(self.at) == ""
        if tokens.is_digits(self.at) and ending and tokens.word(self.at + 2) in UNITS:
            return self._unit_id(word, 3)
        if "#" in tokens.gap(self.at - 1) and len(word) <= 5:
            return self._unit_id(word, 1)
        return False

    def _unit_id(self, text: str, count: int) -> bool:
        tokens = self.window.tokens
        stop = self.at + count
        if stop < len(tokens) and tokens.gap(stop - 1) in ("", "-") and len(tokens.word(stop)) <= 2:
            text, stop = text + tokens.word(stop), stop + 1
        self.found.unit = "same" if text == self.target.parts.unit else "other"
        return self._advance(stop - self.at, agrees=True)

    def _postcode(self) -> bool:
        parts, tokens = self.target.parts, self.window.tokens
        token = tokens[self.at]
        country = parts.country if parts.country in FINE else ""
        if country:
            shape = PATTERNS[country].match(tokens.text, token.start)
            if not shape:
                end = outward_code_at(tokens.text, token.start, parts.postcode, country)
                if end <= 0 and (end := self._other_district()):
                    return self._code(same=False, end=end)
                return end > 0 and self._code(same=True, end=end)
            same = code_of(shape, country) == parts.postcode
            return self._code(same=same, end=shape.end())
        if end := own_code_at(tokens.text, token.start, parts.postcode, parts.country):
            return self._code(same=True, end=end)
        if parts.postcode and parts.country in IN_GROUPS:
            shape = PATTERNS[parts.country].match(tokens.text, token.start)
            if shape:
                return self._code(same=False, end=shape.end())
        if token.kind != "d" or len(token.text) not in (4, 5, 9):
            return False
        if not parts.postcode:
            own = self.target.towns & borough(token.text)
            self.found.town = self.found.town or bool(own)
            return len(token.text) == 5 and self._advance(1, agrees=bool(own))
        if len(token.text) == 4 and token.text[:2] in ("19", "20") and not self._named():
            # "112 Banksia Parade, 2024 annual report"
            return False
        if len(token.text) != 4 or len(parts.postcode) == 4:
            return self._code(same=token.text[:5] == parts.postcode, end=token.end)
        return False

    def _named(self) -> bool:
        """True when a town or state was read before."""
        return self.found.town or self.found.state or bool(self.found.unknown)

    def _other_district(self) -> int:
        """Where a British code of another district ends that stands behind a town ("London W2"), or 0."""
        tokens = self.window.tokens
        named = self.found.town or bool(self.found.unknown)
        if self.target.parts.country != "gb" or not named or not self.window.shouted(self.at):
            return 0
        code = _DISTRICT.match(tokens.text, tokens[self.at].start)
        return code.end() if code else 0

    def _code(self, *, same: bool, end: int) -> bool:
        tokens = self.window.tokens
        count = 1
        while self.at + count < len(tokens) and tokens[self.at + count].start < end:
            count += 1
        self.found.postcode = same
        self.found.other_postcode = not same
        self.found.postcode_typo = swapped(tokens.word(self.at), self.target.parts.postcode)
        plus4 = same and tokens.is_digits(self.at + count) and len(tokens.word(self.at + count)) == 4
        if plus4 and tokens.gap(self.at + count - 1).strip() == "-":
            count += 1
        return self._advance(count, agrees=same)

    def _state(self) -> bool:
        window, tokens = self.window, self.window.tokens
        wanted = self.target.parts.state
        text = ""
        best: tuple[int, frozenset[str]] | None = None
        for count in range(1, 5):
            if self.at + count > len(tokens) or (count > 1 and not window.close(self.at + count - 2)):
                break
            text += tokens.word(self.at + count - 1)
            if text in STATES:
                best = count, STATES[text]
        if best is None:
            return False
        count, codes = best
        if wanted and wanted in codes:
            following = tokens.word(self.at + count)
            small = len(tokens.word(self.at)) == 2 and count == 1 and not window.shouted(self.at)
            if small and not (self._in_line() or self.found.town or following.isdecimal() or self._slug()):
                # "or", "in", "me" are words as well.
                return False
            self.found.state = True
            return self._advance(count, agrees=True)
        following = tokens.word(self.at + count)
        has_code = following.isdecimal() and len(following) in (4, 5)
        name = text if count > 1 else tokens.word(self.at)
        if len(name) == 2 and len(following) == 4 and not window.shouted(self.at):
            # "In 2020 we moved": a year, and no Indiana.
            has_code = False
        if len(name) == 2:
            certain = has_code or (window.shouted(self.at) and (self._in_line() or bool(self.found.unknown)))
        else:
            certain = has_code or (window.capital(self.at) and (self._in_line() or bool(self.found.unknown)))
        if not certain:
            return False
        self.found.other_state = bool(wanted)
        return self._advance(count, agrees=False)

    def _slug(self) -> bool:
        return self.window.tokens.gap(self.at - 1) in ("-", "_", "+")

    def _in_line(self) -> bool:
        return any(c in self.window.tokens.gap(self.at - 1) for c in ",\n\t(|")

    def _other(self) -> bool:
        """Countries, names of form fields, and capitalised words that may be another town."""
        window, tokens = self.window, self.window.tokens
        word = tokens.word(self.at)
        if word in COUNTRIES and len(word) > 2:
            country = self.target.parts.country
            self.found.other_country = bool(country) and country not in COUNTRIES[word]
            return self._advance(1, agrees=False)
        if word in PLACE_FIELDS:
            return self._advance(1, agrees=False)
        if word in OWN_TOWN_LED and self.at + 1 < len(tokens) and not self.found.unknown:
            any_town = word in TOWN_LED and window.capital(self.at + 1)
            if any_town or word == "in" or self._town_at(self.at + 1):
                return (any_town or self._town_at(self.at + 1)) and self._advance(1, agrees=False)
        numbering = word in OTHER_NUMBERS and tokens.is_digits(self.at + 1)
        if tokens.is_digits(self.at) or numbering or word in NOT_TOWNS or len(self.found.unknown) >= 3:
            return False
        slug = self._slug()
        led = self._in_line() or tokens.word(self.at - 1) in TOWN_LED or bool(self.found.unknown)
        if not (slug or (led and (window.capital(self.at) or window.lower_case_text()))):
            return False
        if self.found.unknown and not (window.close(self.at - 1) or self._in_line()):
            return False
        if word in DIRECTIONS and len(word) <= 2:
            return False
        if not self.found.unknown:
            self.found.next_line = any(c in tokens.gap(self.at - 1) for c in "\n\t")
            self.found.piped = "|" in tokens.gap(self.at - 1)
        self.found.unknown.append(word)
        self.found.slug = self.found.slug or slug
        return self._advance(1, agrees=False)

    def _town_at(self, index: int) -> bool:
        return match_town(self.window, index, self.target) > 0
