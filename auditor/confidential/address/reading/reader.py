"""Reads what stands around a street's name: number, direction, type, unit, town."""

from auditor.confidential.address.reading import compare
from auditor.confidential.address.reading.counted import is_of_street_before, is_parted
from auditor.confidential.address.reading.elsewhere import no_number_at
from auditor.confidential.address.reading.keys import before_keys, past_keys
from auditor.confidential.address.reading.longer import goes_on
from auditor.confidential.address.reading.nearby import match_town, precedes
from auditor.confidential.address.reading.place import PlaceReader
from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.reading.types_beside import TypeReader
from auditor.confidential.address.vocabulary.postcodes import outward_code_at
from auditor.confidential.address.vocabulary.routes import BOXED
from auditor.confidential.address.vocabulary.slavic import is_slavic
from auditor.confidential.address.vocabulary.streets import (
    DIRECTION_WORDS,
    DIRECTIONS,
    STREET_TYPES,
    USUAL_TYPES,
)
from auditor.confidential.address.vocabulary.words import NUMBER_SIGNS, TITLES
from auditor.confidential.common_words import COMMON
from auditor.confidential.edits import one_edit

_COUNTY_ROADS = frozenset(["county", "co", "cty", "cnty", "cr", "ch", "cth", "csah"])
"""First words of a county road."""
_MOST_OF_COUNTY = 4
"""Words of a county's name before its road, at most."""
_SPANISH_DIRECTIONS = frozenset(["norte", "nte", "sur", "poniente", "pte", "oriente", "ote"])
_NO_E = frozenset(["ca", "fr", "be", "mx"])
"""Countries with types before the name in whose languages "e" is no word."""
_DIRECTION_FIELDS = frozenset(
    ["direction", "dir", "streetdir", "streetdirection", "postdir", "predir", "suffixdirection"]
)
"""The same between a street's name and its direction."""


class Reader(TypeReader):
    """Reads around one hit, first to the left, then to the right."""

    __slots__ = ()

    def read(self) -> Reading:
        """The full reading of the hit."""
        reading = self.reading
        self._titles()
        self._type_before()
        self._direction_before()
        self._county_before()
        first = reading.first
        left = self._box_before() if self._is_box() else self._number_before()
        if left is not None and self._is_of_other(left.first):
            # "Av. Arequipa 2450, Arequipa": the town has the street's name.
            left, reading.number, reading.first = None, "", reading.hit.first
        self._type_behind()
        self._direction_behind()
        reading.core = reading.stop
        if left is not None and (
            is_of_street_before(self.window, left, self.target) or is_parted(self.window, left, self.target)
        ):
            left, reading.first, reading.number, reading.side = None, first, "", ""
            reading.linked = reading.year = False
        if self.target.parts.type_first and reading.kind == "same" and not reading.directions:
            reading.longer = reading.longer or goes_on(self.window, reading.stop, self.target)
        own = left is not None and left.state not in (compare.OTHER, compare.LABELLED)
        # "Permit 24-0117: Maple Street No. 1247"
        apart = left is not None and not own and self.tokens.gap(left.stop - 1).strip(" ") in (":", ",", ";")
        if left is None or (not own and self.target.parts.number_last) or apart:
            # "Open since 2019, Ahornstraße 42": where the number stands behind, any may stand before.
            self._number_behind()
            self._direction_behind_number()
            if not reading.number and self._is_box(("rural",)):
                # "3801 RR 2"
                self._number_before()
        reading.place = PlaceReader(self.window, reading.stop, self.target, reading.glued).read()
        if reading.place.verdict == "agree" or reading.place.unit:
            reading.stop = max(reading.stop, reading.place.stop)
        first = precedes(self.window, reading.first, self.target)
        if first < reading.first and not reading.place.verdict:
            reading.led_by_town = True
            if not reading.number:
                reading.first = first
        return reading

    def _is_of_other(self, first: int) -> bool:
        """True where the number before the hit stands behind the same name, to which it belongs."""
        parts, tokens = self.target.parts, self.tokens
        return parts.number_last and bool(parts.name) and tokens.word(first - 1) == parts.name[-1]

    def _is_box(self, kinds: tuple[str, ...] = BOXED) -> bool:
        """Boxes are numbered behind their name alone."""
        route = self.target.parts.route
        return route is not None and route[0] in kinds

    def _titles(self) -> None:
        """Take in titles around a person's name ("Dr. Martin Luther King Jr.")."""
        reading, tokens = self.reading, self.tokens
        if len(self.target.parts.name) < 2:
            return
        while tokens.word(reading.first - 1) in TITLES and self.window.close(reading.first - 1):
            reading.first -= 1
        if tokens.word(reading.stop) in ("jr", "sr", "junior", "senior", "ii", "iii"):
            reading.stop += 1

    def _direction_before(self) -> None:
        reading = self.reading
        if not self.window.near(reading.first - 1) or self._is_district(reading.first - 1):
            return
        if is_slavic(self.target.parts):
            # "w" and "s" are words there.
            return
        last = before_keys(self.window, reading.first - 1)
        code, count = self.window.direction(last, -1)
        if code:
            reading.directions.append(code)
            reading.first = last + 1 - count
            return
        if code := self._mistyped_direction(reading.first - 1):
            reading.directions.append(code)
            reading.first -= 1
            reading.linked = True

    def _county_before(self) -> None:
        """Take in the county's own name between number and road: "3290 La Plata County Road 214"."""
        reading, tokens, route = self.reading, self.tokens, self.target.parts.route
        if route is None or route[0] != "county" or tokens.word(reading.first) not in _COUNTY_ROADS:
            return
        first = reading.first
        while reading.first - first < _MOST_OF_COUNTY and tokens.gap(first - 1).strip(" ") in ("", "."):
            if tokens.is_digits(first - 1):
                named = first < reading.first and tokens.word(reading.first - 1) not in USUAL_TYPES
                reading.first = first if named else reading.first
                return
            if not self.window.capital(first - 1):
                return
            first -= 1

    def _mistyped_direction(self, index: int) -> str:
        """The address's direction when the word at `index` is it with a typing error, and no plain word."""
        word = self.tokens.word(index)
        if len(word) < 3 or word in COMMON or word in STREET_TYPES:
            return ""
        for code in {self.target.parts.before, self.target.parts.after} - {""}:
            long = DIRECTION_WORDS[code][-1]
            if word[0] == long[0] and one_edit(word, long):
                return code
        return ""

    def _begins_town(self, index: int, count: int, code: str) -> bool:
        """True for a direction behind a comma that a name follows: "Maple Street, West Haven"."""
        parts, window, tokens = self.target.parts, self.window, self.tokens
        named = tokens.gap(index + count - 1) == " " and window.capital(index + count)
        whole = len(tokens.word(index)) > 2
        return (
            named
            and tokens.word(index + count).isalpha()
            and (whole or code not in (parts.before, parts.after))
        )

    def _direction_behind_number(self) -> None:
        """The direction behind a number that stands behind its street, as in Mexico: "Juárez 1482 Pte."."""
        reading, parts = self.reading, self.target.parts
        word = self.tokens.word(reading.stop)
        wanted = reading.side == "right" and parts.number_last and word in _SPANISH_DIRECTIONS
        if wanted and not reading.directions and self.tokens.gap(reading.stop - 1).strip(" ,") == "":
            reading.directions.append(DIRECTIONS[word])
            reading.stop += 1

    def _direction_behind(self) -> None:
        reading, window = self.reading, self.window
        index = past_keys(window, reading.stop)
        while self.tokens.word(index) in _DIRECTION_FIELDS and window.near(index - 1):
            index += 1
        if index >= len(self.tokens) or not window.near(index - 1) or window.sentence_ends(index - 1):
            return
        in_query = self.tokens.gap(index - 1) == "+" == self.tokens.gap(reading.hit.first - 1)
        if not in_query and any(sign in self.tokens.gap(index - 1) for sign in "&@/+"):
            # "Elm St & W Oak Ave" has the direction of another street.
            return
        parts = self.target.parts
        if is_slavic(parts) or no_number_at(window, index, self.target):
            return
        start = self.tokens[index].start
        if match_town(window, index, self.target) or outward_code_at(
            self.tokens.text, start, parts.postcode, parts.country
        ):
            # "Elm Road, S8" has the beginning of a postcode, and no south.
            return
        joins = parts.type_first and parts.after != "e" and parts.country not in _NO_E
        if self.tokens.word(index) == "e" and joins:
            # Italian for "and": "Viale Manzoni e Via Dante".
            return
        code, count = window.direction(index, 1)
        french = parts.country == "ca" and parts.type_first and bool(parts.after) and window.capital(index)
        if not code and (parts.after == "w" or french) and self.tokens.word(index) == "o":
            # In French and Spanish "O." is the west.
            code, count = "w", 1
        if not code and window.close(index - 1) and (code := self._mistyped_direction(index)):
            count, reading.linked = 1, True
        following = self.tokens.word(index + count)
        word_is_sign = self.tokens.word(index) in NUMBER_SIGNS and code not in (parts.before, parts.after)
        raised = following in ("o", "a") and self.tokens.gap(index) in ("", ".")
        if word_is_sign and self.tokens.is_digits(index + count + raised):
            # "nº 3" and "n.º 3" are numbers, no northern streets.
            return
        if not code or ("," in self.tokens.gap(index - 1) and len(following) == 5 and following.isdecimal()):
            return
        if not window.close(index - 1) and (
            match_town(window, index + count, self.target) or self._begins_town(index, count, code)
        ):
            return
        reading.directions.append(code)
        reading.stop = index + count
