"""What a hurried person types: one clear line, exit 2, and nothing saved is changed by it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.workspace.conftest import Calendar, Ended

Run = Callable[..., Ended]

WAIVER = ("--reason", "r", "--compensating", "c", "--owner", "Jane", "--approver", "Sam")


@pytest.fixture
def begun(cli: Run) -> None:
    """A quarter with an answer, a waiver and an action."""
    assert cli("answer", "A-1", "met", "--by", "Jane Roe").code == 0
    assert cli("waiver", "add", "A-2", *WAIVER, "--expires", "2026-05-15").code == 0
    assert cli("action", "add", "A-3", "--owner", "Bob").code == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("answer A-1 met --period 2030-Q1", "2030-Q1 has not begun (the current quarter is 2026-Q1)"),
        ("answer A-1 mett", "no such choice; did you mean met?"),
        ("scoer", "no such choice; did you mean score?"),
        ("score --period 2025-Q1", "there is no record of 2025-Q1 (there are: 2026-Q1)"),
        ("score --period 2026-Q3", "2026-Q3 has not begun"),
        ("score --as-of 2025-12-31", "2025-12-31 is before 2026-Q1, which begins on 2026-01-01"),
        ("score --min-score high", "--min-score: not a percentage"),
        ("score --min-score nan", "--min-score: not a percentage"),
        ("report --period 2024-Q2", "there is no record of 2024-Q2"),
        ("report -f md -f html -o out", "two formats would be written to out"),
        ("report -f md:out -f json:./out", "two formats would be written to out"),
        ("sign --role auditor --name Jane --period 2025-Q4", "there is no record of 2025-Q4"),
        ("evidence add A-1 --link ftp//x", "“ftp//x” is not a link"),
        ("evidence add A-1 --file .", "is not a file"),
        ("evidence add A-1", "one of the arguments --file --link --note is required"),
        ("evidence list --period 2031-Q1", "2031-Q1 has not begun"),
        ("waiver renew W-2026Q1-1 --expires 2026-05-15 --approver Sam", "holds to the end of 2026-05-15"),
        ("waiver renew W-2026Q1-1 --expires 2026-03-01 --approver Sam", "give a later day, or withdraw it"),
        ("action change A-2026Q1-1", "there is nothing to change"),
        ("profile show maple A-9", "has no control “A-9” (did you mean A-"),
    ],
)
@pytest.mark.usefixtures("begun")
def test_one_clear_line(cli: Run, root: Path, typed: str, told: str) -> None:
    before = {p: p.read_bytes() for p in sorted((root / "audits").iterdir())}
    ended = cli(*typed.split())
    assert ended.code == 2
    (line,) = ended.err.splitlines()
    assert line.startswith("auditor: ")
    assert told in line
    assert not ended.out
    assert {p: p.read_bytes() for p in sorted((root / "audits").iterdir())} == before


def test_evidence_that_comes_late(cli: Run, calendar: Calendar) -> None:
    """It is kept in the quarter it speaks of, and each piece has a last day of its own."""
    assert cli("answer", "A-4", "met").code == 0
    calendar.day = date(2026, 4, 3)
    assert cli("answer", "A-1", "met", "--by", "Jane Roe").code == 0
    late = ("--effective", "2026-03-20", "--period", "2026-Q1")
    assert cli("evidence", "add", "A-4", "--note", "seen in March", *late).code == 0
    assert cli("evidence", "add", "A-4", "--note", "an old one", "--effective", "2024-02-29").code == 0
    assert "seen in March" not in cli("evidence", "list").out
    assert "an old one" not in cli("evidence", "list", "--period", "2026-Q1").out
    assert "out of date since 2025-02-28  an old one" in cli("evidence", "list").out
    assert "counts until 2027-03-20  seen in March" in cli("evidence", "list", "--period", "2026-Q1").out


def test_an_answer_after_the_quarter_is_over_is_named(cli: Run, calendar: Calendar) -> None:
    assert cli("answer", "A-1", "met", "--by", "Jane Roe", "--verified-by", "Sam").code == 0
    calendar.day = date(2026, 4, 3)
    assert "answered after" not in cli("score", "--period", "2026-Q1").out
    assert cli("answer", "A-2", "met", "--by", "Jane Roe", "--period", "2026-Q1").code == 0
    assert "answered after the quarter had ended: A-2" in cli("score", "--period", "2026-Q1").out


@pytest.mark.usefixtures("begun")
def test_the_score_names_what_is_waived_late_and_first_to_do(cli: Run, calendar: Calendar) -> None:
    told = cli("score", "--next").out
    assert "Waived    A-2 until 2026-05-15, approved by Sam: r" in told
    assert "Gate " not in told
    assert cli("waiver", "withdraw", "W-2026Q1-1", "--by", "Sam", "--reason", "over").code == 0
    told = cli("score", "--next").out
    assert "closed by 1 critical control:" in told
    assert "opens the gate  A-2" in told
    assert cli("answer", "A-1", "unmet", "--by", "Jane Roe").code == 0
    assert "one of 2 that close the gate  A-1" in cli("score", "--next").out
    assert cli("action", "add", "A-1", "--owner", "Bob").code == 0
    calendar.day = date(2026, 3, 25)
    assert "2 corrective actions:" in cli("score").out
    assert "owner Bob  open, OVERDUE, NO INTERIM PROTECTION" in cli("action", "list").out
