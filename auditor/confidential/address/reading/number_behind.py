"""Reads the house number behind a street: usual in many countries, elsewhere the order turned round."""

from auditor.confidential.address.reading import compare
from auditor.confidential.address.reading.counted import is_counted
from auditor.confidential.address.reading.house_behind import behind
from auditor.confidential.address.reading.keys import past_keys
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.reading.number_before import NumberBefore
from auditor.confidential.address.vocabulary.postcodes import outward_code_at, own_code_at
from auditor.confidential.address.vocabulary.words import (
    BLOCKS,
    CORNERS,
    FIELD_NAMES,
    GOING_ON,
    NUMBER_SIGNS,
    OWN_TOWN_LED,
    UNITS,
)

_JOINING = frozenset(
    ["at", "and", "is", "the", "with", "our", "its", "house", "under", "in", "on", "al", "au"]
)
"""Words that may stand between a street and its number behind it."""
_JOINING_ABROAD = frozenset(
    ["en", "el", "a", "ao", "nel", "allo", "mit", "der", "die", "op", "met", "het", "de"]
)
"""The same before a sign of the number, in the languages that lead the street by its type."""
_HOUSES = frozenset(["haus", "hs", "huis"])
"""Words for a house that announce its number where streets have joined names: "Haus 7", "Haus-Nr. 7"."""
_POST = frozenset(["p", "o", "po"])
_DOORS = frozenset(["building", "bldg", "house", "door"])
"""Words that announce the number of a house behind its street."""
_HOURS = frozenset(["hours", "hour", "hrs", "hr", "h", "am", "pm", "a", "p", "o", "uhr", "sharp"])
_LONGEST_NAME = 6
"""Words of a street's name, at most."""


class NumberReader(NumberBefore):
    """Looks for the number beside one hit, and notes it in `reading`."""

    __slots__ = ()

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
            elif self.target.parts.route and word in _POST and "box" in tokens.text[tokens[index].end :][:8]:
                pass  # "RR 4, P.O. Box 217"
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
