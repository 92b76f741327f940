"""Encodings within text: percent signs, entities of entities, escapes, quoted-printable, reversed runs.

Readers hand over text as their format stores it. What is written in code inside that text is decoded
here, for every carrier alike, again and again until nothing is left to decode or the depth limit ends it.
Bytes written as characters (base64 and the like) are found by `blobs`.
"""

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import unquote, unquote_plus

from auditor.collect.extract import blobs, script
from auditor.collect.extract.lines import LazyAnchors
from auditor.collect.extract.part import Basket
from auditor.collect.extract.script import IN_ORDER
from auditor.core.document import Fragment

_PERCENT = re.compile(r"%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")
_PERCENT_U = re.compile(r"%u([0-9A-Fa-f]{4})")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24}\d{0,2});")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[0-7]{3}|/)")
_PLUS = re.compile(r"\+(?<=\w\+)\w")
_QUERY = re.compile(r"[?&/=][^\s?&=/]*\w\+\w")
_SOFT_LINE = re.compile(r"=\n(?<=\w=\n)[ \t]*\w")
_QUOTED = re.compile(r"=(?:20|2C|3D|0A|0D|09|[C-F][0-9A-F])(?=[\w=.,]|\Z)")
_ENCODED_WORD = re.compile(r"=\?[\w-]+\?[BbQq]\?[^?\s]+\?=")
_TURNED = re.compile("\u202e([^\u202c\n]+)")  # right-to-left override (Unicode, UAX 9, 2.2)
_MAP_TEXT = re.compile(r"![1-9]\d{0,2}s([^!\s]+)")  # a text field in the parameter of an embedded map
_ROT13 = ("ot13", "OT13", "ot-13", "OT-13", "ot_13", "ot 13", "OT 13")
_BY_13 = re.compile(r"harCode(?:At)?\([^\n]{0,80}[+-]\s?13\b")
_MAX_TURNED = 200_000


def url_words(url: str) -> str:
    """A URL as written and, on a second line when it differs, decoded."""
    decoded = _percent_decoded(url).replace("+", " ")
    return url if decoded == url else f"{url}\n{decoded}"


def unfold(basket: Basket) -> None:
    """Add what is encoded inside the fragments of `basket`, each with the carrier and place it stood at."""
    seen: set[str] = set()
    if any(_names_rot13(fragment.text) for fragment in basket.fragments):
        for fragment in tuple(basket.fragments):
            if len(fragment.text) <= _MAX_TURNED:
                turned = codecs.encode(fragment.text, "rot13")
                basket.fragments.append(replace(fragment, text=turned))
    depths = [0] * len(basket.fragments)
    at = 0
    while at < len(basket.fragments):
        fragment, depth = basket.fragments[at], depths[at]
        at += 1
        if depth < basket.budget.limits.depth and not fragment.where.endswith(IN_ORDER):
            basket.budget.check_time()
            _unfold_one(fragment, replace(basket, within="", depth=depth), seen)
        depths += [depth + 1] * (len(basket.fragments) - len(depths))


def _names_rot13(text: str) -> bool:
    if "13" not in text:
        return False
    return any(mark in text for mark in _ROT13) or ("harCode" in text and bool(_BY_13.search(text)))


def _unfold_one(fragment: Fragment, basket: Basket, seen: set[str]) -> None:
    code = fragment.carrier in ("script", "style")
    for start, decoded in _decodings(fragment.text, code):
        if decoded not in seen:
            seen.add(decoded)
            basket.add(fragment.carrier, decoded, "", _same_place(fragment, start))
    for at, name, body, media_type in blobs.found(fragment.text, seen):
        place = ", ".join(piece for piece in (fragment.place(at), name) if piece)
        # A run of letters and figures that happens to decode is a guess: what cannot be read of it is
        # no gap in the audit.
        kept = basket if media_type else replace(basket, unchecked=[])
        kept.nested(body, place, media_type=media_type)


def _same_place(fragment: Fragment, start: int) -> LazyAnchors:
    return LazyAnchors(lambda: [(0, fragment.place(start))])


def _decodings(text: str, code: bool) -> Iterator[tuple[int, str]]:
    """Lines of `text` that read otherwise when decoded, as (offset, decoded); `code` is a program's."""
    for found, decode in (
        ("%", _percent_lines),
        ("&", _entity_lines),
        ("\\", _escape_lines),
        ("+", _plus_lines),
        ("=", _quoted_lines),
        ("\u202e", _turned_lines),
        ("!", _map_texts),
    ):
        if found in text and not (code and decode is _quoted_lines and not _SOFT_LINE.search(text)):
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
    for start, line in _lines(text, _PLUS):
        if _QUERY.search(line) and not _PERCENT.search(line):
            yield start, unquote_plus(line)


def _entity_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text, _ENTITY):
        decoded = unescape(line)
        if decoded != line:
            yield start, decoded


def _escape_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text, _ESCAPE):
        yield start, script.decode(line)


def _quoted_lines(text: str) -> Iterator[tuple[int, str]]:
    """Quoted-printable and encoded words (RFC 2045, 6.7; RFC 2047), outside of messages too."""
    if _SOFT_LINE.search(text) or len(_QUOTED.findall(text[:200_000])) > 1:
        decoded = quopri.decodestring(text.encode("utf-8", "replace"))
        yield 0, decoded.decode("utf-8", "replace")
    if "=?" in text:
        from auditor.collect.extract.mail import decoded_header

        for word in _ENCODED_WORD.finditer(text):
            yield word.start(), decoded_header(word[0])


def _turned_lines(text: str) -> Iterator[tuple[int, str]]:
    """Runs that a control character has shown from right to left."""
    for run in _TURNED.finditer(text):
        yield run.start(), run[1][::-1]


def _map_texts(text: str) -> Iterator[tuple[int, str]]:
    for field in _MAP_TEXT.finditer(text):
        yield field.start(), _percent_decoded(field[1]).replace("+", " ")
