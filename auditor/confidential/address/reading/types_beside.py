"""Reads the type of street that stands before or behind a name."""

import re

from auditor.confidential.address.reading.keys import past_keys
from auditor.confidential.address.reading.longer import is_another_side, led_to_type
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.reading.number_behind import NumberReader
from auditor.confidential.address.vocabulary.leading import kinds_of, shortens
from auditor.confidential.address.vocabulary.slavic import is_slavic
from auditor.confidential.address.vocabulary.streets import (
    DIRECTIONS,
    LINKS,
    LONG_TYPES,
    STREET_TYPES,
    TRANSLATED,
)
from auditor.confidential.address.vocabulary.words import GOING_ON, NOT_TOWNS, NUMBER_SIGNS, UNITS
from auditor.confidential.edits import one_edit

_TYPE_FIELDS = frozenset(["suffix", "streetsuffix", "streettype", "type", "kind"])
"""Names of form fields between a street's name and its type."""
_GLUED_END = re.compile(r"([A-Za-z][a-z]+)(?=[A-Z]|https?$|www$)|([A-Z]{2,})(?=https?$|[A-Z][a-z])")
_NO_TOWN = NOT_TOWNS | {"http", "https", "www"}
"""What runs on from a type of street and is no other town: "DrPhone"."""
_EITHER_SIDE = frozenset(["avenue", "boulevard", "place", "plaza", "square", "terrace", "court"])
"""Types that are also put before the name, as in French: "Avenue St. Charles"."""


class TypeReader(NumberReader):
    """Looks for the type beside one hit, and notes it in `reading`."""

    __slots__ = ()

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

    def _is_unit_word(self, index: int) -> bool:
        return self.tokens.word(index) in UNITS and any(c.isdecimal() for c in self.tokens.word(index + 1))
