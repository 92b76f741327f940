"""What an address is searched by: every way its street may be written, run together."""

import re
from dataclasses import dataclass
from itertools import product

from auditor.confidential.address.model import Parts
from auditor.confidential.address.spellings import (
    SPELLINGS,
    distinctness,
    is_person,
    may_be_person,
    name_choices,
    products,
    word_forms,
)
from auditor.confidential.address.vocabulary import numbers
from auditor.confidential.address.vocabulary.dates import MONTHS, is_dated, short_months
from auditor.confidential.address.vocabulary.roman import roman_value
from auditor.confidential.address.vocabulary.routes import route_forms, route_words
from auditor.confidential.address.vocabulary.said import said_abroad
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, LINKS
from auditor.confidential.address.vocabulary.towns import boroughs, quarters, town_forms
from auditor.confidential.address.vocabulary.words import ABBREVIATED, BUILDINGS, TITLES, UNITS
from auditor.confidential.common_words import COMMON
from auditor.confidential.secret import Secret

_MOVED = frozenset(["upper", "lower", "great", "little", "old", "new"])
"""Words before a name that are also written behind its type."""
_NOBLE = 3
"""Names of a person with a small word before the last of them."""
_COMMON = frozenset(DIRECTIONS) | LINKS | frozenset(UNITS)


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """One spelling of a street's name. `typed`: the street's type is part of it. `weak`: too short or
    too common to count without number and type. `words`: its words, for comparing with typing errors.
    `strict`: too shortened to be recognised with a typing error. `surname`: a person's, without the rest.
    `shorter`: without a word such as "old", which often tells two streets apart; `reduced`: without another
    of its words that tells less than the one left."""

    target: "Target"
    typed: bool = False
    weak: bool = False
    words: tuple[str, ...] = ()
    strict: bool = False
    surname: bool = False
    shorter: bool = False
    reduced: bool = False


def _turned_grid(number: str) -> str:
    """The halves of a number such as "n84w16301" changed round; other numbers as they are."""
    halves = re.findall(r"[nsew]\d+", number)
    return halves[1] + halves[0] if len(halves) == 2 else number


class Target(Secret):
    """An address made ready for searching."""

    __slots__ = (
        "anchors",
        "forms",
        "led_by_number",
        "number_texts",
        "parts",
        "quarters",
        "said",
        "town_names",
        "towns",
        "whole",
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.label)
        self.parts = parts
        self.forms: dict[str, Form] = {}
        self.anchors: set[str] = set()
        self.number_texts: set[str] = set()
        self.towns: set[str] = set()
        for town in parts.towns:
            self.towns |= town_forms(town)
        self.quarters = quarters(parts.towns)
        self.towns |= boroughs(parts.postcode)
        self.town_names = {town.replace(" ", "") for town in parts.towns}
        if parts.route:
            self._add_route(parts.route)
        else:
            self._add_name()
        self._add_number()
        self.led_by_number = not self.anchors and parts.number.isdecimal()
        if self.led_by_number:
            # With neither name nor figures, the number in words is all there is to look for.
            said = map(numbers.last_word, numbers.in_words(int(parts.number)))
            self.anchors = {word for word in said if len(word) >= 3}
        foreign = parts.joined or parts.type_first
        self.said = frozenset(said_abroad(parts.number, parts.country, foreign=foreign))
        self.whole = self._whole()

    def _whole(self) -> dict[str, bool]:
        """Name and type run together, and whether long enough to be recognised with a typing error."""
        spellings = {s for kind in self.parts.types for s in SPELLINGS.get(kind, []) if len(s) > 1}
        if self.parts.type_first:
            return {}
        names = [name for name, form in self.forms.items() if not (form.typed or form.weak or form.shorter)]
        return {
            f"{name}{spelling}": name.isalpha()
            and min(len(name), len(spelling)) >= 4
            and not self.forms[name].strict
            and self._is_own(name)
            for name in names
            for spelling in spellings
        }

    def _is_own(self, form: str) -> bool:
        """False for a form with a word cut to three letters or less: "san" with an error is anything."""
        return all(len(word) > 3 or word in self.parts.name for word in self.forms[form].words)

    def _add_route(self, route: tuple[str, str]) -> None:
        for form in route_forms(*route, self.parts.state):
            if len(form) >= 3 or route[0] == "box":
                weak, strict = len(form) < 5, form == "po" or form[:4] == "road"
                self.forms[form] = Form(self, typed=True, weak=weak, words=route_words(form), strict=strict)
        if len(route[1]) >= 2:
            self.anchors = {route[1]}

    def _add_name(self) -> None:
        parts = self.parts
        choices = name_choices(parts)
        for written in products(choices):
            text = "".join(written)
            if text and text not in self.forms:
                weak = text.isdecimal() or len(text) <= 2 or text in _COMMON
                self.forms[text] = Form(self, weak=weak, words=tuple(w for w in written if w))
        self._add_initials()
        self._add_surname()
        self._add_moved()
        self._add_shorter()
        self._add_reduced()
        self._add_grid()
        if parts.joined or parts.type_first or all(form.weak for form in self.forms.values()):
            self._add_typed()
        longest = max(parts.name, key=distinctness, default="")
        if len(longest) > 1:
            ways = word_forms(longest, umlauts=parts.umlauts)
            if is_dated(parts.name):
                ways = [way for word in MONTHS.intersection(parts.name) for way in short_months(word)]
            self.anchors |= {a for a in ways if len(a) >= 3 and not a.isdecimal()}
        if longest.isdecimal() and not parts.types and len(longest) >= 3:
            # Where streets are numbered by hundreds: "2100 South".
            self.anchors.add(longest)
        for form in self.forms:
            # Initials and the like leave the longest word out.
            if (
                not form.isdecimal()
                and len(form) >= 3
                and self.anchors
                and not any(a in form for a in self.anchors)
            ):
                self.anchors.add(form)

    def _add_initials(self) -> None:
        links = LINKS if self.parts.type_first else {w for w in LINKS if len(w) > 1}
        names = [w for w in self.parts.name if w not in TITLES and w not in links and w.isalpha()]
        names = [w for w in names if not (len(w) > 1 and roman_value(w))]
        if len(names) >= 2:
            # "1e J. Steenstraat"
            counted = tuple(w for w in self.parts.name[:1] if w[0].isdecimal())
            for count in range(1, len(names)):
                words = (*counted, *(w[0] if i < count else w for i, w in enumerate(names)))
                self.forms.setdefault("".join(words), Form(self, words=words, strict=True))
            # The small word before a surname stays: "F. de Quevedo".
            linked = [w for w in self.parts.name if w not in TITLES]
            if len(linked) > len(names) and linked[0] == names[0]:
                words = (names[0][0], *linked[1:])
                self.forms.setdefault("".join(words), Form(self, words=words, strict=True))
                # "Via S.M. dell'Anima"
                words = tuple(w if w in LINKS or w == linked[-1] else w[0] for w in linked)
                self.forms.setdefault("".join(words), Form(self, words=words, strict=True))
        if len(names) >= 3:
            # "Martin L. King"
            words = (names[0], *(w[0] for w in names[1:-1]), names[-1])
            self.forms.setdefault("".join(words), Form(self, words=words, strict=True))
            self.forms.setdefault("".join(w[0] for w in names), Form(self, weak=True))

    def _add_surname(self) -> None:
        """The surname alone, where the street is named after a person."""
        names = [w for w in self.parts.name if w not in TITLES and w not in LINKS and not roman_value(w)]
        # "Camillo Benso di Cavour", but not "Virgen del Pilar".
        noble = len(names) == len(self.parts.name) - 1 == _NOBLE and self.parts.name[2] in LINKS
        linked = not (noble or LINKS.isdisjoint(self.parts.name))
        guessed = self.parts.type_first and not linked and may_be_person(names)
        known = len(names) > 1 and is_person(self.parts.name, names)
        if len(names) < 2 or len(names[-1]) < 4 or not (known or guessed):
            return
        if len(names) > 2:
            # "Luther King"
            linked_too = self.parts.name[1:] if self.parts.name[0] == names[0] else ()
            for rest in sorted({tuple(names[1:]), tuple(w for w in linked_too if w not in TITLES)} - {()}):
                self.forms.setdefault("".join(rest), Form(self, words=rest, strict=True, surname=True))
        for text in {names[-1], *(f"{link}{names[-1]}" for link in self.parts.name if link in LINKS)}:
            self.forms.setdefault(text, Form(self, words=(text,), strict=True, surname=True))
        if self.parts.type_first:
            # "Via Garibaldi Giuseppe"
            turned = (names[-1], *names[:-1])
            # Of a name that is only guessed to be a person's, "Bonfanti Ettore, 56" may be their age.
            self.forms.setdefault("".join(turned), Form(self, words=turned, surname=not known))

    def _add_moved(self) -> None:
        """ "Mallow Street Upper" for Upper Mallow Street."""
        name = self.parts.name
        if len(name) < 2 or self.parts.type_first or not _MOVED & ABBREVIATED.get(name[0], frozenset()):
            return
        spellings = {s for kind in self.parts.types for s in SPELLINGS.get(kind, [])}
        rests = ["".join(w) for w in products([word_forms(word, umlauts=False) for word in name[1:]])]
        for rest, kind, word in product(rests, spellings, word_forms(name[0], umlauts=False)):
            self.forms.setdefault(f"{rest}{kind}{word}", Form(self, typed=True, strict=True))

    def _add_shorter(self) -> None:
        """ "Post Mill Road" for Old Post Mill Road."""
        name = self.parts.name
        if len(name) < 2 or self.parts.type_first or not _MOVED & ABBREVIATED.get(name[0], frozenset()):
            return
        if len(name) > 2 or name[1] not in COMMON:
            for written in products([word_forms(word, umlauts=False) for word in name[1:]]):
                self.forms.setdefault("".join(written), Form(self, words=written, strict=True, shorter=True))

    def _add_reduced(self) -> None:
        """ "Brendan Way" for Saint Brendan Way, "Rosalind Circle" for Rosalind Park Circle."""
        name = self.parts.name
        english = self.parts.types and not (self.parts.type_first or self.parts.joined)
        if len(name) < 2 or not english or not all(word.isalpha() for word in name):
            return
        telling = max(name, key=distinctness)
        for index, word in enumerate(name):
            if word == telling or word in TITLES or word in LINKS or len(telling) < 5:
                continue
            rest = (*name[:index], *name[index + 1 :])
            form = Form(self, words=rest, strict=True, shorter=True, reduced=True)
            self.forms.setdefault("".join(rest), form)

    def _add_grid(self) -> None:
        """ "Fourth East" for 400 East, where streets are numbered by hundreds."""
        parts = self.parts
        if parts.types or len(parts.name) != 1 or not parts.name[0].isdecimal() or not parts.after:
            return
        for text in numbers.in_words(int(parts.name[0])):
            self.forms.setdefault(text, Form(self, weak=True))
            self.anchors.add(numbers.last_word(text) if not text.endswith("hundred") else "hundred")
        hundreds, rest = divmod(int(parts.name[0]), 100)
        if rest or not 0 < hundreds < 100:
            return
        said = [w + "hundred" for w in numbers.in_words(hundreds)]
        for text in (*(f for f in numbers.ordinal_forms(hundreds) if not f.isdecimal()), *said):
            self.forms.setdefault(text, Form(self, weak=True))

    def _add_typed(self) -> None:
        """Forms with the type run together with the name, on the side where the street's type belongs."""
        spellings = sorted({s for kind in self.parts.types for s in SPELLINGS.get(kind, [kind])})
        for text in list(self.forms):
            plain = self.forms[text]
            for spelling in spellings:
                if self.parts.type_first:
                    for link in ("", *(w for w in self.parts.name[:2] if w in LINKS)):
                        whole = f"{spelling}{link}{text}"
                        self.forms.setdefault(
                            whole, Form(self, typed=True, strict=plain.strict, surname=plain.surname)
                        )
                else:
                    whole = f"{text}{spelling}"
                    self.forms.setdefault(
                        whole,
                        Form(
                            self,
                            typed=True,
                            words=(whole,) if self.parts.joined else (*plain.words, spelling),
                            strict=plain.strict,
                            surname=plain.surname,
                            shorter=plain.shorter,
                        ),
                    )
        if self.parts.joined and len(self.parts.name) == 1:
            self._add_clipped(spellings)

    def _add_clipped(self, spellings: list[str]) -> None:
        """The first syllable with the type, as in "Ku'damm"."""
        name = self.parts.name[0]
        for head in (name[:2], name[:3]):
            if len(name) >= 6 and head[-1] in "aeiou":
                for spelling in spellings:
                    if len(spelling) >= 4:
                        self.forms.setdefault(f"{head}{spelling}", Form(self, typed=True, strict=True))

    def _add_number(self) -> None:
        parts = self.parts
        if parts.number:
            self.number_texts |= {parts.number, _turned_grid(parts.number)}
        if parts.country in ("cz", "sk", "gb") and parts.unit.isdecimal() and not parts.unit_type:
            # "1272/15" is the 1272nd house of the quarter and the 15th of the street: either finds it. In
            # Scotland "41/5" is the flat 5 of the house 41.
            self.number_texts.add(parts.unit)
        if parts.crossing:
            self.number_texts.add(parts.crossing)
        if parts.high:
            self.number_texts |= (
                {parts.number + parts.high, parts.high} if self.is_range else {parts.number + parts.high}
            )
            if not self.is_range:
                self.number_texts.discard(parts.number)

    @property
    def building(self) -> str:
        """The building's name, where the address begins with one."""
        words = self.parts.building
        return " ".join(words) if len(words) > 1 and BUILDINGS.intersection(words) else ""

    @property
    def is_range(self) -> bool:
        """True when the two numbers are a range, false when they are one hyphened number."""
        low, high = self.parts.number, self.parts.high
        return bool(high) and len(low) == len(high) and low.isdecimal() and int(low) < int(high)

    @property
    def is_hyphened(self) -> bool:
        """True when the number is one hyphened number, as in Queens and Hawaii."""
        return bool(self.parts.high) and not self.is_range

    def is_number(self, digits: str) -> bool:
        """True when `digits` (hyphen and letters run together) is this house's number."""
        return digits.lstrip("0") in self.number_texts or digits in self.number_texts
