"""Names of buildings and places that give a location away ("Maple House")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from auditor.confidential.common_words import COMMON
from auditor.confidential.escapes import Plain, unescape
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded, fold
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_WORD = re.compile(r"[a-z0-9]+")
_BETWEEN = r"[\s_.'&+/\\-]{0,3}"
_BESIDE = re.compile(
    r"(?<![a-z])(?:across from|opposite(?: to)?|next (?:door )?to|near|nearby|close to|behind|beside|by|past"
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

    __slots__ = ("_words",)

    def __init__(self, name: str, label: str = "place name") -> None:
        super().__init__(label)
        words = [word.replace("'", "") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(name).text)]
        if len(words) > 1 and words[0] == "the":
            words = words[1:]
        if len("".join(words)) < 3:
            raise ValueError("a place name needs at least three letters")
        self._words = tuple(words)

    @classmethod
    def parse(cls, name: str, label: str = "place name") -> Self:
        """The place called `name`. Raises ValueError, without quoting it, when it is too short."""
        return cls(name, label)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return NameFinder(facts)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, folded, for the finder."""
        return self._words

    def weaknesses(self) -> list[str]:
        """A name of one plain word is found only in capitals."""
        if len(self._words) == 1 and self._words[0] in COMMON:
            return ["a name of one common word is found only where it is written as a name"]
        return []


class NameFinder:
    """Finds many place names in one pass over the words of a text."""

    __slots__ = ("_anchors", "_shapes")

    def __init__(self, facts: Iterable[PlaceName]) -> None:
        self._shapes: list[tuple[PlaceName, bool, re.Pattern[str]]] = []
        self._anchors: dict[str, set[int]] = {}
        for index, fact in enumerate(facts):
            words = fact.words
            plain = _BETWEEN.join("'?".join(map(re.escape, word)) for word in words)
            ending = r"(?P<ending>'?s(?![a-z0-9])|'(?![a-z0-9]))?"
            pattern = re.compile(rf"(?<![a-z0-9])(?P<the>the[-_]?)?(?P<name>{plain}){ending}(?![a-z0-9])")
            self._shapes.append((fact, all(word in COMMON for word in words), pattern))
            run = "".join(words)
            for head in {run, words[0]}:
                for anchor in (head, head + "s", "the" + head, "the" + head + "s"):
                    self._anchors.setdefault(anchor, set()).add(index)

    def may_match(self, text: str) -> bool:
        """False when no word of `text` begins any of the names."""
        if not text.isascii() or "'" in text or "%" in text or "&" in text or "\\" in text:
            return True
        return not self._anchors.keys().isdisjoint(_WORD.findall(text.lower()))

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where one of the names stands."""
        plain = unescape(folded)
        wanted: set[int] = set()
        for word in self._anchors.keys() & set(_WORD.findall(plain.text.replace("'", ""))):
            wanted |= self._anchors[word]
        for index in sorted(wanted):
            fact, common, pattern = self._shapes[index]
            for found in pattern.finditer(plain.text):
                verdict = _judge(found, plain, original, common=common, words=len(fact.words))
                if verdict is not None:
                    grade, reason = verdict
                    start, end = plain.span(found.start("name"), found.end())
                    yield Match(
                        start, end, fact.label, Kind.NAME, grade, Confidence.MEDIUM, "place-name", reason
                    )


def _judge(
    found: re.Match[str], plain: Plain, original: str, *, common: bool, words: int
) -> tuple[Grade, str] | None:
    """How surely the words are the name of the place; None when they are ordinary words."""
    text, start, end = plain.text, found.start("name"), found.end("name")
    name = found["name"]
    first, last = plain.span(start, end)
    shown = original[first:last]
    run_together = words > 1 and name.isalnum()
    linked = words > 1 and re.search(r"[_+/-]", name) is not None and " " not in name
    tagged = text[start - 1 : start] in ("#", "@", "/")
    heads = [part for part in re.split(r"[^\w']+|_", shown) if part]
    capital = all(not part[0].islower() for part in heads) and any(part[0].isupper() for part in heads)
    if _OTHER_THING.match(text, end):
        return (Grade.PARTIAL, "place name inside a longer name") if capital or not common else None
    if _BESIDE.search(text[max(0, start - 48) : start]) and (capital or not common):
        return Grade.PARTIAL, "place described by its neighbour"
    if run_together or tagged:
        return Grade.PROBABLE, "place name as a tag or handle"
    if capital:
        return Grade.PROBABLE, "place name"
    if linked:
        return Grade.PROBABLE, "place name as part of an address or file name"
    return None if common else (Grade.PARTIAL, "place name in lower case")
