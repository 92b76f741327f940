"""Names, numbers, places and addresses whose parts stand apart: found when ours, silent when nearly ours."""

import base64

import pytest

from auditor.collect.extract import read
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.alternate import settled
from auditor.core.check import Hit
from auditor.core.document import Resource
from auditor.core.status import Grade, Kind

FACTS = Facts.from_table(
    {
        "schema": 1,
        "address": [
            {
                "label": "shelter",
                "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
                "latitude": 39.7817,
                "longitude": -89.6501,
                "radius_m": 150,
            }
        ],
        "phone": [{"label": "line", "number": "+1 217 555 0148"}],
        "person": [{"label": "worker", "name": "Rosalind Achterberg"}],
    }
)
SEARCHER = FACTS.searcher(Public(), unknown_addresses=True)


def found(media_type: str, body: str | bytes) -> set[Kind]:
    """The kinds of fact that are found for sure or in all likelihood."""
    raw = body.encode() if isinstance(body, str) else body
    document = read(Resource("https://a.example/x", raw, media_type))
    hits = [Hit(f, match) for f in document.fragments for match in SEARCHER.find_in(f.text)]
    return {hit.match.kind for hit in settled(hits) if hit.match.grade is not Grade.PARTIAL}


NAMES = {
    "labelled lines": ("text/html", "<p>Last name: {1}</p><p>Age: 41</p><p>First name: {0}</p>"),
    "profile of a page": (
        "text/html",
        '<meta property="profile:last_name" content="{1}"><meta property="profile:first_name" content="{0}">',
    ),
    "microformat, family first": (
        "text/html",
        '<p class="vcard"><b class="family-name">{1}</b>, called <b class="given-name">{0}</b></p>',
    ),
    "form": (
        "text/html",
        '<input name="surname" value="{1}"><input type="number" value="3"><input name="firstname" value="{0}">',
    ),
    "columns": ("text/csv", "id,first,role,last\n1,{0},worker,{1}\n2,Ann,cook,Lee\n"),
    "columns, family first": ("text/csv", "Last name;Age;First name\n{1};41;{0}\n"),
    "object": ("application/json", '{{"family_name": "{1}", "age": 41, "given_name": "{0}"}}'),
    "cells": (
        "text/html",
        "<table><tr><th>First</th><th>Role</th><th>Last</th></tr><tr><td>{0}<td>worker<td>{1}</table>",
    ),
}


@pytest.mark.parametrize("way", NAMES)
def test_given_and_family_name_are_read_together(way: str) -> None:
    media_type, body = NAMES[way]
    assert found(media_type, body.format("Rosalind", "Achterberg")) == {Kind.PERSON}
    assert not found(media_type, body.format("Rosalind", "Achterbosch"))


def test_names_of_two_people_are_not_mixed() -> None:
    people = '[{"first": "Rosalind", "last": "Lee", "room": 12}, {"first": "Ann", "last": "Achterberg"}]'
    assert not found("application/json", people)
    assert not found(
        "application/json",
        '[{"first": "Ann", "last": "Achterberg"}, {"id": 1, "first": "Rosalind", "last": "Lee"}]',
    )
    assert not found("text/csv", "first,last\nRosalind,Lee\nCook,Kitchen\nAnn,Achterberg\n")


NUMBERS = {
    "form": (
        "text/html",
        (
            '<form><input name=a size=3 value="{0}"><input name=b value="{1}"><input type=checkbox value=x>'
            '<input name=c size=4 value="{2}"></form><form><input value=1><input value=2></form>'
        ),
    ),
    "object": ("application/json", '{{"phone": "{1}{2}", "kind": "work", "areaCode": "{0}"}}'),
    "columns": ("text/csv", "area code,name,prefix,room,line\n{0},House,{1},12,{2}\n"),
}


@pytest.mark.parametrize("way", NUMBERS)
def test_an_area_code_is_read_with_the_number(way: str) -> None:
    media_type, body = NUMBERS[way]
    assert found(media_type, body.format("217", "555", "0148")) == {Kind.PHONE}
    assert not found(media_type, body.format("312", "555", "0148"))
    assert not found(media_type, body.format("217", "555", "0184"))


POSITIONS = {
    "microformat's value that is not shown": (
        "text/html",
        (
            '<p class="geo"><b class="latitude"><i class="value-title" title="{lat}"></i></b>'
            '<b class="longitude"><i class="value-title" title="{lon}"></i></b></p>'
        ),
    ),
    "names": ("text/javascript", "var a={lat};var b={lon};L.marker(L.latLng(a,b)).addTo(m)"),
    "names, longitude first": ("text/javascript", "const x = {lon}, y = {lat}; map.setCenter([x, y]);"),
    "names of properties": (
        "text/javascript",
        "this.y = {lat}; this.x = '{lon}'; f({{lat: this.y, lng: this.x}})",
    ),
    "metres of a map": ("text/javascript", "new ol.View({{center:[-9979803.48,{north}],zoom:17}})"),
    "metres in GeoJSON": (
        "application/json",
        '{{"type": "Point", "coordinates": [-9979803.48, {north}]}}',
    ),
    "encoded line": ("text/javascript", 'var p="{line}";draw(google.maps.geometry.encoding.decodePath(p))'),
}
OURS = {"lat": "39.7817", "lon": "-89.6501", "north": "4834270.04", "line": "szxqFbxdbPgE?"}
NEAR = {"lat": "39.7997", "lon": "-89.6501", "north": "4836877.10", "line": "sk|qFbxdbPgE?"}


@pytest.mark.parametrize("way", POSITIONS)
def test_a_position_is_read_as_a_map_reads_it(way: str) -> None:
    media_type, body = POSITIONS[way]
    assert found(media_type, body.format(**OURS)) == {Kind.COORDINATES}
    assert not found(media_type, body.format(**NEAR))


LINES = {
    "mail": ("text/plain", "On Monday you wrote:\n> we met at {0}\n> {1} and left\n"),
    "remark of a style": ("text/javascript", "/**\n * Made by {0}\n * {1} for the house\n */\nf()"),
    "remarks of lines": ("text/javascript", "f()\n// Made by {0}\n// {1} for the house\ng()"),
    "remarks of a program": ("text/plain", "x = 1\n# Made by {0}\n# {1} for the house\n"),
    "style sheet": ("text/css", '.a:after{{content:"{0}" " {1}"}}'),
    "style sheet, after first": (
        "text/css",
        '.a:after{{content:" {1}"}}\n.b{{}}\n.a:before{{content:"{0}"}}',
    ),
    "pattern": ("text/javascript", "if(/{0}\\s{1}/.test(x)){{}}"),
}


@pytest.mark.parametrize("way", LINES)
def test_what_begins_the_next_line_is_read_on(way: str) -> None:
    media_type, body = LINES[way]
    assert found(media_type, body.format("Rosalind", "Achterberg")) == {Kind.PERSON}
    assert not found(media_type, body.format("Rosalind", "Achterbosch"))


@pytest.mark.parametrize("text", ["Call 217-555-{}8 now, day and night.", "Rosalind Achter{}erg is here"])
def test_what_is_written_in_code_in_a_path_or_a_number(text: str) -> None:
    right, wrong = ("014", "018") if "555" in text else ("b", "k")
    for word, is_ours in ((right, True), (wrong, False)):
        raw = text.format(word).encode()
        link = base64.urlsafe_b64encode(raw).decode().rstrip("=")
        assert bool(found("text/html", f'<a href="https://l.example/out/go/{link}">x</a>')) is is_ours
        assert bool(found("text/plain", f"INSERT INTO t VALUES (0x{raw.hex()});")) is is_ours
        assert bool(found("text/plain", f"('\\\\x{raw.hex().upper()}')")) is is_ours
