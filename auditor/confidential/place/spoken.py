"""Positions that are read out: "thirty-nine point seven eight one seven north"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.confidential.english_numbers import TEENS, TENS, UNITS
from auditor.confidential.glance import Glance
from auditor.confidential.place.angles import Whole
from auditor.confidential.place.pairs import positions
from auditor.confidential.place.reading import Reading
from auditor.confidential.place.seek import beginning

_WORDS = UNITS | TEENS | TENS
_WORD = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![a-z])"
_JOINT = r"[\s-]{1,2}"
_HUNDRED = rf"(?:a|one){_JOINT}hundred(?:{_JOINT}and)?(?:{_JOINT}{_WORD}){{0,2}}"
_WHOLE_NUMBER = rf"(?:{_HUNDRED}|{_WORD}(?:{_JOINT}{_WORD}){{0,3}})"
_POINT = r"[\s,]{1,2}(?:point|decimal|dot)[\s,]{1,2}"
_FRACTION = rf"(?:{_WORD}|\d{{1,8}})(?:[\s-]{{1,2}}{_WORD}){{0,11}}"
_NUMBER = re.compile(
    rf"(?<![a-z0-9])(?:(?P<minus>minus|negative)\s)?(?:(?P<whole>{_WHOLE_NUMBER})|(?P<figures>\d{{1,3}}))"
    rf"(?:{_POINT}(?P<fraction>{_FRACTION}))?"
)
_MARK = re.compile(r"(?:(?P<point>point|decimal|dot)|degrees?)(?![a-z])")
_LED = re.compile(rf"(?<![a-z0-9])(?:{_WORD}|\d{{1,3}})[\s,]{{1,2}}$")
_LED_BY_WORD = re.compile(rf"{_WORD}[\s,]{{1,2}}$")
_FOLLOWED = re.compile(rf"[\s,]{{1,2}}(?:{_WORD}|\d)")
_MARKS = ("point", "decimal", "dot", "degree")
_BEFORE, _BEHIND = 64, 192
"""How far a position reaches before its first point, and behind its last one, in characters."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A text with figures for its number words, and where each piece of it stands in the text as it was."""

    text: str
    starts: list[int]
    origins: list[tuple[int, int, bool]]

    def original(self, position: int, *, end: bool) -> int:
        """The place of `position` in the text as it was; a number in words is never cut."""
        at = position - 1 if end else position
        piece = max(bisect_right(self.starts, at) - 1, 0)
        start, stop, whole = self.origins[piece]
        if whole:
            return stop if end else start
        return start + position - self.starts[piece]

    def holds_words(self, start: int, end: int) -> bool:
        """Whether a number between `start` and `end` was written in words."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)
        return any(replaced for _, _, replaced in self.origins[max(first, 0) : last])


def may_be_spoken(seen: Glance) -> bool:
    """False only when `spoken_positions` would find nothing."""
    return next(_windows(seen.text), None) is not None


def spoken_positions(seen: Glance, whole: Whole) -> Iterator[Reading]:
    """Every position whose numbers are words, wholly or in part, and whose whole degrees are in `whole`."""
    for begin, stop in _windows(seen.text):
        written = _in_figures(seen.text[begin:stop])
        for reading in positions(written.text, whole):
            if written.holds_words(reading.start, reading.end):
                start = begin + written.original(reading.start, end=False)
                end = begin + written.original(reading.end, end=True)
                yield replace(reading, start=start, end=end, form=f"{reading.form}, in words")


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` in which a number is read out, apart from one another."""
    start = end = 0
    for found in beginning(_MARK, text, *_MARKS):
        led = _LED if found["point"] else _LED_BY_WORD
        if not led.search(text, max(0, found.start() - 12), found.start()):
            continue
        if found["point"] and not _FOLLOWED.match(text, found.end()):
            continue
        if end and found.start() - _BEFORE > end:
            yield start, end
            end = 0
        if not end:
            start = max(0, found.start() - _BEFORE)
        end = min(len(text), found.end() + _BEHIND)
    if end:
        yield start, end


def _in_figures(text: str) -> _Written:
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int, bool]] = []
    at = length = 0

    def add(piece: str, start: int, stop: int, *, replaced: bool) -> None:
        nonlocal length
        pieces.append(piece)
        starts.append(length)
        origins.append((start, stop, replaced))
        length += len(piece)

    for found in _NUMBER.finditer(text):
        figures = _figures(found)
        if figures is None:
            continue
        add(text[at : found.start()], at, found.start(), replaced=False)
        add(figures, *found.span(), replaced=True)
        at = found.end()
    add(text[at:], at, len(text), replaced=False)
    return _Written("".join(pieces), starts, origins)


def _figures(found: re.Match[str]) -> str | None:
    """The number in figures; None for one that holds no word."""
    fraction = found["fraction"]
    if found["whole"] is None and fraction is None:
        return None
    number = found["figures"] or _whole(re.split(r"[\s-]+", found["whole"]))
    if number is None:
        return None
    digits = "".join(_digits(re.split(r"[\s-]+", fraction))) if fraction else ""
    return f"{'-' if found['minus'] else ''}{number}{'.' if digits else ''}{digits}"


def _whole(words: list[str]) -> str | None:
    """ "one hundred and twenty-three", "one twenty-three", "one two three": 123."""
    if len(words) > 1 and words[1] == "hundred":
        rest = [word for word in words[2:] if word != "and"]
        return str(100 + sum(_WORDS[word] for word in rest))
    digits = "".join(_digits(words))
    return digits if len(digits) <= 3 else None


def _digits(words: list[str]) -> Iterator[str]:
    """The figures of number words in a row; a unit behind tens is part of them."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word.isdigit():
            yield word
        elif word in TENS and 0 < UNITS.get(following, 0) < 10:
            yield str(TENS[word] // 10)
        else:
            yield str(_WORDS[word])
