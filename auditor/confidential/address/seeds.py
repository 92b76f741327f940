"""Finds, fast, the places of a long text that deserve a closer look.

A place is worth it where two clues to the same address stand close together: its street's name and
its number, town or postcode, or a word such as "corner"; or its number and something like its name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.confidential.address.forms import Target
from auditor.confidential.address.trie import any_of
from auditor.confidential.address.vocabulary.numbers import in_words, last_word, ordinal_value
from auditor.confidential.address.vocabulary.slavic import is_slavic, stem_of
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, STREET_TYPES
from auditor.confidential.edits import misreadings
from auditor.confidential.fold import Folded
from auditor.confidential.secret import Secret

_REACH = 150
"""Characters to each side of a clue in which the second one is looked for."""
_APART, _SPAN, _MANY = 60, 2_000, 3
"""Names nearer than this, within so many characters, are looked at together where there are so many."""
_FEW = 16
"""Up to this many words are looked for one by one; beyond, one expression for all is faster."""
_NOT_LETTERS = bytes(c for c in range(128) if not chr(c).isalpha())
_NOT_DIGITS = bytes(c for c in range(128) if not chr(c).isdecimal())
_NOT_EITHER = bytes(c for c in range(128) if not chr(c).isalnum())
_LOOKALIKES = {"0": "0o", "1": "1il|", "2": "2z", "5": "5s", "6": "6b", "8": "8b", "9": "9g"}
_BROKEN = re.compile(r"-[ \t]*\r?\n")
_SIGNS = (
    "&", "@", "corner", "cnr", "intersection", "junction", "crossing", "crossroads", "angle", "block", "blk",
    "next door", "next to", "across", "opposite", "beside", "behind", "adjacent", "neighbo", "doors",
    "houses", "buildings", "lots", "between", "meets", "crosses", "joins", "intersects",
)  # fmt: skip
"""Signs of a crossing, a block, or a description by the neighbours."""
_SIGNS_ABROAD = (
    *_SIGNS, "ecke", "esquina", "kreuzung", "cruce", "coin", "carrefour", "croisement", "angol", "incroci",
    "hoek", "kruising", "hjorne", "hornet", "rog ", "roh ", "hjornet", "frente a", "en face", "a cote",
    "di fronte", "accanto", "junto a", "gegenuber", "neben", "tegenover", "naast",
)  # fmt: skip
"""The same, with those of other languages."""
_ENGLISH_SPOKEN = frozenset(["", "us", "gb", "ie", "au", "nz"])
_RANGE = re.compile(r"\d ?(?:[-/]|\b(?:to|through|thru|till?|tot|al?|au)\b) ?\d")
_JOINT = re.compile(r"\b(?:and|at|near|between|meets|crosses|joins|intersects|und|et|y|con|x)\b|/")
_WITH_ORDINAL = re.compile(r"[a-z] ?/ ?\d{1,3}(?:st|nd|rd|th)|\d(?:st|nd|rd|th) ?/ ?[a-z]")
_WORDS = re.compile("[a-z]+")
_EVERYDAY = frozenset(
    ["is", "no", "so", "o", "to", "on", "la", "run", "rest", "po", "u", "end", "side", "down"]
)
"""Types and directions that are everyday words."""
_ROUTE_WORDS = frozenset(
    ["highway", "hwy", "road", "rd", "route", "rte", "rt", "county", "co", "cr", "state", "sr", "sh", "fm",
     "us", "interstate", "farm", "th", "rr", "fr", "township"]
)  # fmt: skip
"""Words before the number of a road."""
_MOST_TYPOS = 6


class Clues(Secret):
    """What points to one address."""

    __slots__ = (
        "_beside", "_digits", "_fuzzy", "_lookalike", "_misread", "_places", "_postcode", "_signs", "_spoken",
        "_telling", "_weak", "anchors", "numbers", "target",
    )  # fmt: skip

    def __init__(self, target: Target) -> None:
        super().__init__(target.label)
        parts = target.parts
        self.target = target
        # Apostrophes may stand inside a name: "O'Fallon", "Mary's".
        self.anchors = {a.removesuffix("s") if len(a) > 4 else a for a in target.anchors}
        self.anchors = {a[1:] if a[0] in "odl" and len(a) > 4 else a for a in self.anchors}
        # "Kaiser-Wilh.-Ring 30": the word that tells most is cut short.
        self._beside = self.anchors | {word for word in parts.name if len(word) >= 5}
        self.numbers = sorted(target.number_texts)
        figures = (re.sub(r"\D", "", n) for n in self.numbers)
        lettered = parts.number[:1].isalpha()
        self._digits = [n for n in figures if len(n) >= 3 or n in target.number_texts or (lettered and n)]
        looks = ("".join(f"[{_LOOKALIKES.get(c, re.escape(c))}]" for c in n) for n in self.numbers)
        self._lookalike = re.compile("|".join(looks)) if self.numbers else None
        self._spoken = _spoken(target)
        english = not (parts.type_first or parts.joined) and parts.country in _ENGLISH_SPOKEN
        self._signs = _SIGNS if english else _SIGNS_ABROAD
        stems = {stem_of(town) for town in target.town_names} if is_slavic(parts) else set()
        self._places = sorted(t for t in target.towns | stems if len(t) >= 3)
        if parts.building and not parts.number:
            # "Rose Cottage, Mill Lane"
            self._places.append("".join(parts.building).removeprefix("the"))
        self._postcode = parts.postcode[:-3] if parts.country == "gb" else parts.postcode
        own = {s for s, kinds in STREET_TYPES.items() if kinds & parts.types}
        own |= _ROUTE_WORDS if parts.route else set()
        self._telling = frozenset((own or STREET_TYPES.keys()) | DIRECTIONS.keys()) - _EVERYDAY
        if english and "lane" in parts.types:
            self._telling |= {"la"}
        weak = [f for f, form in target.forms.items() if form.weak or form.typed or f.isdecimal()]
        self._weak = any_of(weak) if weak else None
        names = [f for f, form in target.forms.items() if f.isalpha() and len(f) >= 4 and not form.typed]
        names = names[:_MOST_TYPOS]
        if len(parts.name) > 1:
            # "St Charels": whatever the other words are shortened to, the one that tells most is there.
            names += [a for a in sorted(target.anchors) if a.isalpha() and len(a) >= 5][:_MOST_TYPOS]
        if parts.route:
            kind = parts.route[0]
            roads = {w for form in target.forms.values() for w in form.words if w.isalpha() and len(w) >= 5}
            names = sorted(roads, key=lambda word: (word not in kind, word))[:_MOST_TYPOS]
        typos = {typo for name in names for typo in (*_typos(name), *misreadings(name))}
        self._fuzzy = re.compile("|".join(sorted(typos))) if typos else None

        counted = (f for f in target.forms if re.fullmatch(r"\d+(?:st|nd|rd|th)", f))
        misread = ("".join(f"[{_LOOKALIKES.get(c, c)}]" for c in form) for form in counted)
        self._misread = re.compile("|".join(sorted(misread)) or r"\0")

    def confirm_name(self, text: str, start: int, end: int) -> bool:
        """True when the street's name at `start` has another clue near it."""
        numbered = text[start:end].isdecimal()
        if numbered and not self._is_numbered_street(text, start, end):
            return False
        near = text[max(0, start - _REACH) : end + _REACH]
        raw = near.encode("ascii", "ignore")
        digits = raw.translate(None, _NOT_DIGITS).decode()
        if any(n in digits for n in self._digits) or (self._lookalike and self._lookalike.search(near)):
            return True
        letters = raw.translate(None, _NOT_LETTERS).decode()
        if any(said in letters for said in self._spoken):
            return True
        placed = any(place in letters for place in self._places)
        if not _reads_as_street(text, start, end, self._telling):
            # "9th and Elm, Springfield"
            crossed = placed and ordinal_value(text[start:end]) is not None
            return _signed(near, self._signs) or (crossed and bool(_JOINT.search(near)))
        if placed:
            return True
        if self._postcode and self._postcode in raw.translate(None, _NOT_EITHER).decode():
            return True
        if numbered:
            return False
        close = text[max(0, start - 30) : end + 40]
        return _signed(near, self._signs) or bool(_JOINT.search(close))

    def _is_numbered_street(self, text: str, start: int, end: int) -> bool:
        """True when the figures from `start` on are a number with the sign of a street at it."""
        if text[start - 1 : start].isdecimal() or text[end : end + 1].isdecimal():
            return False
        words = (
            *_WORDS.findall(text, max(0, start - 14), start)[-2:],
            *_WORDS.findall(text, end, end + 10)[:1],
        )
        return any(word in self._telling for word in words)

    def may_confirm(self, text: str, start: int, end: int) -> bool:
        """False only when `confirm_name` is for every name between `start` and `end`."""
        near = text[max(0, start - _REACH) : end + _REACH]
        raw = near.encode("ascii", "ignore")
        digits, letters = (
            raw.translate(None, _NOT_DIGITS).decode(),
            raw.translate(None, _NOT_LETTERS).decode(),
        )
        if any(n in digits for n in self._digits) or (self._lookalike and self._lookalike.search(near)):
            return True
        if any(said in letters for said in self._spoken) or any(place in letters for place in self._places):
            return True
        coded = self._postcode and self._postcode in raw.translate(None, _NOT_EITHER).decode()
        return bool(coded) or _signed(near, self._signs) or _JOINT.search(near) is not None

    def confirm_number(self, text: str, start: int, end: int) -> bool:
        """True when something like the street's name, mistyped or torn, is near the number at `start`."""
        near = text[max(0, start - 70) : end + 90].encode("ascii", "ignore")
        letters = near.translate(None, _NOT_LETTERS).decode()
        if any(word in letters for word in self._beside) or (self._fuzzy and self._fuzzy.search(letters)):
            return True
        both = near.translate(None, _NOT_EITHER).decode()
        if self._misread.search(both) or (self._weak and self._weak.search(both)):
            return True
        return bool(self._postcode) and self._postcode in both


def _spoken(target: Target) -> list[str]:
    """Words run together, one of which the house number in words holds."""
    number = target.parts.number
    # Of five figures the last ones are enough: "ten four oh eight" ends as 408 does.
    said = in_words(int(number[-4:])) if number.isdecimal() else []
    if target.led_by_number:
        return sorted(said) if len(number) < 5 else []
    return sorted({*said, *(last_word(way) for way in said), *target.said})


def _signed(near: str, signs: tuple[str, ...]) -> bool:
    return any(sign in near for sign in signs) or bool(_RANGE.search(near) or _WITH_ORDINAL.search(near))


def _reads_as_street(text: str, start: int, end: int, telling: frozenset[str]) -> bool:
    """True when a type or direction stands near the name, or it is run together with other words."""
    if text[end : end + 1].isalpha() or text[max(0, start - 1) : start].isalpha():
        return True
    behind = _WORDS.findall(text, end, end + 40)[:4]
    ahead = _WORDS.findall(text, max(0, start - 40), start)[-4:]
    return any(w in telling for w in (*behind, *ahead))


class Seeds:
    """All clues of all addresses, looked for in one pass."""

    __slots__ = ("_by_number", "_by_word", "_clues", "_codes", "_figures", "_number", "_word", "_words")

    def __init__(self, targets: Sequence[Target], codes: Iterable[str]) -> None:
        self._clues = [Clues(target) for target in targets]
        self._by_word: dict[str, list[Clues]] = {}
        self._by_number: dict[str, list[Clues]] = {}
        for clues in self._clues:
            for word in clues.anchors:
                self._by_word.setdefault(word, []).append(clues)
            for number in clues.numbers:
                self._by_number.setdefault(number, []).append(clues)
        self._words = sorted(self._by_word, key=len)
        self._word = any_of(self._words) if len(self._words) > _FEW else None
        self._codes = sorted(codes)
        self._figures = any_of(self._by_number or ["\0"])
        spaced = ("(?: - |[ ,.'-])?".join(re.escape(c) for c in n) for n in self._by_number)
        self._number = re.compile(f"(?:{'|'.join(spaced)})(?![0-9])") if self._by_number else None

    def may_match(self, folded: Folded) -> bool:
        """False only when `positions` would be empty."""
        text = folded.text
        if self._word:
            if self._word.search(text):
                return True
        elif any(word in text for word in self._words):
            return True
        raw = text.encode("ascii", "ignore")
        both = raw.translate(None, _NOT_EITHER).decode()
        if self._figures.search(both) or any(code in both for code in self._codes):
            return True
        if "-" in text and _BROKEN.search(text):
            letters = raw.translate(None, _NOT_LETTERS).decode()
            return any(word in letters for word in self._words)
        return False

    def positions(self, folded: Folded) -> tuple[list[int], dict[int, list[Target]]]:
        """Where to look closer, sorted; and the house numbers with something like their street near them."""
        text = folded.text
        numbers = dict(self._number_positions(text))
        found = [*self._name_positions(text), *numbers, *self._broken_positions(text)]
        for code in self._codes:
            found += _all(text, code)
        return sorted(found), numbers

    def _name_positions(self, text: str) -> Iterator[int]:
        if self._word:
            for hit in self._word.finditer(text):
                word = hit[0]
                # Of words that begin alike the longest was taken; the shorter ones count as well.
                for known in (word, *(w for w in self._words if w != word and word.startswith(w))):
                    if any(c.confirm_name(text, hit.start(), hit.end()) for c in self._by_word[known]):
                        yield hit.start()
                        break
            return
        for word in self._words:
            clues = self._by_word[word]
            for group in _groups(_all(text, word)):
                # Where the name stands again and again, one look tells whether any clue is near at all.
                if len(group) > _MANY and not any(
                    c.may_confirm(text, group[0], group[-1] + len(word)) for c in clues
                ):
                    continue
                yield from (
                    at for at in group if any(c.confirm_name(text, at, at + len(word)) for c in clues)
                )

    def _number_positions(self, text: str) -> Iterator[tuple[int, list[Target]]]:
        if self._number is None:
            return
        for hit in self._number.finditer(text):
            start = hit.start()
            if start and text[start - 1].isdecimal():
                continue
            number = re.sub("[ ,.'-]", "", hit[0])
            known = self._by_number.get(number, ())
            if targets := [c.target for c in known if c.confirm_number(text, start, hit.end())]:
                yield start, targets

    def _broken_positions(self, text: str) -> Iterator[int]:
        """Ends of lines where a street's name may be broken."""
        if "-" not in text:
            return
        for hit in _BROKEN.finditer(text):
            near = text[max(0, hit.start() - 20) : hit.end() + 30]
            letters = near.encode("ascii", "ignore").translate(None, _NOT_LETTERS).decode()
            if any(word in letters for word in self._words):
                yield hit.start()


def _groups(positions: Iterable[int]) -> Iterator[list[int]]:
    """The positions in groups of those that stand close together."""
    group: list[int] = []
    for position in positions:
        if group and (position - group[-1] > _APART or position - group[0] > _SPAN):
            yield group
            group = []
        group.append(position)
    if group:
        yield group


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _typos(name: str) -> Iterator[str]:
    """Expressions for the name with one typing error."""
    for i in range(len(name)):
        yield name[:i] + name[i + 1 :]
        yield f"{name[:i]}.{name[i + 1 :]}"
        if i:
            yield f"{name[:i]}.{name[i:]}"
            yield name[: i - 1] + name[i] + name[i - 1] + name[i + 1 :]
