"""Bytes written as characters: data URIs, base64 in its forms, hexadecimal, lists of octets, uuencode.

A run that merely could be encoded is tried; it counts when what comes out is text or a known kind of file.
"""

import base64
import binascii
import re
import string
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from auditor.collect.extract.wellknown import positions
from auditor.core.shape import shape_of

_DATA_URI = re.compile(r"data:[\w.+/-]*(?:;[\w.=\"+-]+)*,([^\s\"'<>)\\]+)", re.IGNORECASE)
_FOLDED = re.compile(
    r"^[A-Za-z0-9+/]{60,100}\n(?:[A-Za-z0-9+/]{60,100}\n)*[A-Za-z0-9+/]{2,100}={0,2}", re.MULTILINE
)
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){10,}")
_HEX_MARK = re.compile(r"\A0?[xX](?=[0-9a-fA-F]{20})")
_BASE32 = re.compile(r"[A-Z2-7]{16,}={0,6}")
_ASCII85 = re.compile(r"<~([!-uz\s]{10,}?)~>")
_UU = re.compile(r"^begin [0-7]{3} [^\n]{0,200}\n((?:[!-`][ -`]*\n){1,20000}?)[ `]?\n?end", re.MULTILINE)
# Codes of letters and figures begin with a figure in every notation, which makes these searches quick.
_OCTETS = (
    (
        re.compile(r"[02-7](?<!\w[02-7])x?[0-9a-fA-F]{1,2}(?:[\s,:;-]{1,2}(?:0x)?[0-9a-fA-F]{2}){9,}(?!\w)"),
        16,
    ),
    (re.compile(r"[0-9](?<!\w[0-9])\d{1,2}(?:[\s,;]{1,2}\d{2,3}){9,}(?!\w)"), 10),
    (re.compile(r"[01](?<!\w[01])[01]{7}(?:[\s,]?[01]{8}){9,}(?!\w)"), 2),
)
_LIST = re.compile(
    r"[0-9](?<!\w[0-9])(?:x[0-9a-fA-F]{2}|[01]{7}|[0-9a-fA-F]{1,2})"
    r"(?:(?:[\s,:;-]{1,2}(?:0x)?[0-9a-fA-F]{2,3}){9}|(?:[\s,]?[01]{8}){9})"
)
_LIST_SHAPE = re.compile(rb"0(?<![0aAL]0)(?=[0aA]{0,7}(?:(?:[ ,-]{1,2}[0aA]{2,5}){9}|(?:[ ,]?0{8}){9}))")
"""The same in the shape of a text: one literal byte is looked for, and not any digit."""
_CODE = frozenset(f"{string.ascii_letters}{string.digits}+/_-".encode())
_RULED = bytes(120 if c in _CODE else 32 for c in range(256))
_LONG = b"x" * 16
_FOLDED_LINE = 60
_MAIL = re.compile(rb"[\w.+-]+@[\w-]+\.[\w.-]+(?:\?[\x20-\x7e]*)?")
_SURE = 24  # shorter runs decode to something readable by chance, so more is asked of them
_MAX_BLOBS = 200
_MAX_OCTETS = 200_000

Blob = tuple[int, str, bytes, str]


def found(text: str, seen: set[str]) -> Iterator[Blob]:
    """(offset, what it is, bytes, media type) of what is written in code in `text`; runs in `seen` once."""
    if "data:" in text or "DATA:" in text:
        for match in _DATA_URI.finditer(text):
            if match[1] not in seen:
                seen.add(match[1])
                yield match.start(), "data URI", *from_data_uri(match[0])
    for count, (run, body) in enumerate(_runs(text, seen)):
        if count >= _MAX_BLOBS:
            break
        yield text.find(run), "encoded text", body, ""
    for pattern, decode in _FRAMED:
        if pattern[0] in text:
            for match in pattern[1].finditer(text):
                if match[0] not in seen:
                    seen.add(match[0])
                    if body := decode(match):
                        yield match.start(), "encoded text", body, ""
    if (start := _list_in(text)) >= 0:
        yield from _octets(text[start : start + _MAX_OCTETS], start, seen)


def _list_in(text: str) -> int:
    """Where the first list of octets may start, or -1."""
    likely = (found.start() for found in _LIST_SHAPE.finditer(shape_of(text)))
    return next((start for start in likely if _LIST.match(text, start)), -1)


def _runs(text: str, seen: set[str]) -> Iterator[tuple[str, bytes]]:
    """Words that decode from base64, base32 or hexadecimal; then base64 folded over lines."""
    runs = dict.fromkeys(_long_runs(text))
    for whole in runs:
        if whole in seen:
            continue
        seen.add(whole)
        for run in _readings(whole):
            if _may_encode(run) and (body := from_base64(run) or _from_hex(run) or _from_base32(run)):
                yield run, body
                break
    if "\n" in text and any(len(run) >= _FOLDED_LINE for run in runs):
        for match in _FOLDED.finditer(text):
            if match[0] not in seen:
                seen.add(match[0])
                if body := from_base64(match[0].replace("\n", "")):
                    yield match[0], body


def _readings(run: str) -> Iterator[str]:
    """The run, without the mark of a number in hexadecimal; of a path, the long ones of its parts."""
    yield _HEX_MARK.sub("", run)
    if "/" in run:
        yield from (part for part in run.split("/") if len(part) >= _SURE)


def _long_runs(text: str) -> Iterator[str]:
    """The long runs of characters of base64, with the signs that fill it up; found as a run of one byte."""
    ruled = text.encode("latin-1", "replace").translate(_RULED) + b" "
    start = ruled.find(_LONG)
    while start >= 0:
        end = ruled.find(b" ", start)
        filling = text[end : end + 2]
        yield text[start:end] + filling[: len(filling) - len(filling.lstrip("="))]
        start = ruled.find(_LONG, end)


def _may_encode(run: str) -> bool:
    """Whether a run looks like encoded bytes: of both cases, no path or hyphenated name; or of one case."""
    run = run.rstrip("=")
    if run.islower() or run.isupper() or run.isdigit():
        return bool(_HEX.fullmatch(run) or _BASE32.fullmatch(run))
    if len(run) < _SURE and not any(map(str.isdigit, run)):
        return False
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
    if not body or not meaningful(body):
        return None
    return body if len(run) >= _SURE or _plain(body) else None


def _plain(body: bytes) -> bool:
    """Whether a short piece is plain text with a figure in it, as numbers of phones and houses have."""
    return body.isascii() and body.decode("ascii").isprintable() and any(b in b"0123456789" for b in body)


def _base64_bytes(run: str) -> bytes | None:
    plain = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return None


def _from_hex(run: str) -> bytes | None:
    """Text, a file, a stored position, or text covered with its first octet, as protected mail links are."""
    if not _HEX.fullmatch(run):
        return None
    body = bytes.fromhex(run)
    covered = bytes(b ^ body[0] for b in body[1:])
    uncovered = covered if _plain(covered) or _MAIL.fullmatch(covered) else None
    if meaningful(body):  # what is covered may be printable as well
        return body + b"\n" + uncovered if uncovered else body
    if located := positions(body):
        return "\n".join(located).encode()
    return uncovered


def _from_base32(run: str) -> bytes | None:
    try:
        body = base64.b32decode(run.rstrip("=") + "=" * (-len(run.rstrip("=")) % 8))
    except (binascii.Error, ValueError):
        return None
    return body if meaningful(body) else None


def _from_ascii85(match: re.Match[str]) -> bytes:
    try:
        return base64.a85decode(match[1])
    except ValueError:
        return b""


def _from_uu(match: re.Match[str]) -> bytes:
    try:
        return b"".join(binascii.a2b_uu(line) for line in match[1].splitlines())
    except (binascii.Error, ValueError):
        return b""


_FRAMED: tuple[tuple[tuple[str, re.Pattern[str]], Callable[[re.Match[str]], bytes]], ...] = (
    (("<~", _ASCII85), _from_ascii85),
    (("begin ", _UU), _from_uu),
)


def _octets(text: str, offset: int, seen: set[str]) -> Iterator[Blob]:
    """Characters written as lists of numbers: "31 32 34 37", "49, 50, 52, 55", "00110001 00110010"."""
    for pattern, base in _OCTETS:
        for match in pattern.finditer(text):
            if match[0] in seen:
                continue
            seen.add(match[0])
            digits = re.findall(r"[01]{8}" if base == 2 else r"(?:0x)?([0-9a-fA-F]{2,3})", match[0])
            body = bytes(number for number in (int(d, base) for d in digits) if number < 256)
            body = body.replace(b"\0", b"")
            if len(body) > 5 and meaningful(body):
                yield offset + match.start(), "encoded text", body, ""


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
    b"\0asm",
    b"SQLite format 3",
    b"bplist00",
    b"wOFF",
    b"wOF2",
)


def meaningful(body: bytes) -> bool:
    """Text of at least six characters with hardly any control characters, or the start of a known file."""
    if body.startswith(_KNOWN):
        return True
    try:
        text = body.decode("utf-16-le" if b"\0" in body[:64] else "utf-8")
    except UnicodeDecodeError:
        return False
    sample = text[:400]
    return len(text) >= 6 and sum(c.isprintable() or c in "\n\t\r" for c in sample) >= 0.97 * len(sample)
