"""Reads what follows or precedes a street: unit, town, state, postcode; and whether it agrees."""

import re

from auditor.confidential.address.districts import district_at
from auditor.confidential.address.elsewhere import (
    county_at,
    is_abroad,
    is_led_by_dash,
    names_country,
    names_state,
    other_irish_county,
    town_with_province,
)
from auditor.confidential.address.everyday import is_everyday
from auditor.confidential.address.forms import Target
from auditor.confidential.address.keys import past_keys
from auditor.confidential.address.nearby import PLACE_FIELDS, code_label, match_town
from auditor.confidential.address.numbers import ordinal_value
from auditor.confidential.address.placed import Place
from auditor.confidential.address.postcodes import (
    FINE,
    IN_GROUPS,
    PATTERNS,
    code_of,
    outward_code_at,
    own_code_at,
)
from auditor.confidential.address.streets import DIRECTIONS
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


class PlaceReader:
    """Walks along the tokens behind a street."""

    __slots__ = ("at", "found", "keyed", "target", "window")

    def __init__(self, window: Window, index: int, target: Target, glued: str = "") -> None:
        """`glued` is what runs on from the street's type: "Shelbyville" of "StreetShelbyville"."""
        self.window = window
        self.target = target
        self.at = index
        self.keyed = -1
        self.found = Place(index, unknown=[glued] if glued else [])

    def read(self) -> Place:
        """All that can be read about the place."""
        tokens, found = self.window.tokens, self.found
        begin = self.at
        steps = (
            self._county,
            self._elsewhere,
            self._town,
            self._district,
            self._unit,
            self._postcode,
            self._state,
            self._other,
        )
        while self.at < min(len(tokens), begin + 18):
            if not self.window.near(self.at - 1):
                break
            if self.window.sentence_ends(self.at - 1) and not self._known_ahead():
                break
            if (value := past_keys(self.window, self.at, place=True)) > self.at:
                self.at = self.keyed = value
                continue
            if not any(step() for step in steps):
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
        if not (self.target.towns or self.target.parts.postcode) or any(map(is_everyday, found.unknown)):
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

    def _elsewhere(self) -> bool:
        """Another town with its province, unless the own town was read before."""
        if (self.found.town and not self.found.quarter) or self._match_town():
            return False
        count = town_with_province(self.window, self.at, self.target)
        self.found.other_state = self.found.other_state or count > 0
        return count > 0 and self._advance(count, agrees=False)

    def _county(self) -> bool:
        """The county, which tells nothing of the town."""
        parts, tokens = self.target.parts, self.window.tokens
        before, word = tokens.word(self.at - 1), tokens.word(self.at)
        if word in ("co", "county") and self.window.capital(self.at + 1) and not parts.state:
            # "Co. Antrim" holds many towns.
            self.found.other_state |= other_irish_county(self.target, tokens.word(self.at + 1))
            return self._advance(1 if self._town_at(self.at + 1) else 2, agrees=False)
        led = self._in_line() or self._slug() or before in ("in", "of") or self._named()
        if not led or not (parts.state or parts.country in ("", "us")):
            return False
        count = county_at(self.window, self.at)
        self.found.county = self.found.county or count > 0
        return count > 0 and self._advance(count, agrees=False)

    def _town(self) -> bool:
        count = self._match_town()
        if not count:
            return False
        written = "".join(self.window.tokens.word(self.at + i) for i in range(count))
        quarter = is_abroad(self.target) and written in self.target.quarters
        self.found.quarter = quarter and (self.found.quarter or not self.found.town)
        self.found.town = True
        return self._advance(count, agrees=True)

    def _district(self) -> bool:
        """The postal district of the town: another one is another place, as another postcode is."""
        wanted, tokens = self.target.parts.district, self.window.tokens
        if not wanted:
            return False
        behind_town = self.found.town and self.found.stop == self.at and tokens.gap(self.at - 1) == " "
        in_dublin = tokens.word(self.at).startswith("d") and "dublin" in self.target.towns
        if wanted[0].isdecimal() and not (behind_town or in_dublin):
            return False
        if not wanted[0].isdecimal() and not self.window.capital(self.at):
            return False
        seen, end = district_at(tokens.text, tokens[self.at].start, wanted)
        if not seen:
            return False
        if seen != wanted:
            return self._code(same=False, end=end)
        self.found.town = True
        return self._advance(self._count_to(end), agrees=True)

    def _count_to(self, end: int) -> int:
        """How many tokens from here on begin before `end`."""
        tokens, count = self.window.tokens, 1
        while self.at + count < len(tokens) and tokens[self.at + count].start < end:
            count += 1
        return count

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
        if parts.country == "pt" and len(token.text) == 4 and token.kind == "d" and self._names_follow():
            # The first half, as it was written until 1998: "2750 Cascais".
            return self._code(same=parts.postcode[:4] == token.text, end=token.end)
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
            return len(token.text) == 5 and self._advance(1, agrees=False)
        if len(token.text) == 4 and token.text[:2] in ("19", "20") and not self._named():
            # "112 Banksia Parade, 2024 annual report"
            return False
        if len(token.text) != 4 or len(parts.postcode) == 4:
            return self._code(same=token.text[:5] == parts.postcode, end=token.end)
        return False

    def _names_follow(self) -> bool:
        """True when a capitalised word follows the figures."""
        return self.window.tokens.gap(self.at) == " " and self.window.capital(self.at + 1)

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
        count = self._count_to(end)
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
        if not names_state(window, self.at, count, self.found):
            return False
        self.found.other_state = bool(wanted)
        return self._advance(count, agrees=False)

    def _slug(self) -> bool:
        return self.window.tokens.gap(self.at - 1) in ("-", "_", "+")

    def _in_line(self) -> bool:
        if self.at == self.keyed or any(c in self.window.tokens.gap(self.at - 1) for c in ",\n\t(|"):
            return True
        return is_abroad(self.target) and is_led_by_dash(self.window, self.at)

    def _other(self) -> bool:
        """Countries, names of form fields, and capitalised words that may be another town."""
        window, tokens = self.window, self.window.tokens
        word = tokens.word(self.at)
        if codes := self._country():
            country = self.target.parts.country
            self.found.other_country = bool(country) and country not in codes
            return True
        if word in PLACE_FIELDS:
            return self._advance(1, agrees=False)
        if label := code_label(tokens, self.at):
            return self._advance(label, agrees=False)
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

    def _country(self) -> frozenset[str]:
        """The codes of the country that is named here, which is passed; or none."""
        window, tokens, name = self.window, self.window.tokens, ""
        found, count = frozenset[str](), 0
        for at in range(self.at, min(self.at + 4, len(tokens))):
            if at > self.at and not window.close(at - 1):
                break
            name += tokens.word(at)
            if name in COUNTRIES and len(name) > 2:
                found, count = COUNTRIES[name], at + 1 - self.at
        if not (count and names_country(window, self.at, count, self.found)):
            return frozenset()
        self._advance(count, agrees=False)
        return found | {"gb"} if "scotland" in found else found

    def _town_at(self, index: int) -> bool:
        return match_town(self.window, index, self.target) > 0
