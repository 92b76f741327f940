"""Types of street: cut short in any way, leading the name, of two words, and hidden in another word."""

import pytest

from auditor.confidential import Address
from auditor.core.status import Grade

SHORTENED = [
    ("47 montée Victor Hugo, 69005 Lyon", "47, mte Victor Hugo, 69005 Lyon"),
    ("47 sentier Victor Hugo, 59800 Lille", "47 sent. Victor Hugo, 59800 Lille"),
    ("Urbanización Menéndez Pelayo 47, 28009 Madrid", "Urb. Menendez Pelayo, 47, Madrid"),
    ("Callejón Menéndez Pelayo 47, 28009 Madrid", "cjon Menéndez Pelayo 47, 28009 Madrid"),
    ("Contrada Giuseppe Mazzini 47, 40138 Bologna", "c.da Giuseppe Mazzini, 47, 40138 Bologna"),
    ("Borgo Giuseppe Mazzini 47, 40138 Bologna", "Siamo in B.go Giuseppe Mazzini 47, Bologna"),
    ("Praceta Almeida Garrett 47, 4000-069 Porto", "pct. Almeida Garrett, 47, Porto"),
    ("Soseaua Mihai Eminescu 47, Bucuresti", "Sos. Mihai Eminescu nr. 47, Bucuresti"),
    ("4718 Kettering Approach, Springfield, IL 62704", "4718 Kettering Apch, Springfield"),
    ("4718 Kettering Causeway, Springfield, IL 62704", "4718 Kettering Cway., Springfield"),
]


@pytest.mark.parametrize(("fact", "text"), SHORTENED)
def test_a_type_is_known_however_it_is_cut_short(fact: str, text: str) -> None:
    assert [match.grade for match in Address.parse(fact).find_in(text)] == [Grade.EXACT]


@pytest.mark.parametrize(("fact", "text"), SHORTENED)
def test_another_house_of_the_street_is_none(fact: str, text: str) -> None:
    matches = Address.parse(fact).find_in(text.replace("47", "74"))
    assert all(match.grade is Grade.PARTIAL for match in matches)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("47 ruelle Victor Hugo, 59800 Lille", "47 rue Victor Hugo, 59800 Lille"),
        ("Viale Giuseppe Mazzini 47, 40138 Bologna", "Via Giuseppe Mazzini 47, 40138 Bologna"),
        ("Piazzale Giuseppe Mazzini 47, 40138 Bologna", "Piazza Giuseppe Mazzini 47, 40138 Bologna"),
        ("4718 Kettering Crescent, Springfield, IL 62704", "4718 Kettering Ct, Springfield"),
        ("4718 Kettering Circuit, Springfield, IL 62704", "4718 Kettering Court, Springfield"),
    ],
)
def test_another_type_is_not_the_same_one_cut_short(fact: str, text: str) -> None:
    matches = Address.parse(fact).find_in(text)
    assert all(match.grade is Grade.PARTIAL for match in matches)


@pytest.mark.parametrize(
    "address",
    [
        "12 Greenberg Street, Springfield, IL 62704",
        "Calle Principal 20 Barcelona",
        "Rua Padre Cruz 31 3060-187 Cantanhede",
        "rua godinho de faria 1200 porto",
        "Calea Victoriei 54 Bucharest",
        "Gran Vía Menéndez Pelayo 47, 28009 Madrid",
        "Am Falkpl. 5, 10437 Berlin",
        "Oranjelaan Westzijde 41, Puttershoek",
        "Kolín, Pražská 3",
        "24 East Broadway, Manhattan",
        "1900 SE A St, San Francisco",
        "9 N East Blvd, Newfield, NJ 08344",
        "1 Foo St NE",
        "1210a Highway 10 W, IA",
    ],
)
def test_an_address_finds_itself_in_the_words_of_its_owner(address: str) -> None:
    parsed = Address.parse(address)
    for text in (address, address.upper(), address.lower()):
        assert [match.grade for match in parsed.find_in(text)] == [Grade.EXACT]


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("12 Greenberg Street, Springfield, IL 62704", "12 Green St, Springfield, IL 62704"),
        ("Calle Principal 20 Barcelona", "Calle Principal 22, Barcelona"),
        ("24 East Broadway, Manhattan", "24 West Broadway, Manhattan"),
        ("1900 SE A St, San Francisco", "1900 SE B St, San Francisco"),
        ("Oranjelaan Westzijde 41, Puttershoek", "Oranjelaan Oostzijde 41, Puttershoek"),
    ],
)
def test_a_street_nearby_is_another(fact: str, text: str) -> None:
    matches = Address.parse(fact).find_in(text)
    assert all(match.grade is Grade.PARTIAL for match in matches)
