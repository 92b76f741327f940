"""Finds all addresses it was compiled from in one pass over a text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.confidential.address import codes
from auditor.confidential.address.forms import Target
from auditor.confidential.address.names import NameIndex
from auditor.confidential.address.reading.grade import Verdict, decide
from auditor.confidential.address.reading.reader import Reader
from auditor.confidential.address.seeds import Seeds
from auditor.confidential.address.tokens import tokenise
from auditor.confidential.address.window import Window
from auditor.confidential.fold import Folded, fold
from auditor.confidential.name import NameFinder, PlaceName
from auditor.core.match import Match
from auditor.core.status import Grade, Kind

_MARGIN = 260
"""Characters of text read on each side of a place worth a closer look."""


class AddressFinder:
    """Implements `auditor.confidential.finder.Finder` for addresses."""

    __slots__ = ("_buildings", "_codes", "_names", "_seeds")

    def __init__(self, targets: Sequence[Target]) -> None:
        self._codes = codes.CodeIndex(targets)
        self._names = NameIndex(targets)
        self._seeds = Seeds(targets, codes.literals(targets))
        named = [PlaceName(t.building, t.label) for t in targets if t.building]
        self._buildings = NameFinder(named) if named else None

    def may_match(self, text: str) -> bool:
        """False only when no number, name or code of these addresses is in `text`, however it is spaced."""
        named = self._buildings is not None and self._buildings.may_match(text)
        return named or self._seeds.may_match(fold(text))

    def find(self, folded: Folded, original: str) -> Iterable[Match]:
        """The matches in `original`."""
        found: list[Match] = []
        positions, numbers = self._seeds.positions(folded)
        for start, end in _merged(positions, len(folded.text)):
            window = Window(tokenise(folded.text, start, end), folded, original)
            found += self._in_window(window, numbers)
        if self._buildings:
            found += map(_named, self._buildings.find(folded, original))
        return found

    def _in_window(self, window: Window, numbers: dict[int, list[Target]]) -> Iterator[Match]:
        for hit in self._names.hits(window, numbers):
            reading = Reader(window, hit).read()
            verdict = decide(window, reading)
            if verdict is not None:
                yield _match(window, reading.first, reading.stop, reading.target.label, verdict)
        for first, stop, target, verdict in self._codes.found(window):
            yield _match(window, first, stop, target.label, verdict)


def _named(match: Match) -> Match:
    """The match of a building's name, which is never more than partial."""
    return replace(
        match,
        kind=Kind.ADDRESS,
        grade=Grade.PARTIAL,
        rule="named-building",
        reason="the name of the building",
    )


def _match(window: Window, first: int, stop: int, label: str, verdict: Verdict) -> Match:
    tokens = window.tokens
    start, end = window.folded.span(tokens[first].start, tokens[stop - 1].end)
    return Match(
        start, end, label, Kind.ADDRESS, verdict.grade, verdict.confidence, verdict.rule, verdict.reason
    )


def _merged(positions: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
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
