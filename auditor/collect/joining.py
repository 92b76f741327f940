"""From links as written to addresses of the site."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.collect.links import Links, clean, is_plausible
from auditor.collect.urls import Scope, host_of, normal

MEMORY = 200_000
"""Links remembered as they were written: menus repeat on every page."""
SHOWN = 10
"""Other hosts that are named, unless all are asked for."""
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
    onward: set[str] = field(default_factory=set)


class Joiner:
    """Joins links with their base, keeps those of the site and counts the hosts of the others."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[str, tuple[set[str], set[str]]] = {}
        self._size = 0
        self._lock = threading.Lock()
        self.foreign: Counter[str] = Counter()
        self.siblings: Counter[str] = Counter()

    def join(self, base: str, link: str) -> str:
        """The normal form of `link` as written at `base`; empty when it leads nowhere on the web."""
        return normal(link, base) if link else ""

    def targets(self, base: str, links: Links, headers: Sequence[tuple[str, str]] = ()) -> Targets:
        """The site's addresses among `links`, and in the Link and Refresh headers.

        What was written before in the same folder is left out: it has been given already. A mere query is
        not: it leads on from the page itself.
        """
        if links.base:
            base = normal(links.base, base) or base
        folder = base.partition("?")[0].rpartition("/")[0] + "/"
        known, tried = self._known.setdefault(folder, (set(), set()))
        every = links.named | set(_header_links(headers))
        named = (every - known) | {link for link in every if link.lstrip()[:1] == "?"}
        guessed = links.guessed - known - tried
        if self._size < MEMORY:
            self._size += len(named) + len(guessed)
            known.update(named)
            tried.update(guessed)
        found = Targets([u for u in (self._own(base, link) for link in sorted(named)) if u])
        chosen = set(found.named)
        onward = links.onward | set(_header_links(headers, "next"))
        found.onward = {
            url for url in (self._own(base, link, note=False) for link in onward) if url in chosen
        }
        for link in sorted(guessed):
            url = self._own(base, link, note=False) if is_plausible(clean(link)) else ""
            if url and url not in chosen:
                found.guessed.append(url)
        return found

    def _own(self, base: str, link: str, *, note: bool = True) -> str:
        link = clean(link)
        return "" if not link or link.startswith(_SKIP) else self._classify(normal(link, base), note=note)

    def _classify(self, url: str, *, note: bool) -> str:
        if not url or url in self._scope:
            return self._scope.preferred(url)
        if note:
            with self._lock:
                (self.siblings if self._scope.is_sibling(url) else self.foreign)[host_of(url)] += 1
        return ""

    def remarks(self, most: int | None = SHOWN) -> Iterator[str]:
        """Which other hosts the site links to, the most linked first; no more than `most` by name."""
        if self.siblings:
            hosts = _listed(self.siblings, most)
            yield f"not visited, though of the same domain: {hosts} (name them as websites to include them)"
        if self.foreign:
            yield f"links to {len(self.foreign)} other hosts, not visited: {_listed(self.foreign, most)}"


def _listed(hosts: Counter[str], most: int | None) -> str:
    shown = [host for host, _ in hosts.most_common(most)]
    more = len(hosts) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _header_links(headers: Sequence[tuple[str, str]], relation: str = "") -> Iterator[str]:
    """The addresses in headers; with a `relation`, those in Link headers that say it of them."""
    for name, value in headers:
        match name.lower():
            case "link":
                for part in value.split("<")[1:]:
                    link, _, rest = part.partition(">")
                    if not relation or relation in rest.lower():
                        yield link
            case "refresh" | "content-location" if relation:
                continue
            case "refresh":
                yield value.partition("=")[2].strip("\"' ")
            case "content-location":
                yield value
