"""Finds many telephone numbers in one pass over the digits of a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from auditor.confidential.fold import Folded, fold
from auditor.confidential.glance import glance
from auditor.confidential.phone.context import (
    Extension,
    announced,
    direct_dial_after,
    extension_after,
    extensions_near,
    names_area,
)
from auditor.confidential.phone.direct import DirectDials
from auditor.confidential.phone.fact import Phone
from auditor.confidential.phone.gate import Gate
from auditor.confidential.phone.groups import Group, groups, joins
from auditor.confidential.phone.line import Line
from auditor.confidential.phone.runs import Key, Run, free_after, free_before, is_claimed
from auditor.confidential.phone.siblings import Siblings
from auditor.confidential.phone.words import on_keypad
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_TOKEN = re.compile(r"([\s.\-/()]{0,4})([a-z0-9]{1,12})(?![a-z0-9])")
_SHORTEST = 7
"""A national number of fewer digits counts only beside a telephone word: it may be any number."""
_IP_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DECIMAL = re.compile(r"\d{1,4}\.\d{7,}")
_LETTERS = re.compile("[a-z]")
_WORDS_APART = re.compile(
    r"dot|dash|hyphen|minus|space|period|point|slash|punkt|punto|strich|bindestrich|tiret|guion"
)
_NEAR = 160
"""How far from the main number an extension still belongs to it, in characters."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a place in the text gives away."""

    start: int
    end: int
    label: str
    grade: Grade
    reason: str

    def match(self, folded: Folded) -> Match:
        """The match in the text as published."""
        confidence = Confidence.HIGH if self.grade is Grade.EXACT else Confidence.MEDIUM
        rule = "phone-extension" if self.reason.startswith("extension") else "phone-number"
        span = folded.span(self.start, self.end)
        return Match(*span, self.label, Kind.PHONE, self.grade, confidence, rule, self.reason)


class PhoneFinder:
    """Looks up every run of digit groups in a table of all numbers."""

    __slots__ = ("_direct", "_extended", "_gate", "_keys", "_prefixes", "_siblings")

    def __init__(self, facts: Iterable[Phone]) -> None:
        keys: dict[str, list[Key]] = {}
        self._extended: dict[int, list[Phone]] = {}
        facts = list(facts)
        self._siblings = Siblings(facts)
        self._direct = DirectDials(facts)
        for fact in facts:
            for line in fact.lines:
                for run in dict.fromkeys(line.dialled()):
                    keys.setdefault(run, []).append(Key(line, fact))
                if line.local:
                    keys.setdefault(line.local, []).append(Key(line, fact, local=True))
            if fact.extension:
                for main in (*fact.mains, *fact.lines):
                    self._extended.setdefault(id(main), []).append(fact)
            for main in fact.mains:
                for run in main.dialled():
                    keys.setdefault(run, []).append(Key(main))
        lines = [key.line for found in keys.values() for key in found]
        self._gate = Gate({part for line in lines for part in (line.national, line.local)})
        self._keys = {run: tuple(found) for run, found in keys.items()}
        self._prefixes = frozenset(run[:n] for run in keys for n in range(1, len(run)))

    def may_match(self, text: str) -> bool:
        """False only when `text` holds none of the numbers in any form."""
        seen = glance(fold(text))
        return self._gate.open(seen) or self._siblings.may_match(seen) or self._direct.may_match(seen)

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every place where the text writes one of the numbers, or the extension of one."""
        del original
        text = folded.text
        seen = glance(folded)
        for other in (*self._siblings.find(seen), *self._direct.find(seen)):
            yield Verdict(other.start, other.end, other.fact.label, other.grade, other.reason).match(folded)
        if not self._gate.open(seen):
            return
        found = list(groups(seen))
        for run in self._runs(text, found):
            for key in run.keys:
                for verdict in self._verdicts(text, found, run, key):
                    yield verdict.match(folded)

    def _runs(self, text: str, found: list[Group]) -> Iterator[Run]:
        """Every run of neighbouring groups, perhaps with letters, whose digits are a key."""
        prefixes, keys = self._prefixes, self._keys
        for first, group in enumerate(found):
            digits, last, parts = group.digits, first, [len(group.digits)]
            while True:
                if digits in keys:
                    yield Run(group.start, found[last].end, keys[digits], first, last, tuple(parts))
                if digits not in prefixes:
                    break
                if len(digits) >= 3:
                    yield from self._with_letters(text, found, first, last, digits)
                if last + 1 >= len(found) or not joins(text, found[last].end, found[last + 1].start):
                    break
                last += 1
                digits += found[last].digits
                parts.append(len(found[last].digits))

    def _with_letters(
        self, text: str, found: list[Group], first: int, last: int, digits: str
    ) -> Iterator[Run]:
        """The number that letters of the keypad complete ("1-800-555-SAFE")."""
        at, lettered = found[last].end, False
        for _ in range(4):
            token = _TOKEN.match(text, at)
            if token is None:
                return
            lettered = lettered or not token[2].isdigit()
            if not lettered:
                return
            before, digits = len(digits), digits + on_keypad(token[2])
            at = token.end()
            # A word may be longer than the number: its last letters are dialled for nothing.
            longer = token[2].isalpha() and "-" in token[1]
            for length in range(
                len(digits), min(before + 3, len(digits) - 1) if longer else len(digits) - 1, -1
            ):
                if keys := self._keys.get(digits[:length]):
                    yield Run(found[first].start, at, keys, first, last, (), lettered=True)
                    return
            if digits not in self._prefixes:
                return

    def _verdicts(self, text: str, found: list[Group], run: Run, key: Key) -> Iterator[Verdict]:
        """What `run`, read as `key`, gives away."""
        grade = _grade(text, found, run, key)
        if grade is None:
            return
        extension = _extension(text, run, key)
        public = any(other.fact is None for other in run.keys)
        if key.fact is not None and not (public and key.fact.extension):
            start = run.start - (text[run.start - 1 : run.start] == "+")
            yield _number(start, run.end, key, grade, extension)
        if not key.local:
            yield from self._extensions(text, run, key, extension)

    def _extensions(self, text: str, run: Run, key: Key, direct: Extension | None) -> Iterator[Verdict]:
        """Extensions named beside the number that they belong to."""
        for fact in self._extended.get(id(key.line), ()):
            wanted = fact.extension
            if direct and direct.digits == wanted and fact is not key.fact:
                yield Verdict(
                    direct.start, direct.end, fact.label, Grade.EXACT, "extension after the main number"
                )
            for near in extensions_near(text, max(0, run.start - _NEAR), run.end + _NEAR):
                apart = direct is None or near.end <= direct.start or near.start >= direct.end
                if apart and near.digits == wanted:
                    yield Verdict(
                        near.start, near.end, fact.label, Grade.PROBABLE, "extension near the main number"
                    )


def _number(start: int, end: int, key: Key, grade: Grade, extension: Extension | None) -> Verdict:
    """The verdict on a number, in the light of the extension written after it."""
    assert key.fact is not None
    wanted = key.line.extension
    reason = "local number without area code" if key.local else "whole number"
    if extension and wanted and extension.digits == wanted:
        end, reason = extension.end, "number and extension"
    elif extension and extension.sure and wanted:
        grade, reason = Grade.PARTIAL, "number with another extension"
    elif extension and extension.doubtful:
        grade, reason = Grade.PARTIAL, "number with more figures behind a hyphen"
    elif key.line.cut:
        grade, reason = Grade.PARTIAL, "number without its direct dial"
    return Verdict(start, end, key.fact.label, grade, reason)


def _extension(text: str, run: Run, key: Key) -> Extension | None:
    """The extension right behind the number."""
    found = extension_after(text, run.end)
    if found is None and not run.lettered:
        found = direct_dial_after(text, run.end, key.line.country)
    return found


def _grade(text: str, found: list[Group], run: Run, key: Key) -> Grade | None:
    """How sure it is that the run is this number and not a piece of something else."""
    bare = run.first == run.last and not run.lettered
    national = key.line.national
    short = len(national) < _SHORTEST and sum(run.parts) <= len(national)
    if (
        is_claimed(text, run.start, run.end)
        or not free_before(text, found, run, bare=bare)
        or not (_extension(text, run, key) or free_after(text, found, run, bare=bare))
        or (short and not announced(text, run.start, run.end))
    ):
        return None
    if key.local:
        return _local_grade(text, found, run, key.line)
    members = found[run.first : run.last + 1]
    if run.lettered or any(group.word for group in members):
        return Grade.EXACT
    inside = text[run.start : run.end]
    parts = run.parts[1:] if sum(run.parts) > len(national) else run.parts
    # "+1217.5550148" is no decimal number.
    known = text[max(0, run.start - 1) : run.start] == "+" or announced(text, run.start, run.end)
    if not known and _is_no_phone(inside, parts, key.line.country):
        return None
    whole = all(part >= 2 for part in parts)
    if "," in inside:
        return Grade.PROBABLE if whole else None
    natural = whole or all(part == 1 for part in parts)
    plain = (
        natural
        and not any(group.alike for group in members)
        and not _DECIMAL.fullmatch(inside)
        and not _LETTERS.search(_WORDS_APART.sub("", inside))
    )
    return Grade.EXACT if plain else Grade.PROBABLE


def _is_no_phone(inside: str, parts: tuple[int, ...], country: str) -> bool:
    """True for an IP address, a decimal number, and groups cut as no telephone number is."""
    if _IP_ADDRESS.fullmatch(inside):
        return min(parts) == 1 or max(map(int, inside.split("."))) <= 255
    if _DECIMAL.fullmatch(inside):
        return country != "1" or parts != (3, 7)
    return country == "1" and len(parts) > 1 and max(parts) > 4 and not {3, 6}.intersection(accumulate(parts))


def _local_grade(text: str, found: list[Group], run: Run, line: Line) -> Grade | None:
    """A number without area code counts with a separator inside and a telephone word or the area near."""
    if run.first == run.last and not run.lettered:
        return None
    if run.first:
        previous = found[run.first - 1]
        between = text[previous.end : run.start]
        listed = len(previous.digits) == 4 and any(sign in between for sign in ",;/\n")
        if len(between) <= 4 and joins(text, previous.end, run.start) and not listed:
            return None
    window = text[max(0, run.start - _NEAR) : run.end + _NEAR]
    at_home = re.search(rf"(?<!\d)(?:{line.trunk})?{line.area}(?!\d)", window) is not None
    if at_home or (announced(text, run.start, run.end) and not names_area(text, run.start, run.end)):
        return Grade.PROBABLE
    return Grade.PARTIAL if len(run.parts) == 2 and min(run.parts) >= 3 else None  # "555-0148"
