"""Names whose parts are written in more than one way."""

import pytest

from auditor.confidential import Person, PlaceName
from auditor.core.status import Grade


def grades(name: str, text: str) -> set[Grade]:
    return {match.grade for match in Person.parse(name).find_in(text)}


@pytest.mark.parametrize("name", ["Zoë St. Clair", "Zoe Saint Clair", "St. Clair, Zoe"])
@pytest.mark.parametrize(
    "text",
    [
        "Ask for Zoe St. Clair.",
        "Ask for Zoë St Clair.",
        "ZOE SAINT CLAIR",
        "St. Clair, Zoe",
        "zoe.stclair@example.org",
    ],
)
def test_a_saint_in_a_surname(name: str, text: str) -> None:
    assert grades(name, text) & {Grade.EXACT, Grade.PROBABLE}


def test_another_saint_is_somebody_else() -> None:
    assert not grades("Zoe St. Clair", "Ask for Zoe St. John at the desk, near Clair Street.")


def test_a_hyphened_given_name_in_a_mailbox() -> None:
    assert grades("Jean-Luc Roe", "write to jean-luc.roe@example.org") & {Grade.EXACT, Grade.PROBABLE}
    assert grades("Jean-Luc Roe", "write to jeanluc.roe@example.org") & {Grade.EXACT, Grade.PROBABLE}
    assert not grades("Jean-Luc Roe", "write to jean-marc.roe@example.org") - {Grade.PARTIAL}


@pytest.mark.parametrize(
    "text",
    [
        "Xyvala T. Okafor",
        "Siobhán T. Okafor",
        "M. T. Okafor",
        "Ask for DeShawn T. Okafor",
        "XYVALA T. OKAFOR",
    ],
)
def test_an_initial_behind_another_name_may_be_somebody_elses(text: str) -> None:
    assert grades("Tomas Okafor", text) <= {Grade.PARTIAL}


@pytest.mark.parametrize(
    "text",
    ["Contact T. Okafor", "Director T. Okafor", "Kim and T. Okafor", "Kim Roe, T. Okafor", "Monday: T. Okafor",
     "Photo by T. Okafor", "Head Fundraiser T. Okafor", "our T. Okafor", "Ms T. Okafor"],
)  # fmt: skip
def test_an_initial_behind_other_words_is_the_persons_own(text: str) -> None:
    assert Grade.PROBABLE in grades("Tomas Okafor", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("María Teresa Ibáñez Roca", "Mª Teresa Ibáñez Roca"),
        ("María Teresa Ibáñez Roca", "Pregunte por M.ª Teresa Ibáñez"),
        ("María Teresa Ibáñez Roca", "Pregunte por Ma. Teresa Ibáñez"),
        ("Ma. Corazon delos Reyes", "Maria Corazon de los Reyes"),
        ("Maria Corazon de los Reyes", "Ma. Corazon Delos Reyes"),
        ("Francisco Javier Peña Lorca", "Fco. Javier Peña Lorca"),
        ("Ana Lucía Treviño Garza", "Ana Lucía Treviño"),
        ("Treviño Garza, Ana Lucía", "Ana Lucia Treviño"),
    ],
)
def test_short_forms_joined_particles_and_the_first_of_two_surnames(name: str, text: str) -> None:
    assert grades(name, f"{text} llamará mañana.") & {Grade.EXACT, Grade.PROBABLE}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("María Teresa Ibáñez Roca", "Ma. Teresa Roldán"),
        ("María Teresa Ibáñez Roca", "Mª Teresa"),
        ("Ma. Corazon delos Reyes", "Corazon de los Santos"),
        ("Ana Lucía Treviño Garza", "Ana Treviño"),
        ("Ana Lucía Treviño Garza", "Lucía Treviño"),
        ("Ana Lucía Treviño Garza", "Ana Lucía Montes"),
        ("Francisco Javier Peña Lorca", "Fco. Javier Marcos"),
    ],
)
def test_others_who_share_some_of_the_names_are_not_meant(name: str, text: str) -> None:
    assert not grades(name, f"{text} llamará mañana.") & {Grade.EXACT, Grade.PROBABLE}


@pytest.mark.parametrize(
    "text", ["a bed in the Juniper lodge", "they left The Juniper lodge", "fire at the Juniper lodge, says"]
)
def test_a_kind_of_building_may_lack_its_capital(text: str) -> None:
    place = PlaceName.parse("Maple Lodge")
    assert [m.grade for m in place.find_in(text.replace("Juniper", "Maple"))] == [Grade.PARTIAL]


@pytest.mark.parametrize(
    "text",
    [
        "a maple lodge in the woods",
        "Maple lodge poles for sale",
        "Sold out. Maple lodge poles are back",
        "Old Maple lodge tours",
        "the maple Lodge",
    ],
)
def test_plain_words_are_no_building(text: str) -> None:
    assert PlaceName.parse("Maple Lodge").find_in(text) == []
