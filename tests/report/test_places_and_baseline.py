"""When places may be shown, and what becomes of findings that were accepted before."""

import json

import pytest
from report_fixtures import FINDINGS, RUN, finding, mask

from auditor.core.errors import ConfigurationError
from auditor.core.status import FindingStatus
from auditor.report.baseline import Fit, Marks, apply_baseline, read_baseline
from auditor.report.places import decide_places
from auditor.report.scan_json import ScanJson
from auditor.report.scan_view import ScanFacts, scan_view


def github(tmp_path, event) -> dict[str, str]:
    path = tmp_path / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event), encoding="utf-8")
    return {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(path)}


@pytest.mark.parametrize(
    ("environ", "shown"),
    [
        ({}, True),
        ({"CI": "false"}, True),
        ({"CI": "true"}, False),
        ({"CI": "1", "JENKINS_URL": "x"}, False),
        ({"GITLAB_CI": "true", "CI_PROJECT_VISIBILITY": "private"}, True),
        ({"GITLAB_CI": "true", "CI_PROJECT_VISIBILITY": "internal"}, False),
        ({"GITLAB_CI": "true"}, False),
        ({"GITHUB_ACTIONS": "true"}, False),
        ({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": "/nowhere/event.json"}, False),
    ],
)
def test_places_by_environment(environ, shown):
    decision = decide_places(environ)
    assert decision.shown is shown
    assert decision.reason
    assert decide_places(environ, asked=True).shown
    assert not decide_places(environ, asked=False).shown


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ({"repository": {"private": True}}, True),
        ({"repository": {"private": True, "visibility": "private"}}, True),
        ({"repository": {"private": True, "visibility": "internal"}}, False),
        ({"repository": {"private": True, "visibility": None}}, False),
        ({"repository": {"private": False, "visibility": "public"}}, False),
        ({"repository": {"private": False}}, False),
        ({"schedule": "17 6 * * 1"}, False),
        ({"repository": {"private": "true"}}, False),
        ({"repository": []}, False),
        ([], False),
        ("not json", False),
    ],
)
def test_places_on_github(tmp_path, event, shown):
    assert decide_places(github(tmp_path, event)).shown is shown


def test_an_earlier_result_is_a_baseline():
    data = ScanJson().render(scan_view(RUN, FINDINGS[:2], ScanFacts(exit_code=1, version="0"), mask=mask))
    accepted = read_baseline(data, "baseline.json")
    new = finding(url="https://www.example.org/new")
    compared = apply_baseline((FINDINGS[0], FINDINGS[3], new), accepted)
    assert [f.status for f in compared.findings] == [
        FindingStatus.BASELINED,
        FindingStatus.FALSE_POSITIVE,
        FindingStatus.OPEN,
    ]
    assert compared.stale == (FINDINGS[1].id,)


@pytest.mark.parametrize(
    ("now", "fit", "said"),
    [
        (Marks("a" * 16, "b" * 16), Fit.SAME, "found no more, to be taken out"),
        (Marks("a" * 16, "c" * 16), Fit.OTHER_FACTS, "the confidential facts have changed"),
        (Marks("d" * 16, "b" * 16), Fit.OTHER_KEY, "another fingerprint key"),
    ],
)
def test_what_a_baseline_lists_and_is_gone_is_told_with_its_reason(now, fit, said):
    made_with = ScanFacts(exit_code=1, version="0", marks=Marks("a" * 16, "b" * 16))
    accepted = read_baseline(ScanJson().render(scan_view(RUN, FINDINGS[:1], made_with, mask=mask)), "b.json")
    compared = apply_baseline((), accepted, now)
    assert compared.fit is fit
    told = ScanFacts(exit_code=0, version="0", stale_baseline=compared.stale, baseline_fit=compared.fit)
    note = scan_view(RUN, (), told, mask=mask).baseline_note
    assert said in note
    assert FINDINGS[0].id in note
    assert ("write those you accept" in note) is (fit is not Fit.SAME)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"findings": [{"id": "x"}]}', b"\xff", b'{"findings": 3}']
)
def test_a_file_that_is_no_baseline_is_refused(data):
    with pytest.raises(ConfigurationError, match=r"known\.json is not a baseline"):
        read_baseline(data, "known.json")
