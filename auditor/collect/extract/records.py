"""Tables and cards in plain text: CSV, vCard, iCalendar."""

import base64
import binascii
import csv
import quopri
import re
from collections.abc import Iterator

from auditor.collect.extract import charset, named, tables
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.lines import plain_lines
from auditor.collect.extract.part import Basket, Part

_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_GEO = re.compile(r"(?:geo:)?\s*([-+]?\d{1,3}\.\d+)\s*[;,]\s*([-+]?\d{1,3}\.\d+)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_CHARSET = re.compile(r"CHARSET=\"?([\w.:-]+)", re.IGNORECASE)
_MAX_ROWS = 500_000
_FRAME = ("BEGIN", "END", "VERSION")
_MARKUP = re.compile(r"</[A-Za-z]|<(?:br|p|div|html|body)\b", re.IGNORECASE)
_BACKSLASH = re.compile(r"\\(.)")


def read_csv(part: Part, basket: Basket) -> None:
    """Read comma, semicolon or tab separated values."""
    for text in charset.readings(part.body, part.charset):
        rows: list[list[str]] = []
        places: list[str] = []
        reader = csv.reader(text.replace("\0", "").splitlines(keepends=True), delimiter=_delimiter(text))
        try:
            for row in reader:
                rows.append(row)
                places.append(f"row {len(rows)}, line {reader.line_num}")
                if len(rows) >= _MAX_ROWS:
                    basket.skip(f"only the first {_MAX_ROWS} rows were read as a table")
                    break
        except csv.Error:
            basket.add("csv", text, "", plain_lines(text))
        tables.add_rows(basket, "csv", rows, places)


def _delimiter(text: str) -> str:
    head = "\n".join(text[:20_000].splitlines()[:20])
    # Where figures are written with decimal commas, these part nothing.
    plain = _DECIMAL_COMMA.sub("", head)
    return max(",;\t|", key=plain.count if any(mark in plain for mark in ";\t|") else head.count)


def read_card(part: Part, basket: Basket) -> None:
    """Read vCards and calendars: both are lines of NAME;PARAMETERS:VALUE (RFC 6350, RFC 5545)."""
    for text in charset.readings(part.body, part.charset):
        carrier = "calendar" if "BEGIN:VCALENDAR" in text.upper() else "vcard"
        lines: list[tuple[str, str]] = []
        for number, name, parameters, value in _content_lines(text):
            if name in _FRAME:
                continue
            place = f"{name}, line {number}"
            if "BASE64" in parameters.upper() or "ENCODING=B" in parameters.upper():
                _binary(value, place, parameters, basket)
                continue
            marked_up = bool(_MARKUP.search(value))
            if marked_up:
                basket.nested(_unescaped(value).encode("utf-8", "replace"), place, media_type="text/html")
            readings = _readings(name, parameters, "" if marked_up else value)
            # A blank line between them: what stands in the next property is no part of an address.
            lines += ((place, f"{piece}\n") for piece in readings if piece)
        add_lines(basket, carrier, lines)


def _content_lines(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(line number, name, parameters, value) of each unfolded line."""
    number = 1
    for folded in re.split(r"\r?\n(?![ \t])", _SOFT.sub("", text)):
        line = _FOLD.sub("", folded)
        head, _, value = line.partition(":")
        quotes = head.count('"') % 2
        while quotes and ":" in value:
            more, _, value = value.partition(":")
            head += ":" + more
            quotes = head.count('"') % 2
        name, _, parameters = head.partition(";")
        yield number, name.rpartition(".")[2].upper(), parameters, value
        number += folded.count("\n") + 1


def _readings(name: str, parameters: str, value: str) -> Iterator[str]:
    if "QUOTED-PRINTABLE" in parameters.upper():
        raw = quopri.decodestring(value.encode("utf-8", "replace"))
        value = "\n".join(charset.readings(raw, _declared(parameters)))
    if name == "GEO" or value.lower().startswith("geo:"):
        for latitude, longitude in _GEO.findall(value):
            yield named.position(latitude, longitude)
    if name == "ADR":
        yield _postal(value)
    plain = _unescaped(value)
    yield plain.replace(";", ", ") if name in ("ADR", "N", "ORG") else plain
    if "=" in parameters:
        yield from _positions_in(parameters)
        yield parameters


def _declared(parameters: str) -> str:
    """The character set that a property of vCard 2.1 names."""
    found = _CHARSET.search(parameters)
    return found[1] if found else ""


def _unescaped(value: str) -> str:
    return _BACKSLASH.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def _positions_in(parameters: str) -> Iterator[str]:
    for latitude, longitude in re.findall(r"geo:([-+\d.]+),([-+\d.]+)", parameters, re.IGNORECASE):
        yield named.position(latitude, longitude)


def _postal(value: str) -> str:
    """The seven parts of an ADR value in the order in which an address is written (RFC 6350, 6.3.1)."""
    parts = [_BACKSLASH.sub(r"\1", p).strip() for p in re.split(r"(?<!\\);", value)]
    box, unit, street, city, region, code, country = (*parts, *[""] * 7)[:7]
    pieces = (street, unit, box, city, f"{region} {code}".strip(), country)
    return ", ".join(piece for piece in pieces if piece)


def _binary(value: str, place: str, parameters: str, basket: Basket) -> None:
    try:
        body = base64.b64decode(re.sub(r"\s", "", value))
    except (binascii.Error, ValueError):
        basket.add("vcard", value, place)
        return
    declared = re.search(r"(?:MEDIATYPE|TYPE)=([\w/+-]+)", parameters, re.IGNORECASE)
    basket.nested(body, place, media_type=declared[1].lower() if declared else "")
