"""What stands before a position: dashes that are signs, and dashes that are none."""

import pytest

from auditor.confidential import Place
from auditor.core.status import Grade

NORTH, SOUTH = Place(46.81234, -92.15412), Place(-46.81234, -92.15412)
LEADS = [
    "Meeting point",
    "GPS",
    "Lot 5",
    "(the gate)",
    '"GPS"',
    "Open 24/7",
    "218.555.0134",
    "$25.00",
    "100 %",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_with_blanks_on_both_sides_is_no_sign(lead: str, dash: str) -> None:
    text = f"{lead} {dash} 46.81234, -92.15412"
    assert {match.grade for match in NORTH.find_in(text)} == {Grade.EXACT}
    assert SOUTH.find_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "46.81234, - 92.15412",
        "46.81234 - 92.15412",
        "46.81234° - 92.15412°",
        "46,81234 – 92,15412",
        "46.81234 | - 92.15412",
        "lat: 46.81234, lon: - 92.15412",
        "46°48'44.4\" - 92°09'14.8\"",
    ],
)
def test_a_minus_may_have_a_blank_behind_it_inside_a_position(text: str) -> None:
    assert Grade.EXACT in {match.grade for match in NORTH.find_in(text)}


@pytest.mark.parametrize(
    "text", ["lat: - 46.81234, lon: - 92.15412", "(- 46.81234, - 92.15412)", "at -46.81234, -92.15412"]
)
def test_a_minus_before_the_first_number_counts(text: str) -> None:
    assert {match.grade for match in SOUTH.find_in(text)} == {Grade.EXACT}
    assert NORTH.find_in(text) == []


@pytest.mark.parametrize("before", ["Bus 12, ", "12\n", "911 ", "1/2 ", "5 | ", "Suite 200 ", "5:", "…"])
@pytest.mark.parametrize(
    "position", ["46 48 44.4 N 92 09 14.8 W", "46°48'44.4\" N 92°09'14.8\" W", "46.81234° N, 92.15412° W"]
)
def test_a_number_before_degrees_is_none_of_them(before: str, position: str) -> None:
    assert Grade.EXACT in {match.grade for match in NORTH.find_in(f"{before}{position}")}


def test_minutes_and_seconds_are_no_degrees_and_minutes() -> None:
    assert Place(48.74, -92.15412).find_in("46 48 44.4 N 92 09 14.8 W") == []
