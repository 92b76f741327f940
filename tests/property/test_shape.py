"""What is looked for in the shape of a text is what an expression would find in the text itself."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.collect.extract import blobs, named
from auditor.confidential.address import unknown
from auditor.core.shape import shape_of

RUN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}+={0,2}")
pieces = st.sampled_from(
    ["Calle Mayor ", "C/ de la Luna", "Via ", "Rua do Sol ", ", ", ",", " ", "  ", "\n", "\t", "\u00a0", "\u2003", "n.\u00ba ",
     "n", "nº", "º", ".", "12", "7", "1247", "99999", "\u0661\u0662", "\uff11\uff12", "\u00b2", "½", "b", "B", "rue ", "bis", " avenue ",
     "Foch", "Musterstraße", "str. ", "weg ", "PO Box ", "p.o. box", "Postfach ", "North Maple ", "Street", "St", "10th ", "Éluard", "ß",
     "é", "中", "Ж", "’", "-", "/", "_", "\ud800", "\x1c", "41 ", "0x41,", "4e", "49,", "00110001", "abc", "QUJD", "+", "==", "="]
)  # fmt: skip
texts = st.lists(pieces, max_size=24).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_a_shape_has_one_mark_a_character(text: str) -> None:
    shape = shape_of(text)
    assert len(shape) == len(text)
    for character, mark in zip(text, shape.decode(), strict=True):
        assert (mark == "0") == (re.match(r"\d", character) is not None)
        assert (mark == " ") == (re.match(r"\s", character) is not None)
        assert (mark in "aA") == (re.match(r"[A-Za-z]", character) is not None)
        assert (mark in "AL") == (re.match(r"[A-ZÀ-ÖØ-Þ]", character) is not None)


@settings(max_examples=300, deadline=None)
@given(texts)
@example("12 Main 7b, Éluard")
def test_numbers_before_names(text: str) -> None:
    likely = {found.start() for found in unknown._NUMBER_SHAPE.finditer(shape_of(text))}
    assert {found.start() for found in unknown._NUMBER_HINT.finditer(text)} <= likely


@settings(max_examples=300, deadline=None)
@given(texts)
@example("Calle Mayor 12")
@example("C/ Luna, n.º 4")
@example("Via Éluard,\u20037")
def test_numbers_behind_names(text: str) -> None:
    shape = shape_of(text)
    behind = {number.end() for number in unknown._LAST_SHAPE.finditer(shape)}
    for word in unknown._TRAILING:
        for found in unknown._SOUTHERN.finditer(text):
            if found[0].startswith(word):
                assert found.end() in behind


@settings(max_examples=300, deadline=None)
@given(texts)
@example("QUJDQUJDQUJDQUJDQUJD==")
def test_long_runs(text: str) -> None:
    assert list(blobs._long_runs(text)) == RUN.findall(text)


@settings(max_examples=300, deadline=None)
@given(
    texts,
    st.lists(st.sampled_from(["41", "4e", "0x4e", "049", "110", "00110001", "zz"]), max_size=14),
    st.sampled_from([" ", ",", ", ", ":", "-", "\n"]),
)
def test_lists_of_octets(text: str, octets: list[str], separator: str) -> None:
    text += separator.join(octets)
    found = blobs._LIST.search(text)
    assert blobs._list_in(text) == (found.start() if found else -1)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "House No: 1247",
                "street number = 1247",
                "Street: North Maple Street",
                "Latitude: 39.78",
                "Longitude - 1",
                "\n",
                "x",
                "Building Nr: 5",
                "City",
            ]
        ),
        max_size=6,
    ).map("\n".join)
)
def test_labels(text: str) -> None:
    found = [
        joined for group in named.groups(named._LABELLED.findall(text)) for joined in named.joined(group)
    ]
    hinted = any(hint in text.lower() for hint in named._NUMBERED)
    assert named.labelled(text) == (found if hinted else [])
