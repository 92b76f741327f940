"""Letters that were once read in a wrong character set are what their writer meant, and masking covers them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.confidential.address import Address
from auditor.confidential.fold import as_written, fold
from auditor.confidential.misread import mended

GERMAN = Address.parse("Bachmühlenstraße 7, 79098 Freiburg im Breisgau")
WORDS = (
    "Bachmühlenstraße 7", "Calle de los Almendros nº 27", "CORAÇÕES JOSÉ ÑANDÚ À KÖLN", "Źródlana Świętego Dvořákova",
    "l\u2019été Ça œuvre", "García mañana, Österreich Ångström", "\u201cnaïve\u201d \u2013 café\u2026", "Çiğdem Gőz",
    "2318\xa0Larkmoor\xa0Avenue", "à la carte",
)  # fmt: skip


def windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def misread(text: str, rounds: int, reader: str) -> str:
    for _ in range(rounds):
        raw = text.encode()
        text = "".join(map(windows, raw)) if reader == "cp1252" else raw.decode("latin-1")
    return text


@pytest.mark.parametrize("reader", ["cp1252", "latin-1"])
@pytest.mark.parametrize("rounds", [1, 2, 3])
@pytest.mark.parametrize("text", WORDS)
def test_letters_come_back(text: str, rounds: int, reader: str) -> None:
    assert mended(misread(text, rounds, reader)) == text
    assert fold(misread(text, rounds, reader)).text == fold(text).text


@pytest.mark.parametrize("text", [
    "\u201cAMANHÃ\u201d, IRMÃ\u2122, MANHÃ\xa0DE SOL, «IRMû", "PÅ\u2026 BLÅ\u201d \u201eÄ\u201c ä, Ö", "Âge, Château, Å 12, Ä-Gruppe, MÃE",
    "ÄÖÜ ÅÄÖ é® Ö°", "SÃO JOÃO \u2014 Ã \u2014", "10 \u20ac, caf\xe9\u2019s \u2013 \xbd",
])  # fmt: skip
def test_capitals_with_signs_behind_them_stay(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("written", [
    "BachmÃ¼hlenstraÃ\u0178e 7", "BachmÃƒÂ¼hlenstraÃƒÅ¸e 7", "Bachm%C3%83%C2%BChlenstra%C3%83%C5%B8e%207",
    r"Bachm\u00c3\u00bchlenstra\u00c3\u009fe 7", "BACHMÃ\u0153HLENSTRASSE 7",
])  # fmt: skip
def test_a_misread_address_is_found_and_covered(written: str) -> None:
    text = f"für Gäste: {written}, früh. À"
    [match] = GERMAN.find_in(text)
    assert match.grade.value == "exact"
    assert text[match.start : match.end] == written


def test_an_excerpt_shows_the_letters_that_were_meant() -> None:
    assert as_written("GrÃ¼n &amp; CafÃ©") == "Grün & Café"


PIECES = st.sampled_from(
    ["Ã", "Â", "â", "Å", "¼", "€", "™", "\x9f", "\xa0", "ƒ", "a", "A", " ", "%C3%83", "ß", "\n"]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_spans_cover_misread_text_in_order(text: str) -> None:
    folded, reach = fold(text), 0
    for index in range(len(folded.text)):
        first, last = folded.span(index, index + 1)
        assert 0 <= first < last <= len(text)
        assert last >= reach
        reach = last
