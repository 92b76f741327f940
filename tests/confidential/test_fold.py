"""Folding: what a reader sees, in plain lower-case ASCII, with the way back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.confidential.fold import fold
from auditor.confidential.homoglyphs import HOMOGLYPHS


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1247 North MAPLE", "1247 north maple"),
        ("Nörth Ñandú", "north nandu"),
        ("Mаple", "maple"),  # Cyrillic a
        ("ΜΑΡLΕ", "maple"),  # Greek capitals
        ("１２４７　ＮＯＲＴＨ", "1247 north"),
        ("١٢٤٧", "1247"),
        ("१२४७", "1247"),
        ("𝟏𝟐𝟒𝟕 𝓜𝓪𝓹𝓵𝓮", "1247 maple"),
        ("Ma\u00adple", "maple"),
        ("Ma\u200bp\u200dl\ufeffe", "maple"),
        ("\u202emaple\u202c", "maple"),
        ("1\ufe0f\u20e32\ufe0f\u20e3", "12"),
        ("ᴍᴀᴘʟᴇ", "maple"),
        ("🅼🅐🅟🅛🅔", "maple"),
        ("①②④⑦", "1247"),
        ("12½ Main", "12 1/2 main"),
        ("0148¹", "0148*"),
        ("0148&sup2; or", "0148* or"),
        ("Street²,³ and", "street* and"),
        ("⁰¹⁴⁸", "0148"),
        ("01⁴⁸7", "01487"),
        ("Ma\ufb02in", "maflin"),
        ("Straße", "strasse"),
        ("Ærø Łódź", "aero lodz"),
        ("1247\u20131249", "1247-1249"),
        ("O’Fallon", "o'fallon"),
        ("1247\u00a0N", "1247 n"),
        ("№ 5", "no 5"),
        ("M\x00aple", "maple"),
        ("1247%20N%20Maple%20St", "1247 n maple st"),
        ("caf%C3%A9 caf%E9", "cafe cafe"),
        ("\\u0031\\x32\\u{34}7\\nMaple\\/", "1247\nmaple/"),
        ("\\ud835\\udfcf247", "1247"),
        ("&#49;&#x32;47&nbsp;N&period; M&aacute;ple&shy;", "1247 n. maple"),
        ("100% R&D; a\\b & c", "100% r&d; a\\b & c"),
    ],
)
def test_folds_to_what_a_reader_sees(text: str, plain: str) -> None:
    assert fold(text).text == plain


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("so 12½ Main", "12 1/2 main", "12½ Main"),
        ("x Ma\u00adple\u200b y", "maple", "Ma\u00adple\u200b"),
        ("a Straße b", "strasse", "Straße"),
        ("a Stras", "stras", "Stras"),
        ("№ 5 Main", "no 5 main", "№ 5 Main"),
        ("x=1247%20N&y", "1247 n", "1247%20N"),
        ("e\u0301t Cafe\u0301 b", "cafe", "Cafe\u0301"),
    ],
)
def test_a_span_leads_back_to_the_original(text: str, part: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(part)
    first, last = folded.span(start, start + len(part))
    assert text[first:last] == original


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_spans_cover_the_text_in_order(text: str) -> None:
    folded = fold(text)
    reach = 0
    for index in range(len(folded.text)):
        first, last = folded.span(index, index + 1)
        assert 0 <= first < last <= len(text)
        assert last >= reach
        reach = last


def test_plain_text_needs_no_way_back() -> None:
    assert fold("Plain text\n").offsets is None
    assert fold("Plain text\n").span(2, 5) == (2, 5)


def test_homoglyphs_are_foreign_letters_read_as_ascii() -> None:
    for strange, plain in HOMOGLYPHS.items():
        assert not strange.isascii()
        assert plain.isascii()
        assert plain.islower()
        assert unicodedata.category(strange)[0] in "LN"
