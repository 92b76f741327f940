"""Every known way of giving a place away ends in a fragment in which a plain search finds it."""

import re
import unicodedata

import pytest

from auditor.collect.extract import read
from auditor.core.document import Document, Resource
from tests.collect.extract.giveaways import PHRASES, POSITIONS
from tests.collect.extract.giveaways_written import WRITTEN


def document(media_type: str, body: str) -> Document:
    return read(Resource("https://example.org/x", body.encode(), media_type))


def plain(text: str) -> str:
    text = re.sub("[\u200b\u00ad\x00]", "", text)
    return re.sub(r"[\W_]+", " ", text).lower()


@pytest.mark.parametrize(("name", "media_type", "body"), PHRASES, ids=[name for name, _, _ in PHRASES])
def test_the_phrase_is_found(name: str, media_type: str, body: str) -> None:
    texts = [plain(fragment.text) for fragment in document(media_type, body).fragments]
    assert any("1247 north maple street" in text for text in texts), texts


@pytest.mark.parametrize(("name", "media_type", "body"), POSITIONS, ids=[name for name, _, _ in POSITIONS])
def test_the_position_is_found(name: str, media_type: str, body: str) -> None:
    found = document(media_type, body)
    assert any("geo:39.7817,-89.6501" in fragment.text for fragment in found.fragments)


@pytest.mark.parametrize(("name", "media_type", "body"), WRITTEN, ids=[name for name, _, _ in WRITTEN])
def test_what_is_written_in_code_is_read(name: str, media_type: str, body: bytes) -> None:
    found = read(Resource("https://example.org/x", body, media_type))
    texts = [plain(unicodedata.normalize("NFKC", fragment.text)) for fragment in found.fragments]
    assert any("1247 north maple street" in text for text in texts), texts


@pytest.mark.parametrize("key", [0x02, 0x2C, 0x5A, 0xC1])
@pytest.mark.parametrize(
    "place", ['<a data-cfemail="{}">x</a>', '<a href="/cdn-cgi/l/email-protection#{}">x</a>']
)
def test_a_protected_mail_address_is_uncovered(key: int, place: str) -> None:
    address = "rosalind.achterberg@example.org"
    covered = bytes([key, *(ord(c) ^ key for c in address)]).hex()
    found = document("text/html", place.format(covered))
    assert any(address in fragment.text for fragment in found.fragments)
