"""The shipped checklists: complete, readable on a small screen, and honest about their sources."""

import re
from pathlib import Path

import pytest

from auditor.core.profile import Control
from auditor.store.profiles import load_profile, shipped_ids
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


@pytest.mark.parametrize("check", sorted(CHECKS - {"other-address"}))
def test_every_check_serves_a_control(check: str) -> None:
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
