"""From links as written to addresses of the site."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.collect.links import Links
from auditor.collect.urls import Scope, host_of, normal

MEMORY = 100_000
"""Joined links remembered: menus repeat on every page."""
_SKIP = (
    "javascript:",
    "mailto:",
    "tel:",
    "data:",
    "#",
    "sms:",
    "about:",
    "blob:",
    "callto:",
    "whatsapp:",
    "geo:",
)


@dataclass(slots=True)
class Targets:
    """Addresses of the site in normal form, in a stable order."""

    named: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)


class Joiner:
    """Joins links with their base, keeps those of the site and counts the hosts of the others."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()
        self.foreign: Counter[str] = Counter()
        self.siblings: Counter[str] = Counter()

    def join(self, base: str, link: str) -> str:
        """The normal form of `link` as written at `base`; empty when it leads nowhere on the web."""
        return normal(link, base) if link else ""

    def targets(self, base: str, links: Links, headers: Sequence[tuple[str, str]] = ()) -> Targets:
        """The site's addresses among `links`, and in the Link and Refresh headers."""
        if links.base:
            base = normal(links.base, base) or base
        folder = base.partition("?")[0].rpartition("/")[0] + "/"
        named = sorted(links.named | set(_header_links(headers)))
        found = Targets([u for u in (self._own(folder, base, link) for link in named) if u])
        chosen = set(found.named)
        guesses = (self._own(folder, base, link, note=False) for link in sorted(links.guessed))
        found.guessed = [u for u in guesses if u and u not in chosen]
        return found

    def _own(self, folder: str, base: str, link: str, *, note: bool = True) -> str:
        if not link or link.startswith(_SKIP):
            return ""
        if link.startswith("?"):
            return self._classify(normal(link, base), note=note)
        absolute = link[0] == "/" or link.startswith("http")
        at = (folder[: folder.find("/", 8)] if absolute else folder, link)
        known = self._known.get(at)
        if known is None:
            known = self._classify(normal(link, folder), note=note)
            if len(self._known) < MEMORY:
                self._known[at] = known
        return known

    def _classify(self, url: str, *, note: bool) -> str:
        if not url or url in self._scope:
            return url
        if note:
            with self._lock:
                (self.siblings if self._scope.is_sibling(url) else self.foreign)[host_of(url)] += 1
        return ""

    def remarks(self) -> Iterator[str]:
        """Which other hosts the site links to."""
        if self.siblings:
            hosts = ", ".join(sorted(self.siblings)[:10])
            yield f"not visited, though of the same domain: {hosts} (name them, or use --subdomains)"
        if self.foreign:
            hosts = ", ".join(host for host, _ in self.foreign.most_common(10))
            yield f"links to {len(self.foreign)} other hosts, not visited, such as {hosts}"


def _header_links(headers: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, value in headers:
        match name.lower():
            case "link":
                yield from (part.partition(">")[0] for part in value.split("<")[1:])
            case "refresh":
                yield value.partition("=")[2].strip("\"' ")
            case "content-location":
                yield value
