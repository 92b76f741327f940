"""No bytes raise, hang or pass in silence: what cannot be read is said to be unchecked."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.extract import Limits, read
from auditor.collect.extract.markup import split
from auditor.core.document import Resource

FILES = sorted((Path(__file__).parent / "files").glob("*.*[a-z]"))
BINARY = [path for path in FILES if path.suffix != ".md"]
QUICK = Limits(seconds=10, unpacked=20 << 20)


@pytest.mark.parametrize("path", BINARY, ids=lambda path: path.name)
def test_cut_and_flipped_files_never_raise(path: Path) -> None:
    whole = path.read_bytes()
    chance = random.Random(path.name)
    for _ in range(4):
        body = bytearray(whole[: chance.randrange(1, len(whole))])
        for _ in range(chance.randrange(0, 30)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        document = read(Resource("https://example.org/" + path.name, bytes(body)), QUICK)
        assert document.fragments or document.unchecked


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "application/pdf", "image/png", "text/vcard", "", "text/csv"]),
)
def test_any_bytes_are_read_or_unchecked(body: bytes, declared: str) -> None:
    read(Resource("https://example.org/x", body, declared), QUICK)


MAGIC = [
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"{\\rtf1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe1",
    b"\x1f\x8b\x08",
    b"<?xml version='1.0'?>",
    b"BEGIN:VCARD\n",
    b"ID3\x04",
    b"\0\0\0\x18ftypmp42",
    b"GIF89a",
    b"II*\0",
    b"BZh9",
]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=300))
def test_a_known_beginning_and_anything_after(start: bytes, rest: bytes) -> None:
    read(Resource("https://example.org/x", start + rest), QUICK)


_PIECES = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<script>",
            "</script",
            "<style",
            "='",
            '="',
            "'",
            '"',
            "<p",
            "&#",
            "&amp;",
            "]]>",
            "<![CDATA[",
            "<!DOCTYPE [",
            "]",
            "two-part-word",
            "1247",
            " ",
            "\n",
            "=",
            "/",
            "<?",
            "<table><tr><td>",
            "hidden",
            "<dt>",
            "data:,",
            "{",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(_PIECES)
def test_broken_markup_loses_no_word(source: str) -> None:
    document = read(Resource("https://example.org/x", f"x{source}".encode(), "text/html"), QUICK)
    everything = "".join(f.text for f in document.fragments)
    for word in ("two-part-word", "1247"):
        assert (word in source) <= (word in everything) or "&#1247" in source  # a character reference
    assert not [u for u in document.unchecked if "damaged" in u.reason], document.unchecked


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        '<a "',
        "<a b='",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE [",
        "<script>",
        "&#",
        "<table>",
        "<p hidden>",
        '="',
        "<dt>",
        "<a =",
        "<a b=c ",
        "'+'",
        "\\",
        "%2",
        "//",
        "/*",
        "`${",
        "<i>x",
        "A" * 30,
        "data:,",
        "(((",
        "street: x\n",
        "1 0 obj <<",
        "x ",
    ],
)
def test_time_grows_with_size_alone(piece: str) -> None:
    """Repeating any beginning of a construct costs no more than a fixed time for each character."""
    for declared in ("text/html", "text/javascript", "application/pdf"):
        body = (piece * (60_000 // len(piece))).encode()
        started = time.process_time()
        read(Resource("https://example.org/x", (b"%PDF-" if "pdf" in declared else b"") + body, declared))
        assert time.process_time() - started < 20, declared


def test_every_character_of_the_source_is_kept() -> None:
    source = "a<b c='d'>e<!-- f -->g<script h>i</script>j<![CDATA[k]]>l<!m>n"
    markup = split(source)
    kept = "".join(
        (
            *markup.texts,
            *markup.inside,
            *(s.text for s in markup.specials),
            *(s.attributes for s in markup.specials),
        )
    )
    assert set("acdefghijklmn") <= set(kept)
