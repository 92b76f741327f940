"""Finds names with one typing error: one word of the name is wrong, the others are as they should be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.confidential.common_words import COMMON
from auditor.confidential.edits import slips, swapped
from auditor.confidential.fold import Folded, as_written
from auditor.confidential.glance import Glance
from auditor.confidential.person.fact import Name
from auditor.confidential.person.nicknames import WORDS, forms_of, is_given_name
from auditor.confidential.runs import runs_of
from auditor.core.status import Grade

_PART = re.compile(r"[^\W\d_]+")
_SINGLE = re.compile(r"(.)\1")
_LEAST = 5
"""A word of fewer letters is another one as easily as a mistyped one."""
_LONG = 6
"""A word of so many letters is hardly another one with two of them changed round."""
_FEW = 64
"""Up to so many given names are looked for one by one, before the words of the text are."""
_LEAST_BESIDE = 3
"""The other word of the name has so many letters at least."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One word of a name that may be mistyped: of which name, which word, and how it should be."""

    owner: int
    in_surname: bool
    place: int = field(repr=False)
    meant: str = field(repr=False)


class MistypedNames:
    """Every mistyped word of many names, for looking up among the words of a text."""

    __slots__ = ("_givens", "_names", "_slips", "_words")

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._slips: dict[str, list[Slip]] = {}
        for owner, name in enumerate(names):
            if name.second:
                continue
            for slip in _words(owner, name):
                for word in set(slips(slip.meant)):
                    if word not in WORDS and word not in COMMON:
                        self._slips.setdefault(word, []).append(slip)
        self._words = frozenset(word.encode() for word in self._slips)
        ways = {_PART.findall(given)[-1] for name in names for given in _givens_beside(name)}
        self._givens = [way for way in ways if not any(other in way for other in ways - {way})]

    def may_match(self, seen: Glance) -> bool:
        """False only when `find` finds no surname mistyped; where a given name is, the surname is not."""
        near = len(self._givens) > _FEW or any(given in seen.text for given in self._givens)
        return near and not self._words.isdisjoint(seen.words)

    def find(self, folded: Folded, original: str) -> Iterator[tuple[int, int, int, Grade]]:
        """Which name stands where in folded text, with a typing error, and how sure that is."""
        for word in self._slips.keys() & runs_of(folded):
            for slip in self._slips[word]:
                name = self._names[slip.owner]
                if not slip.in_surname and is_given_name(word):
                    continue
                sure = len(slip.meant) >= _LONG and _is_slip(word, slip.meant)
                for found in _expression(name, slip, word).finditer(folded.text):
                    if _is_written(found, folded, original):
                        yield slip.owner, *found.span(), Grade.PROBABLE if sure else Grade.PARTIAL


def _is_slip(written: str, meant: str) -> bool:
    """True for letters changed round, and for one doubled or not: any other letter may make another name."""
    return swapped(written, meant) or _SINGLE.sub(r"\1", written) == _SINGLE.sub(r"\1", meant)


def _words(owner: int, name: Name) -> Iterator[Slip]:
    surname = _PART.findall(" ".join(name.surname))
    given = _PART.findall(name.given)
    if _givens_beside(name):
        yield from (Slip(owner, True, at, part) for at, part in enumerate(surname) if len(part) >= _LEAST)
    if len("".join(surname)) >= _LEAST_BESIDE:
        yield from (Slip(owner, False, at, part) for at, part in enumerate(given) if len(part) >= _LEAST)


def _givens_beside(name: Name) -> set[str]:
    """The forms of the given name that count beside a mistyped surname."""
    ways = {way for way in forms_of(name.given) if len(way) > _LEAST_BESIDE}
    return ways | ({name.given} if len(name.given) >= _LEAST_BESIDE else set())


def _expression(name: Name, slip: Slip, word: str) -> re.Pattern[str]:
    """The name with `word` in the place of the word it is mistyped for."""
    surname, given = _PART.findall(" ".join(name.surname)), _PART.findall(name.given)
    (surname if slip.in_surname else given)[slip.place] = word
    givens = {_joined(given)}
    if slip.in_surname:
        givens |= {_joined(_PART.findall(way)) for way in _givens_beside(name)}
    first, last = "|".join(sorted(givens, key=len, reverse=True)), _joined(surname)
    middle = "|".join(["[a-z]", *map(re.escape, name.middle)])
    return re.compile(
        rf"(?<![a-z])(?:(?P<g1>{first})(?:\s{{1,4}}(?:(?:{middle})\.?\s{{1,4}}){{0,2}}|(?P<link>[-_.+]))(?P<s1>{last})"
        rf"|(?P<s2>{last}),\s{{0,4}}(?P<g2>{first}))(?![a-z])"
    )


def _joined(parts: list[str]) -> str:
    return r"[\s'-]{0,2}".join(parts)


def _is_written(found: re.Match[str], folded: Folded, original: str) -> bool:
    """True when given name and surname have their capitals, or stand in an address or a file's name."""
    return found["link"] is not None or all(
        as_written(original[slice(*folded.span(start, start + 1))])[:1].isupper()
        for group in ("g1", "s1", "g2", "s2")
        if (start := found.start(group)) >= 0
    )
