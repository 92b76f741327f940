"""Pages that follow one another: an archive is read to its end, a list that brings nothing new is not."""

import hashlib
import re
import threading
from collections import Counter
from collections.abc import Iterable

from auditor.collect.traps import dated

_FURTHER = 200
"""The most that the number of the next page differs: a list may count its entries in place of its pages."""
_DEEP = 10
"""Links from the start at which an archive is deeper than most sites are otherwise."""
_YEARS = 1900
"""Numbers that begin as high as this count years, not pages."""
_BODY = 1024**2
"""Bytes of a page that are compared."""
_NUMBERS = re.compile(r"(\d{1,9})")
_UNSEEN = re.compile(rb"<(script|style)\b.*?</\1|<[^>]*>", re.IGNORECASE | re.DOTALL)
_NEXT = {
    name: re.compile(rf"""{name}(?<![\w-]...)\s{{0,9}}=\s{{0,9}}["']?[^"'<>]{{0,99}}\b(?i:next)\b""")
    for name in ("rel", "REL")
}
"""Begin with what is literal: that makes them ten times as fast."""
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_TAG = 2000
"""Characters of a tag that are looked at."""
_FIGURES = re.compile(rb"\d+")


def next_links(page: str) -> set[str]:
    """What the markup calls the next page (rel=next), as written."""
    found = set()
    for name, pattern in _NEXT.items():
        for rel in pattern.finditer(page) if name in page else ():
            begins = page.rfind("<", max(0, rel.start() - _TAG), rel.start())
            ends = page.find(">", rel.end(), rel.end() + _TAG)
            link = _HREF.search(page, begins, ends) if 0 <= begins < ends else None
            if link:
                found.add(link[1] or link[2] or link[3] or "")
    return found


def differing(here: str, there: str) -> list[int]:
    """Which numbers of two addresses differ, where nothing else does; none otherwise."""
    ours, theirs = _NUMBERS.split(here), _NUMBERS.split(there)
    if len(ours) != len(theirs) or ours[::2] != theirs[::2]:
        return []
    return [n for n in range(1, len(ours), 2) if ours[n] != theirs[n]]


def _is_step(here: str, there: str, differ: list[int]) -> bool:
    """Whether one number makes the difference, and not by much."""
    if len(differ) != 1:
        return False
    ours, theirs = (int(_NUMBERS.split(url)[differ[0]]) for url in (here, there))
    return 0 < abs(ours - theirs) <= _FURTHER


def _is_day(url: str) -> bool:
    found = dated(url)
    return found is not None and bool(found.date[1])


class Series:
    """Judges by what visitors see of a page whether the pages after it are worth reading.

    New words are: up to the limit of the crawl. Where nothing but figures is new, `most` pages are, unless
    they are counted by years, or by two numbers as calendars are. A page that shows what another has shown
    ends its series.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._words: set[bytes] = set()
        self._texts: set[bytes] = set()
        self._only_figures: Counter[str] = Counter()
        self._counted: dict[str, dict[int, int]] = {}

    def next_pages(
        self, url: str, body: bytes, depth: int, named: Iterable[str], onward: set[str]
    ) -> set[str]:
        """Which of the `named` addresses continue the series of the page at `url`, if that brings anything
        new: those that it calls the next (`onward`), and those that differ by one number. Near the start,
        where no limit is met, only those with a query are looked at.
        """
        differ = {link: differing(url, link) for link in named if depth >= _DEEP or "?" in link}
        found = {link for link in differ if link in onward or _is_step(url, link, differ[link])}
        found = {link for link in found if not _is_day(link)}
        if not found:
            return found
        parts = _NUMBERS.split(url)
        shape = "#".join(parts[::2])
        text = _UNSEEN.sub(b" ", body[:_BODY])
        whole, words = _digest(text), _digest(_FIGURES.sub(b"", text))
        with self._lock:
            for place in {place for link in found for place in differ[link]}:
                lowest = self._counted.setdefault(shape, {})
                lowest[place] = min(int(parts[place]), lowest.get(place, int(parts[place])))
            is_new = words not in self._words or (whole not in self._texts and self._may_count(shape))
            self._words.add(words)
            self._texts.add(whole)
        return found if is_new else set()

    def _may_count(self, shape: str) -> bool:
        path = shape.partition("?")[0]
        self._only_figures[path] += 1
        counted = self._counted.get(shape, {})
        is_calendar = len(counted) > 1 or any(lowest >= _YEARS for lowest in counted.values())
        return not is_calendar and self._only_figures[path] <= self._most


def _digest(text: bytes) -> bytes:
    return hashlib.blake2b(b" ".join(text.split()), digest_size=16).digest()
