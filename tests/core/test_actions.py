"""Corrective actions: due dates, interim protection, and the second person who closes them."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from auditor.core import actions
from auditor.core.actions import NewAction
from auditor.core.assessment import assess
from auditor.core.errors import ConfigurationError
from auditor.core.record import Action, ActionStatus, AuditRecord
from tests.core.builders import TODAY, agency, control, finding, profile, record

CONTROLS = (
    control("LOC-01", critical=True, weight=5, checks=("site-address",)),
    control("TEL-05", weight=4),
    control("MED-03", weight=3),
)


def started(
    subject: str = "LOC-01", rec: AuditRecord | None = None, **values: object
) -> tuple[AuditRecord, Action]:
    before = rec or record(finding=(finding("f1"),))
    judged = assess(profile(*CONTROLS), agency("hidden"), before, TODAY)
    return actions.start(before, judged, NewAction(subject, **{"owner": "Jane Roe", **values}), TODAY)


@pytest.mark.parametrize(
    ("subject", "due", "interim_by"),
    [
        ("LOC-01", date(2026, 11, 30), date(2026, 11, 24)),
        ("TEL-05", date(2026, 12, 23), None),
        ("MED-03", date(2027, 3, 31), None),
    ],
)
def test_the_heavier_the_control_the_sooner_it_is_due(
    subject: str, due: date, interim_by: date | None
) -> None:
    _, action = started(subject)
    assert (action.due, action.interim_by) == (due, interim_by)
    assert action.title == "Words."


def test_one_made_from_a_finding_keeps_both() -> None:
    _, action = started("f1")
    assert (action.control, action.finding) == ("LOC-01", "f1")


def test_ids_are_never_used_twice_even_beside_carried_ones() -> None:
    rec, first = started()
    rec, second = started(rec=rec, title="Tell the host")
    kept = rec.model_copy(update={"period": "2027-Q1", "action": (second,)})
    _, third = started(rec=kept, title="Tell the neighbours")
    assert (first.id, second.id, third.id) == ("A-2026Q4-1", "A-2026Q4-2", "A-2027Q1-1")


@pytest.mark.parametrize(
    ("subject", "values", "message"),
    [
        ("X-1", {}, "neither a control"),
        ("LOC-01", {"owner": " "}, "needs an owner"),
        ("LOC-01", {"due": TODAY - timedelta(days=1)}, "which is past"),
    ],
)
def test_what_makes_no_action_is_refused(subject: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        started(subject, **values)


@pytest.mark.parametrize("subject", ["LOC-01", "f1"])
def test_what_is_being_done_is_not_begun_again(subject: str) -> None:
    rec, first = started(subject)
    with pytest.raises(
        ConfigurationError, match=f"^{first.id} is open for the same: {subject}, due 2026-11-30"
    ):
        started(subject.lower(), rec, owner="Kim Doe", title=" words. ")
    _, other = started(subject, rec, title="Ask the archive to remove it")
    assert other.id != first.id
    done = actions.close(rec, first.id, "Sam Poe", "seen", TODAY)
    _, again = started(subject, done)
    assert again.id == "A-2026Q4-2"


def test_a_control_and_its_finding_are_two_subjects() -> None:
    rec, _ = started("LOC-01")
    started("f1", rec)


def test_closed_too_early_it_is_opened_again_as_it_was() -> None:
    rec, action = started()
    with pytest.raises(ConfigurationError, match="is not closed"):
        actions.reopen(rec, action.id)
    done = actions.close(rec, action.id, "Sam Poe", "seen", TODAY)
    assert actions.reopen(done, action.id.lower()) == rec
    begun_anew, second = started(rec=done)
    with pytest.raises(ConfigurationError, match=f"{second.id} is open for the same"):
        actions.reopen(begun_anew, action.id)


def test_a_slip_is_dropped_on_its_day_and_a_plan_never() -> None:
    rec, action = started()
    assert actions.drop(rec, action.id, TODAY).action == ()
    with pytest.raises(ConfigurationError, match="was begun on 2026-11-23, and stays"):
        actions.drop(rec, action.id, TODAY + timedelta(days=1))
    done = actions.close(rec, action.id, "Sam Poe", "seen", TODAY)
    with pytest.raises(ConfigurationError, match="is closed, and stays"):
        actions.drop(done, action.id, TODAY)


def test_its_owner_cannot_close_it_nor_anyone_without_evidence() -> None:
    rec, action = started()
    for by in ("Jane Roe", " jane roe", ""):
        with pytest.raises(ConfigurationError, match="other than its owner, Jane Roe"):
            actions.close(rec, action.id, by, "seen", TODAY)
    with pytest.raises(ConfigurationError, match="closed with evidence"):
        actions.close(rec, action.id, "Sam Poe", " ", TODAY)
    done = actions.close(rec, action.id.lower(), "Sam Poe", "seen", TODAY).action[0]
    assert (done.status, done.closed, done.verified_by) == (ActionStatus.CLOSED, TODAY, "Sam Poe")


def test_closed_is_closed() -> None:
    rec, action = started()
    rec = actions.close(rec, action.id, "Sam Poe", "seen", TODAY)
    with pytest.raises(ConfigurationError, match="was closed on 2026-11-23 by Sam Poe"):
        actions.close(rec, action.id, "Kim Doe", "seen again", TODAY)
    with pytest.raises(ConfigurationError, match="is closed"):
        actions.change(rec, action.id, owner="Kim Doe")


def test_no_file_can_hold_one_closed_by_its_owner() -> None:
    _, action = started()
    values = {**action.model_dump(), "status": "closed", "closed": TODAY, "evidence": "seen"}
    for by in ("", "JANE ROE"):
        with pytest.raises(ValidationError):
            Action.model_validate({**values, "verified_by": by})


def test_late_is_the_day_after() -> None:
    rec, _ = started("MED-03", due=date(2026, 12, 1))
    assert actions.overdue(rec, date(2026, 12, 1)) == ()
    assert len(actions.overdue(rec, date(2026, 12, 2))) == 1


def test_a_critical_one_without_interim_protection_is_late_after_a_day() -> None:
    rec, action = started()
    assert actions.overdue(rec, TODAY + timedelta(days=1)) == ()
    assert actions.overdue(rec, TODAY + timedelta(days=2)) == (action,)
    protected = actions.change(rec, action.id, interim="page taken down", status=ActionStatus.IN_PROGRESS)
    assert actions.overdue(protected, TODAY + timedelta(days=2)) == ()
    assert len(actions.overdue(protected, TODAY + timedelta(days=8))) == 1


def test_an_unknown_one_lists_those_there_are() -> None:
    rec, action = started()
    with pytest.raises(ConfigurationError, match=f"no action “A-9” .there are: {action.id}"):
        actions.find(rec, "A-9")
