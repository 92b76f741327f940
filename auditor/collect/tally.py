"""What a crawl hands over and what it counts: resources, misses, remarks."""

import threading
import time
from collections import deque
from collections.abc import Iterator

from auditor.collect.asking import Surrender
from auditor.collect.urls import key, path_of
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Notice

Item = Resource | Unchecked | Notice

BUFFER_ITEMS = 64
BUFFER_BYTES = 48 * 1024**2
"""What is fetched ahead of the reader at most; one item is always taken, whatever its size."""


class Buffer:
    """A queue between the workers and the reader, bounded in items and bytes."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._items: deque[Item] = deque()
        self._bytes = 0
        self._closed = False
        self._writers = 0

    def open(self, writers: int) -> None:
        """That many threads are going to write."""
        self._writers = writers

    def leave(self) -> None:
        """One writer has finished."""
        with self._changed:
            self._writers -= 1
            self._changed.notify_all()

    @property
    def alive(self) -> bool:
        """True while something is there to be read, or may still come."""
        return bool(self._items) or self._writers > 0

    def put(self, item: Item) -> bool:
        """Add `item`, waiting for room; dropped, and False, when the buffer is closed."""
        size = _size(item)
        with self._changed:
            while not self._closed and self._items and self._full(size):
                self._changed.wait()
            if not self._closed:
                self._items.append(item)
                self._bytes += size
                self._changed.notify_all()
            return not self._closed

    def _full(self, size: int) -> bool:
        return len(self._items) >= BUFFER_ITEMS or self._bytes + size > BUFFER_BYTES

    def get(self, timeout: float) -> Item | None:
        """The next item, or None when none came within `timeout` seconds or none can come any more."""
        end = time.monotonic() + timeout
        with self._changed:
            while not self._items:
                left = end - time.monotonic()
                if left <= 0 or self._writers <= 0:
                    return None
                self._changed.wait(left)
            item = self._items.popleft()
            self._bytes -= _size(item)
            self._changed.notify_all()
            return item

    def close(self) -> list[Item]:
        """Take nothing more, and let nobody wait. What was not read yet."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            left = list(self._items)
            self._items.clear()
            return left

    def __len__(self) -> int:
        return len(self._items)


class Tally:
    """Counts what passes, and keeps what can only be judged at the end."""

    def __init__(self) -> None:
        self.buffer = Buffer()
        self.answers = self.documents = self.pages = self.absent = 0
        self.bytes_read = self.unchecked = 0
        self.guessed_hits = self.guessed_misses = 0
        self._lock = threading.Lock()
        self._dead: list[str] = []
        self._abandoned: dict[str, tuple[Surrender, int]] = {}
        self._failed_guesses: dict[str, str] = {}

    def admit(self, resource: Resource, *, limit: int) -> bool:
        """Count an answer; False when `limit` answers of any kind have been counted."""
        with self._lock:
            if self.answers >= limit:
                return False
            self.answers += 1
            self.documents += resource.has_content
            self.pages += resource.has_content and "html" in resource.media_type
            self.absent += resource.is_absent
            self.bytes_read += len(resource.body)
            return True

    def give(self, resource: Resource) -> bool:
        """Hand over a resource; False when nobody takes it any more."""
        return self.buffer.put(resource)

    def miss(self, url: str, reason: str, mend: str = "", cause: str = "") -> None:
        """Hand over that `url` could not be checked; `cause` is that of `Unchecked`."""
        with self._lock:
            self.unchecked += 1
        self.buffer.put(Unchecked(url, reason, mend=mend, cause=cause))

    def tell(self, text: str) -> None:
        """Hand over a remark."""
        self.buffer.put(Notice("website", text))

    def missing(self, url: str) -> None:
        """`url`, which some page links to, is not there."""
        self._dead.append(url)

    def abandon(self, url: str, surrender: Surrender) -> None:
        """One more address of a host that is not asked any more."""
        origin = url[: url.find("/", 8) + 1]
        with self._lock:
            before = self._abandoned.get(origin, (surrender, 0))[1]
            self._abandoned[origin] = (surrender, before + 1)

    def abandoned(self) -> Iterator[Unchecked]:
        """The hosts that were given up, and how much of them was not visited."""
        for origin, (surrender, count) in self._abandoned.items():
            reason = f"{surrender.reason}; {count} known addresses were not visited"
            yield Unchecked(origin, reason, mend=surrender.mend)

    def failed_guess(self, url: str, reason: str) -> None:
        """`url` was a guess and could not be had; it matters only if a page turns out to link to it."""
        self._failed_guesses[url] = reason

    def late_misses(self, confirmed: set[str]) -> Iterator[Unchecked]:
        """The failed guesses whose keys are `confirmed`: pages did link to them later."""
        for url, reason in self._failed_guesses.items():
            if key(url) in confirmed:
                yield Unchecked(url, reason)

    def remarks(self) -> Iterator[str]:
        """Dead links."""
        if self._dead:
            shown = ", ".join(path_of(url) for url in self._dead[:5])
            yield f"{len(self._dead)} dead links, such as {shown}"


def _size(item: Item) -> int:
    return len(item.body) if isinstance(item, Resource) else 0
