"""Walks along the tokens behind a street, past towns and units."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.elsewhere import is_abroad, is_led_by_dash
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.reading.placed import Place
from auditor.confidential.address.typed.segments import may_be_town
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.vocabulary.words import STATES, UNITS, UNITS_ALONE
from auditor.confidential.address.window import Window


class PlaceWalker:
    """Where the walk is, what it has found, and the steps that read no place but the own town."""

    __slots__ = ("at", "found", "keyed", "target", "window")

    def __init__(self, window: Window, index: int, target: Target, glued: str = "") -> None:
        """`glued` is what runs on from the street's type: "Shelbyville" of "StreetShelbyville"."""
        self.window = window
        self.target = target
        self.at = index
        self.keyed = -1
        self.found = Place(index, unknown=[glued] if glued else [])

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
        written = "".join(self.window.tokens.word(self.at + i) for i in range(count))
        quarter = is_abroad(self.target) and written in self.target.quarters
        self.found.quarter = quarter and (self.found.quarter or not self.found.town)
        self.found.town = True
        return self._advance(count, agrees=True)

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
                town = tokens.gap(self.at) == " " and window.capital(self.at + 1) and may_be_town(following)
                return not (town and self._in_line()) and self._unit_id(word, 1)
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

    def _in_place(self) -> bool:
        """True where a postcode may stand: behind a town or state, or set apart."""
        return self._named() or self._in_line()

    def _named(self) -> bool:
        """True when a town or state was read before."""
        return self.found.town or self.found.state or bool(self.found.unknown)

    def _slug(self) -> bool:
        return self.window.tokens.gap(self.at - 1) in ("-", "_", "+")

    def _in_line(self) -> bool:
        if self.at == self.keyed or any(c in self.window.tokens.gap(self.at - 1) for c in ",\n\t(|"):
            return True
        # "- Z.I. Nord"
        name = len(self.window.tokens.word(self.at)) > 2
        return name and is_abroad(self.target) and is_led_by_dash(self.window, self.at)
