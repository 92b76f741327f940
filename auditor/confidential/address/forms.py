"""What an address is searched by: every way its street may be written, run together."""

from dataclasses import dataclass
from itertools import product

from auditor.confidential.address import numbers
from auditor.confidential.address.model import Parts
from auditor.confidential.address.routes import route_forms
from auditor.confidential.address.streets import DIRECTION_WORDS, DIRECTIONS, LINKS, STREET_TYPES
from auditor.confidential.address.words import ABBREVIATED, STATES, TITLES, UNITS
from auditor.confidential.secret import Secret

_MOST_FORMS = 400
_SPELLINGS: dict[str, list[str]] = {}
for _spelling, _meanings in STREET_TYPES.items():
    for _meaning in _meanings:
        _SPELLINGS.setdefault(_meaning, []).append(_spelling)
_SHORTENED: dict[str, set[str]] = {}
for _spelling, _meanings in ABBREVIATED.items():
    for _meaning in _meanings:
        _SHORTENED.setdefault(_meaning, set()).add(_spelling)


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """One spelling of a street's name. `typed`: the street's type is part of it. `weak`: too short or
    too common to count without number and type. `words`: its words, for comparing with typing errors."""

    target: "Target"
    typed: bool = False
    weak: bool = False
    words: tuple[str, ...] = ()


class Target(Secret):
    """An address made ready for searching."""

    __slots__ = ("anchors", "forms", "number_texts", "parts", "town_names", "towns", "whole")

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.label)
        self.parts = parts
        self.forms: dict[str, Form] = {}
        self.anchors: set[str] = set()
        self.number_texts: set[str] = set()
        self.towns: set[str] = set()
        for town in parts.towns:
            self.towns |= town_forms(town)
        self.town_names = {town.replace(" ", "") for town in parts.towns}
        if parts.route:
            self._add_route(parts.route)
        else:
            self._add_name()
        self._add_number()
        self.whole = self._whole()

    def _whole(self) -> dict[str, bool]:
        """Name and type run together, and whether long enough to be recognised with a typing error."""
        spellings = {s for kind in self.parts.types for s in _SPELLINGS.get(kind, []) if len(s) > 1}
        if self.parts.type_first:
            return {}
        names = [name for name, form in self.forms.items() if not form.typed and not form.weak]
        return {
            f"{name}{spelling}": name.isalpha() and len(name) >= 4 and len(spelling) >= 4
            for name in names
            for spelling in spellings
        }

    def _add_route(self, route: tuple[str, str]) -> None:
        for form in route_forms(*route, self.parts.state):
            if len(form) >= 3 or route[0] == "box":
                self.forms[form] = Form(self, typed=True, weak=len(form) < 5)

    def _add_name(self) -> None:
        parts = self.parts
        choices = [_word_forms(word, umlauts=parts.umlauts) for word in parts.name]
        for written in _products(choices):
            text = "".join(written)
            if text and text not in self.forms:
                weak = text.isdecimal() or len(text) <= 2 or text in _COMMON
                self.forms[text] = Form(self, weak=weak, words=tuple(w for w in written if w))
        self._add_initials()
        if parts.joined or parts.type_first or all(form.weak for form in self.forms.values()):
            self._add_typed()
        longest = max(parts.name, key=_distinctness, default="")
        self.anchors |= {
            a for a in _word_forms(longest, umlauts=parts.umlauts) if len(a) >= 3 and not a.isdecimal()
        }
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
        names = [w for w in self.parts.name if w not in TITLES and w not in LINKS and w.isalpha()]
        if len(names) >= 2:
            for count in range(1, len(names)):
                words = tuple(w[0] if i < count else w for i, w in enumerate(names))
                self.forms.setdefault("".join(words), Form(self, words=words))
        if len(names) >= 3:
            self.forms.setdefault("".join(w[0] for w in names), Form(self, weak=True))

    def _add_typed(self) -> None:
        """Forms with the type run together with the name, on the side where the street's type belongs."""
        spellings = sorted({s for kind in self.parts.types for s in _SPELLINGS.get(kind, [])})
        for text in list(self.forms):
            for spelling in spellings:
                if self.parts.type_first:
                    for link in ("", *(w for w in self.parts.name[:2] if w in LINKS)):
                        self.forms.setdefault(f"{spelling}{link}{text}", Form(self, typed=True))
                else:
                    self.forms.setdefault(
                        f"{text}{spelling}", Form(self, typed=True, words=(f"{text}{spelling}",))
                    )

    def _add_number(self) -> None:
        parts = self.parts
        if parts.number:
            self.number_texts.add(parts.number)
        if parts.high:
            self.number_texts |= (
                {parts.number + parts.high, parts.high} if self.is_range else {parts.number + parts.high}
            )
            if not self.is_range:
                self.number_texts.discard(parts.number)

    @property
    def is_range(self) -> bool:
        """True when the two numbers are a range, false when they are one hyphened number."""
        low, high = self.parts.number, self.parts.high
        return bool(high) and len(low) == len(high) and low.isdecimal() and int(low) < int(high)

    def is_number(self, digits: str) -> bool:
        """True when `digits` (hyphen and letters run together) is this house's number."""
        return digits.lstrip("0") in self.number_texts or digits in self.number_texts


_FRONTS = (
    ("saint", ("st", "ste")), ("mount", ("mt",)), ("fort", ("ft",)), ("north", ("n", "no")),
    ("south", ("s", "so")), ("east", ("e",)), ("west", ("w",)),
)  # fmt: skip
_ENDS = (("heights", "hts"), ("springs", "spgs"), ("beach", "bch"), ("city", "cty"), ("falls", "fls"))
"""Beginnings and ends of towns' names that are often shortened."""


def town_forms(town: str) -> set[str]:
    """How a town's name may be written, run together; initials too, as in NYC."""
    names = town.split()
    town = "".join(names)
    forms = {town}
    if len(names) > 1:
        initials = "".join(name[0] for name in names)
        forms |= {initials, f"{initials}c"}
    for long, shorts in _FRONTS:
        for short in shorts:
            if town.startswith(long) and len(town) > len(long) + 2:
                forms.add(short + town[len(long) :])
            elif town.startswith(short) and len(short) > 1 and len(town) > len(short) + 3:
                forms.add(long + town[len(short) :])
    for ending, short in _ENDS:
        if town.endswith(ending):
            forms.add(town[: -len(ending)] + short)
        elif town.endswith(short):
            forms.add(town[: -len(short)] + ending)
    return forms


_COMMON = frozenset(DIRECTIONS) | LINKS | frozenset(UNITS)


def _distinctness(word: str) -> tuple[bool, int]:
    plain = (
        word in TITLES or word in LINKS or word in STREET_TYPES or word in DIRECTIONS or word in ABBREVIATED
    )
    return not plain, len(word)


def _word_forms(word: str, *, umlauts: bool) -> list[str]:
    """How one word of a street's name may be written; empty where it may be left out."""
    value = numbers.ordinal_value(word)
    if value is None and word.isdecimal():
        value = int(word)
    if value is not None:
        return numbers.ordinal_forms(value) if value else [word]
    forms = {word}
    for meaning in ABBREVIATED.get(word, ()):
        forms |= _SHORTENED[meaning]
    for meaning in STREET_TYPES.get(word, ()):
        if len(word) > 2:
            forms |= set(_SPELLINGS[meaning])
    for code in STATES.get(word, ()) if len(word) > 3 else ():
        # "Mass Ave" for Massachusetts Avenue.
        forms |= {spelling for spelling, codes in STATES.items() if code in codes and len(spelling) > 3}
    if word in DIRECTIONS:
        forms |= set(DIRECTION_WORDS[DIRECTIONS[word]])
    if word in TITLES or word in LINKS:
        forms.add("")
    return sorted(forms | _respelled(word, umlauts=umlauts))


def _respelled(word: str, *, umlauts: bool) -> set[str]:
    """The word with its umlauts written as two letters or one, and with Mc for Mac."""
    forms = set()
    for plain, double in (("a", "ae"), ("o", "oe"), ("u", "ue")):
        if double in word and len(word) > 4:
            forms.add(word.replace(double, plain))
        elif umlauts and plain in word:
            forms.add(word.replace(plain, double))
    if len(word) > 5 and word.startswith("mc"):
        forms.add("mac" + word[2:])
    elif len(word) > 6 and word.startswith("mac"):
        forms.add("mc" + word[3:])
    return forms


def _products(choices: list[list[str]]) -> list[tuple[str, ...]]:
    """Every combination, fewest first where there would be too many."""
    total = 1
    for index, options in enumerate(choices):
        total *= len(options)
        if total > _MOST_FORMS:
            choices[index] = options[:1]
            total //= len(options)
    return list(product(*choices))
