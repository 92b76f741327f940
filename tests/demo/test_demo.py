"""The sample agency as a workspace: it finds what was planted in it and nothing else, on any day of the year."""

from datetime import UTC, datetime

import pytest

from auditor.core.errors import ConfigurationError
from auditor.core.status import Grade, Kind, Status
from auditor.demo.agency import sample_agency
from auditor.demo.planted import LEAKS, missed


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    with sample_agency(tmp_path_factory.mktemp("kept") / "agency") as workspace:
        yield workspace, workspace.run()


def test_every_planted_leak_is_found_and_nothing_else(checked):
    workspace, outcome = checked
    base = workspace.agency.websites[0]
    assert missed(outcome.findings, base) == ()
    sure = [f for f in outcome.findings if f.kind is not Kind.OTHER_ADDRESS and f.grade is not Grade.PARTIAL]
    extra = [(f.url, f.carrier, f.kind.value) for f in sure if len(missed([f], base)) == len(LEAKS)]
    assert extra == []


def test_everything_was_read_but_what_an_absent_extra_would_read(checked):
    _, outcome = checked
    assert [entry for entry in outcome.run.coverage.unchecked if "[ocr]" not in entry.mend] == []
    assert outcome.run.coverage.pages >= 24


def test_what_is_public_on_purpose_is_never_reported(checked):
    workspace, outcome = checked
    base = workspace.agency.websites[0]
    unsorted = {f.url.removeprefix(base) for f in outcome.findings if f.kind is Kind.OTHER_ADDRESS}
    assert unsorted == {"/blog/2026-03-thank-you-maple-street-bakery.html", "/services/outreach.html"}


def test_hints_alone_are_not_raised(checked):
    _, outcome = checked
    hints = [f for f in outcome.findings if f.kind is not Kind.OTHER_ADDRESS and f.grade is Grade.PARTIAL]
    assert hints == []


def test_the_leaks_close_the_gate(checked):
    workspace, _ = checked
    score = workspace.score()
    assert {"LOC-01", "LOC-02", "TEL-01"} <= {result.control.id for result in score.gate}
    assert 0 < score.floor < score.ceiling < 100


@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-31", "2026-11-23", "2027-12-31", "2028-02-29"])
def test_the_quarters_fit_the_day(tmp_path, day):
    moment = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    with sample_agency(tmp_path / "agency", lambda: moment) as workspace:
        record, before = workspace.record(), workspace.previous_record()
        assert before is not None
        given = [a for a in record.answer if not a.carried_from]
        assert before.period == str(workspace.period.previous)
        assert len(given) * 2 > len(before.answer) > len(given) > 8
        assert all(workspace.period.start <= a.at.date() <= moment.date() for a in given)
        assert all(a.at.date() in workspace.period.previous for a in before.answer)
        assert any(action.overdue(moment.date()) for action in record.action)
        fresh = {a.control for a in given}
        assert [
            r.control.id for r in workspace.assessment().results if r.stale and r.control.id in fresh
        ] == []
        assert {a.status for a in given} == {Status.MET, Status.PARTIAL}


def test_a_folder_that_holds_a_workspace_is_left_alone(tmp_path):
    (tmp_path / "agency.toml").write_text("mine")
    with pytest.raises(ConfigurationError, match="already holds a workspace"), sample_agency(tmp_path):
        pass
    assert (tmp_path / "agency.toml").read_text() == "mine"


def test_the_temporary_workspace_is_private_and_removed():
    with sample_agency() as workspace:
        root = workspace.root
        assert root.stat().st_mode & 0o777 == 0o700
    assert not root.exists()


def test_the_user_s_own_facts_are_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv(
        "AUDITOR_CONFIDENTIAL", '[[address]]\nlabel = "mine"\ntext = "9 Elm Road, Riverton, IL 62561"'
    )
    with sample_agency(tmp_path / "agency") as workspace:
        assert "[shelter]" in workspace.mask("1247 North Maple Street, Springfield, IL 62704")
        assert workspace.mask("9 Elm Road, Riverton, IL 62561") == "9 Elm Road, Riverton, IL 62561"


def test_the_workspace_can_be_opened_again(checked):
    from auditor.workspace import Workspace

    workspace, outcome = checked
    again = Workspace(workspace.root)
    assert again.record().finding == outcome.findings
    assert again.score().floor == workspace.score().floor
