"""How far, how fast and how politely a website is read. Every limit that is hit is reported."""

from dataclasses import dataclass

from auditor import __version__
from auditor.core.errors import ConfigurationError

PRODUCT = "agency-auditor"
"""The name by which robots.txt files and server logs know the crawler."""


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """Limits and manners of a crawl. Sizes are bytes, times are seconds.

    Limits of the whole crawl:
    `max_pages` counts responses read (pages, documents, style sheets, error pages alike), `max_bytes`
    their decoded bodies, `max_depth` the links followed from a start point, `max_seconds` the time,
    `max_variants` the addresses of one shape (the same path with other query values) before the rest
    are taken for a trap.

    Limits of one response: `body_limit` its decoded size, `max_redirects` the hops in a row, `timeout`
    the silence that is waited for, `response_seconds` the whole transfer.

    Manners: `connections` at once to the site, `delay` between the starts of two requests (a longer
    Crawl-delay in robots.txt wins, up to `max_delay`), `retries` after a broken connection, 429 or 503,
    `user_agent` (empty: the product's name, version and `contact`), `contact` an address or page by
    which a webmaster reaches the agency.

    `obey_robots` keeps away from what robots.txt disallows and lists it as unchecked; without it those
    places are visited and named, which is right for the agency's own sites. `hosts` are further hosts
    of the same site, `subdomains` takes every subdomain in. `exclude` holds path patterns (`*` matches
    anything) that are left out on purpose. `allow_private` permits hosts that resolve to private
    addresses; a literal private address or `localhost` given as a target is always permitted.
    `explain` tells of every address why it was read or not. `render` has a browser build the pages that
    hold scripts (see `auditor.collect.render`).
    """

    max_pages: int = 10_000
    max_bytes: int = 4 * 1024**3
    max_depth: int = 100
    max_seconds: float = 3600.0
    max_variants: int = 200
    body_limit: int = 32 * 1024**2
    max_redirects: int = 10
    timeout: float = 20.0
    response_seconds: float = 120.0
    connections: int = 4
    delay: float = 0.0
    max_delay: float = 30.0
    retries: int = 2
    user_agent: str = ""
    contact: str = ""
    obey_robots: bool = True
    hosts: tuple[str, ...] = ()
    subdomains: bool = False
    exclude: tuple[str, ...] = ()
    allow_private: bool = False
    render: bool = False
    explain: bool = False

    def __post_init__(self) -> None:
        """Raise ConfigurationError for a limit that would make a crawl impossible."""
        for name in ("max_pages", "max_bytes", "max_seconds", "body_limit", "timeout", "connections"):
            if getattr(self, name) <= 0:
                raise ConfigurationError(f"{name} must be above zero")
        for name in ("max_depth", "max_redirects", "delay", "retries"):
            if getattr(self, name) < 0:
                raise ConfigurationError(f"{name} must not be negative")

        if (
            not (self.user_agent + self.contact).isascii()
            or not (self.user_agent + self.contact).isprintable()
        ):
            raise ConfigurationError("the User-Agent and the contact are one line of plain ASCII")

    @property
    def agent(self) -> str:
        """The User-Agent header."""
        if self.user_agent:
            return self.user_agent
        return f"{PRODUCT}/{__version__}" + (f" (+{self.contact})" if self.contact else "")
