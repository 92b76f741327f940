"""Asking a site for an address: over few connections, in its own time, again when that may help."""

import threading
import time
from collections.abc import Callable, Mapping

from auditor.collect.fetch import Answer, Failure, Fetcher
from auditor.collect.options import CrawlOptions
from auditor.collect.pace import Pace, retry_after

PATIENCE = 60.0
"""The longest Retry-After that is waited for, in seconds."""
SILENCE = 30
"""Failed requests in a row after which a site that has answered before is taken for gone."""


class Asker:
    """Shared by all threads of a crawl, of which so many ask at a time as connections are allowed."""

    def __init__(
        self,
        fetcher: Fetcher,
        pace: Pace,
        options: CrawlOptions,
        over: Callable[[], bool],
        fell_silent: Callable[[], None],
    ) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._options = options
        self._over = over
        self._fell_silent = fell_silent
        self._connection = threading.BoundedSemaphore(options.connections)
        self._silence = 0

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer | Failure | None:
        """The answer of `url` after as many tries as allowed; None when the crawl ended meanwhile."""
        for attempt in range(self._options.retries + 1):
            with self._connection:
                if not self._pace.wait() or self._over():
                    return None
                answer = self._fetcher.get(url, headers)
            self._feel(answer)
            wait = self._wait(answer, attempt)
            if wait is None or attempt == self._options.retries:
                return answer
            self._pace.hold(wait)
        return None

    def _feel(self, answer: Answer | Failure) -> None:
        """Slow down for a server that tires, and end when it has fallen silent."""
        if isinstance(answer, Answer):
            self._silence = 0
            self._pace.felt(answer.waited)
            return
        self._silence += 1
        if self._silence >= SILENCE:
            self._fell_silent()

    def _wait(self, answer: Answer | Failure, attempt: int) -> float | None:
        """Seconds to wait before another try; None when the answer is final."""
        if isinstance(answer, Failure):
            return 0.5 * 2**attempt if answer.passing else None
        if answer.status not in (429, 503):
            return None
        asked = retry_after(answer.header("Retry-After"), time.time())
        if asked is not None and asked > PATIENCE:
            return None
        return asked if asked is not None else float(2**attempt)
