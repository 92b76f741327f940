"""Records of navigation devices, bencoded files, expressions that join constants, and marks in plain text."""

import hashlib

import pytest

from auditor.collect.extract import read
from auditor.core.document import Resource
from auditor.core.status import Kind
from tests.collect.extract.families import ADDRESS
from tests.collect.extract.test_parts_apart import found


def minutes(value: float, width: int, *, point: str) -> str:
    degrees = int(abs(value))
    part = f"{(abs(value) - degrees) * 60:06.3f}"
    return f"{degrees:0{width}d}{part.replace('.', point)}"


def flight(latitude: float, longitude: float) -> str:
    place = f"{minutes(latitude, 2, point='')}N{minutes(longitude, 3, point='')}W"
    return (
        "AXXXABC FLIGHT:1\r\nHFDTE150624\r\nHFPLTPILOTINCHARGE:Somebody\r\nI013638FXA\r\n"
        f"B1101353900000N08900000WA0058700600\r\nB110136{place}A0058700600\r\nLXXX note\r\n"
    )


def sentence(latitude: float, longitude: float) -> str:
    place = f"{minutes(latitude, 2, point='.')},N,{minutes(longitude, 3, point='.')},W"
    return f"$GPGSA,A,3,04,05,,09\n$GPRMC,225446,A,{place},000.5,054.7,191194,020.3,E*68\n"


def fix(latitude: float, longitude: float) -> str:
    place = f"{minutes(latitude, 2, point='.')},N,{minutes(longitude, 3, point='.')},W"
    return f"$GNGGA,092725.00,{place},1,08,1.01,499.6,M,48.0,M,,*5B\n"


@pytest.mark.parametrize("write", [flight, sentence, fix])
def test_the_record_of_a_device_gives_its_positions(write: object) -> None:
    assert callable(write)
    assert found("application/octet-stream", write(39.7817, -89.6501)) == {Kind.COORDINATES}
    assert not found("application/octet-stream", write(39.5117, -89.2501))


def bencoded(value: object) -> bytes:
    if isinstance(value, dict):
        return b"d" + b"".join(bencoded(k) + bencoded(value[k]) for k in sorted(value)) + b"e"
    if isinstance(value, list):
        return b"l" + b"".join(map(bencoded, value)) + b"e"
    if isinstance(value, int):
        return b"i%de" % value
    raw = value if isinstance(value, bytes) else str(value).encode()
    return b"%d:" % len(raw) + raw


def torrent(**more: object) -> bytes:
    pieces = b"".join(hashlib.sha1(bytes((n,)), usedforsecurity=False).digest() for n in range(40))
    info = {"length": 3, "name": "album", "piece length": 16384, "pieces": pieces} | more.pop("info", {})  # type: ignore[operator]
    return bencoded({"announce": "udp://tracker.example:6969", "creation date": 1, "info": info} | more)


TORRENTS = {
    "comment": lambda street: torrent(comment=f"Photos of {street}"),
    "author": lambda street: torrent(**{"created by": street}),
    "name": lambda street: torrent(info={"name": street}),
    "file": lambda street: torrent(info={"files": [{"length": 1, "path": ["a", f"{street}.jpg"]}]}),
    "folders": lambda street: torrent(
        info={"files": [{"length": 1, "path": [*street.split(" ", 1), "a.jpg"]}]}
    ),
    "nothing else": lambda street: bencoded({"comment": street}),
}


@pytest.mark.parametrize("way", TORRENTS)
@pytest.mark.parametrize("kind", ["application/x-bittorrent", "application/octet-stream", "text/plain"])
def test_the_strings_of_a_torrent_are_read(way: str, kind: str) -> None:
    assert found(kind, TORRENTS[way](ADDRESS)) == {Kind.ADDRESS}
    assert not found(kind, TORRENTS[way]("1427 North Maple Street"))


@pytest.mark.parametrize(
    "body", [torrent()[:-200], torrent()[:30] + b"x" + torrent()[30:], b"d3:abc" + b"l" * 5000]
)
def test_a_damaged_torrent_is_listed(body: bytes) -> None:
    document = read(Resource("https://a.example/x.torrent", body, "application/x-bittorrent"))
    assert document.unchecked


@pytest.mark.parametrize("text", ["d1: the first day", "d20:00 doors open", "d5:early birds"])
def test_a_text_that_begins_alike_is_a_text(text: str) -> None:
    document = read(Resource("https://a.example/x.txt", text.encode(), "text/plain"))
    assert document.media_type == "text/plain"
    assert not document.unchecked


_SHEET = '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:value-of select="{}"/></xsl:stylesheet>'
EXPRESSIONS = {
    "xslt": ("application/xml", _SHEET, "concat('1247 No', 'rth Maple', ' {}')"),
    "xslt, with fields": ("application/xml", _SHEET, "concat(name/@x, '1247 No', 'rth Maple {}', $end)"),
    "xslt, entities": ("application/xml", _SHEET, "concat(&quot;1247 No&quot;,&#39;rth Maple {}&#39;)"),
    "xpath 3": ("application/xml", _SHEET, "'1247 No' || 'rth Maple {}'"),
    "xforms": (
        "application/xml",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><bind calculate="{}"/></html>',
        "concat('1247 No', 'rth Maple {}')",
    ),
    "sql": ("application/sql", "SELECT {} AS a;", "CONCAT('1247 No', 'rth Maple {}')"),
}


@pytest.mark.parametrize("way", EXPRESSIONS)
def test_constants_that_an_expression_joins_are_joined(way: str) -> None:
    kind, frame, expression = EXPRESSIONS[way]
    assert found(kind, frame.format(expression.format("Street"))) == {Kind.ADDRESS}
    assert not found(kind, frame.format(expression.format("Leaf")))


@pytest.mark.parametrize("mark", ["<!-- -->", "<!--x y-->", "<nowiki/>", "<nowiki />", "**", "'''", "__"])
def test_marks_inside_a_number_are_left_out(mark: str) -> None:
    end = "" if mark[0] == "<" else mark
    assert found("text/plain", f"We live at 12{mark}47{end} North Maple Street") == {Kind.ADDRESS}
    assert found("text/plain", f"Call 217-5{mark}55{end}-0148 now") == {Kind.PHONE}
    assert not found("text/plain", f"Call 217-5{mark}55{end}-0149 now")


def test_a_wide_string_is_read_once_from_its_first_letter() -> None:
    body = b"\xe4\x52\x5c\x7b" + b"\x01" * 41 + "Rosalind Achterberg".encode("utf-16-le") + b"\0\0\xff\xff"
    assert found("application/onenote", body) == {Kind.PERSON}
    assert found(
        "application/onenote", b"\xe4\x52\x01\0" + "Rosalind Achterberg".encode("utf-16-be") + b"\x01"
    ) == {Kind.PERSON}


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_string_of_four_bytes_a_letter_is_read_from_its_first_letter(order: str) -> None:
    head = b"\x93NUMPY\x01\0v\0{'descr': '<U19', 'shape': (1,)}  \n"
    for name, kinds in (("Rosalind Achterberg", {Kind.PERSON}), ("Rosalind Achterbosch", set())):
        assert found("application/octet-stream", head + name.encode(f"utf-32-{order}")) == kinds
