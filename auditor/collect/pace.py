"""How fast requests may start: a common clock for all workers of one crawl."""

import threading
import time
from email.utils import parsedate_to_datetime

from auditor.core.events import Cancel


class Pace:
    """Spaces the starts of requests, and holds all of them back when the server asks for it."""

    def __init__(self, delay: float, cancel: Cancel) -> None:
        self._delay = delay
        self._cancel = cancel
        self._lock = threading.Lock()
        self._next = 0.0

    @property
    def delay(self) -> float:
        """Seconds between the starts of two requests."""
        return self._delay

    def slow_to(self, delay: float) -> None:
        """Keep at least `delay` seconds between requests from now on."""
        with self._lock:
            self._delay = max(self._delay, delay)

    def hold(self, seconds: float) -> None:
        """Start no request in the next `seconds`."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)

    def wait(self) -> bool:
        """Wait for this request's turn; False when the crawl was cancelled meanwhile."""
        while not self._cancel:
            with self._lock:
                left = self._next - time.monotonic()
                if left <= 0:
                    self._next = time.monotonic() + self._delay
                    return True
            time.sleep(min(left, 0.1))
        return False


def retry_after(value: str, now: float) -> float | None:
    """Seconds asked for by a Retry-After header (RFC 9110 section 10.2.3); `now` is a Unix time."""
    value = value.strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError):
        return None
