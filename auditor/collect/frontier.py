"""What waits to be asked for: each page once, traps cut, everything left out counted."""

import re
import threading
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from auditor.collect.urls import MAX_LENGTH, key, path_of

_MONTH = re.compile(r"(?<!\d)([12]\d{3})[/-](0?[1-9]|1[0-2])(?!\d)")
_REPEATS = 3
"""A path that holds the same segments this often in a row (a single one once more) grows without end."""
TOO_DEEP, BEYOND_MEMORY, TRAP = "too deep", "beyond memory", "trap: "


@dataclass(frozen=True, slots=True)
class Visit:
    """One address to ask for. `depth` counts links from a start point, `chain` holds the addresses that
    redirected here in a row.

    `start` marks what the user named; `guessed` what only looked like an address, so that it may be missing;
    `why` says where it was met.
    """

    url: str
    depth: int = 0
    chain: tuple[str, ...] = ()
    start: bool = False
    guessed: bool = False
    why: str = ""


class Frontier:
    """The queue of a crawl, shared by its workers. It is finished when it is empty and nobody works.

    Guesses come last. `confirmed` holds the keys of those that a page linked to after all. The memory is
    bounded by `capacity`: addresses beyond it are counted, not kept. `met` is told of each address as it
    is queued.
    """

    def __init__(
        self,
        max_variants: int,
        max_depth: int,
        capacity: int,
        met: Callable[[Visit], None] | None = None,
        *,
        explain: bool = False,
    ) -> None:
        self._max_variants = max_variants
        self._max_depth = max_depth
        self._years = (1990, datetime.now(UTC).year + 2)
        self._capacity = capacity
        self._met = met or _nobody
        self._changed = threading.Condition()
        self._queue: deque[Visit] = deque()
        self._guesses: deque[Visit] = deque()
        self._only_guessed: set[str] = set()
        self.confirmed: set[str] = set()
        self._seen: set[str] = set()
        self._shapes: Counter[str] = Counter()
        self._active = 0
        self._closed = False
        self.too_deep = 0
        self.dropped = 0
        self.trapped: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._untold: list[tuple[Visit, str]] = []
        self._explain = explain

    def add(self, visits: list[Visit]) -> int:
        """Queue what was not seen before; the number queued."""
        with self._changed:
            before = len(self)
            for visit in visits:
                self._add(visit)
            added = len(self) - before
            if added:
                self._changed.notify(added)
            return added

    def _add(self, visit: Visit) -> None:
        mark = key(visit.url)
        if any(mark == key(url) for url in visit.chain):
            # From http to https, say: alike in kind, but only this one has the page.
            mark = visit.url
        if mark in self._seen:
            if not visit.guessed and mark in self._only_guessed:
                self._only_guessed.discard(mark)
                self.confirmed.add(mark)
                self._met(visit)
            return
        if len(self._seen) >= self._capacity:
            self.dropped += 1
            return
        self._seen.add(mark)
        if visit.depth > self._max_depth:
            self.too_deep += 1
            self._left(visit, "too many links from the start")
            return
        trap = "" if visit.start else self._trap(visit.url)
        if trap:
            self.trapped[trap] = self.trapped.get(trap, 0) + 1
            self._left(visit, f"a trap: {trap}")
            return
        self._met(visit)
        if visit.chain:
            self._seen.add(key(visit.url))
            self._queue.appendleft(visit)
        elif visit.guessed:
            self._only_guessed.add(mark)
            self._guesses.append(visit)
        else:
            self._queue.append(visit)

    def _left(self, visit: Visit, reason: str) -> None:
        if self._explain:
            self._untold.append((visit, reason))

    def untold(self) -> list[tuple[Visit, str]]:
        """What was left out since this was asked last, and why; nothing unless `explain` is on."""
        with self._changed:
            told, self._untold = self._untold, []
            return told

    def _trap(self, url: str) -> str:
        """Why `url` looks like one of an endless number; empty when it does not."""
        if len(url) > MAX_LENGTH:
            return f"addresses longer than {MAX_LENGTH} characters"
        path, mark, _ = path_of(url).partition("?")
        if any(not self._years[0] <= int(year) <= self._years[1] for year, _ in _MONTH.findall(url)):
            return f"months before {self._years[0]} or after {self._years[1]}"
        if _repeats(path):
            return "paths that repeat themselves"
        if mark:
            shape = path
            self._shapes[shape] += 1
            if self._shapes[shape] > self._max_variants:
                return f"{path} with more than {self._max_variants} different queries"
        return ""

    def take(self, stopped: Callable[[], bool]) -> Visit | None:
        """The next visit, waiting for one while others work; None when the crawl is over."""
        with self._changed:
            while not self._closed and not stopped():
                if len(self):
                    self._active += 1
                    return (self._queue or self._guesses).popleft()
                if not self._active:
                    self._changed.notify_all()
                    return None
                self._changed.wait(0.5)
            return None

    def again(self, visit: Visit) -> None:
        """Queue `visit` whether it was seen or not, and next."""
        with self._changed:
            self._queue.appendleft(visit)
            self._changed.notify()

    def done(self) -> None:
        """The worker has finished its visit and queued what it led to."""
        with self._changed:
            self._active -= 1
            if not self._active and not len(self):
                self._changed.notify_all()

    def close(self) -> None:
        """Give out nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def __len__(self) -> int:
        return len(self._queue) + len(self._guesses)

    def remember(self, counts: Mapping[str, int]) -> None:
        """What earlier runs left out: pages that are not read again do not name it again."""
        self._before = dict(counts)

    def left_out(self) -> dict[str, int]:
        """How many addresses were not queued, by reason: TOO_DEEP, BEYOND_MEMORY, or TRAP and what it is."""
        with self._changed:
            counts = {TRAP + trap: count for trap, count in self.trapped.items()}
            counts |= {TOO_DEEP: self.too_deep, BEYOND_MEMORY: self.dropped}
        for reason, count in self._before.items():
            counts[reason] = max(count, counts.get(reason, 0))
        return {reason: count for reason, count in counts.items() if count}


def _nobody(visit: Visit) -> None:
    """For a crawl that nothing remembers."""


def _repeats(path: str) -> bool:
    """True for /a/b/a/b/a/b and /a/a/a/a: a run of segments that comes again and again in a row."""
    segments = path.split("/")[1:]
    for width in range(1, len(segments) // _REPEATS + 1):
        times = _REPEATS + (width == 1)
        for start in range(len(segments) - width * times + 1):
            run = segments[start : start + width]
            if all(segments[start + n * width : start + (n + 1) * width] == run for n in range(1, times)):
                return True
    return False
