"""What waits to be asked for: each page once, traps cut, everything left out counted."""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from auditor.collect.idle import IdleKeys
from auditor.collect.traps import Traps, dated
from auditor.collect.urls import key

LOOK_AHEAD = 1000
"""Addresses that are put off at most in the search of one whose host may be asked now."""
TOO_DEEP, BEYOND_MEMORY, TRAP = "too deep", "beyond memory", "trap: "


@dataclass(frozen=True, slots=True)
class Visit:
    """One address to ask for. `depth` counts links from a start point, `chain` holds the addresses that
    redirected here in a row.

    `start` marks what the user named; `guessed` what only looked like an address, so that it may be missing;
    `why` says where it was met, `source` is the page that links to it. `onward` marks the next page of a
    series that still brings something new.
    """

    url: str
    depth: int = 0
    chain: tuple[str, ...] = ()
    start: bool = False
    guessed: bool = False
    why: str = ""
    source: str = ""
    onward: bool = False


class Frontier:
    """The queue of a crawl, shared by its workers. It is finished when it is empty and nobody works.

    Guesses come last. `confirmed` holds the keys of those that a page linked to after all. The memory is
    bounded by `capacity`: addresses beyond it are counted, not kept. `met` is told of each address as it
    is queued; `resting` tells of an address whether its host is to be left alone for now.
    """

    def __init__(
        self,
        max_variants: int,
        max_depth: int,
        capacity: int,
        met: Callable[[Visit], None] | None = None,
        *,
        explain: bool = False,
        resting: Callable[[str], bool] | None = None,
    ) -> None:
        self._traps = Traps(max_variants)
        self.idle = IdleKeys()
        self._max_depth = max_depth
        self._capacity = capacity
        self._met = met or _nobody
        self._resting = resting
        self._changed = threading.Condition()
        self._queue: deque[Visit] = deque()
        self._guesses: deque[Visit] = deque()
        self._only_guessed: set[str] = set()
        self.confirmed: set[str] = set()
        self._seen: set[str] = set()
        self._cut: dict[str, str] = {}
        self._active = 0
        self._closed = False
        self._halted = False
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
                if self._halted:
                    break
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
        if (mark in self._seen and not self._comes_back(mark, visit)) or self._leaves_out(mark, visit):
            return
        self._seen.add(mark)
        if visit.source and not visit.guessed and not dated(visit.url):
            self._traps.led_on(visit.source)
        self._met(visit)
        if visit.chain:
            self._seen.add(key(visit.url))
            self._queue.appendleft(visit)
        elif visit.guessed:
            self._only_guessed.add(mark)
            self._guesses.append(visit)
        else:
            self._queue.append(visit)

    def _comes_back(self, mark: str, visit: Visit) -> bool:
        """Whether an address that was met before is to be asked for after all.

        One that was cut as one of many that lead to one another comes back when something else leads to it.
        """
        if mark in self._cut:
            return True
        if not visit.guessed and mark in self._only_guessed:
            self._only_guessed.discard(mark)
            self.confirmed.add(mark)
            self._met(visit)
        return False

    def _leaves_out(self, mark: str, visit: Visit) -> bool:
        """Whether `visit` is beyond a limit, or one of an endless number. It is counted once."""
        trap = "" if visit.start else self._trap(visit)
        if mark in self._cut:
            if not trap:
                self.trapped[self._cut.pop(mark)] -= 1
            return bool(trap)
        if len(self._seen) >= self._capacity:
            self.dropped += 1
            self._left(visit, "more addresses than can be remembered")
        elif visit.depth > self._max_depth:
            self._seen.add(mark)
            self.too_deep += 1
            self._left(visit, "too many links from the start")
        elif trap:
            self._seen.add(mark)
            self._cut[mark] = trap
            self.trapped[trap] = self.trapped.get(trap, 0) + 1
            self._left(visit, f"a trap: {trap}")
        else:
            return False
        return True

    def _trap(self, visit: Visit) -> str:
        """Why `visit` is one of an endless number, if it is. An idle key outranks what else may be said."""
        if idle := self.idle.judge(visit.url):
            return idle
        return self._traps.judge(visit.url, visit.source, onward=visit.onward)

    def is_overtaken(self, visit: Visit) -> bool:
        """Whether `visit`, which was queued, is known by now to lead to a page that was had; counted."""
        trap = "" if visit.start else self.idle.judge(visit.url)
        if trap:
            with self._changed:
                self._cut[key(visit.url)] = trap
                self.trapped[trap] = self.trapped.get(trap, 0) + 1
                self._left(visit, f"a trap: {trap}")
        return bool(trap)

    def _left(self, visit: Visit, reason: str) -> None:
        if self._explain:
            self._untold.append((visit, reason))

    def untold(self) -> list[tuple[Visit, str]]:
        """What was left out since this was asked last, and why; nothing unless `explain` is on."""
        with self._changed:
            told, self._untold = self._untold, []
            return told

    def take(self, stopped: Callable[[], bool]) -> Visit | None:
        """The next visit, waiting for one while others work; None when the crawl is over."""
        with self._changed:
            while not self._closed and not stopped():
                if len(self):
                    self._active += 1
                    return self._next()
                if not self._active:
                    self._changed.notify_all()
                    return None
                self._changed.wait(0.5)
            return None

    def _next(self) -> Visit:
        """The first in the queue; one of another host where that of the first is to be left alone for now."""
        queue = self._queue or self._guesses
        if self._resting is not None:
            for _ in range(min(len(queue), LOOK_AHEAD)):
                if not self._resting(queue[0].url):
                    break
                queue.rotate(-1)
        return queue.popleft()

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

    def halt(self) -> None:
        """Take nothing more in, at once: a page of a million links is not queued to its end."""
        self._halted = True

    def close(self) -> None:
        """Give out nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def waiting(self) -> list[Visit]:
        """What is queued."""
        with self._changed:
            return [*self._queue, *self._guesses]

    def __len__(self) -> int:
        return len(self._queue) + len(self._guesses)

    def remember(self, counts: Mapping[str, int]) -> None:
        """What earlier runs left out: pages that are not read again do not name it again."""
        self._before = self._traps.before = self.idle.before = dict(counts)

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
