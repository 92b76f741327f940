"""House numbers of four figures in words of other languages."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

CASES = [
    ("3164 rue Beaubien, Montréal, QC", "trois mille cent soixante-quatre, rue Beaubien", "soixante-cinq"),
    ("3164 rue Beaubien, Montréal, QC", "trente et un soixante-quatre, rue Beaubien", "soixante-cinq"),
    (
        "Rua Bento Freitas 2370, São Paulo, Brazil",
        "Rua Bento Freitas, dois mil trezentos e setenta",
        "e oitenta",
    ),
    ("Calle Alcatraz 1548, Lima, Peru", "Calle Alcatraz mil quinientos cuarenta y ocho", "cuarenta y nueve"),
    ("Calle Alcatraz 1548, Lima, Peru", "Calle Alcatraz quince cuarenta y ocho", "cuarenta y nueve"),
    ("Via Manzoni 1130, Ravenna, Italy", "Via Manzoni millecentotrenta", "millecentoquaranta"),
    ("Birkenallee 1204, 22767 Hamburg, Germany", "Birkenallee zwölfhundertvier", "zwölfhundertfünf"),
    ("Birkenallee 1204, 22767 Hamburg, Germany", "Birkenallee eintausendzweihundertvier", "tausendfünf"),
]


@pytest.mark.parametrize(("fact", "text", "other"), CASES)
def test_thousands_in_words(fact: str, text: str, other: str) -> None:
    address = Address.parse(fact)
    assert {match.grade for match in address.find_in(f"{text}.")} & {Grade.EXACT, Grade.PROBABLE}
    words = other.split()
    if text.startswith(("trois", "trente")):
        changed = text.replace("soixante-quatre", other)
    else:
        changed = " ".join([*text.split()[: -len(words)], other])
    assert changed != text
    assert address.find_in(f"{changed}.") == []


DAYS = [
    ("Rua 15 de Novembro 830, Recife, Brazil", "15 de novembro: 830 inscritos", "15 de Novembro 830, Recife"),
    ("Calle 2 de Abril 415, Monterrey, Mexico", "El 2 de abril 415 niños", "Calle 2 de abril 415"),
    ("Via 4 Novembre 36, Bari, Italy", "il 4 novembre 36 famiglie", "Via 4 Novembre, 36"),
    ("Rue du 8 Mai 1945 27, Lille, France", "le 8 mai 1945 27 habitants", "27 rue du 8 mai 1945"),
]


@pytest.mark.parametrize(("fact", "date", "street"), DAYS)
def test_the_day_that_a_street_is_named_for_is_no_street(fact: str, date: str, street: str) -> None:
    address = Address.parse(fact)
    sure = {Grade.EXACT, Grade.PROBABLE}
    assert not {match.grade for match in address.find_in(f"{date} ontem")} & sure
    assert {match.grade for match in address.find_in(f"{street}.")} & sure


@pytest.mark.parametrize(
    "text",
    [
        "31, 33b and 35 Mallow Street",
        "33b & 35 Mallow St",
        "33b and 35 Mallow Street",
        "29, 31, 33b, 34 and 35 Mallow St",
    ],
)
def test_a_house_in_a_list(text: str) -> None:
    found = Address.parse("33B Mallow Street, Leeds LS1 4AB").find_in(f"Flats at {text}.")
    assert {match.grade for match in found} & {Grade.EXACT, Grade.PROBABLE}


@pytest.mark.parametrize(
    "text", ["31, 37b and 35 Mallow Street", "tel. 33, 35 Mallow Street", "$33 and 35 Mallow Street"]
)
def test_a_list_without_the_house(text: str) -> None:
    assert Address.parse("33B Mallow Street, Leeds LS1 4AB").find_in(f"Flats at {text}.") == []


@pytest.mark.parametrize("text", ["op nummer 36 aan de Beukenlaan", "op 36 aan de Beukenlaan"])
def test_a_number_on_a_dutch_street(text: str) -> None:
    address = Address.parse("Beukenlaan 36, 1234 AB Hilversum, Netherlands")
    assert {match.grade for match in address.find_in(f"Wij zitten {text}.")} & {Grade.EXACT, Grade.PROBABLE}
    assert address.find_in(f"Wij zitten {text.replace('36', '37')}.") == []
    assert address.find_in("36 bomen aan de Beukenlaan") == []


def test_a_range_may_begin_with_bis() -> None:
    address = Address.parse("14 bis rue des Peupliers, 69007 Lyon, France")
    found = address.find_in("du 14 bis au 20 de la rue des Peupliers")
    assert {match.grade for match in found} & {Grade.EXACT, Grade.PROBABLE}
    assert address.find_in("du 16 bis au 20 de la rue des Peupliers") == []
