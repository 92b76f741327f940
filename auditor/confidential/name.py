"""Names of buildings and places that give a location away ("Maple House")."""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Self

from auditor.confidential.common_words import COMMON
from auditor.confidential.edits import at_edge, slips, swapped
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded, fold
from auditor.confidential.glance import glance
from auditor.confidential.name_words import BETWEEN, KINDS, LEAST_MISTYPED, SHORT, is_upper, spelled
from auditor.confidential.runs import runs_of
from auditor.confidential.spelling import spellings
from auditor.confidential.turned import TurnedNames
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_FEW = 64
"""Up to so many names a plain search for each is cheaper than taking the text apart."""
_LONG = 8
"""A name of fewer letters may be part of other words."""
_LONG_MISTYPED = 6
"""Letters of a word that is hardly another word with a typing error."""
_PLAIN = frozenset(string.ascii_lowercase + string.digits)
_WORD_OF_NAME = re.compile(r"[a-z0-9']+")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([a-z']+),?\s{1,2}$")
_LINK = re.compile(r"[_+/-]")
_TAGS = ("#", "@", "/")
_BESIDE = re.compile(
    r"(?<![a-z])(?:across from|opposite(?: to)?|next (?:door )?to|near|nearby|close to|behind|beside|by"
    r"|past"
    r"|in front of|adjacent to|around the corner from|blocks? from|minutes? from|(?:road|street) from"
    r"|frente a|en face de|gegenuber(?: von)?|tegenover|di fronte a|em frente a)"
    r"\s{1,3}(?:(?:the|la|le|el|il|das|het) )?$"
)
_OTHER_THING = re.compile(
    r"'?s?\s{1,2}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|inc|llc|ltd|publishing"
    r"|records|press|books|builders|paper|furniture|music|song|album|film|movie|magazine|syrup)(?![a-z])"
)


class PlaceName(Fact):
    """The name of a building or place that gives a location away."""

    __slots__ = ("_names",)

    def __init__(self, name: str, label: str = "place name") -> None:
        super().__init__(label)
        self._names = tuple(_words(spelling) for spelling in spellings(name))
        if len("".join(self._names[0])) < 3:
            raise ValueError("a place name needs at least three letters")

    @classmethod
    def parse(cls, name: str, label: str = "place name") -> Self:
        """The place called `name`. Raises ValueError, without quoting it, when it is too short."""
        return cls(name, label)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return NameFinder(facts)

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The words of the name in each spelling, for the finder."""
        return self._names

    def forms(self) -> int:
        """The name in each spelling, its words whole or shortened, set apart, linked or run together."""
        ways = (prod(1 + len(SHORT.get(word, ())) for word in words) for words in self._names)
        return 3 * sum(ways)

    def weaknesses(self) -> list[str]:
        """A name of one plain word is found only in capitals."""
        if len(self._names[0]) == 1 and self._names[0][0] in COMMON:
            return ["a name of one common word is found only where it is written as a name"]
        return []


def _words(name: str) -> tuple[str, ...]:
    """The words of a folded name, apostrophes left out, without a leading article."""
    words = [word.replace("'", "") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", name)]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


@dataclass(frozen=True, slots=True)
class Shape:
    """One name in one spelling. `common` tells that it consists of plain words."""

    fact: PlaceName
    common: bool
    several: bool
    run: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False)


class NameFinder:
    """Finds many place names in one pass over the words of a text."""

    __slots__ = ("_anchors", "_beside", "_mistyped", "_runs", "_shapes", "_slips", "_turned")

    def __init__(self, facts: Iterable[PlaceName]) -> None:
        self._shapes: list[Shape] = []
        self._anchors: dict[str, set[int]] = {}
        self._runs: set[bytes] = set()
        self._mistyped: dict[str, list[tuple[int, int]]] = {}
        for fact in facts:
            for words in fact.names:
                for anchor in _anchors(words):
                    self._anchors.setdefault(anchor, set()).add(len(self._shapes))
                self._runs.update(_runs(words))
                common, run = COMMON.issuperset(words), "".join(words)
                self._add_mistyped(words)
                self._shapes.append(Shape(fact, common, len(words) > 1, run, words, _expression(words)))

        self._turned = TurnedNames([shape.words for shape in self._shapes])
        several = {word for shape in self._shapes if shape.several for word in shape.words}
        # Where one word is mistyped another one is not.
        self._beside = {way.encode() for word in several for way in (word, *SHORT.get(word, ()))}
        self._slips = frozenset(word.encode() for word in self._mistyped)

    def _add_mistyped(self, words: tuple[str, ...]) -> None:
        """Note what typing errors make of each longer word of a name of several, and whose word it is."""
        for place, word in enumerate(words if len(words) > 1 else ()):
            if len(word) >= LEAST_MISTYPED:
                # "Women Center" for Women's Center
                bare = {word[:-1]} if word.endswith("s") else set()
                for slip in (set(slips(word)) - COMMON) | bare:
                    self._mistyped.setdefault(slip, []).append((len(self._shapes), place))

    def may_match(self, text: str) -> bool:
        """False when no name stands in the letters and figures of `text`. Many names are left to `find`."""
        if len(self._runs) > _FEW:
            return True
        alnum = glance(fold(text)).alnum
        if any(run in alnum for run in self._runs) or self._turned.may_match(alnum):
            return True
        beside = any(word in alnum for word in self._beside)
        return beside and not self._slips.isdisjoint(glance(fold(text)).words)

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where one of the names stands."""
        wanted: set[int] = set()
        for word in self._anchors.keys() & runs_of(folded):
            wanted |= self._anchors[word]
        if "'" in folded.text:
            for word in self._anchors.keys() & set(_WORD_OF_NAME.findall(folded.text.replace("'", ""))):
                wanted |= self._anchors[word]
        for index in sorted(wanted):
            shape = self._shapes[index]
            for found in shape.pattern.finditer(folded.text):
                verdict = _judge(shape, found, folded, original)
                if verdict is not None:
                    grade, reason = verdict
                    span = folded.span(found.start("name"), found.end())
                    yield _match(shape, span, grade, reason)
        for word in self._mistyped.keys() & runs_of(folded):
            for index, place in self._mistyped[word]:
                yield from self._with_slip(self._shapes[index], word, place, folded, original)
        yield from self._regrouped(folded, original)
        yield from self._glued(folded)
        for index, start, end, grade in self._turned.find(folded, original):
            yield _match(self._shapes[index], folded.span(start, end), grade, "place name turned round")

    def _regrouped(self, folded: Folded, original: str) -> Iterator[Match]:
        """Names with blanks where they have none, or none where they have one: "Drift Wood House"."""
        alnum = glance(folded).alnum
        for shape in self._shapes[:_FEW]:
            if len(shape.run) < _LONG or not shape.several or shape.run.encode() not in alnum:
                continue
            for found in _loosely(shape.run).finditer(folded.text):
                if shape.pattern.match(folded.text, found.start()) is None:
                    verdict = _judge(shape, found, folded, original)
                    if verdict is not None:
                        yield _match(shape, folded.span(*found.span()), *verdict)

    def _with_slip(
        self, shape: Shape, word: str, place: int, folded: Folded, original: str
    ) -> Iterator[Match]:
        """The name with `word` for the one at `place`, likely where that is long and hardly another."""
        meant = shape.words[place]
        sure = swapped(word, meant) or (len(meant) >= _LONG_MISTYPED and not at_edge(word, meant))
        written = (*shape.words[:place], word, *shape.words[place + 1 :])
        for found in _expression(written).finditer(folded.text):
            verdict = _judge(shape, found, folded, original)
            if verdict is not None:
                grade = Grade.PROBABLE if sure and verdict[0] is Grade.PROBABLE else Grade.PARTIAL
                span = folded.span(found.start("name"), found.end())
                yield _match(shape, span, grade, "place name with a likely typing error")

    def _glued(self, folded: Folded) -> Iterator[Match]:
        """Names of several words inside a longer run of letters: "visitmaplehouse"."""
        text = folded.text
        for shape in self._shapes[:_FEW]:
            at = text.find(shape.run) if shape.several and len(shape.run) >= _LONG else -1
            while at >= 0:
                end = at + len(shape.run)
                ahead, behind = text[at - 1 : at].isalpha(), text[end : end + 1].isalpha()
                if ahead != behind and not text.startswith("s", end):
                    reason = "place name run together with other words"
                    yield _match(shape, folded.span(at, end), Grade.PARTIAL, reason)
                at = text.find(shape.run, end)


def _match(shape: Shape, span: tuple[int, int], grade: Grade, reason: str) -> Match:
    return Match(*span, shape.fact.label, Kind.NAME, grade, Confidence.MEDIUM, "place-name", reason)


def _anchors(words: tuple[str, ...]) -> Iterator[str]:
    """Words one of which every writing of the name contains."""
    run = "".join(words)
    for head in (run, words[0], *SHORT.get(words[0], ()), "".join(words[:2])):
        yield from (head, f"{head}s", f"the{head}", f"the{head}s")


def _runs(words: tuple[str, ...]) -> Iterator[bytes]:
    """Letters and figures, run together, one of which every writing of the name contains."""
    owned = ((*words[:at], f"{word}s", *words[at + 1 :]) for at, word in enumerate(words[:-1]))
    for base in (words, *owned):
        for ways in product(*((word, *SHORT.get(word, ())) for word in base)):
            # Letters that have no plain form are not among those compared: their name is found without them.
            yield "".join(c for c in "".join(ways) if c in _PLAIN).encode()


def _expression(words: tuple[str, ...]) -> re.Pattern[str]:
    name = BETWEEN.join(map(spelled, words))
    ending = r"(?P<ending>'?s(?![a-z0-9])|'(?![a-z0-9]))?"
    return re.compile(rf"(?<![a-z0-9])(?P<the>the[-_]?)?(?P<name>{name}){ending}(?![a-z0-9])")


def _loosely(run: str) -> re.Pattern[str]:
    """The letters of a name with or without a blank or hyphen between any two of them."""
    return re.compile(rf"(?<![a-z0-9])(?P<name>{r'[ -]{0,3}'.join(map(re.escape, run))})(?![a-z0-9])")


def _judge(shape: Shape, found: re.Match[str], folded: Folded, original: str) -> tuple[Grade, str] | None:
    """How surely the words are the name of the place; None when they are ordinary words."""
    text, start, name = folded.text, found.start("name"), found["name"]
    capital = all(is_upper(folded, original, start + word.start()) for word in _WORD_OF_NAME.finditer(name))
    if (capital or not shape.common) and _OTHER_THING.match(text, found.end("name")):
        return Grade.PARTIAL, "place name inside a longer name"
    if (capital or not shape.common) and _BESIDE.search(text[max(0, start - 48) : start]):
        return Grade.PARTIAL, "place described by its neighbour"
    if (shape.several and name.isalnum()) or text[start - 1 : start] in _TAGS:
        return Grade.PROBABLE, "place name as a tag or handle"
    if capital:
        return Grade.PROBABLE, "place name"
    span = folded.span(start, found.end("name"))
    if shape.several and ((" " not in name and _LINK.search(name)) or "%20" in original[slice(*span)]):
        return Grade.PROBABLE, "place name as part of an address or file name"
    named = not shape.common or _is_half_capital(shape, found, folded, original)
    return (Grade.PARTIAL, "place name in lower case") if named else None


def _is_half_capital(shape: Shape, found: re.Match[str], folded: Folded, original: str) -> bool:
    """True inside a sentence for "the Willows refuge": the kind of place alone has lost its capital.

    Behind another capitalised word the name may be longer: "Boston Harbor house boats".
    """
    start, name = found.start("name"), found["name"]
    *heads, kind = [start + word.start() for word in _WORD_OF_NAME.finditer(name)]
    if not heads or shape.words[-1] not in KINDS or is_upper(folded, original, kind):
        return False
    before = _WORD_BEFORE.search(folded.text, max(0, start - 24), start)
    led = before is not None and (before[1] == "the" or not is_upper(folded, original, before.start(1)))
    return led and all(is_upper(folded, original, head) for head in heads)
