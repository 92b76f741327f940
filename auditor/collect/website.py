"""A website, read over HTTP: every page that can be reached, politely, and a list of what could not be."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.collect.crawl import Crawl
from auditor.collect.login import logins, without_login
from auditor.collect.options import CrawlOptions
from auditor.collect.reckoning import left_out, remarks
from auditor.collect.tally import Item
from auditor.collect.urls import normal
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, Notice, Progress
from auditor.core.memory import Memory

__all__ = ["CrawlOptions", "SitePlan", "WebsiteCollector"]

BESIDE = 4
"""Threads more than connections: while some look for links in what came, the connections are kept busy."""
PATIENCE = 1.0
"""Seconds for all threads together to end; one that is busy with a large page dies with the program."""
TICK = 0.25
"""Seconds between looks at the clock while nothing arrives."""


@dataclass(frozen=True, slots=True)
class SitePlan:
    """What a crawl would begin with: `pages` in order, what would be left out, seconds between requests."""

    pages: tuple[str, ...]
    left_out: tuple[Unchecked, ...]
    delay: float


class WebsiteCollector:
    """Collects the pages of one site.

    `urls` are the start points, all on hosts of that site; an address without a scheme is taken as
    https, and a name and password in it go to that origin alone. What is off the site is listed, not
    visited. Redirects are yielded as they come (status 3xx, the target in the Location header), error
    pages too: both can give something away.

    With a `memory` of an earlier run, every address it knows is asked for whether a page still links to it
    or not, and the server is asked to send only what has changed: see `Resource.unchanged`.
    """

    def __init__(
        self, urls: Sequence[str], options: CrawlOptions | None = None, memory: Memory | None = None
    ) -> None:
        self._memory = memory
        self._options = options or CrawlOptions()
        self._urls = [_start(without_login(url)) for url in urls]
        self._logins = logins(urls)
        self.name = self._urls[0] if self._urls else "website"

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The resources of the site; see `Collector`."""
        yield from self._run(
            Crawl(self._urls, self._options, cancel, self._memory, logins=self._logins), listener
        )

    def plan(self, listener: Listener, cancel: Cancel) -> SitePlan:
        """What robots.txt and the sitemaps say there is. Nothing else is asked for."""
        crawl = Crawl(self._urls, self._options, cancel, logins=self._logins, planning=True)
        left = [item for item in self._run(crawl, listener) if isinstance(item, Unchecked)]
        return SitePlan(tuple(crawl.planned or ()), tuple(left), crawl.pace.delay)

    def _run(self, crawl: Crawl, listener: Listener) -> Iterator[Resource | Unchecked]:
        workers = [
            threading.Thread(target=crawl.work, daemon=True, name=f"crawl-{n}")
            for n in range(self._options.connections + BESIDE)
        ]
        crawl.tally.buffer.open(len(workers))
        for worker in workers:
            worker.start()
        try:
            for item in self._items(crawl):
                if isinstance(item, Notice):
                    listener(Notice(self.name, item.text))
                    continue
                listener(self._progress(crawl))
                if item is not None:
                    self._note(crawl)
                    yield item
            self._note(crawl)
            yield from left_out(crawl)
            for text in remarks(crawl):
                listener(Notice(self.name, text))
            listener(self._progress(crawl))
        finally:
            crawl.stop()
            end = time.monotonic() + PATIENCE
            for worker in workers:
                worker.join(timeout=max(0.0, end - time.monotonic()))
            crawl.close()

    def _items(self, crawl: Crawl) -> Iterator[Item | None]:
        """What the workers bring, as it comes; None now and then while nothing does."""
        while crawl.tally.buffer.alive:
            crawl.watch()
            item = crawl.tally.buffer.get(TICK)
            if item is None and crawl.is_late:
                break
            yield item
        yield from crawl.rest()

    def _note(self, crawl: Crawl) -> None:
        if self._memory is not None:
            self._memory.left_out(crawl.frontier.left_out())

    def _progress(self, crawl: Crawl) -> Progress:
        tally = crawl.tally
        return Progress(
            source=self.name,
            documents=tally.documents,
            pages=tally.pages,
            absent=tally.absent,
            bytes_read=tally.bytes_read,
            queued=len(crawl.frontier),
            unchecked=tally.unchecked,
            current=crawl.current,
        )


def _start(url: str) -> str:
    text = url.strip()
    found = normal(text if "://" in text else f"https://{text}")
    if not found:
        raise ConfigurationError(
            "a website address must begin with http:// or https://", "such as https://www.example.org"
        )
    return found
