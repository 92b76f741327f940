"""Addresses whose parts are named by other words: a county, a sign of a number, a direction, half a name."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

FOUND = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        "2318 Larkmoor Avenue, Saint Louis County, Minnesota",
        "2318 Larkmoor Ave (St. Louis Co.)",
        "2318 Larkmoor Avenue in Saint Louis County",
        "2318 Larkmoor Ave, County of Saint Louis",
        "2318 Larkmoor Avenue, Duluth, Saint Louis County, MN",
    ),
    "2318 Larkmoor Avenue": ("2318 Larkmoor Avenue, Saint Louis County",),
    "480 Alder Street, Anchorage, AK 99508": ("480 Alder Street, Matanuska-Susitna Borough, Alaska",),
    "812 Alder Street, New Orleans, LA 70112": ("812 Alder Street, Orleans Parish, Louisiana",),
    "3290 County Road 214, Durango, CO 81303": (
        "3290 La Plata County Road 214",
        "3290 La Plata Co. Rd. 214",
        "3290 Road 214, Durango",
    ),
}
SILENT = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        "2318 Larkmoor Avenue, Dane County, Wisconsin",
        "2318 Larkmoor Avenue, Dane County, Wisconsin every week",
        "2318 Larkmoor Avenue, Cloquet, Carlton County, Minnesota",
        "2318 Larkmoor Avenue, Colorado Springs, CO",
    ),
    "3290 County Road 214, Durango, CO 81303": (
        "3292 La Plata County Road 214",
        "3290 La Plata County Road 215",
        "3290 Road 214",
    ),
    "1480 rue Sherbrooke Ouest, Montréal QC H3G 1L3": ("1480 rue Sherbrooke E.",),
}
SURE = {Grade.EXACT, Grade.PROBABLE}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(fact, text) for fact, texts in table.items() for text in texts]


@pytest.mark.parametrize(("fact", "text"), pairs(FOUND))
def test_the_same_house_in_other_words_is_found(fact: str, text: str) -> None:
    for page in (text, f"Drop-off at {text} every Tuesday."):
        assert {match.grade for match in Address.parse(fact).find_in(page)} & SURE, page


@pytest.mark.parametrize(("fact", "text"), pairs(SILENT))
def test_another_house_in_such_words_is_not(fact: str, text: str) -> None:
    assert not {match.grade for match in Address.parse(fact).find_in(text)} & SURE
