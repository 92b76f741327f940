"""Reads what follows or precedes a street: unit, town, state, postcode; and whether it agrees."""

from auditor.confidential.address.reading.ahead import big_town_at
from auditor.confidential.address.reading.elsewhere import (
    county_at,
    is_abroad,
    names_country,
    names_state,
    no_number_at,
    other_irish_county,
    town_with_province,
    town_with_state,
)
from auditor.confidential.address.reading.keys import past_keys
from auditor.confidential.address.reading.nearby import PLACE_FIELDS, code_label, match_town
from auditor.confidential.address.reading.place_codes import CodeReader
from auditor.confidential.address.reading.placed import Place
from auditor.confidential.address.vocabulary.codes_abroad import at_code_of_four, district_abroad
from auditor.confidential.address.vocabulary.everyday import is_everyday
from auditor.confidential.address.vocabulary.slavic import IN_TOWN, is_slavic
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, LINKS
from auditor.confidential.address.vocabulary.words import (
    COUNTRIES,
    IN_TOWN_ABROAD,
    NOT_TOWNS,
    OTHER_NUMBERS,
    OWN_TOWN_LED,
    STATES,
    TOWN_LED,
)


class PlaceReader(CodeReader):
    """Walks along the tokens behind a street."""

    __slots__ = ()

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
            if self.window.sentence_ends(self.at - 1) and not (self._known_ahead() or self._code_ahead()):
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
                and (ends or gap.strip(" ")[:1] in tuple(",.;:)|<\"'(") or at_code_of_four(tokens, self.at))
            )
        if not (self.target.towns or self.target.parts.postcode) or any(map(is_everyday, found.unknown)):
            found.unknown = []
        return found

    def _known_ahead(self) -> bool:
        return self._match_town() > 0 or self.window.tokens.word(self.at) == self.target.parts.postcode

    def _code_ahead(self) -> bool:
        """A postcode and a town behind a full stop: "Centro. 06010 Ciudad de México"."""
        tokens = self.window.tokens
        coded = tokens.is_digits(self.at) and len(tokens.word(self.at)) == 5
        return (
            coded
            and is_abroad(self.target)
            and tokens.gap(self.at) == " "
            and self.window.capital(self.at + 1)
        )

    def _elsewhere(self) -> bool:
        """Another town with its province, unless the own town was read before."""
        if (self.found.town and not self.found.quarter) or self._match_town():
            return False
        count = town_with_province(self.window, self.at, self.target)
        if not count and self.target.parts.state and self.at == self.found.stop:
            count = town_with_state(self.window, self.at)
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
        # "Salem, OR 97306" is not in Britain.
        following = tokens.word(self.at + count)
        has_code = following.isdecimal() and len(following) in (4, 5)
        abroad = has_code and self.target.parts.country in ("gb", "ie", "nz")
        self.found.other_state = bool(wanted) or abroad
        return self._advance(count, agrees=False)

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
            any_town = word in self._town_led() and window.capital(self.at + 1)
            if any_town or word == "in" or self._town_at(self.at + 1):
                return (any_town or self._town_at(self.at + 1)) and self._advance(1, agrees=False)
        return self._name()

    def _name(self) -> bool:
        """A capitalised word that may be another town's."""
        window, tokens = self.window, self.window.tokens
        word = tokens.word(self.at)
        if self.found.unknown and tokens.gap(self.at - 1) == "-" == tokens.gap(self.at):
            # "Stoke-on-Trent"
            self.found.unknown.append(word)
            return self._advance(1, agrees=False)
        if self.found.unknown and district_abroad(tokens, self.at):
            return self._advance(1, agrees=False)
        numbering = word in OTHER_NUMBERS and tokens.is_digits(self.at + 1)
        if self._skips():
            return True
        if tokens.is_digits(self.at) or numbering or word in NOT_TOWNS or len(self.found.unknown) >= 3:
            return False
        if len(word) < 2:
            # "R/C"
            return False
        slug = self._slug()
        led = self._is_led()
        if not (slug or (led and (window.capital(self.at) or window.lower_case_text()))):
            return False
        if self.found.unknown and not (window.close(self.at - 1) or self._in_line()):
            return False
        if word in DIRECTIONS and len(word) <= 2:
            return False
        if not self.found.unknown:
            self.found.next_line = any(c in tokens.gap(self.at - 1) for c in "\n\t")
            self.found.piped = "|" in tokens.gap(self.at - 1)
            self.found.slug = slug
        self.found.unknown.append(word)
        return self._advance(1, agrees=False)

    def _is_led(self) -> bool:
        """True where something before the word tells that a town's name may begin or go on."""
        if self._in_line() or self.found.unknown or big_town_at(self.window, self.at, self.target):
            return True
        return self.window.tokens.word(self.at - 1) in self._town_led()

    def _skips(self) -> bool:
        """Pass by what stands for a number, and small words within a name: "Alcalá de Henares"."""
        window, tokens = self.window, self.window.tokens
        skipped = no_number_at(window, self.at, self.target)
        inside = bool(self.found.unknown) and tokens.word(self.at) in LINKS and window.close(self.at - 1)
        behind = self.at + 1 + (tokens.word(self.at + 1) in LINKS)
        if not skipped and inside and behind < len(tokens) and window.capital(behind):
            skipped = behind - self.at
        return skipped > 0 and self._advance(skipped, agrees=False)

    def _town_led(self) -> frozenset[str]:
        """Words that lead any town."""
        if is_slavic(self.target.parts):
            return TOWN_LED | IN_TOWN
        return TOWN_LED | IN_TOWN_ABROAD if is_abroad(self.target) else TOWN_LED

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
