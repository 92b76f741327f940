"""The extension that is dialled right on: written behind a hyphen in German-speaking countries."""

import pytest

from auditor.confidential import Phone
from auditor.core.status import Grade

LEIPZIG = [
    "0341 5550162-14",
    "0341 / 555 0162-14",
    "(0341) 5550162-14",
    "+49 341 5550162-14",
    "0341-5550162–14",
]


def grades(fact: Phone, text: str) -> set[Grade]:
    return {match.grade for match in fact.find_in(text)}


@pytest.mark.parametrize("text", [*LEIPZIG, "0341/5550162-0", "0341 5550162-1400", "0341 5550162-14/15"])
@pytest.mark.parametrize("typed", ["+49 341 5550162", "0341 5550162"])
def test_an_extension_behind_a_hyphen_does_not_hide_the_number(typed: str, text: str) -> None:
    assert grades(Phone.parse(typed, regions=["DE"]), text) == {Grade.EXACT}


@pytest.mark.parametrize("text", [*LEIPZIG, "0341 555016214", "0341 5550162 Durchwahl 14"])
@pytest.mark.parametrize(
    ("number", "extension"), [("0341 5550162", "14"), ("0341/5550162-14", ""), ("+49 341 5550162–14", "")]
)
def test_an_extension_in_the_facts_is_found_however_it_is_typed(
    number: str, extension: str, text: str
) -> None:
    assert grades(Phone.parse(number, extension, regions=["DE"]), text) == {Grade.EXACT}


@pytest.mark.parametrize("text", ["0341 5550162-0", "0341/5550162-99"])
@pytest.mark.parametrize(("number", "extension"), [("0341 5550162", "14"), ("0341 5550162-14", "")])
def test_another_extension_of_the_same_number_is_partial(number: str, extension: str, text: str) -> None:
    assert grades(Phone.parse(number, extension, regions=["DE"]), text) == {Grade.PARTIAL}


def test_the_number_of_a_house_without_the_extension_behind_its_hyphen_is_partial() -> None:
    assert grades(Phone.parse("0341 5550162-14", regions=["DE"]), "Tel. 0341 5550162") == {Grade.PARTIAL}


@pytest.mark.parametrize("text", ["01/555 01 43-17", "+43 (0)1 5550143-17"])
def test_austria_writes_it_so_too(text: str) -> None:
    for fact in (Phone.parse("01/555 01 43", regions=["AT"]), Phone.parse("01/555 01 43-17", regions=["AT"])):
        assert grades(fact, text) & {Grade.EXACT, Grade.PROBABLE}


def test_beside_a_public_number_only_the_secret_extension_counts() -> None:
    secret = Phone.parse("0341 5550162-14", regions=["DE"]).beside(
        [Phone.parse("0341 5550162-0", regions=["DE"])]
    )
    assert grades(secret, "Tel. 0341 5550162-14") == {Grade.EXACT}
    assert grades(secret, "Tel. 0341 5550162-0") == set()


@pytest.mark.parametrize(
    "text",
    [
        "0341 5550162-14-15",
        "0341-5550162-141516",
        "0341 5550162-2025-06-08",
        "0341 5550163-14",
        "0341 5550162.14",
    ],
)
def test_a_piece_of_a_longer_number_is_none(text: str) -> None:
    assert Phone.parse("+49 341 5550162").find_in(text) == []


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("719-555-0143-17", Grade.PARTIAL),
        ("719-555-0143-2", Grade.PARTIAL),
        ("719-555-0143-9934", None),
        ("719-555-0143-17-2", None),
    ],
)
def test_elsewhere_a_few_figures_more_are_for_a_person_to_judge(text: str, grade: Grade | None) -> None:
    assert grades(Phone.parse("719-555-0143"), text) == ({grade} if grade else set())
