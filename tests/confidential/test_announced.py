"""A label before an address, as in a table of contacts, must not pass for the flat of another house number."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

HOME = Address.parse("1247 North Maple Street, Suite 300, Springfield, IL 62704")


@pytest.mark.parametrize("label", ["Office", "Shop", "Entrance", "Building", "Studio", "Bureau"])
@pytest.mark.parametrize("before", ["Springfield, IL 62705\n", "PO Box 12, ", "62705\t", ""])
def test_a_label_does_not_hide_the_address(label, before):
    (match,) = HOME.find_in(f"{before}{label} 1247 North Maple Street\nSpringfield, IL 62704")
    assert match.grade is Grade.EXACT


@pytest.mark.parametrize(
    "text",
    [
        "12 Oak Street, Office 1247, Springfield",
        "1310 Office 1247 Elm Street",
        "500 North Maple Street, Office 1247",
    ],
)
def test_an_office_of_another_house_is_another_address(text):
    assert [m for m in HOME.find_in(text) if m.grade is not Grade.PARTIAL] == []


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("415 Saint Bernard Avenue, Salem, OR 97306", "415 St Benrard Ave"),
        ("415 Mount Pleasant Road, Salem, OR 97306", "415 Mt Plesant Rd"),
        ("37 rue Saint-Martin, 75003 Paris, France", "37, rue St-Matrin"),
    ],
)
def test_a_typing_error_beside_a_shortened_word(fact, text):
    found = Address.parse(fact).find_in(f"We are at {text} today.")
    assert [match.grade.value for match in found] == ["probable"]


@pytest.mark.parametrize("text", ["415 St Leonard Ave", "451 St Benrard Ave", "415 Bernadette Ave"])
def test_another_saint_is_no_typing_error(text):
    assert (
        Address.parse("415 Saint Bernard Avenue, Salem, OR 97306").find_in(f"We are at {text} today.") == []
    )
