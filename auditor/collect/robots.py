"""robots.txt by RFC 9309: what it keeps away, how slowly it wants to be read, which sitemaps it names."""

import re
from typing import Any

from auditor.collect.options import PRODUCT

ROBOTS_LIMIT = 512 * 1024
"""Bytes of robots.txt that are read; RFC 9309 section 2.5 asks for at least 500 KiB."""

_DISALLOW = re.compile(r"^\s*disallow\s*:\s*([^#\s]+)", re.IGNORECASE | re.MULTILINE)


class Robots:
    """The rules of one host. Without a readable file everything is allowed; `closed` stands for one that the
    server failed to give (5xx, RFC 9309 section 2.3.1.4): nothing is. `missed` says why there is none.
    """

    def __init__(self, text: str = "", *, closed: bool = False, missed: str = "") -> None:
        from protego import Protego

        self._rules: Any = Protego.parse("User-agent: *\nDisallow: /" if closed else text)
        self.closed = closed
        self.missed = missed
        self.disallowed = tuple(dict.fromkeys(_DISALLOW.findall(text)))
        self.sitemaps: tuple[str, ...] = tuple(self._rules.sitemaps)

    @classmethod
    def from_bytes(cls, body: bytes) -> "Robots":
        """The rules in a response body; a BOM is dropped, anything undecodable replaced."""
        return cls(body[:ROBOTS_LIMIT].decode("utf-8-sig", "replace"))

    def allows(self, url: str) -> bool:
        """True when the crawler may ask for `url`."""
        return bool(self._rules.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """The Crawl-delay in seconds, 0 without one."""
        found = self._rules.crawl_delay(PRODUCT)
        return float(found) if found else 0.0

    def places(self) -> list[str]:
        """The disallowed paths that can be asked for: up to the first wildcard, without the root."""
        cut = (path.partition("*")[0].rstrip("$") for path in self.disallowed)
        return [path for path in dict.fromkeys(cut) if len(path) > 1 and path.startswith("/")]
