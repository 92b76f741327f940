"""The first look at a text dismisses nothing in which a full search would find something."""

from math import floor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.confidential import Person, Phone, Place, PlaceName, Plate
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import fold
from auditor.confidential.glance import glance
from auditor.confidential.phone.words import GROUP, has_spelled_run, may_spell, spells, worded_groups
from tests.recall import test_facts_recall as corpus

POINTS = (
    (39.7817, -89.6501, 150),
    (51.50735, -0.12776, 100),
    (0.0004, -0.0021, 250),
    (-0.5012, 0.9999, 250),
    (-33.99995, 151.00004, 250),
    (9.0833, 7.5, 5000),
    (78.2232, 15.6267, 400),
    (55.9533, -3.1883, 200),
    (89.7, 120.05, 300),
)
FACTS: tuple[Fact, ...] = (
    *(Place(*point) for point in POINTS),
    Phone.parse("+1 217 555 0148", "12"),
    Phone.parse("+1 800 555 7233"),
    Phone.parse("+44 20 7946 0958"),
    Person.parse("Alex Fernandez"),
    Person.parse("Mary-Jane O'Neill-MacDonald"),
    Person.parse("Ludwig van der Berg"),
    PlaceName.parse("Maple House"),
    PlaceName.parse("St. Mary's Centre and Grove"),
    PlaceName.parse("Zufluchtstätte"),
    Plate.parse("AB 12345"),
    Plate.parse("OI-1O 0"),
    Plate.parse("SB5-8 B12"),
)


class _Open:
    """A gate that lets everything through."""

    def open(self, seen: object) -> bool:
        return True

    def degrees(self, seen: object) -> bool:
        return True

    def grids(self, seen: object) -> bool:
        return True

    def national(self, seen: object) -> bool:
        return True


def _open(fact: Fact) -> Finder:
    finder = type(fact).compile([fact])
    if hasattr(finder, "_gate"):
        finder._gate = _Open()
    return finder


PAIRS = [(type(fact).compile([fact]), _open(fact)) for fact in FACTS]
pieces = st.sampled_from(
    ["217", "2l7", "555", "5o5", "0148", "SAFE", "sAFe", "7233", "800", "1", "+44", "20 7946", "0958", "dot", " dash ", "two",
     "one", "seven", "forty-eight", "double five", "oh", "o", "l", "(", ") ", "-", ".", " ", "\n", "\u00a0", "\u2013", ",", "x",
     "ext", "39", "78", "46", "54", "89", "0", "00", "°", "'", '"', "N", "W", "n", "s", "e", "lat", "lng", "e7", ":", "=", "geo",
     "bbox=", "16S", "16 s", "TQ", "NT", "30u", "86FG", "QJ", "+", "4X", "Alex", "Al", "MARY", "Jane", "F.", "Fernandez", "o'Neill",
     "Mac", "Donald", "van der", "Berg", "L.", "maple", "Hse", "house", "St", "Saint", "mary's", "Centre", "Ctr", "&", "Grove",
     "zufluchtstaette", "AB", "ab", "123", "45", "O1", "10", "%20", "&deg;", "\\u0041", "é", "ä", "\u200b", "中", "Ж"]
)  # fmt: skip
scraps = st.lists(pieces, max_size=16).map("".join)


@st.composite
def near_positions(draw: st.DrawFn) -> str:
    """A position within some hundred metres of one of the points, in many notations and precisions."""
    latitude, longitude, _ = draw(st.sampled_from(POINTS))
    latitude += draw(st.floats(-0.006, 0.006))
    longitude += draw(st.floats(-0.012, 0.012))
    places = st.integers(1, 8)
    signs = draw(st.booleans())
    both = [value if signs else abs(value) for value in (latitude, longitude)]
    written = [_written(draw, value, places) for value in both]
    if not signs:
        pairs = zip(written, ("N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"), strict=True)
        written = [f"{value}{draw(st.sampled_from(['', ' ']))}{letter}" for value, letter in pairs]
    front = draw(st.sampled_from(["", "lat ", "geo:", "latitude: ", "at "]))
    middle = draw(st.sampled_from([",", ", ", " ", "; ", "/", "%2C", " lng ", "&lon="]))
    return front + middle.join(reversed(written) if draw(st.booleans()) else written)


def _written(draw: st.DrawFn, value: float, places: st.SearchStrategy[int]) -> str:
    sign, size = "-" if value < 0 else "", abs(value)
    degrees, minutes = floor(size), (size - floor(size)) * 60
    seconds = min((minutes - floor(minutes)) * 60, 59.94)
    way = draw(st.sampled_from(["decimal", "comma", "nought", "minutes", "seconds", "bare", "compact"]))
    decimal = f"{sign}{size:.{draw(places)}f}"
    if way == "nought":
        return decimal.replace("0.", ".", 1) if size < 1 else f"0{decimal}"
    if way == "comma":
        return decimal.replace(".", ",")
    if way == "minutes":
        return f"{sign}{degrees}° {min(minutes, 59.99):.2f}'"
    if way == "seconds":
        return f"{sign}{degrees}°{floor(minutes):02}'{seconds:.1f}\""
    if way == "bare":
        return f"{sign}{degrees} {floor(minutes)} {seconds:.1f}"
    if way == "compact":
        return f"{sign}{degrees:03}{floor(minutes):02}{floor(seconds):02}"
    return decimal


def _sound(text: str) -> None:
    folded = fold(text)
    for quick, full in PAIRS:
        found = set(full.find(folded, text))
        assert set(quick.find(folded, text)) == found
        if found:
            assert quick.may_match(text)


@settings(max_examples=150, deadline=None)
@given(near_positions())
@example("geo:0.0004,-0.0021")
@example(".0004, -.0021")
@example("0°0'1.4\"N 0°0'7.6\"W")
@example('{"latitudeE7": 397817000, "longitudeE7": -896501000}')
@example("bbox=-89.651,39.781,-89.649,39.783")
def test_positions(text: str) -> None:
    _sound(text)


@settings(max_examples=150, deadline=None)
@given(scraps)
@example("Alex F.")
@example("mary jane\n O.")
@example("S A I N T mary's ctr'n grove")
def test_scraps(text: str) -> None:
    _sound(text)


@pytest.mark.parametrize("text", [text for _, _, _, text in (*corpus.PLANTED, *corpus.NEAR)])
def test_corpus(text: str) -> None:
    _sound(text)


@pytest.mark.parametrize(("kind", "fact", "form", "text"), corpus.PLANTED)
def test_every_planted_text_passes(kind: str, fact: Fact, form: str, text: str) -> None:
    assert type(fact).compile([fact]).may_match(text)


_NUMBER_WORDS = [
    "fortyfive", "hundred", "six", "null", "triple ", "soixante", "et", "onze", "quatre", "vingts", "cent", "nonante"
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces | st.sampled_from(_NUMBER_WORDS), max_size=8))
@example(["quatre", "vingts", "20 7946"])
def test_three_number_words(words: list[str]) -> None:
    for joint in (" ", "-", "; ", "\n"):
        folded = fold(joint.join(words))
        seen = glance(folded)
        if has_spelled_run(folded.text):
            assert may_spell(seen.words)
        assert spells(seen) == has_spelled_run(folded.text)
        looked_up = [found.span() for found in worded_groups(seen)]
        assert looked_up == [found.span() for found in GROUP.finditer(folded.text)]
