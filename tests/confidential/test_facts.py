"""The collection of facts: reading, errors that show no value, labels, public facts."""

import pickle

import phonenumbers
import pytest

from auditor.confidential import Facts, Person, Phone
from auditor.core.agency import Public
from auditor.core.errors import ConfigurationError

TABLE = {
    "schema": 1,
    "address": [
        {
            "label": "shelter",
            "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
            "latitude": 39.7817,
            "longitude": -89.6501,
            "radius_m": 150,
            "names": ["Maple House"],
        }
    ],
    "phone": [
        {"label": "case manager line", "number": "+1 217 555 0148", "extension": "12"},
        {"number": "217-555-0199"},
    ],
    "person": [{"label": "case manager", "name": "Alex Example"}],
    "plate": [{"label": "van", "number": "AB 12345"}],
}
VALUES = ("1247", "Maple", "39.78", "89.65", "0148", "555", "Alex", "Example", "AB 12345", "12345")


def test_every_section_is_searched_for_in_one_pass():
    searcher = Facts.from_table(TABLE).searcher(unknown_addresses=False)
    text = (
        "Alex Example, 1247 N Maple St, Springfield (Maple House, 39.7817,-89.6501), "
        "van AB-12345, call (217) 555-0148 or 217.555.0199"
    )
    found = searcher.find_in(text)
    assert {match.kind.value for match in found} == {
        "person",
        "address",
        "name",
        "coordinates",
        "plate",
        "phone",
    }
    assert {match.label for match in found} == {
        "shelter",
        "case manager line",
        "phone 2",
        "case manager",
        "van",
    }
    masked = searcher.mask(text)
    assert not any(value in masked for value in VALUES)
    assert searcher.find_in(masked) == []


def test_nothing_that_can_be_printed_holds_a_value():
    facts = Facts.from_table(TABLE)
    shown = [repr(facts), str(facts), f"{facts}", repr(list(facts)), repr(facts.labels), repr(facts.counts())]
    assert not any(value in text for text in shown for value in VALUES)
    with pytest.raises(TypeError):
        pickle.dumps(facts)


def test_counts_and_default_labels():
    facts = Facts.from_table(TABLE)
    assert facts.counts() == {"address": 1, "coordinates": 1, "name": 1, "phone": 2, "person": 1, "plate": 1}
    assert facts.labels == ("shelter", "case manager line", "phone 2", "case manager", "van")
    assert len(facts) == 7


def test_the_table_comes_back_for_saving_alone():
    saved = Facts.from_table(TABLE).reveal_for_saving()
    assert len(saved.pop("fingerprint_key")) == 64
    assert saved == TABLE


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"phone": [{"number": "+1 217 555 0148"}, {"nmber": "217"}]}, ["phone 2", "nmber", "number"]),
        ({"phone": [{"number": "555"}]}, ["phone 1", "number"]),
        ({"phone": [{"number": 2175550148}]}, ["phone 1", "number", "quotes"]),
        ({"phone": [{"label": "x"}]}, ["phone 1", "number", "missing"]),
        ({"phone": {"number": "1"}}, ["phone", "[[phone]]"]),
        ({"adress": [{"text": "1247 Maple"}]}, ["adress", "address"]),
        ({"address": [{"label": "x"}]}, ["address 1", "text"]),
        ({"address": [{"latitude": 39.78}]}, ["address 1", "longitude"]),
        ({"address": [{"latitude": 139.78, "longitude": 1.0}]}, ["address 1", "latitude"]),
        ({"address": [{"latitude": 39.78, "longitude": 1.0, "radius_m": 0}]}, ["address 1", "radius_m"]),
        ({"address": [{"text": "x", "radius_m": 5}]}, ["address 1", "radius_m"]),
        ({"address": [{"text": "x", "latitude": "39.78"}]}, ["address 1", "latitude", "number"]),
        ({"address": [{"text": "x", "names": "Maple House"}]}, ["address 1", "names", "list"]),
        ({"address": [{"text": "x", "names": ["ab"]}]}, ["address 1", "names"]),
        ({"person": [{"name": "Example"}]}, ["person 1", "name", "surname"]),
        ({"plate": [{"number": "A"}]}, ["plate 1", "number"]),
        ({"schema": 2}, ["schema", "upgrade"]),
        ({"person": [{"label": "a\nb", "name": "Alex Example"}]}, ["person 1", "label"]),
    ],
)
def test_errors_name_section_entry_and_key_but_no_value(table, words):
    with pytest.raises(ConfigurationError) as caught:
        Facts.from_table(table)
    said = str(caught.value)
    assert all(word in said for word in words), said
    assert not any(value in said for value in (*VALUES, "139", "2175550148"))
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("39°46'54.1\"N", "89°39'0.4\" W"),
        ("39.7817 N", "89.6501 W"),
        ("39.7817 N", -89.6501),
        ("39,7817", "-89,6501"),
        ("N 39° 46.902'", "W 89° 39.006'"),
        ("39.7817, -89.6501", None),
        ("https://www.google.com/maps/@39.7817,-89.6501,17z", None),
        ("https://www.google.com/maps/@39.7817,-89.6501,17z",) * 2,
    ],
)
def test_a_position_may_be_typed_as_it_is_copied(latitude, longitude):
    entry = {"latitude": latitude} | ({"longitude": longitude} if longitude else {})
    facts = Facts.from_table({"address": [entry]})
    assert facts.counts() == {"coordinates": 1}
    assert facts.searcher().find_in("39.7817, -89.6501")
    assert facts.fingerprints() is not None


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [
        ("89.6501 W", "39.7817 N", "N, S"),
        ("39.78", "-89.65", "coarser"),
        ("somewhere", -89.6501, "a number such as"),
        ("39.7817 N", "89.6501 O", "E or W"),
        ("39.7817 N", None, "longitude"),
        ("https://maps.app.goo.gl/AbCdEf", None, "open it and copy"),
    ],
)
def test_an_angle_that_cannot_be_read_says_how_to_mend_it(latitude, longitude, said):
    entry = {"latitude": latitude} | ({"longitude": longitude} if longitude else {})
    with pytest.raises(ConfigurationError, match=said) as caught:
        Facts.from_table({"address": [entry]})
    assert not any(value in str(caught.value) for value in ("39.78", "89.65", "AbCdEf"))


def test_a_key_that_may_be_a_secret_is_not_repeated():
    with pytest.raises(ConfigurationError) as caught:
        Facts.from_table({"phone": [{"217-555-0148": "x"}]})
    assert "0148" not in str(caught.value)


def test_plain_variables_hold_one_fact_a_line():
    facts = Facts.from_environment(
        {"person": [{"name": "Alex Example"}], "phone": [{"number": "+1 217 555 0111"}]},
        {
            "AUDITOR_ADDRESS": "1247 Maple St, Springfield, IL 62704\n\n9 Oak Ave, Salem, OR 97301\n",
            "AUDITOR_PHONES": "+1 217 555 0148, 217-555-0199",
        },
    )
    assert facts.counts() == {"person": 1, "phone": 3, "address": 2}
    assert facts.labels == ("person 1", "phone 1", "address 1", "address 2", "phone 2", "phone 3")
    with pytest.raises(ConfigurationError, match="AUDITOR_PHONES, line 2") as caught:
        Facts.from_environment({}, {"AUDITOR_PHONES": "+1 217 555 0148\n0148"})
    assert "0148" not in str(caught.value)


def test_a_plain_variable_adds_what_the_table_does_not_hold_yet():
    table = {"address": [{"label": "shelter", "text": "1247 Maple St, Springfield, IL 62704"}]}
    facts = Facts.from_environment(
        table, {"AUDITOR_ADDRESS": "1247 maple  ST, Springfield, IL 62704\n9 Oak Ave"}
    )
    assert facts.labels == ("shelter", "address 3")
    with pytest.raises(ConfigurationError, match=r"confidential\.toml"):
        Facts.from_environment({"wrong": 1}, {}, "confidential.toml")


def test_public_facts_are_no_leak():
    public = Public(phones=("+1 217 555 0148",), people=("Alex Example",), addresses=())
    facts = Facts.from_table(TABLE)
    assert facts.searcher().find_in("Alex Example, 217-555-0148")
    searcher = facts.searcher(public)
    assert searcher.find_in("Alex Example, 217-555-0148") == []
    # The main number is public, the line behind it is not.
    [match] = searcher.find_in("call 217-555-0148 ext. 12")
    assert (match.label, match.grade.value) == ("case manager line", "exact")
    assert searcher.find_in("call 217-555-0148 ext. 13") == []
    assert "12" not in searcher.mask("call 217-555-0148 ext. 12")


def test_a_public_entry_that_cannot_be_read_is_named():
    with pytest.raises(ConfigurationError, match=r"public\.phones, entry 2"):
        Facts.from_table(TABLE).searcher(Public(phones=("+1 217 555 0100", "12")))


def test_a_short_number_counts_only_when_it_is_announced():
    phone = Phone.parse("+688 20123")
    assert phone.weaknesses()
    assert phone.find_in("20 123 visitors") == []
    assert phone.find_in("Phone 20 123")
    assert phone.find_in("+688 20123")


@pytest.mark.parametrize(
    "region", ["US", "GB", "IE", "CA", "AU", "NZ", "DE", "FR", "ES", "IT", "NL", "PT", "MX", "IN", "ZA"]
)
def test_every_usual_format_of_a_region_is_found(region):
    for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
        number = phonenumbers.example_number_for_type(region, kind)
        form = phonenumbers.PhoneNumberFormat
        phone = Phone.parse(phonenumbers.format_number(number, form.E164))
        written = [
            phonenumbers.format_number(number, way)
            for way in (form.NATIONAL, form.INTERNATIONAL, form.E164, form.RFC3966)
        ]
        written += [
            phonenumbers.format_out_of_country_calling_number(number, home) for home in ("US", "GB", "AU")
        ]
        for text in written:
            assert phone.find_in(f"Please call {text} today"), region


@pytest.mark.parametrize("text", ["margarethe.okonkwo-lindqvist@example.org", "okonkwo.lindqvist.margarethe"])
def test_a_double_name_is_found_in_handles(text: str) -> None:
    assert Person.parse("Margarethe Okonkwo-Lindqvist").find_in(text)


def test_an_address_that_is_public_and_confidential_at_once_is_refused():
    facts = Facts.from_table(
        {"schema": 1, "address": [{"label": "shelter", "text": "1247 North Maple Street"}]}
    )
    with pytest.raises(ConfigurationError, match="entry 2, is confidential too") as refused:
        facts.searcher(Public(addresses=("PO Box 12, Springfield", "1247 N. Maple St")))
    assert "Maple" not in str(refused.value)
