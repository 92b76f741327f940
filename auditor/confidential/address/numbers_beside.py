"""Reads the house number that stands before or behind a street."""

import re

from auditor.confidential.address import compare, house
from auditor.confidential.address.counted import is_counted
from auditor.confidential.address.flats import before_flat
from auditor.confidential.address.house_behind import behind
from auditor.confidential.address.keys import before_keys, past_keys
from auditor.confidential.address.lists import words
from auditor.confidential.address.nearby import match_town
from auditor.confidential.address.postcodes import outward_code_at, own_code_at
from auditor.confidential.address.reading import Hit, Reading
from auditor.confidential.address.streets import LINKS
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import (
    BLOCKS,
    CORNERS,
    FIELD_NAMES,
    GOING_ON,
    MEASURES,
    NUMBER_SIGNS,
    OWN_TOWN_LED,
    UNITS,
)

_ANNOUNCING = words("building bldg block bureau department door entrance lobby lot office shop studio tower")

"""Words for a part of a building that also label a whole address ("Office 1247 Elm Street")."""
_BRIDGES = frozenset(["on", "in", "at", "of", "along", "und", "aan", "rear", "front", "historic", "is"])
_JOINING = frozenset(
    ["at", "and", "is", "the", "with", "our", "its", "house", "under", "in", "on", "al", "au"]
)
"""Words that may stand between a street and its number behind it."""
_COUNTING = frozenset(["e", "er", "eme", "ieme", "o", "a"])
"""Endings of the number of a town's district."""
_JOINING_ABROAD = frozenset(
    ["en", "el", "a", "ao", "nel", "allo", "mit", "der", "die", "op", "met", "het", "de"]
)
"""The same before a sign of the number, in the languages that lead the street by its type."""
_HOUSES = frozenset(["haus", "hs", "huis"])
"""Words for a house that announce its number where streets have joined names: "Haus 7", "Haus-Nr. 7"."""
_DOORS = frozenset(["building", "bldg", "house", "door"])
"""Words that announce the number of a house behind its street."""
_HOURS = frozenset(["hours", "hour", "hrs", "hr", "h", "am", "pm", "a", "p", "o", "uhr", "sharp"])
_LONGEST_NAME = 6
"""Words of a street's name, at most."""
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


class NumberReader:
    """Looks for the number beside one hit, and notes it in `reading`."""

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

    def _number_behind(self) -> None:
        """The house number to the right: usual in many countries, elsewhere the order turned round."""
        window, tokens, reading = self.window, self.tokens, self.reading
        index, signed, bridged = self._past_signs()
        if index < 0:
            return
        parts = self.target.parts
        if tokens.word(index) == parts.postcode and not self.target.is_number(tokens.word(index)):
            return
        if any(self._is_code(at) for at in {index, reading.stop}):
            return
        seen = behind(window, index, self.target)
        if seen is None or ("#" in tokens.gap(index - 1) and not parts.number_last and self._is_numbered()):
            return
        if seen.state == compare.OTHER:
            european = self.target.parts.joined or self.target.parts.type_first or signed
            direct = tokens.gap(index - 1).strip(" ") == "" and len(tokens.word(index)) <= 5
            if european and self._is_neighbour(seen):
                reading.number, reading.side = compare.NEIGHBOUR, "right"
            elif (european or direct) and reading.kind and not bridged:
                reading.number, reading.side = compare.OTHER, "right"
            return
        if bridged and not signed and not self._may_be_at(seen):
            return
        if not signed and (is_counted(window, seen.stop) or self._counts_something(seen)):
            return
        reading.number, reading.side, reading.stop = seen.state, "right", seen.stop
        reading.signed, reading.linked = signed, bridged

    def _is_numbered(self) -> bool:
        """True where a house number leads the street's line, so that what "#" announces behind is a flat:
        "191 Sir John Adams Drive #188".
        """
        tokens, at = self.tokens, self.reading.first - 1
        while at >= max(0, self.reading.first - _LONGEST_NAME) and tokens.gap(at).strip(".") == " ":
            if tokens.is_digits(at):
                return True
            at -= 1
        return False

    def _is_code(self, index: int) -> bool:
        """True when the address's postcode, or the half of it that stands for the district, is at `index`."""
        tokens, parts = self.tokens, self.target.parts
        if index >= len(tokens) or not parts.postcode:
            return False
        at = (tokens.text, tokens[index].start, parts.postcode, parts.country)
        return own_code_at(*at) > 0 or outward_code_at(*at) > 0

    def _past_signs(self) -> tuple[int, bool, bool]:
        """Where a number behind the street may begin (or -1), whether a sign such as "no." announces it,
        and whether other words join it to the street ("and the number is").
        """
        window, tokens = self.window, self.tokens
        index, signed, bridged = past_keys(window, self.reading.stop), False, False
        for _ in range(7):
            if index >= len(tokens) or not window.near(index - 1) or window.sentence_ends(index - 1):
                return -1, False, False
            word = tokens.word(index)
            if (
                word in ("o", "a")
                and tokens.word(index - 1) in ("n", "no")
                and tokens.gap(index - 1) in ("", ".")
            ):
                signed = True  # "n.º"
            elif (
                self._is_czech_sign(index)
                or word in NUMBER_SIGNS
                or (not bridged and (word in FIELD_NAMES or word in ("box", "bx")))
                or self._is_sign_abroad(index)
            ):
                signed = True
            elif word in _DOORS and self.target.is_number(tokens.word(index + 1)):
                signed = bridged = True
            elif word in _JOINING or self._joins_abroad(index):
                bridged = True
            else:
                break
            index += 1
        boxed = tokens.word(index - 1) in ("box", "bx")
        return index, signed or boxed or "#" in tokens.gap(index - 1), bridged

    def _is_sign_abroad(self, index: int) -> bool:
        """True for "Haus 7", "Haus-Nr. 7", "Lt. 5", the end of "n.ro 12", "Mz." before a block's letter."""
        tokens, parts = self.tokens, self.target.parts
        if tokens.word(index) in ("lt", "lte"):
            return parts.number_last and parts.type_first and tokens.is_digits(index + 1)
        if tokens.word(index) == "ro":
            return tokens.word(index - 1) == "n" and tokens.is_digits(index + 1)
        if tokens.word(index) in BLOCKS:
            return parts.number[:1].isalpha()
        house = tokens.word(index) in _HOUSES and (parts.joined or parts.number_last)
        return house and (tokens.is_digits(index + 1) or tokens.word(index + 1) in NUMBER_SIGNS)

    def _joins_abroad(self, index: int) -> bool:
        """True for the small words of "calle Mayor, en el número 27"."""
        tokens, parts = self.tokens, self.target.parts
        abroad = (parts.joined or parts.type_first) and tokens.word(index) in _JOINING_ABROAD
        return abroad and not NUMBER_SIGNS.isdisjoint((tokens.word(index + 1), tokens.word(index + 2)))

    def _is_czech_sign(self, index: int) -> bool:
        """True for "č.", "č. p.", "č. o.", "č. ev." and the Slovak "súp. č." before a house number."""
        tokens = self.tokens
        if not self.target.parts.number_last or "." not in tokens.gap(index):
            return False
        word, following = tokens.word(index), tokens.word(index + 1)
        if word in ("c", "sup", "or"):
            return following in ("c", "p", "o", "ev") or self.tokens.is_digits(index + 1)
        return word in ("p", "o", "ev") and tokens.word(index - 1) == "c" and tokens.is_digits(index + 1)

    def _may_be_at(self, seen: compare.Seen) -> bool:
        """True for "Maple Street at 1247": a long number behind "at" that is no time of the day."""
        tokens = self.tokens
        at = seen.first == self.reading.stop + 1 and tokens.word(seen.first - 1) in ("at", "al", "au")
        number = "".join(tokens.word(i) for i in range(seen.first, seen.stop))
        return at and number.isdecimal() and len(number) >= 3 and tokens.word(seen.stop) not in _HOURS

    def _counts_something(self, seen: compare.Seen) -> bool:
        """True when the number seems to count what follows it: "Maple Street 1247 people"."""
        tokens = self.tokens
        parts = self.target.parts
        if seen.stop >= len(tokens):
            return False
        if tokens.word(seen.stop) in MEASURES and tokens.gap(seen.stop - 1) in (" ", "-"):
            return True
        if parts.joined or (parts.type_first and self.reading.kind and parts.number_last):
            return False
        gap, word = tokens.gap(seen.stop - 1), tokens.word(seen.stop)
        if (
            (parts.number_last or parts.type_first)
            and word in GOING_ON
            and not self.window.shouted(seen.stop)
        ):
            # "Kölner Straße 12 jeden Dienstag", but "Maple Street 1247 people"
            return False
        if gap.strip(" ") != "" or word in UNITS or match_town(self.window, seen.stop, self.target):
            return False
        if word in OWN_TOWN_LED and match_town(self.window, seen.stop + 1, self.target):
            # "Oude Gracht 12 te Utrecht"
            return False
        if word in CORNERS:
            return False
        cut_short = tokens.gap(seen.stop).startswith(".") and len(word) <= 5
        if self.target.parts.number_last and cut_short and tokens.is_digits(seen.stop + 1):
            # "Nowy Świat 12 lok. 15"
            return False
        return not tokens.is_digits(seen.stop) and not self.window.capital(seen.stop)
