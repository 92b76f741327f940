"""OSCAL documents: what refers to something finds it, and nothing is empty."""

import json
import re
import uuid

import pytest
from report_fixtures import RECORD, answer
from test_audit import view

from auditor.core.errors import ConfigurationError
from auditor.core.status import Status
from auditor.report.edition import Edition
from auditor.report.oscal import ActionsOscal, AuditOscal


def walk(value):
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(inner)


@pytest.fixture(params=[AuditOscal, ActionsOscal])
def document(request) -> dict:
    return json.loads(request.param().render(view()))


def test_nothing_is_empty_and_strings_are_trimmed_lines(document):
    for value in walk(document):
        assert value not in ("", [], None)
        if isinstance(value, str):
            assert value == " ".join(value.split())


def test_every_reference_is_found_once(document):
    owned = [v["uuid"] for v in walk(document) if isinstance(v, dict) and "uuid" in v]
    assert len(owned) == len(set(owned))
    assert all(uuid.UUID(u).version == 5 for u in owned)
    for value in walk(document):
        if isinstance(value, dict):
            for key in ("observation-uuid", "risk-uuid"):
                assert value.get(key, owned[0]) in owned


def test_times_have_a_zone(document):
    for value in walk(document):
        for key in ("last-modified", "start", "end", "collected", "deadline"):
            if isinstance(value, dict) and key in value:
                assert re.search(r"(Z|[+-]\d\d:\d\d)$", value[key])


def test_a_failing_control_is_not_satisfied_and_carries_its_actions():
    result = json.loads(AuditOscal().render(view()))["assessment-results"]["results"][0]
    states = {f["target"]["target-id"]: f["target"]["status"]["state"] for f in result["findings"]}
    assert states["VEH-01"] == "not-satisfied"
    assert states["LOC-02"] == "satisfied"
    assert "LOC-03" not in states
    assert {p["value"] for p in result["props"] if p["name"] == "not-applicable"} == {"LOC-03", "VEH-09"}
    risks = {r["title"].split()[0]: r for r in result["risks"]}
    assert risks["VEH-02"]["status"] == "deviation-approved"
    assert risks["VEH-01"]["deadline"].startswith("2026-11-01")
    assert risks["VEH-01"]["remediations"][0]["title"] == "Take the logo off the van"


def test_the_funder_s_plan_holds_the_checklist_s_words():
    text = ActionsOscal().render(view(Edition.FUNDER)).decode()
    assert "logo off the van" not in text
    assert "Have the entry taken down" in text


def test_nothing_to_correct_is_no_plan():
    record = RECORD.model_copy(update={"action": (), "finding": (), "waiver": ()})
    for section in view().sections:
        for control in section.controls:
            record = record.with_answer(answer(control.id, Status.MET))
    with pytest.raises(ConfigurationError, match="nothing to correct"):
        ActionsOscal().render(view(record=record, history=()))
