"""Reads what stands around a street's name: number, direction, type, unit, town."""

import re

from auditor.confidential.address import compare
from auditor.confidential.address.counted import is_of_street_before
from auditor.confidential.address.elsewhere import no_number_at
from auditor.confidential.address.keys import before_keys, past_keys
from auditor.confidential.address.leading import kinds_of, shortens
from auditor.confidential.address.longer import goes_on, is_another_side, led_to_type
from auditor.confidential.address.nearby import match_town, precedes
from auditor.confidential.address.numbers_beside import NumberReader
from auditor.confidential.address.place import PlaceReader
from auditor.confidential.address.postcodes import outward_code_at
from auditor.confidential.address.reading import Reading
from auditor.confidential.address.routes import BOXED
from auditor.confidential.address.slavic import is_slavic
from auditor.confidential.address.streets import (
    DIRECTION_WORDS,
    DIRECTIONS,
    LINKS,
    LONG_TYPES,
    STREET_TYPES,
    TRANSLATED,
    USUAL_TYPES,
)
from auditor.confidential.address.words import GOING_ON, NOT_TOWNS, NUMBER_SIGNS, TITLES, UNITS
from auditor.confidential.common_words import COMMON
from auditor.confidential.edits import one_edit

_COUNTY_ROADS = frozenset(["county", "co", "cty", "cnty", "cr", "ch", "cth", "csah"])
"""First words of a county road."""
_MOST_OF_COUNTY = 4
"""Words of a county's name before its road, at most."""
_SPANISH_DIRECTIONS = frozenset(["norte", "nte", "sur", "poniente", "pte", "oriente", "ote"])
_NO_E = frozenset(["ca", "fr", "be", "mx"])
"""Countries with types before the name in whose languages "e" is no word."""
_TYPE_FIELDS = frozenset(["suffix", "streetsuffix", "streettype", "type", "kind"])
"""Names of form fields between a street's name and its type."""
_GLUED_END = re.compile(r"([A-Za-z][a-z]+)(?=[A-Z]|https?$|www$)|([A-Z]{2,})(?=https?$|[A-Z][a-z])")
_NO_TOWN = NOT_TOWNS | {"http", "https", "www"}
"""What runs on from a type of street and is no other town: "DrPhone"."""
_DIRECTION_FIELDS = frozenset(
    ["direction", "dir", "streetdir", "streetdirection", "postdir", "predir", "suffixdirection"]
)
"""The same between a street's name and its direction."""
_EITHER_SIDE = frozenset(["avenue", "boulevard", "place", "plaza", "square", "terrace", "court"])
"""Types that are also put before the name, as in French: "Avenue St. Charles"."""


class Reader(NumberReader):
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
        if left is not None and is_of_street_before(self.window, left, self.target):
            left, reading.first, reading.number, reading.side = None, first, "", ""
            reading.linked = reading.year = False
        if self.target.parts.type_first and reading.kind == "same" and not reading.directions:
            reading.longer = reading.longer or goes_on(self.window, reading.stop, self.target)
        own = left is not None and left.state not in (compare.OTHER, compare.LABELLED)
        if left is None or (not own and self.target.parts.number_last):
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

    def _type_before(self) -> None:
        parts, window, tokens = self.target.parts, self.window, self.tokens
        leading = parts.type_first or parts.types & _EITHER_SIDE or parts.country == "ca"
        self.reading.longer = is_another_side(window, self.reading.first, self.target)
        if is_slavic(parts) and not parts.types and "ulica" in kinds_of(tokens.word(self.reading.first - 1)):
            # "ulice Dlouhá": Czech and Slovak addresses leave the word out.
            self.reading.kind, self.reading.first = "same", self.reading.first - 1
        if not leading or self.reading.hit.form.typed:
            return
        index = self.reading.first - 1
        while tokens.word(index) in LINKS and window.close(index) and tokens.gap(index - 1) != ".":
            index -= 1
        if index < 0 or not self._leads(index):
            return
        if parts.type_first and self._led_by_names():
            return
        kinds = kinds_of(self._without_article(index))
        if parts.country == "ca" or not parts.type_first:
            # "1492 croissant Wexford" for Wexford Crescent, "2604 Avenida Las Palomas" for Las Palomas Avenue
            kinds |= {TRANSLATED[kind] for kind in (*kinds, tokens.word(index)) if kind in TRANSLATED}
        short = 0 if kinds & parts.types or not parts.type_first else self._shortened_type(index)
        elsewhere = parts.country == "ca" and tokens.word(index) in TRANSLATED
        if short or kinds & parts.types or (kinds and (parts.type_first or elsewhere)):
            self.reading.kind = "same" if short or kinds & parts.types else "other"
            self.reading.first = index - max(0, short - 1)

    def _led_by_names(self) -> bool:
        """Take in other names of the person, or of the street, that stand between the type and the hit."""
        reading = self.reading
        index, led = led_to_type(self.window, reading.first, reading.hit.form)
        if not led or index < 0:
            return False
        reading.kind, reading.first = "same", index
        reading.longer, reading.renamed = led == "longer", led == "given"
        return True

    def _without_article(self, index: int) -> str:
        """The word at `index` without an article joined to it: "l'avenue", "dell'alzaia"."""
        word, token = self.tokens.word(index), self.tokens[index]
        article, sign, rest = self.tokens.text[token.start : token.end].partition("'")
        joined = bool(sign) and article in ("l", "d", "dell", "all", "nell", "sull") and "'" not in rest
        return rest if joined and len(rest) > 2 else word

    def _shortened_type(self, index: int) -> int:
        """How many tokens up to `index` are the street's type cut short ("mte", "c.da"); 0 when none."""
        tokens, kinds = self.tokens, self.target.parts.types
        word, before = tokens.word(index), tokens.word(index - 1)
        if (
            0 < len(before) <= 5
            and tokens.gap(index - 1) == "."
            and shortens(before + word, kinds, dotted=True, leading=True)
        ):
            return 2
        return int(shortens(word, kinds, dotted=tokens.gap(index).startswith("."), leading=True))

    def _leads(self, index: int) -> bool:
        """True where the name may go on behind a type at `index`: not "Avenue, G"."""
        return self.window.near(index) and not any(sign in self.tokens.gap(index) for sign in ",;")

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

    def _type_behind(self) -> None:
        parts, reading, window = self.target.parts, self.reading, self.window
        if reading.hit.form.typed:
            reading.kind = "same"
            return
        index = past_keys(window, reading.stop)
        while self.tokens.word(index) in _TYPE_FIELDS and window.near(index - 1):
            index += 1
        word = self.tokens.word(index)
        # "Stadtteil Linden, Straße 18"
        parted = parts.joined and "," in self.tokens.gap(index - 1)
        if not word or parted or not window.near(index - 1) or self._is_sign(index):
            return
        kinds = self._plain_kinds(index) or self._short_kinds(index)
        kinds = kinds or self._spaced_out_kinds(index) or self._glued_kinds(index, word)
        # "Street's", and "Streets" of two streets named together.
        one = word[:-1] if word.endswith("s") and len(word) > 3 else ""
        if not kinds & parts.types and one in STREET_TYPES and not match_town(window, index, self.target):
            token = self.tokens[index]
            # "Street's" is the street; "high streets" are none.
            reading.plural = token.end - token.start == len(word)
            kinds |= STREET_TYPES[one]
        if word == "con" and parts.type_first:
            # Spanish and Italian for "with": "esquina de San Bernardo con Gran Vía".
            kinds = frozenset()
        torn = word + self.tokens.word(index + 1)
        if kinds & parts.types:
            reading.kind, reading.stop = "same", index + 1
        elif kinds and self.tokens.gap(index - 1).strip(" .-_+*") == "" and not self._is_unit_word(index):
            if match_town(window, index, self.target):
                return
            added = "same" if is_slavic(parts) else "added"
            reading.kind = added if not parts.types else "other"
            reading.stop = index + 1
        elif len(torn) >= 5 and STREET_TYPES.get(torn, frozenset()) & parts.types and window.close(index):
            reading.kind, reading.stop = "typo", index + 2
        elif len(word) >= 4 and window.close(index - 1) and not kinds:
            long = next((t for t in LONG_TYPES & parts.types if one_edit(word, t)), None)
            if long:
                reading.kind, reading.stop = "typo", index + 1

    def _plain_kinds(self, index: int) -> frozenset[str]:
        """The types that the word at `index` stands for: none for "is" in "4418 Hawthorne is closed"."""
        word = self.tokens.word(index)
        kinds = STREET_TYPES.get(word, frozenset())
        after = self.target.parts.after
        if after and DIRECTIONS.get(word) == after and not kinds & self.target.parts.types:
            # "Laurier Est" is the east of rue Laurier, and no estate.
            return frozenset()
        spoken = word in GOING_ON and not kinds & self.target.parts.types
        return frozenset() if spoken and not self.window.capital(index) else kinds

    def _short_kinds(self, index: int) -> frozenset[str]:
        """The street's types where one of them stands cut short behind its name: "4718 Kettering Apch"."""
        parts = self.target.parts
        if parts.type_first or parts.joined or not self.window.close(index - 1):
            return frozenset()
        dotted = self.tokens.gap(index).startswith(".")
        short = shortens(self.tokens.word(index), parts.types, dotted=dotted, leading=False)
        return parts.types if short else frozenset()

    def _is_sign(self, index: int) -> bool:
        """True for "č. p." and "čp." before a number: no calle, and no camp."""
        signed = self.tokens.word(index) in NUMBER_SIGNS and self.tokens.is_digits(index + 1)
        return self._is_czech_sign(index) or (signed and self.target.parts.number_last)

    def _spaced_out_kinds(self, index: int) -> frozenset[str]:
        """The types that letters spaced out begin with, where single letters that follow were taken in:
        "S t r e e t é".
        """
        token = self.tokens[index]
        if token.end - token.start < 2 * len(token.text) - 1:
            return frozenset()
        heads = (token.text[:length] for length in range(len(token.text), 3, -1))
        return next((STREET_TYPES[head] for head in heads if head in STREET_TYPES), frozenset())

    def _glued_kinds(self, index: int, word: str) -> frozenset[str]:
        """The types that a word begins with to which the next one is glued: "StreetOpen", "Sthttp".

        What is glued there may be the name of another town.
        """
        own = self.target.parts.types
        for cut in range(2, len(word) - 2):
            if word[cut:] in self.target.towns and (kinds := STREET_TYPES.get(word[:cut], frozenset()) & own):
                return kinds
        head = _GLUED_END.match(self.window.written(index))
        kinds = STREET_TYPES.get(head[0].lower(), frozenset()) & own if head else frozenset()
        if kinds and head and (tail := word[len(head[0]) :]) not in _NO_TOWN:
            self.reading.glued = tail
        return kinds

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

    def _is_unit_word(self, index: int) -> bool:
        return self.tokens.word(index) in UNITS and any(c.isdecimal() for c in self.tokens.word(index + 1))

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
