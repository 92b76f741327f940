"""Addresses as people type them into confidential.toml: every state, and what stands around an address."""

import pytest

from auditor.confidential import Address
from auditor.confidential.address.typed.parse import parse
from auditor.confidential.address.vocabulary.words import STATES
from auditor.core.status import Grade

CODES = sorted({min(codes) for name, codes in STATES.items() if len(name) > 2 and len(codes) == 1})


def found(fact: str, text: str) -> bool:
    grades = {match.grade for match in Address.parse(fact).find_in(text)}
    return bool(grades & {Grade.EXACT, Grade.PROBABLE})


@pytest.mark.parametrize("street", ["1247 Linden Ct", "88 Fir Ave SE, Fl 2", "1247 N Maple St, Apt 3"])
@pytest.mark.parametrize("code", [c for c in CODES if len(c) == 2])
def test_the_postcode_of_every_state_is_no_unit(street: str, code: str) -> None:
    for line in (
        f"{street}, Tallyville, {code.upper()} 33612",
        f"{street} Tallyville {code.upper()} 33612-1234",
    ):
        parts = parse(line, "x")
        assert (parts.state, parts.postcode, parts.towns) == (code, "33612", ["tallyville"]), line
        assert parts.unit == (street[-1] if "," in street else "")


def test_a_state_of_two_words_is_a_town_only_without_another() -> None:
    assert parse("1247 Maple St, Tallyville New Hampshire", "x").towns == ["tallyville"]
    assert parse("2450 Broadway, New York", "x").towns == ["new york"]


@pytest.mark.parametrize(
    "fact",
    [
        "2450 Broadway between 90th and 91st Sts., New York",
        "2450 Broadway (btwn 90th & 91st), New York",
        "2450 Broadway at 90th Street, New York",
        "(2450 Broadway, New York)",
        "“2450 Broadway, New York”",
    ],
)
def test_what_stands_around_it_is_no_part_of_the_street(fact: str) -> None:
    assert found(fact, "Visit 2450 Broadway, New York.")
    assert found(fact, "visit us: 2450 broadway between 90th and 91st sts., new york.")
    assert not found(fact, "Visit 2452 Broadway, New York.")
    assert not found(fact, "2450 90th Street, New York")


@pytest.mark.parametrize("fact", ["48S 400E, Salt Lake City UT", "48 S 400 E #12, Salt Lake City UT"])
def test_a_grid_written_closely(fact: str) -> None:
    assert found(fact, "Meet at 48 South 400 East, Salt Lake City")
    assert not found(fact, "Meet at 48 South 500 East, Salt Lake City")


def test_a_type_that_is_a_state_too() -> None:
    parts = parse("2146 University Square Mall Tampa FL 33612", "x")
    assert (parts.state, parts.postcode, parts.towns) == ("fl", "33612", ["tampa"])
    assert parse("12 Linden Ct", "x").state == ""


def test_what_brackets_add_to_a_town_may_be_left_out() -> None:
    for text in (
        "Lindenstraße 7a in Halle (Saale)",
        "Lindenstr. 7a, Halle",
        "Lindenstraße 7a, 06108 Halle/Saale",
    ):
        assert found("Lindenstraße 7a, 06108 Halle (Saale)", text), text


def test_a_polish_address_without_its_country() -> None:
    fact = "ul. Długa 7, 53-533 Warszawa"
    assert found(fact, "Kontakt: Długa 7, 53-533 Warszawa")
    assert not found(fact, "Kontakt: Długa 9, 53-533 Warszawa")
    assert not found(fact, "Kontakt: Długa 7, 30-001 Kraków")


def test_a_town_glued_to_the_type_is_a_town() -> None:
    fact = "1247 North Maple Street, Springfield, IL 62704"
    assert found(fact, "1247 North Maple StreetSpringfield")
    assert found(fact, "1247 North Maple StreetOpen daily")
    assert not found(fact, "1247 North Maple StreetShelbyville")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("115 Broadway San Francisco CA 94111", "115 Broadway, San Francisco"),
        ("115 Broadway San Francisco, CA 94111", "Visit us: 115 Broadway."),
        ("420 Embarcadero San Francisco CA", "420 Embarcadero, San Francisco, CA"),
        ("1247 Maple Springfield IL 62704", "1247 Maple, Springfield"),
        ("77 West Wacker Chicago IL", "77 W. Wacker Dr., Chicago"),
        ("500 Fifth New York NY", "500 Fifth Ave, New York"),
        ("640 Alder Coos Bay OR", "640 Alder, Coos Bay"),
        ("12 Queen W Toronto ON", "12 Queen St W, Toronto"),
    ],
)
def test_a_town_without_a_comma_behind_a_street_without_a_type(fact: str, text: str) -> None:
    assert {match.grade for match in Address.parse(fact).find_in(text)} & {Grade.EXACT, Grade.PROBABLE}


@pytest.mark.parametrize(
    "text", ["117 Broadway, San Francisco", "115 Broadway, New York, NY 10006", "115 Front St, San Francisco"]
)
def test_such_a_street_elsewhere_is_another(text: str) -> None:
    assert not Address.parse("115 Broadway San Francisco CA 94111").find_in(text)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("12 Kauri Street, Lower Moutere 7175, New Zealand", "Kauri Street in Lower Moutere"),
        ("48 Laurel Avenue, Front Royal, VA 22630", "Laurel Avenue, Front Royal"),
    ],
)
def test_a_town_may_begin_like_a_unit(fact, text):
    assert [m.grade.value for m in Address.parse(fact).find_in(f"Somewhere on {text}.")] == ["partial"]


@pytest.mark.parametrize("unit", ["Lower Level", "Upper Left", "Rear House", "Lower B", "Front"])
def test_a_unit_is_no_town(unit):
    address = Address.parse(f"48 Laurel Avenue, {unit}, Salem, OR 97306")
    assert address.find_in(f"Somewhere on Laurel Avenue, {unit}.") == []
    assert address.find_in("48 Laurel Ave, Salem")


@pytest.mark.parametrize(
    "fact",
    [
        "The Lodge, 12, Elder Grove, Tallyville",
        "Old Mill House, 12, Elder Grove, Tallyville TN1 1AB",
        "Second Flr Flat, 12, Elder Grove, Northside, Tallyville TN1 1AB",
        "18 Maple Court, 12, Elder Grove, Tallyville",
        "18 Maple Court, 12 Elder Grove, Tallyville",
        "Flat 18, Maple Court, 12, Elder Grove, Tallyville",
    ],
)
def test_a_number_alone_before_its_street_behind_a_house_with_a_name(fact: str) -> None:
    assert found(fact, "Come to 12 Elder Grove, Tallyville.")
    assert not found(fact, "Come to 18 Elder Grove, Tallyville.")
    assert not found(fact, "Come to 12 Harrow Lane, Tallyville.")


@pytest.mark.parametrize("fact", ["Via Roma, 12, Castel Park, Milano", "Calle Mayor, 12, Palm Grove, Madrid"])
def test_a_number_alone_behind_its_street_abroad(fact: str) -> None:
    street = fact.partition(",")[0]
    assert found(fact, f"{street} 12")
    assert not found(fact, "12 Palm Grove, 12 Castel Park")


def test_a_town_behind_a_preposition() -> None:
    assert found("1247 North Maple Street in Springfield", "1247 N Maple St, Springfield, IL 62704")
    assert not found("1247 North Maple Street in Springfield", "1247 N Maple St, Shelbyville, IL 62565")


def test_a_type_run_together_with_its_name() -> None:
    assert found("1247 MapleStreet, Springfield", "1247 Maple St, Springfield")
    assert found("1247 MapleDr, Springfield", "1247 Maple Drive, Springfield")
    assert parse("12 MacDonald, Leeds", "x").name == ("macdonald",)


def test_a_town_that_begins_with_the_plural_of_a_type() -> None:
    assert found("160 The Esplanade, Lakes Meeting VIC", "160 The Esplanade, Lakes Meeting")
    assert found("160 Hawthorne, Falls Landing", "160 Hawthorne, Falls Landing")


def test_an_initial_within_a_name() -> None:
    assert found("2100 E Tomas Quintero Ave, Tallyville", "2100 E. Tomas B. Quintero Ave, Tallyville")
    assert not found("2100 E Tomas Quintero Ave, Tallyville", "2101 E. Tomas B. Quintero Ave, Tallyville")


def test_a_quarter_of_queens_by_its_postcode() -> None:
    assert found("30-77 21st Street, Queens, NY", "30-77 21st St, Astoria, NY 11102")
    assert not found("30-77 21st Street, Queens, NY", "30-77 21st St, Red Hook, NY 11231")


def test_a_highway_cut_to_two_letters() -> None:
    assert found("5344 State Road 113, Tallyville WI", "5344 Hy 113, Tallyville")
    assert not found("5344 State Road 113, Tallyville WI", "5344 Hy 114, Tallyville")


def test_a_bare_flat_behind_a_street_without_a_type() -> None:
    assert found("860 W Tallyhawk 305, Springfield IL 62704", "860 West Tallyhawk, Springfield")
    assert not found("860 W Tallyhawk 305, Springfield IL 62704", "305 West Tallyhawk, Springfield")
    assert parse("239 South 500 East, Salt Lake City UT", "x").name == ("500",)


def test_a_private_road_with_a_number() -> None:
    assert found("519 PR 4620, Tallyville TX", "We are at 519 Private Road 4620.")
    assert found("519 Private Road 4620, Tallyville TX", "519 Pvt Rd 4620, Tallyville")
    assert not found("519 PR 4620, Tallyville TX", "519 County Road 4620, Tallyville TX")


@pytest.mark.parametrize(
    "fact",
    [
        "No. 16, 4th Avenue, Tally Nagar, Chennai",
        "Door No: 16, 4th Avenue, Chennai",
        "#16, 4th Avenue, Chennai",
        "16, 4th Avenue, Chennai",
        "147/16, 4th Avenue, Tally Nagar, Chennai",
        "147/16 4th Avenue, Tally Nagar, Chennai",
    ],
)
def test_a_house_number_on_a_line_of_its_own_before_a_numbered_street(fact: str) -> None:
    number = fact.split(" 4th", maxsplit=1)[0].strip(", ")
    assert found(fact, f"{number}, 4th Avenue, Chennai")
    assert found(fact, "No 16, 4th Avenue, Chennai")
    assert not found(fact, "No 18, 4th Avenue, Chennai")
    assert not found(fact, "No 16, 5th Avenue, Chennai")


def test_a_floor_behind_a_sign_is_no_street() -> None:
    parts = parse("#24, 3rd Floor, 12 Tally Street, Springfield", "x")
    assert (parts.number, parts.name) == ("12", ("tally",))


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("350 rue des Tallis Ouest Laval QC G1L 1B6", "350, rue des Tallis O., Laval"),
        ("450 rue Tallebrooke Est Montréal QC H2L 1J7", "450, rue Tallebrooke Est, Montréal (Québec)"),
        ("77 avenue Tallier O Montréal QC H2T 2N1", "77, avenue Tallier Ouest"),
        ("1900 8 Th Avenue, Springfield", "1900 8th Ave, Springfield"),
        ("100 E 24 Th Street, Springfield", "100 E. 24th St., Springfield"),
        ("500 SR - 67, Tallyville, CA", "500 Highway 67, Tallyville"),
    ],
)
def test_blanks_in_place_of_commas_and_within_words(fact: str, text: str) -> None:
    assert found(fact, text)
    assert not found(fact, text.replace(text.split(" ", maxsplit=1)[0].strip(","), "2204", 1))


def test_a_long_postcode_before_a_town_of_a_saint_is_no_house_number() -> None:
    fact = "Tally House, Kirov Quay, 34, 191186, St. Petersburg, Russia"
    assert found(fact, "Kirov Quay, 34, St. Petersburg")
    assert not found(fact, "Kirov Quay, 38, 191186, St. Petersburg")
