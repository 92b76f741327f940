"""Asking a site for an address: over few connections, in its own time, again when that may help."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from auditor.collect.fetch import Answer, Failure, Fetcher
from auditor.collect.options import CrawlOptions
from auditor.collect.pace import Pace, retry_after
from auditor.collect.urls import host_of

PATIENCE = 60.0
"""Seconds: a host that asks for a longer rest gets it, and the user is told."""
SILENCE = 30
"""Requests without a proper answer in a row after which a host is taken for gone."""
IN_VAIN = 3
"""Bodies that broke off at every try after which a host's broken bodies are taken as they come."""
BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Surrender:
    """Why a host is not asked any more, and which limit to raise where that helps."""

    reason: str
    mend: str = ""


class Asker:
    """Shared by all threads of a crawl, of which so many ask at a time as connections are allowed.

    `left` gives the seconds that the crawl may still take, `over` whether it has ended, and `tell` hears of
    long waits. A host that wants more rest than there is time for, or that falls silent, is given up:
    see `given_up`.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        pace: Pace,
        options: CrawlOptions,
        *,
        over: Callable[[], bool],
        left: Callable[[], float],
        tell: Callable[[str], None],
    ) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._options = options
        self._over = over
        self._left = left
        self._tell = tell
        self._connection = threading.BoundedSemaphore(options.connections)
        self._lock = threading.Lock()
        self._silence: Counter[str] = Counter()
        self._broken: Counter[str] = Counter()
        self._surrenders: dict[str, Surrender] = {}

    def given_up(self, url: str) -> Surrender | None:
        """Why the host of `url` is not asked any more; None while it is."""
        return self._surrenders.get(host_of(url)) if self._surrenders else None

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Answer | Failure | None:
        """The answer of `url` after as many tries as allowed.

        None when the crawl ended meanwhile, or the host was given up. Of a body that broke off at every
        try, the longest part is given.
        """
        host = host_of(url)
        best: Answer | Failure | None = None
        broke = False
        for attempt in range(self._options.retries + 1):
            answer = self._once(url, host, headers)
            if answer is None:
                return best
            best = _better(best, answer)
            self._feel(host, answer)
            wait = self._wait(host, answer, attempt)
            if wait is not None:
                self._rest(host, wait)
            if wait is None or host in self._surrenders:
                break
            broke = broke or _is_broken(answer)
        if broke or _is_broken(best):
            self._broken[host] = self._broken[host] + 1 if _is_broken(best) else 0
        return best

    def _once(self, url: str, host: str, headers: Mapping[str, str] | None) -> Answer | Failure | None:
        # A host's rest is waited for without a connection, which another host may use meanwhile.
        while self._pace.rested(host) and host not in self._surrenders:
            with self._connection:
                if not self._pace.wait() or self._over():
                    return None
                if not self._pace.resting(host):
                    return self._fetcher.get(url, headers)
        return None

    def _feel(self, host: str, answer: Answer | Failure) -> None:
        """Slow down for a server that tires, and give up one that has fallen silent."""
        is_answer = isinstance(answer, Answer)
        if isinstance(answer, Answer):
            self._pace.felt(answer.waited)
        with self._lock:
            if isinstance(answer, Answer) and answer.status not in BUSY:
                self._silence[host] = 0
                return
            self._silence[host] += 1
            silent = self._silence[host] >= SILENCE
        if silent:
            busy = "the site answers only that it is busy"
            reason = busy if is_answer else "the site no longer answers"
            self._surrenders.setdefault(host, Surrender(reason))

    def _wait(self, host: str, answer: Answer | Failure, attempt: int) -> float | None:
        """Seconds of rest before the host is asked again; None when the answer is final."""
        if isinstance(answer, Answer) and answer.status in BUSY:
            asked = retry_after(answer.header("Retry-After"), time.time())
            if asked is not None:
                return asked
        elif isinstance(answer, Failure):
            if not answer.passing:
                return None
        elif not answer.broken or self._broken[host] >= IN_VAIN:
            return None
        return 0.5 * 2**attempt if attempt < self._options.retries else None

    def _rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long, or for good when the crawl has not the time."""
        if seconds >= self._left():
            reason = f"the server asks to be left alone for {_span(seconds)}, longer than there is time"
            self._surrenders.setdefault(host, Surrender(reason, "--max-seconds"))
            return
        if self._pace.rest(host, seconds) and seconds > PATIENCE:
            self._tell(f"{host} asks to be left alone for {_span(seconds)}, and is")


def _is_broken(answer: Answer | Failure | None) -> bool:
    return isinstance(answer, Answer) and answer.broken


def _better(best: Answer | Failure | None, answer: Answer | Failure) -> Answer | Failure:
    """The last answer, unless an earlier one that broke off holds more of the body than it."""
    if isinstance(best, Answer) and best.broken:
        is_less = isinstance(answer, Failure) or (answer.broken and len(answer.body) < len(best.body))
        return best if is_less else answer
    return answer


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds <= 24 * 3600 else "more than a day"
