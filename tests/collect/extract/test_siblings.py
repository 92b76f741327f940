"""A street in one field is read with the town in another field of the same record."""

import pytest

from auditor.collect.extract import read
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.document import Resource
from auditor.core.match import Match
from auditor.core.status import Grade

STREET = "1247 North Maple Street"
FACTS = Facts.from_table(
    {"schema": 1, "address": [{"label": "shelter", "text": f"{STREET}, Suite 300, Springfield, IL 62704"}]}
)
RECORDS = {
    "cells": (
        "text/html",
        (
            "<table><tr><th>Street</th><th>Hours</th><th>City</th><th>Zip</th></tr>"
            "<tr><td>{street}</td><td>9 to 5</td><td>{city}</td><td>{code}</td></tr></table>"
        ),
    ),
    "meta": (
        "text/html",
        (
            '<meta property="og:street-address" content="{street}"><meta property="og:locality" content="{city}">'
            '<meta property="og:postal-code" content="{code}">'
        ),
    ),
    "csv": ("text/csv", 'street,name,hours,city,zip\n"{street}","Shop","9 to 5","{city}","{code}"\n'),
    "microdata, town first": (
        "text/html",
        (
            '<div itemscope><meta itemprop="postalCode" content="{code}"><b itemprop="addressLocality">{city}</b>'
            '<p>hours</p><b itemprop="streetAddress">{street}</b></div>'
        ),
    ),
    "cells, the number apart": (
        "text/html",
        (
            "<table><tr><th>No</th><th>Street</th><th>City</th><th>Zip</th></tr>"
            "<tr><td>1247</td><td>North Maple Street</td><td>{city}</td><td>{code}</td></tr></table>"
        ),
    ),
    "street and town within a line": (
        "text/html",
        (
            '<p class="h-card"><b class="p-street-address">{street}</b> is in <b class="p-locality">{city}</b> '
            '<b class="p-postal-code">{code}</b></p>'
        ),
    ),
    "rows of a label and a value": (
        "text/html",
        (
            "<table><tr><th>Street</th><td>{street}</td></tr><tr><th>City</th><td>{city}</td></tr>"
            "<tr><th>Zip</th><td>{code}</td></tr></table>"
        ),
    ),
    "json-ld, the street between": (
        "application/json",
        (
            '{{"address": {{"addressLocality": "{city}", "streetAddress": "{street}", "addressRegion": "IL", '
            '"postalCode": "{code}"}}}}'
        ),
    ),
    "json, the number behind": (
        "application/json",
        '{{"street": "North Maple Street", "no": "1247", "city": "{city}", "zip": "{code}"}}',
    ),
    "json, the number apart": (
        "application/json",
        '{{"place": {{"street_number": "1247", "route": "North Maple Street", "locality": "{city}", "zip": "{code}"}}}}',
    ),
    "yaml, the number apart": (
        "application/yaml",
        'number: 1247\nstreet: North Maple Street\ncity: {city}\nzip: "{code}"\n',
    ),
    "yaml": ("application/yaml", 'shop:\n  street: {street}\n  city: {city}\n  zip: "{code}"\n'),
}


def found(media_type: str, body: str) -> list[Match]:
    document = read(Resource("https://a.example/x", body.encode(), media_type))
    searcher = FACTS.searcher(Public())
    return [match for fragment in document.fragments for match in searcher.find_in(fragment.text)]


def surely(media_type: str, body: str) -> list[Match]:
    return [match for match in found(media_type, body) if match.grade is not Grade.PARTIAL]


@pytest.mark.parametrize("name", RECORDS)
def test_the_town_in_another_field_decides(name: str) -> None:
    media_type, body = RECORDS[name]
    assert found(media_type, body.format(street=STREET, city="Springfield", code="62704"))
    assert not found(media_type, body.format(street=STREET, city="Shelbyville", code="61201"))


def test_the_street_elsewhere_on_the_page_is_still_found() -> None:
    media_type, body = RECORDS["cells"]
    page = body.format(street=STREET, city="Shelbyville", code="61201") + f"<p>{STREET}</p>"
    assert found(media_type, page)
    assert found(media_type, f"<p>{STREET}</p>" + "<p>words between them</p>" * 20 + page)


def test_two_records_of_one_street_keep_their_own_towns() -> None:
    rows = f"street,name,hours,city,zip\n{STREET},Shop,9 to 5,Shelbyville,61201\n"
    assert not found("text/csv", rows)
    assert found("text/csv", rows + f"{STREET},House,always,Springfield,62704\n")


def test_a_street_without_a_town_borrows_none_from_the_next_record() -> None:
    rows = f"street,name,city,zip\n{STREET},House,,\n5 Oak Road,Inn,Shelbyville,61201\n"
    assert found("text/csv", f"{rows}{STREET},Shop,Shelbyville,61201\n")


def test_a_town_before_the_street_is_not_taken_twice() -> None:
    first = '<p itemprop="addressLocality">{}</p><p itemprop="streetAddress">{}</p>'
    page = first.format("Shelbyville", STREET)
    assert not surely("text/html", page)
    assert surely("text/html", page + f"<p>{STREET}</p>")
    assert surely("text/html", page + first.format("Springfield", STREET))


def test_a_street_without_the_number_of_its_record_stays_as_it_is() -> None:
    body = "number: 1247\nstreet: North Maple Street\ncity: Shelbyville\n"
    other = "number: 12\nstreet: North Maple Street\ncity: Troy\n"
    assert not surely("application/yaml", body + "\n" * 3 + other)
    assert surely("application/yaml", body + "see also 1247 North Maple Street, where we live\n")


def test_many_towns_for_one_street_hide_none_of_them() -> None:
    others = "".join(f"{STREET},Shop,Shelbyville,{61201 + i}\n" for i in range(40))
    rows = f"street,name,city,zip\n{others}{STREET},House,Springfield,62704\n"
    document = read(Resource("https://a.example/x", rows.encode(), "text/csv"))
    table = document.fragments[1].text
    starts = {match.start for match in FACTS.searcher(Public()).find_in(table)}
    assert table.rindex(STREET) in starts


def test_places_behind_what_was_put_in_stay_right() -> None:
    body = f"street,name,city,zip\n{STREET},Shop,Shelbyville,61201\n5 Oak Road,Inn,Troy,61202\n"
    document = read(Resource("https://a.example/x.csv", body.encode(), "text/csv"))
    rows = document.fragments[1]
    assert rows.place(rows.text.find("5 Oak Road")) == "row 3, line 3"
