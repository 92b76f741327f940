"""Names whose parts are written in more than one way."""

import pytest

from auditor.confidential import Person
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
