"""Addresses without end: calendars, permutations of queries, paths that grow. Judged by how they repeat."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from auditor.collect.months import numbered, plain
from auditor.collect.urls import MAX_LENGTH, path_of

_YEAR, _MONTH, _DAY = r"[12]\d{3}", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<!\d)(?:({_YEAR})([/._ +,-])({_MONTH})(?:\2({_DAY}))?"
    rf"|({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?"
    rf"|(?:({_DAY})([/._ +,-]))?({_MONTH})[/._ +,-]({_YEAR}))(?!\d)"
)
_ONLY_YEAR = re.compile(rf"(?<=/)({_YEAR})(?=/|\Z)")
_OPAQUE = re.compile(r"=(?=(?:[^&]*\d){3})(?=(?:[^&]*[a-zA-Z]){3})[\w.~-]{16,}(?=&|\Z)")
"""The value of a parameter that means nothing to people: an id of a visit, mostly."""
_REPEATS = 3
"""A path that holds the same segments this often in a row (a single one once more) grows without end."""
_SEGMENTS = 60
"""Segments of a path that are compared; more would take long, and one that repeats does so before."""
_STEPS_BEYOND = 20
"""Steps out of the years in which events are announced, after which a calendar is taken for endless."""
_FROM_ELSEWHERE = 10
"""Times as many queries of one path are read where other pages link to them as where it links to itself."""

Date = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Dated:
    """An address with a date in it. `shape` is the address without its figures; month and day may be 0."""

    shape: str
    date: Date

    def holds(self, other: "Dated") -> bool:
        """True for the year of a month, and the month of a day."""
        known = next((n for n in (1, 2) if not self.date[n]), 3)
        return self.date[:known] == other.date[:known] and self.date != other.date


@lru_cache(maxsize=2048)
def dated(url: str) -> Dated | None:
    """The date in `url`, if there is one. Alike are a year's, a month's and a day's page of one calendar."""
    host, path = url[: url.find("/", 8)], plain(path_of(url))
    if not any(character.isdigit() for character in path):
        return None
    path = numbered(path)
    found = _DATE.search(path)
    if found:
        groups = found.groups()
        year, month, day = (
            groups[n] or groups[m] or groups[o] for n, m, o in ((0, 4, 10), (2, 5, 9), (3, 6, 7))
        )
    else:
        found = _ONLY_YEAR.search(path)
        if not found:
            return None
        year, month, day = found[1], "", ""
    shape = path[: found.start()] + "(date)" + path[found.end() :]
    return Dated(host + re.sub(r"\d+", "#", shape), (int(year), int(month or 0), int(day or 0)))


@dataclass(slots=True)
class _Calendar:
    """The pages of one shape: the span of their dates, and how many were reached from one another since
    the last that led to something else; of these, how many lay further out than any before.
    """

    first: Date
    last: Date
    alike: int = 0
    beyond: int = 0


class Traps:
    """Tells which addresses are of an endless kind, from the addresses met so far.

    What one page alone looks like is no evidence: a calendar is cut when its pages have long led to nothing
    but one another, a path when its queries do not end. `before` holds what earlier runs cut.
    """

    def __init__(self, most: int, before: Container[str] = ()) -> None:
        self._most = most
        self.before = before
        self._years = (1990, datetime.now(UTC).year + 2)
        self._queries: Counter[str] = Counter()
        self._calendars: dict[str, _Calendar] = {}
        self._stepped: set[tuple[str, Date]] = set()

    def judge(self, url: str, source: str = "", *, onward: bool = False) -> str:
        """Why `url`, met at `source`, is taken for one of an endless number; empty when it is not.

        The next page of a series that still brings something new (`onward`) counts, and is not cut.
        """
        if len(url) > MAX_LENGTH:
            return f"addresses longer than {MAX_LENGTH} characters"
        path, mark, query = path_of(url).partition("?")
        if _repeats(path):
            return "paths that repeat themselves"
        trap = "" if onward else self._date(url, source)
        if mark and not trap:
            self._queries[path] += 1
            is_own = path_of(source).partition("?")[0] == path if source else False
            many = self._most * (1 if is_own or _OPAQUE.search(f"={query}") else _FROM_ELSEWHERE)
            if self._queries[path] > many and not onward:
                return f"{path} with more than {many} different queries"
        return trap

    def led_on(self, source: str) -> None:
        """The page at `source` led to something that is no page of its own calendar."""
        found = dated(source) if source else None
        calendar = self._calendars.get(found.shape) if found else None
        if calendar:
            calendar.alike = calendar.beyond = 0

    def _date(self, url: str, source: str) -> str:
        here = dated(url)
        if here is None:
            return ""
        few = f"months before {self._years[0]} or after {self._years[1]} that lead to one another"
        many = f"more than {self._most} dates that lead to nothing but one another"
        few, many = (f"{text}: {path_of(here.shape)}" for text in (few, many))
        calendar = self._calendars.get(here.shape)
        if calendar is None:
            calendar = self._calendars[here.shape] = _Calendar(here.date, here.date)
            calendar.beyond = _STEPS_BEYOND if f"trap: {few}" in self.before else 0
            calendar.alike = self._most if f"trap: {many}" in self.before else 0
        is_further = not calendar.first <= here.date <= calendar.last
        calendar.first, calendar.last = min(calendar.first, here.date), max(calendar.last, here.date)
        if self._is_step(here, dated(source) if source else None):
            self._stepped.add((here.shape, here.date))
            calendar.alike += 1
            is_strange = not self._years[0] <= here.date[0] <= self._years[1]
            calendar.beyond += is_further and is_strange and bool(here.date[1])
            if calendar.beyond > _STEPS_BEYOND and is_strange:
                return few
            if calendar.alike > self._most:
                return many
        return ""

    def _is_step(self, here: Dated, there: Dated | None) -> bool:
        """Whether a page of the same calendar leads here, and not as the year leads to its months.

        That counts too where the year was itself reached by steps. Years alone may be any number: of them
        only neighbours count.
        """
        if there is None or there.shape != here.shape:
            return False
        if there.holds(here):
            return (there.shape, there.date) in self._stepped
        return bool(here.date[1] or there.date[1]) or abs(here.date[0] - there.date[0]) == 1


def _repeats(path: str) -> bool:
    """True for /a/b/a/b/a/b and /a/a/a/a: a run of segments that comes again and again in a row."""
    segments = path.split("/", _SEGMENTS + 1)[1 : _SEGMENTS + 1]
    for width in range(1, len(segments) // _REPEATS + 1):
        times = _REPEATS + (width == 1)
        for start in range(len(segments) - width * times + 1):
            run = segments[start : start + width]
            if all(segments[start + n * width : start + (n + 1) * width] == run for n in range(1, times)):
                return True
    return False
