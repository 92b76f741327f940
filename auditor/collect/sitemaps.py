"""Sitemaps, feeds and other XML that lists addresses: index, gzip, plain text, RSS, Atom, and broken ones."""

import re
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

SITEMAP_LIMIT = 50 * 1024**2
"""The largest sitemap by the sitemap protocol (sitemaps.org), unpacked."""

_TEXT_TAGS = frozenset(
    {"loc", "link", "guid", "url", "comments", "uri", "id", "content_loc", "player_loc", "thumbnail_loc"}
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


def sitemap_links(body: bytes) -> list[str]:
    """The addresses in a sitemap of any form, in order."""
    plain = unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    if plain.startswith(b"<"):
        return list(dict.fromkeys(xml_links(plain)))
    lines = (line.strip() for line in plain.decode("utf-8", "replace").splitlines())
    return list(dict.fromkeys(line for line in lines if line.startswith(("http://", "https://"))))


def xml_links(body: bytes) -> Iterator[str]:
    """The addresses in XML: sitemap, feed, anything with href attributes. Broken XML is searched loosely."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield from (found.decode("utf-8", "replace").replace("&amp;", "&") for found in _LOOSE.findall(body))
        return
    for element in root.iter():
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        text = (element.text or "").strip()
        if tag in _TEXT_TAGS and text.startswith(("http://", "https://", "/")):
            yield text
        for name, value in element.attrib.items():
            if name.rpartition("}")[2] in _LINK_ATTRIBUTES:
                yield value.strip()
