"""Reads what stands around a street's name: number, direction, type, unit, town."""

from auditor.confidential.address import house
from auditor.confidential.address.edits import one_edit
from auditor.confidential.address.place import PlaceReader, match_town, precedes
from auditor.confidential.address.reading import Hit, Reading
from auditor.confidential.address.streets import LINKS, LONG_TYPES, STREET_TYPES
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import FIELD_NAMES, NUMBER_SIGNS, TITLES, UNITS

_ANNOUNCING = frozenset(
    [
        "building",
        "bldg",
        "block",
        "bureau",
        "department",
        "door",
        "entrance",
        "lobby",
        "office",
        "shop",
        "stop",
        "studio",
        "tower",
    ]
)
"""Words for a part of a building that also label a whole address ("Office 1247 Elm Street")."""
_BRIDGES = frozenset(["on", "in", "at", "of", "along", "und", "rear", "front", "old", "historic", "is"])
_YEARS = frozenset(["in", "since", "year", "anno", "until", "circa", "ca", "from"])
"""Words that make a figure of four look like a year."""


class Reader:
    """Reads around one hit, first to the left, then to the right."""

    __slots__ = ("reading", "target", "tokens", "window")

    def __init__(self, window: Window, hit: Hit) -> None:
        self.window = window
        self.tokens = window.tokens
        self.target = hit.form.target
        self.reading = Reading(hit, hit.first, hit.stop)

    def read(self) -> Reading:
        """The full reading of the hit."""
        reading = self.reading
        self._titles()
        self._type_before()
        self._direction_before()
        left = None if self._is_box() else self._number_before()
        self._type_behind()
        self._direction_behind()
        reading.core = reading.stop
        if left is None:
            self._number_behind()
        reading.place = PlaceReader(self.window, reading.stop, self.target).read()
        if reading.place.verdict == "agree" or reading.place.unit:
            reading.stop = max(reading.stop, reading.place.stop)
        first = precedes(self.window, reading.first, self.target)
        if first < reading.first and not reading.place.verdict:
            reading.led_by_town = True
            if not reading.number:
                reading.first = first
        return reading

    def _is_box(self) -> bool:
        """Boxes are numbered behind their name alone."""
        route = self.target.parts.route
        return route is not None and route[0] in ("box", "rural", "contract")

    def _titles(self) -> None:
        """Take in titles around a person's name ("Dr. Martin Luther King Jr.")."""
        reading, tokens = self.reading, self.tokens
        if len(self.target.parts.name) < 2:
            return
        if tokens.word(reading.first - 1) in TITLES and self.window.close(reading.first - 1):
            reading.first -= 1
        if tokens.word(reading.stop) in ("jr", "sr", "junior", "senior", "ii", "iii"):
            reading.stop += 1

    def _type_before(self) -> None:
        parts, window, tokens = self.target.parts, self.window, self.tokens
        if not parts.type_first or self.reading.hit.form.typed:
            return
        index = self.reading.first - 1
        while tokens.word(index) in LINKS and window.close(index):
            index -= 1
        if index >= 0 and window.near(index) and (kinds := STREET_TYPES.get(tokens.word(index))):
            self.reading.kind = "same" if kinds & parts.types else "other"
            self.reading.first = index

    def _direction_before(self) -> None:
        reading = self.reading
        if not self.window.near(reading.first - 1):
            return
        code, count = self.window.direction(reading.first - 1, -1)
        if code:
            reading.directions.append(code)
            reading.first -= count
            return
        word = self.tokens.word(reading.first - 1)
        for long, letter in (("north", "n"), ("south", "s")):
            if one_edit(word, long) and letter in (self.target.parts.before, self.target.parts.after):
                reading.directions.append(letter)
                reading.first -= 1
                reading.linked = True

    def _number_before(self) -> house.Seen | None:
        """The house number to the left, past units, links and names of form fields."""
        window, tokens, reading = self.window, self.tokens, self.reading
        index = reading.first - 1
        for step in range(8):
            if index < 0 or not window.near(index) or (window.sentence_ends(index) and step > 0):
                return None
            word = tokens.word(index)
            if blocked := self._block(index):
                return self._take_left(blocked, linked=False)
            if tokens.is_digits(index) and house.is_unit(window, index) and not self._is_wanted(index):
                index -= 2
                continue
            seen = house.before(window, index, self.target)
            if seen is not None:
                if seen.state == house.OTHER and word == self.target.parts.postcode:
                    return None
                if (
                    seen.state == house.OTHER
                    and step > 0
                    and reading.linked
                    and not window.close(seen.stop - 1)
                ):
                    return None
                return self._take_left(seen, linked=reading.linked)
            if len(word) <= 2 and tokens.word(index - 1) in UNITS and window.near(index - 1):
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

    def _block(self, index: int) -> house.Seen | None:
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
        return house.Seen(house.BLOCK if inside else house.OTHER, index - 1, index + 1)

    def _take_left(self, seen: house.Seen, *, linked: bool) -> house.Seen:
        reading = self.reading
        reading.number, reading.side, reading.linked = seen.state, "left", linked
        if seen.state != house.OTHER:
            first = seen.first
            word = self.tokens.word(seen.stop - 1)
            reading.year = (
                self.tokens.word(first - 1) in _YEARS and len(word) == 4 and "1000" <= word < "2100"
            )
            while first > 0 and self.tokens.word(first - 1) in NUMBER_SIGNS and self.window.close(first - 1):
                first -= 1
            reading.first = first
        return seen

    def _type_behind(self) -> None:
        parts, reading, window = self.target.parts, self.reading, self.window
        if reading.hit.form.typed:
            reading.kind = "same"
            return
        index = reading.stop
        word = self.tokens.word(index)
        if not word or not window.near(index - 1):
            return
        kinds = STREET_TYPES.get(word, frozenset())
        # "Street's", and "Streets" of two streets named together.
        if word.endswith("s") and len(word) > 3 and word[:-1] in STREET_TYPES:
            token = self.tokens[index]
            # "Street's" is the street; "high streets" are none.
            reading.plural = token.end - token.start == len(word)
            kinds |= STREET_TYPES[word[:-1]]
        torn = word + self.tokens.word(index + 1)
        if kinds & parts.types:
            reading.kind, reading.stop = "same", index + 1
        elif kinds and self.tokens.gap(index - 1).strip(" .-_+*") == "" and not self._is_unit_word(index):
            if match_town(window, index, self.target):
                return
            reading.kind = "added" if not parts.types else "other"
            reading.stop = index + 1
        elif len(torn) >= 5 and STREET_TYPES.get(torn, frozenset()) & parts.types and window.close(index):
            reading.kind, reading.stop = "typo", index + 2
        elif len(word) >= 4 and window.close(index - 1) and not kinds:
            long = next((t for t in LONG_TYPES & parts.types if one_edit(word, t)), None)
            if long:
                reading.kind, reading.stop = "typo", index + 1

    def _is_unit_word(self, index: int) -> bool:
        return self.tokens.word(index) in UNITS and any(c.isdecimal() for c in self.tokens.word(index + 1))

    def _direction_behind(self) -> None:
        reading, window = self.reading, self.window
        index = reading.stop
        if index >= len(self.tokens) or not window.near(index - 1) or window.sentence_ends(index - 1):
            return
        if match_town(window, index, self.target):
            return
        code, count = window.direction(index, 1)
        following = self.tokens.word(index + count)
        parts = self.target.parts
        word_is_sign = self.tokens.word(index) in NUMBER_SIGNS and code not in (parts.before, parts.after)
        if word_is_sign and self.tokens.is_digits(index + count):
            # "nº 3" is a number, not a northern street.
            return
        if not code or ("," in self.tokens.gap(index - 1) and len(following) == 5 and following.isdecimal()):
            return
        if match_town(window, index + count, self.target) and not window.close(index - 1):
            return
        reading.directions.append(code)
        reading.stop = index + count

    def _number_behind(self) -> None:
        """The house number to the right: usual in many countries, elsewhere the order turned round."""
        window, tokens, reading = self.window, self.tokens, self.reading
        index = reading.stop
        signed = False
        for _ in range(4):
            if index >= len(tokens) or not window.near(index - 1) or window.sentence_ends(index - 1):
                return
            word = tokens.word(index)
            if word not in NUMBER_SIGNS and word not in FIELD_NAMES and word not in ("box", "bx", "is"):
                break
            signed = True
            index += 1
        signed = signed or "#" in tokens.gap(index - 1)
        if tokens.word(index) == self.target.parts.postcode and not self.target.is_number(tokens.word(index)):
            return
        seen = house.behind(window, index, self.target)
        if seen is None:
            return
        if seen.state == house.OTHER:
            european = self.target.parts.joined or self.target.parts.type_first or signed
            direct = tokens.gap(index - 1).strip(" ") == "" and len(tokens.word(index)) <= 5
            if (european or direct) and reading.kind:
                reading.number, reading.side = house.OTHER, "right"
            return
        if not signed and self._counts_something(seen):
            return
        reading.number, reading.side, reading.stop = seen.state, "right", seen.stop
        reading.signed, reading.linked = signed, False

    def _counts_something(self, seen: house.Seen) -> bool:
        """True when the number seems to count what follows it: "Maple Street 1247 people"."""
        tokens = self.tokens
        if seen.stop >= len(tokens) or self.target.parts.joined or self.target.parts.type_first:
            return False
        gap, word = tokens.gap(seen.stop - 1), tokens.word(seen.stop)
        if gap.strip(" ") != "" or word in UNITS or match_town(self.window, seen.stop, self.target):
            return False
        return not tokens.is_digits(seen.stop) and not self.window.capital(seen.stop)
