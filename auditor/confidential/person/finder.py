"""Finds many people by name: the words of a text are looked up, then the names around a hit are read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.confidential.escapes import Plain, unescape
from auditor.confidential.fold import Folded
from auditor.confidential.person.fact import Name, Person
from auditor.confidential.person.forms import FORMS, expression, letters, surname_words
from auditor.confidential.person.nicknames import WORDS, forms_of
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_WORD = re.compile(r"[a-z]+")
_ADDRESSED = re.compile(r"(?:[@/~#=]|\b(?:user|login|handle|by|author|e-?mail|mail|username)\W{1,3})$")
_SURNAME_GOES_ON = re.compile(r"[-'](?!s(?![a-z]))[a-z]")
_WORTH = ("g", "s")


@dataclass(frozen=True, slots=True)
class Shape:
    """One person and how to recognise the name.

    `plain_words` tells that the name consists of plain words ("Grace Hope"), so that only capitals
    tell it from a sentence.
    """

    fact: Person
    plain_words: bool
    name: re.Pattern[str] = field(repr=False)


class PersonFinder:
    """Looks for people in one pass over the words of a text."""

    __slots__ = ("_anchors", "_shapes")

    def __init__(self, facts: Iterable[Person]) -> None:
        self._shapes: list[Shape] = []
        self._anchors: dict[str, set[int]] = {}
        for fact in facts:
            for name in fact.names:
                givens = forms_of(name.given)
                words = {letters(name.given), *name.surname}
                for anchor in _anchor_words(name, givens):
                    self._anchors.setdefault(anchor, set()).add(len(self._shapes))
                self._shapes.append(Shape(fact, words <= WORDS, expression(name, givens)))

    def may_match(self, text: str) -> bool:
        """False when no word of `text` belongs to any of the names."""
        if not text.isascii() or "%" in text or "&" in text or "\\" in text:
            return True
        return not self._anchors.keys().isdisjoint(_WORD.findall(text.lower()))

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where one of the people is named."""
        plain = unescape(folded)
        wanted: set[int] = set()
        for word in self._anchors.keys() & set(_WORD.findall(plain.text)):
            wanted |= self._anchors[word]
        for index in sorted(wanted):
            yield from _in_text(self._shapes[index], plain, original)


def _anchor_words(name: Name, givens: frozenset[str]) -> set[str]:
    """Words one of which every form of the name contains."""
    words = surname_words(name)
    heads = {letters(given) for given in givens} | {name.given[0]}
    glued = {pair for head in heads for run in words for pair in (head + run, run + head)}
    whole = {part for given in givens for part in (letters(given), *_WORD.findall(given))}
    return words | glued | whole


def _in_text(shape: Shape, plain: Plain, original: str) -> Iterator[Match]:
    for found in shape.name.finditer(plain.text):
        name = next(name for name in FORMS if found[name] is not None)
        grade = _grade(shape, name, found, plain, original)
        if grade is None:
            continue
        start, end = plain.span(found.start(), found.end())
        confidence = Confidence.HIGH if grade is Grade.EXACT else Confidence.MEDIUM
        yield Match(
            start, end, shape.fact.label, Kind.PERSON, grade, confidence, "person-name", FORMS[name].reason
        )


def _grade(shape: Shape, name: str, found: re.Match[str], plain: Plain, original: str) -> Grade | None:
    """How surely a form names the person; None when it does not."""
    form = FORMS[name]
    if name == "slug":
        return form.grade
    written = _is_written(found, plain, original)
    if name == "handle" or (name == "dotted" and not written):
        return form.grade if _is_addressed(plain.text, found.start(), found.end()) else None
    grade = form.grade if written else None if shape.plain_words else form.lower
    if grade is not None and found["unknown"]:
        capital = has_capital(plain, original, *found.span("unknown"))
        grade = Grade.PROBABLE if grade is Grade.EXACT and capital else None
    return Grade.PARTIAL if grade and _SURNAME_GOES_ON.match(plain.text, found.end()) else grade


def _is_written(found: re.Match[str], plain: Plain, original: str) -> bool:
    """True when given name and surname have their capitals."""
    return all(
        has_capital(plain, original, *found.span(group))
        for group in found.re.groupindex
        if group[0] in _WORTH and group[1:].isdigit() and found[group] is not None
    )


def _is_addressed(text: str, start: int, end: int) -> bool:
    """True when what stands between `start` and `end` is the name of an account."""
    return text[end : end + 1] == "@" or _ADDRESSED.search(text, max(0, start - 12), start) is not None


def has_capital(plain: Plain, original: str, start: int, end: int) -> bool:
    """True when what stands there has an upper-case letter as published, or letters without case."""
    first, last = plain.span(start, end)
    shown = original[first:last]
    return shown != shown.lower() or shown == shown.upper()
