"""The town in the next cell of a row without headings decides, as one behind a comma does."""

import json

import pytest

from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found
from tests.collect.extract.test_sheets_and_fields import XLSX, package

OURS = ("1247 North Maple Street", "Springfield", "IL")
OTHERS = (
    ("1247 North Maple Street", "Rochester", "MN"),
    ("1247 North Maple Street", "Rochester, MN 55901"),
    ("1247 North Maple Street", "Rochester", "Minnesota"),
    ("Flower shop", "1247 North Maple Street", "Cedar Rapids", "IA 52401"),
)


def page(row: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{cell}</td>" for cell in row)
    other = "".join(f"<td>{cell}</td>" for cell in ("3 Oak Road", "Duluth", "MN"))
    return f"<table><tr>{cells}</tr><tr>{other}</tr></table>"


def marks(row: tuple[str, ...]) -> str:
    return f"| a | b | c |\n|---|---|---|\n| {' | '.join(row)} |\n"


def tabs(row: tuple[str, ...]) -> str:
    return "\t".join(row) + "\n3 Oak Road\tDuluth\tMN\n"


def values(row: tuple[str, ...]) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in r) for r in (row, ("3 Oak Road", "Duluth", "MN")))


def array(row: tuple[str, ...]) -> str:
    return json.dumps([row, ["3 Oak Road", "Duluth", "MN"]])


def sheet(row: tuple[str, ...]) -> bytes:
    cells = "".join(f'<c r="{"ABCD"[n]}1" t="str"><v>{cell}</v></c>' for n, cell in enumerate(row))
    body = f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    return package({"xl/worksheets/sheet1.xml": body})


WRITTEN = {
    "text/html": page,
    "text/markdown": marks,
    "text/plain": tabs,
    "text/csv": values,
    "application/json": array,
    XLSX: sheet,
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_next_cell_names_the_town(kind: str) -> None:
    write = WRITTEN[kind]
    assert found(kind, write(OURS)) == {Kind.ADDRESS}
    assert [row for row in OTHERS if found(kind, write(row))] == []


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("beside", ["Open daily", "Parking", "(217) 555-0199"])
def test_another_cell_beside_a_street_takes_nothing_away(kind: str, beside: str) -> None:
    assert found(kind, WRITTEN[kind](("1247 North Maple Street", beside))) == {Kind.ADDRESS}


@pytest.mark.parametrize(("town", "code"), [("Springfield", "62704"), ("Rochester", "55901")])
@pytest.mark.parametrize("with_code", [True, False])
@pytest.mark.parametrize("apart", [True, False])
def test_fields_of_xml_that_begin_with_the_town(town: str, code: str, with_code: bool, apart: bool) -> None:
    state = "IL" if town == "Springfield" else "MN"
    street = "<StreetName>1247 North Maple Street</StreetName>"
    if apart:
        street = "<StreetNumber>1247</StreetNumber><StreetName>North Maple Street</StreetName>"
    place = f"<PostalCode>{code}</PostalCode>" if with_code else ""
    source = (
        f'<?xml version="1.0"?><list><entry><CountryCode>US</CountryCode><StateCode>{state}</StateCode>'
        f"<CityName>{town}</CityName><Road>{street}</Road>{place}</entry></list>"
    )
    assert (found("application/xml", source) == {Kind.ADDRESS}) is (town == "Springfield")


@pytest.mark.parametrize(
    "source", ["<p>12<b>47</b> North Maple Street</p>", "<r><t>1247 No</t><t>rth Maple Street</t></r>"]
)
def test_marked_words_of_xml_stay_in_one_piece(source: str) -> None:
    assert found("application/xml", f'<?xml version="1.0"?><a>{source}</a>') == {Kind.ADDRESS}
