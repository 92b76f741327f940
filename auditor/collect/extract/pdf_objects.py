"""The objects of a PDF, read without following its cross-references: whatever no page shows.

Annotations, form values, link targets, bookmarks, alternative texts, scripts, XMP and XFA streams are
strings and streams of numbered objects (ISO 32000-1, 7.3). Reading all objects finds those that are
hidden, unused or left over from earlier revisions, too.
"""

import base64
import re
from collections.abc import Iterator

from auditor.collect.extract.data import add_lines
from auditor.collect.extract.named import position
from auditor.collect.extract.package import inflated
from auditor.collect.extract.part import Basket

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b(.*?)(?=endobj|\d\s+obj\b|\Z)", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n")
_STRING = re.compile(
    rb"(?:/([\w.:]+)\s*)?(?:\[\s*)?(?:\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*+)\)|<([0-9A-Fa-f\s]{4,})>)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\n", b"t": b"\t", b"b": b"", b"f": b""}
_DULL = frozenset(
    {b"ID", b"U", b"O", b"UE", b"OE", b"Perms", b"DA", b"CharSet", b"NM", b"M", b"FontFile", b"Registry"}
)
_PLACES = {
    b"Contents": "annotation",
    b"RC": "annotation",
    b"V": "form field",
    b"DV": "form field, default",
    b"T": "field or annotation name",
    b"TU": "form field, help text",
    b"URI": "link",
    b"Title": "bookmark or title",
    b"Alt": "alternative text",
    b"ActualText": "actual text",
    b"JS": "script",
    b"F": "file name",
    b"UF": "file name",
    b"Desc": "attachment description",
}
_XML = re.compile(rb"<[?A-Za-z][\w:.-]*[\s>/?]")
_NAME = re.compile(rb"/((?:[\w.,:-]|#[0-9A-Fa-f]{2})*#[0-9A-Fa-f]{2}(?:[\w.,:-]|#[0-9A-Fa-f]{2})*)")
_MAP_POINTS = re.compile(rb"/GPTS\s*\[([-+\d.\s]{3,4000})\]")
_SCRIPT = re.compile(rb"/JS\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_SHOWN = re.compile(rb"\bTj\b|\bTJ\b|\bBT\b")


def read(body: bytes, basket: Basket, shown: str = "", *, contents: bool = False) -> None:
    """Read the strings and text streams of all objects; with `contents`, those of page contents too.

    `shown` is the text of the pages without white space: pieces of pages that hold nothing else are left out.
    """
    lines: dict[tuple[str, str], None] = {}
    pieces: list[tuple[str, list[str]]] = []
    scripts = set(_SCRIPT.findall(body))
    for match in _OBJECT.finditer(body):
        basket.budget.check_time()
        place = f"object {match[1].decode()}"
        stream = _STREAM.search(match[2])
        head = match[2][: stream.start()] if stream else match[2]
        lines.update(dict.fromkeys(_strings(head, place)))
        if stream:
            content = _unpacked(head, body, match.start(2) + stream.end(), basket)
            if b"/ObjStm" in head:
                scripts.update(_SCRIPT.findall(content))
            if match[1] in scripts:
                basket.nested(content, f"{place}, script", "script.js", "text/javascript")
            else:
                lines.update(dict.fromkeys(_stream_lines(head, content, place, basket, contents)))
            if b"/Subtype" in head and b"/Form" in head and _SHOWN.search(content):
                pieces.append((place, [text for _, text in _strings(content, place)]))
    known = shown + "".join("".join(text.split()) for _, text in lines)
    for place, texts in pieces:
        if "".join("".join(texts).split()) not in known:
            lines[place, "".join(texts)] = lines[place, " ".join(texts)] = None
    add_lines(basket, "pdf-object", list(lines))
    for place, text in lines:
        if place.startswith("script"):
            basket.nested(text.encode("utf-8", "replace"), place, "script.js", "text/javascript")
        elif text[0] == "<" and "</" in text:  # rich text of an annotation or a field
            basket.nested(text.encode("utf-8", "replace"), place, "text.html", "text/html")


def _unpacked(head: bytes, body: bytes, start: int, basket: Basket) -> bytes:
    end = body.find(b"endstream", start)
    packed = body[start : end if end >= 0 else len(body)]
    if b"/ASCII85Decode" in head or b"/A85 " in head:
        packed = _from_ascii85(packed)
    if b"/FlateDecode" in head or b"/Fl " in head:
        if re.search(rb"/Subtype\s*/Image|/FontFile|/Length1\b", head):
            return b""
        return inflated(packed, basket, 15)
    return packed if b"/Filter" not in head or b"85" in head else b""


def _from_ascii85(packed: bytes) -> bytes:
    try:
        return base64.a85decode(packed.strip().removesuffix(b"~>"))
    except ValueError:
        return b""


def _stream_lines(
    head: bytes, content: bytes, place: str, basket: Basket, contents: bool
) -> Iterator[tuple[str, str]]:
    """What the content of one stream says; XML and scripts are read as such."""
    start = content[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if b"/ObjStm" in head:
        yield from _strings(content, place)
    elif _XML.match(start):
        basket.nested(content, f"{place}, XML", "metadata.xml", "application/xml")
    elif contents and _SHOWN.search(content):
        yield place, " ".join(text for _, text in _strings(content, place))
    elif b"/EmbeddedFile" in head and contents:
        basket.nested(content, f"{place}, attachment")
    elif not _SHOWN.search(content) and b"app." in content:
        basket.nested(content, f"{place}, script", "script.js", "text/javascript")


def _strings(source: bytes, place: str) -> Iterator[tuple[str, str]]:
    if b"#" in source or b"/GPTS" in source:
        yield from _named(source, place)
    for key, literal, digits in _STRING.findall(source):
        if key in _DULL:
            continue
        raw = _unescaped(literal) if literal else _from_hex(digits)
        text = _text(raw).strip()
        if len(text) >= 2 and any(c.isalnum() for c in text):
            name = _PLACES.get(key) or (key.decode("latin-1") if key else "")
            yield ", ".join(p for p in (name, place) if p), text


def _named(source: bytes, place: str) -> Iterator[tuple[str, str]]:
    """Names that hold more than letters (destinations, layers), and the corners of maps in degrees."""
    for name in _NAME.findall(source):
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes((int(m[1], 16),)), name)
        yield f"name, {place}", raw.decode("utf-8", "replace")
    for points in _MAP_POINTS.findall(source):
        numbers = points.decode("ascii").split()
        for latitude, longitude in zip(numbers[0::2], numbers[1::2], strict=False):
            yield f"map, {place}", position(latitude, longitude)


def _unescaped(literal: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes((int(match[1], 8) & 0xFF,))
        return b"" if match[2] else _LETTERS.get(match[3], match[3])

    return _ESCAPE.sub(one, literal) if b"\\" in literal else literal


def _from_hex(digits: bytes) -> bytes:
    plain = re.sub(rb"\s", b"", digits)
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _text(raw: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, else near enough to Latin-1."""
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", "replace")
    if sum(b < 9 or 13 < b < 32 or b == 127 for b in raw) > len(raw) // 8:
        return ""
    return raw.decode("cp1252", "replace")
