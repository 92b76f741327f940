"""Casework by command line and by facade: what is refused, what is warned of, what stays secret."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from auditor.core.answers import NewAnswer
from auditor.core.errors import ConfigurationError, DisclosureError
from auditor.core.record import EvidenceKind
from auditor.core.status import Status
from auditor.core.waivers import NewWaiver
from auditor.workspace.casework import Casework
from tests.workspace.conftest import IDS, LEAKS, SECRET, Calendar, Ended

Run = Callable[..., Ended]


def everything(root: Path) -> bytes:
    own = (p for p in root.rglob("*") if p.is_file() and p.name != "confidential.toml")
    return b"\n".join(p.read_bytes() for p in own)


# --- evidence -----------------------------------------------------------------------------------


def test_evidence_is_copied_and_supports_the_answer(cli: Run, root: Path, casework: Casework) -> None:
    (root / "log.csv").write_text("line,shown\n1,hidden\n")
    assert cli("evidence", "add", "a-1", "--file", root / "log.csv").code == 0
    assert casework.workspace.assessment().result("A-1").status is Status.UNANSWERED
    assert cli("answer", "A-1", "met").code == 0
    result = casework.workspace.assessment().result("A-1")
    assert result.value == 1.0
    assert result.answer is not None
    (kept,) = result.answer.evidence
    assert (kept.kind, kept.title) == (EvidenceKind.FILE, "log.csv")
    assert (root / "evidence" / f"{kept.reference}.csv").read_text() == "line,shown\n1,hidden\n"
    assert "A-1      file  of 2026-02-10, counts until 2026-03-31  log.csv" in cli("evidence", "list").out


def test_answering_again_throws_no_evidence_away(casework: Casework) -> None:
    casework.attach_words("A-1", "https://www.example.org/minutes")
    for status in (Status.PARTIAL, Status.MET):
        casework.workspace.answer(NewAnswer("A-1", status))
    answer = casework.workspace.record().answer_to("A-1")
    assert answer is not None
    assert [e.kind for e in answer.evidence] == [EvidenceKind.LINK]


def test_a_photo_loses_its_position_and_the_user_is_told(cli: Run, root: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (39.0, 46.0, 54.12), 3: "W", 4: (89.0, 39.0, 0.36)}
    Image.new("RGB", (20, 20)).save(root / "door.jpg", exif=exif)
    ended = cli("evidence", "add", "A-1", "--file", root / "door.jpg")
    assert "told where it was taken" in ended.err
    (kept,) = (root / "evidence").iterdir()
    with Image.open(kept) as picture:
        assert not picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_a_file_that_gives_the_place_away_is_not_kept(casework: Casework, root: Path) -> None:
    (root / "lease.txt").write_text(f"The premises at {SECRET}.")
    with pytest.raises(DisclosureError):
        casework.attach_file("A-1", root / "lease.txt")
    assert not (root / "evidence").exists()
    assert casework.workspace.record().answer == ()


def test_data_of_the_people_served_gives_a_warning(cli: Run, root: Path) -> None:
    (root / "list.txt").write_text("Client no. 48213, DOB 04/12/2009")
    ended = cli("evidence", "add", "A-1", "--file", root / "list.txt")
    assert (
        "looks like data of the people you serve: dates of birth (1), case or client numbers (1)" in ended.err
    )
    assert "48213" not in ended.err
    note = cli("evidence", "add", "A-2", "--note", "seen with client no. 48213")
    assert "case or client numbers (1)" in note.err
    assert "looks like" not in cli("evidence", "add", "A-2", "--note", "walk-round, no signs").err


def test_evidence_that_should_not_be_there_is_removed_with_its_copy(cli: Run, root: Path) -> None:
    (root / "list.txt").write_text("Client no. 48213")
    for control in ("A-1", "A-2"):
        cli("evidence", "add", control, "--file", root / "list.txt")
    cli("evidence", "add", "A-1", "--note", "List of doors")
    kept = root / "evidence" / f"{hashlib.sha256(b'Client no. 48213').hexdigest()}.txt"
    assert cli("evidence", "remove", "A-1", "lis").code == 2
    assert "there is: list.txt, List of doors" in cli("evidence", "remove", "A-1", "photo").err
    assert cli("evidence", "remove", "a-1", "list.txt").code == 0
    assert kept.exists()
    assert cli("verify").code == 0
    assert cli("evidence", "remove", "A-2", "LIST").code == 0
    assert not kept.exists()
    assert [line.split()[0] for line in cli("evidence", "list").out.splitlines()] == ["A-1"]
    assert cli("verify").code == 0


def test_evidence_cannot_speak_of_tomorrow(cli: Run) -> None:
    assert cli("evidence", "add", "A-1", "--note", "seen", "--effective", "2026-02-11").code == 2


def test_lost_evidence_fails_the_proof(cli: Run, root: Path) -> None:
    (root / "a.txt").write_text("seen")
    cli("evidence", "add", "A-1", "--file", root / "a.txt")
    assert cli("verify").code == 0
    kept = root / "evidence" / f"{hashlib.sha256(b'seen').hexdigest()}.txt"
    kept.write_text("seen otherwise")
    ended = cli("verify")
    assert ended.code == 5
    assert "evidence a.txt" in ended.out
    assert "was changed" in ended.out


# --- secrets in what people type ----------------------------------------------------------------


def test_what_people_type_is_masked_before_it_is_saved(cli: Run, root: Path) -> None:
    assert cli("evidence", "add", "A-1", "--note", f"stood at {SECRET}").code == 0
    added = ("action", "add", "A-1", "--owner", "Jane Roe", "--title", f"Clear {SECRET}", "--cause", SECRET)
    assert cli(*added, "--interim", SECRET).code == 0
    assert cli("action", "change", "A-2026Q1-1", "--interim", f"guard at {SECRET}").code == 0
    assert cli("action", "close", "A-2026Q1-1", "--by", "Sam Poe", "--evidence", SECRET).code == 0
    waiver = ("waiver", "add", "A-1", "--reason", SECRET, "--compensating", SECRET, "--owner", "Jane Roe")
    assert cli(*waiver, "--approver", "Sam Poe", "--expires", "2026-03-01").code == 0
    assert cli("trend", "--missed", "2025-Q4", "--reason", SECRET, "--by", "Jane Roe").code == 0
    saved = IDS.sub("", everything(root).decode("utf-8", "replace"))
    for leak in LEAKS:
        assert leak not in saved


def test_the_reason_for_a_gap_stays_in_later_reports(cli: Run, calendar: Calendar) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    calendar.day = date(2026, 8, 3)
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    assert "2026-Q2                                              --     no audit: nobody" in cli("trend").out
    assert cli("trend", "--missed", "2026-Q2", "--reason", "the house moved", "--by", "Kim Doe").code == 0
    calendar.day = date(2026, 11, 3)
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    assert "no audit: the house moved" in cli("trend").out
    report = cli("report", "-f", "text").out
    assert "2026-Q2 not audited: the house moved" in report


def test_a_comparison_names_each_question_and_what_it_moved(cli: Run, calendar: Calendar) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    cli("answer", "A-3", "met", "--by", "Jane Roe", "--sample", "9/12")
    calendar.day = date(2026, 5, 4)
    cli("answer", "A-1", "unmet", "--by", "Jane Roe")
    cli("answer", "A-3", "met", "--by", "Jane Roe", "--sample", "11/12")
    out = cli("diff", "2026-Q1", "2026-Q2").out
    assert "Got worse:\n  A-1      -25.0  met → unmet" in out
    assert "Better, and not yet met:\n  A-3       +3.3  partial: 11 of 12 vehicles are unmarked" in out
    assert "Is A-3 so?" in out


def test_one_broken_checklist_does_not_hide_the_others(cli: Run, root: Path) -> None:
    (root / "profiles/elm.toml").write_text(
        (root / "profiles/maple.toml").read_text().replace("weight", "wait")
    )
    ended = cli("profile", "list")
    assert ended.code == 0
    assert "maple " in ended.out
    assert "elm cannot be used: elm.toml, line" in ended.err


def test_sources_that_nobody_has_read_come_first_and_say_so(cli: Run) -> None:
    lines = cli("profile", "sources", "seed-2018").out.splitlines()
    marks = [line[0] for line in lines[:-2:2]]
    assert marks == sorted(marks, reverse=True)
    assert marks[0] == "?"
    assert "? Family Violence Prevention and Services rule, 45 CFR 1370.4(g)" in lines


# --- waivers, signatures, proof -----------------------------------------------------------------


def test_a_waiver_by_its_owner_is_one_clear_line(cli: Run) -> None:
    words = ("waiver", "add", "A-2", "--reason", "x", "--compensating", "y", "--owner", "Jane Roe")
    ended = cli(*words, "--approver", "jane roe", "--expires", "2026-05-15")
    assert ended.code == 2
    assert ended.err == "auditor: owner and approver must be two people\n"


def test_an_expired_waiver_shows_with_the_score(cli: Run, calendar: Calendar) -> None:
    words = ("waiver", "add", "A-2", "--reason", "x", "--compensating", "y", "--owner", "Jane Roe")
    assert cli(*words, "--approver", "Sam Poe", "--expires", "2026-02-20").code == 0
    assert "expired" not in cli("score").out
    calendar.day = date(2026, 2, 21)
    assert "waiver W-2026Q1-1 on A-2 expired at the end of 2026-02-20" in cli("score").out


def test_a_withdrawn_waiver_holds_no_more_and_says_why(cli: Run) -> None:
    words = ("waiver", "add", "A-2", "--reason", "x", "--compensating", "y", "--owner", "Jane Roe")
    assert cli(*words, "--approver", "Sam Poe", "--expires", "2026-05-15").code == 0
    assert "in force to the end of 2026-05-15 (local time, UTC)" in cli("waiver", "list").out
    assert cli("waiver", "withdraw", "W-2026Q1-1", "--by", "Kim Doe", "--reason", " ").code == 2
    ended = cli("waiver", "withdraw", "w-2026q1-1", "--by", "Kim Doe", "--reason", f"moved to {SECRET}")
    assert "withdrawn on 2026-02-10 by Kim Doe: moved to [shelter]" in ended.out
    assert [g["control"] for g in cli("score", "-f", "json").table["gate"]] == ["A-1", "A-2"]
    assert cli("waiver", "renew", "W-2026Q1-1", "--approver", "Sam Poe", "--expires", "2026-06-01").code == 2
    assert "expired" not in cli("score").out
    assert cli(*words, "--approver", "Sam Poe", "--expires", "2026-05-15").code == 0
    assert [line[:10] for line in cli("waiver", "list").out.splitlines()[::3]] == ["W-2026Q1-2", "W-2026Q1-1"]


def test_a_failed_grant_leaves_nothing_behind(casework: Casework) -> None:
    new = NewWaiver("A-9", "x", "y", "Jane Roe", "Sam Poe", date(2026, 5, 1))
    with pytest.raises(ConfigurationError, match="neither a control"):
        casework.grant_waiver(new)
    assert casework.workspace.record().waiver == ()
    assert casework.workspace.records.periods() == ()


def test_a_second_person_is_another_person(cli: Run) -> None:
    assert cli("answer", "A-1", "met", "--by", "Jane Roe", "--verified-by", "JANE ROE").code == 2
    assert cli("answer", "A-1", "met", "--by", "Jane Roe").code == 0
    assert "one person's word alone: A-1" in cli("score").out
    assert cli("answer", "A-1", "met", "--by", "Jane Roe", "--verified-by", "Sam Poe").code == 0
    assert "one person's word" not in cli("score").out


def test_the_report_holds_the_hash_that_was_signed(cli: Run, casework: Casework) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    cli("sign", "--role", "auditor", "--name", "Jane Roe")
    told = cli("report", "-f", "json").table
    assert told["digest"] == casework.signatures()[0].signature.digest
    assert [s["current"] for s in told["signatures"] if s["name"]] == [True]
    cli("answer", "A-1", "unmet", "--by", "Jane Roe")
    told = cli("report", "-f", "json").table
    assert [s["current"] for s in told["signatures"] if s["name"]] == [False]


def test_a_change_after_signing_is_told_by_sign_and_verify(cli: Run) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    assert cli("sign", "--role", "auditor", "--name", "Jane Roe").code == 0
    cli("answer", "A-1", "partial", "--by", "Jane Roe")
    assert "the record was changed since" in cli("sign").out
    ended = cli("verify")
    assert ended.code == 5
    assert "2026-Q1 was changed after Jane Roe signed it as auditor" in ended.out


def test_overdue_actions_show_in_the_score_and_its_exit_code(cli: Run, calendar: Calendar) -> None:
    for control in ("A-1", "A-2", "A-3", "A-4", "A-5", "A-6"):
        cli("answer", control, "met", "--by", "Jane Roe")
    assert cli("score").code == 0
    cli("action", "add", "A-6", "--owner", "Jane Roe", "--due", "2026-02-20")
    assert cli("score").code == 0
    calendar.day = date(2026, 2, 21)
    ended = cli("score")
    assert ended.code == 1
    assert "A-2026Q1-1" in ended.out
    assert cli("score", "--exit-zero").code == 0


def test_next_puts_the_gate_first(cli: Run) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    lines = cli("score", "--next").out.splitlines()
    steps = [line for line in lines if line.strip()[:2] in ("1.", "2.")]
    assert "opens the gate  A-2" in steps[0]
    assert "+20.0" in steps[1]
    assert "A-3" in steps[1]


def test_the_calendar_is_written_without_a_word_of_what_it_is(cli: Run, root: Path) -> None:
    cli("answer", "A-4", "met", "--by", "Jane Roe", "--note", "secret words")
    assert cli("calendar", "-o", root / "due.ics").code == 0
    text = (root / "due.ics").read_bytes().decode()
    assert "SUMMARY:Evidence for A-4 runs out" in text
    assert "secret words" not in text
    assert cli("calendar").out == text


def test_accepting_needs_a_name_and_a_reason(cli: Run, root: Path) -> None:
    cli("answer", "A-1", "met", "--by", "Jane Roe")
    path = root / "audits/2026-Q1.toml"
    path.write_text(path.read_text().replace('"met"', '"partial"'))
    assert cli("verify", "--accept").code == 2
    assert cli("verify").code == 5
    ended = cli("verify", "--accept", "--by", "Kim Doe", "--reason", "a slip")
    assert ended.code == 0
    assert "answer A-1 was changed" in ended.err
    assert cli("score", "-q").code == 4


def test_a_rollup_of_something_else_is_refused(cli: Run, root: Path) -> None:
    (root / "x.json").write_text("[]")
    assert cli("rollup", root / "x.json").code == 2
    (root / "x.json").write_text("{")
    assert cli("rollup", root / "x.json").code == 2
    assert cli("rollup", root / "none.json").code == 2
