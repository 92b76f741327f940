"""Laws of finding and masking phones, positions, people, names and plates, whatever the spelling."""

from math import floor

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from auditor.confidential import Person, Phone, Place, PlaceName, Plate, Searcher
from auditor.confidential.fold import fold
from auditor.core.status import Grade
from tests.recall import test_facts_recall as corpus

EVERYTHING = Searcher(
    [
        Phone.parse("+1 217 555 0148", "12", "line"),
        Phone.parse("+44 20 7946 0958", label="London line"),
        Place(39.7817, -89.6501, 150, "shelter"),
        Place(51.50735, -0.12776, 100, "office"),
        Person.parse("Alex Fernandez", "case manager"),
        PlaceName("Maple House", "shelter"),
        Plate.parse("AB 12345", "van"),
    ]
)
TEXTS = [text for _, _, _, text in (*corpus.PLANTED, *corpus.NEAR)]
pieces = st.sampled_from(
    ["217", "555", "0148", "12", "+1", "(", ")", "-", ".", " ", "ext", "x", "two", "one", "seven", "five", "oh", "o", "l",
     "39.7817", "-89.6501", "39°", "46'", "54\"", "N", "W", ",", "lat", "lng", ":", "geo", "86FGQ8JX", "MX", "16S", "Alex",
     "alex", "A.", "Fernandez", "F.", "@", "/", "#", "Maple", "House", "maple", "AB", "123", "45", "\n", "%20", "&deg;", "é", "\u200b"]
)  # fmt: skip
scraps = st.lists(pieces, max_size=14).map("".join)
separators = st.sampled_from(["", " ", "-", ".", "/", " - ", "\u00a0", "\u2013", "\n", ") ", "_"])


@st.composite
def phones(draw: st.DrawFn) -> str:
    """The first number of the searcher as people write it."""
    area, exchange, line = "217", "555", "0148"
    front = draw(st.sampled_from(["", "+1", "1", "001", "+1 ", "1-", "tel:+1-"]))
    body = area + draw(separators) + exchange + draw(separators) + line
    if front == "" and draw(st.booleans()):
        body = f"({area}){draw(st.sampled_from(['', ' ', '-']))}{exchange}{draw(separators)}{line}"
    # "1217.5550148" is a decimal number, unless a sign or a word says otherwise.
    assume(front != "1" or body != "217.5550148")
    wide = draw(st.sampled_from(["", "full width", "arabic", "hidden"]))
    if wide == "full width":
        body = body.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    elif wide == "arabic":
        body = body.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    elif wide == "hidden":
        body = "\u200b".join(body)
    return front + body + draw(st.sampled_from(["", " x12", " ext. 12", ";ext=12", ", extension 12"]))


@st.composite
def positions(draw: st.DrawFn) -> str:
    """The first place of the searcher as people write it, with four decimals or better, or to the second."""
    latitude = 39.7817 + draw(st.floats(-0.0005, 0.0005))
    longitude = -89.6501 + draw(st.floats(-0.0005, 0.0005))
    way = draw(st.sampled_from(["pair", "letters", "labels", "dms", "minutes", "geojson"]))
    if way == "pair":
        places = draw(st.integers(4, 9))
        return f"{latitude:.{places}f}{draw(st.sampled_from([',', ', ', ' ', '; ', '/', '%2C', '~']))}{longitude:.{places}f}"
    if way == "letters":
        return f"{latitude:.5f}°{draw(st.sampled_from(['', ' ']))}N, {-longitude:.5f}°{draw(st.sampled_from(['', ' ']))}W"
    if way == "labels":
        return f'"lat"{draw(st.sampled_from([":", ": ", "="]))}{latitude:.6f},"lng":{longitude:.6f}'
    if way == "geojson":
        return f'"coordinates": [{longitude:.6f}, {latitude:.6f}]'
    both = []
    for value, letter in ((latitude, "N"), (-longitude, "W")):
        degrees = floor(value)
        minutes = (value - degrees) * 60
        seconds = (minutes - floor(minutes)) * 60
        # No rounding up to sixty: people do not write that.
        exact = (
            f"{floor(minutes)}'{min(seconds, 59.94):.1f}\""
            if way == "dms"
            else f"{min(minutes, 59.999):.3f}'"
        )
        both.append(f"{degrees}°{exact}{letter}")
    return draw(st.sampled_from([" ", ", "])).join(both)


@st.composite
def people(draw: st.DrawFn) -> str:
    """The person of the searcher as people write names."""
    given_name = draw(st.sampled_from(["Alex", "Alexander", "ALEX", "Álex", "Al\u00adex"]))
    surname = draw(st.sampled_from(["Fernandez", "Fernández", "FERNANDEZ"]))
    middle = draw(st.sampled_from(["", "J. ", "J ", "“Lex” "]))
    return draw(st.sampled_from([f"{given_name} {middle}{surname}", f"{surname}, {given_name}"]))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["", "Call ", "See: ", "("]),
    phones() | positions() | people(),
    st.sampled_from(["", ".", ") and", "\nmore"]),
)
def test_what_people_write_is_found_and_masked(before: str, written: str, after: str) -> None:
    text = before + written + after
    assert any(match.grade is not Grade.PARTIAL for match in EVERYTHING.find_in(text))
    assert EVERYTHING.find_in(EVERYTHING.mask(text)) == []


@settings(max_examples=100, deadline=None)
@given(scraps)
@example("217-555-0148217-555-0148")
@example("39.7817,-89.6501,39.7817,-89.6501")
def test_nothing_is_found_after_masking(text: str) -> None:
    assert EVERYTHING.find_in(EVERYTHING.mask(text)) == []


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3), st.sampled_from(["\n", " ", "; ", "</p><p>"])
)
def test_masking_holds_for_texts_put_together(texts: list[str], joint: str) -> None:
    masked = EVERYTHING.mask(joint.join(texts))
    assert EVERYTHING.find_in(masked) == []


def _finders():
    facts = {fact for _, fact, _, _ in (*corpus.PLANTED, *corpus.NEAR)}
    return [(fact, type(fact).compile([fact])) for fact in facts]


@pytest.mark.parametrize("text", TEXTS)
def test_the_first_look_dismisses_no_text_in_which_something_is_found(text: str) -> None:
    for _, finder in _FINDERS:
        if not finder.may_match(text):
            assert list(finder.find(fold(text), text)) == []


_FINDERS = _finders()[::9]


class _Open:
    """A first look that lets everything through."""

    def open(self, text: str) -> bool:
        return True

    def degrees(self, text: str) -> bool:
        return True

    def grids(self, text: str) -> bool:
        return True

    def national(self, text: str) -> bool:
        return True


@settings(max_examples=100, deadline=None)
@given(scraps | phones() | positions() | st.sampled_from(TEXTS))
def test_the_quick_look_at_folded_text_is_sound(text: str) -> None:
    for fact in (
        Phone.parse("+1 217 555 0148", "12"),
        Phone.parse("+1 800 555 7233"),
        Place(39.7817, -89.6501, 150),
    ):
        quick, full = type(fact).compile([fact]), type(fact).compile([fact])
        full._gate = _Open()
        folded = fold(text)
        assert set(quick.find(folded, text)) == set(full.find(folded, text))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9), st.integers(0, 9), separators)
def test_one_digit_off_is_nothing(place: int, digit: int, separator: str) -> None:
    number = "2175550148"
    other = number[:place] + str(digit) + number[place + 1 :]
    text = separator.join((other[:3], other[3:6], other[6:]))
    found = Phone.parse("+1 217 555 0148").find_in(text)
    assert bool(found) == (other == number)
