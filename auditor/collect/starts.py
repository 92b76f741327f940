"""Where a crawl begins besides its given addresses: robots.txt, sitemaps, common documents."""

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.collect.fetch import Answer, Failure
from auditor.collect.frontier import Visit
from auditor.collect.http_words import REDIRECTS
from auditor.collect.links import Links
from auditor.collect.robots import Robots
from auditor.collect.sitemaps import read_sitemap
from auditor.collect.urls import host_of, normal, path_of
from auditor.core.document import Unchecked

if TYPE_CHECKING:
    from auditor.collect.crawl import Crawl

LISTED = 200
"""Addresses kept away by robots.txt that are listed one by one; the rest are counted."""
COMMON = (
    "/sitemap.xml",
    "/sitemap.xml.gz",
    "/sitemap_index.xml",
    "/sitemap-index.xml",
    "/wp-sitemap.xml",
    "/sitemap.txt",
    "/.well-known/security.txt",
    "/security.txt",
    "/humans.txt",
    "/llms.txt",
    "/manifest.json",
    "/site.webmanifest",
    "/feed/",
    "/wp-json/wp/v2/pages?per_page=100",
    "/wp-json/wp/v2/posts?per_page=100",
    "/wp-json/wp/v2/media?per_page=100",
    "/wp-json/wp/v2/users?per_page=100",
)
ROBOTS_HOPS = 5
"""Redirects followed for robots.txt (RFC 9309 section 2.3.1.2)."""


class Starts:
    """The robots rules of each host, read before its first page, and the start points they give."""

    def __init__(self, crawl: "Crawl", starts: Sequence[str]) -> None:
        self._crawl = crawl
        self.site = starts[0] if starts else ""
        self._hosts: dict[str, Robots | Failure] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()
        self._sitemaps: set[str] = set()
        self._nothing = Robots()
        self._kept_away = 0
        self._excluded = 0
        self._opened: list[str] = []

    def permit(self, visit: Visit) -> bool:
        """True when robots.txt, or the user, lets `visit` happen. What it keeps away is listed."""
        if excluded(visit.url, self._crawl.options.exclude):
            self._excluded += 1
            self._crawl.explain(f"not read: {visit.url} (excluded; {visit.why})")
            return False
        robots = self._robots(visit.url)
        if isinstance(robots, Failure):
            self._crawl.refuse(visit, robots.reason, robots.mend, robots.cause)
            return False
        if robots is None:
            self._crawl.lose(visit)
            return False
        if robots.allows(visit.url):
            return True
        if not self._crawl.options.obey_robots:
            self._opened.append(visit.url)
            return True
        self._keep_away(visit, robots)
        return False

    def _keep_away(self, visit: Visit, robots: Robots) -> None:
        missed = f"robots.txt could not be had ({robots.missed}), so that nothing may be read"
        why = missed if robots.closed else "robots.txt keeps crawlers away"
        self._crawl.explain(f"not read: {visit.url} ({why}; {visit.why})")
        if visit.guessed:
            self._crawl.tally.failed_guess(visit.url, why)
            return
        self._kept_away += 1
        if self._kept_away <= LISTED:
            self._crawl.tally.miss(visit.url, why, "name the site in agency.toml if it is the agency's own")

    def _robots(self, url: str) -> Robots | Failure | None:
        origin = url[: url.find("/", 8)]
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._hosts:
                found = self._read_robots(origin)
                if found is None:
                    return None
                self._hosts[origin] = found
            return self._hosts[origin]

    def _read_robots(self, origin: str) -> Robots | Failure | None:
        """The rules of a host; why it cannot be reached; None when the crawl ended meanwhile.

        Redirects are followed to other hosts too; the rules found there are those of `origin` (RFC 9309
        section 2.3.1.2), and what else stands there is not read.
        """
        url = f"{origin}/robots.txt"
        crawl = self._crawl
        robots = self._nothing
        for hop in range(ROBOTS_HOPS + 1):
            answer = crawl.ask(url)
            if answer is None:
                return None
            if isinstance(answer, Failure):
                if not hop and (answer.cause or not answer.passing):
                    return answer  # what will befall every page of the host
                robots = self._without(url, answer.reason)
            elif answer.status >= 500 or answer.status == 429:
                robots = self._without(url, f"the server answered {answer.status}")
            elif answer.status == 200:
                robots = self._found(origin, url, answer)
            elif answer.status in REDIRECTS:
                url = crawl.joiner.join(url, answer.header("Location"))
                if url and hop < ROBOTS_HOPS:
                    continue
                crawl.tally.tell(f"robots.txt of {host_of(origin)} redirects to no file: taken as absent")
            break
        self._begin(origin, robots)
        return robots

    def _found(self, origin: str, url: str, answer: Answer) -> Robots:
        """The rules that stand at `url`. The file is a page of the site only where it is on it."""
        if url in self._crawl.scope:
            self._crawl.answers.take(Visit(url, why="robots.txt"), answer)
        else:
            away = f"robots.txt of {host_of(origin)} is kept by {host_of(url)}; its rules are obeyed"
            if not self._crawl.options.obey_robots:
                away = f"robots.txt of {host_of(origin)} is kept by {host_of(url)}"
            self._crawl.tally.tell(away)
        return Robots.from_bytes(answer.body)

    def _without(self, url: str, reason: str) -> Robots:
        """The rules where robots.txt could not be had: by RFC 9309 section 2.3.1.4 a stranger's site is
        closed; the agency's own is read. Both are told.
        """
        obeyed = self._crawl.options.obey_robots
        self._crawl.explain(f"not read: {url} ({reason}; robots.txt)")
        if not obeyed:
            self._crawl.tally.tell(f"robots.txt could not be had ({reason}); the pages are read all the same")
        return Robots(missed=reason, closed=obeyed)

    def _begin(self, origin: str, robots: Robots) -> None:
        """Queue the start points of a host."""
        crawl = self._crawl
        crawl.pace.slow_to(min(robots.delay, crawl.options.max_delay))
        if robots.delay > crawl.options.max_delay:
            kept = f"{crawl.options.max_delay:g} s are kept"
            crawl.tally.tell(f"robots.txt asks for {robots.delay:g} s between requests; {kept}")
        visits = []
        for link in robots.sitemaps:
            url = crawl.join(f"{origin}/", link)
            if url:
                self._sitemaps.add(url)
                visits.append(Visit(url, why="robots.txt names it as a sitemap"))
        if not crawl.options.obey_robots:
            places = (normal(path, origin + "/") for path in robots.places())
            disallowed = "robots.txt disallows it"
            visits += [Visit(url, guessed=True, why=disallowed) for url in places if url]
        for path in COMMON:
            url = normal(path, origin + "/")
            visits.append(Visit(url, guessed=True, why="many sites have it"))
            if "sitemap" in path:
                self._sitemaps.add(url)
        crawl.frontier.add(visits)

    def is_sitemap(self, url: str) -> bool:
        """True for an address that was named, or is commonly used, as a sitemap."""
        return url in self._sitemaps

    def links(self, visit: Visit, answer: Answer) -> Links | None:
        """The links of a sitemap, and those of nothing else."""
        packed = answer.body.startswith(b"\x1f\x8b")
        if visit.url not in self._sitemaps and not packed:
            return None
        found = read_sitemap(answer.body) if answer.status == 200 else None
        if found is None:
            return None
        if found.is_index:
            self._sitemaps.update(filter(None, (normal(link, visit.url) for link in found.links)))
        return Links(named=set(found.links), cut=found.cut)

    def left_out(self) -> Iterator[Unchecked]:
        """What robots.txt kept away beyond what was listed."""
        more = self._kept_away - LISTED
        if more > 0:
            yield Unchecked(self.site, f"robots.txt keeps crawlers away from {more} more addresses")

    def remarks(self) -> Iterator[str]:
        """What was excluded, and disallowed places that were visited because the site is the agency's own."""
        if self._excluded:
            yield f"{self._excluded} addresses were excluded, as asked"
        if self._opened:
            shown = ", ".join(dict.fromkeys(path_of(url) for url in self._opened[:10]))
            count = len(self._opened)
            yield f"robots.txt disallows {count} addresses that anybody can read all the same: {shown}"


def excluded(url: str, patterns: Sequence[str]) -> bool:
    """True when the path of `url` matches one of the patterns (`*` matches anything)."""
    if not patterns:
        return False
    from fnmatch import fnmatchcase

    path = path_of(url)
    return any(fnmatchcase(path, pattern) for pattern in patterns)
