"""Encodings within text: percent signs, entities of entities, escapes, base64, quoted-printable, data URIs.

Readers hand over text as their format stores it. What is written in code inside that text is decoded
here, for every carrier alike, again and again until nothing is left to decode or the depth limit ends it.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import unquote, unquote_plus

from auditor.collect.extract.lines import LazyAnchors
from auditor.collect.extract.part import Basket
from auditor.core.document import Fragment

_PERCENT = re.compile(r"%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")
_PERCENT_U = re.compile(r"%u([0-9A-Fa-f]{4})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24}\d{0,2});")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[0-7]{3}|/)")
_QUERY = re.compile(r"[?&/=][^\s?&=/]*\w\+\w")
_SOFT_LINE = re.compile(r"=\n|=(?:[0-9A-F]{2})")
_DATA_URI = re.compile(r"data:[\w.+/-]*(?:;[\w.=\"+-]+)*,([^\s\"'<>)\\]+)", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){12,}")
_LONG_WORD = 20
_MAX_BLOBS = 200


def url_words(url: str) -> str:
    """A URL as written and, on a second line when it differs, decoded."""
    decoded = _percent_decoded(url).replace("+", " ")
    return url if decoded == url else f"{url}\n{decoded}"


def unfold(basket: Basket) -> None:
    """Add what is encoded inside the fragments of `basket`, each with the carrier and place it stood at."""
    seen: set[str] = set()
    depths = [0] * len(basket.fragments)
    at = 0
    while at < len(basket.fragments):
        fragment, depth = basket.fragments[at], depths[at]
        at += 1
        if depth < basket.budget.limits.depth:
            basket.budget.check_time()
            _unfold_one(fragment, replace(basket, within="", depth=depth), seen)
        depths += [depth + 1] * (len(basket.fragments) - len(depths))


def _unfold_one(fragment: Fragment, basket: Basket, seen: set[str]) -> None:
    for start, decoded in _decodings(fragment.text):
        if decoded not in seen:
            seen.add(decoded)
            basket.add(fragment.carrier, decoded, "", _same_place(fragment, start))
    for place, body, media_type in _blobs(fragment, seen):
        # A run of letters and figures that happens to decode is a guess: what cannot be read of it is
        # no gap in the audit.
        kept = basket if media_type else replace(basket, unchecked=[])
        kept.nested(body, place, media_type=media_type)


def _same_place(fragment: Fragment, start: int) -> LazyAnchors:
    return LazyAnchors(lambda: [(0, fragment.place(start))])


def _decodings(text: str) -> Iterator[tuple[int, str]]:
    """Lines of `text` that read otherwise when decoded, as (offset, decoded)."""
    for found, decode in (
        ("%", _percent_lines),
        ("&", _entity_lines),
        ("\\", _escape_lines),
        ("+", _plus_lines),
        ("=", _quoted_lines),
    ):
        if found in text:
            yield from decode(text)


def _lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The lines that `pattern` occurs in, each once, cut to a window around it when they are very long."""
    end = 0
    while match := pattern.search(text, end):
        start = max(text.rfind("\n", end, match.start()) + 1, end)
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        yield start, text[start:end]


def _percent_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text, _PERCENT):
        decoded = _percent_decoded(line)
        yield start, decoded.replace("+", " ") if "+" in decoded else decoded


def _percent_decoded(text: str) -> str:
    if "%u" in text:
        text = _PERCENT_U.sub(lambda m: chr(int(m[1], 16)), text)
    decoded = unquote(text)
    return unquote(text, "cp1252") if "\ufffd" in decoded else decoded


def _plus_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text, _QUERY):
        if not _PERCENT.search(line):
            yield start, unquote_plus(line)


def _entity_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text, _ENTITY):
        decoded = unescape(line)
        if decoded != line:
            yield start, decoded


def _escape_lines(text: str) -> Iterator[tuple[int, str]]:
    from auditor.collect.extract import script

    for start, line in _lines(text, _ESCAPE):
        yield start, script.decode(line)


def _quoted_lines(text: str) -> Iterator[tuple[int, str]]:
    """Quoted-printable (RFC 2045, 6.7), only where several of its codes stand."""
    codes = _SOFT_LINE.findall(text[:200_000])
    if len(codes) >= 3 and text.count("=20") + text.count("=\n") + text.count("=3D") + text.count("=0A") >= 2:
        yield 0, quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _blobs(fragment: Fragment, seen: set[str]) -> Iterator[tuple[str, bytes, str]]:
    """Data URIs, base64 and hexadecimal runs that hold text or a file, as (place, bytes, media type)."""
    text = fragment.text
    if "data:" in text:
        for match in _DATA_URI.finditer(text):
            if match[1] not in seen:
                seen.add(match[1])
                yield f"{fragment.place(match.start())}, data URI", *from_data_uri(match[0])
    runs = (run for word in set(text.split()) if len(word) >= _LONG_WORD for run in _BASE64.findall(word))
    count = 0
    for run in runs:
        if run in seen or not _may_encode(run):
            continue
        seen.add(run)
        body = from_base64(run) or _from_hex(run)
        if body is not None:
            place = fragment.place(text.find(run))
            yield f"{place}, encoded text" if place else "encoded text", body, ""
            count += 1
            if count >= _MAX_BLOBS:
                return


def _may_encode(run: str) -> bool:
    """Whether a run looks like encoded bytes: of both cases, no path or hyphenated name; or hexadecimal."""
    if run.islower() or run.isupper():
        return bool(_HEX.fullmatch(run))
    return run.count("-") + run.count("_") + run.count("/") <= len(run) // 8


def from_data_uri(uri: str) -> tuple[bytes, str]:
    """The bytes and media type of a data URI (RFC 2397)."""
    head, _, content = uri.partition(",")
    media_type, *parameters = head[5:].lower().split(";")
    if "base64" in parameters:
        body = _base64_bytes(unquote(content)) or b""
    else:
        body = unquote(content).encode("utf-8", "replace")
    return body, media_type.strip() or "text/plain"


def from_base64(run: str) -> bytes | None:
    """What a base64 run decodes to, if that is text or a known kind of file."""
    body = _base64_bytes(run)
    return body if body and _meaningful(body) else None


def _base64_bytes(run: str) -> bytes | None:
    plain = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return None


def _from_hex(run: str) -> bytes | None:
    if not _HEX.fullmatch(run):
        return None
    body = bytes.fromhex(run)
    return body if _meaningful(body) else None


_KNOWN = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
)


def _meaningful(body: bytes) -> bool:
    """Text of at least six characters with hardly any control characters, or the start of a known file."""
    if body.startswith(_KNOWN):
        return True
    if b"\0" in body[:64]:
        try:
            text = body.decode("utf-16-le")
        except UnicodeDecodeError:
            return False
    else:
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            return False
    return len(text) >= 6 and sum(c.isprintable() or c in "\n\t\r" for c in text[:400]) >= 0.97 * min(
        len(text), 400
    )
