"""Waivers: who may have one, how long, and what is said of those that excuse nothing."""

from datetime import date, timedelta

import pytest

from auditor.core.assessment import Assessment, assess
from auditor.core.errors import ConfigurationError
from auditor.core.record import AuditRecord
from auditor.core.waivers import WaiverState, cliffs, grant, renew, restore, state, unused, withdraw
from tests.core.builders import TODAY, agency, answer, control, finding, profile, record, waiver

CONTROLS = (
    control("LOC-01", critical=True, checks=("site-address",)),
    control("LOC-02", critical=True, waivable=False, checks=("file-address",)),
    control("GOV-01"),
)


def judged(rec: AuditRecord, day: date = TODAY) -> Assessment:
    return assess(profile(*CONTROLS), agency("hidden"), rec, day)


def granted(rec: AuditRecord, subject: str = "LOC-01", **values: object) -> AuditRecord:
    new = waiver(subject, **{"created": TODAY, "expires": TODAY + timedelta(days=30), **values})
    return grant(rec, judged(rec), new)


def test_a_control_and_a_finding_can_be_waived() -> None:
    rec = granted(granted(record(finding=(finding("f1"),))), "f1")
    assert [w.subject for w in rec.waiver] == ["LOC-01", "f1"]


@pytest.mark.parametrize(
    ("subject", "values", "message"),
    [
        ("LOC-02", {}, "LOC-02 cannot be waived"),
        ("f2", {}, "LOC-02 cannot be waived"),
        ("LOC-09", {}, "neither a control of this profile nor a finding"),
        ("GOV-01", {"expires": TODAY - timedelta(days=1)}, "before it begins"),
        ("GOV-01", {"expires": date(2027, 11, 24)}, "more than a year"),
    ],
)
def test_what_may_not_be_waived_is_refused(subject: str, values: dict[str, object], message: str) -> None:
    rec = record(finding=(finding("f2", "file-address"),))
    with pytest.raises(ConfigurationError, match=message):
        granted(rec, subject, **values)


def test_a_year_to_the_day_is_the_longest() -> None:
    assert granted(record(), expires=date(2027, 11, 23)).waiver


def test_a_second_one_on_the_same_subject_is_refused_while_the_first_holds() -> None:
    rec = granted(record())
    with pytest.raises(ConfigurationError, match="already has a waiver in force"):
        granted(rec, id="W-2")


def test_renewing_counts_and_asks_for_an_approver_again() -> None:
    rec = granted(record())
    rec = renew(rec, "w-loc-01", date(2027, 2, 1), "Kim Doe", date(2026, 12, 20))
    rec = renew(rec, "W-LOC-01", date(2027, 5, 1), "Sam Poe", date(2027, 2, 1))
    assert (rec.waiver[0].renewals, rec.waiver[0].expires) == (2, date(2027, 5, 1))
    for approver in ("", "JANE ROE "):
        with pytest.raises(ConfigurationError, match="other than its owner"):
            renew(rec, "W-LOC-01", date(2027, 6, 1), approver, date(2027, 4, 1))
    with pytest.raises(ConfigurationError, match="no waiver “W-9”"):
        renew(rec, "W-9", date(2027, 6, 1), "Sam Poe", date(2027, 4, 1))


def test_withdrawing_ends_it_on_that_day() -> None:
    rec = withdraw(granted(record()), "w-loc-01", " Kim Doe ", "it is mended", TODAY + timedelta(days=2))
    held = rec.waiver[0]
    assert [state(held, TODAY + timedelta(days=n)) for n in (2, 40)] == [WaiverState.WITHDRAWN] * 2
    assert [held.in_force(TODAY + timedelta(days=n)) for n in (0, 1, 2)] == [True, True, False]
    assert (held.withdrawn_by, held.expired(TODAY + timedelta(days=40))) == ("Kim Doe", False)
    assert judged(rec, TODAY + timedelta(days=40)).result("LOC-01").expired == ()
    with pytest.raises(ConfigurationError, match=r"was withdrawn on .* by Kim Doe"):
        withdraw(rec, "W-LOC-01", "Kim Doe", "again", TODAY)
    for by, reason in (("", "mended"), ("Kim Doe", " ")):
        with pytest.raises(ConfigurationError, match="needs who does it and why"):
            withdraw(granted(record()), "W-LOC-01", by, reason, TODAY)


def test_withdrawn_by_mistake_it_holds_again_to_its_last_day() -> None:
    rec = granted(record())
    with pytest.raises(ConfigurationError, match="was not withdrawn"):
        restore(rec, "W-LOC-01", "Sam Poe", TODAY)
    gone = withdraw(rec, "W-LOC-01", "Kim Doe", "a slip", TODAY)
    for by in ("jane roe", " "):
        with pytest.raises(ConfigurationError, match="by someone other than its owner, Jane Roe"):
            restore(gone, "W-LOC-01", by, TODAY)
    assert restore(gone, "w-loc-01", "Sam Poe", TODAY) == rec
    with pytest.raises(ConfigurationError, match="would have ended on"):
        restore(gone, "W-LOC-01", "Sam Poe", TODAY + timedelta(days=31))
    second = granted(gone, id="W-2")
    with pytest.raises(ConfigurationError, match="already has a waiver in force"):
        restore(second, "W-LOC-01", "Sam Poe", TODAY)


def test_its_last_day_belongs_to_it() -> None:
    held = waiver(created=date(2026, 11, 1), expires=date(2026, 11, 30))
    days = {date(2026, 10, 31): WaiverState.NOT_YET, date(2026, 11, 1): WaiverState.IN_FORCE}
    days |= {date(2026, 11, 30): WaiverState.IN_FORCE, date(2026, 12, 1): WaiverState.EXPIRED}
    assert {day: state(held, day) for day in days} == days


def test_those_that_excuse_nothing_are_named() -> None:
    rec = record(
        answer("LOC-01"),
        answer("GOV-01", "unmet"),
        finding=(finding("f1"), finding("f3", severity="low")),
        waiver=(waiver("GOV-01"), waiver("f1"), waiver("gone"), waiver("LOC-01")),
    )
    assert {w.subject for w in unused(rec, judged(rec))} == {"gone"}
    cleared = rec.model_copy(update={"finding": ()})
    assert {w.subject for w in unused(cleared, judged(cleared))} == {"gone", "f1", "LOC-01"}


def test_many_ending_in_one_week_are_a_cliff() -> None:
    monday = date(2026, 12, 7)
    ends = [monday, monday + timedelta(days=3), monday + timedelta(days=6), monday + timedelta(days=7)]
    rec = record(waiver=tuple(waiver(f"C-{n}", day) for n, day in enumerate(ends)))
    (cliff,) = cliffs(rec, TODAY)
    assert (cliff.monday, len(cliff.waivers)) == (monday, 3)
    assert str(cliff) == "3 waivers end in the week of 2026-12-07: W-C-0, W-C-1, W-C-2"
    assert cliffs(rec, date(2026, 12, 8)) == ()
