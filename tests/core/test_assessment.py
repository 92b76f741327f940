"""How an answer, its age, findings and waivers become the result of a control."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from auditor.core.assessment import ControlResult, assess, prefill, years_later
from auditor.core.record import CheckResult, CheckRun, Coverage, Ruling, Sample, UncheckedEntry
from auditor.core.status import FindingStatus, Outcome, Status
from tests.core.builders import TODAY, agency, answer, control, finding, moment, note, profile, record, waiver

CHECKED = control(critical=True, checks=("site-address",))


def judged(what, rec, day: date = TODAY, where=None) -> ControlResult:
    return assess(profile(what), where or agency("hidden"), rec, day).results[0]


def test_a_named_person_this_quarter_makes_met_count_in_full() -> None:
    result = judged(control(), record(answer()))
    assert (result.status, result.value, result.reason) == (Status.MET, 1.0, "")


def test_met_that_nobody_and_nothing_stands_for_counts_half() -> None:
    result = judged(control(), record(answer(by="")))
    assert (result.status, result.value, result.stale) == (Status.PARTIAL, 0.5, True)
    assert "neither evidence nor a named person" in result.reason


@pytest.mark.parametrize(
    ("values", "day", "value"),
    [
        ({"review": "quarterly"}, date(2026, 10, 1), 1.0),
        ({"review": "quarterly"}, date(2026, 9, 30), 0.5),
        ({"review": "yearly"}, date(2026, 9, 30), 1.0),
        ({"review": "yearly"}, date(2025, 11, 23), 1.0),
        ({"review": "yearly"}, date(2025, 11, 22), 0.5),
        ({"review": "yearly", "critical": True}, date(2026, 9, 30), 0.5),
    ],
)
def test_support_ages_by_the_quarter_or_by_the_year(
    values: dict[str, object], day: date, value: float
) -> None:
    by_word = record(answer(day=day, carried_from="2026-Q3"))
    by_evidence = record(answer(by="", evidence=(note(day),)))
    assert judged(control(**values), by_word).value == value
    assert judged(control(**values), by_evidence).value == value


def test_a_year_before_leap_day() -> None:
    assert years_later(date(2028, 2, 29), -1) == date(2027, 2, 28)


def test_evidence_of_a_day_to_come_supports_nothing_yet() -> None:
    later = record(answer(by="", evidence=(note(TODAY + timedelta(days=1)),)))
    assert judged(control(), later).value == 0.5


def test_a_sample_is_scored_by_its_share_with_its_size_shown() -> None:
    result = judged(control(sample="vehicles"), record(answer(sample=Sample(good=9, size=12))))
    assert (result.status, result.value, result.reason) == (Status.PARTIAL, 0.75, "9 of 12 vehicles")


@pytest.mark.parametrize(
    ("status", "good", "value"),
    [("met", 12, 1.0), ("partial", 12, 1.0), ("partial", 0, 0.0), ("unmet", 12, 0.0), ("met", 11, 11 / 12)],
)
def test_the_sample_decides_between_met_and_partial_but_unmet_stays(
    status: str, good: int, value: float
) -> None:
    assert judged(control(), record(answer(status=status, sample=Sample(good=good, size=12)))).value == value


def test_an_old_sample_counts_no_more_than_an_old_met() -> None:
    old = date(2026, 9, 1)
    for good in (7, 11, 12):
        assert judged(control(), record(answer(day=old, sample=Sample(good=good, size=12)))).value == 0.5


def test_a_sample_holds_no_more_good_ones_than_its_size() -> None:
    with pytest.raises(ValidationError, match="more good ones"):
        Sample(good=13, size=12)


def test_not_applicable_is_left_out_with_its_reason() -> None:
    result = judged(CHECKED, record(answer(status="not_applicable", note="no vehicles")))
    assert (result.applicable, result.value, result.reason, result.fails_gate) == (
        False,
        None,
        "no vehicles",
        False,
    )


@pytest.mark.parametrize("where", [agency("hidden"), agency("public")], ids=["said", "by the sites"])
def test_what_was_found_applies_whatever_was_said(where) -> None:
    said = record(answer(status="not_applicable", note="no website"), finding=(finding(),))
    result = judged(control(critical=True, location=True, checks=("site-address",)), said, where=where)
    assert (result.status, result.value, result.fails_gate) == (Status.UNMET, 0.0, True)


def test_an_answer_to_another_question_is_no_answer() -> None:
    asked = control(question="Are the doors locked?").meaning
    result = judged(control(), record(answer(asked=asked)))
    assert (result.status, result.reason) == (
        Status.UNANSWERED,
        "the question has changed since it was answered",
    )
    assert judged(control(), record(answer(asked=control().meaning))).status is Status.MET


def test_controls_of_a_secret_place_do_not_fail_an_agency_that_is_open_on_purpose() -> None:
    secret, instead = control(location=True), control("OPN-01", open_site=True)
    open_only, mixed, hidden = agency("public", "public"), agency("public", "hidden"), agency("hidden")
    assert not judged(secret, record(), where=open_only).applicable
    assert judged(instead, record(), where=open_only).status is Status.UNANSWERED
    assert judged(secret, record(), where=mixed).applicable
    assert judged(instead, record(), where=mixed).applicable
    assert not judged(instead, record(), where=hidden).applicable
    assert judged(secret, record(), where=agency()).applicable


# --- findings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "status", "closes"),
    [
        ("critical", Status.UNMET, True),
        ("high", Status.UNMET, True),
        ("medium", Status.PARTIAL, False),
        ("low", Status.MET, False),
        ("info", Status.MET, False),
    ],
)
def test_a_finding_outweighs_the_answer_until_someone_rules(
    severity: str, status: Status, closes: bool
) -> None:
    result = judged(CHECKED, record(answer(), finding=(finding(severity=severity),)))
    assert (result.status, result.fails_gate) == (status, closes)


def test_a_finding_of_another_check_says_nothing_of_this_control() -> None:
    assert judged(CHECKED, record(answer(), finding=(finding(check="site-phone"),))).status is Status.MET


@pytest.mark.parametrize("status", [FindingStatus.FALSE_POSITIVE, FindingStatus.FIXED])
def test_a_settled_finding_lets_the_answer_stand(status: FindingStatus) -> None:
    ruling = Ruling(finding="f1", status=status, reason="looked", by="Jane Roe", at=moment())
    assert judged(CHECKED, record(answer(), finding=(finding(),), ruling=(ruling,))).status is Status.MET


@pytest.mark.parametrize("status", [FindingStatus.WAIVED, FindingStatus.BASELINED])
def test_a_bare_word_does_not_open_the_gate(status: FindingStatus) -> None:
    ruling = Ruling(finding="f1", status=status, reason="later", by="Jane Roe", at=moment())
    assert judged(CHECKED, record(answer(), finding=(finding(),), ruling=(ruling,))).fails_gate


def run(outcome: str, *unchecked: str, day: date = TODAY, documents: int = 3) -> CheckRun:
    return CheckRun(
        started=moment(day),
        finished=moment(day),
        targets=("https://www.example.org",),
        results=(CheckResult(check="site-address", outcome=Outcome(outcome)),),
        coverage=Coverage(
            documents=documents, unchecked=tuple(UncheckedEntry(url=u, reason="timeout") for u in unchecked)
        ),
    )


def test_called_fixed_and_found_again_is_open_once_more() -> None:
    ruling = Ruling(finding="f1", status=FindingStatus.FIXED, reason="gone", by="Jane Roe", at=moment())
    fixed = record(answer(), finding=(finding(),), ruling=(ruling,))
    again = fixed.with_run(run("found", day=TODAY + timedelta(days=1)), (finding(),))
    assert judged(CHECKED, again, TODAY + timedelta(days=1)).fails_gate
    assert again.ruled_findings()[0].ruling_note == "called fixed, and found again"


def test_a_run_that_saw_the_page_without_the_leak_clears_it() -> None:
    cleared = record(finding=(finding(),)).with_run(run("clear"), ())
    assert cleared.finding == ()


@pytest.mark.parametrize(
    "missed",
    [
        run("unchecked", "https://www.example.org/contact"),
        run("unchecked", "https://www.example.org"),
        run("unchecked", documents=0),
    ],
    ids=["the page itself", "the whole site", "nothing read"],
)
def test_a_run_that_could_not_look_does_not_make_a_leak_vanish(missed: CheckRun) -> None:
    kept = record(answer(), finding=(finding(),)).with_run(missed, ())
    assert [f.id for f in kept.finding] == ["f1"]
    assert judged(CHECKED, kept).fails_gate


def test_an_unrelated_page_that_failed_keeps_nothing() -> None:
    assert (
        record(finding=(finding(),)).with_run(run("unchecked", "https://www.example.org/a.pdf"), ()).finding
        == ()
    )


def test_the_checklist_tells_what_the_checks_said() -> None:
    assert prefill(judged(CHECKED, record())) == "automated check has not run this quarter"
    assert prefill(judged(CHECKED, record(run=(run("unchecked"),)))) == "site-address: unchecked"
    assert prefill(judged(control(), record())) == ""


# --- waivers ------------------------------------------------------------------------------------


def test_a_waiver_opens_the_gate_and_keeps_the_points_lost() -> None:
    result = judged(control(critical=True), record(answer(status="unmet"), waiver=(waiver(),)))
    assert (result.fails_gate, result.value) == (False, 0.0)
    assert result.waiver is not None


def test_a_waiver_holds_to_the_end_of_its_last_day_and_not_longer() -> None:
    held = record(answer(status="unmet"), waiver=(waiver(expires=TODAY),))
    assert not judged(control(critical=True), held, TODAY).fails_gate
    after = judged(control(critical=True), held, TODAY + timedelta(days=1))
    assert after.fails_gate
    assert [w.id for w in after.expired] == ["W-LOC-01"]


def test_a_waiver_on_a_control_that_cannot_be_waived_has_no_effect() -> None:
    held = record(answer(status="unmet"), waiver=(waiver(),))
    assert judged(control(critical=True, waivable=False), held).fails_gate


def test_a_waiver_on_one_finding_leaves_the_other_one_closing_the_gate() -> None:
    two = record(answer(), finding=(finding("f1"), finding("f2")), waiver=(waiver("f1"),))
    assert judged(CHECKED, two).fails_gate
    both = two.model_copy(update={"waiver": (waiver("f1"), waiver("f2"))})
    result = judged(CHECKED, both)
    assert not result.fails_gate
    assert result.value == 0.0
    assert {f.status for f in result.findings} == {FindingStatus.WAIVED}


def test_a_waived_finding_does_not_excuse_an_unmet_answer() -> None:
    held = record(answer(status="unmet"), finding=(finding(),), waiver=(waiver("f1"),))
    assert judged(CHECKED, held).fails_gate


@pytest.mark.parametrize("name", ["reason", "compensating", "owner", "approver"])
def test_a_waiver_needs_everything(name: str) -> None:
    with pytest.raises(ValidationError, match=f"needs {name}"):
        waiver(**{name: " "})


def test_nobody_approves_their_own_waiver() -> None:
    with pytest.raises(ValidationError, match="two people"):
        waiver(approver="jane roe")


# --- second person ------------------------------------------------------------------------------


def test_a_critical_met_on_one_word_is_named() -> None:
    assert judged(control(critical=True), record(answer())).lacks_second_person
    assert not judged(control(critical=True), record(answer(verified_by="Sam Poe"))).lacks_second_person
    assert not judged(control(), record(answer())).lacks_second_person


def test_nobody_verifies_their_own_answer() -> None:
    with pytest.raises(ValidationError, match="another person"):
        answer(verified_by="JANE ROE")


def test_a_record_refuses_two_answers_to_one_control() -> None:
    with pytest.raises(ValidationError, match="two answers to LOC-01"):
        record(answer(), answer())


def test_a_record_names_a_quarter() -> None:
    with pytest.raises(ValidationError, match="is not a quarter"):
        record(period="2026-Q5")
