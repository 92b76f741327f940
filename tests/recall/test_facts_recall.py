"""Recall and false alarms on the corpora of phones, places, people, names and plates."""

import pytest

from auditor.confidential import Person, Phone, Place, PlaceName, Plate
from auditor.core.status import Grade
from tests.recall import name_cases, phone_cases, phone_near, place_cases, plate_cases


def _phone(number, extension=""):
    return Phone.parse(number, extension, label="line")


def _place(latitude, longitude, radius):
    return Place(latitude, longitude, radius, label="shelter")


PLANTED = [
    *[("place", _place(*place_cases.SHELTER), *case) for case in place_cases.PLANTED],
    *[("place", _place(*point), form, text) for point, form, text in place_cases.PLANTED_ELSEWHERE],
    *[("phone", _phone(*phone_cases.LINE), *case) for case in phone_cases.PLANTED],
    *[("phone", _phone(number), form, text) for number, form, text in phone_cases.PLANTED_ELSEWHERE],
    *[("person", Person.parse(name), form, text) for name, form, text in name_cases.PEOPLE_PLANTED],
    *[("name", PlaceName.parse(name), form, text) for name, form, text in name_cases.PLACES_PLANTED],
    *[("plate", Plate.parse(name), form, text) for name, form, text in plate_cases.PLATES_PLANTED],
]
NEAR = [
    *[("place", _place(*place_cases.SHELTER), *case) for case in place_cases.NEAR],
    *[("phone", _phone(*phone_cases.LINE), *case) for case in phone_near.NEAR],
    *[("phone", _phone(number), form, text) for number, form, text in phone_near.NEAR_ELSEWHERE],
    *[("person", Person.parse(name), form, text) for name, form, text in name_cases.PEOPLE_NEAR],
    *[("name", PlaceName.parse(name), form, text) for name, form, text in name_cases.PLACES_NEAR],
    *[("plate", Plate.parse(name), form, text) for name, form, text in plate_cases.PLATES_NEAR],
]


@pytest.mark.parametrize(("kind", "fact", "form", "text"), PLANTED)
def test_planted_forms_are_found_and_masked(kind, fact, form, text):
    assert fact.find_in(text)
    assert fact.find_in(fact.mask(text)) == []


@pytest.mark.parametrize(("kind", "fact", "form", "text"), NEAR)
def test_near_misses_are_neither_exact_nor_probable(kind, fact, form, text):
    assert [match for match in fact.find_in(text) if match.grade is not Grade.PARTIAL] == []
