"""What long work reports while it runs. Faces show events; nothing depends on them being read."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a collector stands. `pages`/`documents`/`absent`/`bytes_read` count up as in a run's coverage;
    `queued` is what is known to wait.

    `current` is the place being read (already safe to show), `found` the findings so far,
    `unchecked` what could not be read so far.
    """

    source: str
    documents: int = 0
    pages: int = 0
    bytes_read: int = 0
    queued: int = 0
    found: int = 0
    unchecked: int = 0
    current: str = ""
    absent: int = 0

    @property
    def answers(self) -> int:
        """Addresses that were dealt with, whether something was there or not: what a rate is made of."""
        return self.documents + self.absent


@dataclass(frozen=True, slots=True)
class Notice:
    """One line worth telling: a limit reached, a redirect off the site, a certificate problem."""

    source: str
    text: str


Event = Progress | Notice
Listener = Callable[[Event], None]


def ignore(event: Event) -> None:
    """The listener for callers that show nothing."""


class Cancel:
    """A flag that a face sets to end long work early, and the time it has at most. Safe across threads."""

    def __init__(self) -> None:
        self._flag = threading.Event()
        self._end = math.inf

    def set(self) -> None:
        """Ask the work to end."""
        self._flag.set()

    def within(self, seconds: float) -> "Cancel":
        """The same flag, for work that has no more than `seconds` from now."""
        limited = Cancel()
        limited._flag = self._flag
        limited._end = min(self._end, time.monotonic() + seconds)
        return limited

    @property
    def left(self) -> float:
        """Seconds that the work may still take: infinite without a limit, below zero when it is late."""
        return self._end - time.monotonic()

    def __bool__(self) -> bool:
        return self._flag.is_set()
