"""The normal form of a web address, and which addresses belong to the site.

Addresses are parsed and joined by the WHATWG URL rules. Two addresses that a server must treat alike
(RFC 3986 section 6: fragment, default port, percent-encoding of unreserved characters, dot segments)
get one form; the `key` of an address folds further what serves the same page in practice, so that it
is asked for once.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import ada_url

MAX_LENGTH = 2000
"""Longer addresses are traps or data; no browser of the last decades was sure to take them."""

_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|_ga|_gl|igshid|yclid|ref_src)\Z", re.IGNORECASE
)
_SESSION = re.compile(
    r"(?:phpsessid|jsessionid|sessionid|session_id|sessid|sid|zenid|oscsid|cfid|cftoken|aspsessionid\w*)\Z",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?#]*", re.IGNORECASE)


def normal(url: str, base: str = "") -> str:
    """The normal form of `url` seen from `base`; empty when it is no http or https address.

    The form has no fragment and no user name, and percent-encodes as RFC 3986 section 6.2.2 wants.
    """
    try:
        joined = ada_url.join_url(base, url) if base else ada_url.normalize_url(url)
    except ValueError:
        return ""
    if not joined.startswith(("http://", "https://")):
        return ""
    joined = joined.partition("#")[0]
    if "%" in joined:
        joined = _ESCAPE.sub(_fold_escape, joined)
    if "@" in joined:
        joined = _without_user(joined)
    return joined


def _fold_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _without_user(url: str) -> str:
    scheme, _, rest = url.partition("//")
    authority, slash, path = rest.partition("/")
    return f"{scheme}//{authority.rpartition('@')[2]}{slash}{path}"


def key(url: str) -> str:
    """What makes two addresses in normal form the same page: http and https, a leading `www.`, the order of
    query parameters, tracking and session parameters, and an empty query make no difference.
    """
    rest = url.partition("://")[2]
    host, slash, tail = rest.partition("/")
    host = host.removeprefix("www.")
    if ";" in tail:
        tail = _PATH_SESSION.sub("", tail)
    path, mark, query = tail.partition("?")
    if mark:
        query = "&".join(sorted(p for p in query.split("&") if p and not is_noise(p.partition("=")[0])))
        tail = f"{path}?{query}" if query else path
    return f"{host}{slash}{tail}"


def is_noise(parameter: str) -> bool:
    """True for a query parameter that names a visit or a campaign, not a page."""
    return bool(_TRACKING.match(parameter) or _SESSION.match(parameter))


def host_of(url: str) -> str:
    """Host and, when it is not the scheme's own, port of an address in normal form."""
    return url.partition("://")[2].partition("/")[0]


def host_named(text: str) -> str:
    """The host that somebody wrote: a name, with or without a port, or an address on it."""
    text = text.strip()
    return host_of(normal(text if "://" in text else f"https://{text}")) or text.lower()


def path_of(url: str) -> str:
    """Path and query of an address in normal form."""
    return "/" + url.partition("://")[2].partition("/")[2]


@lru_cache(maxsize=1)
def _suffixes() -> "object":
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The registrable domain of a host by the bundled Public Suffix List (`www.example.org` gives
    `example.org`); the host itself when it has none, as an IP address or `localhost`.
    """
    name = urlsplit(f"//{host}").hostname or host
    found = _suffixes()(name)  # type: ignore[operator]  # the library is imported late and has no stable type
    return str(found.top_domain_under_public_suffix) or name


class Scope:
    """Which addresses belong to the site that is read."""

    def __init__(self, starts: Iterable[str], hosts: Iterable[str] = (), *, subdomains: bool = False) -> None:
        """`starts` in normal form; `hosts` by name, with a port or as a whole address if one likes."""
        starts = list(starts)
        self._secure = frozenset(host_of(u).removeprefix("www.") for u in starts if u.startswith("https://"))
        named = [host_of(url) for url in starts] + [host_named(host) for host in hosts if host.strip()]
        self._hosts = frozenset(host.removeprefix("www.") for host in named)
        self._domains = frozenset(registrable(host) for host in named if not _has_port(host))
        self._subdomains = subdomains

    def __contains__(self, url: str) -> bool:
        """True when `url`, in normal form, is on one of the site's hosts."""
        host = host_of(url)
        if host.removeprefix("www.") in self._hosts:
            return True
        return self._subdomains and self.is_sibling(url)

    def preferred(self, url: str) -> str:
        """`url` by https when it is written with http but its host was named with https."""
        if url.startswith("http://") and host_of(url).removeprefix("www.") in self._secure:
            return f"https://{url[7:]}"
        return url

    def is_sibling(self, url: str) -> bool:
        """True for a host under a registrable domain of the site, whether it is read or not."""
        host = host_of(url)
        return not _has_port(host) and registrable(host) in self._domains


def _has_port(host: str) -> bool:
    return bool(re.search(r":\d+\Z", host))


def file_name(url: str) -> str:
    """The last segment of the path, unescaped; for guessing a type by its ending."""
    return unquote(urlsplit(url).path.rpartition("/")[2])
