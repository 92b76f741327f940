"""Finds all addresses it was compiled from in one pass over a text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.confidential.address import codes
from auditor.confidential.address.forms import Target
from auditor.confidential.address.grade import Verdict, decide
from auditor.confidential.address.names import NameIndex
from auditor.confidential.address.reading import Reader
from auditor.confidential.address.tokens import tokenise
from auditor.confidential.address.window import Window
from auditor.confidential.fold import Folded, fold
from auditor.core.match import Match
from auditor.core.status import Kind

_MARGIN = 260
"""Characters of text looked at on each side of a number or a name that may belong to an address."""
_MARK = "\n"
_FEW = 10
"""Up to this many words are looked for one by one, which is faster than one expression for all."""
_NOT_LETTERS = bytes(c for c in range(128) if not chr(c).isalpha())
_NOT_DIGITS = bytes(c for c in range(128) if not chr(c).isdigit())


class AddressFinder:
    """Implements `auditor.confidential.finder.Finder` for addresses."""

    __slots__ = ("_literals", "_names", "_number_seed", "_numbers", "_seed", "_spaced", "_targets", "_words")

    def __init__(self, targets: Sequence[Target]) -> None:
        self._targets = targets
        self._names = NameIndex(targets)
        self._words = sorted({anchor for target in targets for anchor in target.anchors})
        self._numbers = sorted({n for t in targets for n in t.number_texts} | codes.literals(targets))
        digits = [n for n in self._numbers if n.isdigit()]
        self._literals = [*self._words, *(n for n in self._numbers if not n.isdigit())]
        self._seed = _any_of(self._literals)
        number_seeds = [r"(?:[ ,.'-]|%20)?".join(re.escape(c) for c in n) for n in digits]
        self._number_seed = re.compile(rf"(?<!\d)(?:{'|'.join(number_seeds)})(?!\d)") if digits else None
        gap = r"[^a-z0-9]{0,3}"
        self._spaced = {w: re.compile(gap.join(map(re.escape, w))) for w in self._words if len(w) >= 4}

    def may_match(self, text: str) -> bool:
        """False only when no number, name or code of these addresses is in `text`, however it is spaced."""
        folded = fold(text).text
        if any(literal in folded for literal in self._literals):
            return True
        raw = folded.encode("ascii", "ignore")
        digits = raw.translate(None, _NOT_DIGITS).decode()
        if any(number in digits for number in self._numbers if number.isdigit()):
            return True
        letters = raw.translate(None, _NOT_LETTERS).decode()
        return any(word in letters for word in self._spaced)

    def find(self, folded: Folded, original: str) -> Iterable[Match]:
        """The matches in `original`."""
        text = folded.text
        found: list[Match] = []
        for start, end in _merged(self._seeds(text), len(text)):
            window = Window(tokenise(text, start, end), folded, original)
            found += self._in_window(window)
        return found

    def _seeds(self, text: str) -> Iterator[int]:
        """Positions worth a closer look."""
        positions: list[int] = []
        if len(self._literals) <= _FEW:
            for literal in self._literals:
                at = text.find(literal)
                while at >= 0:
                    positions.append(at)
                    at = text.find(literal, at + len(literal))
        elif self._seed:
            positions += (m.start() for m in self._seed.finditer(text))
        if self._number_seed:
            positions += (m.start() for m in self._number_seed.finditer(text))
        letters = text.encode("ascii", "ignore").translate(None, _NOT_LETTERS).decode()
        for word, spaced in self._spaced.items():
            if letters.count(word) > text.count(word):
                positions += (m.start() for m in spaced.finditer(text))
        return iter(sorted(positions))

    def _in_window(self, window: Window) -> Iterator[Match]:
        for hit in self._names.hits(window):
            reading = Reader(window, hit).read()
            verdict = decide(window, reading)
            if verdict is not None:
                yield _match(window, reading.first, reading.stop, reading.target.label, verdict)
        for target in self._targets:
            for first, stop, verdict in codes.found(window, target):
                yield _match(window, first, stop, target.label, verdict)


def _match(window: Window, first: int, stop: int, label: str, verdict: Verdict) -> Match:
    tokens = window.tokens
    start, end = window.folded.span(tokens[first].start, tokens[stop - 1].end)
    return Match(
        start, end, label, Kind.ADDRESS, verdict.grade, verdict.confidence, verdict.rule, verdict.reason
    )


def _merged(positions: Iterator[int], length: int) -> Iterator[tuple[int, int]]:
    """Stretches around the positions, those that touch put together."""
    first = last = -1
    for position in positions:
        start, end = max(0, position - _MARGIN), min(length, position + _MARGIN)
        if last < 0:
            first, last = start, end
        elif start <= last:
            last = end
        else:
            yield first, last
            first, last = start, end
    if last >= 0:
        yield first, last


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))) if words else None
