"""The shipped checklists: complete, readable on a small screen, and honest about their sources."""

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest

from auditor.core.errors import ConfigurationError
from auditor.core.profile import Control, ProfileFile, profile_schema
from auditor.store.profiles import load_profile, shipped_ids, validate_file
from checks import BUILTIN

ROOT = Path(__file__).parents[2]
MAP = ROOT / "docs" / "coverage-map.md"
ID = re.compile(r"\b[A-Z]{3}-\d{2}\b")
CHECKS = {check.id for check in BUILTIN}
# Upper bounds in characters, so that one control fits a card on a screen of 80 by 24.
LONGEST = {"question": 160, "why": 240, "how_to_verify": 320, "evidence": 180, "remedy": 300}


def controls() -> list[Control]:
    by_text = {}
    for profile_id in shipped_ids():
        for control in load_profile(profile_id).controls:
            by_text[control.model_dump_json()] = control
    return list(by_text.values())


def coverage_rows() -> list[tuple[str, str, list[str]]]:
    rows = [line.strip("|\n ").split("|") for line in MAP.read_text().splitlines() if line.startswith("| ")]
    return [(part.strip(), statement.strip(), ID.findall(ids)) for part, statement, ids in rows[1:]]


def test_every_statement_of_the_map_has_controls_that_the_profile_holds() -> None:
    profile = load_profile("seed-2018")
    held = {c.id for c in profile.controls}
    rows = coverage_rows()
    assert len(rows) >= 54
    for part, statement, ids in rows:
        assert ids, f"{part}: “{statement}” has no control"
        assert set(ids) <= held, f"{part}: {sorted(set(ids) - held)} missing from seed-2018"


def test_every_control_of_the_seed_profile_answers_a_statement() -> None:
    mapped = {control_id for _, _, ids in coverage_rows() for control_id in ids}
    assert {c.id for c in load_profile("seed-2018").controls} == mapped


def test_all_nine_staff_tips_are_mapped_and_cited_by_their_controls() -> None:
    profile = load_profile("seed-2018")
    for tip in range(1, 10):
        place = f"Staff and other youth, tip {tip}"
        mapped = {i for part, _, ids in coverage_rows() if part == place for i in ids}
        cited = {c.id for c in profile.controls if any(s.place == place for s in c.sources)}
        assert mapped, place
        assert mapped == cited


def test_each_statement_is_cited_by_the_controls_it_is_mapped_to() -> None:
    """Both ways: a control cites every part of the fact sheet that the map gives it, and no other one."""
    mapped: dict[str, set[str]] = {}
    for part, _, ids in coverage_rows():
        for control_id in ids:
            mapped.setdefault(control_id, set()).add(part)
    for control in load_profile("seed-2018").controls:
        cited = {s.place for s in control.sources if s.title.startswith("Fact sheet 2018")}
        assert cited == mapped[control.id], control.id


def test_the_five_named_areas_come_first() -> None:
    first = [section.control[0].id[:3] for section in load_profile("seed-2018").sections[:5]]
    assert first == ["LOC", "TEL", "VEH", "MED", "LWK"]


@pytest.mark.parametrize("control", controls(), ids=lambda c: c.id)
def test_a_control_is_complete_and_fits_a_card(control: Control) -> None:
    for field, limit in LONGEST.items():
        text = getattr(control, field)
        assert 15 <= len(text) <= limit, f"{control.id}.{field} has {len(text)} characters"
        assert text[-1] in ".?”", f"{control.id}.{field} does not end as a sentence"
    assert control.question.endswith("?")
    assert control.sources
    assert set(control.checks) <= CHECKS
    assert not (control.critical and control.weight < 4)


@pytest.mark.parametrize("control", controls(), ids=lambda c: c.id)
def test_a_source_that_names_law_without_being_read_says_so(control: Control) -> None:
    """A confirmed source is either the fact sheet or leads to a page that can be opened."""
    for source in control.sources:
        assert source.title.startswith("Fact sheet 2018") or source.url or not source.confirmed
        assert not source.url or source.url.startswith("https://")


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_serves_a_control(check: str) -> None:
    assert any(check in c.checks for c in load_profile("full-protocol").controls)


@pytest.mark.parametrize("check", sorted(CHECKS - {"other-address", "site-tls"}))
def test_every_check_of_what_the_fact_sheet_speaks_of_serves_its_profile(check: str) -> None:
    assert any(check in c.checks for c in load_profile("seed-2018").controls)


def test_what_gives_the_place_away_online_cannot_be_waived() -> None:
    profile = load_profile("seed-2018")
    for control_id in ("LOC-01", "LOC-02", "TEL-01"):
        control = profile.control(control_id)
        assert control is not None
        assert control.critical
        assert not control.waivable


@pytest.mark.parametrize("profile_id", shipped_ids())
def test_the_first_line_names_the_schema(profile_id: str) -> None:
    first = (ROOT / "profiles" / f"{profile_id}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema profile.schema.json"


# --- the profiles beyond the fact sheet -----------------------------------------------------------

KINDS = (
    "dv-shelter",
    "trafficking-youth-residential",
    "outreach-only",
    "hotline-only",
    "public-centre",
    "non-us",
)


def test_the_full_protocol_adds_every_row_of_law_and_practice() -> None:
    added = {c.id for c in load_profile("full-protocol").controls} - {
        c.id for c in load_profile("seed-2018").controls
    }
    beyond = {"GOV-04", "GOV-05", "LOC-04", "LOC-06", "LOC-08", "TEL-06", "TEL-07", "LWK-03", "LWK-04"}
    beyond |= {f"PUB-0{n}" for n in range(1, 7)} | {f"INF-0{n}" for n in range(1, 5)}
    assert added == beyond | {f"OPN-0{n}" for n in range(1, 6)}


@pytest.mark.parametrize("profile_id", KINDS)
def test_each_kind_of_agency_extends_and_does_not_copy(profile_id: str) -> None:
    text = (ROOT / "profiles" / f"{profile_id}.toml").read_text(encoding="utf-8")
    own = set(re.findall(r'\[\[section\.control\]\]\nid = "([^"]+)"', text))
    parents = {c.id for c in load_profile("full-protocol").controls}
    assert 'extends = "full-protocol"' in text
    assert not own & parents
    assert own | {c.id for c in load_profile(profile_id).controls} <= own | parents


@pytest.mark.parametrize("profile_id", KINDS)
def test_each_kind_keeps_the_phone_rules_the_protocol_and_its_own_data_safe(profile_id: str) -> None:
    kept = {c.id for c in load_profile(profile_id).controls}
    assert {"TEL-01", "TEL-03", "TEL-04", "GOV-01", "INF-03", "MED-01", "LOC-01", "LOC-02"} <= kept


@pytest.mark.parametrize("profile_id", shipped_ids())
def test_every_check_serves_a_control_of_every_profile(profile_id: str) -> None:
    """Or else what a check finds would not count."""
    beyond = {"hotline-only": {"site-plate"}, "seed-2018": {"site-tls"}}.get(profile_id, set())
    served = {check for c in load_profile(profile_id).controls for check in c.checks}
    assert served >= CHECKS - {"other-address"} - beyond


def test_an_open_centre_is_judged_by_what_protects_it_and_never_for_being_open() -> None:
    from auditor.core.assessment import assess
    from tests.core.builders import TODAY, agency, record

    for profile_id in ("public-centre", "full-protocol"):
        result = assess(load_profile(profile_id), agency("public"), record(), TODAY)
        asked = {r.control.id for r in result.results if r.applicable}
        assert {f"OPN-0{n}" for n in range(1, 6)} <= asked
        assert not {"LOC-03", "LOC-05", "LOC-06", "PUB-05"} & asked
    hidden = assess(load_profile("full-protocol"), agency("hidden"), record(), TODAY)
    assert not any(r.applicable for r in hidden.results if r.control.id.startswith("OPN"))


def test_a_profile_for_other_countries_carries_no_number_of_the_united_states() -> None:
    for control in load_profile("non-us").controls:
        words = f"{control.question} {control.how_to_verify} {control.evidence} {control.remedy}"
        assert not re.search(r"\b911\b|1-888-373-7888|\bIRS\b", words), control.id


# --- schema and index -----------------------------------------------------------------------------


def test_the_published_schema_is_the_one_that_the_model_gives() -> None:
    published = json.loads((ROOT / "profiles" / "profile.schema.json").read_text(encoding="utf-8"))
    assert published == profile_schema(), (
        "write it anew: auditor profile schema > profiles/profile.schema.json"
    )


@pytest.mark.parametrize("profile_id", shipped_ids())
def test_every_profile_passes_its_schema(profile_id: str) -> None:
    jsonschema.Draft202012Validator.check_schema(profile_schema())
    table = tomllib.loads((ROOT / "profiles" / f"{profile_id}.toml").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(profile_schema()).validate(table)


def test_the_schema_refuses_what_the_model_refuses() -> None:
    table = tomllib.loads((ROOT / "profiles" / "seed-2018.toml").read_text(encoding="utf-8"))
    table["section"][0]["control"][0]["weight"] = 6
    table["section"][0]["control"][1]["qestion"] = "?"
    errors = list(jsonschema.Draft202012Validator(profile_schema()).iter_errors(table))
    assert len(errors) == 2


def test_no_shipped_id_has_ever_changed_its_meaning() -> None:
    """A new wording of the same question is registered by adding its hash; another question needs another id."""
    index = json.loads((ROOT / "profiles" / "ids.json").read_text(encoding="utf-8"))
    for profile_id in shipped_ids():
        table = tomllib.loads((ROOT / "profiles" / f"{profile_id}.toml").read_text(encoding="utf-8"))
        for section in ProfileFile.model_validate(table).section:
            for control in section.control:
                assert control.meaning in index[control.id], (
                    f"{control.id}: register {control.meaning} in ids.json"
                )


OWN = """#:schema profile.schema.json
schema = 1
id = "maple"
version = "1"
title = "Maple County"
description = "Ours."
extends = "seed-2018"

[[section]]
id = "ours"
title = "Ours"

[[section.control]]
id = "{id}"
question = "Is the garden gate locked at night?"
why = "It was open once."
how_to_verify = "Try it."
evidence = "A note."
remedy = "Lock it."
weight = 2
"""


def test_an_agency_adds_its_own_controls(tmp_path: Path) -> None:
    path = tmp_path / "profiles" / "maple.toml"
    path.parent.mkdir()
    path.write_text(OWN.format(id="MAP-01"))
    assert validate_file(path).control("MAP-01") is not None
    assert len(load_profile("maple", tmp_path).controls) == len(load_profile("seed-2018").controls) + 1


def test_an_id_that_stands_for_another_question_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "maple.toml"
    path.write_text(OWN.format(id="OPN-01"))
    with pytest.raises(ConfigurationError, match="OPN-01 stands for another question"):
        validate_file(path)


def test_a_misspelt_parent_gets_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "maple.toml"
    path.write_text(OWN.format(id="MAP-01").replace("seed-2018", "seed-2081"))
    with pytest.raises(ConfigurationError, match=r"no profile “seed-2081” \(did you mean seed-2018\?\)"):
        validate_file(path)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('extends = "seed-2O18"', "line 6: there is no profile “seed-2O18” (did you mean seed-2018?)"),
        ('extends = "maple"', "line 6: profiles extend each other in a circle: maple → maple"),
        (
            'extends = "seed-2018"\n\n[[exclude]]\nid = "LOC-03"\nreason = "x"\n\n[[override]]\nid = "VEH-O1"',
            "line 13: profile maple: its parent seed-2018 has no control VEH-O1 (did you mean VEH-01?)",
        ),
        (
            'extends = "seed-2018"\n\n[[exclude]]\nid = "LOC-03"\nreason = "x"\n\n[[override]]\nid = "LOC-03"',
            "line 13: profile maple leaves LOC-03 out and keeps it as well",
        ),
        (
            'extends = "seed-2018"\n\n[[override]]\nid = "LOC-03"\nwieght = 2',
            "line 10: unknown key “override.1.wieght”; did you mean “weight”?",
        ),
    ],
    ids=["parent", "circle", "unknown", "contradiction", "key"],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path: Path, lines: str, message: str) -> None:
    path = tmp_path / "maple.toml"
    head = 'schema = 1\nid = "maple"\nversion = "1"\ntitle = "T"\ndescription = "D"\n'
    path.write_text(head + lines + "\n")
    with pytest.raises(ConfigurationError) as error:
        validate_file(path)
    assert str(error.value) == f"maple.toml, {message}"


def test_an_own_profile_cannot_take_the_name_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "seed-2018.toml").write_text(OWN.format(id="MAP-01"))
    with pytest.raises(ConfigurationError, match="has the id of a shipped one"):
        load_profile("seed-2018", tmp_path)


def test_a_file_is_called_after_its_id(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text(OWN.format(id="MAP-01"))
    with pytest.raises(ConfigurationError, match=r"call the file maple\.toml"):
        validate_file(path)


def test_a_checklist_that_stands_alone_has_ids_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "maple.toml"
    path.write_text(OWN.format(id="LOC-01").replace('extends = "seed-2018"\n', ""))
    assert validate_file(path).control("LOC-01") is not None
