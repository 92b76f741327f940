"""TOML read into models: errors point to line and key and never repeat what the file holds."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.agency import Agency
from auditor.core.errors import ConfigurationError
from auditor.core.profile import ProfileFile
from auditor.core.record import AuditRecord, Evidence, EvidenceKind, Ruling
from auditor.core.status import FindingStatus
from auditor.store.toml_files import build_model, parse_table, read_model, write_model
from auditor.store.toml_lines import line_of
from tests.core.builders import answer, finding, record, waiver

AGENCY = """schema = 1
name = "Maple County"
websites = ["https://www.example.org"]

[[site]]
label = "office"
location_model = "public"

[[site]]
label = "shelter"
location_model = "hidden"

[identifiers]
ein = "12-3456789"
"""


def read(tmp_path: Path, text: str) -> Agency:
    path = tmp_path / "agency.toml"
    path.write_text(text, encoding="utf-8")
    return read_model(Agency, path)


def complaint(tmp_path: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, text)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_good_file_is_read(tmp_path: Path) -> None:
    agency = read(tmp_path, AGENCY)
    assert [s.label for s in agency.site] == ["office", "shelter"]


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_one(tmp_path: Path) -> None:
    message = complaint(tmp_path, AGENCY.replace("websites", "web_sites"))
    assert message == "agency.toml, line 3: unknown key “web_sites”; did you mean “websites”?"


def test_a_key_deep_in_the_second_table_is_found_there(tmp_path: Path) -> None:
    message = complaint(tmp_path, AGENCY.replace('location_model = "hidden"', 'location_modell = "hidden"'))
    assert message.startswith("agency.toml, line 11: unknown key “site.2.location_modell”")
    assert "did you mean “location_model”?" in message


def test_an_unknown_key_without_a_near_one_lists_what_is_known(tmp_path: Path) -> None:
    assert "known keys: ein, npi" in complaint(tmp_path, AGENCY + 'zzz = "1"\n')


def test_a_wrong_value_is_named_by_its_key_not_repeated(tmp_path: Path) -> None:
    message = complaint(tmp_path, AGENCY.replace('"hidden"', '"1247 North Maple Street"'))
    assert "line 11" in message
    assert "'hidden', 'confidential' or 'public'" in message
    assert "Maple Street" not in message


def test_a_missing_key_is_named_with_the_table_it_is_missing_from(tmp_path: Path) -> None:
    message = complaint(tmp_path, AGENCY.replace('label = "shelter"\n', ""))
    assert message == "agency.toml, line 9: “site.2.label” is missing"


@pytest.mark.parametrize(
    "text",
    [
        'text = "1247 North Maple Street',
        "1247 North Maple Street, Suite 300",
        '[[address]]\ntext = 1247 North Maple Street"',
        'a = "1247 North Maple Street"\na = "1247 North Maple Street"',
    ],
)
def test_malformed_toml_names_the_line_and_never_the_text(text: str) -> None:
    with pytest.raises(ConfigurationError, match="is not valid TOML at") as caught:
        parse_table(text, "confidential.toml")
    assert "Maple" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_validation_errors_keep_no_way_back_to_the_input(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, AGENCY.replace('"hidden"', '"1247 North Maple Street"'))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"does not exist .*auditor init"):
        read_model(Agency, tmp_path / "agency.toml")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agency.toml").write_bytes(b"name = \xff\xfe")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        read_model(Agency, tmp_path / "agency.toml")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agency.toml").mkdir()
    with pytest.raises(ConfigurationError, match="cannot read"):
        read_model(Agency, tmp_path / "agency.toml")


def test_a_newer_schema_is_refused_before_anything_else_is_judged(tmp_path: Path) -> None:
    message = complaint(tmp_path, 'schema = 2\nname = "X"\nkeys_of_tomorrow = true\n')
    assert message == (
        "agency.toml was written by a newer version of auditor (schema 2, this one reads 1) (upgrade agency-auditor)"
    )


def test_lines_are_found_in_nested_tables_long_strings_and_arrays() -> None:
    text = '''schema = 1
words = """
[[section]]
id = "not a key"
"""
list = [
  "id = 1",
  { id = "x" },
]
[[section]]
id = "a"
[[section.control]]
id = "A-1"
[[section.control]]
id = "A-2"
[[section]]
"id" = "b"
[[section.control]]
weight = 1
id = "B-1"  # [[section]]
override.deep = 2
'''
    for location, line in (
        (("section", 0, "id"), 11),
        (("section", 0, "control", 1, "id"), 15),
        (("section", 1, "id"), 17),
        (("section", 1, "control", 0, "id"), 20),
        (("section", 1, "control", 0, "override", "deep"), 21),
        (("section", 1, "control", 0, "question"), 18),
        (("list", 1, "id"), 6),
        (("nothing",), None),
    ):
        assert line_of(text, location) == line, location


def test_errors_in_a_profile_point_into_the_right_section() -> None:
    from importlib.resources import files

    text = files("profiles").joinpath("seed-2018.toml").read_text(encoding="utf-8")
    bad = text.replace('id = "TEL-04"\nquestion', 'id = "TEL-04"\nqestion')
    line = 1 + bad[: bad.index("qestion")].count("\n")
    with pytest.raises(ConfigurationError) as caught:
        build_model(ProfileFile, parse_table(bad, "own.toml"), "own.toml", bad)
    assert f"own.toml, line {line}" in str(caught.value)


# --- round trip ---------------------------------------------------------------------------------

words = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(words, words, words, st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_words_survive_writing_and_reading(a: str, b: str, c: str, day: date) -> None:
    evidence = Evidence(kind=EvidenceKind.NOTE, reference=a, title=b, effective=day, added=day)
    ruling = Ruling(
        finding="f1", status=FindingStatus.FIXED, reason=b, by=c, at=datetime(2026, 11, 23, 12, tzinfo=UTC)
    )
    before = record(
        answer(note=a, by=c, evidence=(evidence,)),
        finding=(finding(excerpt=b),),
        ruling=(ruling,),
        waiver=(waiver(),),
    )
    data = write_model(before)
    assert build_model(AuditRecord, parse_table(data.decode(), "x"), "x") == before


def test_text_that_is_no_unicode_is_refused_instead_of_half_saved() -> None:
    with pytest.raises(ConfigurationError, match="not valid Unicode"):
        write_model(record(answer().model_copy(update={"note": "caf\udce9"})))
