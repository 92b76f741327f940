"""People as their colleagues type them: with titles, roles, degrees, nicknames and mailboxes."""

import pytest

from auditor.confidential import Facts, Person
from auditor.core.errors import ConfigurationError
from auditor.core.status import Grade

SURE = {Grade.EXACT, Grade.PROBABLE}


def is_found(typed: str, text: str) -> bool:
    return any(
        match.grade in SURE for match in Person.parse(typed).find_in(f"Please ask for {text} at the desk.")
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Ms. Farida Quillon",
        "Sra. Farida Quillon",
        "Frau Dr. med. Farida Quillon",
        "Mme Farida Quillon, directrice",
        "Farida Quillon (Deputy Night Manager)",
        "Farida Quillon – Leiterin",
        "Farida Quillon - Oak Lane shelter",
        "Farida Quillon, house mom",
        "Farida Quillon, trabajadora social",
        "Farida Quillon, Head of Night Staff",
        "Farida Quillon Night Manager",
        "Night Manager: Farida Quillon",
        "our night nurse Farida Quillon",
        "Clinical Director Farida Quillon",
        "Farida Quillon @fquillon",
        "Farida Quillon (nights, badge 412)",
        "Quillon Jr., Farida",
        "Director, Farida Quillon",
        "Farida Quillon, Ph.D., LCSW-C",
        "Farida Quillon RN",
        "Farida Quillon, M.S.W.",
        "Farida Quillon <fq@example.org>",
        "fq@example.org Farida Quillon",
        "Farida Quillon 217-555-0148",
        "  FARIDA    QUILLON ",
        "QUILLON Farida",
        "QUILLON, Farida",
        "Quillon, Farida (RN)",
        "Quillon, Farida, case worker",
        "Rev. Farida Quillon III",
        "Sister Farida Quillon, OSB",
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(typed: str) -> None:
    assert is_found(typed, "Farida Quillon")
    assert is_found(typed, "Quillon, Farida")
    assert is_found(typed, "F. Quillon")
    assert not is_found(typed, "Farida Quilter")
    assert not is_found(typed, "Marta Quillon")
    assert not Person.parse(typed).weaknesses()


@pytest.mark.parametrize(
    "typed",
    [
        'Farida "Ridi" Quillon',
        "Farida (Ridi) Quillon, MSW",
        "Farida ‘Ridi’ Quillon",
        "Farida Quillon (Ridi)",
        "Farida Quillon aka Ridi",
    ],
)
def test_a_nickname_is_another_given_name(typed: str) -> None:
    assert is_found(typed, "Ridi Quillon")
    assert is_found(typed, "Farida Quillon")
    assert not is_found(typed, "Ridi Quilter")
    assert not is_found(typed, "Radi Quillon")


def test_a_surname_at_birth_is_another_surname() -> None:
    assert is_found("Farida Quillon (née Brandvold)", "Farida Brandvold")
    assert is_found("Farida Quillon, geb. Brandvold", "Farida Quillon")
    assert not is_found("Farida Quillon (née Brandvold)", "Marta Brandvold")


def test_two_people_in_one_entry_are_both_found() -> None:
    for typed in ("Farida Quillon & Tomas Brandvold", "Farida Quillon / Tomas Brandvold"):
        assert is_found(typed, "Farida Quillon")
        assert is_found(typed, "Tomas Brandvold")
        assert not is_found(typed, "Tomas Quillon")
    assert is_found("Farida and Tomas Quillon", "Farida Quillon")
    assert not is_found("Farida and Tomas Quillon", "Farida Tomas")


def test_a_devoted_name_with_two_surnames_is_found_by_the_first() -> None:
    typed = "María del Rosario Arrieta Bañuelos"
    assert is_found(typed, "María del Rosario Arrieta")
    assert is_found(typed, "Rosario Arrieta Bañuelos")
    assert not is_found(typed, "María del Rosario Arriaga")
    assert not is_found(typed, "Luis Arrieta")


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ("Jack Ma", "Jack Ma"),
        ("Cook, Farida", "Farida Cook"),
        ("Farida Cook, night manager", "Farida Cook"),
        ("Don Quillon", "Don Quillon"),
        ("Dean Martin Quillon", "Dean Quillon"),
        ("Mag Quillon", "Mag Quillon"),
        ("Kim Quillon–Roe", "Kim Quillon-Roe"),
        ("de la Cruz, Farida", "Farida de la Cruz"),
        ("J.R. Quillon", "J.R. Quillon"),
    ],
)
def test_names_that_look_like_a_title_a_role_or_a_degree_stay_names(typed: str, published: str) -> None:
    assert is_found(typed, published)


def test_what_cannot_be_told_apart_is_said() -> None:
    for typed in ("Farida Quillon, Ashbourne", "Farida Quillon, Kim"):
        assert "behind the comma" in Person.parse(typed).weaknesses()[0]
        assert is_found(typed, "Farida Quillon")
    assert is_found("Quillon Brandvold, Farida", "Farida Quillon Brandvold")


@pytest.mark.parametrize(
    "typed",
    ["Ms. Quillon", "Quillon (Night Manager)", "Quillon <q@example.org>", "Quillon, RN", "Quillon and Bee"],
)
def test_a_surname_alone_is_refused_without_being_shown(typed: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Facts.from_table({"person": [{"label": "night", "name": typed}]})
    assert "Quillon" not in f"{caught.value}{getattr(caught.value, 'hint', '')}"


@pytest.mark.parametrize("typed", [",", " - , Thi van -", "(Quillon)", "&", "RN, MSW", "née"])
def test_signs_without_a_name_are_refused_in_one_line(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^a person needs"):
        Person.parse(typed)


@pytest.mark.parametrize(
    ("entry", "people"),
    [
        ("Jane Roe - Bee Poe", ["Jane Roe", "Bee Poe"]),
        ("Jane Roe | Bee Poe – Maria Stone", ["Jane Roe", "Bee Poe", "Maria Stone"]),
        ("Roe, Jane - Poe, Bee", ["Jane Roe", "Bee Poe"]),
        ("Maple House - Jane Roe", ["Jane Roe"]),
    ],
)
def test_people_on_either_side_of_a_dash_are_all_looked_for(entry: str, people: list[str]) -> None:
    fact = Person.parse(entry)
    assert all(fact.find_in(f"Ask {name} at the desk.") for name in people)
    assert not fact.find_in("Maple House is open. The Night Shift begins.")


def test_what_stands_beside_a_dash_and_is_not_looked_for_is_told() -> None:
    assert any("entry of their own" in said for said in Person.parse("Jane Roe - Salem Office").weaknesses())
    for entry in ("Jane Roe - Case Manager", "Jane Roe - on call", "Jane Roe - Bee Poe"):
        assert Person.parse(entry).weaknesses() == []
