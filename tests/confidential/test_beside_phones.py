"""What stands beside a telephone number on a page: sums, times, years, other numbers."""

import pytest

from auditor.confidential import Phone, Searcher
from auditor.core.status import Grade

NUMBERS = {
    "+1 218 555 0134": "(218) 555-0134",
    "+49 341 5550162": "0341 / 555 01 62",
    "+44 113 496 0182": "0113 496 0182",
    "+33 1 39 55 01 42": "01.39.55.01.42",
}
BESIDE = [
    "$12,000", "12,000.", "€ 12.000,50", "$25.00", "1 000", "1,200 beds", "17.00", "17h00", "00:00", "9:00-17:00", "24/7", "2025",
    "06/08/2025", "55811-1234", "Suite 200", "PR 00901", "MA 01119", "1-800-555-0199", "+12175550148", "+44 113 496 0183", "0113 496 0183",
    "01 39 55 01 43", "0341 5550163",
]  # fmt: skip
APART = [" | ", " - ", " – ", "; ", "\n", "\t", " / ", ". "]


@pytest.mark.parametrize("apart", APART)
@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(("typed", "published"), NUMBERS.items())
def test_a_number_is_found_whatever_number_stands_beside_it(
    typed: str, published: str, beside: str, apart: str
) -> None:
    fact = Phone.parse(typed)
    for text in (f"{beside}{apart}{published}", f"{published}{apart}{beside}"):
        assert Grade.EXACT in {match.grade for match in fact.find_in(text)}, text


@pytest.mark.parametrize(
    "text",
    ["01 39 55 01 43\n01 39 55 01 42", "01 39 55 01 43 01 39 55 01 42", "01 39 55 01 42, 01 39 55 01 43"],
)
def test_as_many_pairs_again_are_another_number(text: str) -> None:
    assert {match.grade for match in Phone.parse("+33 1 39 55 01 42").find_in(text)} == {Grade.EXACT}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+1 218 555 0134", "+44 218 555 0134"),
        ("+1 218 555 0134", "0044 218 555 0134"),
        ("+1 218 555 0134", "011 44 218-555-0134"),
        ("+33 1 39 55 01 42", "01 39 55 01 42 17 08"),
        ("+33 1 39 55 01 42", "45 12 01 39 55 01 42"),
        ("+33 1 39 55 01 42", "01.39.55.01.42.17.08"),
    ],
)
def test_a_piece_of_a_longer_number_is_none(typed: str, text: str) -> None:
    assert Phone.parse(typed).find_in(text) == []


SPACED = "2 1 8 5 5 5 0 1 3 4"
SPOKEN = "two one eight, five five five, zero one three four"


@pytest.mark.parametrize(
    "text", [f"{SPACED} 9-5", f"{SPACED} 9am", f"$5 {SPACED}", f"3.5 {SPACED}", f"{SPACED}\n5"]
)
def test_figures_that_belong_to_something_else_go_on_no_spaced_number(text: str) -> None:
    assert Grade.EXACT in {match.grade for match in Phone.parse("+1 218 555 0134").find_in(text)}


@pytest.mark.parametrize("text", [f"Room 5, {SPOKEN}", f"{SPOKEN} 9-5", f"{SPOKEN} 1"])
def test_figures_go_on_no_spoken_number(text: str) -> None:
    assert Grade.EXACT in {match.grade for match in Phone.parse("+1 218 555 0134").find_in(text)}


@pytest.mark.parametrize(
    "text", [f"{SPACED} 7", f"9 {SPACED}", f"9 {SPACED} 7", f"{SPOKEN} five", f"nine {SPOKEN}"]
)
def test_one_more_figure_of_the_same_rhythm_makes_a_longer_number(text: str) -> None:
    assert Phone.parse("+1 218 555 0134").find_in(text) == []


def test_a_british_number_before_letters_of_the_keypad_is_no_country_code() -> None:
    found = Phone.parse("1-800-555-7233").find_in("0113 496 0199 1-800-555-SAFE")
    assert {match.grade for match in found} == {Grade.EXACT}


@pytest.mark.parametrize("other", ["phone2", "zone1", "iphone6", "3oneself", "0stones"])
def test_the_end_of_another_word_beside_a_figure_is_no_number_word(other: str) -> None:
    """Else letters that look like figures would no longer be read as such anywhere in the text."""
    fact = Phone.parse("+1 217 555 0148")
    assert Searcher([fact]).find_in(f"{other}: call 2l7-555-0148")
