"""Reads the house number that stands before a street."""

import re

from auditor.confidential.address.reading import compare, house
from auditor.confidential.address.reading.flats import before_flat
from auditor.confidential.address.reading.keys import before_keys
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.reading.reading import Hit, Reading
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.streets import LINKS
from auditor.confidential.address.vocabulary.words import (
    FIELD_NAMES,
    NUMBER_SIGNS,
    UNITS,
)
from auditor.confidential.address.window import Window

_ANNOUNCING = words("building bldg block bureau department door entrance lobby lot office shop studio tower")
"""Words for a part of a building that also label a whole address ("Office 1247 Elm Street")."""
_BRIDGES = frozenset(["on", "in", "at", "of", "along", "und", "aan", "rear", "front", "historic", "is"])
_COUNTING = frozenset(["e", "er", "eme", "ieme", "o", "a"])
"""Endings of the number of a town's district."""
_NEARBY = 20
"""House numbers so near belong to neighbours."""
_DESCRIBED_BY = re.compile(
    r"\b(?:next(?:[ -]door)? to|across (?:the (?:street|road|way) )?from|opposite(?: of| to)?|beside|behind"
    r"|adjacent to|neighbou?rs? (?:of|at)|(?:doors?|houses?|buildings?|lots?)(?: \w{2,5})? (?:from|of|to)"
    r"|frente al?|em frente ao?|junto al?|en face d[eu]|a cote d[eu]|di fronte al?|accanto al?"
    r"|gegenuber(?: von| der)?|neben|tegenover|naast"
    r"|between(?: (?:no\.?|number|#))? ?\d{1,6} and)[\s:]*(?:(?:no|nr|number|#)\.?\s*)?$"
)
"""What leads to the house next to the one that is meant."""
_YEARS = frozenset(["in", "since", "year", "anno", "until", "circa", "ca", "from"])
"""Words that make a figure of four look like a year."""


class NumberBefore:
    """Looks for the number before one hit, and notes it in `reading`."""

    __slots__ = ("reading", "target", "tokens", "window")

    def __init__(self, window: Window, hit: Hit) -> None:
        self.window = window
        self.tokens = window.tokens
        self.target = hit.form.target
        self.reading = Reading(hit, hit.first, hit.stop)

    def _box_before(self) -> compare.Seen | None:
        """The box before its route: "Box 87A, RR 4"."""
        tokens, index = self.tokens, self.reading.first - 1
        if not self.window.near(index) or not self.target.parts.number:
            return None
        letter = ""
        if len(tokens.word(index)) == 1 and tokens.is_digits(index - 1):
            letter, index = tokens.word(index), index - 1
        if not tokens.is_digits(index) or tokens.word(index - 1) not in ("box", "bx"):
            return None
        state = compare.compare(self.target, tokens.word(index), letter, "")
        return self._take_left(compare.Seen(state, index - 1, self.reading.first), linked=False)

    def _number_before(self) -> compare.Seen | None:
        """The house number to the left, past units, links and names of form fields."""
        window, tokens, reading = self.window, self.tokens, self.reading
        index = reading.first - 1
        for step in range(8):
            if index < 0 or not window.near(index) or (window.sentence_ends(index) and step > 0):
                return None
            if (before := self._past_fields_and_flats(index)) < index:
                index = before
                continue
            word = tokens.word(index)
            if self._is_district(index):
                return None
            if blocked := self._block(index):
                return self._take_left(blocked, linked=False)
            if tokens.is_digits(index) and house.is_unit(window, index) and not self._is_wanted(index):
                index -= 2
                continue
            seen = house.before(window, index, self.target)
            if seen is not None:
                if seen.state == compare.OTHER and word == self.target.parts.postcode:
                    return None
                if (
                    seen.state == compare.OTHER
                    and step > 0
                    and reading.linked
                    and not window.close(seen.stop - 1)
                ):
                    return None
                return self._take_left(seen, linked=reading.linked)
            if (
                len(word) <= 2
                and word not in LINKS
                and tokens.word(index - 1) in UNITS
                and window.near(index - 1)
            ):
                index -= 2
                continue
            if (
                word not in NUMBER_SIGNS
                and word not in FIELD_NAMES
                and word not in LINKS
                and word not in _BRIDGES
            ):
                return None
            reading.linked = reading.linked or word in _BRIDGES or word in LINKS
            index -= 1
        return None

    def _is_district(self, index: int) -> bool:
        """True for the district of the own town before a street: "Lyon (7e), rue Moreau, n° 23"."""
        tokens = self.tokens
        counted = tokens.word(index) in _COUNTING and tokens.is_digits(index - 1)
        return (
            counted
            and tokens.gap(index - 1) == ""
            and not self.target.is_number(tokens.word(index - 1))
            and index >= 2
            and match_town(self.window, index - 2, self.target) > 0
        )

    def _past_fields_and_flats(self, index: int) -> int:
        """The token before a field's name or a flat that ends at `index`; `index` where there is none."""
        tokens = self.tokens
        if (value := before_keys(self.window, index)) < index:
            return value
        if (flat := before_flat(self.window, index)) >= 0:
            return flat
        # "3862 #17 Elm Street"
        signed = tokens.is_digits(index) and tokens.gap(index - 1).strip(" ,") == "#"
        return index - 1 if signed and tokens.is_digits(index - 1) else index

    def _is_wanted(self, index: int) -> bool:
        """The wanted number behind a word that may announce a unit or the whole address ("Building 1247").

        A unit's number has the house's behind it; where the street follows at once, it is the house's.
        """
        tokens = self.tokens
        if not self.target.is_number(tokens.word(index)):
            return False
        if tokens.word(index - 1) in _ANNOUNCING:
            return True
        at_street = index == self.reading.first - 1 and self.window.close(index)
        self.reading.linked = self.reading.linked or at_street
        return at_street and not (tokens.is_digits(index - 2) and self.window.near(index - 2))

    def _block(self, index: int) -> compare.Seen | None:
        """ "1200 block of": the hundred that the wanted number belongs to."""
        tokens, number = self.tokens, self.target.parts.number
        if tokens.word(index) in ("of", "on") and tokens.word(index - 1) in ("block", "blk"):
            index -= 1
        if (
            tokens.word(index) not in ("block", "blk")
            or not tokens.is_digits(index - 1)
            or not number.isdecimal()
        ):
            return None
        low = int(tokens.word(index - 1))
        inside = low % 100 == 0 and low <= int(number) < low + 100
        if tokens.is_digits(index - 2) and tokens.gap(index - 2) in ("-", " - ", "/"):
            # "the 1200-1300 block"
            begin = int(tokens.word(index - 2))
            inside = begin % 100 == 0 and begin <= int(number) < low + 100
        return compare.Seen(compare.BLOCK if inside else compare.OTHER, index - 1, index + 1)

    def _take_left(self, seen: compare.Seen, *, linked: bool) -> compare.Seen:
        reading = self.reading
        if seen.state == compare.OTHER and self._is_neighbour(seen):
            seen = compare.Seen(compare.NEIGHBOUR, seen.first, seen.stop)
        reading.number, reading.side, reading.linked = seen.state, "left", linked
        if seen.state != compare.OTHER:
            first = seen.first
            word = self.tokens.word(seen.stop - 1)
            parted = "," in self.tokens.gap(seen.stop - 1)
            reading.year = self.tokens.word(first - 1) in _YEARS and (
                (len(word) == 4 and "1000" <= word < "2100") or (len(word) == 3 and parted)
            )
            # "the pier, 1938, Maple"
            between = parted and "," in self.tokens.gap(first - 1) and not self.target.parts.number_last
            reading.year |= between and len(word) == 4 and "1800" <= word < "2100"
            while first > 0 and self.tokens.word(first - 1) in NUMBER_SIGNS and self.window.close(first - 1):
                first -= 1
            reading.first = first
        return seen

    def _is_neighbour(self, seen: compare.Seen) -> bool:
        """True for "next door to 1249": the number of a house near the wanted one, named to describe it."""
        tokens, number = self.tokens, self.target.parts.number
        word = tokens.word(seen.stop - 1)
        if not (word.isdecimal() and number.isdecimal()) or abs(int(word) - int(number)) > _NEARBY:
            return False
        # A number behind its street is described by what stands before the street.
        first = min(seen.stop - 1, self.reading.first)
        end = tokens[first].start
        return _DESCRIBED_BY.search(tokens.text, max(0, end - 60), end) is not None
