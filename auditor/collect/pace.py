"""How fast requests may start: a common clock for all workers of one crawl."""

import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

SLOW = 1.0
"""Seconds: below this no answer counts as slow."""


class Pace:
    """Spaces the starts of requests, and leaves a host alone as long as it asks. Waiting ends when `over`.

    When the server takes much longer to answer than it did at its best, requests are spaced further,
    by at most `most` seconds, until it has recovered.
    """

    def __init__(self, delay: float, most: float, over: Callable[[], bool]) -> None:
        self._delay = delay
        self._most = most
        self._extra = 0.0
        self._usual = 0.0
        self._best = 0.0
        self._over = over
        self._rests: dict[str, float] = {}
        self._lock = threading.Lock()
        self._next = 0.0

    @property
    def delay(self) -> float:
        """Seconds between the starts of two requests."""
        return self._delay + self._extra

    def slow_to(self, delay: float) -> None:
        """Keep at least `delay` seconds between requests from now on."""
        with self._lock:
            self._delay = max(self._delay, delay)

    def felt(self, seconds: float) -> None:
        """The server took `seconds` to answer."""
        with self._lock:
            self._usual = self._usual + 0.2 * (seconds - self._usual) if self._usual else seconds
            self._best = min(self._best, self._usual) if self._best else self._usual
            if self._usual > max(SLOW, 4 * self._best):
                self._extra = min(self._most, max(0.2, 1.5 * self._extra))
            elif self._usual < max(SLOW / 2, 2 * self._best):
                self._extra = self._extra / 2 if self._extra > 0.01 else 0.0

    def rest(self, host: str, seconds: float) -> bool:
        """Let `host` rest for `seconds` from now; False when it does so anyway."""
        until = time.monotonic() + seconds
        with self._lock:
            is_longer = until > self._rests.get(host, 0.0) + 1.0
            self._rests[host] = max(self._rests.get(host, 0.0), until)
        return is_longer

    def resting(self, host: str) -> float:
        """Seconds for which `host` is still to be left alone."""
        return max(0.0, self._rests[host] - time.monotonic()) if host in self._rests else 0.0

    def rested(self, host: str) -> bool:
        """Wait until `host` may be asked again; False when the crawl ended meanwhile."""
        while not self._over():
            left = self.resting(host)
            if not left:
                return True
            time.sleep(min(left, 0.1))
        return False

    def wait(self) -> bool:
        """Wait for this request's turn; False when the crawl ended meanwhile."""
        while not self._over():
            with self._lock:
                left = self._next - time.monotonic()
                if left <= 0:
                    self._next = time.monotonic() + self.delay
                    return True
            time.sleep(min(left, 0.1))
        return False


def retry_after(value: str, now: float) -> float | None:
    """Seconds asked for by a Retry-After header (RFC 9110 section 10.2.3); `now` is a Unix time."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None
