"""Sitemaps, feeds and other XML that lists addresses: index, gzip, plain text, RSS, Atom, and broken ones."""

import html
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from auditor.collect.links import as_utf8, markup_links

SITEMAP_LIMIT = 50 * 1024**2
"""The largest sitemap by the sitemap protocol (sitemaps.org), unpacked."""

_TEXT_TAGS = frozenset(
    {
        "loc",
        "link",
        "guid",
        "url",
        "comments",
        "commentrss",
        "uri",
        "id",
        "content_loc",
        "player_loc",
        "thumbnail_loc",
    }
)
_LINK_ATTRIBUTES = ("href", "url", "src")
_LOOSE = re.compile(rb"<(?:\w+:)?(?:loc|link|guid)>\s*+(?:<!\[CDATA\[)?\s*+([^<\]\s]+)", re.IGNORECASE)


def unpacked(body: bytes, limit: int = SITEMAP_LIMIT) -> bytes:
    """`body`, or what it holds when it is gzip, cut at `limit` bytes."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, limit)
    except zlib.error:
        return b""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses of a sitemap, in order. Those of an index are sitemaps; `cut` says what was not read."""

    links: tuple[str, ...]
    is_index: bool = False
    cut: str = ""


def read_sitemap(body: bytes) -> Sitemap | None:
    """A sitemap of any form and encoding; None for a page that stands in its place."""
    unzipped = unpacked(body)
    cut = f"larger than the limit of {SITEMAP_LIMIT // 1024**2} MB; the rest was not read"
    plain = as_utf8(unzipped).lstrip(b"\xef\xbb\xbf \t\r\n")
    head = plain[:2048].lower()
    if b"<html" in head:
        return None
    if plain.startswith(b"<"):
        found = list(xml_links(plain))
    else:
        lines = (line.strip() for line in plain.decode("utf-8", "replace").splitlines())
        found = [line for line in lines if line.startswith(("http://", "https://"))]
    cut = cut if len(unzipped) >= SITEMAP_LIMIT else ""
    return Sitemap(tuple(dict.fromkeys(found)), b"<sitemapindex" in head or b":sitemapindex" in head, cut)


def xml_links(body: bytes) -> Iterator[str]:
    """The addresses in XML: sitemap, feed, anything with href attributes, and the links of the pages that a
    feed holds as text. Broken XML is searched loosely.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield from (found.decode("utf-8", "replace").replace("&amp;", "&") for found in _LOOSE.findall(body))
        yield from markup_links(html.unescape(body.decode("utf-8", "replace"))).named
        return
    for element in root.iter():
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        text = (element.text or "").strip()
        if tag in _TEXT_TAGS and text.startswith(("http://", "https://", "/")):
            yield text
        elif "<" in text:
            yield from markup_links(text).named
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] in _LINK_ATTRIBUTES:
                yield value.strip()
