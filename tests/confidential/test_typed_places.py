"""Positions as people type them, and how their numbers come back on a page."""

import pytest

from auditor.confidential import Place
from auditor.confidential.place.reading import distance_m
from auditor.core.status import Grade

SURE = {Grade.EXACT, Grade.PROBABLE}


def grades(place: Place, text: str) -> set[Grade]:
    return {match.grade for match in place.find_in(f"The gate is at {text} on the map.")}


@pytest.mark.parametrize(
    ("typed", "rough"),
    [
        ("N 51° 24.6' W 2° 21.3'", True),
        ("51.410, -2.355", True),
        ("51.41000 N, 2.35500 W", False),
        ("51°24'36\"N 2°21'18\"W", False),
        (
            "https://www.google.com/maps/place/Gate/@51.4190,-2.3660,15z/data=!3m1!4b1!8m2!3d51.41!4d-2.35500",
            False,
        ),
    ],
)
def test_a_position_in_minutes_with_noughts_or_in_a_link(typed: str, rough: bool) -> None:
    place = Place.parse(typed)
    assert distance_m(*place.point, 51.41, -2.355) < 1
    assert bool(place.weaknesses()) is rough
    assert grades(place, "51.41000, -2.35500") & SURE
    assert grades(place, "51.42000, -2.35500") == set()


@pytest.mark.parametrize(
    "text", ["51.417, -2.355", "51.417°N 2.355°W", "https://www.bing.com/maps?cp=51.417~-2.355"]
)
def test_three_decimals_that_are_the_very_number_are_no_coarser(text: str) -> None:
    assert grades(Place.parse("51.41700, -2.35500"), text) & SURE
    assert grades(Place.parse("51.41712, -2.35522"), text) == {Grade.PARTIAL}
    assert grades(Place.parse("51.41700, -2.35600"), text) == {Grade.PARTIAL}


def test_two_decimals_stay_coarse_even_where_they_are_the_very_number() -> None:
    assert not grades(Place.parse("51.41000, -2.35000"), "51.41, -2.35") & SURE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("51.4170 N 2.3550 O", "write E or W"),
        ("51.4, -2.3", "coarser"),
        ("51.4170, -2.3550; 51.4290, -2.3990", "several"),
        ("https://maps.app.goo.gl/aBcD1234", "copy the numbers"),
        ("95.41702, 12.35501", "between -90 and 90"),
        ("-89.65012, 39.78173", "latitude comes first"),
        ("behind the mill", "reads like"),
    ],
)
def test_why_a_position_is_refused_is_said_without_it(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        Place.parse(typed)
    assert not any(word in str(refused.value) for word in typed.replace(",", " ").split() if len(word) > 3)
