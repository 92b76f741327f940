"""What leaves the core as text: the calendar, the rollup, the warning about people's data."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime

import pytest

from auditor.core.assessment import assess
from auditor.core.calendar import Reminder, as_ics, reminders
from auditor.core.errors import ConfigurationError
from auditor.core.record import Action
from auditor.core.rollup import as_csv, as_json, as_text, read_exported, rollup
from auditor.core.score import Verdict
from auditor.core.victim_data import suspicions
from tests.core.builders import TODAY, agency, answer, control, profile, record, waiver

STAMP = datetime(2026, 11, 23, 12, tzinfo=UTC)

# --- calendar -----------------------------------------------------------------------------------


def test_everything_that_falls_due_has_its_day_and_no_word_of_what_it_is() -> None:
    secret = "1247 North Maple Street"
    checklist = profile(control("GOV-02", review="yearly"), control("LOC-01", critical=True))
    act = Action(id="A-1", title=secret, owner=secret, due=date(2026, 12, 1), created=TODAY, interim_by=TODAY)
    rec = record(
        answer("GOV-02", note=secret),
        answer("LOC-01"),
        action=(act,),
        waiver=(waiver("LOC-01", reason=secret),),
    )
    entries = reminders(rec, assess(checklist, agency("hidden"), rec, TODAY))
    assert [(e.day, e.summary) for e in entries] == [
        (TODAY, "Interim protection for A-1 due"),
        (TODAY, "Waiver W-LOC-01 ends"),
        (date(2026, 12, 1), "Corrective action A-1 due"),
        (date(2027, 1, 1), "Safety audit 2027-Q1 begins"),
        (date(2027, 11, 23), "Evidence for GOV-02 runs out"),
    ]
    assert secret.encode() not in as_ics(entries, STAMP)


def test_the_file_keeps_to_the_standard() -> None:
    entries = [Reminder(date(2026, 12, 31), "Ä, b; c\\d\r\nEND:VCALENDAR " + "ö" * 90, "x-1")]
    data = as_ics(entries, STAMP)
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert unfolded.count("END:VCALENDAR\r\n") == 1
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in unfolded
    summary = re.search(r"SUMMARY:(.*)\r\n", unfolded)
    assert summary is not None
    assert summary[1] == "Ä\\, b\\; c\\\\d END:VCALENDAR " + "ö" * 90


def test_the_same_dates_give_the_same_bytes() -> None:
    entries = [Reminder(TODAY, "Waiver W-1 ends", "waiver-W-1")]
    assert as_ics(entries, STAMP) == as_ics(entries, STAMP)


# --- rollup -------------------------------------------------------------------------------------


def exported(name: str = "Maple", floor: float = 95.0, verdict: str = "met", gate: tuple[str, ...] = ()):
    figures = {
        "floor": floor,
        "ceiling": 99.0,
        "coverage": 96.0,
        "verdict": verdict,
        "gate": gate,
        "rating": 1,
    }
    table = {"schema": "audit-v1", "agency": name, "period": "2026-Q4", "score": figures, "findings": []}
    return read_exported(table, f"{name}.json")


def test_agencies_that_need_help_come_first() -> None:
    rows = rollup(
        [exported(), exported("Oak", 97.0, "not_met", ("LOC-01",)), exported("Elm", 60.0, "not_met")]
    )
    assert [r.agency for r in rows] == ["Oak", "Elm", "Maple"]


def test_the_worst_site_decides() -> None:
    sites = [exported(), exported("Maple", 82.0, "not_met", ("TEL-03",)), exported("Maple", 90.0, "met")]
    (row,) = rollup(sites)
    assert (row.reports, row.verdict, row.floor, row.critical) == (3, Verdict.NOT_MET, 82.0, ("TEL-03",))


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"schema": "json-v1"},
        {"schema": "audit-v1", "agency": "Maple"},
        {"schema": "audit-v1", "agency": "Maple", "period": "2026-Q4", "score": {"floor": 140}},
    ],
)
def test_anything_else_is_refused_by_name(table: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError, match=r"x\.json"):
        read_exported(table, "x.json")


def test_three_forms_say_the_same() -> None:
    rows = rollup(
        [exported("=cmd|' /C calc'!A0", 80.0, "not_met", ("LOC-01", "TEL-03")), exported("\x1b[31mRed")]
    )
    assert "\x1b" not in as_text(rows)
    assert json.loads(as_json(rows))["agencies"][0]["critical"] == ["LOC-01", "TEL-03"]
    cells = list(csv.DictReader(io.StringIO(as_csv(rows))))
    assert cells[0]["agency"].startswith("'=cmd")
    assert [row["verdict"] for row in cells] == ["not_met", "met"]


# --- people's data ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("DOB: 04/12/2009", "dates of birth"),
        ("Date of birth 2009-04-12", "dates of birth"),
        ("Case No. 2026-00417 was closed", "case or client numbers"),
        ("client #48213", "case or client numbers"),
        ("seen with case 48213", "case or client numbers"),
        ("Maria Lopez (217) 555-0199", "names beside phone numbers"),
        ("SSN 219-09-9999", "social security numbers"),
        ("call 217-555-0148 or (217) 555-0199", "phone numbers"),
        ("Alex Example, 04/12/2009\nKim Sample, 05/11/2010", "names beside dates"),
        ("a girl aged 15 and a boy, 14 years old", "ages of minors"),
    ],
)
def test_what_case_files_have_is_noticed_and_never_repeated(text: str, sign: str) -> None:
    found = suspicions([text])
    assert any(f.startswith(sign) for f in found), found
    assert not set(re.findall(r"\d{4,}", text)) & set(re.findall(r"\d{4,}", " ".join(found)))


@pytest.mark.parametrize(
    "text",
    [
        "Walk-round on 2026-11-23 by Jane Roe and Sam Poe: no signs, no labels.",
        "9 of 12 vehicles are unmarked. Fleet list of 11/20/2026.",
        "Call our hotline: 1-888-373-7888.",
        "Case 2026 of the board. In any case 12 visits were logged.",
        "Approved by the board on 3 March 2026, version 2.4, pages 12-15.",
        "Caller ID test: line 1 hidden, line 2 hidden, line 3 shown. 14 lines.",
    ],
)
def test_what_checklists_have_gives_no_warning(text: str) -> None:
    assert suspicions([text]) == ()
