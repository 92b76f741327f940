"""What stands beside an address or a number does not hide it: times, years, other numbers, labels."""

import pytest

from auditor.confidential import Address, Phone, Place
from auditor.core.status import Grade

BEFORE = [
    "utf-8 ",
    "Since 2019 ",
    "on May 5 ",
    "Tel. 555-0100 · ",
    "Box 12, ",
    "10:00 ",
    "24/7 ",
    "$50 ",
    "Vol. 3 ",
    "1. ",
]
BEHIND = [" 2024", " 10:00-17:00", " 555-0100", "\nIn 2020 we moved.", "\n2024 annual report", " every week"]
ADDRESSES = [
    ("318 North Juniper Avenue, Dayton, OH 45402", "318 North Juniper Avenue"),
    ("Birkenstraße 57, 50674 Köln", "Birkenstraße 57"),
    ("Calle del Olmo 33, 28005 Madrid", "Calle del Olmo 33"),
    ("Via dei Pini 61, 41121 Modena", "Via dei Pini 61"),
    ("Rua das Laranjeiras 316, Lisboa", "Rua das Laranjeiras, 316"),
    ("45 Wattle Parade, Fitzroy VIC 3065", "45 Wattle Parade"),
]


def grades(fact: Address | Phone, text: str) -> set[Grade]:
    return {match.grade for match in fact.find_in(text)}


@pytest.mark.parametrize("before", ["", *BEFORE])
@pytest.mark.parametrize("behind", ["", *BEHIND])
@pytest.mark.parametrize(("typed", "published"), ADDRESSES)
def test_an_address_is_found_whatever_stands_beside_it(
    typed: str, published: str, before: str, behind: str
) -> None:
    assert Grade.EXACT in grades(Address.parse(typed), f"{before}{published}{behind}")


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(("typed", "published"), ADDRESSES)
def test_what_stands_before_another_house_makes_it_no_match(typed: str, published: str, before: str) -> None:
    number = next(word for word in published.split() if word.isdecimal())
    other = f"{before}{published.replace(number, '28')}"
    assert grades(Address.parse(typed), other) <= {Grade.PARTIAL}


@pytest.mark.parametrize("label", ["page", "Page:", "section", "order", "id"])
def test_a_label_makes_a_street_in_full_less_sure_and_no_more(label: str) -> None:
    address = Address.parse("318 North Juniper Avenue, Dayton, OH 45402")
    assert grades(address, f"old {label} 318 North Juniper Avenue") == {Grade.PROBABLE}
    assert grades(address, f"{label} 318 Juniper") == set()
    assert grades(Address.parse("45 Wattle Parade, Fitzroy VIC"), f"{label} 45 Wattle Parade") == {
        Grade.PARTIAL
    }


@pytest.mark.parametrize("time", ["Mon-Fri 9:00-17:00 ", "17:00 ", "After 10:00: ", "10:00 am "])
def test_a_time_before_a_telephone_number_does_not_hide_it(time: str) -> None:
    phone = Phone.parse("+1 217-555-0148")
    assert grades(phone, f"{time}217-555-0148") == {Grade.EXACT}
    assert grades(phone, f"{time}217-555-0149") == set()
    assert grades(phone, "00 217-555-0148") == set()


@pytest.mark.parametrize(
    "before",
    ["12,000 | ", "$12,000. ", "1.000 ", "Serial: 12 | ", "ISBN: call ", "It has no serial. ", "a serial; "],
)
def test_sums_and_other_labels_before_a_telephone_number_do_not_hide_it(before: str) -> None:
    phone = Phone.parse("+1 217-555-0148")
    assert grades(phone, f"{before}(217) 555-0148") == {Grade.EXACT}
    assert grades(phone, f"{before}(217) 555-0149") == set()


@pytest.mark.parametrize("before", ["Serial: ", "Serial no. ", "ISBN ", "SKU #", "00 44 "])
def test_what_a_label_or_a_country_code_claims_is_another_number(before: str) -> None:
    assert grades(Phone.parse("+1 217-555-0148"), f"{before}217-555-0148") == set()


@pytest.mark.parametrize(
    "text", ["9:00-17:00 {}", "17:00\n{}", "2024-05-01 {}", "{} 10:00-17:00", "01.05.2024 {}"]
)
def test_times_and_dates_are_no_groups_of_a_french_number(text: str) -> None:
    phone = Phone.parse("+33 4 65 71 12 34")
    assert grades(phone, text.format("04 65 71 12 34")) == {Grade.EXACT}
    assert grades(phone, "12 16 04 65 71 12 34 55 81") == set()


def test_the_rest_of_a_title_is_no_town_but_the_next_cell_of_a_row_may_be() -> None:
    address = Address.parse("318 North Juniper Avenue, Dayton, OH 45402")
    assert grades(address, "318 North Juniper Avenue | Donate") == {Grade.EXACT}
    assert grades(address, "| 318 North Juniper Avenue | Shelby | MI |") <= {Grade.PARTIAL}
    assert grades(address, "318 North Juniper Avenue, Shelby") == {Grade.PARTIAL}


@pytest.mark.parametrize(
    "around",
    ["We meet at {} every week.", "the property at {} through June", "{} is closed today", "{} opens at 9",
     "{} jeden Montag", "Wir sind in {} und freuen uns", "Estamos en {} cada lunes"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("typed", "published", "number"),
    [
        ("318 North Juniper Avenue, Dayton, OH 45402", "318 N. Juniper", "318"),
        ("62 Broadway, Bangor, ME", "62 Broadway", "62"),
        ("Unter den Eichen 9, 12203 Berlin", "Unter den Eichen 9", "9"),
    ],
)
def test_a_street_without_its_type_ends_where_the_sentence_goes_on(
    typed: str, published: str, number: str, around: str
) -> None:
    address = Address.parse(typed)
    assert grades(address, around.format(published)) & {Grade.EXACT, Grade.PROBABLE}
    assert not grades(address, around.format(published.replace(number, "88"))) - {Grade.PARTIAL}


def test_a_number_that_counts_something_is_no_house() -> None:
    assert grades(Address.parse("62 Broadway, Bangor, ME"), "62 Broadway tickets were sold") == set()
    assert grades(Address.parse("Na Kopci 8, Praha"), "Na Kopci 8 lidí") <= {Grade.PARTIAL}


def test_the_first_cell_of_a_record_is_no_part_of_the_number() -> None:
    address = Address.parse("318 North Juniper Avenue, Dayton, OH 45402")
    assert grades(address, "id,address\n7,318 North Juniper Avenue\n8,other") == {Grade.EXACT}
    assert grades(address, "It is 7,318 North Juniper Avenue") == set()


@pytest.mark.parametrize("behind", [" (Fig. 4)", ", Inc.", ", LLC"])
def test_figures_and_companies_are_no_towns(behind: str) -> None:
    address = Address.parse("318 North Juniper Avenue, Dayton, OH 45402")
    assert grades(address, f"318 North Juniper Avenue{behind}") == {Grade.EXACT}
    assert grades(address, f"318 North Juniper Avenue (Shelby){behind}") == {Grade.PARTIAL}


@pytest.mark.parametrize(
    "text", ["Wir treffen uns in der Soester Straße 12 jeden Tag.", "Soester Straße 12 ist unser Haus"]
)
def test_a_number_behind_its_street_counts_nothing_where_the_sentence_goes_on(text: str) -> None:
    address = Address.parse("Soester Straße 12, 59065 Hamm")
    assert Grade.EXACT in grades(address, text)
    assert grades(address, text.replace("12", "14")) == set()
    assert grades(address, "Soester Straße 12 jahre lang gesperrt") == set()


@pytest.mark.parametrize("mark", ["- ", "Car park - ", "\n- ", "Car park – "])
def test_the_mark_of_a_list_is_no_minus(mark: str) -> None:
    place = Place(36.1093, -96.0342, 150, "house")
    assert Grade.EXACT in {match.grade for match in place.find_in(f"{mark}36.1093, -96.0342")}
    assert not place.find_in("lat: - 36.1093, lng: - 96.0342")
    assert not place.find_in("-36.1093, -96.0342")


def test_cells_before_a_number_are_no_thousands() -> None:
    address = Address.parse("3906 W Larkspur Blvd, Tulsa, OK")
    for text in ("7,3906 W Larkspur Blvd,12", "2026-03-12,3906 W Larkspur Blvd", "#12,3906 W Larkspur Blvd"):
        assert grades(address, text) & {Grade.EXACT, Grade.PROBABLE}
        assert not grades(address, text.replace("3906", "3908"))


@pytest.mark.parametrize("before", ["House 1 - ", "Tuesday 9/14 - ", "555-0110 - ", "OH 45402 - ", "8:30 – "])
def test_a_dash_behind_another_figure_is_no_range(before: str) -> None:
    address = Address.parse("318 North Juniper Avenue, Dayton, OH 45402")
    assert grades(address, f"{before}318 North Juniper Avenue") == {Grade.EXACT}
    assert not grades(address, f"{before}328 North Juniper Avenue")
    assert grades(address, "316 - 320 North Juniper Avenue") == {Grade.PROBABLE}


def test_the_quarter_in_the_centre_is_no_town() -> None:
    address = Address.parse("Av. Morelos 1420, Centro, 64000 Monterrey, NL")
    assert grades(address, "Av. Morelos 1420, Centro, Monterrey") == {Grade.EXACT}
    assert not grades(address, "Av. Morelos 1420, Centro, 37000 León, Gto.") - {Grade.PARTIAL}
    assert address.unsearched() == ""
