"""Reads the postcode or postal district behind a street, and whether it is the address's own."""

import re

from auditor.confidential.address.reading.elsewhere import is_abroad
from auditor.confidential.address.reading.place_walk import PlaceWalker
from auditor.confidential.address.vocabulary.codes_abroad import code_abroad
from auditor.confidential.address.vocabulary.districts import district_at
from auditor.confidential.address.vocabulary.postcodes import (
    FINE,
    IN_GROUPS,
    PATTERNS,
    code_of,
    outward_code_at,
    own_code_at,
)
from auditor.confidential.address.vocabulary.towns import borough
from auditor.confidential.edits import swapped

_DISTRICT = re.compile(r"[a-z]{1,2}\d[\da-z]?(?![a-z0-9])")


class CodeReader(PlaceWalker):
    """The steps that read postcodes and postal districts."""

    __slots__ = ()

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

    def _postcode(self) -> bool:
        parts = self.target.parts
        placed = self._in_place() and (parts.postcode or parts.state)
        if placed and (end := code_abroad(self.window, self.at, parts.country)):
            return self._code(same=False, end=end)
        return self._half_code() or self._own_postcode()

    def _own_postcode(self) -> bool:
        """A code in the shape of the address's own country."""
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
        if len(token.text) == 4 and token.text[:2] in ("19", "20") and not self._is_in_line():
            # "112 Banksia Parade, 2024 annual report", "Ballarat VIC\n© 2024"
            return False
        if len(token.text) != 4 or len(parts.postcode) == 4:
            return self._code(same=token.text[:5] == parts.postcode, end=token.end)
        return False

    def _is_in_line(self) -> bool:
        """True where the figures stand at once behind a town or state, as a code does and a year does not."""
        gap = self.window.tokens.gap(self.at - 1)
        return self._named() and gap.strip(" ,") == "" and "\n" not in gap

    def _half_code(self) -> bool:
        """The first half of a Portuguese code, as it was written until 1998 ("2750 Cascais"); or another code
        in two groups.
        """
        parts, token = self.target.parts, self.window.tokens[self.at]
        if parts.country == "pt" and len(token.text) == 4 and token.kind == "d" and self._names_follow():
            return self._code(same=parts.postcode[:4] == token.text, end=token.end)
        grouped = None if parts.country or len(parts.postcode) != 5 else self._in_groups()
        same = grouped is not None and code_of(grouped, "se") == parts.postcode
        return grouped is not None and self._code(same=same, end=grouped.end())

    def _in_groups(self) -> re.Match[str] | None:
        """A code in two groups of figures which a town follows: "222 23 Lund"."""
        tokens, at = self.window.tokens, self.at + 2
        named = at < len(tokens) and tokens.gap(at - 1) == " " and self.window.capital(at)
        shape = PATTERNS["se"].match(tokens.text, tokens[self.at].start)
        return shape if named and is_abroad(self.target) else None

    def _names_follow(self) -> bool:
        """True when a capitalised word follows the figures."""
        behind = self.at + 1
        named = behind < len(self.window.tokens) and self.window.capital(behind)
        return named and self.window.tokens.gap(self.at) == " "

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
