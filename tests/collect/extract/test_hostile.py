"""No bytes raise, hang or pass in silence: what cannot be read is said to be unchecked."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.extract import Limits, read
from auditor.collect.extract.markup import split
from auditor.core.document import Resource
from tests.collect.extract.families import families

FAMILIES = families()
QUICK = Limits(seconds=10, unpacked=20 << 20)
CUTS = 20
FLIPS = 6
# A picture cut short is still a picture: nothing more can be said of one that shows nothing.
PLAIN = (".bmp", ".ico", ".gif")


@pytest.mark.parametrize("name", FAMILIES)
def test_a_good_file_of_each_family_is_read(name: str) -> None:
    document = read(Resource("https://example.org/" + name, FAMILIES[name]), QUICK)
    assert any(f.carrier != "url" for f in document.fragments) or document.unchecked or name.endswith(PLAIN)


@pytest.mark.parametrize("name", FAMILIES)
def test_cut_files_never_raise_and_never_pass_in_silence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.collect.extract.picture_text._engine", lambda: None)
    whole = FAMILIES[name]
    for step in range(1, CUTS):
        body = whole[: max(1, len(whole) * step // CUTS)]
        started = time.process_time()
        document = read(Resource("https://example.org/" + name, body), QUICK)
        assert time.process_time() - started < 20
        told = any(f.carrier != "url" for f in document.fragments) or document.unchecked
        assert told or name.endswith(PLAIN) or not body.strip()


@pytest.mark.parametrize("name", FAMILIES)
def test_flipped_files_never_raise(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.collect.extract.picture_text._engine", lambda: None)
    chance = random.Random(name)
    for _ in range(FLIPS):
        body = bytearray(FAMILIES[name])
        for _ in range(chance.randrange(1, 30)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        document = read(Resource("https://example.org/" + name, bytes(body)), QUICK)
        assert len(document.fragments) + len(document.unchecked) > 1 or name.endswith(PLAIN)


@pytest.mark.parametrize(
    "declared", ["text/html", "image/png", "application/pdf", "text/css", "application/zip"]
)
def test_a_lying_declaration_hides_nothing(declared: str) -> None:
    for name in ("a.zip", "form.pdf", "letter.docx", "a.sqlite", "a.gz", "picture.png", "a.mp3"):
        honest = read(Resource("https://example.org/" + name, FAMILIES[name]), QUICK)
        lying = read(Resource("https://example.org/" + name, FAMILIES[name], declared), QUICK)
        assert [f.text for f in lying.fragments] == [f.text for f in honest.fragments]


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
