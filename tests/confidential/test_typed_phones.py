"""Telephone numbers as their owners type them: without country code, with a remark, two in one."""

import pytest

from auditor.confidential import Facts, Phone
from auditor.core.errors import ConfigurationError

REMARKS = [
    ("217-555-0148 (nights only)", "+1 217 555 0148"),
    ("217-555-0148 [ask for Jo]", "217.555.0148"),
    ("217-555-0148 weekdays only", "217-555-0148"),
    ("217-555-0148 24/7", "217-555-0148"),
    ("217-555-0148, 9:00-17:00", "217-555-0148"),
    ("night line: 217-555-0148", "217-555-0148"),
    ("1-888-555-HELP (4357)", "888-555-4357"),
    ("00 44 20 7946 0991", "020 7946 0991"),
    ("0049 30 23125 077", "+49 30 23125077"),
    ("+49 30 23125 077 (nachts)", "030 23125077"),
]


@pytest.mark.parametrize(("typed", "published"), REMARKS)
def test_a_remark_behind_a_number_is_no_part_of_it(typed, published):
    phone = Phone.parse(typed)
    assert phone.find_in(f"Ring {published} now")
    assert phone.find_in(f"Ring {published[:-1]}{(int(published[-1]) + 1) % 10} now") == []
    assert not phone.weaknesses()


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("217 555 0148 / 0149", "217-555-0148", "217-555-0149"),
        ("217-555-0148 or 217-555-0160", "(217) 555-0148", "(217) 555-0160"),
        ("217-555-0148 & 555-0160", "217-555-0148", "217-555-0160"),
        ("+1 217 555 0148 / +44 20 7946 0991", "217-555-0148", "020 7946 0991"),
        ("217-555-0148; 217-555-0160 (nights)", "217-555-0148", "217-555-0160"),
    ],
)
def test_two_numbers_typed_as_one_are_both_found(typed, first, second):
    phone = Phone.parse(typed)
    assert phone.find_in(f"Ring {first}")
    assert phone.find_in(f"Ring {second}")
    assert phone.find_in("Ring 217-555-0155") == []


@pytest.mark.parametrize(
    ("typed", "extension"), [("217-555-0148 x12", "12"), ("217-555-0148 ext. 12 after hours", "12")]
)
def test_an_extension_is_neither_remark_nor_second_number(typed, extension):
    phone = Phone.parse(typed)
    assert phone.extension == extension
    assert len(phone.lines) == 1


@pytest.mark.parametrize(
    ("typed", "abroad"),
    [
        ("0113 496 0711", "+44 113 496 0711"),
        ("0491 570 006", "+61 491 570 006"),
        ("030 23125 077", "+49 30 23125 077"),
        ("01 99 00 47 21", "+33 1 99 00 47 21"),
    ],
)
def test_a_number_with_a_trunk_nought_is_of_no_american_line(typed, abroad):
    phone = Phone.parse(typed)
    assert phone.find_in(f"Ring {abroad}")
    assert "1" not in {line.country for line in phone.lines}
    assert any("no country code" in weakness for weakness in phone.weaknesses())


@pytest.mark.parametrize(
    "beside",
    [
        {"address": [{"text": "12 Harrow Lane, Leeds LS1 4AB"}]},
        {"address": [{"text": "12 Harrow Lane, Leeds, Scotland"}]},
        {"phone": [{"number": "+44 20 7946 0991"}]},
    ],
)
def test_the_agencys_other_facts_tell_the_country(beside):
    table = {**beside, "phone": [*beside.get("phone", ()), {"number": "0113 496 0711", "label": "line"}]}
    facts = Facts.from_table(table)
    assert not [label for label, _ in facts.weaknesses() if label == "line"]
    searcher = facts.searcher()
    assert searcher.find_in("Ring +44 113 496 0711")
    assert searcher.find_in("Ring +39 0113 496 0711") == []


def test_numbers_of_the_environment_are_of_the_agencys_country_too():
    environment = {"AUDITOR_ADDRESS": "12 Harrow Lane, Leeds LS1 4AB", "AUDITOR_PHONES": "0113 496 0711"}
    facts = Facts.from_environment({}, environment)
    assert [type(fact).__name__ for fact in facts].count("Phone") == 1
    assert facts.searcher().find_in("Ring +44 113 496 0711")


@pytest.mark.parametrize("typed", ["0148", "12", "ask the manager", "555", "after 5 pm"])
def test_what_is_no_number_is_refused_without_a_word_of_it(typed):
    with pytest.raises(ConfigurationError, match="phone 1") as caught:
        Facts.from_table({"phone": [{"number": typed}]})
    assert typed not in str(caught.value)


@pytest.mark.parametrize("figures", ["12345", "1234", "999999", "110"])
def test_a_few_figures_without_a_country_are_no_number(figures: str) -> None:
    with pytest.raises(ValueError, match="country code"):
        Phone.parse(figures)


@pytest.mark.parametrize(
    ("typed", "regions"),
    [
        ("+52 1 33 5550 1477", []),
        ("0052 1 33 5550-1477", []),
        ("044 33 5550 1477", ["MX"]),
        ("01 (33) 5550 1477", ["MX"]),
    ],
)
def test_mexican_numbers_as_they_were_dialled(typed: str, regions: list[str]) -> None:
    phone = Phone.parse(typed, regions=regions)
    for text in ("+52 33 5550 1477", "(33) 5550-1477", "045 33 5550 1477", "+5213355501477"):
        assert phone.find_in(f"Llame al {text}."), text
    assert not phone.find_in("Llame al +52 33 5550 1478.")


def test_an_argentine_mobile_with_country_code_and_15() -> None:
    phone = Phone.parse("+54 9 343 455 1477")
    assert phone.find_in("+54 343 15 455-1477")
    assert not phone.find_in("+54 343 15 455-1478")


@pytest.mark.parametrize(
    "text",
    [
        "电话号码是2175550148",
        "请拨打2175550148我在明天",
        "電話2175550148まで",
        "전화2175550148",
        "โทร2175550148ครับ",
    ],
)
def test_a_number_beside_a_word_of_a_script_without_spaces(text: str) -> None:
    phone = Phone.parse("217-555-0148")
    assert phone.find_in(text)
    assert not phone.find_in(text.replace("2175550148", "12175550148217"))
    assert not phone.find_in("IDa2175550148b")


def test_the_long_vowel_sign_as_a_hyphen() -> None:
    assert Phone.parse("+81 3 5550 1477").find_in("電話 03ー5550ー1477")
