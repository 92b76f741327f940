"""Matches by position, asked which of them overlap another one. The cost does not grow with their number."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from auditor.core.match import Match


class Spans:
    """Matches sorted by where they start."""

    __slots__ = ("_longest", "_matches")

    def __init__(self, matches: Iterable[Match] = ()) -> None:
        self._matches = sorted(matches, key=_start)
        self._longest = max((m.end - m.start for m in self._matches), default=0)

    def add(self, match: Match) -> None:
        """Take in one more match."""
        insort(self._matches, match, key=_start)
        self._longest = max(self._longest, match.end - match.start)

    def over(self, match: Match) -> Iterator[Match]:
        """Those that share text with `match`."""
        at = bisect_left(self._matches, match.end, key=_start) - 1
        while at >= 0 and self._matches[at].start > match.start - self._longest:
            if self._matches[at].end > match.start:
                yield self._matches[at]
            at -= 1


def _start(match: Match) -> int:
    return match.start
