"""From quarter to quarter: what is carried over, what changed, what time will change, who signed."""

import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.assessment import assess
from auditor.core.compare import Shift, compare
from auditor.core.errors import ConfigurationError
from auditor.core.outlook import expiry, forecast, next_steps, reasons_for_gaps, trend
from auditor.core.period import Period
from auditor.core.quarters import carried, forget_missed, note_missed, notes, start_quarter
from auditor.core.record import Action, ActionStatus, AuditRecord, Sample
from auditor.core.score import score
from auditor.core.signing import sign, signatures, signed_off, unsign
from auditor.core.status import Status
from tests.core.builders import TODAY, agency, answer, control, finding, moment, note, profile, record, waiver
from tests.property.test_score_laws import audits

Q1 = Period(2027, 1)
HIDDEN = agency("hidden")
YEARLY = control("GOV-02", review="yearly")
PROFILE = profile(YEARLY, control("GOV-01", review="yearly", critical=True), control("TEL-02"))


def action(number: int, status: str = "open") -> Action:
    closed = {"closed": TODAY, "verified_by": "Sam Poe", "evidence": "seen"} if status == "closed" else {}
    values = {"id": f"A-{number}", "title": "Do it", "owner": "Jane Roe", "due": TODAY, "created": TODAY}
    return Action.model_validate({**values, "status": status, **closed})


def begun(previous: AuditRecord | None, period: Period = Q1) -> AuditRecord:
    return start_quarter(previous, PROFILE, period, moment(period.start))


# --- a new quarter ------------------------------------------------------------------------------


def test_only_yearly_answers_in_date_are_carried_and_say_so() -> None:
    rec = begun(record(answer("GOV-02"), answer("GOV-01"), answer("TEL-02")))
    assert [(a.control, a.carried_from) for a in rec.answer] == [("GOV-02", "2026-Q4")]
    again = begun(rec, Q1.next)
    assert [(a.control, a.carried_from) for a in again.answer] == [("GOV-02", "2026-Q4")]


@pytest.mark.parametrize(
    ("support", "kept"),
    [
        ({"day": date(2026, 1, 1)}, True),
        ({"day": date(2025, 12, 31)}, False),
        ({"by": "", "evidence": (note(date(2026, 6, 1)),)}, True),
        ({"by": ""}, False),
    ],
)
def test_what_nobody_stands_for_any_more_is_not_carried(support: dict[str, object], kept: bool) -> None:
    assert bool(begun(record(answer("GOV-02", **support))).answer) == kept


def test_an_answer_to_another_question_is_not_carried() -> None:
    assert begun(record(answer("GOV-02", asked="0123456789ab"))).answer == ()
    assert begun(record(answer("GOV-02", asked=YEARLY.meaning))).answer != ()


def test_open_actions_and_waivers_go_along_and_findings_stay_behind() -> None:
    rec = begun(
        record(
            action=(action(1), action(2, "closed"), action(3, "in_progress")),
            waiver=(
                waiver("GOV-01", Q1.start),
                waiver("TEL-01", date(2026, 12, 31)),
                waiver("TEL-02", date(2026, 12, 30)),
                waiver("TEL-03", Q1.end, withdrawn=TODAY, withdrawn_by="Kim Doe", withdrawn_reason="mended"),
            ),
            finding=(finding(),),
        )
    )
    assert [a.id for a in rec.action] == ["A-1", "A-3"]
    assert [w.subject for w in rec.waiver] == ["GOV-01", "TEL-01"]
    assert rec.finding == rec.run == rec.ruling == rec.signature == ()


def test_the_first_quarter_begins_empty() -> None:
    assert begun(None).answer == ()


def test_carried_answers_are_listed_with_their_age_until_looked_at() -> None:
    rec = begun(record(answer("GOV-02", day=date(2026, 10, 2))))
    judged = assess(PROFILE, HIDDEN, rec, date(2027, 1, 10))
    (old,) = carried(judged)
    assert (old.control, old.since, old.age_days) == ("GOV-02", "2026-Q4", 100)
    assert judged.result("GOV-02").value == 1.0
    looked = rec.with_answer(answer("GOV-02", day=date(2027, 1, 10)))
    assert carried(assess(PROFILE, HIDDEN, looked, date(2027, 1, 10))) == ()


def test_a_reader_is_told_how_answers_were_come_by() -> None:
    rec = begun(record(answer("GOV-02", day=date(2026, 10, 2))))
    rec = rec.with_answer(answer("GOV-01", day=date(2027, 1, 10)))
    told = notes(assess(PROFILE, HIDDEN, rec, date(2027, 1, 10)))
    assert told == (
        "carried over and not looked at this quarter: GOV-02 (2026-Q4, 100 days)",
        "critical, and met on one person's word alone: GOV-01",
    )
    seconded = rec.with_answer(answer("GOV-01", day=date(2027, 1, 10), verified_by="Sam Poe"))
    assert len(notes(assess(PROFILE, HIDDEN, seconded, date(2027, 1, 10)))) == 1


# --- comparison ---------------------------------------------------------------------------------


def judged(rec: AuditRecord, day: date = TODAY):
    return assess(PROFILE, HIDDEN, rec, day)


def test_each_kind_of_change_is_named() -> None:
    before = judged(record(answer("GOV-01"), answer("GOV-02", "unmet"), answer("TEL-02")))
    after = judged(
        record(
            answer("GOV-01", "partial"),
            answer("GOV-02"),
            answer("TEL-02", "not_applicable", note="no phones"),
            waiver=(waiver("GOV-01"),),
        )
    )
    result = compare(before, after)
    assert [m.control for m in result.regressed] == ["GOV-01"]
    assert [m.control for m in result.fixed] == ["GOV-02"]
    assert [m.control for m in result.newly_waived] == ["GOV-01"]
    assert [m.control for m in result.newly_not_applicable] == ["TEL-02"]
    assert result.newly_not_applicable[0].reason == "no phones"


def test_evidence_that_went_stale_is_named_as_that() -> None:
    rec = record(answer("TEL-02"))
    result = compare(judged(rec), judged(rec, date(2027, 1, 2)))
    assert result.stale[0].shift is Shift.STALE
    assert [m.control for m in result.stale] == ["TEL-02"]
    assert "out of date" in result.stale[0].reason


def test_controls_that_came_and_went_are_named() -> None:
    old, new = profile(control("A-1"), control("A-2")), profile(control("A-2"), control("A-3"))
    result = compare(assess(old, HIDDEN, record(), TODAY), assess(new, HIDDEN, record(), TODAY))
    assert [m.control for m in result.removed] == ["A-1"]
    assert [m.control for m in result.added] == ["A-3"]


def test_a_better_sample_is_traced_and_what_only_weighs_otherwise_is_told_apart() -> None:
    before = judged(record(answer("GOV-01", sample=Sample(good=3, size=4)), answer("GOV-02", "partial")))
    after = judged(
        record(
            answer("GOV-01", sample=Sample(good=4, size=4)),
            answer("GOV-02", "partial"),
            answer("TEL-02", "not_applicable", note="no phones"),
        )
    )
    result = compare(before, after)
    shifts = {m.control: m.shift for m in result.moves}
    assert shifts == {"GOV-01": Shift.BETTER, "GOV-02": Shift.REWEIGHTED}
    assert [m.control for m in result.changed] == ["TEL-02", "GOV-01"]
    assert math.isclose(result.reweighted + sum(m.points for m in result.changed), result.change)
    assert result.moves[0].reason == "the same answer, with other weights around it"


@settings(max_examples=60, deadline=None)
@given(audits(), audits())
def test_every_point_of_change_is_traced_to_a_control(one, other) -> None:
    results = [assess(profile(*controls), HIDDEN, rec, TODAY) for controls, rec in (one, other)]
    comparison = compare(*results)
    floors = [score(r).floor for r in results]
    assert math.isclose(comparison.floor_before, floors[0], abs_tol=1e-9)
    assert math.isclose(comparison.floor_after, floors[1], abs_tol=1e-9)
    assert math.isclose(sum(m.points for m in comparison.moves), floors[1] - floors[0], abs_tol=1e-7)
    told = comparison.reweighted + sum(m.points for m in comparison.changed)
    assert math.isclose(told, comparison.change, abs_tol=1e-7)


# --- trend --------------------------------------------------------------------------------------


def test_a_missed_quarter_is_a_gap_with_its_reason() -> None:
    scores = {p: score(judged(record())) for p in (Period(2026, 1), Period(2026, 4))}
    rec = note_missed(record(), Period(2026, 2), "the auditor was ill", "Jane Roe")
    points = trend(scores, reasons_for_gaps([rec]))
    assert [str(p.period) for p in points] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert [p.score is None for p in points] == [False, True, True, False]
    assert [p.reason for p in points[1:3]] == ["the auditor was ill", "nobody has said why"]
    assert trend({}, {}) == ()
    later = trend(scores, {}, Period(2027, 2))
    assert [str(p.period) for p in later if p.score is None] == ["2026-Q2", "2026-Q3", "2027-Q1"]


def test_a_reason_for_a_gap_has_a_name_and_a_past() -> None:
    with pytest.raises(ConfigurationError, match="needs a reason"):
        note_missed(record(), Period(2026, 2), "", "Jane Roe")
    with pytest.raises(ConfigurationError, match="is not before"):
        note_missed(record(), Period(2026, 4), "ill", "Jane Roe")
    twice = note_missed(note_missed(record(), Period(2026, 2), "a", "J"), Period(2026, 2), "b", "J")
    assert [m.reason for m in twice.missed] == ["b"]


# --- forecast -----------------------------------------------------------------------------------


def test_time_alone_is_foreseen_day_by_day() -> None:
    rec = record(
        answer("GOV-01", "unmet"),
        answer("GOV-02", day=date(2026, 10, 5)),
        answer("TEL-02"),
        waiver=(waiver("GOV-01", date(2026, 12, 15)),),
    )
    turns = forecast(PROFILE, HIDDEN, rec, TODAY, date(2027, 12, 31))
    assert [t.day for t in turns] == [date(2026, 12, 16), date(2027, 1, 1), date(2027, 10, 6)]
    assert turns[0].gate == ("GOV-01",)
    assert any("waiver W-GOV-01 has expired" in c for c in turns[0].changes)
    assert turns[0].floor == pytest.approx(200 / 3)
    assert turns[1].floor == pytest.approx(50)
    assert turns[2].floor == pytest.approx(100 / 3)
    assert forecast(PROFILE, HIDDEN, rec, TODAY, date(2026, 12, 15)) == ()


@settings(max_examples=40, deadline=None)
@given(audits(least=1), st.integers(1, 500))
def test_no_turn_is_missed(audit, days: int) -> None:
    """Between two turns the score stands still, on every single day."""
    controls, rec = audit
    checklist = profile(*controls)
    until = date.fromordinal(TODAY.toordinal() + days)
    turns = {t.day for t in forecast(checklist, HIDDEN, rec, TODAY, until)}
    before = score(assess(checklist, HIDDEN, rec, TODAY))
    for number in range(TODAY.toordinal() + 1, until.toordinal() + 1, 1 if days < 60 else 7):
        day = date.fromordinal(number)
        now = score(assess(checklist, HIDDEN, rec, day))
        step = 1 if days < 60 else 7
        if not any(date.fromordinal(number - back) in turns for back in range(step)):
            assert (now.floor, len(now.gate)) == (before.floor, len(before.gate)), day
        before = now


def test_the_last_day_of_an_answer() -> None:
    rec = record(answer("GOV-02", day=date(2026, 10, 5)), answer("TEL-02", by=""))
    assert expiry(PROFILE, rec, "GOV-02", TODAY) == date(2027, 10, 5)
    assert expiry(PROFILE, rec, "GOV-02", date(2027, 10, 6)) is None
    assert expiry(PROFILE, rec, "TEL-02", TODAY) is None
    assert expiry(PROFILE, record(answer("GOV-01")), "GOV-01", TODAY) == date(2026, 12, 31)


# --- next steps ---------------------------------------------------------------------------------


def test_what_closes_the_gate_comes_before_what_costs_more() -> None:
    checklist = profile(
        control("A-1", weight=5), control("A-2", weight=4, critical=True), control("A-3", weight=1)
    )
    result = assess(checklist, HIDDEN, record(answer("A-3", "partial")), TODAY)
    steps = next_steps(result, score(result))
    assert [(s.control, s.gate) for s in steps] == [("A-2", True), ("A-1", False), ("A-3", False)]
    assert [s.points for s in steps] == [40.0, 50.0, 5.0]


# --- sign-off -----------------------------------------------------------------------------------


def test_three_people_sign_and_a_later_change_shows() -> None:
    rec = record(answer("TEL-02"))
    at = datetime(2026, 12, 20, 12, tzinfo=UTC)
    for role, name in (("auditor", "Jane Roe"), ("Safety  Lead", "Sam Poe"), ("executive", "Kim Doe")):
        assert not signed_off(rec)
        rec = sign(rec, role, name, at)
    assert signed_off(rec)
    changed = rec.with_answer(answer("TEL-02", "unmet"))
    assert not signed_off(changed)
    assert [s.intact for s in signatures(changed)] == [False, False, False]
    assert [s.intact for s in signatures(sign(changed, "auditor", "Jane Roe", at))] == [False, False, True]


@pytest.mark.parametrize(
    ("role", "name", "message"),
    [
        ("friend", "Kim Doe", "nobody signs as"),
        ("", "Kim Doe", "nobody signs as"),
        ("executive", " ", "needs a name"),
        ("executive", "jane roe", "has signed in another role"),
    ],
)
def test_who_may_not_sign(role: str, name: str, message: str) -> None:
    rec = sign(record(), "auditor", "Jane Roe", moment())
    with pytest.raises(ConfigurationError, match=message):
        sign(rec, role, name, moment())


def test_nobody_signs_in_anothers_place_unasked() -> None:
    rec = sign(record(), "auditor", "Jane Roe", moment())
    with pytest.raises(ConfigurationError, match=r"Jane Roe has signed as auditor on 2026-11-23 .*--replace"):
        sign(rec, "auditor", "Kim Doe", moment())
    assert [s.name for s in sign(rec, "auditor", "Kim Doe", moment(), replace=True).signature] == ["Kim Doe"]
    assert [s.name for s in sign(rec, "auditor", "jane roe", moment()).signature] == ["jane roe"]


def test_a_signature_is_taken_back_by_its_signer_alone_and_only_while_it_is_the_last() -> None:
    rec = sign(record(), "auditor", "Jane Roe", moment())
    with pytest.raises(ConfigurationError, match="nobody has signed as board chair"):
        unsign(rec, "board", "Jane Roe")
    for name in ("Kim Doe", ""):
        with pytest.raises(ConfigurationError, match="only Jane Roe takes back"):
            unsign(rec, "auditor", name)
    assert unsign(rec, "auditor", " jane roe ") == record()
    both = sign(rec, "safety", "Sam Poe", moment())
    with pytest.raises(ConfigurationError, match="Sam Poe has signed since as safety lead"):
        unsign(both, "auditor", "Jane Roe")
    assert unsign(both, "safety lead", "Sam Poe") == rec


def test_a_reason_for_a_gap_is_taken_back_where_it_was_given() -> None:
    rec = note_missed(record(), Period(2026, 2), "the house moved", "Kim Doe")
    assert forget_missed(rec, Period(2026, 2)) == record()
    with pytest.raises(ConfigurationError, match="2026-Q4 gives no reason for 2026-Q1"):
        forget_missed(rec, Period(2026, 1))


def test_a_carried_status_still_needs_its_people() -> None:
    assert begun(record(answer("GOV-02", "unmet"))).answer[0].status is Status.UNMET
    assert action(1).status is ActionStatus.OPEN
