"""Finds many people by name: the words of a text are looked up, then the names around a hit are read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.confidential.fold import Folded, fold
from auditor.confidential.glance import Glance, glance
from auditor.confidential.person.fact import Name, Person
from auditor.confidential.person.forms import (
    FORMS,
    expression,
    letters,
    short_expression,
    short_tails,
    surname_words,
)
from auditor.confidential.person.initials import follows_a_name, has_capital, is_second_initial
from auditor.confidential.person.mistyped import MistypedNames
from auditor.confidential.person.nicknames import WORDS, forms_of
from auditor.confidential.person.spaced import may_be_spaced, spaced_names
from auditor.confidential.runs import runs_of
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_WORD = re.compile(r"[a-z]+")
_ADDRESSED = re.compile(
    r"(?:[@/~#=\\]|\b(?:user|login|logon|handle|by|author|e-?mail|mail|username|userid|account|acct|committer"
    r"|owner|uploader|poster|assignee|reviewer|editor|nick|screen[ _-]?name|profile|skype|slack|telegram"
    r"|instagram|insta|ig|twitter|tiktok|snapchat|snap|discord|github|gitlab|venmo|cashapp|paypal)\W{1,3})$"
)
_SURNAME_GOES_ON = re.compile(r"[-'](?!s(?![a-z]))[a-z]")
_INITIALS = ("dotted", "initial")
_WHOLE_NAMES = frozenset(["full", "turned", "columns", "labelled", "labelled_turned", "slug"])
"""Forms with the given name in full: with an initial, half of a double surname says too little."""
_NEXT_WORD = re.compile(r"\s{1,2}([a-z])[a-z'-]{2}")
_SHORT_NAME = 6
"""A name of so few letters may be three small words in a row."""
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|html?|mp[34]|vcf|txt|zip)(?![a-z])")
_WORTH = ("g", "s")
_REACH = 120
"""Longer than any form of a name on either side of the surname, in characters."""
_SHORT_REACH = 40
_FEW = 64
"""Up to so many words a plain search for each is cheaper than taking the text apart."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One person and how to recognise the name.

    `plain_words` tells that the name consists of plain words ("Grace Hope"), so that only capitals
    tell it from a sentence.
    """

    fact: Person
    half: bool
    second: bool
    plain_words: bool
    runs: frozenset[tuple[str, str]] = field(repr=False)
    surname: re.Pattern[str] = field(repr=False)
    name: re.Pattern[str] = field(repr=False)
    short: re.Pattern[str] = field(repr=False)


class PersonFinder:
    """Looks for people in one pass over the words of a text."""

    __slots__ = ("_anchors", "_initials", "_mistyped", "_shapes", "_surnames", "_tails")

    def __init__(self, facts: Iterable[Person]) -> None:
        self._shapes: list[Shape] = []
        self._anchors: dict[str, set[int]] = {}
        self._surnames: set[str] = set()
        tails: set[str] = set()
        names: list[Name] = []
        initials: set[str] = set()
        for fact in facts:
            for name in fact.names:
                names.append(name)
                givens = forms_of(name.given)
                words = {letters(name.given), *name.surname}
                self._surnames |= surname_words(name)
                tails |= short_tails(givens)
                initials.add(letters(name.surname[0])[0])
                for anchor in _anchor_words(name, givens):
                    self._anchors.setdefault(anchor, set()).add(len(self._shapes))
                runs = frozenset((letters(given), letters("".join(name.surname))) for given in givens)
                surname = re.compile("|".join(map(re.escape, surname_words(name))))
                forms = (expression(name, givens), short_expression(name, givens))
                self._shapes.append(
                    Shape(fact, name.half, name.second, words <= WORDS, runs, surname, *forms)
                )

        self._mistyped = MistypedNames(names)
        self._tails = tuple(tails)
        self._initials = [f" {initial} ".encode() for initial in sorted(initials)]

    def may_match(self, text: str) -> bool:
        """False when `text` holds no surname, and no given name before an initial."""
        if len(self._surnames) > _FEW:
            return True
        folded = fold(text)
        seen = glance(folded)
        if any(word in folded.text for word in self._surnames) or self._may_shorten(seen):
            return True
        return may_be_spaced(seen) or self._mistyped.may_match(seen)

    def _may_shorten(self, seen: Glance) -> bool:
        """Whether one of the given names may stand before the initial of a surname ("Alex F.")."""
        spaced = seen.spaced
        for initial in self._initials:
            at = spaced.find(initial)
            while at >= 0:
                # In `spaced` everything stands one place further on.
                if seen.text[max(0, at - _SHORT_REACH) : at].rstrip().endswith(self._tails):
                    return True
                at = spaced.find(initial, at + 1)
        return False

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where one of the people is named."""
        wanted: set[int] = set()
        for run in runs_of(folded):
            for word in (run,) if run.isalpha() else _WORD.findall(run):
                if word in self._anchors:
                    wanted |= self._anchors[word]
        for index in sorted(wanted):
            yield from _in_text(self._shapes[index], folded, original)
        for owner, start, end, grade in self._mistyped.find(folded, original):
            yield _match(
                self._shapes[owner], folded.span(start, end), grade, "name with a likely typing error"
            )
        if may_be_spaced(glance(folded)):
            for shape in self._shapes:
                for start, end in spaced_names(folded.text, shape.runs):
                    yield _match(shape, folded.span(start, end), Grade.PROBABLE, "letters spaced out")


def _anchor_words(name: Name, givens: frozenset[str]) -> set[str]:
    """Words one of which every form of the name contains."""
    words = surname_words(name)
    initials = "".join(word[0] for word in (name.given, *name.middle))
    heads = {letters(given) for given in givens} | {name.given[0], initials}
    glued = {pair for head in heads for run in words for pair in (head + run, run + head)}
    whole = {part for given in givens for part in (letters(given), *_WORD.findall(given))}
    return words | glued | whole


def _in_text(shape: Shape, folded: Folded, original: str) -> Iterator[Match]:
    text = folded.text
    around = (
        found
        for start, end in _windows(text, shape.surname)
        for found in shape.name.finditer(text, start, end)
    )
    for found in (*around, *shape.short.finditer(text)):
        groups = found.groupdict()
        name = next(name for name in FORMS if groups.get(name) is not None)
        grade = _grade(shape, name, found, folded, original)
        if grade is None or (shape.half and name not in _WHOLE_NAMES):
            continue
        if shape.second or (shape.half and _goes_on(folded, original, found.end())):
            grade = Grade.PARTIAL
        elif shape.half and grade is Grade.EXACT:
            grade = Grade.PROBABLE
        yield _match(shape, folded.span(found.start(), found.end()), grade, FORMS[name].reason)


def _match(shape: Shape, span: tuple[int, int], grade: Grade, reason: str) -> Match:
    confidence = Confidence.HIGH if grade is Grade.EXACT else Confidence.MEDIUM
    return Match(*span, shape.fact.label, Kind.PERSON, grade, confidence, "person-name", reason)


def _windows(text: str, surname: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches of `text` around each surname, apart from one another."""
    start = end = 0
    for found in surname.finditer(text):
        if found.start() - _REACH > end:
            if end:
                yield start, end
            start = found.start() - _REACH
        end = found.end() + _REACH
    if end:
        yield max(start, 0), min(end, len(text))


def _grade(shape: Shape, name: str, found: re.Match[str], folded: Folded, original: str) -> Grade | None:
    """How surely a form names the person; None when it does not."""
    form = FORMS[name]
    if name == "slug":
        return form.grade
    written = _is_written(found, folded, original)
    if name == "handle" or (name == "dotted" and not written):
        return form.grade if _is_addressed(folded.text, found.start(), found.end()) else None
    if name in _INITIALS and is_second_initial(folded.text, found.start()):
        return None
    grade = form.grade if written else _lower_grade(shape, name, found[0])
    if grade is Grade.EXACT and name == "turned" and _is_of_two(folded, original, found):
        grade = Grade.PARTIAL
    if grade and name in _INITIALS and follows_a_name(folded, original, found.start()):
        grade = Grade.PARTIAL
    if grade is not None and found.groupdict().get("unknown"):
        capital = has_capital(folded, original, *found.span("unknown"))
        grade = Grade.PROBABLE if grade is Grade.EXACT and capital else None
    return Grade.PARTIAL if grade and _SURNAME_GOES_ON.match(folded.text, found.end()) else grade


def _lower_grade(shape: Shape, name: str, written: str) -> Grade | None:
    """What a form without capitals is worth. Its words may be others: "rob hale away", "ann lee cloth"."""
    words = _WORD.findall(written)
    if shape.plain_words or WORDS.issuperset(words):
        return None
    short = name == "full" and len("".join(words)) <= _SHORT_NAME
    return Grade.PARTIAL if short and FORMS[name].lower else FORMS[name].lower


def _is_of_two(folded: Folded, original: str, found: re.Match[str]) -> bool:
    """True for the end of a name and the beginning of the next: "George Roe, Jane Poe" has no Jane Roe."""
    return _goes_on(folded, original, found.end()) and follows_a_name(folded, original, found.start())


def _goes_on(folded: Folded, original: str, end: int) -> bool:
    """True when a word with a capital follows, which may be the end of the name."""
    behind = _NEXT_WORD.match(folded.text, end)
    return behind is not None and has_capital(folded, original, *behind.span(1))


def _is_written(found: re.Match[str], folded: Folded, original: str) -> bool:
    """True when given name and surname have their capitals."""
    return all(
        has_capital(folded, original, *found.span(group))
        for group in found.re.groupindex
        if group[0] in _WORTH and group[1:].isdigit() and found[group] is not None
    )


def _is_addressed(text: str, start: int, end: int) -> bool:
    """True when what stands between `start` and `end` is the name of an account or a file."""
    if _FILE.match(text, end):
        return True
    return text[end : end + 1] == "@" or _ADDRESSED.search(text, max(0, start - 12), start) is not None
